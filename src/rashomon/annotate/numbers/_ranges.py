"""Two numbers that are one: 10-15, from 10 to 15, two or three, год-два."""

from rashomon.annotate.numbers import _bounds, _pieces, _units
from rashomon.annotate.numbers._line import DASHES, Line, Piece
from rashomon.lang.schema.numbers import Opener

Found = tuple[int, list[Piece]] | None


def opened(line: Line, i: int) -> Found:
    """ "between 10 and 15" at token ``i``; after a verb of change two numbers, not a range."""
    match = line.lex.openers.longest(line.folds, i)
    if match is None:
        return None
    opener = match[1]
    first = _piece(line, match[0])
    second = _second(line, first, opener) if first else None
    if first is None or second is None:
        return None
    _share(first, second)
    rising = first.low is not None and second.low is not None and first.low < second.low
    if opener.change or not rising or _bounds.changed(line, i):
        first.rule, second.rule = f"{first.rule}.from", f"{second.rule}.to"
        first.unit = first.unit or second.unit
        pair = [_bounds.hedge(line, piece, plain=True) for piece in (first, second)]
        return second.last, pair
    return second.last, [_bounds.hedge(line, _merge(line, i, first, second, "between"))]


def _second(line: Line, first: Piece, opener: Opener) -> Piece | None:
    """The end of the range, right after the first number and its unit."""
    table = line.lex.seconds_of(opener)
    for at in (first.last, first.last + 1, first.tail):
        found = table.longest(line.folds, at) if at < len(line) else None
        if found:
            return _piece(line, found[0])
    return None


def _piece(line: Line, at: int) -> Piece | None:
    """A bare number at ``at``, over an article or a currency sign ("tra le 10 e le 15")."""
    for _ in range(2):
        if at >= len(line):
            return None
        skip = line.lex.signs.longest(line.folds, at) or line.lex.fillers.longest(line.folds, at)
        piece = _pieces.bare(line, at)
        if piece is not None:
            return _units.attach(line, piece)
        if skip is None:
            return None
        at = skip[0]
    return None


def joined(line: Line, first: Piece) -> Piece | None:
    """The range that ``first`` begins: 10-15, 10 to 15, two or three; two, three or four."""
    at = max(first.last, first.tail)
    if at + 1 >= len(line):
        return None
    if line.word(at) == "," and (whole := _chained(line, at + 1)):
        small = first.low is not None and whole.low is not None and first.low < whole.low <= first.low + 2
        return _merge(line, first.first, first, whole, "or") if small and whole.rule.endswith("or") else None
    how, start = _joiner(line, at)
    second = _piece(line, start) if how else None
    if second is None or first.low is None or second.low is None:
        return None
    if how == "to" and not _same_kind(line, first, second):
        return None
    _share(first, second)
    if not first.low < second.low or (how == "dash" and _far(line, first, second)):
        return None
    return _merge(line, first.first, first, second, how)


def _chained(line: Line, at: int) -> Piece | None:
    """The range that begins at ``at``, read once: each number of a long list asks for those behind it."""
    if at not in line.chains:
        middle = _pieces.bare(line, at)
        line.chains[at] = joined(line, middle) if middle else None
    return line.chains[at]


def _same_kind(line: Line, first: Piece, second: Piece) -> bool:
    """ "10 to 15 per cent", but not "rose 2% to $13bn"."""
    shared = first.unit is None and (second.unit in (None, "percent") or second.tail > 0)  # "5 to 6 million euros"
    alike = shared or first.unit == second.unit
    return alike and not _bounds.changed(line, first.first)


def _far(line: Line, first: Piece, second: Piece) -> bool:
    """A spaced dash between numbers of very different size sets clauses apart."""
    spaced = not line.touches(first.last)
    return spaced and first.low is not None and second.low is not None and second.low > first.low * 10


def _joiner(line: Line, at: int) -> tuple[str, int]:
    """What joins two numbers at ``at`` and where the second begins; "" for nothing."""
    if line.word(at) in DASHES and line.touches(at) and not line.touches(at + 1):
        at += 1  # "8- to 16-metre"
        found = line.lex.tos.longest(line.folds, at) or line.lex.ors.longest(line.folds, at)
        return ("to", found[0]) if found else ("", at)
    if line.word(at) in DASHES:
        even = line.touches(at) == line.touches(at + 1)
        return ("dash", at + 1) if even else ("", at)
    for how, table in (("or", line.lex.ors), ("to", line.lex.tos)):
        found = table.longest(line.folds, at)
        if found:
            return how, found[0]
    return "", at


def _share(first: Piece, second: Piece) -> None:
    """ "от 10 до 15 тысяч": the first takes the magnitude of the second."""
    if first.scale > 1 or second.scale == 1 or first.low is None or second.low is None:
        return
    if first.form in ("digits", "words") and first.low < second.low / second.scale and first.unit is None:
        first.low *= second.scale
        first.high = first.high * second.scale if first.high is not None else None


def _merge(line: Line, start: int, first: Piece, second: Piece, how: str) -> Piece:
    unit = second.unit or first.unit
    return Piece(
        first=start,
        last=second.last,
        low=first.low,
        high=second.high,
        approx=first.approx or second.approx,
        form="range",
        unit=unit,
        scale=second.scale,
        rule=f"range.{how}",
        core=(first.core[0], second.core[1]),
    )


def one_noun(line: Line, i: int) -> Found:
    """ "год, два или три", "год-два", "a day or two": the bare noun counts one."""
    match = line.lex.one_nouns.longest(line.folds, i)
    if match is None:
        return None
    at = match[0]
    half = line.lex.words.longest(line.folds, at) if at < len(line) else None
    if half and half[1].kind == "half":  # a year and a half
        value = _pieces.ONE + half[1].low
        return half[0], [
            Piece(first=i, last=half[0], low=value, high=value, form="words", rule="words", core=(i, half[0]))
        ]
    noun = Piece(first=i, last=at, low=_pieces.ONE, high=_pieces.ONE, form="words", rule="words", core=(i, at))
    if line.word(at) == ",":
        middle = _pieces.bare(line, at + 1)
        whole = joined(line, middle) if middle else None
        ok = whole is not None and whole.rule == "range.or" and whole.low == 2
        return (whole.last, [_merge(line, i, noun, whole, "noun")]) if whole and ok else None
    how, start = _joiner(line, at)
    second = _pieces.bare(line, start) if how in ("or", "dash") and start < len(line) else None
    if second is None or second.low is None or not 2 <= second.low <= 3:
        return None
    return second.last, [_merge(line, i, noun, second, "noun")]
