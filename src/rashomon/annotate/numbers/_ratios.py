"""Shares said as so many in so many: one in five, девять из десяти, jedna na trzy, un elettore su cinque."""

from decimal import Decimal

from rashomon.annotate.numbers import _pieces
from rashomon.annotate.numbers._line import Line, Piece
from rashomon.lang.schema.groups import group_table

REACH = 10  # tokens from the beginning of an amount up to a thousand to the word that joins it
_MOST = 1000
_ROUND = frozenset((10, 100, 1000))
_BASES = frozenset((3, 4, 5, 6, 8, 20)) | _ROUND  # of which more than one is taken


def read(line: Line, i: int) -> Piece | None:
    """The ratio that begins at token ``i``, as percent; None where there is none.

    "two out of three hostages" counts hostages: with words that say a choice only round numbers of people
    in general are a share.
    """
    first = _amount(line, i) if any(map(line.lex.ratios.opens, line.folds[i + 1 : i + REACH])) else None
    if first is None:
        return None
    taken, at = first
    for start in (at, at + 1) if line.lex.data.ratio_noun else (at,):
        if start >= len(line) or (start > at and not _noun(line, at)):
            return None
        found = line.lex.ratios.longest(line.folds, start)
        if found:
            return _share(line, i, taken, found)
    return None


def _noun(line: Line, at: int) -> bool:
    """What is counted may stand between, but not points: "tre punti su quattro"."""
    return line.tokens[at].kind == "word" and line.lex.not_shared.longest(line.folds, at) is None


def _amount(line: Line, i: int) -> tuple[int, int] | None:
    """A whole number up to a thousand at ``i`` and its end; an article counts one."""
    if line.word(i) in line.lex.data.articles and line.lex.data.ratio_noun:
        return 1, i + 2 if line.word(i + 1) == "'" else i + 1
    piece = None if i in line.barred else _pieces.bare(line, i)
    if piece is None or piece.form not in ("digits", "words") or piece.low is None or piece.low != piece.high:
        return None
    return (int(piece.low), piece.last) if piece.low == int(piece.low) and 1 <= piece.low <= _MOST else None


def _share(line: Line, i: int, taken: int, join: tuple[int, str]) -> Piece | None:
    second = _amount(line, join[0]) if line.word(join[0]) not in line.lex.data.articles else None
    if second is None:
        return None
    base, end = second
    loose = join[1] == "any" and (taken == 1 or base in _BASES)
    if not taken < base or not (loose or (base in _ROUND and _people(line, end))):
        return None
    if line.lex.not_shared.longest(line.folds, end) if end < len(line) else False:
        return None
    value = round(Decimal(taken) / Decimal(base) * 100, 2)
    return Piece(
        first=i, last=end, low=value, high=value, form="fraction", unit="percent", rule="fraction.ratio", core=(i, end)
    )


def _people(line: Line, at: int) -> bool:
    groups = line.lex.pack.build(group_table)
    return any(groups.longest(line.folds, i) for i in range(at, min(at + 2, len(line))))
