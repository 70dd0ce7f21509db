"""Dates, months, seasons, quarters: what is written with a year, or lacks only the year."""

from collections.abc import Callable
from datetime import date

from rashomon.annotate.times import calendar
from rashomon.annotate.times.makes import EITHER_WAY
from rashomon.annotate.times.senses import Sense, replace
from rashomon.annotate.times.state import NOWHERE, PREVIOUS, PUBLISHED, TENSE, Calendar, Placed, year_of

NEAR = 31  # days
APART = 300  # days between the full dates of a report that tells of one time
JUST = 2  # expressions between a full date and one that takes its year


def day(at: Calendar, sense: Sense, tense: int) -> Placed:
    if sense.year is not None:
        return _as_written(at, sense)
    assert sense.month is not None
    if sense.unit == "year":
        return _in_relative_year(at, sense, lambda year: calendar.iso(year, sense.month, sense.day))
    return _with_year(at, sense, tense, sense.month, lambda year: calendar.iso(year, sense.month, sense.day))


def _as_written(at: Calendar, sense: Sense) -> Placed:
    """A full date; "1/5/2022" the other way round where only that is near the report."""
    value = calendar.iso(sense.year, sense.month, sense.day)
    if sense.side != EITHER_WAY or not at.either_order or not sense.rule.startswith("date.numeric"):
        return Placed(value)
    other = calendar.iso(sense.year, sense.day, sense.month)
    if at.month_first:
        return Placed(other, why=("month first, as the report's other dates",))
    if at.published is None:
        return Placed(value)
    far, near = (abs((date.fromisoformat(v) - at.published).days) for v in (value, other))
    return Placed(other, why=("month first: so it is near the report",)) if near <= NEAR < far else Placed(value)


def _in_relative_year(at: Calendar, sense: Sense, write: Callable[[int | None], str]) -> Placed:
    """ "January this year", "июне прошлого года", "that year": the year is said in words."""
    if sense.base == PREVIOUS:
        year = year_of(at.last)
        if year is None:
            return Placed(partial=write(None))
        return Placed(write(year + (sense.n or 0)), anchor=PREVIOUS, why=("year of the date before",))
    if at.published is None:
        return Placed(partial=write(None) if not sense.n else None)
    year = at.published.year + (sense.n or 0)
    return Placed(write(year), anchor=PUBLISHED, why=("year counted from the report's date",))


def _with_year(at: Calendar, sense: Sense, tense: int, month: int, write: Callable[[int | None], str]) -> Placed:
    """A date without a year: from its sentence, the report's date, or its nearest full date."""
    today = at.published
    if today is not None and at.year is not None and at.year < today.year and tense <= 0:
        return Placed(write(at.year), anchor=PREVIOUS, why=("year named earlier in the sentence",))
    if today is not None:
        year = _sided(today, (month, sense.day), sense.side) or calendar.nearest(today, month, sense.day, tense)
        return Placed(write(year), anchor=PUBLISHED, why=(f"nearest to {today}, {TENSE[tense]}",))
    near = _nearest_full(at)
    if near is None or sense.side is not None:
        return Placed(partial=write(None))
    year = calendar.nearest(near, month, sense.day, 0)
    return Placed(write(year), anchor=PREVIOUS, why=(f"year of the report's date {near}",))


def _sided(today: date, when: tuple[int, int | None], side: int | None) -> int | None:
    """ "last April", "this September", "next March"; "el pasado 2 de octubre" is the last one there was."""
    if side is None:
        return None
    month, day = when
    then, now = (month, day or 0), (today.month, today.day if day else 0)
    if side < 0:
        return today.year if then < now else today.year - 1
    if side > 0:
        return today.year if then > now else today.year + 1
    return today.year


def _nearest_full(at: Calendar) -> date | None:
    """The full date met last, else the first that follows ("8 мая ... 3 мая 2015 года").

    Where the report's full dates lie far apart (it tells of other years too), only one just before.
    """
    if not at.full:
        return None
    earlier = [full for full in at.full if full.order <= at.order]
    days = [full.day for full in at.full]
    if (max(days) - min(days)).days <= APART:
        return earlier[-1].day if earlier else at.full[0].day
    if earlier and at.order - earlier[-1].order <= JUST and earlier[-1].paragraph == at.paragraph:
        return earlier[-1].day
    return None


def nth(at: Calendar, sense: Sense, tense: int) -> Placed:
    """ "the last Sunday of September": the year as for the month alone, then the day."""
    month, weekday, n = sense.month or 1, sense.weekday or 0, sense.n or 1
    placed = day(at, replace(sense, form="date", weekday=None, unit="", n=0), tense)
    if placed.value is None:
        return NOWHERE
    there = calendar.nth_weekday(int(placed.value[:4]), month, weekday, n)
    return replace(placed, value=there.isoformat()) if there else NOWHERE


def season(at: Calendar, sense: Sense, tense: int) -> Placed:
    code = sense.month or 21
    if sense.year is not None:
        return Placed(f"{sense.year}-{code}")
    if sense.unit == "year":
        return _in_relative_year(at, sense, lambda year: f"{calendar.iso(year)}-{code}")
    return _with_year(at, sense, tense, calendar.SEASON_MIDDLE[code], lambda year: f"{calendar.iso(year)}-{code}")


def quarter(at: Calendar, sense: Sense, tense: int) -> Placed:
    """A quarter or a half of a year."""
    number = sense.month or 1
    letter, count = ("H", 2) if sense.form == "half" else ("Q", 4)
    if sense.year is not None:
        return Placed(f"{sense.year}-{letter}{number}")
    if sense.unit == "year":
        return _in_relative_year(at, sense, lambda year: f"{calendar.iso(year)}-{letter}{number}")
    today = at.published
    if today is None:
        return Placed(partial=f"{calendar.UNKNOWN}-{letter}{number}")
    now = (today.month - 1) * count // 12 + 1
    year = calendar.nearest_index(today.year, now, number, count, tense)
    return Placed(f"{year}-{letter}{number}", anchor=PUBLISHED, why=(f"nearest to {today}, {TENSE[tense]}",))


def decade(at: Calendar, sense: Sense, tense: int) -> Placed:
    """ "the '90s" are of the 20th century; "the 20s", of the last one before the report that is over or on, or nothing."""
    year = sense.year or 0
    if sense.unit == "short" and year < 30:
        if at.published is None or (year == 20 and at.published.year >= 2020):
            return NOWHERE  # the 1920s or ours
        year += 2000 if at.published.year >= 2000 + year else 1900
    elif sense.unit == "short":
        year += 1900
    return Placed(f"{year // 10:03}X")


def century(at: Calendar, sense: Sense, tense: int) -> Placed:
    count = sense.year or 1
    if count < 0:  # the fifth before Christ: 500 to 401
        return Placed(f"{calendar.iso(1 + 100 * count)}/{calendar.iso(100 * (count + 1))}")
    return Placed(f"{count - 1:02}")
