"""Where the costly part of linking runs: in this process, or with the workers of an engine that is passed in."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, Self

Fn = Callable[[bytes], bytes]
Split = Callable[[bytes, bytes, int], list[bytes]]  # what is kept, its note, the number of tasks -> a part a task
Gather = Callable[[bytes, list[bytes]], bytes]  # a task and its parts of all that is kept -> the result

__all__ = ["Choose", "Spread", "whole"]


class Spread(Protocol):
    """Workers that keep things. What is no bytes stands for a result that was lost.

    ``keep`` maps ``fn`` over the items and leaves the results with the workers; ``fetch`` brings them here, in order.
    ``shuffle`` splits each kept thing, with its note, into one part a task, and gathers the parts of each task.
    """

    def keep(self, fn: Fn, items: Sequence[bytes]) -> Sequence[Any]: ...
    def fetch(self, kept: Any) -> Iterator[object]: ...
    def shuffle(
        self, kept: Any, notes: Sequence[bytes], split: Split, gather: Gather, tasks: Sequence[bytes]
    ) -> Iterator[object]: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: Any) -> None: ...


Choose = Callable[[int], Spread | None]  # for a number of distinct names; None: link in this process


def whole(results: Iterator[object]) -> list[bytes] | None:
    """All results, or None where one was lost: then this process works them out itself."""
    found: list[bytes] = []
    for result in results:
        if not isinstance(result, bytes):
            return None
        found.append(result)
    return found
