"""Union-find over ordered keys: the smallest member names its set, so order of joining is no matter."""

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["Groups"]


K = TypeVar("K", str, tuple[str, int, int])


class Groups(Generic[K]):
    """Disjoint sets of ``items``; `find` gives the smallest member of an item's set."""

    def __init__(self, items: Iterable[K]) -> None:
        self._head: dict[K, K] = {item: item for item in items}

    def find(self, item: K) -> K:
        head: K = self._head.setdefault(item, item)
        while head != self._head[head]:
            self._head[head] = self._head[self._head[head]]
            head = self._head[head]
        self._head[item] = head
        return head

    def join(self, a: K, b: K) -> None:
        first, second = self.find(a), self.find(b)
        if first == second:
            return
        if second < first:
            first, second = second, first
        self._head[second] = first

    def sets(self) -> list[list[K]]:
        """All sets, each sorted, in order of their smallest member."""
        found: dict[K, list[K]] = {}
        for item in sorted(self._head):
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
