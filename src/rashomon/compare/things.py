"""What is no count of people - sums, shares, sizes, spans, things of all kinds - and when two such figures may be one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rashomon.compare.bounds import meet, same, small_word
from rashomon.compare.keys import Key
from rashomon.compare.pile import Claim, Pile
from rashomon.compare.stories import firm, near
from rashomon.compare.topics import OF_ONE, leads

__all__ = ["GENERIC", "Things", "comparable", "no_clash"]

GENERIC = frozenset({"", "things", "items", "units", "pieces", "objects", "people", "times", "cases"})
_ANYBODY = frozenset({"gloss:people", "gloss:person", "gloss:persons", "gloss:man", "gloss:human"})
_MEASURED = frozenset({"percent", "years", "months", "weeks", "days", "hours", "minutes", "km", "metres", "meters"})
_DIGITS = 3  # so many significant digits are not met twice by chance
_SUM = 10_000  # nor is a sum of money from here on
_MANY = 1_000  # nor two digits of so many, in reports that surely tell of one event


class Things:
    """Figures of one key: they meet on their noun, unit and topic, or on a number too odd for chance."""

    def __init__(self, key: Key, claims: Sequence[Claim], pile: Pile, texts: Mapping[str, str]) -> None:
        self._key, self._pile, self._texts = key, pile, texts
        self._first = leads(claims, texts)

    def alike(self, a: Claim, b: Claim) -> bool:
        """Whether two figures may answer one question."""
        return self._like(a, b) and near(a.report, b.report, self._pile)

    def _like(self, a: Claim, b: Claim) -> bool:
        agree, one = same(a.figure, b.figure), self._texts[a.doc] == self._texts[b.doc]
        if agree and no_clash(a, b) and (_telling(a) or (not one and self._odd(a, b))):
            return True
        if not agree and (one or small_word(a.figure) or small_word(b.figure)):
            return False
        if self._key[2] == "magnitude":
            return _one_quake(a, b)
        topics = a.scope.topics & b.scope.topics if not one else frozenset()
        if a.scope.topics and b.scope.topics and not topics:
            return False
        if not (no_clash(a, b) and _same_when(a, b) and comparable(a, b)):
            return False
        return bool(topics & OF_ONE and {a.id, b.id} <= self._first) or self._said_alike(a, b, len(topics))

    def _said_alike(self, a: Claim, b: Claim, topics: int) -> bool:
        """Enough words, kinds and topics in common, for numbers that fit or of one stated place."""
        key, fits = self._key, meet(a.loose, b.loose)
        shared = len((a.scope.words & b.scope.words) - _ANYBODY) + len(a.scope.kinds & b.scope.kinds) + 2 * topics
        if key[0] in ("other", "cases") and key[2] not in GENERIC | _MEASURED and (fits or key[0] == "cases"):
            shared += 1
        enough = 1 if fits and key[0] != "duration" else 2
        return shared >= enough and (fits or (a.place is not None and a.place == b.place))

    def _odd(self, a: Claim, b: Claim) -> bool:
        low = a.figure.low
        return low is not None and low >= _MANY and _digits(low) > 1 and firm(a.report, b.report, self._pile)


def _one_quake(a: Claim, b: Claim) -> bool:
    """5.9 and 6.1 may be one earthquake by two agencies; 5.9 and 4.7 are a shock and its aftershock."""
    x, y = a.figure.low or Decimal(0), b.figure.low or Decimal(0)
    return _same_when(a, b) and max(x, y) - min(x, y) <= Decimal("0.5")


def _telling(claim: Claim) -> bool:
    """A number with at least three significant digits, or a sum of some size in one currency: 11.175
    billion is not met twice by chance.
    """
    low = claim.figure.low
    if low is None:
        return False
    return _digits(low) >= _DIGITS or (claim.figure.measure == "money" and low >= _SUM)


def _digits(low: Decimal) -> int:
    return len(low.normalize().as_tuple().digits)


def no_clash(a: Claim, b: Claim) -> bool:
    """Neither two stated places nor two kinds of people or things."""
    places = a.place is None or b.place is None or a.place == b.place
    return places and not (a.scope.kinds and b.scope.kinds and not a.scope.kinds & b.scope.kinds)


def _same_when(a: Claim, b: Claim) -> bool:
    told = ("sentence", "paragraph", "quote")
    both = a.asof.given in told and b.asof.given in told
    return not both or a.figure.when == b.figure.when or meet(a.loose, b.loose)


def comparable(a: Claim, b: Claim, times: int = 2) -> bool:
    """Of like size: 2 and 7,000 of a thing are two things, and so are "at least 65" and "over 1,300"."""
    x, y = (c.figure.low if c.figure.low is not None else c.figure.high for c in (a, b))
    return x is not None and y is not None and min(x, y) > 0 and max(x, y) <= times * min(x, y)
