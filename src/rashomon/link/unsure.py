"""Guesses of the name finder that nothing in the pile supports are dropped, and nothing may point at them."""

import re
from collections.abc import Sequence

from rashomon.lang import gazetteer
from rashomon.link.entity import Group
from rashomon.link.forms import Form
from rashomon.model import Name, Reading, Ref, replace

_LARGE = 1_000_000  # people of a town that may be named out of the blue


def supported(groups: list[Group], forms: list[Form], readings: Sequence[Reading]) -> list[Group]:
    """The groups with a sure mention, or with an entry in the tables that the rest of the pile does not speak against."""
    told = {_country(group) for group in groups if _sure(group, forms)}
    return [group for group in groups if _sure(group, forms) or (group.known and _meant(group, forms, readings, told))]


def _sure(group: Group, forms: list[Form]) -> bool:
    return any(forms[i].sure for i in group.counts)


def _country(group: Group) -> str | None:
    place = gazetteer.place(group.known.partition("/")[0]) if group.known else None
    return place.country if place else None


def _meant(group: Group, forms: list[Form], readings: Sequence[Reading], told: set[str | None]) -> bool:
    """Whether words at the heads of sentences are the town of that name ("Sale il bilancio ..." is not).

    Not where the reports write the word small, too; and a town of a country that the pile does not name must be large.
    """
    place = gazetteer.place(group.known or "")
    if place is None or place.kind != "city":
        return True
    if place.population < _LARGE and place.country not in told:
        return False
    single = (forms[i] for i in group.counts if len(forms[i].words) == 1)
    return not any(_small(form, readings) for form in single)


def _small(form: Form, readings: Sequence[Reading]) -> bool:
    """Whether a report of the form's language has the word without its capital."""
    word = re.compile(rf"(?<!\w){re.escape(form.text.lower())}(?!\w)")
    texts = (reading.document for reading in readings)
    return any(word.search(document.text) for document in texts if document.language == form.language)


def without(reading: Reading, dropped: set[int]) -> Reading:
    """A report without some of its names (by index); references to them become None."""
    if not dropped:
        return reading
    gone = {(reading.names[n].start, reading.names[n].end) for n in dropped}

    def kept(ref: Ref) -> Ref:
        return None if ref in gone else ref

    names = tuple(
        replace(name, expands=kept(name.expands), coref=kept(name.coref))
        for n, name in enumerate(reading.names)
        if n not in dropped
    )
    return replace(
        reading,
        names=names,
        quotes=tuple(replace(q, source_ref=kept(q.source_ref)) for q in reading.quotes),
        figures=tuple(replace(f, source_ref=kept(f.source_ref), where_ref=kept(f.where_ref)) for f in reading.figures),
        events=tuple(
            replace(
                e,
                source_ref=kept(e.source_ref),
                where_ref=kept(e.where_ref),
                actor_refs=tuple(a for a in e.actor_refs if a not in gone),
            )
            for e in reading.events
        ),
        citations=tuple(replace(c, ref=kept(c.ref)) for c in reading.citations),
    )


def named(reading: Reading, r: int, ids: dict[tuple[int, int], tuple[str, str]]) -> Reading:
    """A report with an entity on every name that has one; the others are dropped.

    ``ids`` maps (reading, name) to entity id and kind.
    """

    def name(n: int, mention: Name) -> Name:
        entity, kind = ids.get((r, n), (None, mention.kind))
        return replace(mention, entity=entity, kind=kind)

    linked = replace(reading, names=tuple(name(n, mention) for n, mention in enumerate(reading.names)))
    return without(linked, {n for n in range(len(reading.names)) if (r, n) not in ids})
