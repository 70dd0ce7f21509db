"""The corridor: the only file that knows the order of the rooms."""

from collections.abc import Iterable
from pathlib import Path

from rashomon import compare, ingest, link, segment
from rashomon.annotate import citations, events, figures, names, numbers, quotes, terms, times
from rashomon.model import Document, Dossier, Issue, Item, Options, Reading

__all__ = ["assemble", "read_document", "read_item", "run"]


def read_document(document: Document, options: Options = Options()) -> Reading:
    """All annotators over one document, each seeing what the earlier ones found."""
    view = segment.segment(document)
    view.numbers = numbers.find(view)
    view.times = times.find(view)
    view.names = names.find(view)
    view.citations = citations.find(view)
    view.quotes = quotes.find(view)
    found = figures.find(view)
    return Reading(
        document=view.document,
        sentences=tuple(view.sentences),
        numbers=tuple(view.numbers),
        times=tuple(view.times),
        names=tuple(view.names),
        quotes=tuple(view.quotes),
        figures=tuple(found),
        events=tuple(events.find(view)),
        citations=tuple(view.citations),
        terms=tuple(terms.find(view)),
        issues=tuple(view.issues),
    )


def read_item(item: Item, options: Options) -> tuple[Reading | None, list[Issue]]:
    """One input, from bytes to reading."""
    document, issues = ingest.read(item, options)
    return (read_document(document, options) if document else None), issues


def assemble(readings: Iterable[Reading], issues: Iterable[Issue], options: Options) -> Dossier:
    """Link and compare readings; independent of their order."""
    ordered = sorted(readings, key=lambda reading: reading.document.doc)
    linked = link.link(ordered, options)
    every = [*issues, *linked.issues, *(i for reading in linked.readings for i in reading.issues)]
    return Dossier(
        readings=linked.readings,
        entities=linked.entities,
        comparison=compare.compare(linked, options),
        issues=tuple(sorted(every, key=lambda i: (i.doc, i.room, i.code, i.detail))),
        ui=options.ui,
    )


def run(paths: Iterable[str | Path], options: Options = Options()) -> Dossier:
    """Read a pile: files, folders and manifests to a dossier."""
    items, issues = ingest.collect(paths, options)
    readings = []
    for item in items:
        reading, more = read_item(item, options)
        issues += more
        if reading is not None:
            readings.append(reading)
    return assemble(readings, issues, options)
