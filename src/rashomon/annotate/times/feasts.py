"""Movable feasts: Easter and the days counted from it.

Western Easter by the anonymous Gregorian computus (Nature, 1876), Orthodox Easter by Meeus's
Julian one, both as Gregorian dates. A feast whose church is not said ("Пасха" of a report on another country) has
a date only in the years when both fall together.
"""

from datetime import date, timedelta

from rashomon.annotate.times import calendar
from rashomon.annotate.times.senses import Sense
from rashomon.annotate.times.state import NOWHERE, PUBLISHED, TENSE, Calendar, Placed

__all__ = ["feast", "orthodox_easter", "western_easter"]

WEST, EAST = "west", "east"


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian computus; years 1583 and later."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian computus, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    f = d + e + 114
    ahead = year // 100 - year // 400 - 2  # days the Julian calendar lies behind
    return date(year, f // 31, f % 31 + 1) + timedelta(days=ahead)


def feast(at: Calendar, sense: Sense, tense: int) -> Placed:
    """The day of a feast in its year: written, or nearest to the report by tense."""
    if sense.year is not None:
        day = _in_year(sense, sense.year)
        return Placed(day.isoformat(), why=("counted from Easter",)) if day else NOWHERE
    today = at.published
    if today is None:
        return NOWHERE
    years = (today.year, today.year - 1, today.year + 1)
    days = [day for year in years if (day := _in_year(sense, year, exact=False))]
    if sense.side:
        days = [day for day in days if (day - today).days * sense.side > 0]
    if not days:
        return NOWHERE
    near = min(days, key=lambda day: calendar.weighed((day - today).days, tense, 3))
    there = _in_year(sense, near.year)
    why = ("counted from Easter", f"nearest to {today}, {TENSE[tense]}")
    return Placed(there.isoformat(), anchor=PUBLISHED, why=why) if there else NOWHERE


def _in_year(sense: Sense, year: int, exact: bool = True) -> date | None:
    """The day in a year; where the church is not said and counts, None unless both agree."""
    if not 1583 <= year <= 2299:
        return None
    west, east = western_easter(year), orthodox_easter(year)
    if sense.unit not in (WEST, EAST) and exact and west != east:
        return None
    return (west if sense.unit == WEST else east) + timedelta(days=sense.n or 0)
