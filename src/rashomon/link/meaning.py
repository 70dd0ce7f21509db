"""Names of bodies by what their words mean: "Green Party", "Партия зелёных" and "Partito Verde" are one.

A name is taken apart into words that the table of `rashomon.lang.bodies.words` knows in its language, names of
countries and towns, and what is left. Names in two languages that agree in all of these are one body.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.lang import bodies, load
from rashomon.link.alike import Alike
from rashomon.link.established import both_established
from rashomon.link.forms import Form
from rashomon.link.match import Score, near
from rashomon.link.places import town
from rashomon.link.scheme import Scheme
from rashomon.link.tables import adjective, territory
from rashomon.link.union import Groups
from rashomon.link.words import Word, rules, word

_STEM = 3  # letters of the shortest stem
_TAIL = 6  # letters from where an adjective of a town ends in "-ский" to its end
_LEAST = 2  # parts that a name must have to be known by its meaning
_ALIKE = 0.8

__all__ = ["Meaning", "join_by_meaning", "meaning", "of_form"]


class Meaning(NamedTuple):
    """``parts``: for each word or place, what it may mean; ``rest``: words that mean nothing here."""

    parts: tuple[frozenset[str], ...]
    rest: tuple[Word, ...]


@cache
def _words(language: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Whole words and stems of a language -> meanings."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for name, cells in bodies.words():
        for form in cells.get(language, ()):
            table, key = (stems, form[:-1]) if form.endswith("*") else (whole, form)
            table.setdefault(key, set()).add(name)
    return whole, stems


@lru_cache(maxsize=50_000)
def _means(fold: str, language: str) -> frozenset[str]:
    whole, stems = _words(language)
    found = set(whole.get(fold, ()))
    for size in range(len(fold), _STEM - 1, -1):
        if fold[:size] in stems:
            return frozenset(found | stems[fold[:size]])
    return frozenset(found)


@lru_cache(maxsize=50_000)
def meaning(folds: tuple[str, ...], language: str, bent: bool = True) -> Meaning:
    """The parts of a name given as folded words, in any order; ``bent``: adjectives of towns are looked for, too."""
    parts: list[frozenset[str]] = []
    rest: list[Word] = []
    at = 0
    while at < len(folds):
        size, place = _place(folds, at, language, bent)
        means = frozenset[str]()
        if not place or size == 1:
            means = _means(folds[at], language) or _means(folds[at], "en")  # foreign names stay in English
        if place or means:
            parts.append(means | ({f"@{place}"} if place else set()))
        elif folds[at] not in rules(language).small:
            rest.append(word(folds[at], language))
        at += size
    return Meaning(tuple(parts), tuple(rest))


def _place(folds: tuple[str, ...], at: int, language: str, bent: bool) -> tuple[int, str | None]:
    """How many words from ``at`` on name a place, and its id; one word and None where none do."""
    for size in (3, 2, 1):
        words = folds[at : at + size]
        found = territory(" ".join(words), language) if len(words) == size else None
        if found:
            return size, found
    found = adjective(folds[at], language)
    if found is None and len(folds[at]) > _STEM and not _means(folds[at], language):
        found = town(folds[at], language) or (_by_adjective(folds[at], language) if bent else None)
    return 1, found


def _by_adjective(fold: str, language: str) -> str | None:
    """The town of "оксфордский", where the language makes such words of towns' names."""
    known = rules(language)
    ends = [fold.rfind(end) for end in known.demonyms] if known.adjectives else []
    stems = [fold[:at] for at in ends if _STEM < at >= len(fold) - _TAIL]
    return next((found for stem in stems if (found := town(stem, language))), None)


def of_form(form: Form, bent: bool = True) -> Meaning:
    """The parts of a form, read in its language."""
    language = form.language or "en"
    latin = form.words[0].latin if form.words else True
    foreign = latin and load(language).data.script != "Latn"
    return meaning(tuple(w.fold for w in form.words), "en" if foreign else language, bent)


def _told(form: Form) -> tuple[Meaning, ...]:
    return tuple(dict.fromkeys(of_form(form, bent) for bent in (True, False)))


def is_told(form: Form) -> bool:
    """Whether a form can be known by what its words mean."""
    return any(len(m.parts) + len(m.rest) >= _LEAST and m.parts for m in _told(form))


def _keys(form: Form) -> list[str]:
    """Any two of the parts that the name may have."""
    every = sorted({one for m in _told(form) for part in m.parts for one in part})
    pairs = [f"{a} {b}" for n, a in enumerate(every) for b in every[n + 1 :]]
    return pairs or every


def _finer(form: Form) -> list[str]:
    return list(dict.fromkeys(key for m in _told(form) for key in (f"{len(m.parts)}", *(w.least[:3] for w in m.rest))))


def _order(form: Form) -> list[str]:
    return []


def _score(a: Form, b: Form) -> Score | None:
    same = a.language != b.language and any(_agree(one, other) for one in _told(a) for other in _told(b))
    return _MEANT if same else None


_MEANT = Score(1.0, True, ("their words mean the same",))
_SCHEME = Scheme(_keys, _finer, _order, _score)


def join_by_meaning(alike: Alike, rest: list[int]) -> None:
    """Join bodies of two languages whose names mean the same."""
    for i, j, _ in alike.pairs(_SCHEME, [i for i in rest if alike.forms[i].told], "org"):
        if alike.groups.find(i) != alike.groups.find(j):
            _join_two(alike.forms, alike.groups, i, j)


def _join_two(forms: list[Form], groups: Groups, i: int, j: int) -> None:
    two = both_established(forms, groups.members[groups.find(i)], groups.members[groups.find(j)])
    if two is None:
        groups.join(i, j, (f"{forms[i].text} ~ {forms[j].text}: their words mean the same",))


def _agree(a: Meaning, b: Meaning) -> bool:
    """Whether each part of one answers to a part of the other, and what is left sounds alike."""
    if len(a.parts) != len(b.parts) or len(a.rest) != len(b.rest):
        return False
    left = list(b.parts)
    for part in sorted(a.parts, key=len):
        found = next((other for other in sorted(left, key=len) if part & other), None)
        if found is None:
            return False
        left.remove(found)
    others = list(b.rest)
    for one in a.rest:
        same = next((w for w in others if near(one, w) >= _ALIKE), None)
        if same is None:
            return False
        others.remove(same)
    return True
