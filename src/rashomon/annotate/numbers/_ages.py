"""Ages: told apart, so that no room counts them."""

from rashomon.annotate.numbers import _adjectives, _bounds
from rashomon.annotate.numbers._line import Line, Piece

_REACH = 12  # words between "retirement age" and the years


def is_age(line: Line, piece: Piece) -> bool:
    """ "aged 12", "12-летний", "w wieku 12 lat"; "20 years in prison" is none."""
    if piece.low is not None and piece.low > 120:
        return False
    after = line.lex.age_after.longest(line.folds, piece.last) if piece.last < len(line) else None
    if after:
        return _adjectives.measured(line, piece.last) is None
    if piece.rule.startswith(("adjective", "score")):
        return piece.rule.startswith("adjective") and _adjectives.of_a_person(line, piece)
    if not (_listed(line, piece) or _told(line, piece) or _at(line, piece)):
        return _apposed(line, piece)
    return not any(line.lex.age_unless.longest(line.folds, i) for i in range(max(0, piece.first - 5), piece.first))


def _listed(line: Line, piece: Piece) -> bool:
    """ "aged 12", and each of "aged 6, 9 and 12"."""
    begin, _ = _spread(line, piece)
    return _bounds.ending(line.lex.age_before, line, begin, 6) is not None


def _spread(line: Line, piece: Piece) -> tuple[int, int]:
    """Begin and end of the digits that "and" or commas join to it: "of ⟦6 and 9⟧ years"."""
    begin, end = piece.first, piece.last
    if piece.last - piece.first != 1:
        return begin, end
    joins = (",", *line.lex.data.age_joins)
    while begin > 1 and line.word(begin - 1) in joins and _small(line, begin - 2):
        begin -= 2
    while line.word(end) in joins and _small(line, end + 1):
        end += 2
    return begin, end


def _small(line: Line, i: int) -> bool:
    """A number of one word: 9, nine."""
    if line.digits(i):
        return True
    step = line.lex.step(line.folds, i) if i < len(line) else None
    return step is not None and step[0] == i + 1 and all(atom.kind == "card" for atom in step[1])


def _at(line: Line, piece: Piece) -> bool:
    """ "dies at 91": nothing is counted behind."""
    if _bounds.ending(line.lex.age_at, line, piece.first, 3) is None or piece.unit or piece.low != piece.high:
        return False
    after = piece.last
    return after >= len(line) or line.tokens[after].kind == "sign" or line.word(after) in line.lex.data.age_goes_on


def _told(line: Line, piece: Piece) -> bool:
    """ "miał 12 lat", "ha 29 anni", "di 12 anni": a verb or preposition, and years after."""
    begin, end = _spread(line, piece)
    years = line.lex.age_units.longest(line.folds, end) if end < len(line) else None
    if years is None or line.word(years[0]) in line.lex.data.age_more:
        return False
    return _bounds.ending(line.lex.age_verbs, line, begin, 3) is not None or _near(line, begin)


def _near(line: Line, at: int) -> bool:
    """ "возраст выхода на пенсию повысится до ⟦60 лет⟧": the age is said some words before in the clause."""
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if line.word(i) in ";.":
            return False
        if line.lex.age_near.longest(line.folds, i):
            return True
    return False


def _apposed(line: Line, piece: Piece) -> bool:
    """ "John Smith, 45, said", "Марии Ивановой 52 года.": a bare number after a capital letter."""
    i = piece.first
    if piece.last != i + 1 or not line.digits(i) or len(line.written(i)) != 2:
        return False
    years = line.lex.age_units.longest(line.folds, i + 1) if i + 1 < len(line) else None
    end = years[0] if years else i + 1
    if line.word(end) not in (",", "."):
        return False
    before = i - 2 if line.word(i - 1) == "," else i - 1 if years and i > 1 else -1
    return before >= 0 and line.written(before)[:1].isupper()
