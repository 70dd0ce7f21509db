"""Which names of a pile are alike: blocks by key, pairs within the blocks, a score for each pair.

A `Scheme` says how for names of one kind, in pure functions of two forms. Small piles are compared here, pair by pair
as they are asked for; the pairs of large ones come scored from the workers of an engine (`link.shards`): the same
pairs in the same order, so what is joined is the same.
"""

from collections.abc import Iterator

from rashomon.link.blocks import Blocks
from rashomon.link.forms import Form
from rashomon.link.scheme import Pair, Scheme, Workers
from rashomon.link.union import Groups

__all__ = ["Alike"]


class Alike:
    """Pairs of ``forms`` that are alike and not yet in one of the ``groups``."""

    def __init__(self, forms: list[Form], groups: Groups, workers: Workers | None = None) -> None:
        self.forms, self.groups, self.workers = forms, groups, workers

    def pairs(self, scheme: Scheme, names: list[int], kind: str) -> Iterator[Pair]:
        """Pairs (i, j) of ``names`` by i, then j. Names whose pairs are not all looked at count as cut off.

        Groups may be joined while the pairs are taken; some pairs may then be of one group already.
        """
        found = self.workers.pairs(scheme, names, self.groups.find) if self.workers else None
        if found is not None:
            self.groups.cut[kind] += found.cut
            return iter(found.pairs)
        return self._here(scheme, names, kind)

    def _here(self, scheme: Scheme, names: list[int], kind: str) -> Iterator[Pair]:
        forms, find = self.forms, self.groups.find
        blocks = Blocks(
            {i: scheme.keys(forms[i]) for i in names},
            lambda i: scheme.finer(forms[i]),
            lambda i: (scheme.order(forms[i]), forms[i].order),
        )
        self.groups.cut[kind] += blocks.cut
        for i in names:
            for j in blocks.before(i):
                score = scheme.score(forms[i], forms[j]) if find(i) != find(j) else None
                if score is not None:
                    yield i, j, score
