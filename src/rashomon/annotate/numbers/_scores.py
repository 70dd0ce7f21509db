"""Scores and results of votes: 6:4, 2-0, "per 3 a 1" are two numbers, no clock and no range."""

from decimal import Decimal

from rashomon.annotate.numbers._line import DASHES, Line, Piece

__all__ = ["is_score", "read"]

_NEAR = 7  # tokens between "score" and its digits
_ALWAYS = ("24", "7")  # around the clock


def is_score(line: Line, i: int) -> bool:
    """Whether a score begins at the digits ``i``: a lower number behind, or a word that says so near by."""
    end = _second(line, i)
    if end is None or not line.digits(end) or line.word(end + 1) in line.lex.percent_signs:
        return False
    if line.digits(i - 1) or line.digits(end + 1) or _chained(line, i, end):
        return False
    first, second = line.written(i), line.written(end)
    if (
        len(first) > 3
        or len(second) > 3
        or (first, second) == _ALWAYS
        or "0" in (first[:1] * (len(first) > 1), second[:1] * (len(second) > 1))
    ):
        return False
    said = _said(line, i, end)
    sign = line.word(end - 1)
    if sign == "&":
        return True
    if sign == ":":
        return said or len(second) == 1
    if sign in DASHES:
        return (said and _ends(line, end + 1)) or (int(first) >= int(second) and len(first) == 1)
    return said or line.word(i - 1) in line.lex.data.score_before


def _second(line: Line, i: int) -> int | None:
    """Where the second number stands: joined by a sign without spaces, or by a word ("3 a 1")."""
    if not line.digits(i):
        return None
    tight = line.touches(i + 1) and line.touches(i + 2)
    if tight and (line.word(i + 1) in (":", "&") or line.word(i + 1) in DASHES):
        return i + 2
    return i + 2 if line.word(i + 1) in line.lex.data.score_joins else None


def _chained(line: Line, i: int, end: int) -> bool:
    """Part of something longer: 1-2-3, 10:20:30, B-52-1."""
    before = line.touches(i) and line.word(i - 1) not in ("(", "«", '"', "“")
    return before or (
        line.touches(end + 1) and line.word(end + 1) in ":/-–." and line.touches(end + 2) and line.digits(end + 2)
    )


def _said(line: Line, i: int, end: int) -> bool:
    """A word of a contest near by: "beat them 3-1", "со счетом 6:4, 3:6", "a 31-27 defeat"."""
    window = range(max(0, i - _NEAR), min(end + 3, len(line)))
    if any(line.lex.score_words.longest(line.folds, k) for k in window if not i <= k <= end):
        return True
    return i >= 4 and line.word(i - 1) in (",", "(") and line.digits(i - 2) and is_score(line, i - 4)


def _ends(line: Line, at: int) -> bool:
    """Nothing is counted behind: "lost 3-5." but "lost 3-5 tanks" is a range."""
    return at >= len(line) or line.tokens[at].kind == "sign" or line.lex.score_after.longest(line.folds, at) is not None


def read(line: Line, i: int) -> list[Piece]:
    """The two numbers of the score that begins at token ``i``; empty where none does."""
    if not is_score(line, i):
        return []
    both = (i, i + 2)
    return [_piece(line, at) for at in both]


def _piece(line: Line, at: int) -> Piece:
    value = Decimal(int(line.written(at)))
    return Piece(first=at, last=at + 1, low=value, high=value, unit="points", rule="score", core=(at, at + 1))
