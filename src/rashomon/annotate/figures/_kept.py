"""Which numbers are figures at all."""

from bisect import bisect_left
from typing import TypeVar

from rashomon.annotate.figures._fits import of_unit
from rashomon.annotate.figures._lexicon import Lexicon
from rashomon.model import Name, Number, Sentence, Time
from rashomon.view import View

__all__ = ["kept"]

_M = TypeVar("_M", Name, Time)
_OLDEST = 115  # years
# Grammemes of pymorphy and Morfeusz.
_NOUN = frozenset({"NOUN", "subst"})
_SINGULAR = frozenset({"sing", "sg"})
_OBLIQUE = frozenset({"datv", "accs", "ablt", "loct", "dat", "acc", "inst", "loc"})
_TITLES = 30  # "Apollo 13"


def kept(view: View, lex: Lexicon, sentence: Sentence) -> list[Number]:
    """The numbers of a sentence that may state a fact: no ordinals, ages, dates, names, identifiers."""
    first = bisect_left(view.numbers, sentence.start, key=lambda n: n.start)
    numbers = []
    for number in view.numbers[first:]:
        if number.start >= sentence.end:
            break
        if not (_not_a_count(number) or _taken(number, view.times) or _named(view, number)):
            numbers.append(number)
    return [n for n in numbers if not any(rule(view, lex, n) for rule in (_identifies, _age, _ranks, _names, _offset))]


def _names(view: View, lex: Lexicon, number: Number) -> bool:
    """ "a ⟦.38⟧-caliber revolver", "the ⟦17⟧ district": a word behind makes it a name."""
    k = view.token_at(number.end - 1) + 1
    return (
        number.form == "digits"
        and lex.marks.names_after.longest([t.fold for t in view.tokens[k : k + 4]], 0) is not None
    )


def _offset(view: View, lex: Lexicon, number: Number) -> bool:
    """ "seven minutes ⟦after⟧ the blast", "100 years ⟦on⟧": a point in time, no duration."""
    k = view.token_at(number.end - 1) + 1
    folds = [t.fold for t in view.tokens[k : k + 5]]
    unit = lex.units.longest(folds, 0) if folds else None
    return unit is not None and of_unit(unit[1]) == "duration" and lex.marks.offsets.longest(folds, unit[0]) is not None


def _not_a_count(number: Number) -> bool:
    return number.form == "ordinal" or number.rule.endswith((".age", ".ordinal"))


def _age(view: View, lex: Lexicon, number: Number) -> bool:
    """ "The driver, 42, said", "la donna, 42 anni, ha detto": set off by commas behind whom it is said of."""
    if number.form == "range":
        return _ages(view, lex, number)
    if number.form != "digits" or number.unit or number.high is None or not 1 <= number.high <= _OLDEST:
        return False
    i, k = _listed(view, lex, view.token_at(number.start), view.token_at(number.end - 1) + 1)
    if i < 2 or view.tokens[i - 1].fold not in ",(" or view.tokens[i - 2].kind != "word":
        return False
    folds = [t.fold for t in view.tokens[k : k + 2]]
    unit = lex.units.longest(folds, 0)
    k += unit[0] if unit and unit[1] == "years" else 0
    return k < len(view.tokens) and view.tokens[k].fold in ",)"


def _listed(view: View, lex: Lexicon, i: int, k: int) -> tuple[int, int]:
    """Over the digits that "and" joins: "his sons, ⟦6 and 9⟧, were unhurt"."""
    tokens = view.tokens
    if i > 1 and tokens[i - 1].fold in lex.joins and tokens[i - 2].kind == "number":
        i -= 2
    if k + 1 < len(tokens) and tokens[k].fold in lex.joins and tokens[k + 1].kind == "number":
        k += 2
    return i, k


def _ages(view: View, lex: Lexicon, number: Number) -> bool:
    """ "избирателей, от 18 до 29 лет", "women 18 to 29 years": a range of years right behind people."""
    if number.high is None or number.high > _OLDEST:
        return False
    k = view.token_at(number.end - 1) + 1
    unit = lex.units.longest([t.fold for t in view.tokens[k : k + 2]], 0)
    i = view.token_at(number.start) - 1
    i -= i > 0 and view.tokens[i].fold in ",("
    return bool(unit and unit[1] == "years" and i >= 0 and lex.groups.longest([view.tokens[i].fold], 0))


def _ranks(view: View, lex: Lexicon, number: Number) -> bool:
    """ "w 65 minucie", "на 5 канале": an ordinal in digits, for a count would have a plural or a genitive."""
    low = number.low
    if number.form != "digits" or number.unit or low is None or low != number.high or low % 1 or low < 2:
        return False
    at = view.token_at(number.end - 1) + 1
    if low % 10 == 1 or at >= len(view.tokens) or view.tokens[at].kind != "word" or number.start != number.core_start:
        return False
    word = view.tokens[at].fold
    nouns = [p.tags for p in lex.pack.parses(word) if p.tags & _NOUN] if len(word) > 3 else []
    return bool(nouns) and all(tags & _SINGULAR and tags & _OBLIQUE for tags in nouns)


def _taken(number: Number, times: list[Time]) -> bool:
    near = _before(times, number.core_end)
    return any(t.start < number.core_end and number.core_start < t.end and not _inside(t, number) for t in near)


def _inside(time: Time, number: Number) -> bool:
    """A part of what is measured is no clock: "o ⟦3⟧,2 punktu procentowego"."""
    within = number.core_start <= time.start and time.end <= number.core_end
    return within and number.unit is not None and time.end - time.start < number.core_end - number.core_start


def _before(rows: list[_M], end: int) -> list[_M]:
    """The last few of the sorted mentions that begin before ``end``: only these can cover what ends there."""
    last = bisect_left(rows, end, key=lambda row: row.start)
    return rows[max(0, last - 8) : last]


def _named(view: View, number: Number) -> bool:
    return any(
        n.start <= number.core_start and number.core_end <= n.end and not _opens(view, number, n)
        for n in _before(view.names, number.core_end)
    )


def _opens(view: View, number: Number, name: Name) -> bool:
    """A number word that is a capital only by its place: "Seven Taliban fighters died", "SIX PRIESTS"."""
    if number.form == "digits":
        return False
    sentence = view.sentence_at(name.start)
    if sentence is None:
        return False
    if view.text[sentence.start : sentence.end].isupper():
        return True
    i = view.token_at(name.start)
    k = view.token_at(number.start)  # "... near the base.Six men": a full stop without its space
    if number.core_start > name.start and view.tokens[k - 1].fold == ".":
        return True
    return number.core_start == name.start and (i == sentence.first or view.tokens[i - 1].kind == "sign")


def _identifies(view: View, lex: Lexicon, number: Number) -> bool:
    """ "article 5", "No. 12", "Su-27", "198PA": the number is part of a name."""
    text, start, end = view.text, number.core_start, number.core_end
    if number.form != "digits" or number.unit:
        return False
    if start > 1 and text[start - 1] in "-–№#/_@" and (text[start - 1] in "№#@" or text[start - 2].isalpha()):
        return True
    if (start and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha() and text[end].isupper()):
        return True
    i = view.token_at(number.start)
    if _titled(view, lex, number, i):
        return True
    folds = [t.fold for t in view.tokens[max(0, i - 3) : i]]
    return any(
        (match := lex.identifies.longest(folds, k)) is not None and match[0] == len(folds) for k in range(len(folds))
    )


def _titled(view: View, lex: Lexicon, number: Number, i: int) -> bool:
    """ "Channel 5", "Nord Stream 2 is": a small number that ends a title, with nothing counted behind it."""
    if i < 2 or number.high is None or number.high > _TITLES or number.start != number.core_start:
        return False
    before, sentence = view.tokens[i - 1], view.sentence_at(number.start)
    if sentence is None or i - 1 <= sentence.first or view.text[sentence.start : sentence.end].isupper():
        return False
    word = view.text[before.start : before.end]
    place = any(n.kind == "place" and n.start <= before.start < n.end for n in _before(view.names, before.end))
    if before.kind != "word" or not word[0].isupper() or place:
        return False
    k = view.token_at(number.end - 1) + 1
    behind = [t.fold for t in view.tokens[k : k + 4]]
    if not behind or view.tokens[k].kind == "sign" or behind[0] in lex.stops:
        return True
    counted = (table.longest(behind, j) for table in (lex.units, lex.groups, lex.cues) for j in range(len(behind)))
    return number.low != 1 and not any(counted)  # "the Blue Line 2 pipeline"
