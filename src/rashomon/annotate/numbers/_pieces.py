"""Single numbers of every kind, before hedges and ranges."""

from decimal import Decimal

from rashomon.annotate.numbers import _amounts, _bounds
from rashomon.annotate.numbers._guards import fraction
from rashomon.annotate.numbers._line import DASHES, Line, Piece

ONE = Decimal(1)


def bare(line: Line, i: int) -> Piece | None:
    """The number at token ``i`` in digits, words or both; None where it is none."""
    piece = read(line, i)
    return None if piece is None or piece.form == "ordinal" else piece


def read(line: Line, i: int) -> Piece | None:
    """As `bare`, but ordinals in words too, so that no part of one is taken for a number."""
    piece = _amounts.read(line, i) if i < len(line) else None
    if piece is not None and piece.form == "words" and (end := _ordinal(line, piece)):
        piece.form, piece.last = "ordinal", end
    return piece


def _ordinal(line: Line, piece: Piece) -> int | None:
    """ "twenty-first", "двадцать пятый": where a last word makes the whole an ordinal, its end."""
    at = piece.last
    step = line.lex.step(line.folds, at) if at < len(line) else None
    if (line.word(at) in DASHES and line.touches(at)) or (step and step[1][0].kind == "join"):
        at += 1
    if at >= len(line) or piece.low is None or piece.low % 10 != 0 or line.lex.step(line.folds, at):
        return None
    found = line.lex.ordinal_words.longest(line.folds, at)
    return found[0] if found else None


def share(line: Line, i: int) -> Piece | None:
    """A share of a whole, as percent: a third of, половина, due terzi, 2/3; half an hour is 0.5."""
    found = _half_unit(line, i) or _slash(line, i) or _fraction(line, i)
    if found is None:
        return None
    end, value, unit = found
    return Piece(first=i, last=end, low=value, high=value, form="fraction", unit=unit, rule="fraction", core=(i, end))


def _half_unit(line: Line, i: int) -> tuple[int, Decimal, str | None] | None:
    found = line.lex.half_units.longest(line.folds, i)
    return (i + 1, found[1], None) if found else None


def _slash(line: Line, i: int) -> tuple[int, Decimal, str | None] | None:
    if i in line.barred or not line.digits(i) or not fraction(line, i):
        return None
    value = Decimal(int(line.written(i))) / Decimal(int(line.written(i + 2)))
    return i + 3, round(value * 100, 2), "percent"


def _fraction(line: Line, i: int) -> tuple[int, Decimal, str | None] | None:
    each = line.lex.each.longest(line.folds, i)
    if each:
        timed = each[0] < len(line) and line.lex.not_shared.longest(line.folds, each[0])  # "every third day"
        return None if timed else (each[0], round(each[1] * 100, 2), "percent")
    found = line.lex.fractions.longest(line.folds, i)
    before = i - 2 if line.word(i - 1) in DASHES and line.touches(i) else i - 1  # "first-half shots"
    if found is None or _amounts.halved(line, i) or line.word(before) in line.lex.data.fraction_not_after:
        return None
    end, value = found
    if end < len(line) and line.lex.not_parted.longest(line.folds, end):  # "a metà mandato"
        return None
    words = " ".join(line.folds[i:end])
    needs = line.lex.data.fraction_needs
    wanted = words not in line.lex.bare_fractions and bool(needs) and "-" not in words
    if (wanted and line.word(end) not in needs and end < len(line)) or (line.word(end) in DASHES and line.touches(end)):
        return None
    return end, round(value * 100, 2), "percent"


def one(line: Line, piece: Piece) -> bool:
    """Whether the numeral one counts here: "one officer", not "one of", "один из"."""
    data, word, following = line.lex.data, line.word(piece.core[0]), line.word(piece.core[1])
    if piece.core[1] - piece.core[0] != 1 or word not in line.lex.one:
        return True
    told = _bounds.ending(line.lex.one_after, line, piece.first, 3) is not None
    if told and following not in data.one_pronoun_before:  # "killed ⟦one⟧ and injured four"
        return True
    if following in data.one_not_before or line.word(piece.first - 1) in data.one_not_after:
        return False
    if data.one_before:
        return following in data.one_before
    if piece.core[1] >= len(line) or line.tokens[piece.core[1]].kind != "word":
        return False
    if not data.one_before_tags:
        return True
    tags = [p.tags for p in line.lex.pack.parses(following)]
    return any(t & frozenset(data.one_before_tags) for t in tags)


def article(line: Line, i: int) -> Piece | None:
    """Italian "una persona", "un morto": the article counts people (``form`` article)."""
    data = line.lex.data
    if line.word(i) not in data.articles or not data.article_nouns:
        return None
    at = i + 2 if line.word(i + 1) == "'" else i + 1
    at += line.word(at) in data.article_between
    if line.word(at) in data.article_nouns:
        return Piece(first=i, last=i + 1, low=ONE, high=ONE, form="article", rule="article", core=(i, i + 1))
    return None
