"""Decimals in words: two point five, две целых пять десятых, due virgola cinque."""

from decimal import Decimal

from rashomon.annotate.numbers._line import Line
from rashomon.annotate.numbers._sum import Sum

_TEN = Decimal(10)


def read(line: Line, at: int, total: Sum) -> int | None:
    """Add the decimals that begin at token ``at`` to ``total``; their end, or None where there are none."""
    data = line.lex.data
    if line.word(at) not in data.points or not total.open or total.vague or total.low != total.high:
        return None
    begin = at + 1 + (line.word(at + 1) in data.points_joins)
    digits, end = _digits(line, begin)
    if not digits:
        return None
    if data.tenths:
        place = line.lex.tenths.get(line.word(end))
        if place is None:
            return None
        share, end = Decimal(digits) * place, end + 1
    else:
        share = Decimal(digits) / _TEN ** len(digits)
    total.low, total.high = total.low + share, total.high + share
    return end


def _digits(line: Line, at: int) -> tuple[str, int]:
    """ "two five" as "25", "venticinque" as "25": at most three words below a hundred."""
    out, begin = "", at
    while at < len(line) and at - begin < 3:
        step = line.lex.step(line.folds, at)
        if step is None or any(a.kind != "card" for a in step[1]) or not 0 <= sum(a.low for a in step[1]) < 100:
            break
        value = str(int(sum(a.low for a in step[1])))
        tens = len(out) == 2 and out.endswith("0") and len(value) == 1  # twenty five
        out, at = (out[:1] + value) if tens else out + value, step[0]
    return out, at
