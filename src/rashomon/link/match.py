"""Whether two names can be one: word by word, with the reasons.

`same_name` is the door for single pairs; `cluster` uses the same comparison on names it has taken apart.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from rashomon.link.sound import bare, distance, unmarked
from rashomon.link.tables import territory
from rashomon.link.words import Word, rules, split, surname_kind, without_legal, word

_JOINT = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(?=[A-Z][^\W\d_A-Z])")  # "IvanPetrov"
_DOTTED = re.compile(r"(?<=\b[^\W\d_])[./](?=[^\W\d_]\b)")  # "S.A.", "A/S"
_UNLIKE = 0.6  # letters that differ, to the letters of the shorter word, beyond which a closer look is idle
_TRIES = 4  # pairs of base forms looked at closely
_CLOSE = 0.5  # what two words of two sounds may differ by
_BENT = 0.04
_SIGNS = "\u2e80"  # where the scripts begin that write syllables and words
_BARE = 0.8  # agreement of bare consonants that counts

__all__ = ["Score", "compare", "near", "parts", "same_name", "same_person"]


class Score(NamedTuple):
    """``value`` 0..1; ``same`` is the decision; ``why`` says what spoke for and against."""

    value: float
    same: bool
    why: tuple[str, ...]


@lru_cache(maxsize=100_000)
def parts(text: str, kind: str, language: str | None, lemma: str | None = None) -> tuple[Word, ...]:
    """The words of a name that count: without titles, legal forms, articles and repetitions."""
    known = rules(language)
    folds = split(_JOINT.sub(" ", text) if kind == "person" else _DOTTED.sub("", text))
    bases = split(lemma) if lemma else ()
    if len(bases) != len(folds):
        bases = folds
    kept = set(without_legal(folds, language))
    drop = {f for f in folds if f not in kept} | (known.titles if kind == "person" else known.small)
    if kind == "person" and sum(f not in drop and f not in known.particles for f in folds) > 1:
        drop = drop | known.particles
    rows = list(zip(folds, bases, strict=True))
    rows = [row for row in rows if row[0] not in drop] or rows
    return tuple(word(row[0], language, row[1]) for i, row in enumerate(rows) if not i or row[0] != rows[i - 1][0])


@lru_cache(maxsize=500_000)
def near(a: Word, b: Word) -> float:
    """How far two words agree, 0..1: 1 the same base form, below 0.8 different."""
    if a.initial or b.initial:
        return 0.85 if a.main[:1] == b.main[:1] else 0.0
    if a.fold[:1] > _SIGNS and b.fold[:1] > _SIGNS:
        return float(a.fold == b.fold)  # a letter is a syllable or a word: none may differ
    if a.fold == b.fold or a.sounds & b.sounds:
        return 1.0
    if a.fold.isdigit() or b.fold.isdigit() or (a.syllable and b.syllable and a.latin == b.latin):
        return 0.0
    if a.latin and b.latin and unmarked(a.fold) == unmarked(b.fold):
        return 0.97
    if a.given and b.given:
        return 0.95 if a.given & b.given else 0.0
    return 0.0 if _other_ending(a, b) else _fuzzy(a, b)


def _fuzzy(a: Word, b: Word) -> float:
    """Agreement of two spellings: a typing error, or another way to write a sound."""
    if a.abjad != b.abjad:
        return _unvowelled(a, b)
    best = 0.0
    for _, x, y in _likest(a, b):
        size = min(len(x), len(y))
        limit = (0.36 if a.latin != b.latin else 0.3) * size
        if Levenshtein.distance(bare(x), bare(y)) * 0.5 > limit:
            continue
        far = distance(x, y, limit)
        if far <= limit and (size > 2 or far <= _CLOSE):
            bent = x not in a.readings and y not in b.readings  # two guesses at base forms prove less
            best = max(best, 1 - far / (size + 1) - _BENT * bent)
    return best


def _likest(a: Word, b: Word) -> list[tuple[float, str, str]]:
    """The few pairs of sounds that are worth a closer look, the likest first; with how unlike they are."""
    found = []
    for x in filter(None, a.sounds):
        for y in filter(None, b.sounds):
            size = min(len(x), len(y))
            most = int(_UNLIKE * size)
            far = Levenshtein.distance(x, y, score_cutoff=most)
            if far <= most:
                found.append((far / size, x, y))
    return sorted(found)[:_TRIES]


def _other_ending(a: Word, b: Word) -> bool:
    """ "Lukashevich" and "Lukashenko": surnames that end in different ways."""
    one, other = _ends(a), _ends(b)
    return bool(one and other) and one.isdisjoint(other)


@lru_cache(maxsize=200_000)
def _ends(w: Word) -> frozenset[int]:
    kinds = (surname_kind(sound) for sound in (w.main, w.least))
    return frozenset(kind for kind in kinds if kind is not None)


def _unvowelled(a: Word, b: Word) -> float:
    """Agreement with a word in a script without vowels (Arabic, Hebrew): by consonants alone."""
    best = 0.0
    for x, y in ((bare(one), bare(two)) for one in (a.main, *a.readings) for two in (b.main, *b.readings)):
        size = max(len(x), len(y))
        if min(len(x), len(y)) >= 2:
            best = max(best, 1 - distance(x, y, size) / (size + 1))
    return best if best >= _BARE else 0.0


def compare(a: Sequence[Word], b: Sequence[Word], kind: str) -> Score:
    """Two names taken apart. Each word of the shorter must answer to one of the longer."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return Score(0.0, False, ("no words",))
    joined = "".join(w.main for w in a), "".join(w.main for w in b)
    if joined[0] == joined[1] and short[0].fold[:1] < _SIGNS:
        return Score(1.0, True, ("the same letters",))
    pairs, left = _aligned(short, long)
    if kind == "person" and not _in_order(pairs, short, long):
        return Score(0.0, False, ("the same words in an order that makes another name",))
    missing = [w for w in short if w not in {p[0] for p in pairs}]
    if missing:
        return _unanswered(missing, left, kind)
    return _judged(pairs, left, len(short), kind)


def _aligned(short: Sequence[Word], long: Sequence[Word]) -> tuple[list[tuple[Word, Word, float]], list[Word]]:
    """Best agreeing pairs of words, each used once; and the words of ``long`` left over."""
    scored = [(near(a, b), i, j) for i, a in enumerate(short) for j, b in enumerate(long)]
    scored = [row for row in scored if row[0] >= 0.6]
    scored.sort(key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]))
    pairs, used_a, used_b = [], set(), set()
    for value, i, j in scored:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((short[i], long[j], value))
    return pairs, [w for j, w in enumerate(long) if j not in used_b]


def _in_order(pairs: list[tuple[Word, Word, float]], short: Sequence[Word], long: Sequence[Word]) -> bool:
    """The same order, or the surname moved from one end to the other ("Petrov Ivan Ilyich")."""
    places = sorted((short.index(a), long.index(b)) for a, b, _ in pairs)
    turns = sum(x[1] > y[1] for x, y in zip(places, places[1:] + places[:1], strict=True))
    return turns <= 1


def _unanswered(missing: list[Word], left: list[Word], kind: str) -> Score:
    lost = missing[0].fold
    against = f"“{lost}” has no counterpart" + (f" (against “{left[0].fold}”)" if left else "")
    return Score(0.0, False, (against,))


def _judged(pairs: list[tuple[Word, Word, float]], left: list[Word], size: int, kind: str) -> Score:
    if kind == "org":
        left = [w for w in left if not _legal(w)]
    worst = min(value for _, _, value in pairs)
    exact = sum(value >= 0.95 for _, _, value in pairs)
    why = [f"“{a.fold}” = “{b.fold}”" if v >= 0.95 else f"“{a.fold}” is near “{b.fold}” ({v:.2f})" for a, b, v in pairs]
    short = any(value < 0.95 and min(len(a.main), len(b.main)) < 5 for a, b, value in pairs)
    floor = 0.84 if (kind == "person" or short) and not exact else 0.8
    value = sum(v for _, _, v in pairs) / len(pairs)
    if left:
        why.append("more in one: " + " ".join(w.fold for w in left))
        value -= 0.05 * len(left) if kind != "org" or _countries(left) else 0.5
        if kind == "person" and (size == 1 or len(left) > size):
            value -= 0.3
    return Score(max(0.0, value), worst >= floor and value >= 0.7, tuple(why))


def _legal(w: Word) -> bool:
    """Whether a word is a legal form with a typing error ("aktiengeselschaft")."""
    return any(len(form) > 5 and Levenshtein.distance(w.fold, form, score_cutoff=1) <= 1 for form in rules(None).legal)


def _countries(left: list[Word]) -> bool:
    """Whether all that one name has more is a country ("Neftegaz of Latvia")."""
    return len(left) == 1 and territory(left[0].fold, "en" if left[0].latin else "ru") is not None


def same_name(a: str, b: str, kind: str = "person", languages: tuple[str | None, str | None] = ("en", "en")) -> Score:
    """Whether two names of a ``kind`` (person | org | place) as written can name one thing."""
    return compare(parts(a, kind, _language(a, languages[0])), parts(b, kind, _language(b, languages[1])), kind)


def _language(text: str, language: str | None) -> str | None:
    letters = [c for c in text if c.isalpha()]
    if letters and "\u0400" <= letters[0] <= "\u052f" and language in (None, "en", "pl", "it"):
        return "ru"
    return language


def same_person(a: str, b: str) -> Score:
    """Whether two names of persons as written can name one person."""
    return same_name(a, b)
