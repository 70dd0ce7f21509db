"""From relations to the verdict of a question, by the written rules of the contract."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rashomon.compare.pile import Claim

__all__ = ["bounds_of", "verdict"]

# Gravest first; part and whole, other categories and repeats do not count against each other.
_GRAVITY = ("conflict", "update", "compatible", "agree")
_COUNTS = {
    "conflict": "conflict",
    "update": "update",
    "retraction": "update",
    "compatible": "compatible",
    "equal": "agree",
    "repeat": "agree",
}


def verdict(relations: Iterable[str], figures: int) -> str:
    """agree, compatible, update, conflict or single.

    A retraction explains a difference as an update does. A question with nothing but parts and
    other categories is compatible: all of it can hold.
    """
    if figures < 2:
        return "single"
    met = {_COUNTS[r] for r in relations if r in _COUNTS}
    return next((name for name in _GRAVITY if name in met), "compatible")


def bounds_of(claims: Sequence[Claim]) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest that any report gives; None where the extreme is left open."""
    held = [c.figure for c in claims if c.figure.status != "denied" and not c.scope.withdrawn]
    asserted = held or [c.figure for c in claims]
    lows = [f.low for f in asserted if f.low is not None]
    highs = [f.high for f in asserted if f.high is not None]
    low = min([*lows, *highs], default=None) if any(f.low is not None for f in asserted) else None
    top = max([*lows, *highs], default=None)
    open_above = any(f.high is None and f.low == top for f in asserted)
    return low, None if open_above else top
