"""Dates and strings: ISO 8601 / EDTF values of days, weeks, months, quarters, decades.

A value whose year is unknown has XXXX for it ("XXXX-05-06"). Weeks are ISO weeks ("1998-W32"),
quarters "1998-Q2", halves "1998-H1", seasons EDTF ("2018-23" is autumn), decades EDTF ("199X"), centuries ISO ("19").
"""

from datetime import date, timedelta

UNKNOWN = "XXXX"
STAND_IN = 2000  # a leap year, for arithmetic where the year is unknown
SEASON_MIDDLE = {21: 4, 22: 7, 23: 10, 24: 1}


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    parts = [UNKNOWN if year is None else f"{year:0{4 + (year < 0)}}"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def parse(value: str | None) -> date | None:
    """The day a value begins with; None where it names none or its year is unknown."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def move(day: date, unit: str, n: int) -> date | None:
    """``day`` moved by n units; days of the month are cut at the month's end. None out of range."""
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(days=n * (1 if unit == "day" else 7))
        months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}[unit] * n
        index = day.year * 12 + day.month - 1 + months
        return date(index // 12, index % 12 + 1, min(day.day, 28))
    except (ValueError, OverflowError):
        return None


def named(day: date, unit: str) -> str:
    """The unit that ``day`` lies in: its day, week, month..."""
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if unit == "weekend":
        saturday = weekday_near(day, 5, 1 if day.weekday() >= 5 else -1, None)
        saturday -= timedelta(days=7 if saturday > day else 0)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "month":
        return iso(day.year, day.month)
    if unit == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "decade":
        return f"{day.year // 10:03}X"
    if unit == "century":
        return f"{day.year // 100}"
    return iso(day.year)


def move_text(value: str, n: int) -> str | None:
    """A day value moved by n days, its year known or not; None where the year would change unseen."""
    known = not value.startswith(UNKNOWN)
    day = parse(value if known else value.replace(UNKNOWN, str(STAND_IN), 1))
    moved = day and move(day, "day", n)
    if not moved:
        return None
    if known:
        return moved.isoformat()
    return iso(None, moved.month, moved.day) if moved.year == STAND_IN else None


def nearest(today: date, month: int, day: int | None, tense: int) -> int:
    """The year in which a date without one lies: near the report, and on the side of the tense.

    ``tense`` is -1 past, 1 future, 0 unknown. News tell of the past, but a report dated a day
    early is common: three days of grace.
    """
    if day is None:
        return nearest_index(today.year, today.month, month, 12, tense)
    best: tuple[float, int] | None = None
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            distance = (date(year, month, day) - today).days
        except ValueError:
            continue
        cost = weighed(distance, tense, 3)
        if best is None or cost < best[0]:
            best = cost, year
    return best[1] if best else today.year


def nearest_index(year: int, now: int, wanted: int, count: int, tense: int) -> int:
    """The year of month or quarter ``wanted`` of ``count`` a year, seen from number ``now``."""
    costs = [(weighed((wanted - now) + k * count, tense, 0), abs(k), year + k) for k in (0, -1, 1)]
    return min(costs)[2]


AGAINST = 3.0  # how much farther a date may lie before the tense of its sentence is overruled


def weighed(distance: int, tense: int, grace: int) -> float:
    if tense < 0:
        return float(-distance) if distance <= 0 else distance * (1.0 if distance <= grace else AGAINST)
    if tense > 0:
        return float(distance) if distance >= 0 else -distance * (1.0 if -distance <= grace else AGAINST)
    return float(-distance) if distance <= 0 else distance * 1.5


def weekday_near(today: date, weekday: int, tense: int, side: int | None) -> date:
    """The day a weekday's name means: today or before, or after by tense or word."""
    back = (today.weekday() - weekday) % 7
    ahead = (weekday - today.weekday()) % 7
    if side is not None and side < 0:
        return today - timedelta(days=back or 7)
    if side is not None and side > 0:
        return today + timedelta(days=ahead or 7)
    if tense > 0 or (side == 0 and tense == 0):
        return today + timedelta(days=ahead)
    return today - timedelta(days=back)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The n-th such weekday of a month; the last for -1; None where there is no fifth."""
    days = [date(year, month, 1) + timedelta(days=k) for k in range(31)]
    found = [day for day in days if day.month == month and day.weekday() == weekday]
    return found[n - 1 if n > 0 else n] if n <= len(found) else None


def day_of(month: date | None, day: int) -> date | None:
    """A day of the month in which ``month`` lies; None for the 31st of June."""
    try:
        return month and month.replace(day=day)
    except ValueError:
        return None


def weekday_on(today: date, weekday: int, day: int, tense: int) -> date | None:
    """ "mercoledì 5": the nearest 5th that is a Wednesday; None where none is near."""
    near = (today + timedelta(days=k) for k in range(-62, 63))
    found = [d for d in near if d.day == day and d.weekday() == weekday]
    return min(found, key=lambda d: weighed((d - today).days, tense, 3), default=None)
