"""The pile settles what a report leaves open: the year of its dates.

A report without a date of its own writes "5 May"; the other reports write "7 May 2018".
Each report votes once for each month it names in full; a date without a year takes the year in
which its month and the neighbouring ones have the clear majority. Where the votes conflict, or
none is near, the date stays open. Weekdays and "yesterday" stay open too: a pile spans days.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.model import Reading, Time, replace

__all__ = ["settle"]

UNKNOWN = "XXXX"
MAJORITY = 3  # how many times the votes of the second year the first must have
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPEN = re.compile(r"XXXX-(0[1-9]|1[0-2])(?![0-9X])")
SLIP_MONTHS = ("01", "02")  # in which the old year is still written
WITNESSES = 2  # other reports that must give the very day

Votes = dict[int, set[int]]  # month index (year * 12 + month - 1) -> reports that name it

Years = dict[int, tuple[int | None, int]]  # month -> its year in this pile, reports that say so


def settle(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """``readings``, in their order, with ``value`` filled where the pile gives a date its year
    (``anchor`` "pile"), and ``meant`` where it shows a slip. Values do not depend on the order.
    Linear in the number of mentions.
    """
    votes = _votes(readings)
    years = {month: _year(month, votes) for month in range(1, 13)}
    witnesses = _witnesses(readings)
    return tuple(_settled(reading, years, witnesses) for reading in readings)


def _days(reading: Reading) -> list[str]:
    """Every full date of a report, meant before written, its own date among them."""
    days = [found for time in reading.times for found in _FULL.findall(time.meant or time.value or "")]
    published = reading.document.published
    return days + ([published[:10]] if published and _FULL.match(published) else [])


def _votes(readings: Sequence[Reading]) -> Votes:
    votes: Votes = defaultdict(set)
    for number, reading in enumerate(readings):
        for day in _days(reading):
            votes[int(day[:4]) * 12 + int(day[5:7]) - 1].add(number)
    return votes


def _witnesses(readings: Sequence[Reading]) -> Counter[str]:
    """How many reports name a day in full."""
    return Counter(day for reading in readings for day in set(_days(reading)))


def _settled(reading: Reading, years: Years, witnesses: Counter[str]) -> Reading:
    """One reading; untouched where it has its own date or nothing is open."""
    if reading.document.published:
        return reading
    times = [_completed(time, years) for time in reading.times]
    times = _this_year(times)
    times = _slips(times, witnesses)
    return replace(reading, times=tuple(times)) if times != list(reading.times) else reading


def _completed(time: Time, years: Years) -> Time:
    """A date, clock time or range whose year alone is missing."""
    found = _OPEN.search(time.partial or "")
    if time.value is not None or time.partial is None or found is None:
        return time
    year, share = years[int(found.group(1))]
    if year is None:
        return time
    reason = f"year {year}: {share} of the pile's reports name that month or the next to it in full"
    return replace(time, value=_filled(time.partial, year), anchor="pile", why=(*time.why, reason))


def _year(month: int, votes: Votes) -> tuple[int | None, int]:
    """The year in which most reports name this month or a neighbour of it; None without a majority."""
    years = sorted({index // 12 for index in votes} | {index // 12 + 1 for index in votes if index % 12 == 11})
    years = sorted({*years, *(index // 12 - 1 for index in votes if index % 12 == 0)})
    counts = [(len(_near(year * 12 + month - 1, votes)), year) for year in years]
    counts.sort(reverse=True)
    if not counts or counts[0][0] == 0:
        return None, 0
    second = counts[1][0] if len(counts) > 1 else 0
    if counts[0][0] < MAJORITY * second:
        return None, 0
    return counts[0][1], counts[0][0]


def _near(index: int, votes: Votes) -> set[int]:
    return votes.get(index - 1, set()) | votes.get(index, set()) | votes.get(index + 1, set())


def _filled(partial: str, year: int) -> str:
    """The year written into every part; a range that runs over the new year ends in the next."""
    first, slash, last = partial.partition("/")
    if slash and UNKNOWN in first and last[5:7] < first[5:7]:
        last = last.replace(UNKNOWN, str(year + 1), 1)
    return first.replace(UNKNOWN, str(year), 1) + slash + last.replace(UNKNOWN, str(year), 1)


def _this_year(times: list[Time]) -> list[Time]:
    """ "this year" of a report all of whose settled dates lie in one year."""
    years = {(time.value or "")[:4] for time in times if time.anchor == "pile"}
    if len(years) != 1:
        return times
    year = years.pop()
    return [
        replace(time, value=year, anchor="pile", why=(*time.why, "the year of the report's other dates"))
        if time.value is None and time.partial == UNKNOWN
        else time
        for time in times
    ]


def _slips(times: Iterable[Time], witnesses: Counter[str]) -> list[Time]:
    """ "04.01.2018", twice or more, in a report that no other backs, while the others give
    04.01.2019: the old year written in January."""
    times = list(times)
    old = {i: _next_year(time.value or "") for i, time in enumerate(times) if _lonely(time, witnesses)}
    backed = {i: day for i, day in old.items() if day and witnesses[day] >= WITNESSES}
    written = {(time.value or "")[:4] for time in times if time.value and _FULL.match(time.value)}
    if len(backed) < 2 or len(backed) != len(old) or len(written) != 1:
        return times
    for i, day in backed.items():
        value = times[i].value or ""
        reason = f"slip: {witnesses[day]} other reports give {day}, none {value[:10]}"
        times[i] = replace(times[i], meant=day + value[10:], why=(*times[i].why, reason))
    return times


def _lonely(time: Time, witnesses: Counter[str]) -> bool:
    """A full day of January or February that this report alone gives."""
    value = time.value or ""
    full = _FULL.match(value) is not None and "/" not in value
    return full and time.meant is None and value[5:7] in SLIP_MONTHS and witnesses[value[:10]] == 1


def _next_year(value: str) -> str | None:
    day = f"{int(value[:4]) + 1}{value[4:10]}"
    return None if day.endswith("02-29") else day
