"""Whether two names can be one: word by word, with the reasons.

`same_name` is the door for single pairs; `cluster` uses the same comparison on names it has taken apart.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from rashomon.link.sound import distance
from rashomon.link.words import Word, rules, split, word

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
    folds = split(text)
    bases = split(lemma) if lemma else ()
    if len(bases) != len(folds):
        bases = folds
    drop = known.titles | known.legal if kind == "person" else known.small | known.legal
    rows = list(dict.fromkeys(zip(folds, bases, strict=True)))
    kept = [row for row in rows if row[0] not in drop] or rows
    return tuple(word(fold, language, base) for fold, base in kept)


def near(a: Word, b: Word) -> float:
    """How far two words agree, 0..1: 1 the same base form, below 0.8 different."""
    if a.initial or b.initial:
        return 0.85 if a.main[:1] == b.main[:1] else 0.0
    if a.fold == b.fold or a.sounds & b.sounds:
        return 1.0
    if a.fold.isdigit() or b.fold.isdigit():
        return 0.0
    if a.given and b.given:
        return 0.95 if a.given & b.given else 0.0
    return _fuzzy(a, b)


def _fuzzy(a: Word, b: Word) -> float:
    """Agreement of two spellings: a typing error, or another way to write a sound."""
    tries = sorted((Levenshtein.distance(x, y), x, y) for x in a.sounds for y in b.sounds)[:4]
    best = 0.0
    for _, x, y in tries:
        size = min(len(x), len(y))
        limit = (0.36 if a.latin != b.latin else 0.3) * size
        if size >= 3 and (far := distance(x, y, limit)) <= limit:
            best = max(best, 1 - far / (size + 1))
    return best


def compare(a: Sequence[Word], b: Sequence[Word], kind: str) -> Score:
    """Two names taken apart. Each word of the shorter must answer to one of the longer."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return Score(0.0, False, ("no words",))
    joined = "".join(w.main for w in a), "".join(w.main for w in b)
    if joined[0] == joined[1]:
        return Score(1.0, True, ("the same letters",))
    pairs, left = _aligned(short, long)
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


def _unanswered(missing: list[Word], left: list[Word], kind: str) -> Score:
    lost = missing[0].fold
    against = f"“{lost}” has no counterpart" + (f" (against “{left[0].fold}”)" if left else "")
    return Score(0.0, False, (against,))


def _judged(pairs: list[tuple[Word, Word, float]], left: list[Word], size: int, kind: str) -> Score:
    worst = min(value for _, _, value in pairs)
    exact = sum(value >= 0.95 for _, _, value in pairs)
    why = [f"“{a.fold}” = “{b.fold}”" if v >= 0.95 else f"“{a.fold}” is near “{b.fold}” ({v:.2f})" for a, b, v in pairs]
    floor = 0.72 if exact else 0.84
    value = sum(v for _, _, v in pairs) / len(pairs)
    if left:
        why.append("more in one: " + " ".join(w.fold for w in left))
        value -= 0.05 * len(left)
        if kind == "person" and size == 1:
            value -= 0.3
    return Score(max(0.0, value), worst >= floor and value >= 0.7, tuple(why))


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
