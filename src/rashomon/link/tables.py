"""Names looked up in the tables of `rashomon.lang.bodies`, in any case, script and order of country and body."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache

from rashomon.lang import bodies
from rashomon.link.sound import sound
from rashomon.link.words import Word, rules, split, word

Index = dict[tuple[int, str], list[tuple[tuple[str, ...], str]]]  # words and key of the first -> names, values

_SHORT = 4  # letters: shorter words are acronyms, or as easily mistaken
_ENDING = 7  # letters of the longest ending of an adjective
_SPELLED = "="
_ENDS = ("iia", "ia", "ii", "i", "a", "e", "o", "ska", "s")


def _plain(text: str, language: str | None) -> list[str]:
    small = rules(language).small
    words = list(split(text))
    return [w for w in words if w not in small] or words


def _add(index: Index, language: str, name: str, value: str) -> None:
    words = tuple(_plain(name, language))
    if words:
        index[len(words), _key(words[0], language)].append((words, value))


@lru_cache(maxsize=100_000)
def _key(fold: str, language: str) -> str:
    """What a word of a table's name is found by: its sound, or its letters where it is short ("УНН" is not "УН")."""
    return _SPELLED + fold if len(fold) <= _SHORT else sound(fold, language)


def _asked(w: Word) -> tuple[str, ...]:
    """The keys of a word met in a text, the likeliest first."""
    heard = dict.fromkeys((*w.readings, w.main, *sorted(w.sounds)))
    return (_SPELLED + w.fold, *(_SPELLED + form for form in sorted(w.forms - {w.fold}) if len(form) <= _SHORT), *heard)


@cache
def _territories(language: str) -> Index:
    index: Index = defaultdict(list)
    for name, place in bodies.territories(language):
        _add(index, language, name, place)
    return dict(index)


@cache
def _bodies(language: str) -> Index:
    """International and national bodies, media."""
    return _listed(language, state=False)


@cache
def _types(language: str) -> Index:
    """Types of state bodies."""
    return _listed(language, state=True)


def _listed(language: str, state: bool) -> Index:
    index: Index = defaultdict(list)
    wanted = (b for b in bodies.bodies() if b.table != "places" and (b.table == "state") == state)
    for row in wanted:
        for name in row.names.get(language, ()):
            _add(index, language, name, _id(row.id))
    return dict(index)


def _id(name: str) -> str:
    kind, _, place = name.partition("/")
    return f"{kind}/{place.upper()}" if place else name


def _find(table: Callable[[str], Index], words: tuple[Word, ...], language: str | None) -> str | None:
    """The value whose name sounds like ``words``: of the text's language, else English (Latin), else Russian."""
    if not words:
        return None
    first = words[0]
    codes = dict.fromkeys((language or "en", "en" if first.latin else "ru"))
    asked = [_asked(w) for w in words]
    rows = ((code, row) for code in codes for key in asked[0] for row in table(code).get((len(words), key), ()))
    for code, (listed, value) in rows:
        if all(_key(w, code) in keys for w, keys in zip(listed[1:], asked[1:], strict=True)):
            return value
    return None


@lru_cache(maxsize=50_000)
def territory(text: str, language: str | None) -> str | None:
    """Id of the country, region or part of the world that a name in any case stands for."""
    return _find(_territories, tuple(word(w, language) for w in _plain(text, language)), language)


@cache
def _stems(language: str) -> dict[str, str]:
    """Sound of a country's name without its ending -> id: what adjectives and people's names begin with."""
    found: dict[str, str] = {}
    for name, place in bodies.territories(language):
        words = split(name)
        if len(words) == 1 and not place.isdigit():
            for stem in _cut(sound(words[0], language)):
                found.setdefault(stem, place)
    return found


def _cut(whole: str) -> list[str]:
    stems = [whole[: -len(end)] for end in _ENDS if whole.endswith(end)]
    return [stem for stem in (*stems, whole) if len(stem) >= 4]


@lru_cache(maxsize=20_000)
def adjective(fold: str, language: str | None) -> str | None:
    """Id of the country that a word like "pakistański" is about, by its stem."""
    listed = bodies.adjectives(language or "en")
    ends = rules(language).demonyms
    for size in range(len(fold), 1, -1):
        rest = fold[size:]
        if fold[:size] in listed and len(rest) <= _ENDING and (len(rest) < 4 or any(end in rest for end in ends)):
            return listed[fold[:size]]
    return _by_stem(fold, language)


def _by_stem(fold: str, language: str | None) -> str | None:
    stems = _stems(language or "en")
    known = rules(language).demonyms
    ends = [sound(d, language) for d in known]
    whole = sound(fold, language)
    for size in range(len(whole) - 1, 3, -1):
        rest = whole[size:]
        if whole[:size] in stems and len(rest) <= 8 and any(end in rest for end in ends):
            return stems[whole[:size]]
    return None


@lru_cache(maxsize=50_000)
def body(text: str, language: str | None) -> str | None:
    """Id of the body that a name in any case stands for; a type alone ("supreme-court") where no country is said."""
    words = tuple(word(w, language) for w in _plain(text, language))
    generic = rules(language).generic
    core = tuple(w for w in words if w.fold not in generic) or words
    for tried in dict.fromkeys((words, core)):
        found = _find(_bodies, tried, language) or _find(_types, tried, language)
        if found:
            return found
    return _with_country(words, language)


def _with_country(words: tuple[Word, ...], language: str | None) -> str | None:
    """ "Supreme Court of Latvia", "Latvian Supreme Court": a type beside a country."""
    for size in range(len(words) - 1, 0, -1):
        for head, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            kind = _find(_types, head, language) or _find(_bodies, head, language)
            if kind and "/" not in kind:
                place = _country(rest, language)
                return f"{kind}/{place}" if place and kind in state_types() else (kind if place else None)
    return None


@cache
def state_types() -> frozenset[str]:
    """Ids of the types of state bodies, which a territory completes."""
    return frozenset(body.id for body in bodies.bodies() if body.table == "state")


def _country(words: tuple[Word, ...], language: str | None) -> str | None:
    place = _find(_territories, words, language)
    if place is None and len(words) == 1:
        place = adjective(words[0].fold, language)
    return place
