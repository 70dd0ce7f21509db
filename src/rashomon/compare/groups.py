"""Union-find over ordered keys: the smallest member names its set, so order of joining is no matter."""

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["Groups", "Heads"]


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


class Heads:
    """The same over the numbers 0..n-1, for loops that ask very often."""

    __slots__ = ("_head",)

    def __init__(self, count: int) -> None:
        self._head = list(range(count))

    def find(self, i: int) -> int:
        head = self._head
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    def join(self, a: int, b: int) -> int:
        """The head of both sets made one."""
        first, second = sorted((self.find(a), self.find(b)))
        self._head[second] = first
        return first

    def sets(self) -> list[list[int]]:
        """All sets, each sorted, in order of their smallest member."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._head)):
            found.setdefault(self.find(i), []).append(i)
        return list(found.values())
