"""The corridor: the only file that knows the order of the rooms."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, overload

from rashomon import codec, compare, engine, ingest, link, segment
from rashomon.annotate import citations, events, figures, names, numbers, quotes, terms, times
from rashomon.engine import Failure
from rashomon.fingerprint import key
from rashomon.model import Document, Dossier, Issue, Item, Linked, Options, Outcome, Reading, Task, replace
from rashomon.rubbish import undisturbed
from rashomon.view import View

__all__ = ["Cache", "assemble", "read_document", "read_task", "readings", "run"]

Progress = Callable[[int, int], None]  # done, of


class Cache(Protocol):
    """Packed outcomes of earlier runs, by key."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, packed: bytes) -> None: ...


@undisturbed()
def read_document(document: Document, options: Options = Options()) -> Reading:
    """All annotators over one document, each seeing what the earlier ones found."""
    return _annotated(segment.segment(document), options)


def _annotated(view: View, options: Options) -> Reading:
    view.numbers = numbers.find(view)
    view.times = times.find(view)
    view.names = names.find(view, options.finder)
    view.citations = citations.find(view)
    view.quotes = quotes.find(view)
    view.names = [replace(name, doc=view.document.doc) for name in view.names]
    view.citations = [replace(citation, doc=view.document.doc) for citation in view.citations]
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


def read_task(packed: bytes) -> bytes:
    """One input, from bytes to reading: a pure function for any engine (`Task` to `Outcome`)."""
    task = codec.unpack(packed, Task)
    document, issues = ingest.read(task.item, task.options, task.carried)
    reading = _with_traits(document, task.options) if document else None
    return codec.pack(Outcome(key=task.key, reading=reading, issues=tuple(issues)))


@undisturbed()
def _with_traits(document: Document, options: Options) -> Reading:
    """A reading with what comparing will ask of its words, while they are at hand."""
    view = segment.segment(document)
    reading = _annotated(view, options)
    return replace(reading, traits=compare.traits(reading, view.tokens))


def run(
    paths: Iterable[str | Path],
    options: Options = Options(),
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Read a pile: files, folders and manifests to a dossier.

    Raises FileNotFoundError for a path that is not there; bad input becomes issues.
    """
    found, issues = readings(paths, options, cache, progress)
    return assemble(_emptied(found), issues, options)


def _emptied(found: list[Reading]) -> Iterator[Reading]:
    """Each reading once, let go of: a large pile is not held twice while it is compared."""
    while found:
        yield found.pop()


def readings(
    paths: Iterable[str | Path],
    options: Options = Options(),
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> tuple[list[Reading], list[Issue]]:
    """The first half of `run`: each report by itself, in the order of the inputs, and what went wrong."""
    if options.finder:  # an unknown one is refused before anything is read, not once for each report
        names.find(segment.segment(Document(doc="", text="A.", language="en")), options.finder)
    items, issues = ingest.collect(paths, options)
    found: list[Reading] = []
    for done, outcome in enumerate(_outcomes(items, options, cache), 1):
        issues += outcome.issues
        if outcome.reading is not None:
            found.append(outcome.reading)
        if progress is not None:
            progress(done, len(items))
    return found, issues


def _outcomes(items: Sequence[Item], options: Options, cache: Cache | None) -> Iterable[Outcome]:
    """What each item gave: known outcomes first, then the rest through the engine."""
    tasks = [Task(item=item, options=options, key=key(item, options)) for item in items]
    left = []
    for task in tasks:
        packed = cache.get(task.key) if cache else None
        if packed is None:
            left.append(task)
        else:
            yield codec.unpack_outcome(packed)
    chosen = engine.choose(options.engine, options.workers, len(left))
    for task, result in zip(left, chosen.map(read_task, _Packed(left, chosen.far)), strict=True):
        if isinstance(result, Failure):
            issue = Issue(doc=task.item.doc, room="engine", code=result.code, detail=result.detail)
            yield Outcome(key=task.key, issues=(issue,))
        else:
            if cache:
                cache.put(task.key, result)
            yield codec.unpack_outcome(result)


class _Packed(Sequence[bytes]):
    """Tasks, packed as they are sent; with the bytes of their files for workers that may not see these."""

    def __init__(self, tasks: Sequence[Task], far: bool) -> None:
        self.tasks, self.far = tasks, far

    def __len__(self) -> int:
        return len(self.tasks)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> "_Packed": ...
    def __getitem__(self, at: int | slice) -> "bytes | _Packed":
        if isinstance(at, slice):
            return _Packed(self.tasks[at], self.far)
        task = self.tasks[at]
        return codec.pack(replace(task, carried=ingest.carry(task.item)) if self.far else task)


def assemble(readings: Iterable[Reading], issues: Iterable[Issue], options: Options) -> Dossier:
    """Link and compare readings; independent of their order."""
    ordered = sorted(readings, key=lambda reading: reading.document.doc)
    linked: Linked = link.link(ordered, options, partial(engine.spread, options.engine, options.workers))
    del ordered
    comparison = compare.compare(linked, options)
    every = [*issues, *linked.issues, *(i for reading in linked.readings for i in reading.issues)]
    every += compare.limits(comparison, len(linked.readings))
    return Dossier(
        readings=tuple(replace(reading, traits=b"") for reading in linked.readings),
        entities=linked.entities,
        comparison=comparison,
        issues=tuple(sorted(every, key=lambda i: (i.doc, i.room, i.code, i.detail))),
        ui=options.ui,
    )
