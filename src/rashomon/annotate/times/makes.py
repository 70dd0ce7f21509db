"""From what the slots of a rule hold to a sense. One small function a kind of expression."""

from collections.abc import Callable
from datetime import date as calendar_date
from typing import Any

from rashomon.annotate.times.senses import Sense, replace
from rashomon.annotate.times.slots import full_year
from rashomon.annotate.times.state import EITHER, PREVIOUS
from rashomon.lang.schema.times import TimeRule

Captures = dict[str, Any]
MONTHS = ("month", "mon", "weak", "madj", "roman")
DAY_FIRST, EITHER_WAY, MONTH_FIRST = 0, 1, -1  # ``side`` of a numeric date
WEEKDAYS = ("wday2", "wday", "weekday", "wadj")
UNITS = ("unit", "period", "one", "unit-one", "soon", "before-one")


def date(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """Any of year, month, day, weekday; None for the 31st of June."""
    month = next((caps[slot] for slot in MONTHS if slot in caps), rule.month)
    day = caps.get("day", caps.get("dayword", rule.day))
    year = caps.get("year", caps.get("yy", caps.get("y2", caps.get("y3"))))
    if rule.n is not None:
        day = caps.get(f"day{rule.n}")
    if not valid(year, month, day):
        return None
    return Sense(
        "date",
        rule.id,
        year=year,
        month=month,
        day=day,
        weekday=caps.get("wday", caps.get("weekday")),
        side=caps.get("side", rule.side),
    )


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None or day is None or not 1 <= month <= 12:
        return month is None or 1 <= month <= 12
    try:
        calendar_date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def spoken(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "nineteen ninety-seven": the century is the rule's, tens and ones are slots."""
    return Sense("date", rule.id, year=(rule.n or 0) + caps.get("tens", 0) + caps.get("ones", caps.get("teens", 0)))


def numeric(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "04.02.2019", "14/02/19", "02/14/19", "2019-02-04": the order is the language's where it can be."""
    a, b, c = caps["numeric"]
    if a > 31:
        return _first_valid(rule, [(a, b, c)])
    year = full_year(c)
    dmy, mdy = (year, b, a), (year, a, b)
    sense = _first_valid(rule, [mdy, dmy] if order == "MDY" else [dmy, mdy])
    if sense is None:
        return None
    return replace(sense, side=EITHER_WAY if a <= 12 and b <= 12 else MONTH_FIRST if b > 12 else DAY_FIRST)


def _first_valid(rule: TimeRule, readings: list[tuple[int, int, int]]) -> Sense | None:
    for year, month, day in readings:
        if 1000 <= year <= 2100 and valid(year, month, day) and 1 <= month <= 12 and day:
            return Sense("date", rule.id, year=year, month=month, day=day)
    return None


def offset(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """So many units from the base: "three days ago", "last week", "вчера"."""
    unit = next((caps[slot] for slot in UNITS if slot in caps), rule.unit)
    if unit is None:
        return None
    n: int = caps.get("side", 0) if rule.n is None else rule.n
    if "n" in caps or "num" in caps:
        n = (caps.get("n") or caps.get("num") or 0) * (-1 if n < 0 else 1)
    return Sense("offset", rule.id, unit=unit, n=n, base=rule.base)


def weekday(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    day = next((caps[slot] for slot in WEEKDAYS if slot in caps), None)
    dated = caps.get("day")
    side = caps.get("side", rule.side)
    return Sense("weekday", rule.id, weekday=day, day=dated, side=side, unit="day", base=rule.base)


def nth_weekday(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "the first Tuesday of October", "ostatnia niedziela września"."""
    n = caps.get("nth", caps.get("ord", caps.get("dayword", rule.n)))
    if n is None or n > 5:
        return None
    day = caps.get("weekday", caps.get("wday", rule.weekday))
    month = caps.get("mon", caps.get("month", rule.month))
    return Sense("nth", rule.id, weekday=day, month=month, n=n, year=caps.get("year"))


def month_day(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "15-го числа прошлого месяца": a day without its month; ``n`` None where no month is said."""
    day = caps.get("day", caps.get("dayword"))
    return Sense("month-day", rule.id, day=day, n=caps.get("side", caps.get("side-after", rule.n))) if day else None


def same(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "that day", "в том же году": what was mentioned last, of this unit."""
    unit = caps.get("unit", rule.unit or "day")
    unit = "day" if unit in ("hour", "minute", "part") else unit
    return Sense("same", rule.id, unit=unit, base=EITHER if rule.base == EITHER else PREVIOUS)


def clock(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    whole = caps.get("hour", caps.get("num", caps.get("hourword", rule.hour)))
    hour, minute = caps.get("clock") or caps.get("dotted") or caps.get("commaed") or (whole, caps.get("minutes", 0))
    half = caps.get("half")
    if hour is None or (half is not None and hour > 24):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return Sense("clock", rule.id, hour=hour, minute=minute)


def hours(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "dalle 8 alle 20", "с 8 до 20 часов": two hours of one day."""
    first, last = caps.get("hour"), caps.get("hour2")
    if first is None or last is None or first >= last:
        return None
    return Sense("range", rule.id, ends=tuple(Sense("clock", rule.id, hour=h) for h in (first, last)))


def part(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    return Sense("part", rule.id, unit="day", base=rule.base, n=rule.n)


def season(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    return Sense(
        "season",
        rule.id,
        month=caps.get("season", caps.get("season-when")),
        year=caps.get("year", caps.get("yy")),
        side=caps.get("side", rule.side),
    )


def quarter(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    count = caps.get("ord", caps.get("roman", caps.get("n", caps.get("num", caps.get("hour")))))
    if count is None or not 1 <= count <= 4:
        return None
    return Sense("quarter", rule.id, month=count, year=caps.get("year", caps.get("yy")), side=rule.side)


def half(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "the first half of 2019", "во втором полугодии"."""
    count = caps.get("half-of", caps.get("roman", rule.n))
    if count not in (1, 2):
        return None
    return Sense("half", rule.id, month=count, year=caps.get("year", caps.get("yy")), side=rule.side)


def decade(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "1990s", "90-е годы", "anni Novanta", "lata 80. XIX wieku"; unit "short" where the century is not said."""
    start = caps.get("decade", caps.get("year", caps.get("n", caps.get("yy", caps.get("num")))))
    if start is None or start % 10:
        return None
    said = caps.get("roman", caps.get("cento"))
    if start < 100 and said:
        start += (said - 1) * 100
    elif start < 100:
        return Sense("decade", rule.id, year=start, unit="short")
    return Sense("decade", rule.id, year=start) if 1000 <= start <= 2100 else None


def century(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "XIX век"; with its era "V secolo a.C.", whose ``year`` is negative."""
    count = caps.get("ord", caps.get("roman", caps.get("n", caps.get("day", caps.get("century", caps.get("cento"))))))
    first = 1 if "bc" in caps or "ad" in caps else 5
    if not count or not first <= count <= 22:
        return None
    return Sense("century", rule.id, year=-count if "bc" in caps else count)


def era(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "44 BC", "в 476 г. н. э.": ISO 8601 counts the year before the year 1 as 0."""
    year = caps.get("any-year")
    if not year:
        return None
    return Sense("date", rule.id, year=1 - year if "bc" in caps else year)


def dual(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "7 (20) июля 1917", "25 October (7 November) 1917": old style and new; the later day is the new one."""
    year, month = caps.get("year"), caps["mon"]
    ends = [(month, caps["day"]), (caps.get("mon2", month), caps["day2"])]
    if not all(valid(year or 1917, m, d) for m, d in ends):
        return None
    days = [calendar_date(year or 1917, m, d) for m, d in ends]
    if not 10 <= abs((days[0] - days[1]).days) <= 13:
        return None
    new = max(days)
    return Sense("date", rule.id, year=year, month=new.month, day=new.day)


def feast(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "Good Friday", "в Вербное воскресенье": so many days from Easter; ``unit`` is its church."""
    side = caps.get("side", rule.side)
    return Sense("feast", rule.id, year=caps.get("year"), n=rule.n or 0, unit=rule.unit or "", side=side)


def none(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """What only looks like a time: "today's world"."""
    return Sense("none", rule.id)


def since(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "since the beginning of the year": from the unit's first day up to the report."""
    return Sense("since", rule.id, unit=caps.get("unit", rule.unit) or "year", n=rule.n or 0)


def span(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "3-9 May 2018", "с 3 по 9 мая": two days that share a month."""
    month, year = caps.get("month", caps.get("mon")), caps.get("year", caps.get("yy"))
    first, last = caps.get("day", caps.get("dayword")), caps.get("day2", caps.get("dayword2"))
    if not (valid(year, month, first) and valid(year, month, last)) or first is None or last is None or first >= last:
        return None
    ends = tuple(Sense("date", rule.id, year=year, month=month, day=d) for d in (first, last))
    return Sense("range", rule.id, ends=ends)


def clocks(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "10.30–13.00": two clock times of one day, on round minutes."""
    first, last = caps.get("dotted"), caps.get("dotted2")
    if not first or not last or first >= last or first[1] % 5 or last[1] % 5:
        return None
    ends = tuple(Sense("clock", rule.id, hour=hour, minute=minute) for hour, minute in (first, last))
    return Sense("range", rule.id, ends=ends)


def months(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "January to March 2018"."""
    year = caps.get("year", caps.get("yy"))
    ends = tuple(Sense("date", rule.id, year=year, month=caps[k]) for k in ("mon", "mon2"))
    return Sense("range", rule.id, ends=ends)


def years(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """ "2009-2013", "2009-13", "1988—1998 годах"."""
    first, last = caps["year"], caps.get("year2", caps.get("n", caps.get("y2")))
    if last is not None and (last < 100 or "y2" in caps):
        last = first - first % 100 + last % 100
        last += 100 if last < first and rule.n else 0  # the season of "1999/00"
    if last is None or not first < last <= first + (rule.n or 400):
        return None
    ends = tuple(Sense("date", rule.id, year=y) for y in (first, last))
    return Sense("range", rule.id, ends=ends)


def event(rule: TimeRule, caps: Captures, order: str) -> Sense | None:
    """Relative to something that has no date here: "a year after the riots"."""
    counted = offset(rule, caps, order) if rule.n is not None else None
    return replace(counted, form="event") if counted else Sense("event", rule.id)


MAKES: dict[str, Callable[[TimeRule, Captures, str], Sense | None]] = {
    "date": date,
    "numeric": numeric,
    "spoken": spoken,
    "offset": offset,
    "weekday": weekday,
    "nth": nth_weekday,
    "month-day": month_day,
    "same": same,
    "clock": clock,
    "hours": hours,
    "clocks": clocks,
    "part": part,
    "season": season,
    "quarter": quarter,
    "half": half,
    "decade": decade,
    "century": century,
    "era": era,
    "dual": dual,
    "feast": feast,
    "none": none,
    "since": since,
    "span": span,
    "months": months,
    "years": years,
    "event": event,
}
