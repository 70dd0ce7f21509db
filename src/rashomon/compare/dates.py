"""Dates as intervals of days: enough of ISO 8601 / EDTF to put two figures in order."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from babel.dates import format_date

__all__ = ["Days", "days", "in_words"]

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2})?)?)?[~?%]?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Days(NamedTuple):
    """First and last moment of a date, as sortable text: "2022-01-07" or "2022-01-07T20:00"."""

    first: str
    last: str

    @property
    def exact(self) -> bool:
        """A day or less: fine enough to order two tolls of one week."""
        return self.first[:10] == self.last[:10]

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (_day(self.last) - _day(self.first)).days

    @property
    def edtf(self) -> str:
        """The interval as it is written: a moment, a day, or first and last day."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    def before(self, other: "Days") -> bool:
        """Wholly earlier: a day is not before an hour of the same day."""
        last, first = self.last, other.first
        n = min(len(last), len(first))
        return last[:n] < first[:n]

    def gap(self, other: "Days") -> int:
        """Days between the two; 0 where they touch."""
        if self.before(other):
            return (_day(other.first) - _day(self.last)).days
        if other.before(self):
            return (_day(self.first) - _day(other.last)).days
        return 0


@lru_cache(maxsize=20_000)
def days(value: str | None) -> Days | None:
    """The interval of an ISO 8601 / EDTF value; None for None and for what has unknown digits."""
    if not value:
        return None
    first, _, last = value.partition("/")
    a, b = _part(first), _part(last or first)
    return Days(a.first, b.last) if a and b and a.first <= b.last else None


def _part(text: str) -> Days | None:
    match = _PART.fullmatch(text[:-1] if text.endswith("Z") else text)
    if not match:
        return None
    year, month, day, hour = match.groups()
    if month is None:
        return Days(f"{year}-01-01", f"{year}-12-31")
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    top = _MONTH_DAYS[int(month) - 1]
    if day is None:
        return Days(f"{year}-{month}-01", f"{year}-{month}-{top:02}")
    if not 1 <= int(day) <= top:
        return None
    moment = f"{year}-{month}-{day}{hour or ''}"
    return Days(moment, moment)


def _day(moment: str) -> date:
    year, month, day = (int(part) for part in moment[:10].split("-"))
    try:
        return date(year, month, day)
    except ValueError:  # 29 February of a common year: the last day of an EDTF month
        return date(year, month, 1) + timedelta(days=27)


@lru_cache(maxsize=20_000)
def in_words(when: Days, locale: str) -> str:
    """A day, hour, month, year or stretch as people write it: "15 May 2024", "May 2024", "2024"."""
    first, last = when.first[:10], when.last[:10]
    if when.exact:
        hour = when.last[10:].replace("T", ", ") if when.first == when.last else ""
        return _written(last, "d MMMM y", locale) + hour
    if (first[:4], first[5:], last[5:]) == (last[:4], "01-01", "12-31"):
        return first[:4]
    if first[:7] == last[:7] and first.endswith("-01") and int(last[8:]) >= _SHORTEST_MONTH:
        return _written(first, "LLLL y", locale)
    return f"{_written(first, 'd MMMM y', locale)} – {_written(last, 'd MMMM y', locale)}"


_SHORTEST_MONTH = 28


def _written(day: str, pattern: str, locale: str) -> str:
    return str(format_date(_day(day), pattern, locale=locale))
