"""Placing senses on the calendar, in reading order, against what the report says of its dates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from rashomon.annotate.times import calendar
from rashomon.annotate.times.senses import Sense, replace

PUBLISHED, PREVIOUS, EITHER = "published", "previous", "either"


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, or what is known of it (``partial``), and what it was resolved against."""

    value: str | None = None
    partial: str | None = None
    anchor: str | None = None
    why: tuple[str, ...] = ()

    @property
    def known(self) -> str | None:
        return self.value or self.partial


NOWHERE = Placed()


@dataclass(slots=True)
class Calendar:
    """State of one reading: its date, its full dates by place, the last day and stretch met."""

    published: date | None
    full: list[tuple[int, date]] = field(default_factory=list)  # dates written with their year
    day: str | None = None  # last day mentioned, "XXXX-..." where its year is unknown
    last: str | None = None  # last value of any kind
    year: int | None = None  # a year written earlier in the same sentence
    order: int = 0  # ordinal number of the expression being placed
    paragraph: int = 0
    day_paragraph: int = -1
    quarter: str | None = None  # last quarter mentioned
    quarter_order: int = -99

    def near_quarter(self, years: int) -> str | None:
        """The quarter just spoken of, in another year: "up from $3 million a year ago"."""
        if self.quarter is None or self.order - self.quarter_order > 6 or calendar.UNKNOWN in self.quarter:
            return None
        return f"{int(self.quarter[:4]) + years}{self.quarter[4:]}"

    def place(self, sense: Sense, tense: int) -> Placed:
        """Where ``sense`` lies; remembers it for the expressions that follow."""
        placed = PLACERS[sense.form](self, sense, tense)
        if sense.hour is not None and sense.form != "clock" and placed.known and sense.is_day:
            placed = _timed(placed, sense)
        self._remember(sense, placed)
        self.order += 1
        return placed

    def _remember(self, sense: Sense, placed: Placed) -> None:
        known = placed.known
        if known is None:
            return
        if sense.form == "offset" and sense.base == PREVIOUS and (sense.n or 0) < 0:
            return  # "a year earlier" is an aside: the account goes on from where it was
        self.last = known
        if sense.form == "quarter":
            self.quarter, self.quarter_order = known, self.order
        if sense.form == "date" and sense.year is not None:
            self.year = sense.year
        if sense.is_day or (sense.form == "range" and sense.ends[-1].is_day):
            self.day = known.split("/")[-1][:10]
            self.day_paragraph = self.paragraph


def _timed(placed: Placed, sense: Sense) -> Placed:
    tail = f"T{sense.hour:02}:{sense.minute:02}"
    return replace(placed, value=placed.value and placed.value + tail, partial=placed.partial and placed.partial + tail)


def _date(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    if sense.year is not None:
        return Placed(calendar.iso(sense.year, sense.month, sense.day))
    assert sense.month is not None
    if sense.unit == "year":
        return _in_relative_year(calendar_, sense, lambda year: calendar.iso(year, sense.month, sense.day))
    return _with_year(calendar_, sense, tense, sense.month, lambda year: calendar.iso(year, sense.month, sense.day))


def _in_relative_year(calendar_: Calendar, sense: Sense, write: Callable[[int | None], str]) -> Placed:
    """ "January this year", "июне прошлого года", "that year": the year is said in words."""
    if sense.base == PREVIOUS:
        year = _year_of(calendar_.last)
        if year is None:
            return Placed(partial=write(None))
        return Placed(write(year + (sense.n or 0)), anchor=PREVIOUS, why=("year of the date before",))
    if calendar_.published is None:
        return Placed(partial=write(None) if not sense.n else None)
    year = calendar_.published.year + (sense.n or 0)
    return Placed(write(year), anchor=PUBLISHED, why=("year counted from the report's date",))


def _year_of(value: str | None) -> int | None:
    head = (value or "").split("/")[-1][:4]
    return int(head) if len(head) == 4 and head.isdecimal() else None


def _with_year(calendar_: Calendar, sense: Sense, tense: int, month: int, write: Callable[[int | None], str]) -> Placed:
    """A date without a year: from its sentence, the report's date, or its nearest full date."""
    today = calendar_.published
    if today is not None and calendar_.year is not None and calendar_.year < today.year and tense <= 0:
        return Placed(write(calendar_.year), anchor=PREVIOUS, why=("year named earlier in the sentence",))
    if today is not None:
        year = _sided(today, month, sense.side) or calendar.nearest(today, month, sense.day, tense)
        return Placed(write(year), anchor=PUBLISHED, why=(f"nearest to {today}, {_TENSE[tense]}",))
    near = _nearest_full(calendar_)
    if near is None or sense.side is not None:
        return Placed(partial=write(None))
    year = calendar.nearest(near, month, sense.day, 0)
    return Placed(write(year), anchor=PREVIOUS, why=(f"year of the report's date {near}",))


_TENSE = {-1: "told as past", 0: "tense unknown", 1: "told as future"}


def _sided(today: date, month: int, side: int | None) -> int | None:
    """ "last April", "this September", "next March"."""
    if side is None:
        return None
    if side < 0:
        return today.year if month < today.month else today.year - 1
    if side > 0:
        return today.year if month > today.month else today.year + 1
    return today.year


def _nearest_full(calendar_: Calendar) -> date | None:
    """The full date met last, else the first that follows ("10 января ... 2 января 2022 года")."""
    before = [day for order, day in calendar_.full if order <= calendar_.order]
    after = [day for order, day in calendar_.full if order > calendar_.order]
    return before[-1] if before else after[0] if after else None


def _offset(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    if sense.n is None or sense.unit in ("hour", "minute"):
        return NOWHERE
    ahead = calendar_.published is not None and tense > 0
    if sense.base == PREVIOUS or (sense.base == EITHER and not ahead):
        return _from_previous(calendar_, sense.unit, sense.n)
    if calendar_.published is None:
        return Placed(partial=calendar.UNKNOWN if sense.unit == "year" and sense.n == 0 else None)
    if (
        sense.rule == "offset.ago"
        and sense.unit == "year"
        and sense.n == -1
        and (quarter := calendar_.near_quarter(-1))
    ):
        return Placed(quarter, anchor=PREVIOUS, why=("the same quarter a year before",))
    if sense.unit == "weekend":
        return _weekend(calendar_.published, sense.n, tense)
    moved = calendar.move(calendar_.published, sense.unit, sense.n)
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


def _from_previous(calendar_: Calendar, unit: str, n: int) -> Placed:
    """ "the next day", "three weeks later", "год спустя": counted from the date before."""
    why = (f"{n:+} {unit} from the date before",)
    if unit == "day":
        moved = calendar_.day and calendar.move_text(calendar_.day, n)
        return _known(moved, why) if moved else NOWHERE
    day = calendar.parse(calendar_.day)
    if unit == "year":
        return _years_from(calendar_, n, why)
    there = day and calendar.move(day, unit, n)
    return Placed(calendar.named(there, unit), anchor=PREVIOUS, why=why) if there else NOWHERE


def _years_from(calendar_: Calendar, n: int, why: tuple[str, ...]) -> Placed:
    """ "a year earlier": of a quarter, the same quarter of another year."""
    if quarter := calendar_.near_quarter(n):
        return Placed(quarter, anchor=PREVIOUS, why=why)
    year = _year_of(calendar_.last)
    return Placed(calendar.iso(year + n), anchor=PREVIOUS, why=why) if year is not None else NOWHERE


def _known(value: str, why: tuple[str, ...]) -> Placed:
    if calendar.UNKNOWN in value:
        return Placed(partial=value, anchor=PREVIOUS, why=why)
    return Placed(value, anchor=PREVIOUS, why=why)


def _weekday(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    today = calendar_.published
    if today is None or sense.weekday is None:
        return NOWHERE
    if sense.unit == "week":
        there = today + timedelta(days=7 * (sense.n or 0) + sense.weekday - today.weekday())
    else:
        there = calendar.weekday_near(today, sense.weekday, tense, sense.side)
    return Placed(there.isoformat(), anchor=PUBLISHED, why=(f"weekday near {today}, {_TENSE[tense]}",))


def _nth(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    """ "the last Sunday of September": the year as for the month alone, then the day."""
    month, weekday, n = sense.month or 1, sense.weekday or 0, sense.n or 1
    placed = _date(calendar_, replace(sense, form="date", weekday=None, unit="", n=0), tense)
    if placed.value is None:
        return NOWHERE
    day = calendar.nth_weekday(int(placed.value[:4]), month, weekday, n)
    return replace(placed, value=day.isoformat()) if day else NOWHERE


def _same(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    why = ("the date mentioned before",)
    if sense.unit == "day":
        return _known(calendar_.day, why) if calendar_.day else NOWHERE
    if sense.unit in ("period", "time"):
        return _known(calendar_.last, why) if calendar_.last else NOWHERE
    if sense.unit == "quarter":
        return _known(calendar_.quarter, why) if calendar_.quarter else NOWHERE
    if sense.unit == "year":
        year = _year_of(calendar_.last)
        return Placed(calendar.iso(year), anchor=PREVIOUS, why=why) if year is not None else NOWHERE
    if sense.unit == "month" and calendar_.last and calendar_.last[4:5] == "-" and calendar_.last[5:7].isdecimal():
        return _known(calendar_.last[:7], why)
    day = calendar.parse(calendar_.day)
    return Placed(calendar.named(day, sense.unit), anchor=PREVIOUS, why=why) if day else NOWHERE


def _clock(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    tail = f"T{sense.hour:02}:{sense.minute:02}"
    if calendar_.day is not None:
        return _known(calendar_.day + tail, ("on the day mentioned before",))
    if calendar_.published is not None:
        return Placed(calendar_.published.isoformat() + tail, anchor=PUBLISHED, why=("on the day of the report",))
    return NOWHERE


def _part(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    """ "tonight" belongs to the report's day, "in the evening" to the day mentioned before."""
    if sense.base == PUBLISHED and sense.n is not None:
        return _offset(calendar_, sense, tense)
    if calendar_.day is not None and calendar_.paragraph - calendar_.day_paragraph <= 1:
        return _known(calendar_.day, ("on the day mentioned before",))
    return NOWHERE


def _season(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    code = sense.month or 21
    if sense.year is not None:
        return Placed(f"{sense.year}-{code}")
    if sense.unit == "year":
        return _in_relative_year(calendar_, sense, lambda year: f"{calendar.iso(year)}-{code}")
    return _with_year(
        calendar_, sense, tense, calendar.SEASON_MIDDLE[code], lambda year: f"{calendar.iso(year)}-{code}"
    )


def _quarter(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    number = sense.month or 1
    if sense.year is not None:
        return Placed(f"{sense.year}-Q{number}")
    if sense.unit == "year":
        return _in_relative_year(calendar_, sense, lambda year: f"{calendar.iso(year)}-Q{number}")
    today = calendar_.published
    if today is None:
        return Placed(partial=f"{calendar.UNKNOWN}-Q{number}")
    year = calendar.nearest_index(today.year, (today.month + 2) // 3, number, 4, tense)
    return Placed(f"{year}-Q{number}", anchor=PUBLISHED, why=(f"nearest to {today}, {_TENSE[tense]}",))


def _decade(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    return Placed(f"{(sense.year or 0) // 10:03}X")


def _century(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    return Placed(f"{(sense.year or 1) - 1:02}")


def _since(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    """From the first day of a unit to the report's day, or to the day it speaks of."""
    until = calendar_.published.isoformat() if calendar_.published else calendar_.day
    if until is None:
        return NOWHERE
    start = until[:4] + "-01-01" if sense.unit == "year" else until[:7] + "-01"
    if sense.unit not in ("year", "month"):
        return NOWHERE
    placed = _known(f"{start}/{until}", (f"up to {until}",))
    return replace(placed, anchor=PUBLISHED) if calendar_.published else placed


def _range(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    first, last = sense.ends
    if first.year is None and last.year is not None and first.month is not None and not first.unit:
        first = replace(first, year=last.year - (first.month > (last.month or 12)))
    elif last.year is None and first.year is not None and last.month is not None and not last.unit:
        last = replace(last, year=first.year + (last.month < (first.month or 1)))
    placed = [_end(calendar_, end, tense) for end in (first, last)]
    why = tuple(dict.fromkeys(reason for place in placed for reason in place.why))
    anchor = placed[0].anchor or placed[1].anchor
    if all(place.value for place in placed):
        return Placed(f"{placed[0].value}/{placed[1].value}", anchor=anchor, why=why)
    if all(place.known for place in placed):
        return Placed(partial=f"{placed[0].known}/{placed[1].known}", anchor=anchor, why=why)
    return NOWHERE


def _end(calendar_: Calendar, end: Sense, tense: int) -> Placed:
    placed = PLACERS[end.form](calendar_, end, tense)
    return _timed(placed, end) if end.hour is not None and end.form != "clock" and placed.known else placed


def _event(calendar_: Calendar, sense: Sense, tense: int) -> Placed:
    return Placed(why=("relative to an event without a date",))


PLACERS: dict[str, Callable[[Calendar, Sense, int], Placed]] = {
    "date": _date,
    "offset": _offset,
    "weekday": _weekday,
    "nth": _nth,
    "same": _same,
    "clock": _clock,
    "part": _part,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "since": _since,
    "range": _range,
    "event": _event,
}
