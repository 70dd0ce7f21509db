"""Numbers inside other words: четырехпроцентный, 10-летний, dwugodzinny; twice, дважды, dwukrotnie."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rashomon.annotate.numbers._line import DASHES, Line, Piece
from rashomon.lang.schema.numbers import NumbersData

__all__ = ["Measured", "measured", "of_a_person", "read", "rows", "suffixes"]

_AGES = frozenset({"years", "months"})  # "двухлетний ребенок": an age, unless something lasts
_REACH = 4  # words between "пятилетний" and what lasts


class Measured(NamedTuple):
    """A word with its number and what it counts."""

    low: Decimal
    high: Decimal
    unit: str


def rows(data: NumbersData) -> Iterator[tuple[str, Measured]]:
    """Every combination of a number and a measure as one word; and "twice" in its forms."""
    for value, words in data.times_words.items():
        low, _, high = value.partition("-")
        yield from ((word, Measured(Decimal(low), Decimal(high or low), "times")) for word in words)
    for value, stems in data.adjective_numbers.items():
        for unit, endings in data.adjective_units.items():
            yield from (
                (stem + ending, Measured(Decimal(value), Decimal(value), unit))
                for stem in stems.split()
                for row in endings
                for ending in row.split("|")
            )


def suffixes(data: NumbersData) -> Iterator[tuple[str, str]]:
    """What follows digits and a hyphen: 14-процентный, 10-letni."""
    for unit, endings in data.adjective_units.items():
        yield from ((f"- {ending}", unit) for ending in endings)


def read(line: Line, i: int) -> Piece | None:
    """The word at token ``i`` where it holds a number."""
    found = line.lex.measured.longest(line.folds, i)
    if found is None:
        return None
    end, (low, high, unit) = found
    return Piece(first=i, last=end, low=low, high=high, form="words", unit=unit, rule="adjective", core=(i, end))


def measured(line: Line, at: int) -> tuple[int, str] | None:
    """The measure behind digits at ``at``: its end and unit; None for an age."""
    if line.word(at) not in DASHES or not (line.touches(at) and line.touches(at + 1)):
        return None
    found = line.lex.suffixes.longest(line.folds, at)
    if found is None or (found[1] in _AGES and not lasts(line, found[0])):
        return None
    return found


def of_a_person(line: Line, piece: Piece) -> bool:
    """ "десятилетний мальчик", but not "десятилетние исследования"."""
    return piece.unit in _AGES and not lasts(line, piece.core[1])


def lasts(line: Line, at: int) -> bool:
    """ "пятилетний ⟦контракт⟧", "siedmioletnia ⟦wojna⟧": something that lasts, no person."""
    for i in range(at, min(at + _REACH, len(line))):
        if line.tokens[i].kind != "word":
            return False
        if line.lex.lasting.longest(line.folds, i):
            return True
    return False
