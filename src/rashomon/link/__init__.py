"""Readings to one pile: names to entities, dates settled, references resolved."""

from collections.abc import Sequence

from rashomon.model import Linked, Options, Reading

__all__ = ["link"]


def link(readings: Sequence[Reading], options: Options) -> Linked:
    """Link the readings of a pile; the result does not depend on their order."""
    return Linked(readings=tuple(readings), entities=())
