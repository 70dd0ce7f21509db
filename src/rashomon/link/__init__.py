"""Readings to one pile: names to entities, dates settled, references resolved.

Order: dates first (`link.dates`), then all names of the pile to entities (`cluster`, `entity`), then every reference
of every report (`resolve`).
"""

from collections.abc import Sequence

from rashomon.link.cluster import Clusters
from rashomon.link.entity import collect, entities
from rashomon.link.forms import gather
from rashomon.link.resolve import Resolver, forms_of
from rashomon.model import Linked, Name, Options, Reading, replace

try:
    from rashomon.link import dates
except ImportError:
    dates = None

__all__ = ["link"]


def link(readings: Sequence[Reading], options: Options) -> Linked:
    """Link the readings of a pile; the result does not depend on their order."""
    settled = list(dates.settle(tuple(readings))) if dates else list(readings)
    forms = gather(settled)
    clusters = Clusters(forms, options.judgements)
    groups = collect(clusters)
    made = entities(groups, forms, settled, options.ui)
    named = _named(settled, {use: entity.id for group, entity in zip(groups, made, strict=True) for use in group.uses})
    by_form = forms_of(made)
    done = tuple(Resolver(reading, by_form).reading_with_references() for reading in named)
    return Linked(readings=done, entities=tuple(sorted(made, key=lambda entity: entity.id)))


def _named(readings: list[Reading], ids: dict[tuple[int, int], str]) -> list[Reading]:
    """The readings with an entity on every name."""

    def name(r: int, n: int, mention: Name) -> Name:
        return replace(mention, entity=ids.get((r, n)))

    return [
        replace(reading, names=tuple(name(r, n, mention) for n, mention in enumerate(reading.names)))
        for r, reading in enumerate(readings)
    ]
