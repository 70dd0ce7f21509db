"""Percent and money: the only units that a number carries itself."""

from rashomon.annotate.numbers import _adjectives
from rashomon.annotate.numbers._line import Line, Piece


def attach(line: Line, piece: Piece) -> Piece:
    """Set ``unit`` from what stands directly after or before the number; percent joins the span."""
    found = line.lex.percent.longest(line.folds, piece.last) if piece.last < len(line) else None
    if found:
        piece.unit, piece.last = "percent", found[0]
        return piece
    inside = _adjectives.measured(line, piece.last) if piece.form in ("digits", "words") else None
    if inside:
        piece.tail, piece.unit = inside
        if piece.unit == "percent":
            piece.last = piece.tail
        return piece
    money = _after(line, piece.last)
    if money:
        piece.tail, piece.unit = money
    else:
        piece.unit = _before(line, piece.first)
    return piece


def _after(line: Line, at: int) -> tuple[int, str] | None:
    for start in (at, at + 1):
        if start >= len(line) or (start > at and line.word(at) not in line.lex.data.currency_fillers):
            return None
        found = line.lex.currencies.longest(line.folds, start)
        if found:
            other = found[0] < len(line) and line.lex.not_money.longest(line.folds, found[0])
            return None if other or _next_sign(line, start, found[0]) else found
    return None


def _next_sign(line: Line, start: int, end: int) -> bool:
    """ "rmb 10 usd 20": a code directly before other digits is theirs."""
    return line.digits(end) and any(e == end for e, _ in line.lex.signs.at(line.folds, start))


def _before(line: Line, at: int) -> str | None:
    start = sign(line, at)
    if start == at:
        return None
    found = line.lex.signs.longest(line.folds, start)
    return found[1] if found else None


def sign(line: Line, at: int) -> int:
    """Where the currency sign before token ``at`` begins; ``at`` itself where there is none."""
    for start in (at - 4, at - 3, at - 2, at - 1):
        if start >= 0 and any(end == at for end, _ in line.lex.signs.at(line.folds, start)):
            return start
    return at
