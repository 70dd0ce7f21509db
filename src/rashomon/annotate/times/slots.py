"""Slots that digits fill: days, years, clock times, numeric dates.

Each reader takes a line and a token index and gives (end index, value) or None.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rashomon.model import Token

FIRST_YEAR, LAST_YEAR = 1000, 2100
PIVOT = 40  # "'39" is 2039, "'41" is 1941
CLOSERS = frozenset('.,;:)]!?»”"–—…')
SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "´": "'"}  # apostrophes as the rows write them
ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(slots=True)
class Line:
    """The tokens of a sentence, and the cardinals that other annotators found in it."""

    text: str
    tokens: list[Token]
    words: list[str]
    numbers: dict[int, tuple[int, int]] = field(default_factory=dict)  # token index -> end, value
    suffixes: frozenset[str] = frozenset()  # of days: "th", "го"
    of_year: frozenset[str] = frozenset()  # suffixes of years

    @property
    def shouts(self) -> bool:
        """Whether the sentence is in capitals, so that they say nothing."""
        return self.text[self.tokens[0].start : self.tokens[-1].end].isupper()

    def glued(self, i: int) -> bool:
        """Whether no space stands between token ``i`` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def sign(self, i: int, signs: str) -> bool:
        return i < len(self.words) and self.words[i] in signs

    def digits(self, i: int, widths: str = "12") -> int | None:
        """The number at ``i`` where it is a digit run of one of these widths."""
        if i >= len(self.words) or not self.words[i].isdecimal() or str(len(self.words[i])) not in widths:
            return None
        return int(self.words[i])

    def inside_number(self, i: int) -> bool:
        """Whether the digits at ``i`` are a part of a longer run: "1,500", "3.5", "A-2020"."""
        if self.glued(i) and (self.words[i - 1].isalnum() or (self.words[i - 1] in ".,:/" and self.digit_side(i - 2))):
            return True
        return self.sign(i + 1, ".,:") and self.glued(i + 1) and self.digit_side(i + 2) and self.glued(i + 2)

    def digit_side(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i].isdecimal()


def day(line: Line, i: int) -> tuple[int, int] | None:
    """ "5", "05", "5th", "5-го", "7." (before a month in Polish), "1º"."""
    value = line.digits(i)
    if value is None or not 1 <= value <= 31:
        return None
    end = i + 1
    if line.sign(end, "-–") and end + 1 < len(line.words) and line.words[end + 1] in line.suffixes:
        return end + 2, value
    if end < len(line.words) and line.words[end] in line.suffixes and line.glued(end):
        return end + 1, value
    return end, value


def year(line: Line, i: int) -> tuple[int, int] | None:
    """ "2022"; "2022" of "2022г"; "2022-го"."""
    value = line.digits(i, "4")
    if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    if line.sign(i + 1, "-–") and line.glued(i + 1) and i + 2 < len(line.words) and line.words[i + 2] in line.of_year:
        return i + 3, value
    return i + 1, value


def any_year(line: Line, i: int) -> tuple[int, int] | None:
    """ "44" of "44 BC": one to four digits, where the words around say that it is a year."""
    value = line.digits(i, "1234")
    return (i + 1, value) if value and not line.inside_number(i) else None


def early_year(line: Line, i: int) -> tuple[int, int] | None:
    """ "988" of "в 988 году"."""
    value = line.digits(i, "3")
    return (i + 1, value) if value and value >= 100 and not line.inside_number(i) else None


def short_year(line: Line, i: int) -> tuple[int, int] | None:
    """ "'82", "’06"."""
    if line.words[i] != "'" or not line.glued(i + 1) or (line.glued(i) and line.words[i - 1] != "("):
        return None
    value = line.digits(i + 1, "2")
    return (i + 2, full_year(value)) if value is not None and len(line.words[i + 1]) == 2 else None


def two_digits(line: Line, i: int) -> tuple[int, int] | None:
    """ "81" of "13 grudnia 81 r.": a year only where the year's word follows."""
    value = line.digits(i, "2")
    return (i + 1, full_year(value)) if value is not None else None


def full_year(value: int) -> int:
    """A two-digit year with its century."""
    if value >= 100:
        return value
    return 2000 + value if value <= PIVOT else 1900 + value


def hour(line: Line, i: int) -> tuple[int, int] | None:
    value = line.digits(i)
    return (i + 1, value) if value is not None and value <= 24 else None


def minutes(line: Line, i: int) -> tuple[int, int] | None:
    value = line.digits(i)
    return (i + 1, value) if value is not None and value < 60 and len(line.words[i]) == 2 else None


def clock(line: Line, i: int) -> tuple[int, tuple[int, int]] | None:
    """ "20:00", "9:15"; seconds are read over."""
    if line.inside_number(i) and not (line.sign(i + 1, ":") and not line.glued(i)):
        return None
    first, second = line.digits(i), line.digits(i + 2)
    if first is None or second is None or not line.sign(i + 1, ":") or not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    if first > 24 or second > 59 or len(line.words[i + 2]) != 2:
        return None
    end = i + 3
    if line.sign(end, ":") and line.digits(end + 1) is not None and line.glued(end + 1):
        end += 2
    return end, (first, second)


def dotted(line: Line, i: int) -> tuple[int, tuple[int, int]] | None:
    """ "17.30": a clock time only where the words around say so."""
    first, second = line.digits(i), line.digits(i + 2)
    if first is None or second is None or not line.sign(i + 1, ".") or not line.glued(i + 2):
        return None
    if line.sign(i + 3, ".") and line.glued(i + 3) and line.digits(i + 4, "1234") is not None:
        return None
    return (i + 3, (first, second)) if first <= 24 and second < 60 and len(line.words[i + 2]) == 2 else None


def commaed(line: Line, i: int) -> tuple[int, tuple[int, int]] | None:
    """ "10,25" of "alle 10,25"."""
    first, second = line.digits(i), minutes(line, i + 2) if i + 2 < len(line.words) else None
    if first is None or first > 24 or second is None or not line.sign(i + 1, ",") or not line.glued(i + 2):
        return None
    return (i + 3, (first, second[1])) if line.glued(i + 1) else None


def numeric(line: Line, i: int) -> tuple[int, tuple[int, ...]] | None:
    """ "04.02.2019", "14/02/19", "2019-02-14", "2019/2/4": three runs with one sign, no spaces."""
    values = [line.digits(i + k, "124") for k in (0, 2, 4)]
    if None in values or (line.glued(i) and line.words[i - 1] not in "(«„“\"'[,;:"):
        return None
    if line.words[i + 1] not in "./-–" or line.words[i + 3] != line.words[i + 1]:
        return None
    if not all(line.glued(i + k) for k in (2, 4)) or not (line.glued(i + 1) and line.glued(i + 3)):
        return None
    if line.sign(i + 5, "/-") and line.glued(i + 5) and line.digit_side(i + 6) and line.glued(i + 6):
        return None
    widths = tuple(len(line.words[i + k]) for k in (0, 2, 4))
    if widths[0] == 4 or (widths[2] in (2, 4) and widths[1] <= 2 and widths[0] <= 2):
        return i + 5, tuple(v for v in values if v is not None)
    return None


def cardinal(line: Line, i: int) -> tuple[int, int] | None:
    """A counted number: digits, or a number word that the numbers room read."""
    if i in line.numbers:
        return line.numbers[i]
    value = line.digits(i, "123")
    return (i + 1, value) if value is not None and not line.inside_number(i) else None


def roman(line: Line, i: int) -> tuple[int, int] | None:
    """ "XX", "IV" up to "XXI", written in capitals."""
    word = line.words[i]
    written = line.text[line.tokens[i].start : line.tokens[i].end]
    if not (set(word) <= ROMAN.keys() and written.isupper() and len(word) <= 5):
        return None
    values = [ROMAN[c] for c in word]
    total = sum(-v if any(w > v for w in values[k + 1 : k + 2]) else v for k, v in enumerate(values))
    return i + 1, total


def closer(line: Line, i: int) -> tuple[int, str] | None:
    """A sign that ends a clause: what follows a clock hour, never a counted hour ("alle 20, ...")."""
    return (i + 1, line.words[i]) if line.words[i] in CLOSERS else None


READERS: dict[str, Callable[[Line, int], tuple[int, Any] | None]] = {
    "day": day,
    "year": year,
    "yy": short_year,
    "y2": two_digits,
    "y3": early_year,
    "any-year": any_year,
    "hour": hour,
    "minutes": minutes,
    "clock": clock,
    "dotted": dotted,
    "commaed": commaed,
    "numeric": numeric,
    "n": cardinal,
    "roman": roman,
    "stop": closer,
}
ON_DIGITS = ("day", "year", "y2", "y3", "any-year", "hour", "minutes", "clock", "dotted", "commaed", "numeric", "n")
