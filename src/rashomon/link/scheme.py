"""How names of one kind are blocked and compared."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from rashomon.link.forms import Form
from rashomon.link.match import Score

__all__ = ["Found", "Pair", "Scheme", "Workers"]

Pair = tuple[int, int, Score]  # indexes of two forms, and how far they agree


class Scheme(NamedTuple):
    """Pure functions of forms at the top of a module, so that any process can find them."""

    keys: Callable[[Form], Sequence[str]]
    finer: Callable[[Form], Sequence[str]]  # keys that split a large block
    order: Callable[[Form], Sequence[str]]  # neighbours in this order are compared in what is still too large
    score: Callable[[Form, Form], Score | None]  # None: not alike


class Found(NamedTuple):
    """Pairs that are alike; ``cut`` counts the names in blocks whose pairs were not all looked at."""

    pairs: list[Pair]
    cut: int


class Workers(Protocol):
    """What compares the names of a large pile (`link.shards`)."""

    def pairs(self, scheme: Scheme, names: list[int], find: Callable[[int], int]) -> Found | None:
        """The pairs of ``names`` that are alike and in two groups; None where they are to be found in this process."""
