"""Digits with the grouping and decimal habits of the sentence's language."""

from decimal import Decimal

from rashomon.annotate.numbers._line import SPACES, Line

APOSTROPHES = frozenset("'’ʼ")
POINTS = frozenset(".,")


def read(line: Line, i: int) -> tuple[int, Decimal] | None:
    """The number whose first digits are token ``i``: its end and value; None where barred.

    "1 300", "1.300", "1,300", "1'300", "1,00,000" are groups; what follows the decimal sign of
    the pack is a fraction. A sign that is both ("1.300" in Italian) groups where three digits
    follow, and is a decimal sign otherwise ("2.5 milioni").
    """
    if line.word(i) in POINTS:
        return _headless(line, i)
    if not line.digits(i) or i in line.barred:
        return None
    end, whole, sign = _grouped(line, i)
    value = Decimal(whole)
    mark = line.word(end)
    if mark in POINTS and mark != sign and _tight(line, end) and _decimal(line, i, end, sign):
        digits = _ascii(line.written(end + 1))
        return end + 2, value + Decimal(digits).scaleb(-len(digits))
    return end, value


def _headless(line: Line, i: int) -> tuple[int, Decimal] | None:
    """ ".77": a decimal sign with nothing before it."""
    if line.touches(i) or not _tight_after(line, i) or i + 1 in line.barred:
        return None
    digits = _ascii(line.written(i + 1))
    return i + 2, Decimal(digits).scaleb(-len(digits))


def _tight_after(line: Line, i: int) -> bool:
    return line.touches(i + 1) and line.digits(i + 1)


def _ascii(digits: str) -> str:
    """Digits of any script as ASCII."""
    return str(int(digits)).rjust(len(digits), "0")


def _tight(line: Line, i: int) -> bool:
    """A sign with digits on both sides, none of it spaced: 3,5 but not "3, 5"."""
    return line.touches(i) and line.touches(i + 1) and line.digits(i + 1)


def _decimal(line: Line, first: int, at: int, sign: str) -> bool:
    """The sign at ``at`` may be a decimal sign: nothing like it goes on ("3.2.1")."""
    more = line.word(at + 2) in POINTS and _tight(line, at + 2)
    return not more and not (sign and sign in POINTS and line.word(at) == sign)


def _grouped(line: Line, i: int) -> tuple[int, str, str]:
    """Digits with their groups of three: (end, digits, the group sign or "")."""
    first = _ascii(line.written(i))
    if len(first) > 3:
        return i + 1, first, ""
    for sign in _signs(line, i):
        end, digits = _groups(line, i, sign)
        if end > i + 1:
            return end, digits, sign
    return i + 1, first, ""


def _signs(line: Line, i: int) -> list[str]:
    """The group sign that may follow token ``i``: a space, an apostrophe, or the pack's sign."""
    following = line.word(i + 1)
    if line.digits(i + 1):
        return [" "]
    if following in APOSTROPHES or line.written(i + 1) in APOSTROPHES:
        return [following]
    if following in POINTS and (following in line.lex.pack.data.group or _foreign(line, i, following)):
        return [following]
    return []


def _foreign(line: Line, i: int, sign: str) -> bool:
    """Grouping of another habit: "1.234.567", "$10,000", "100,000" can be nothing else."""
    return _twice(line, i, sign) or line.written(i + 2) == "000" or (sign == "," and _priced(line, i))


def _priced(line: Line, i: int) -> bool:
    """ "$10,000" in any language; but "$11,175 miliardi" is eleven and a bit."""
    step = line.lex.step(line.folds, i + 3) if i + 3 < len(line) else None
    return line.signed(i) and step is None


def _twice(line: Line, i: int, sign: str) -> bool:
    """ "1.234.567" in a language that groups otherwise: a sign met twice is no decimal sign."""
    return line.word(i + 3) == sign and _tight(line, i + 3)


def _groups(line: Line, i: int, sign: str) -> tuple[int, str]:
    digits, end = _ascii(line.written(i)), i + 1
    if digits == "0" or (len(digits) > 1 and digits[0] == "0"):
        return end, digits
    step = 1 if sign == " " else 2
    while (more := _group(line, end, sign)) is not None:
        digits, end = digits + more, end + step
    if sign == "," and line.word(end) == "," and _tight(line, end):
        return _indian(line, i)
    return end, digits


def _group(line: Line, at: int, sign: str) -> str | None:
    """Three more digits after the group sign at ``at``; None where it is none."""
    if sign == " ":
        gap = line.gap(at)
        wide = len(gap) == 1 and (gap in SPACES or (gap in " \n" and " " in line.lex.pack.data.group))
        ok = wide and line.digits(at) and at not in line.barred and not _day(line, at)
    else:
        ok = line.word(at) == sign and _tight(line, at)
        at += 1
    written = line.written(at)
    return _ascii(written) if ok and len(written) == 3 else None


def _day(line: Line, at: int) -> bool:
    """ "January 5 300 people" counts 300: a day stands before the space."""
    return line.word(at - 2) in line.lex.data.months


def _indian(line: Line, i: int) -> tuple[int, str]:
    """ "1,00,000": groups of two and a last one of three."""
    digits, end = _ascii(line.written(i)), i + 1
    while line.word(end) == "," and _tight(line, end) and len(line.written(end + 1)) == 2:
        digits, end = digits + _ascii(line.written(end + 1)), end + 2
    last = line.written(end + 1)
    if end > i + 1 and line.word(end) == "," and _tight(line, end) and len(last) == 3:
        return end + 2, digits + _ascii(last)
    return i + 1, _ascii(line.written(i))
