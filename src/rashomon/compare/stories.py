"""Which reports tell of one event: the guard against comparing what only looks alike.

A pile may hold unrelated articles ("120 people died" of a flood here, of a war there). Two reports
are near where they turn on the same people, bodies and places, or share odd numbers and the kind of
happening. The measure looks at the two reports alone, so that adding a third changes nothing between them.
"""

from rashomon.compare.pile import Pile, Report
from rashomon.compare.subjects import shared

__all__ = ["firm", "near"]

_SAME_EVENT = 0.22  # share of the lighter report's names, by weight
_REMEMBERED = 500_000  # pairs of reports, so that memory stays within bounds
_FEW = 4.0  # below this weight of names a report has too little to tell it apart
_MUCH = 4  # in common beside the names: two odd numbers, or one with the happening and its country


def near(a: Report, b: Report, pile: Pile) -> bool:
    """Whether two reports may tell of the same event."""
    return a is b or _alike(a, b, pile) or shared(a.subject, b.subject) >= _MUCH


def firm(a: Report, b: Report, pile: Pile) -> bool:
    """Whether two reports surely tell of the same event: more than the country they are of says so."""
    if a is b or shared(a.subject, b.subject) >= _MUCH:
        return True
    key = (a.mix, b.mix) if a.mix < b.mix else (b.mix, a.mix)
    known = pile._firm.get(key)
    if known is None:
        known = _firm(a, b)
        if len(pile._firm) < _REMEMBERED:
            pile._firm[key] = known
    return known


def _firm(a: Report, b: Report) -> bool:
    mine, theirs = ({e: w for e, w in r.weights.items() if e[:8] != "country:"} for r in (a, b))
    common = sum([min(w, theirs[e]) for e, w in mine.items() if e in theirs])
    return common > 0 and common >= _SAME_EVENT * min(sum(mine.values()), sum(theirs.values()))


def _alike(a: Report, b: Report, pile: Pile) -> bool:
    """Whether two reports turn on the same names."""
    key = (a.mix, b.mix) if a.mix < b.mix else (b.mix, a.mix)
    known = pile._near.get(key)
    if known is None:
        known = _near(a, b)
        if len(pile._near) < _REMEMBERED:
            pile._near[key] = known
    return known


def _near(a: Report, b: Report) -> bool:
    first, second = sorted((a.weights, b.weights), key=len)
    total = min(a.total, b.total)
    if total == 0:
        return True  # no names at all: nothing speaks against the reader who put them together
    common = sum([min(w, second[e]) for e, w in first.items() if e in second])
    if total < _FEW:
        return common > 0
    return common / total >= _SAME_EVENT
