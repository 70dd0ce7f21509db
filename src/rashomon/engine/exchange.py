"""A keyed shuffle made of a map: for engines on one machine, where all bytes pass through one process anyway.

In a shuffle each kept item is split into one part a task, and each task gathers its parts of all items, in their
order. Which part a thing belongs to is the business of ``split``: by the hash of a key, all things with one key meet.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Self

from rashomon.engine.failure import Failure
from rashomon.engine.types import Fn, Gather, Split

__all__ = ["LOST", "ByMap"]

LOST = Failure("crashed", "a part of it was lost")


class ByMap(ABC):
    """`keep`, `fetch` and `shuffle` of an engine that has a `map`."""

    far = False

    @abstractmethod
    def map(self, fn: Fn, items: Sequence[Any]) -> Iterator[Any]: ...

    def keep(self, fn: Fn, items: Sequence[bytes]) -> list[bytes | Failure]:
        return list(self.map(fn, items))

    def fetch(self, kept: list[bytes | Failure]) -> Iterator[bytes | Failure]:
        return iter(kept)

    def shuffle(
        self, kept: list[bytes | Failure], notes: Sequence[bytes], split: Split, gather: Gather, tasks: Sequence[bytes]
    ) -> Iterator[bytes | Failure]:
        parts = list(self.map(partial(_spread, split, len(tasks)), list(zip(kept, notes, strict=True))))
        if any(isinstance(row, Failure) for row in parts):
            return iter([LOST] * len(tasks))
        return self.map(partial(_spread, gather), [(task, [row[n] for row in parts]) for n, task in enumerate(tasks)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        return None


def _spread(fn: Any, *given: Any) -> Any:
    """``fn`` of what comes packed in the last argument."""
    return fn(*given[-1], *given[:-1])
