"""Readings to one pile: names to entities, dates settled, references resolved.

Order: dates first (`link.dates`), then all names of the pile to entities (`forms`, `cluster`, `entity`), then every
reference of every report (`resolve`).
"""

from collections.abc import Sequence

from rashomon.link import dates
from rashomon.link.cluster import Clusters
from rashomon.link.entity import Group, collect, entities
from rashomon.link.forms import Form, gather
from rashomon.link.judged import about_entities, judged
from rashomon.link.resolve import Resolver, forms_of
from rashomon.link.unsure import named, supported
from rashomon.model import Entity, Issue, Linked, Options, Reading

__all__ = ["link"]


def link(readings: Sequence[Reading], options: Options) -> Linked:
    """Link the readings of a pile; the result does not depend on their order."""
    settled = list(dates.settle(tuple(readings)))
    groups, made, issues = _entities(gather(settled), settled, options)
    ids = {use: (entity.id, entity.kind) for group, entity in zip(groups, made, strict=True) for use in group.uses}
    by_form = forms_of(made)
    done = tuple(
        Resolver(named(reading, r, ids), by_form).reading_with_references() for r, reading in enumerate(settled)
    )
    return Linked(readings=done, entities=tuple(sorted(made, key=lambda entity: entity.id)), issues=issues)


Made = tuple[list[Group], list[Entity], tuple[Issue, ...]]


def _entities(forms: list[Form], readings: list[Reading], options: Options) -> Made:
    """Groups of names and their entities; a second time where the reader judged entities by their ids."""
    made = _once(forms, readings, options, judged(forms, options.judgements))
    if options.judgements and about_entities(options.judgements, forms):
        made = _once(forms, readings, options, judged(forms, options.judgements, made[1]))
    return made


def _once(forms: list[Form], readings: list[Reading], options: Options, pairs: list[tuple[int, int, bool]]) -> Made:
    clusters = Clusters(forms, readings, pairs)
    groups = supported(collect(clusters), forms, readings)
    return groups, entities(groups, forms, readings, options.ui), clusters.issues()
