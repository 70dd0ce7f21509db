"""Number expressions of one report, each with its hedges, as an interval.

A sentence is read from left to right. At each token the first rule of `RULES` that finds a number
takes it: a range with two words, a noun that counts one, a share, then a plain amount, which may
go on as a range. Hedges and units are attached last. What only looks like a number (identifiers,
clocks, dotted dates, ordinals) is barred before. Values follow the guide: several is 3-9, dozens
20-99, hundreds 200-999; "more than N" leaves the upper end open.
"""

from rashomon.annotate.numbers import _adjectives, _bounds, _guards, _pieces, _ranges, _ratios, _scores, _units
from rashomon.annotate.numbers._ages import is_age
from rashomon.annotate.numbers._digits import APOSTROPHES, POINTS
from rashomon.annotate.numbers._lexicon import lexicon
from rashomon.annotate.numbers._line import DASHES, Line, Piece, tidy
from rashomon.model import Number
from rashomon.view import View

__all__ = ["find"]

DIGITS = frozenset(("share", "amount"))
RANGES = (("range", _ranges.opened), ("noun", _ranges.one_noun))


def find(view: View) -> list[Number]:
    """All number expressions, sorted by (start, end), without overlap.

    ``rule`` is "<language>.number.<form>" with the hedges met, and ".age" where it is an age.
    """
    numbers = []
    for sentence, pack, tokens in view.by_sentence():
        line = Line(view.text, tokens, folds_of(view.folds(sentence)), pack.build(lexicon))
        line.earlier = [t.fold for t in view.tokens[max(0, sentence.first - 3) : sentence.first]]
        line.barred = _guards.barred(line)
        numbers += [_number(view.text, line, piece) for piece in _pieces_of(line)]
    return sorted(numbers, key=lambda n: (n.start, n.end))


def folds_of(folds: list[str]) -> list[str]:
    """Matching forms, with one kind of apostrophe ("mezz’ora", "l’80%")."""
    return ["'" if fold in APOSTROPHES else fold for fold in folds]


def _pieces_of(line: Line) -> list[Piece]:
    pieces: list[Piece] = []
    begins, done = line.lex.begins, 0
    digits = [token.kind == "number" for token in line.tokens]
    for i in [i for i, word in enumerate(line.folds) if begins[word] or digits[i] or word in POINTS]:
        kinds = DIGITS if line.digits(i) or _headless(line, i) else begins[line.folds[i]]
        if i < done or not kinds:
            continue
        end, found = _at(line, i, kinds)
        for piece in found:
            if pieces and piece.first < pieces[-1].last:
                piece.first = max(piece.core[0], pieces[-1].last)
            pieces.append(piece)
        done = max(end, i + 1)
    return [p for p in pieces if p.first < p.last and _pieces.one(line, p)]


def _headless(line: Line, i: int) -> bool:
    """ ".77": digits after a bare decimal sign."""
    return line.folds[i] in POINTS and line.digits(i + 1) and line.touches(i + 1) and not line.touches(i)


def _at(line: Line, i: int, kinds: frozenset[str]) -> tuple[int, list[Piece]]:
    """What begins at token ``i``, and where to read on."""
    for kind, rule in RANGES:
        if kind in kinds and (found := rule(line, i)):
            return found
    if "inside" in kinds and (inside := _adjectives.read(line, i)):
        inside = _bounds.hedge(line, inside)
        return inside.last, [inside]
    if line.digits(i) and i not in line.barred and (score := _scores.read(line, i)):
        return score[-1].last, score
    piece = _ratios.read(line, i) or (_pieces.share(line, i) if "share" in kinds else None)
    if piece is None:
        piece = _pieces.read(line, i)
        if piece is not None and piece.form == "ordinal":
            return piece.last, []
        if piece is None:
            piece = _pieces.article(line, i)
            return (piece.last, [piece]) if piece else (i + 1, [])
        piece = negative(line, _units.attach(line, piece))
        piece = _ranges.joined(line, piece) or piece
    inverted(line, piece)
    piece = _bounds.hedge(line, piece)
    return piece.last, [piece]


def negative(line: Line, piece: Piece) -> Piece:
    """ "-20 °C", "минус пять процентов"; a hyphen only with a unit, for lists begin with it too."""
    at = piece.first - 1
    if at < 0 or piece.low is None or piece.high is None:
        return piece
    sign = line.word(at) in DASHES and line.touches(piece.first) and not line.touches(at) and not line.digits(at - 1)
    if line.lex.minus.longest(line.folds, at) or (sign and (piece.unit or _degrees(line, piece.last))):
        piece.low, piece.high = -piece.high, -piece.low
        piece.first = at
        piece.core = (at, piece.core[1])
        piece.rule += ".minus"
    return piece


def _degrees(line: Line, at: int) -> bool:
    return at < len(line) and line.lex.degrees.longest(line.folds, at) is not None


def inverted(line: Line, piece: Piece) -> None:
    """ "человек двадцать": the noun before its number makes it approximate."""
    at = piece.first - 1
    if at < 0 or line.word(at) not in line.lex.data.inverted or piece.low is None:
        return
    before = at > 0 and (line.digits(at - 1) or line.lex.step(line.folds, at - 1) is not None)
    if not before and piece.form in ("words", "digits"):
        piece.approx = True
        piece.rule += ".inverted"


def _number(text: str, line: Line, piece: Piece) -> Number:
    start, end = line.tokens[piece.first].start, line.tokens[piece.last - 1].end
    age = ".age" if is_age(line, piece) else ""
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=line.tokens[piece.core[0]].start,
        core_end=line.tokens[piece.core[1] - 1].end,
        low=tidy(piece.low),
        high=tidy(piece.high),
        approx=piece.approx,
        unit=piece.unit,
        form=piece.form,
        rule=f"{line.lex.pack.code}.number.{piece.rule}{age}",
    )
