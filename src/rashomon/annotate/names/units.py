"""Units: the words of a sentence as names see them, and how each word behaves in the report.

"Jean-Claude", "U.S.", "J. R.", "Lenta.ru", "O'Brien" are one unit each.
"""

from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import Part, Sentence, Token

HYPHENS = "-‐‑"
APOSTROPHES = "'’ʼ"
BOUND = frozenset("al el ul ad as ash ar an аль эль уль ад ас аш ар ан ex d l dell".split())  # "al-Rashid", "ex-Kenya"
CAPITAL = frozenset(("title", "upper", "mixed", "initial"))
OPENING = '«„“"”:–—•*?!'  # a capital after one of these may open a sentence


class Unit(Part):
    """A word or sign: ``text[start:end]``, its fold, its shape, and its tokens ``first:last``.

    ``shape``: title upper mixed initial lower number sign. ``weak``: its capital says nothing
    (it opens a sentence, or stands in a heading or passage in capitals). ``gap``: white space
    before it. ``parts``: the words of a compound. ``capital``: it is written like a name.
    """

    start: int
    end: int
    fold: str
    shape: str
    first: int
    last: int
    gap: bool
    parts: tuple[str, ...]
    capital: bool
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Words of the report that stand in lower case somewhere, or capitalised where it means something."""

    lower: frozenset[str]
    capital: frozenset[str]


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> str:
    """The casing of a word as written."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return "number" if word[:1].isdigit() else "sign"
    if letters[0].islower():
        return "mixed" if any(c.isupper() for c in letters[1:]) and len(letters) > 3 else "lower"
    if not letters[0].isupper():
        return "title" if letters[0].istitle() else "lower"
    if len(letters) == 1:
        return "initial"
    if all(c.isupper() for c in letters):
        return "upper"
    return "mixed" if any(c.isupper() for c in letters[1:]) else "title"


def units_of(text: str, tokens: list[Token], offset: int, articles: tuple[str, ...] = ()) -> list[Unit]:
    """The units of one sentence; ``offset`` is the index of its first token in the view.

    ``articles`` never join what follows their apostrophe ("L'ONU", but "D'Amico").
    """
    units: list[Unit] = []
    i = before = 0
    while i < len(tokens):
        token = tokens[i]
        gap, apart = i == 0 or before < token.start, i + 1 == len(tokens) or tokens[i + 1].start > token.end
        if apart or token.kind != "word" or (j := _joined(text, tokens, i, articles)) == i + 1:
            shape = "sign" if token.kind == "sign" else shape_of(text[token.start : token.end])
            parts = (token.fold,) if token.kind == "word" else ()
            capital = shape in CAPITAL
            unit = Unit(token.start, token.end, token.fold, shape, offset + i, offset + i + 1, gap, parts, capital)
        else:
            unit = _compound(text, tokens[i:j], offset + i, gap)
        units.append(unit)
        i, before = unit.last - offset, unit.end
    return units


def _compound(text: str, tokens: list[Token], first: int, gap: bool) -> Unit:
    """One unit of several tokens, the first of them a word."""
    start, end = tokens[0].start, tokens[-1].end
    word = text[start:end]
    shape = shape_of(word)
    if shape == "initial" and word.count(".") > 1:
        shape = "upper"
    if word[0].islower() and tokens[0].fold not in BOUND:
        shape = "lower"  # "post-Soviet", "anti-Brexit"
    fold = "".join(t.fold for t in tokens)
    parts = tuple(t.fold for t in tokens if t.kind == "word")
    return Unit(start, end, fold, shape, first, first + len(tokens), gap, parts, shape in CAPITAL)


def _joined(text: str, tokens: list[Token], i: int, articles: tuple[str, ...]) -> int:
    """End (token index) of the unit that begins at token ``i``."""
    if tokens[i].kind != "word":
        return i + 1
    j = i + 1
    if tokens[i].fold in articles:
        return j
    while j + 1 < len(tokens) and tokens[j].start == tokens[j - 1].end and tokens[j + 1].start == tokens[j].end:
        sign, after = text[tokens[j].start], tokens[j + 1]
        if after.kind == "sign" or not _joins(text, tokens[i], tokens[j - 1], sign, after):
            break
        j += 2
    if j < len(tokens) and text[tokens[j].start] == "." and tokens[j].start == tokens[j - 1].end:
        last = tokens[j - 1]
        if text[last.start].isupper() and (last.end - last.start == 1 or (j > i + 1 and _doubled(text, last))):
            return j + 1
    return j


def _doubled(text: str, token: Token) -> bool:
    """A letter written twice for a plural: "EE.UU.", "FF. AA."."""
    word = text[token.start : token.end]
    return len(word) == 2 and word[0] == word[1] and word.isupper()


def _joins(text: str, first: Token, before: Token, sign: str, after: Token) -> bool:
    capital = text[after.start].isupper()
    if sign in HYPHENS:
        return capital or after.kind == "number" or _inner(text, before, after)
    if sign in APOSTROPHES:
        return capital and before.end - before.start <= 2 and text[first.start].isupper()
    if sign == "." and _doubled(text, before) and _doubled(text, after):
        return True
    if sign == ".":
        single = before.end - before.start == 1 and after.end - after.start == 1 and capital
        domain = after.fold in DOMAINS and text[before.start : before.end].isascii()
        return single or domain
    return sign == "&" and capital


DOMAINS = frozenset("ru com org net info by ua kz pl it eu uk us de tv press news media am ge az uz kg fm io".split())
_INNER = frozenset("на en am sur upon de la le les sous над по".split())


def _inner(text: str, before: Token, after: Token) -> bool:
    """A lower-case part after a hyphen that stays: "Ростов-на-Дону", "Frankfurt-am-Main"."""
    tail = text[after.end : after.end + 2]
    return after.fold in _INNER and text[before.start].isupper() and len(tail) == 2 and tail[0] in HYPHENS


def weigh(units: list[Unit], sentence: Sentence, text: str) -> None:
    """Mark the units whose capital says nothing."""
    flat = _flat(units, sentence, text)
    opening = True
    for unit in units:
        unit.weak = flat or (opening and unit.shape in ("title", "initial"))
        quote = unit.gap and text[unit.start] in "'‘"  # but not the apostrophe of "dell'Unione"
        opening = unit.shape == "sign" and (opening or quote or text[unit.start] in OPENING)


def _flat(units: list[Unit], sentence: Sentence, text: str) -> bool:
    """Is the whole sentence in capitals, or a heading with every word capitalised?"""
    words = [u for u in units if u.shape not in ("sign", "number")]
    shouting = len(words) >= 4 and sum(u.shape == "upper" for u in words) * 5 >= len(words) * 4
    long_words = [u for u in words if u.end - u.start > 3]
    titled = sentence.heading or not text[sentence.start : sentence.end].rstrip().endswith((".", "!", "?", "…"))
    return shouting or (
        titled
        and len(long_words) >= (3 if sentence.heading else 4)
        and sum(u.capital for u in long_words) * 10 >= len(long_words) * 8
    )


def facts_of(rows: list[list[Unit]]) -> Facts:
    """Over the whole report."""
    units = [unit for row in rows for unit in row]
    lower = [unit.fold for unit in units if unit.shape == "lower"]
    capital = [unit.fold for unit in units if unit.capital and not unit.weak]
    return Facts(frozenset(lower), frozenset(capital))
