"""Whether two reports in different languages are one text.

Words cannot be compared; *anchors* can - numbers, dates, linked names, terms by their sense, direct
quotations: a translation has the same chain of them, in the same order and at nearly the same points
(sentence alignment by cognates: Simard, Foster, Isabelle 1992), while two accounts of one event share
the names but not their places. The measure is the heaviest common subsequence of the two chains.
"""

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from rashomon.model import Reading

__all__ = ["Chain", "chain", "marks_of", "translated"]

_STEP = 0.1  # of the text: how far apart an anchor may stand in a translation
_MOST = 400  # anchors of a text that are looked at
_TERM, _EVENT = 0.5, 0.3  # next to 1 for a number, date or name
# The more kinds of anchors are common, the less chance has to do with their order: kinds, least part
# of the longer chain in step, least part of what is common in step.
_LEAST = ((10, 0.35, 0.7), (8, 0.4, 0.75), (5, 0.5, 0.8))


class Anchor(NamedTuple):
    """``at``: where it stands, 0 is the start of the text and 1 the end; ``weight``: less for what is met often."""

    mark: str
    at: float
    sentence: int
    weight: float


class Chain(NamedTuple):
    """The anchors of a text in order, with its size in characters and sentences."""

    anchors: tuple[Anchor, ...]
    chars: int
    sentences: int
    figures: frozenset[tuple[object, object]]

    @property
    def weight(self) -> float:
        return sum(anchor.weight for anchor in self.anchors)


def chain(reading: Reading) -> Chain:
    """The anchors of a report."""
    row = [(n.start, f"n{n.low.normalize()}", 1.0) for n in reading.numbers if n.low is not None and n.low > 2]
    row += [(t.start, f"t{t.value or t.partial}", 1.0) for t in reading.times if t.value or t.partial]
    row += [(n.start, f"e{n.entity}", 1.0) for n in reading.names if n.entity]
    row += [(t.start, f"g{t.gloss}", _TERM) for t in reading.terms if t.gloss]
    row += [(q.start, "q", _TERM) for q in reading.quotes if q.kind == "direct"]
    row += [(e.start, f"v{e.type}", _EVENT) for e in reading.events]
    row = sorted(row)[:_MOST]
    often = Counter(mark for _, mark, _ in row)
    size = max(len(reading.document.text), 1)
    starts = [s.start for s in reading.sentences]
    anchors = tuple(
        Anchor(mark, at / size, bisect_right(starts, at), weight / float(often[mark]) ** 0.5)
        for at, mark, weight in row
    )
    return Chain(anchors, size, len(starts), frozenset((f.low, f.high) for f in reading.figures))


def marks_of(one: Chain) -> list[str]:
    """The kinds of anchors that are worth comparing two reports for: numbers, dates and names."""
    return sorted({a.mark for a in one.anchors if a.mark[0] in "nte"})


def translated(a: Chain, b: Chain) -> bool:
    """One text in two languages."""
    if not _alike(a, b):
        return False
    counts = Counter(x.mark for x in a.anchors), Counter(x.mark for x in b.anchors)
    common = counts[0].keys() & counts[1].keys()
    step = _in_step(a, b)
    weights = {x.mark: x.weight for x in a.anchors}
    least = {x.mark: min(x.weight, weights[x.mark]) for x in b.anchors if x.mark in weights}
    shared = sum(least[mark] * min(counts[0][mark], counts[1][mark]) for mark in sorted(common))
    whole = max(a.weight, b.weight)
    return any(len(common) >= n and step >= part * whole and step >= order * shared for n, part, order in _LEAST)


def _alike(a: Chain, b: Chain) -> bool:
    """What a translation leaves as it is: length, number of sentences, and most figures."""
    if min(a.chars, b.chars) < 0.6 * max(a.chars, b.chars):
        return False
    if min(a.sentences, b.sentences) < 0.75 * max(a.sentences, b.sentences):
        return False
    fewest = min(len(a.figures), len(b.figures))
    return fewest < 2 or len(a.figures & b.figures) >= fewest / 2


def _in_step(a: Chain, b: Chain) -> float:
    """The weight of the heaviest common subsequence, of anchors at nearly the same point of both texts."""
    lines = a.sentences == b.sentences
    places: dict[str, list[tuple[int, Anchor]]] = {}
    for j, y in enumerate(b.anchors):
        places.setdefault(y.mark, []).append((j, y))
    best = [0.0] * (len(b.anchors) + 1)  # a Fenwick tree: the heaviest subsequence that ends at or before j
    for x in a.anchors:
        level = [
            (j, min(x.weight, y.weight))
            for j, y in places.get(x.mark, ())
            if abs(x.at - y.at) < _STEP or (lines and x.sentence == y.sentence)
        ]
        for j, weight in reversed(level):  # from the right: one anchor is met once
            _raise(best, j + 1, _top(best, j) + weight)
    return _top(best, len(b.anchors))


def _top(tree: list[float], i: int) -> float:
    found = 0.0
    while i > 0:
        found = max(found, tree[i])
        i -= i & -i
    return found


def _raise(tree: list[float], i: int, value: float) -> None:
    while i < len(tree):
        tree[i] = max(tree[i], value)
        i += i & -i
