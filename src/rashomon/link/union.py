"""Groups that only grow: union-find with reasons, and with pairs that must stay apart."""

from collections import Counter
from collections.abc import Iterable


class Groups:
    """Nodes 0..n-1. ``why[root]`` collects the reasons of every join, in order."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.why: dict[int, list[str]] = {}
        self.apart: dict[int, set[int]] = {}
        self.joins = 0
        self.cut: Counter[str] = Counter()  # kind -> names of blocks too large to compare all with all

    def add(self) -> int:
        """A new node."""
        node = len(self.parent)
        self.parent.append(node)
        self.members[node] = [node]
        return node

    def find(self, node: int) -> int:
        """The group of a node, as its root."""
        root = node
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[node] != root:
            self.parent[node], node = root, self.parent[node]
        return root

    def separate(self, a: int, b: int) -> None:
        """Two nodes whose groups must never be joined."""
        a, b = self.find(a), self.find(b)
        self.apart.setdefault(a, set()).add(b)
        self.apart.setdefault(b, set()).add(a)

    def allowed(self, a: int, b: int) -> bool:
        """Whether nobody said that the two groups are different."""
        return self.find(b) not in {self.find(x) for x in self.apart.get(self.find(a), ())}

    def join(self, a: int, b: int, reasons: Iterable[str] = ()) -> bool:
        """One group out of two; False where they must stay apart."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if not self.allowed(a, b):
            self.note(a, ("kept apart from another name by the reader's judgement",))
            return False
        keep, lose = (a, b) if a < b else (b, a)
        self.parent[lose] = keep
        self.joins += 1
        self.members[keep] += self.members.pop(lose)
        self.apart.setdefault(keep, set()).update(self.apart.pop(lose, set()))
        self.note(keep, (*self.why.pop(lose, ()), *reasons))
        return True

    def note(self, node: int, reasons: Iterable[str]) -> None:
        """Write reasons beside a group."""
        self.why.setdefault(self.find(node), []).extend(reasons)
