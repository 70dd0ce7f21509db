"""Questions that differ in whom they count, and turn out to ask the same.

"Nine miners were killed" and "ten people were killed" are told of one blast: reports choose the noun.
Two questions become one only where a figure of one report fits a figure of another, and no report
gives both with different values ("twelve people, among them five miners").
"""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.compare.bounds import meet, same, small_word, stated, vague
from rashomon.compare.keys import APART, Key, head_key
from rashomon.compare.pile import Claim, Pile
from rashomon.compare.stories import near

__all__ = ["with_kin"]

_COUNTED = frozenset({"killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued", "present"})
# The other side's people are all there are, where it is they who are detained or turn out.
_CROWD = frozenset({"detained", "present"})
_NOUNS = APART - {"women", "men", "elderly"}
_LARGE = 1000
_LEAST = 3  # "two tourists" and "two people" are the same number by chance


def with_kin(groups: Sequence[list[Claim]], pile: Pile) -> list[list[Claim]]:
    """Questions after joining narrower to wider ones of the same people; the wide one's order stays."""
    found = [list(group) for group in groups]
    keys = [head_key(group) for group in groups]
    by_key: dict[Key, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        by_key[key].append(i)
    for i, key in enumerate(keys):
        for wide, strict in _wider(key):
            for j in by_key.get(wide, ()):
                moved = _moved(found[i], found[j], strict, pile)
                found[j] += moved
                found[i] = [claim for claim in found[i] if claim not in moved]
    return [sorted(group, key=lambda c: c.key) for group in found if group]


def _wider(key: Key) -> list[tuple[Key, bool]]:
    """Keys that may ask the same for more people, each with whether the very same value is needed."""
    measure, who, unit, states, period = key
    if measure not in _COUNTED:
        return []
    found: list[tuple[Key, bool]] = []
    if who in ("workers", "civilians") or (who == "participants" and measure in _CROWD):
        found.append(((measure, "all", unit, states, period), False))
    if who == "participants" and period:  # the dead of an earlier year are background: one number, one fact
        found.append(((measure, "all", unit, states, period), True))
    narrow = _NOUNS & set(states)
    if who == "all" and len(narrow) == 1:
        found.append(((measure, who, unit, tuple(s for s in states if s not in narrow), period), True))
    if "since" in states:
        found.append(((measure, who, unit, tuple(s for s in states if s != "since"), period), True))
    return found


def _moved(narrow: list[Claim], wide: list[Claim], strict: bool, pile: Pile) -> list[Claim]:
    """The claims of a narrow question that ask the wide one's: none where no two figures fit. A report that
    gives both with different values ("fourteen people; five miners") keeps its own apart.
    """
    if not _proven(narrow, wide, strict, pile):
        return []
    own: dict[str, list[Claim]] = defaultdict(list)
    for b in wide:
        own[b.doc].append(b)
    found = []
    for claim in narrow:
        mine = own.get(claim.doc, ())
        if not mine or any(_fit(claim, b, strict) or (not strict and _within(claim, b)) for b in mine):
            found.append(claim)
    return found if len(found) == len(narrow) or _proven(found, wide, strict, pile) else []


def _proven(narrow: list[Claim], wide: list[Claim], strict: bool, pile: Pile) -> bool:
    """Whether some two figures show it: values that fit are looked for first, each pair of them once."""
    mine, theirs = _by_value(narrow), _by_value(wide)
    rows = [(x, y) for x in mine.values() for y in theirs.values() if _like(x[0], y[0], strict)]
    return any(_proof(a, b, strict, pile) for x, y in rows for a in x for b in y)


def _by_value(claims: list[Claim]) -> dict[tuple[object, ...], list[Claim]]:
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.figure.low, claim.figure.high, claim.figure.approx].append(claim)
    return found


def _like(a: Claim, b: Claim, strict: bool) -> bool:
    """What `_proof` asks of the two values alone."""
    return _fit(a, b, strict) or (not strict and _within(a, b))


def _proof(a: Claim, b: Claim, strict: bool, pile: Pile) -> bool:
    """Two figures that show that both questions ask the same: of two reports, or a headline and its text."""
    fits = _fit(a, b, strict) or (a.doc == b.doc and not strict and _within(a, b))
    return fits and _placed(a, b, pile) and near(a.report, b.report, pile)


def _within(a: Claim, b: Claim) -> bool:
    """ "Dozens trapped", and then "34 workers are trapped"."""
    words = (vague(a.figure), vague(b.figure))
    return any(words) and meet(stated(a.figure), stated(b.figure)) and not any(map(small_word, (a.figure, b.figure)))


def _fit(a: Claim, b: Claim, strict: bool) -> bool:
    if small_word(a.figure) or small_word(b.figure):
        return False
    if strict:
        return same(a.figure, b.figure) and (a.figure.low or a.figure.high or 0) >= _LEAST
    x, y = (c.figure.low if c.figure.low is not None else c.figure.high for c in (a, b))
    if vague(a.figure) != vague(b.figure):  # "several thousand" and "five to seven thousand"
        return x is not None and y is not None and min(x, y) >= _LARGE and meet(stated(a.figure), stated(b.figure))
    like = x is not None and y is not None and max(x, y) <= 2 * min(x, y)
    return like and meet(a.loose, b.loose)


def _placed(a: Claim, b: Claim, pile: Pile) -> bool:
    """No two countries, nor two known places that lie apart."""
    tops = [c.top for c in (a, b) if c.top is not None and pile.located(c.top)]
    if len(set(tops)) > 1 and not (pile.within(*tops) or pile.within(tops[1], tops[0])):
        return False
    x, y = (p if p and pile.located(p) else None for p in (a.place, b.place))
    return x is None or y is None or x == y or pile.within(x, y) or pile.within(y, x)
