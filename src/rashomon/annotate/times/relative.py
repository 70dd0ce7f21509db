"""What is said from somewhere else: the report's date, or the date mentioned before."""

from datetime import date, timedelta

from rashomon.annotate.times import calendar
from rashomon.annotate.times.senses import Sense, replace
from rashomon.annotate.times.state import (
    EITHER,
    NOWHERE,
    PREVIOUS,
    PUBLISHED,
    TENSE,
    Calendar,
    Placed,
    before,
    year_of,
)


def offset(at: Calendar, sense: Sense, tense: int) -> Placed:
    if sense.n is None or sense.unit in ("hour", "minute"):
        return NOWHERE
    ahead = at.published is not None and (tense > 0 or (tense == 0 and at.day is None))
    if sense.base == PREVIOUS or (sense.base == EITHER and not ahead):
        return _from_previous(at, sense.unit, sense.n)
    if at.published is None:
        return Placed(partial=calendar.UNKNOWN if sense.unit == "year" and sense.n == 0 else None)
    if sense.rule == "offset.ago" and sense.unit == "year" and sense.n == -1 and (quarter := at.near_quarter(-1)):
        return Placed(quarter, anchor=PREVIOUS, why=("the same quarter a year before",))
    if sense.unit == "weekend":
        return _weekend(at.published, sense.n, tense)
    if sense.unit == "decade" and sense.rule.startswith("offset.ago"):  # "a decade ago" is a year, not a decade
        sense = replace(sense, unit="year", n=10 * sense.n)
    moved = calendar.move(at.published, sense.unit, sense.n or 0)
    if moved is None:
        return NOWHERE
    return Placed(
        calendar.named(moved, sense.unit), anchor=PUBLISHED, why=(f"{sense.n:+} {sense.unit} from the report's date",)
    )


def _weekend(today: date, n: int, tense: int) -> Placed:
    """The weekend before the report, or the one ahead where the words or the tense say so."""
    ahead = n > 0 or (n == 0 and tense > 0)
    saturday = calendar.weekday_near(today, 5, 1 if ahead else -1, None)
    return Placed(calendar.named(saturday, "weekend"), anchor=PUBLISHED, why=(f"weekend near {today}",))


def _from_previous(at: Calendar, unit: str, n: int) -> Placed:
    """ "the next day", "three weeks later", "год спустя": counted from the date before."""
    why = (f"{n:+} {unit} from the date before",)
    if unit == "day":
        moved = at.day and calendar.move_text(at.day, n)
        return before(moved, why) if moved else NOWHERE
    day = calendar.parse(at.day)
    if unit == "year":
        return _years_from(at, n, why)
    there = day and calendar.move(day, unit, n)
    return Placed(calendar.named(there, unit), anchor=PREVIOUS, why=why) if there else NOWHERE


def _years_from(at: Calendar, n: int, why: tuple[str, ...]) -> Placed:
    """ "a year earlier": of a quarter, the same quarter of another year."""
    if quarter := at.near_quarter(n):
        return Placed(quarter, anchor=PREVIOUS, why=why)
    year = year_of(at.last)
    today = at.published
    if not year or not 0 < year + n < 10_000 or (n > 0 and today is not None and year + n > today.year + 1):
        return NOWHERE  # "60 years later" of a date that was not the one before
    return Placed(calendar.iso(year + n), anchor=PREVIOUS, why=why)


def weekday(at: Calendar, sense: Sense, tense: int) -> Placed:
    today = at.published
    if today is None or sense.weekday is None:
        return NOWHERE
    if sense.day is not None:
        found = calendar.weekday_on(today, sense.weekday, sense.day, tense)
        return (
            Placed(found.isoformat(), anchor=PUBLISHED, why=(f"that day of the month near {today}",))
            if found
            else NOWHERE
        )
    if sense.base == PREVIOUS:
        return _weekday_before(at, today, sense.weekday)
    if sense.unit == "week":
        there = today + timedelta(days=7 * (sense.n or 0) + sense.weekday - today.weekday())
    else:
        there = calendar.weekday_near(today, sense.weekday, tense, sense.side)
    return Placed(there.isoformat(), anchor=PUBLISHED, why=(f"weekday near {today}, {TENSE[tense]}",))


def _weekday_before(at: Calendar, today: date, weekday: int) -> Placed:
    """ "the previous Friday": the one before the day just spoken of, before the report otherwise."""
    day = calendar.parse(at.day) or today
    there = calendar.weekday_near(day, weekday, -1, -1)
    return Placed(there.isoformat(), anchor=PREVIOUS, why=(f"weekday before {day}",))


def month_day(at: Calendar, sense: Sense, tense: int) -> Placed:
    """ "15-го числа", "the 15th of last month": the month that is said, or the nearest by tense."""
    today, day = at.published, sense.day or 1
    if today is None:
        return NOWHERE
    moves = (0, -1, 1) if sense.n is None else (sense.n,)
    days = [calendar.day_of(calendar.move(today, "month", n), day) for n in moves]
    near = [found for found in days if found is not None]
    if not near:
        return NOWHERE
    there = min(near, key=lambda found: calendar.weighed((found - today).days, tense, 3))
    return Placed(there.isoformat(), anchor=PUBLISHED, why=(f"that day of the month near {today}, {TENSE[tense]}",))


def same(at: Calendar, sense: Sense, tense: int) -> Placed:
    """What was mentioned last; "later in the day" may also be the report's own."""
    placed = _mentioned(at, sense)
    if sense.ends:
        return _of_year(at, placed, sense.ends[0])
    if placed.known or sense.base != EITHER or at.published is None:
        return placed
    return Placed(calendar.named(at.published, sense.unit), anchor=PUBLISHED, why=("the report's own date",))


def _of_year(at: Calendar, placed: Placed, other: Sense) -> Placed:
    """ "the same period last year": a stretch moved to another year; weekdays do not move with it."""
    year, value = other.year, placed.value
    if year is None and other.base == PREVIOUS:
        year = (year_of(value) or 0) + (other.n or 0)
    elif year is None and at.published is not None:
        year = at.published.year + (other.n or 0)
    if not year:
        return NOWHERE
    if value is None or "/" in value or "T" in value:
        return Placed(calendar.iso(year), anchor=PUBLISHED, why=("the year alone: its part is not known",))
    return Placed(f"{year:04}{value[4:]}", anchor=PREVIOUS, why=("the stretch mentioned before, in another year",))


def _mentioned(at: Calendar, sense: Sense) -> Placed:
    why = ("the date mentioned before",)
    if sense.unit == "day":
        return before(at.day, why) if at.day else NOWHERE
    if sense.unit in ("period", "time"):
        return before(at.last, why) if at.last else NOWHERE
    if sense.unit == "quarter":
        return before(at.quarter, why) if at.quarter else NOWHERE
    if sense.unit == "year":
        year = year_of(at.last)
        return Placed(calendar.iso(year), anchor=PREVIOUS, why=why) if year is not None else NOWHERE
    if sense.unit == "month" and at.last and at.last[4:5] == "-" and at.last[5:7].isdecimal():
        return before(at.last[:7], why)
    day = calendar.parse(at.day)
    return Placed(calendar.named(day, sense.unit), anchor=PREVIOUS, why=why) if day else NOWHERE


def clock(at: Calendar, sense: Sense, tense: int) -> Placed:
    tail = f"T{sense.hour:02}:{sense.minute:02}"
    if at.day is not None:
        return before(at.day + tail, ("on the day mentioned before",))
    if at.published is not None:
        return Placed(at.published.isoformat() + tail, anchor=PUBLISHED, why=("on the day of the report",))
    return NOWHERE


def part(at: Calendar, sense: Sense, tense: int) -> Placed:
    """ "tonight" belongs to the report's day, "in the evening" to the day mentioned before."""
    if sense.base == PUBLISHED and sense.n is not None:
        return offset(at, sense, tense)
    if at.day is not None and at.paragraph - at.day_paragraph <= 1:
        return before(at.day, ("on the day mentioned before",))
    return NOWHERE


def since(at: Calendar, sense: Sense, tense: int) -> Placed:
    """From the first day of a unit to the report's day, or to the day it speaks of."""
    until = at.published.isoformat() if at.published else at.day
    if until is None:
        return NOWHERE
    start = until[:4] + "-01-01" if sense.unit == "year" else until[:7] + "-01"
    if sense.unit not in ("year", "month"):
        return NOWHERE
    placed = before(f"{start}/{until}", (f"up to {until}",))
    return replace(placed, anchor=PUBLISHED) if at.published else placed
