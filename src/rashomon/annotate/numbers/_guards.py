"""Digits that are no numbers: identifiers, clocks, dotted dates, phones, links, ordinals, scores."""

import re
from collections.abc import Iterator

from rashomon.annotate.numbers._line import DASHES, LONGEST, Line
from rashomon.annotate.numbers._scores import is_score

# Links, handles, e-mail addresses, international phone numbers. An address and a host begin where a run begins: tried at
# every letter of "@@@@…" or "a-a-a-…", they would take cubic time.
_OUTSIDE = re.compile(
    r"https?://\S+|www\.\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.\w+|[@#]\w+"
    r"|(?<![\w-])[\w-]+\.(?:com|org|net|info|ru|pl|it|ua|kz|by|de|eu|gov|uk|tv|io)\b/?\S*"
    r"|\+\d[\d \u00a0()-]{7,18}\d"
)
_CHAIN = frozenset("./:-–—−")


def barred(line: Line) -> frozenset[int]:
    """Indexes of digit tokens that must not be read as numbers."""
    out: set[int] = set()
    numbers = [i for i, t in enumerate(line.tokens) if t.kind == "number" and t.end - t.start <= LONGEST]
    if not numbers:
        return frozenset()
    out.update(_in_links(line, numbers))
    out.update(_labelled(line, numbers))
    for chain in _chains(line, numbers):
        if any(i in out for i in chain) or _no_number(line, chain):
            out.update(chain)
    return frozenset(out)


def _in_links(line: Line, numbers: list[int]) -> Iterator[int]:
    start, end = line.tokens[0].start, line.tokens[-1].end
    for match in _OUTSIDE.finditer(line.text, start, end):
        yield from (i for i in numbers if match.start() <= line.tokens[i].start < match.end())


def _labelled(line: Line, numbers: list[int]) -> Iterator[int]:
    """The number in "No. 5", "статья 205", "volo 198"."""
    for number in numbers:
        if not _has_label(line, number):
            continue
        yield number
        while line.digits(number + 1):  # "на номер 116 123"
            number += 1
            yield number
        if line.word(number + 1) in line.lex.data.age_joins and line.digits(number + 2):  # "по пунктам 1 и 7"
            yield number + 2


def _has_label(line: Line, i: int) -> bool:
    words = (line.earlier if i == 0 else line.folds[max(0, i - 4) : i]) + [line.folds[i]]
    end = len(words) - 1
    return any(stop == end for start in range(end) for stop, _ in line.lex.labels.at(words, start))


def _chains(line: Line, numbers: list[int]) -> Iterator[list[int]]:
    """Digits joined by signs without space: 3.2.1, 10-15, 20:00, or a lone digit token."""
    done = -1
    for i in numbers:
        if i <= done:
            continue
        chain = [i]
        while line.word(i + 1) in _CHAIN and line.digits(i + 2) and line.touches(i + 1) and line.touches(i + 2):
            i += 2
            chain.append(i)
        done = i
        yield chain


def _no_number(line: Line, chain: list[int]) -> bool:
    signs = [line.word(i + 1) for i in chain[:-1]]
    if len(chain) == 2 and is_score(line, chain[0]):
        return False
    return any(rule(line, chain, signs) for rule in RULES)


def _identifier(line: Line, chain: list[int], signs: list[str]) -> bool:
    """A320, T-72, COVID-19, G20: letters against the digits."""
    first = chain[0]
    at = first - 1
    if at > 0 and line.word(at) == "-" and line.touches(first):
        at, first = at - 1, at
    if at < 0 or not line.touches(first) or line.tokens[at].kind != "word":
        return False
    money = line.lex.currencies.longest(line.folds, at)
    if line.touches(at) and line.digits(at - 1):  # 5k-20k
        return False
    step = line.lex.step(line.folds, at)
    return (step is None or step[1][0].kind in ("article", "join")) and not (money and money[0] == chain[0])


def _lettered(line: Line, chain: list[int], signs: list[str]) -> bool:
    """198PA, 5G, 4x4, 5th: letters after the digits that are no unit."""
    at = chain[-1] + 1
    word, written = line.word(at), line.written(at)
    if at >= len(line) or not line.touches(at) or line.tokens[at].kind != "word":
        return word in ("°", "º", "ª") and word in line.lex.ordinals and line.touches(at)
    if word in line.lex.ordinals and word not in line.lex.units:
        return True
    if word == "x" and line.digits(at + 1):
        return True
    known = word in line.lex.glued or word in line.lex.glued_money or line.lex.currencies.longest(line.folds, at)
    unit = word in line.lex.units and (len(word) > 1 or written.islower())
    return written.isupper() and len(written) < 4 and not (known or unit or line.lex.step(line.folds, at))


def _hyphen_ordinal(line: Line, chain: list[int], signs: list[str]) -> bool:
    """5-й, 90-х, 2-im; but 2-х, 20-ти count."""
    at = chain[-1] + 1
    if line.word(at) not in DASHES or not (line.touches(at) and line.touches(at + 1)):
        return False
    suffix = line.word(at + 1)
    return suffix in line.lex.ordinals and not counts(line, chain[-1], suffix)


def counts(line: Line, digits: int, suffix: str) -> bool:
    """The ending makes a cardinal: 20-ти, and 2-х (but 20-х is an ordinal)."""
    return suffix in line.lex.case_endings or f"{line.word(digits)}-{suffix}" in line.lex.case_endings


def _dot_ordinal(line: Line, chain: list[int], signs: list[str]) -> bool:
    """Polish "45. prezydent": a dot and a word in lower case."""
    at = chain[-1] + 1
    if not line.lex.data.ordinal_dot or line.word(at) != "." or not line.touches(at) or at + 1 >= len(line):
        return False
    return line.tokens[at + 1].kind == "word" and line.written(at + 1)[:1].islower()


def _clock(line: Line, chain: list[int], signs: list[str]) -> bool:
    """20:00, 3:1."""
    return ":" in signs


def _slashed(line: Line, chain: list[int], signs: list[str]) -> bool:
    """24/7, 2021/22, 06/01/2022; a small proper fraction counts."""
    return "/" in signs and not fraction(line, chain[0])


def fraction(line: Line, i: int) -> bool:
    """1/2, 2/3, 3/4 ... 9/10 at token ``i``."""
    if (
        not line.digits(i)
        or line.word(i + 1) != "/"
        or not (line.touches(i + 1) and line.touches(i + 2) and line.digits(i + 2))
    ):
        return False
    over, under = line.written(i), line.written(i + 2)
    longer = line.word(i + 3) == "/" and line.digits(i + 4)
    return not longer and len(over) == 1 and 0 < int(over) < int(under) <= 10


def _long(line: Line, chain: list[int], signs: list[str]) -> bool:
    """3.2.1, 07.01.2022, 2022-01-07, 123-45-67; not 1.234.567 nor 1.5-2."""
    if len(chain) < 3:
        return False
    if set(signs) <= {"."}:
        return any(len(line.written(i)) != 3 for i in chain[1:])
    return "." not in signs


def _dotted(line: Line, chain: list[int], signs: list[str]) -> bool:
    """20.30, 07.01 where the dot is no decimal sign: a clock or a day, unless a unit follows."""
    if signs != ["."] or line.lex.pack.data.decimal == ".":
        return False
    first, second = line.written(chain[0]), line.written(chain[1])
    if len(second) != 2 or len(first) > 2 or not (int(first) <= 31 and int(second) <= 59):
        return False
    at = chain[1] + 1
    if at >= len(line):
        return not line.signed(chain[0])
    measured = line.lex.percent.longest(line.folds, at) or line.lex.currencies.longest(line.folds, at)
    return not (measured or line.lex.step(line.folds, at) or line.word(at) in line.lex.units or line.signed(chain[0]))


def _padded(line: Line, chain: list[int], signs: list[str]) -> bool:
    """007, 0198: an idle zero names, it does not count."""
    written = line.written(chain[0])
    return len(chain) == 1 and len(written) > 2 and written[0] == "0" and not _after_group(line, chain[0])


def _dated(line: Line, chain: list[int], signs: list[str]) -> bool:
    """The year of "3 JAN 90" and the hour of "AT 1800 GMT", as agencies cable them."""
    i, data = chain[0], line.lex.data
    if len(chain) > 1:
        return False
    if len(line.written(i)) == 2:
        return line.word(i - 1) in data.months and line.digits(i - 2)
    hour = len(line.written(i)) == 4 and int(line.written(i)) < 2400 and int(line.written(i)) % 100 < 60
    ends = i + 1 >= len(line) or line.tokens[i + 1].kind == "sign" or line.word(i + 1) in data.clock_after
    return hour and ends and line.word(i - 1) in data.clock_before


def _run(line: Line, chain: list[int], signs: list[str]) -> bool:
    """18022825: eight digits and more without groups are a stamp or an account, unless round or money."""
    written = line.written(chain[0])
    return len(chain) == 1 and len(written) > 7 and not written.endswith("000") and not line.signed(chain[0])


def _after_group(line: Line, i: int) -> bool:
    """ "1 414 021": digits, a group sign, and these."""
    return line.digits(i - 1) or (line.word(i - 1) in (",", ".", "'") and line.touches(i) and line.digits(i - 2))


def _bullet(line: Line, chain: list[int], signs: list[str]) -> bool:
    """ "1. The talks", "2) The talks" and "[12]": the number of a list or a note."""
    i = chain[0]
    around = line.word(i - 1) + line.word(chain[-1] + 1)
    if around == "[]" or (around == "()" and len(line.written(i)) < 3 and len(chain) == 1):
        return True
    short = i == 0 and len(chain) == 1 and len(line.written(i)) < 3
    return short and line.word(1) in (".", ")") and line.touches(1) and (len(line) > 2 or line.word(1) == ")")


def _score(line: Line, chain: list[int], signs: list[str]) -> bool:
    """2-0, 5-3, 2021-22: a dash before a smaller number makes no range."""
    if len(chain) != 2 or signs[0] not in DASHES:
        return False
    after = chain[1] + 1
    longer = line.digits(after) or line.digits(chain[0] - 1) or (line.touches(after + 1) and line.digits(after + 1))
    scaled = after < len(line) and line.lex.step(line.folds, after) is not None
    return int(line.written(chain[0])) >= int(line.written(chain[1])) and not longer and not scaled


RULES = (
    _clock,
    _slashed,
    _long,
    _identifier,
    _lettered,
    _hyphen_ordinal,
    _dot_ordinal,
    _dotted,
    _padded,
    _dated,
    _run,
    _bullet,
    _score,
)
