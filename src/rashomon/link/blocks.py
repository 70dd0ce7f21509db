"""Which names are worth a comparison: those that share a key. What has too many under one key is split, and then cut.

All pairs of 100,000 names would be five thousand million; names that share a key are a few dozen each. A key that many
names share ("=ivan" with "ptr") is split by finer keys; a block that is still too large is put in the order of its
sounds, and each name is compared with its neighbours only. Such cuts are counted, and `link` reports them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from rashomon.link.sound import coarse
from rashomon.link.words import Word

LIMIT = 60  # names that share a key and are all compared with each other
_NEIGHBOURS = 40  # names before it that each of a larger block is compared with

__all__ = ["LIMIT", "Blocks", "finer_key", "neighbours", "skeletons"]


class Blocks:
    """Members 0..n-1 under keys. ``cut`` counts the members of blocks whose pairs were not all looked at.

    ``finer`` gives the keys that split a large block; ``order`` the sort key within what is still too large.
    """

    def __init__(
        self,
        keys: Mapping[int, Iterable[str]],
        finer: Callable[[int], Iterable[str]],
        order: Callable[[int], tuple[object, ...]],
    ) -> None:
        blocks: dict[str, list[int]] = defaultdict(list)
        for i, mine in keys.items():
            for key in mine:
                blocks[key].append(i)
        for key in sorted(key for key, block in blocks.items() if len(block) > LIMIT):
            for i in blocks.pop(key):
                for more in finer(i):
                    blocks[finer_key(key, more)].append(i)
        self.cut = 0
        self.of: dict[int, list[tuple[list[int], int]]] = defaultdict(list)
        for block in blocks.values():
            self._place(block, order)

    def _place(self, block: list[int], order: Callable[[int], tuple[object, ...]]) -> None:
        if len(block) < 2:
            return
        if len(block) > LIMIT:
            block.sort(key=order)
            self.cut += len(block)
        for at, i in enumerate(block):
            self.of[i].append((block, at))

    def before(self, i: int) -> list[int]:
        """The members that ``i`` is to be compared with and that have not been compared with it, in order."""
        found: set[int] = set()
        for block, at in self.of.get(i, ()):
            found.update(neighbours(block, at) if len(block) > LIMIT else block[: bisect_left(block, i)])
        found.discard(i)
        return sorted(found)


def finer_key(key: str, more: str) -> str:
    """The key of a part of a large block."""
    return f"{key}|{more}"


def neighbours(block: list[int], at: int) -> list[int]:
    """Of an ordered block that is too large the members that the one at ``at`` is compared with."""
    return block[max(0, at - _NEIGHBOURS) : at]


def skeletons(word: Word) -> tuple[str, ...]:
    """Finer keys of a word: the consonant classes of its likeliest sounds, whole and with one left out."""
    whole = dict.fromkeys((coarse(word.main), coarse(word.least)))
    rows = (row for one in whole for row in (one, *(one[:n] + one[n + 1 :] for n in range(len(one)))))
    return tuple(dict.fromkeys(rows))
