"""Neighbouring expressions that are one: weekday and date, day and clock time, month and "this
year", and ranges. Ordered rules; the first that takes a pair wins.
"""

from collections.abc import Callable, Sequence

from rashomon.annotate.times.senses import Found, Sense, replace
from rashomon.annotate.times.slots import Line
from rashomon.lang.schema.times import Times

MAX_GAP = 3
HYPHENS = ("-", "–", "—", "−")
YEAR_LIKE = ("offset", "same")


def join(found: Sequence[Found], line: Line, data: Times) -> list[Found]:
    """Merge neighbours, then pairs to ranges, then take in "early", "начале"."""
    merged: list[Found] = []
    for item in found:
        merged.append(item)
        while len(merged) > 1 and (one := _merge(merged[-2], merged[-1], line, data)):
            merged[-2:] = [one]
    ranges: list[Found] = []
    for item in merged:
        one = (_range(ranges[-1], item, line, data) or _night(ranges[-1], item)) if ranges else None
        if one is None:
            ranges.append(item)
        else:
            ranges[-1] = one
            if len(ranges) > 1 and (whole := _night(ranges[-2], one)):
                ranges[-2:] = [whole]
    return [_modified(item, line, data) for item in ranges]


def _merge(a: Found, b: Found, line: Line, data: Times) -> Found | None:
    gap = line.words[a.last : b.first]
    if len(gap) > MAX_GAP:
        return None
    for fits, rule in RULES:
        if all(word in getattr(data, fits) or (word == "," and fits == "glue") for word in gap):
            sense = rule(a.sense, b.sense, gap)
            if sense is not None:
                return Found(a.first, b.last, sense)
    return None


def _day_and_clock(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    day, clock = (a, b) if b.form == "clock" else (b, a)
    if clock.form != "clock" or not day.is_day or day.hour is not None:
        return None
    return replace(day, hour=clock.hour, minute=clock.minute)


def _day_and_part(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "вечером 5 января", "Wednesday night"; a comma parts ("on Monday, in the evening ...")."""
    if "," in gap or (a.form == "part") == (b.form == "part"):
        return None
    day, part = (a, b) if b.form == "part" else (b, a)
    if not day.is_day:
        return None
    return day if part.hour is None or day.hour is not None else replace(day, hour=part.hour, minute=part.minute)


def _clock_and_part(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "8 часов вечера", "9 in the morning": the rows read the part; here it is only taken in."""
    if gap and gap != ["in", "the"]:
        return None
    if {a.form, b.form} == {"clock", "part"} and a.form == "clock":
        return a
    return None


def _weekday_and_date(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    day, other = (a, b) if b.form == "weekday" else (b, a)
    if other.form != "weekday" or day.form != "date" or day.day is None or day.weekday is not None:
        return None
    return replace(day, weekday=other.weekday, hour=day.hour if day.hour is not None else other.hour)


def _word_and_date(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "вчера, 8 сентября 2017 года", "oggi 7 gennaio"."""
    if not set(gap) <= {","} or (a.form == "offset" and a.base != "published"):
        return None
    if a.form in ("offset", "same", "part") and a.is_day and b.form == "date" and b.day is not None and b.hour is None:
        return replace(b, hour=a.hour, minute=a.minute)
    if a.form == "offset" and b.form == "weekday" and a.unit == "day" and a.n is not None and a.base == "published":
        return a
    return None


def _in_year(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "January this year", "июне прошлого года", "осенью того же года", "first quarter of 2020"."""
    if a.form not in ("date", "season", "quarter", "half") or a.year is not None or a.month is None or a.unit:
        return None
    if b.form == "date" and b.year is not None and b.month is None and "," not in gap:
        return replace(a, year=b.year)
    if b.form in YEAR_LIKE and b.unit == "year" and b.n is not None and "," not in gap:
        base = "previous" if b.form == "same" else b.base
        return replace(a, unit="year", n=b.n, base=base)
    return None


def _same_of_year(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "the same period last year", "того же месяца 2019 года": the stretch of before in another year."""
    if a.form != "same" or a.unit in ("year", "decade", "century") or a.ends or "," in gap:
        return None
    plain = b.form == "date" and b.year is not None and b.month is None
    moved = b.form == "offset" and b.unit == "year" and b.n
    return replace(a, ends=(b,)) if plain or moved else None


def _in_week(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "Wednesday of next week", "во вторник на прошлой неделе"."""
    if a.form != "weekday" or b.form != "offset" or b.unit != "week" or b.base != "published" or "," in gap:
        return None
    return replace(a, unit="week", n=b.n, side=None)


def _decade_of_century(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "80-е годы XIX века": the century that a decade leaves out."""
    if a.form != "decade" or b.form != "century" or a.year is None or (b.year or 0) < 1 or "," in gap:
        return None
    if a.unit == "short":
        return replace(a, unit="", year=a.year + ((b.year or 1) - 1) * 100)
    return a if a.year // 100 + 1 == b.year else None


def _year_before(a: Sense, b: Sense, gap: list[str]) -> Sense | None:
    """ "this year's third quarter", "the 1988 third quarter"."""
    if gap in ([], ["'", "s"]) and b.form in ("quarter", "half", "season"):
        return _in_year(b, a, [])
    return None


RULES: tuple[tuple[str, Callable[[Sense, Sense, list[str]], Sense | None]], ...] = (
    ("glue_of", _clock_and_part),
    ("glue", _day_and_clock),
    ("glue_of", _day_and_part),
    ("glue", _weekday_and_date),
    ("glue", _word_and_date),
    ("glue", _same_of_year),
    ("glue_of", _same_of_year),
    ("glue", _in_year),
    ("glue_of", _in_year),
    ("glue_of", _year_before),
    ("glue_of", _decade_of_century),
    ("glue_of", _in_week),
)


def _night(a: Found, b: Found) -> Found | None:
    """ "notte tra sabato e domenica": the day part belongs to the range."""
    if a.sense.form == "part" and b.sense.form == "range" and a.last == b.first:
        return Found(a.first, b.last, b.sense)
    return None


def _grain(sense: Sense) -> str:
    if sense.form == "date":
        return "day" if sense.day is not None else "month" if sense.month is not None else "year"
    return "day" if sense.is_day else sense.unit or sense.form


def _range(a: Found, b: Found, line: Line, data: Times) -> Found | None:
    """ "dal 3 maggio al 9 giugno", "с 2009 по 2013 год", "2009–2013"."""
    gap = line.words[a.last : b.first]
    if not 1 <= len(gap) <= 2 or a.sense.form == "range" or b.sense.form == "range":
        return None
    ends = _hours(a.sense, b.sense)
    if not ends and not _comparable(a.sense, b.sense):
        return None
    sense = Sense("range", "range.pair", ends=ends or (a.sense, b.sense))
    if gap[0] in HYPHENS and len(gap) == 1:
        return Found(a.first, b.last, sense) if ends or a.sense.form == "date" == b.sense.form else None
    if ("", gap[0]) in data.range_pairs:
        return Found(a.first, b.last, sense)
    for back in (1, 2):
        at = a.first - back
        if at >= 0 and (line.words[at], gap[0]) in data.range_pairs:
            return Found(at, b.last, sense)
    return None


def _hours(a: Sense, b: Sense) -> tuple[Sense, ...]:
    """Two hours of one day: "9:30–11:00 on Thursday", "on Thursday from 9:30 to 11:00"."""
    if a.form == "clock" and b.is_day and b.hour is not None:
        return replace(b, hour=a.hour, minute=a.minute), b
    if b.form == "clock" and a.is_day and a.hour is not None:
        return a, replace(a, hour=b.hour, minute=b.minute)
    return (a, b) if a.form == b.form == "clock" else ()


def _comparable(a: Sense, b: Sense) -> bool:
    if a.form not in ("date", "offset", "weekday", "same") or b.form not in ("date", "offset", "weekday", "same"):
        return False
    if _grain(a) == _grain(b):
        return not (_grain(a) == "year" and a.year is not None and b.year is not None and a.year >= b.year)
    return a.form == b.form == "date" and {_grain(a), _grain(b)} == {"day", "month"}


def _modified(item: Found, line: Line, data: Times) -> Found:
    """Take in a modifier before: "early 1998", "начале 2017 года", "the end of the month"."""
    for skip in (0, 1, 2):
        at = item.first - 1 - skip
        between = line.words[at + 1 : item.first]
        if at >= 0 and line.words[at] in data.lead_out and all(word in data.lead_of for word in between):
            return Found(at, item.last, item.sense)
    return item
