"""One amount: digits and number words read from left to right."""

from decimal import Decimal

from rashomon.annotate.numbers import _decimals, _digits
from rashomon.annotate.numbers._guards import counts, fraction
from rashomon.annotate.numbers._lexicon import Atom
from rashomon.annotate.numbers._line import DASHES, Line, Piece
from rashomon.annotate.numbers._sum import Sum


def halved(line: Line, i: int) -> int | None:
    """ "half a million" at ``i``: where its magnitude stands."""
    half = line.lex.large.longest(line.folds, i)
    return _large(line, half[0]) if half else None


def read(line: Line, i: int) -> Piece | None:
    """The amount that begins at token ``i``, without modifiers, units and ranges."""
    total = Sum()
    at = _begin(line, i, total)
    if at is None:
        return None
    odd = False
    while (step := _more(line, at, total)) is not None:
        at, more = step
        odd = odd or more
    low, high = total.value()
    form = (
        "vague" if total.vague else "mixed" if total.words and total.figures else "words" if total.words else "digits"
    )
    return Piece(
        first=i,
        last=at,
        low=low,
        high=None if odd else high,
        approx=total.approx,
        form=form,
        scale=total.scale if total.scale > 1 else total.unit,
        rule=form,
        core=(i, at),
    )


def _begin(line: Line, i: int, total: Sum) -> int | None:
    """The first word or digits; an article counts only before a magnitude ("a million")."""
    if line.digits(i) or line.word(i) in _digits.POINTS:
        found = _digits.read(line, i)
        if found is None or not total.take_digits(found[1]):
            return None
        return _endings(line, _mixed_fraction(line, found[0], total))
    if line.word(i) in line.lex.data.compound_only or line.word(i + 1) in line.lex.homographs.get(line.word(i), ()):
        return None
    step = line.lex.step(line.folds, i)
    half = line.lex.large.longest(line.folds, i)
    if half and (large := _large(line, half[0])):
        total.take(Atom("card", half[1], half[1]))
        return large
    if step is None or not _stands(line, step[0], step[1][0]):
        return None
    if step[1][0].kind == "article":
        return step[0] if _large(line, step[0]) else None
    return step[0] if all([total.take(a) for a in step[1]]) else None


def _large(line: Line, at: int) -> int | None:
    """Where a magnitude or collective begins at ``at`` or after an article ("half a million")."""
    for start in (at, at + 1):
        step = line.lex.step(line.folds, start) if start < len(line) else None
        kind = step[1][0].kind if step else ""
        if step and kind in ("mag", "coll", "hundred") and not step[1][0].many:
            return start
        if kind != "article":
            return None
    return None


def _mixed_fraction(line: Line, at: int, total: Sum) -> int:
    """ "10 1/2 miles": a proper fraction after the digits."""
    step = line.lex.step(line.folds, at) if at < len(line) else None
    if step and step[1][0].kind == "card" and step[1][0].low < 1 and line.tokens[at].end - line.tokens[at].start == 1:
        total.low, total.high = total.low + step[1][0].low, total.high + step[1][0].low
        return at + 1
    if at in line.barred or not fraction(line, at):
        return at
    share = Decimal(int(line.word(at))) / Decimal(int(line.word(at + 2)))
    total.low, total.high = total.low + share, total.high + share
    return at + 3


def _stands(line: Line, at: int, atom: Atom) -> bool:
    """Some words count only before the right word: "ряд стран", "несколько лучше" is none."""
    if not (atom.genitive or atom.not_before):
        return True
    parses = line.lex.pack.parses(line.word(at)) if at < len(line) else ()
    if atom.genitive:
        return len(line.word(at)) > 2 and any({"gent", "plur"} <= p.tags or {"gen", "pl"} <= p.tags for p in parses)
    return not (parses and parses[0].tags & atom.not_before)


def _endings(line: Line, at: int) -> int:
    """Case endings of a cardinal: 2-х, 20-ти, 16-tu."""
    hyphen = line.word(at) in DASHES and line.touches(at) and line.touches(at + 1)
    return at + 2 if hyphen and counts(line, at - 1, line.word(at + 1)) else at


def _more(line: Line, at: int, total: Sum) -> tuple[int, bool] | None:
    """One more step of the number at ``at``: (end, whether an inner "odd" was read)."""
    if at >= len(line):
        return None
    if line.digits(at):
        found = _digits.read(line, at) if total.scale > 1 and len(line.word(at)) == 3 else None
        return (found[0], False) if found and total.take_digits(found[1]) else None
    if (end := _decimals.read(line, at, total)) is not None:
        return end, False
    return _glued(line, at, total) or _linked(line, at, total) or _word(line, at, total) or _inner(line, at, total)


def _glued(line: Line, at: int, total: Sum) -> tuple[int, bool] | None:
    """Magnitudes written against the digits: 5k, $5m."""
    if not (total.digits and line.touches(at)):
        return None
    word = line.word(at)
    scale = line.lex.glued.get(word)
    if scale is None and word in line.lex.glued_money and _money(line, at):
        scale = line.lex.glued_money[word]
    if scale is None:
        return None
    total.take(Atom("mag", scale, scale))
    return _dotted(line, at + 1), False


def _money(line: Line, at: int) -> bool:
    """ "$5m" and "5m people" are millions, "5m tall" is a length."""
    start = at
    while start > 0 and (line.digits(start - 1) or line.word(start - 1) in (".", ",")):
        start -= 1
    before = [i for i in (start - 1, start - 2, start - 3) if i >= 0]
    money = any((m := line.lex.currencies.longest(line.folds, i)) and m[0] == start for i in before)
    following = line.lex.currencies.longest(line.folds, at + 1) if at + 1 < len(line) else None
    return money or following is not None or line.word(at + 1) in line.lex.data.counted_people


def _linked(line: Line, at: int, total: Sum) -> tuple[int, bool] | None:
    """Words joined by a hyphen or "and": twenty-six, one hundred and fifty, mille e duecento."""
    hyphen = line.lex.data.hyphens and line.word(at) in DASHES and line.touches(at) and line.touches(at + 1)
    step = line.lex.step(line.folds, at)
    join = step is not None and step[1][0].kind == "join"
    if not (hyphen or join) or total.digits or total.vague or total.counted:
        return None
    following = line.lex.step(line.folds, at + 1) if at + 1 < len(line) else None
    if following is None or following[1][0].kind in ("article", "join", "half", "vague"):
        return None
    joins = _joins_tens if line.lex.data.joins_tens else _joins
    if join and not joins(total, following[1][0]):
        return None
    if hyphen and not (total.low >= 20 or following[1][0].kind in ("hundred", "mag")):
        return None
    if not all([total.take(a) for a in following[1]]):
        return None
    return following[0], False


def _joins(total: Sum, atom: Atom) -> bool:
    """ "and" adds only below a hundred or more ("one hundred and six", not "twenty and six")."""
    big = total.unit >= 100 or (total.open and total.low >= 100 > atom.low)
    return atom.kind == "card" and atom.low < 1000 and big


def _joins_tens(total: Sum, atom: Atom) -> bool:
    """ "and" adds units to tens ("treinta y cinco", "mil ochenta y dos"), never to hundreds ("cien y cinco")."""
    return atom.kind == "card" and 0 < atom.low < 10 and total.open and total.low % 10 == 0 and total.low % 100 >= 30


def _word(line: Line, at: int, total: Sum) -> tuple[int, bool] | None:
    """One more word, over "of" between plural collectives ("tens of thousands")."""
    step = line.lex.step(line.folds, at)
    if step is None and total.few and line.word(at) in line.lex.data.currency_fillers and at + 1 < len(line):
        step = line.lex.step(line.folds, at + 1)
        step = step if step and step[1][0].kind in ("mag", "coll") else None
    if step is None or not _continues(line, at, step[1][0], total):
        return None
    before = (total.low, total.high, total.open)
    if not all([total.take(a) for a in step[1]]):
        total.low, total.high, total.open = before
        return None
    return _dotted(line, step[0]), False


def _continues(line: Line, at: int, atom: Atom, total: Sum) -> bool:
    """Digits take a magnitude word, not a second number ("в 2022 пять")."""
    return not (total.digits and atom.kind == "card") and atom.kind not in ("article", "vague", "join")


def _dotted(line: Line, at: int) -> int:
    """Over the full stop of an abbreviation inside a sentence: "тыс. человек"."""
    short = line.word(at) == "." and line.touches(at) and at + 1 < len(line)
    data = line.lex.pack.data
    known = short and f"{line.word(at - 1)}." in (*data.abbreviations, *data.final_abbreviations)
    return at + 1 if known else at


def _inner(line: Line, at: int, total: Sum) -> tuple[int, bool] | None:
    """ "20 с лишним тысяч", "20-odd thousand": a modifier before the magnitude."""
    found = line.lex.after.longest(line.folds, at)
    if found is None or found[1].kind not in ("min", "approx") or found[0] >= len(line) or not total.open:
        return None
    step = line.lex.step(line.folds, found[0])
    if step is None or step[1][0].kind != "mag" or not total.take(step[1][0]):
        return None
    total.approx = total.approx or found[1].kind == "approx"
    return _dotted(line, step[0]), found[1].kind == "min"
