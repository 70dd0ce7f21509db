"""Guesses of the name finder that nothing in the pile supports are dropped, and nothing may point at them."""

from rashomon.link.entity import Group
from rashomon.link.forms import Form
from rashomon.model import Name, Reading, Ref, replace


def supported(groups: list[Group], forms: list[Form]) -> list[Group]:
    """The groups with a sure mention or an entry in the tables."""
    return [group for group in groups if group.known or any(forms[i].sure for i in group.counts)]


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
