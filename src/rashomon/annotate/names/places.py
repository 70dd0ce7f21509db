"""Place look-up with case endings undone: pack lists, CLDR territories, GeoNames towns."""

from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.annotate.names.lexicon import Lexicon, lexicon
from rashomon.lang import PhraseTable, gazetteer
from rashomon.text import fold

PLACE = frozenset(("Geox", "nazwa_geograficzna"))  # grammemes of pymorphy3 and morfeusz2


class Known(NamedTuple):
    """A known place: id (None for pack regions), base form, weight as evidence, and why."""

    id: str | None
    name: str | None
    weight: float
    why: str


def known(code: str, language: str, name: str) -> Known | None:
    """The place that ``name`` (as written, one line) is, best evidence first; None for no place."""
    return listed(code, language, name) or _town(code, name)


@lru_cache(maxsize=100_000)
def listed(code: str, language: str, name: str) -> Known | None:
    """The region, country or part of the world that ``name`` is: what `known` is surest of (weight 5)."""
    words = fold(name).split()
    lex = lexicon(code)
    if lex.longest("places", words) == len(words):
        return Known(None, None, 5, "a region in the pack's list")
    countries = _countries(code, language)
    for form in _forms(code, name):
        found = countries.get(gazetteer.key(form))
        if found:
            return Known(found, _spelled(found, form, language), 5, f"territory {found}")
    long = _territories(code, language).longest(words, 0) if len(words) > 1 else None
    if long and long[0] == len(words):
        return Known(long[1], gazetteer.label(long[1], language), 5, f"territory {long[1]}")
    return None


def _forms(code: str, name: str) -> tuple[str, ...]:
    return (*_lemmas(lexicon(code), name), *bases(code, name))


def _lemmas(lex: Lexicon, name: str) -> list[str]:
    """Base forms the dictionary gives for a name of a place: "Brukseli" is one of "Bruksela"."""
    if " " in name:
        return []
    return [p.lemma for p in lex.pack.parses(name[:1].upper() + name[1:]) if p.tags & PLACE]


def _spelled(code: str, form: str, language: str) -> str:
    """CLDR's spelling where the form differs in accents only."""
    label = gazetteer.label(code, language) or form
    return label if gazetteer.key(label) == gazetteer.key(form) else form


@lru_cache(maxsize=100_000)
def _town(code: str, name: str) -> Known | None:
    forms = _forms(code, name)
    for form in forms:
        towns = gazetteer.lookup(form)
        if towns and (form is forms[0] or towns[0].population >= 100_000):
            weight = 3.0 if towns[0].population >= 500_000 else 2.0 if towns[0].population >= 100_000 else 1.0
            return Known(towns[0].id, form, weight, f"GeoNames {towns[0].id} {towns[0].name}")
    return None


@lru_cache(maxsize=100_000)
def bases(code: str, name: str) -> tuple[str, ...]:
    """``name`` itself, then possible base forms: dictionary lemmas, then endings undone."""
    lex = lexicon(code)
    found = [name]
    if " " not in name:
        word = fold(name)
        found += [parse.lemma for parse in lex.pack.parses(name[:1].upper() + name[1:]) if fold(parse.lemma) != word]
        if code != "pl":  # Morfeusz knows a word with a capital by all readings that it has without
            found += [lemma for lemma in lex.pack.lemmas(word) if lemma != word]
        found += _undone(lex, word)
    else:
        first, _, rest = name.rpartition(" ")
        found += [f"{first} {form}" for form in _undone(lex, fold(rest))]
    return tuple(dict.fromkeys(found))


def _undone(lex: Lexicon, word: str) -> list[str]:
    found = []
    for size in lex.sizes:
        cut = len(word) - size
        if cut >= 3:
            found += [word[:cut] + base for base in lex.endings.get(word[cut:], ())]
    return found


@cache
def _extra(code: str) -> dict[str, str]:
    """Keys of the pack's own territory names -> code."""
    rows = {**lexicon("und").data.territories, **{}} if code == "und" else lexicon("und").data.territories
    own = lexicon(code).data.territories
    pairs = [(name, place) for source in (rows, own) for place, names in source.items() for name in names]
    return {gazetteer.key(name): place for name, place in pairs}


@cache
def _countries(code: str, language: str) -> dict[str, str]:
    """Keys of territory names -> code: the pack's own, CLDR's; English ones turn up in any language."""
    sources = [_extra("en")] if code == "und" else []
    sources += [gazetteer.codes("en")] if code != "en" else []
    sources += [gazetteer.codes(language), _extra(code)]
    return {key: place for source in sources for key, place in source.items()}


@cache
def _territories(code: str, language: str) -> PhraseTable[str]:
    """Territory names of several words, as stems where the language inflects."""
    inflects = bool(lexicon(code).endings)
    rows = [(name, place) for place, name in gazetteer.territories(language) if " " in name]
    rows += [(n, place) for place, names in lexicon(code).data.territories.items() for n in names if " " in n]
    rows = [(name.replace("-", " "), place) for name, place in rows if name.replace(" ", "").replace("-", "").isalpha()]
    return PhraseTable((" ".join(_stem(w) if inflects else w for w in name.split()), place) for name, place in rows)


def _stem(word: str) -> str:
    cut = 2 if len(word) > 5 else 1
    return f"{word[:-cut]}*" if len(word) > 3 else word


def several(code: str, language: str, words: list[str]) -> tuple[int, Known] | None:
    """The longest listed place that begins a row of folded words: (number of words, place)."""
    listed = lexicon(code).longest("places", words)
    if listed:
        return listed, Known(None, None, 5, "a region in the pack's list")
    long = _territories(code, language).longest(words, 0)
    if long:
        return long[0], Known(long[1], gazetteer.label(long[1], language), 5, f"territory {long[1]}")
    return None


def prefix(code: str, language: str, words: list[str]) -> tuple[int, Known] | None:
    """As `several`, or the place that the first word is: (number of words, place)."""
    found = several(code, language, words)
    if found:
        return found
    one = listed(code, language, words[0]) if words else None
    return (1, one) if one else None
