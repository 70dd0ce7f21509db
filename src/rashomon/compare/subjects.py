"""What a report is about beside the names in it: numbers, happenings, people and days that another report may share.

A short report names little ("13 bodies were brought up, the operation is over"), and a translation of a name may not
be known. Two such reports are still of one event where they share odd numbers and the kind of happening.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from rashomon.compare.dates import Days, days
from rashomon.compare.deeds import Frame
from rashomon.model import Figure, Reading

__all__ = ["Subject", "shared", "subject_of"]

_SMALL = 3  # below it a number is shared by chance
_ODD = 10  # from it on a number is rather not
_COMMON = frozenset({"people", "residents", "population", "voters", "victims", "relatives", "officials", "experts"})
_ANYWHERE = frozenset(
    {"killing", "talks", "detaining", "deployment", "appointment", "accord", "rejection", "ban", "aid"}
)
_COUNTED = frozenset(
    "killed injured missing detained hospitalised displaced rescued present deployed damaged looted cases money share"
    " other".split()
)
_LONG = 21  # days between two reports of one event that have little in common
_MOST = 2  # values of a kind that add to the weight


class Subject(NamedTuple):
    """``values``: (kind of what is counted, number) that may be met again; ``country``: the one named most."""

    values: frozenset[tuple[str, str]]
    acts: frozenset[str]
    people: frozenset[str]
    days: frozenset[str]
    country: str | None
    told: Days | None


def subject_of(reading: Reading, frames: Iterable[Frame | None], country: str | None, told: Days | None) -> Subject:
    """What a report is about; ``told`` is the day it was written, as far as that is known."""
    senses = {frame.sense for frame in frames if frame is not None and frame.sense}
    dated = (days(t.meant or t.value) for t in reading.times)
    return Subject(
        values=frozenset(_value(f) for f in reading.figures if _odd(f)),
        acts=frozenset(senses - _ANYWHERE),
        people=frozenset(t.gloss for t in reading.terms if t.gloss and t.gloss not in _COMMON),
        days=frozenset(d.first[:10] for d in dated if d is not None and d.exact),
        country=country,
        told=told,
    )


def _odd(figure: Figure) -> bool:
    low = figure.low if figure.high in (None, figure.low) else None
    if low is None or figure.measure not in _COUNTED:
        return False
    if figure.measure == "share":
        return low % 1 != 0  # 67.17%, not 50%
    return low >= _SMALL and (figure.measure != "other" or low >= _ODD)


def _value(figure: Figure) -> tuple[str, str]:
    unit = "people" if figure.who != "things" else figure.unit or ""
    return unit, str((figure.low or Decimal(0)).normalize())


def shared(a: Subject, b: Subject) -> int:
    """How much two reports have in common beside their names; 0 where something tells them apart."""
    if not a.values & b.values or (a.country and b.country and a.country != b.country):
        return 0
    if a.told is not None and b.told is not None and a.told.gap(b.told) > _LONG:
        return 0
    sizes = Counter(len(number.rstrip("0").replace(".", "")) > 1 for _, number in a.values & b.values)
    found = 2 * min(sizes[True], _MOST) + min(sizes[False], _MOST)
    if found < 2:
        return 0
    same = a.country is not None and a.country == b.country
    people = min(len(a.people & b.people), _MOST)
    return found + same + bool(a.acts & b.acts) + people + bool(a.days & b.days)
