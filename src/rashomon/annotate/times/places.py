"""Placing senses on the calendar, in reading order, against what the report says of its dates."""

from collections.abc import Callable

from rashomon.annotate.times import absolute, calendar, feasts, relative
from rashomon.annotate.times.senses import Sense, replace
from rashomon.annotate.times.state import NOWHERE, Calendar, Placed

__all__ = ["place"]


def place(at: Calendar, sense: Sense, tense: int) -> Placed:
    """Where ``sense`` lies; ``at`` remembers it for the expressions that follow."""
    try:
        placed = PLACERS[sense.form](at, sense, tense)
    except (OverflowError, ValueError):  # before the year 1 or after 9999: "the week before", in a report of the year 1
        placed = NOWHERE
    if sense.hour is not None and sense.form != "clock" and placed.known and sense.is_day:
        placed = _timed(placed, sense)
    at.remember(sense, placed)
    return placed


def _timed(placed: Placed, sense: Sense) -> Placed:
    tail = f"T{sense.hour:02}:{sense.minute:02}"
    return replace(placed, value=placed.value and placed.value + tail, partial=placed.partial and placed.partial + tail)


def _range(at: Calendar, sense: Sense, tense: int) -> Placed:
    first, last = sense.ends
    if first.year is None and last.year is not None and first.month is not None and not first.unit:
        first = replace(first, year=last.year - (first.month > (last.month or 12)))
    elif last.year is None and first.year is not None and last.month is not None and not last.unit:
        last = replace(last, year=first.year + (last.month < (first.month or 1)))
    placed = [_end(at, end, tense) for end in (first, last)]
    why = tuple(dict.fromkeys(reason for place in placed for reason in place.why))
    anchor = placed[0].anchor or placed[1].anchor
    if first.form == "weekday" or last.form == "weekday":
        placed = _in_order(placed, tense)
    if all(place.value for place in placed) and str(placed[1].value) < str(placed[0].value):
        return NOWHERE
    if all(place.value for place in placed):
        return Placed(f"{placed[0].value}/{placed[1].value}", anchor=anchor, why=why)
    if all(place.known for place in placed):
        return Placed(partial=f"{placed[0].known}/{placed[1].known}", anchor=anchor, why=why)
    return NOWHERE


def _in_order(placed: list[Placed], tense: int) -> list[Placed]:
    """ "from Monday to Friday": the end that the tense moves, a week on or back."""
    first, last = placed
    if first.value is None or last.value is None or first.value[:10] <= last.value[:10]:
        return placed
    if tense > 0:
        return [first, replace(last, value=calendar.move_text(last.value[:10], 7))]
    return [replace(first, value=calendar.move_text(first.value[:10], -7)), last]


def _end(at: Calendar, end: Sense, tense: int) -> Placed:
    placed = PLACERS[end.form](at, end, tense)
    return _timed(placed, end) if end.hour is not None and end.form != "clock" and placed.known else placed


def _event(at: Calendar, sense: Sense, tense: int) -> Placed:
    return Placed(why=("relative to an event without a date",))


PLACERS: dict[str, Callable[[Calendar, Sense, int], Placed]] = {
    "date": absolute.day,
    "month-day": relative.month_day,
    "nth": absolute.nth,
    "feast": feasts.feast,
    "season": absolute.season,
    "quarter": absolute.quarter,
    "half": absolute.quarter,
    "decade": absolute.decade,
    "century": absolute.century,
    "offset": relative.offset,
    "weekday": relative.weekday,
    "same": relative.same,
    "clock": relative.clock,
    "part": relative.part,
    "since": relative.since,
    "range": _range,
    "event": _event,
}
