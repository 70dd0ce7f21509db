"""Ages: told apart, so that no room counts them."""

from rashomon.annotate.numbers import _bounds
from rashomon.annotate.numbers._line import Line, Piece


def is_age(line: Line, piece: Piece) -> bool:
    """ "aged 12", "12-летний", "w wieku 12 lat"; "20 years in prison" is none."""
    if piece.low is not None and piece.low > 120:
        return False
    after = line.lex.age_after.longest(line.folds, piece.last) if piece.last < len(line) else None
    if after:
        return True
    if _bounds.ending(line.lex.age_before, line, piece.first, 6) is None:
        return _apposed(line, piece)
    return not any(line.lex.age_unless.longest(line.folds, i) for i in range(max(0, piece.first - 5), piece.first))


def _apposed(line: Line, piece: Piece) -> bool:
    """ "John Smith, 45, said": a bare number between commas after a capital letter."""
    i = piece.first
    if piece.last != i + 1 or not line.digits(i) or not 2 <= len(line.written(i)) <= 2:
        return False
    return line.word(i - 1) == "," and line.word(i + 1) == "," and line.written(i - 2)[:1].isupper()
