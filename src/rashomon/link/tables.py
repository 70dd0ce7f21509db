"""Names looked up in the tables of `rashomon.lang.bodies`, in any case, script and order of country and body."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache

from rashomon.lang import bodies
from rashomon.link.sound import sounds
from rashomon.link.words import Word, rules, split, word

Heard = tuple[frozenset[str], ...]
Index = dict[tuple[int, str], list[tuple[Heard, str]]]

_SHORT = 4  # letters: shorter words are acronyms, or as easily mistaken
_ENDING = 7  # letters of the longest ending of an adjective
_SPELLED = "="
_ENDS = ("iia", "ia", "ii", "i", "a", "e", "o", "ska", "s")


def _plain(text: str, language: str | None) -> list[str]:
    small = rules(language).small
    words = list(split(text))
    return [w for w in words if w not in small] or words


def _add(index: Index, language: str, name: str, value: str) -> None:
    heard = tuple(_keys(w, language) for w in _plain(name, language))
    for sound in sorted(heard[0]) if heard else ():
        index[len(heard), sound].append((heard, value))


def _keys(fold: str, language: str) -> frozenset[str]:
    """What a word of a table's name is found by: its sounds, or its letters where it is short ("УНН" is not "УН")."""
    return frozenset({_SPELLED + fold}) if len(fold) <= _SHORT else frozenset(sounds(fold, language)[:1])


def _asked(w: Word) -> tuple[str, ...]:
    """The keys of a word met in a text, the likeliest first."""
    heard = dict.fromkeys((*w.readings, w.main, *sorted(w.sounds)))
    return (_SPELLED + w.fold, *(_SPELLED + form for form in sorted(w.forms - {w.fold}) if len(form) <= _SHORT), *heard)


@cache
def _territories(language: str) -> Index:
    index: Index = defaultdict(list)
    for code, name, place in bodies.territories():
        if code == language:
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
    rows = (row for code in codes for key in _asked(first) for row in table(code).get((len(words), key), ()))
    for heard, value in rows:
        if all(any(k in h for k in _asked(w)) for w, h in zip(words[1:], heard[1:], strict=True)):
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
    for code, name, place in bodies.territories():
        words = split(name)
        if code == language and len(words) == 1 and not place.isdigit():
            for stem in _cut(sounds(words[0], code)[0]):
                found.setdefault(stem, place)
    return found


def _cut(sound: str) -> list[str]:
    stems = [sound[: -len(end)] for end in _ENDS if sound.endswith(end)]
    return [stem for stem in (*stems, sound) if len(stem) >= 4]


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
    ends = [s for d in known for s in sounds(d, language)[:1]]
    sound = sounds(fold, language)[0]
    for size in range(len(sound) - 1, 3, -1):
        rest = sound[size:]
        if sound[:size] in stems and len(rest) <= 8 and any(end in rest for end in ends):
            return stems[sound[:size]]
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
                return f"{kind}/{place}" if place and kind in _type_ids() else (kind if place else None)
    return None


@cache
def _type_ids() -> frozenset[str]:
    return frozenset(body.id for body in bodies.bodies() if body.table == "state")


def _country(words: tuple[Word, ...], language: str | None) -> str | None:
    place = _find(_territories, words, language)
    if place is None and len(words) == 1:
        place = adjective(words[0].fold, language)
    return place
