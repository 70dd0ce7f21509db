"""The date of publication that a report's own text states, where it plainly does.

Only a line of its own near the top or the end that holds nothing but a full date (with a clock
time, a weekday or a short label before it) counts; a date inside a sentence tells of the event.
"""

import datetime
import re
from functools import cache

from rashomon.lang import available, load
from rashomon.lang.schema.ingest import IngestData

HEAD, TAIL = 6, 3  # lines looked at
LONGEST_LINE = 60
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_WORDED = re.compile(r"\b(\d{1,2})\.?[ \u00a0]+([^\W\d_]{3,12})\.?,?[ \u00a0]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?[ \u00a0]+(\d{1,2}),?[ \u00a0]+(\d{4})\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b")


def from_text(text: str) -> str | None:
    """ISO date of a date line, or None. A day and month that could be read both ways give None."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if len(lines) < 2:
        return None
    for line in (*lines[:HEAD], *lines[HEAD:][-TAIL:]):
        if len(line) <= LONGEST_LINE and (found := _line(line)):
            return found
    return None


def _line(line: str) -> str | None:
    for pattern, reader in ((_ISO, _iso), (_DOTTED, _dotted), (_WORDED, _worded), (_MONTH_FIRST, _month_first)):
        match = pattern.search(line)
        if match and _bare(line[: match.start()] + " " + line[match.end() :]):
            date = reader(match)
            if date:
                return date
    return None


def _bare(rest: str) -> bool:
    """Nothing but labels, weekdays and a clock time stands beside the date."""
    words = re.findall(r"[^\W\d_]+", _CLOCK.sub(" ", rest).casefold())
    return all(word in _labels() for word in words) and not re.search(r"\d", _CLOCK.sub(" ", rest))


def _iso(match: re.Match[str]) -> str | None:
    return _date(int(match[1]), int(match[2]), int(match[3]))


def _dotted(match: re.Match[str]) -> str | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if "/" in match.group() and first <= 12 and second <= 12 and first != second:
        return None
    return _date(year, second, first) or (_date(year, first, second) if "/" in match.group() else None)


def _worded(match: re.Match[str]) -> str | None:
    return _date(int(match[3]), _months().get(match[2].casefold(), 0), int(match[1]))


def _month_first(match: re.Match[str]) -> str | None:
    return _date(int(match[3]), _months().get(match[1].casefold(), 0), int(match[2]))


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if 1900 <= year <= 2100 else None
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Month names of all packs, in the case a date takes, full and short."""
    found: dict[str, int] = {}
    for code in available():
        for number, names in enumerate(load(code).read(IngestData).months, 1):
            found |= dict.fromkeys((name.casefold() for name in names), number)
    return found


@cache
def _labels() -> frozenset[str]:
    """Words that may stand on a date line: "Published", "Обновлено", "poniedziałek", "r"."""
    return frozenset(word.casefold() for code in available() for word in load(code).read(IngestData).date_line)
