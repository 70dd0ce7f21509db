"""Evident slips: dates whose year contradicts the report's other dates.

In the first weeks of a year the old one is still written: "04.01.2018" beside "06.01.2019". The
rule is conservative, for a report may well speak of the same days a year before: two such dates,
written as the current ones are, nothing in the report that speaks of last year; or one date whose
weekday fits the current year and not the written one; or a date far ahead that is told as past.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.annotate.times.senses import Sense
from rashomon.model import Time, replace

__all__ = ["Written", "as_written", "find"]

NEAR = 31  # days between a slip's meant day and the report's other dates
FAR = 270  # days ahead of the report that nobody tells as past
EARLY = (1, 2)  # months in which the old year slips in
PAST = -1


@dataclass(frozen=True, slots=True)
class Written:
    """An expression as written: its sense, and what its sentence says."""

    sense: Sense
    tense: int
    explained: bool  # the sentence speaks of an anniversary, of last year

    @property
    def day(self) -> date | None:
        """The day it names in full, year and all."""
        s = self.sense
        if s.form != "date" or s.year is None or s.month is None or s.day is None:
            return None
        return date(s.year, s.month, s.day)


Slips = dict[int, tuple[date, str]]  # expression -> the day meant, and why


def find(written: Sequence[Written], published: date | None) -> Slips:
    """The evident slips among the expressions of a report."""
    days = {i: day for i, w in enumerate(written) if (day := w.day) is not None}
    if not days or len(days) + (published is not None) < 2:
        return {}
    found = _by_weekday(days, written, published) | _told_as_past(days, written, published)
    return found | _old_year(days, written, published)


def as_written(time: Time, year: int, reason: str) -> Time:
    """``time``, placed where it is meant, with its value as written and ``meant`` beside it."""
    if time.value is None:
        return time
    value = f"{year:04}{time.value[4:]}"
    return replace(time, value=value, meant=time.value, why=(*time.why, f"slip: {reason}"))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _by_weekday(days: dict[int, date], written: Sequence[Written], published: date | None) -> Slips:
    """ "Wednesday, 9 January 2018": that day was a Tuesday, and in 2019, where we are, a Wednesday."""
    found: Slips = {}
    for i, day in days.items():
        weekday = written[i].sense.weekday
        if weekday is None or day.weekday() == weekday:
            continue
        for other in sorted({d for j, d in days.items() if j != i} | ({published} if published else set())):
            meant = _in_year(day, other.year)
            if meant and abs(other.year - day.year) == 1 and meant.weekday() == weekday and _near(meant, other):
                found[i] = meant, f"its weekday fits {other.year}"
    return found


def _told_as_past(days: dict[int, date], written: Sequence[Written], published: date | None) -> Slips:
    """A date told as past that lies most of a year after the report, and a year before is near."""
    found: Slips = {}
    for i, day in days.items():
        if published is None or written[i].tense != PAST or (day - published).days < FAR:
            continue
        meant = _in_year(day, day.year - 1)
        if meant and meant <= published and _near(meant, published):
            found[i] = meant, f"told as past, the report is of {published}"
    return found


def _old_year(days: dict[int, date], written: Sequence[Written], published: date | None) -> Slips:
    """The year before, twice or more, at the beginning of a year, where nothing speaks of it."""
    year = published.year if published else max(day.year for day in days.values())
    current = {i: day for i, day in days.items() if day.year == year}
    anchors = [*current.values(), *([published] if published else [])]
    forms = {written[i].sense.rule for i in current} or {written[i].sense.rule for i in days}
    if any(w.explained or _names_year(w.sense, year - 1) for w in written):
        return {}
    found: Slips = {}
    for i, day in days.items():
        meant = _in_year(day, year)
        if day.year != year - 1 or meant is None:
            continue
        if day.month not in EARLY or written[i].sense.rule not in forms:
            return {}  # the report does speak of that year
        if not any(_near(meant, anchor) for anchor in anchors):
            return {}
        found[i] = meant, f"the report's other dates are of {year}"
    return found if len(found) > 1 else {}


def _names_year(sense: Sense, year: int) -> bool:
    """The year itself is spoken of, in digits or as "last year"."""
    if sense.form == "range":
        return any(_names_year(end, year) for end in sense.ends)
    if sense.unit == "year" and sense.n == -1 and sense.form == "offset":
        return True
    return sense.year == year and sense.day is None


def _near(a: date, b: date) -> bool:
    return abs((a - b).days) <= NEAR
