"""What word lists and dictionaries say of one word: given name, surname, place, adjective."""

from functools import lru_cache

from rashomon.annotate.names.lexicon import lexicon
from rashomon.annotate.names.places import PLACE, bases
from rashomon.annotate.names.scene import Scene
from rashomon.lang import load
from rashomon.text import fold

# Grammemes of pymorphy3 (OpenCorpora) and morfeusz2 (SGJP) for one thing.
GIVEN = frozenset(("Name", "imię"))
SURNAME = frozenset(("Surn", "Patr", "nazwisko"))
ORG = frozenset(("Orgn", "nazwa_organizacji"))
COMMON = frozenset(("nazwa_pospolita",))


@lru_cache(maxsize=100_000)
def tags(code: str, word: str) -> frozenset[str]:
    """Kinds the dictionary knows the word (as written) as: given surname place org common."""
    found = set()
    for parse in load(code).parses(word):
        names = parse.tags
        if not parse.known or (code == "pl" and "ign" in names):
            continue
        kind = (
            "given"
            if names & GIVEN
            else "surname"
            if names & SURNAME
            else "place"
            if names & PLACE
            else "org"
            if names & ORG
            else "common"
        )
        found.add(kind)
    return frozenset(found)


@lru_cache(maxsize=100_000)
def is_given(code: str, word: str) -> bool:
    """Is ``word`` (as written) a given name, in any case of a language with endings?"""
    lex = lexicon(code)
    if "given" in tags(code, word) or fold(word) in lex.given:
        return True
    return bool(lex.endings) and any(form in lex.given for form in bases(code, word)[1:])


def given(scene: Scene, i: int) -> bool:
    """Is unit ``i``, or the first part of a hyphenated one, a given name?"""
    unit = scene.units[i]
    if not unit.capital or unit.shape == "initial":
        return False
    word = scene.text[unit.start : unit.end]
    word = word.title() if unit.shape == "upper" else word
    return is_given(scene.code, word) or ("-" in word and is_given(scene.code, word.split("-")[0]))


@lru_cache(maxsize=100_000)
def _only_noun(code: str, word: str) -> bool:
    names = GIVEN | SURNAME | PLACE | ORG | {"adj", "ADJF"}
    readings = [parse.tags for parse in load(code).parses(word) if parse.known]
    return bool(readings) and all(t & {"subst", "NOUN"} and not t & names for t in readings)


def common_noun(scene: Scene, i: int) -> bool:
    """Is unit ``i`` in the dictionary as a common noun only ("Decyzja")?"""
    unit = scene.units[i]
    return _only_noun(scene.code, scene.text[unit.start : unit.end])


def place(scene: Scene, i: int) -> bool:
    """Does the dictionary know unit ``i`` as a place?"""
    unit = scene.units[i]
    return "place" in tags(scene.code, scene.text[unit.start : unit.end])


def plain(scene: Scene, i: int) -> bool:
    """Does the dictionary know the word, and only as no name of a person?"""
    unit = scene.units[i]
    known = tags(scene.code, scene.text[unit.start : unit.end]) | tags(scene.code, unit.fold)
    return bool(known) and not known & {"given", "surname"}


@lru_cache(maxsize=100_000)
def is_surname(code: str, word: str) -> bool:
    """Does the dictionary, or the ending, say surname?"""
    if "surname" in tags(code, word):
        return True
    if tags(code, word) and (code == "pl" or "place" in tags(code, word)):
        return False
    lex = lexicon(code)
    folded = fold(word)
    forms = [f for f in bases(code, word) if len(f) > 4] if lex.endings else [folded]
    endings = tuple(lexicon("und").data.surname_endings) + tuple(lex.data.surname_endings)
    return any(fold(form).endswith(endings) for form in forms) and len(folded) > 4


@lru_cache(maxsize=100_000)
def is_never(code: str, word: str) -> bool:
    """Capitalised by custom but no name: "Russian", "Monday", "Francuzi"."""
    lex = lexicon(code)
    folded = fold(word)
    parts = folded.split("-")
    if len(parts) > 1 and word[0].islower() and parts[0] not in ("al", "el", "аль", "эль", "ас", "ад", "аш"):
        return True
    if lex.never.at((folded,), 0) or (
        len(parts) == 2 and lex.never.at((parts[0],), 0) and lex.never.at((parts[1],), 0)
    ):
        return True
    if (
        lex.data.never_endings
        and folded.endswith(lex.data.never_endings)
        and not tags(code, word) & {"surname", "place"}
    ):
        return True
    return code == "pl" and _inhabitant(word)


def _inhabitant(word: str) -> bool:
    """Polish writes inhabitants with a capital: "Francuzi", "Ukraińcy"."""
    people = [p.tags for p in load("pl").parses(word) if "nazwa_pospolita" in p.tags and "m1" in p.tags]
    names = tags("pl", word)
    if not people or "place" in names:
        return False
    return "surname" not in names or all("pl" in t for t in people)


def never(scene: Scene, i: int) -> bool:
    """Is unit ``i`` capitalised by custom only?"""
    unit = scene.units[i]
    never = scene.lex.never
    for k in (i - 1, i):  # "North Korean", but "North Korea"
        words = (scene.units[k].fold, scene.fold(k + 1))
        if k >= 0 and never.opens(words[0]) and any(end == 2 for end, _ in never.at(words, 0)):
            return True
    return unit.shape in ("title", "mixed", "upper") and is_never(scene.code, scene.text[unit.start : unit.end])
