"""Readings to one pile: names to entities, dates settled, references resolved.

Order: dates first (`link.dates`), then all names of the pile to entities (`forms`, `apart`, `cluster`, `entity`), then
every reference of every report (`resolve`). The costly part, names taken apart and compared, can run with the workers
of an engine (`shards`).
"""

from collections.abc import Sequence
from contextlib import nullcontext

from rashomon.link import dates
from rashomon.link.cluster import Clusters
from rashomon.link.entity import Group, collect, entities
from rashomon.link.forms import Form, gather
from rashomon.link.judged import about_entities, judged
from rashomon.link.resolve import Resolver, forms_of
from rashomon.link.shards import Shards, kept
from rashomon.link.spread import Choose
from rashomon.link.unsure import named, supported
from rashomon.model import Entity, Issue, Linked, Options, Reading
from rashomon.rubbish import undisturbed

__all__ = ["link"]


@undisturbed()
def link(readings: Sequence[Reading], options: Options, choose: Choose | None = None) -> Linked:
    """Link the readings of a pile; the result does not depend on their order, nor on where the names are compared.

    ``choose`` gives the workers for a number of distinct names, or None where this process is to do it alone.
    """
    settled = list(dates.settle(tuple(readings)))
    forms = gather(settled)
    spread = choose(len(forms)) if choose else None
    with spread if spread is not None else nullcontext():
        groups, made, issues = _entities(forms, settled, options, kept(forms, spread))
    ids = {use: (entity.id, entity.kind) for group, entity in zip(groups, made, strict=True) for use in group.uses}
    by_form = forms_of(made)
    done = tuple(
        Resolver(named(reading, r, ids), by_form).reading_with_references() for r, reading in enumerate(settled)
    )
    return Linked(readings=done, entities=tuple(sorted(made, key=lambda entity: entity.id)), issues=issues)


Made = tuple[list[Group], list[Entity], tuple[Issue, ...]]
Pairs = list[tuple[int, int, bool]]


def _entities(forms: list[Form], readings: list[Reading], options: Options, shards: Shards | None) -> Made:
    """Groups of names and their entities; a second time where the reader judged entities by their ids."""

    def once(pairs: Pairs) -> Made:
        clusters = Clusters(forms, readings, pairs, shards)
        groups = supported(collect(clusters), forms, readings)
        return groups, entities(groups, forms, readings, options.ui), clusters.issues()

    made = once(judged(forms, options.judgements))
    if options.judgements and about_entities(options.judgements, forms):
        made = once(judged(forms, options.judgements, made[1]))
    return made
