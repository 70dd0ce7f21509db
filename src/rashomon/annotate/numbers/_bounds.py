"""Hedges around a number: more than, up to, about, "с лишним", "or more"."""

from rashomon.annotate.numbers import _units
from rashomon.annotate.numbers._lexicon import Lexicon
from rashomon.annotate.numbers._line import Line, Piece
from rashomon.lang.phrases import PhraseTable
from rashomon.lang.schema.numbers import Bound

REACH = 7  # words between a verb of change and its goal: "wzrosła w ciągu dnia do 100"
STOPS = frozenset(".,;!?:")


def hedge(line: Line, piece: Piece, plain: bool = False) -> Piece:
    """Take the hedges before and after into the piece; ``plain`` leaves out those before."""
    after(line, piece)
    if plain:
        return piece
    start = _units.sign(line, piece.first)
    for _ in range(3):
        found = _before(line, start)
        if found is None:
            break
        begin, bound = found
        _singular(line, piece)
        apply(piece, bound)
        if bound.verb:
            break
        piece.first = start = begin
    return piece


def _singular(line: Line, piece: Piece) -> None:
    """ "свыше тысячи", "более сотни": after a hedge the form is a singular, not a vague plural."""
    lone = piece.core[1] - piece.core[0] == 1 and line.word(piece.core[0]) in line.lex.data.singular_after_bound
    if lone and piece.form == "vague" and piece.low is not None:
        piece.low = piece.high = piece.low / 2
        piece.form = "words"
        piece.approx = False


def apply(piece: Piece, bound: Bound) -> None:
    """Open the interval or mark it approximate; the innermost bound stands."""
    if bound.kind == "approx":
        piece.approx = True
    if bound.kind == "min" and piece.low is not None:
        piece.high = None
    if bound.kind == "max" and piece.high is not None:
        piece.low = None
    piece.rule += f".{bound.kind}"


def _before(line: Line, at: int) -> tuple[int, Bound] | None:
    """The hedge that ends at token ``at``, over articles: (its begin, the bound)."""
    for end in _over_fillers(line, at):
        found = _ending(line, end)
        if found:
            begin, bound = found
            return None if bound.kind == "none" or _idle(line, begin, bound, at) else found
    verbs = (_verb_before(line, place) for place in _over_fillers(line, at))
    return next((row for row in verbs if row), None)


def _verb_before(line: Line, at: int) -> tuple[int, Bound] | None:
    """ "превысило ⟦в пятницу⟧ 3 тысячи": a verb that bounds, over a day or "already"."""
    here: int | None = at
    for _ in range(2):
        here = ending(line.lex.adjuncts, line, here, 4) if here else None
        if here is None:
            return None
        found = _ending(line, here)
        if found:
            return found if found[1].verb else None
    return None


def _over_fillers(line: Line, at: int) -> list[int]:
    """``at`` and the places before the words that may stand between ("circa [il] 30%")."""
    places = [at]
    for _ in range(2):
        here = places[-1]
        begin = ending(line.lex.fillers, line, here, 3)
        if begin is None:
            break
        places.append(begin)
    return places


def ending(table: PhraseTable[bool], line: Line, at: int, width: int) -> int | None:
    """Begin of the longest phrase of ``table`` that ends at token ``at``."""
    for start in range(max(0, at - width), at):
        if any(end == at for end, _ in table.at(line.folds, start)):
            return start
    return None


def _ending(line: Line, at: int) -> tuple[int, Bound] | None:
    for start in range(max(0, at - 6), at):
        rows = [bound for end, bound in line.lex.before.at(line.folds, start) if end == at]
        if rows:
            return start, rows[-1]
    return None


def _idle(line: Line, begin: int, bound: Bound, at: int) -> bool:
    """The words are there but bound nothing: "doszło do 20 starć", "выросло до 100"."""
    if bound.digits_only and not line.digits(at):
        return True
    blocked = line.lex.blocked.get(id(bound))
    if blocked is not None and ending(blocked, line, begin, 3) is not None:
        return True
    return bound.reach and (changed(line, begin) or _changes_behind(line, at))


def _changes_behind(line: Line, at: int) -> bool:
    """ "до ⟦23⟧ выросло число погибших": the verb stands behind its goal."""
    for i in range(at + 1, min(at + 4, len(line))):
        if line.word(i) in STOPS:
            return False
        if line.lex.change.longest(line.folds, i):
            return True
    return False


def changed(line: Line, at: int) -> bool:
    """A verb of change stands before ``at`` in the clause ("rose from 10 to 15")."""
    for start in range(at - 1, max(-1, at - REACH - 1), -1):
        if line.word(start) in STOPS and start < at - 1:  # "rose by 12%⟦,⟧ to 60"
            return False
        if line.lex.change.longest(line.folds, start):
            return True
    return False


def after(line: Line, piece: Piece) -> None:
    """ "100 or more", "100+", "100 people or more" (outside the span there)."""
    for at in (piece.last, piece.last + 1):
        found = line.lex.after.longest(line.folds, at) if at < len(line) else None
        if found is None:
            continue
        end, bound = found
        if _of_next(line, end) or _goes_on(line, at, end) or (at > piece.last and not _distant(line, at, line.lex)):
            continue
        apply(piece, bound)
        if at == piece.last:
            piece.last = end
        return


def _of_next(line: Line, at: int) -> bool:
    """ "из 10 примерно 5": the hedge belongs to the number that follows."""
    return line.digits(at) or (at < len(line) and line.lex.step(line.folds, at) is not None)


def _goes_on(line: Line, at: int, end: int) -> bool:
    """ "less than 10 and more than 40": the words begin another hedge."""
    return any(stop > end for i in range(at, end) for stop, _ in line.lex.before.at(line.folds, i))


def _distant(line: Line, at: int, lex: Lexicon) -> bool:
    """Only "or more" may stand one noun away."""
    return lex.ors.longest(line.folds, at) is not None and line.tokens[at - 1].kind == "word"
