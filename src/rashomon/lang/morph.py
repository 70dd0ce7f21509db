"""Dictionary morphology behind one door: pymorphy3 (ru), morfeusz2 (pl), nothing elsewhere.

Dictionaries load on first use and answers are remembered: a report repeats its words.
"""

from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from rashomon.text import fold


class Parse(NamedTuple):
    """One dictionary reading. ``tags`` are the dictionary's own grammemes."""

    lemma: str
    tags: frozenset[str]
    known: bool  # False: guessed from the ending


@cache
def _pymorphy() -> Any:
    import pymorphy3

    found = pymorphy3.MorphAnalyzer(lang="ru")
    for automaton in (found.dictionary.words, found.prob_estimator.p_t_given_w):
        if hasattr(automaton, "dct"):  # in pure Python, not the C extension
            automaton.dct.__class__ = _walker()
    return found


@cache
def _walker() -> type:
    """The automaton of dawg_python with its inner loop written out: a third of the time of a reading in Russian."""
    base: Any = import_module("dawg_python.wrapper").Dictionary

    class Walker(base):  # type: ignore[misc]
        def follow_bytes(self, s: bytes, index: int) -> int | None:
            units = self._units
            for label in s:
                unit = units[index]
                index = (index ^ ((unit >> 10) << ((unit & 0x200) >> 6)) ^ label) & 0xFFFFFFFF
                if units[index] & 0x800000FF != label:
                    return None
            return index

        def follow_char(self, label: int, index: int) -> int | None:
            units = self._units
            unit = units[index]
            index = (index ^ ((unit >> 10) << ((unit & 0x200) >> 6)) ^ label) & 0xFFFFFFFF
            return index if units[index] & 0x800000FF == label else None

    return Walker


@cache
def _morfeusz() -> Any:
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False)


def _russian(word: str) -> tuple[Parse, ...]:
    rows = _pymorphy().parse(word)
    known = {r.word: r for r in rows}  # the spellings, mostly one: "is it known" asks the dictionary each time
    sure = {form: bool(r.is_known) for form, r in known.items()}
    return tuple(Parse(r.normal_form, _grammemes(str(r.tag)), sure[r.word]) for r in rows)


@lru_cache(maxsize=20_000)
def _grammemes(tag: str) -> frozenset[str]:
    return frozenset(tag.replace(" ", ",").split(","))


def _polish(word: str) -> tuple[Parse, ...]:
    rows = [entry for _, _, entry in _morfeusz().analyse(word)]
    return tuple(
        Parse(lemma.split(":")[0].lower(), frozenset(tag.replace(":", ".").split(".")) | set(names), tag != "ign")
        for _, lemma, tag, names, _ in rows
    )


_READERS = {"ru": _russian, "pl": _polish}


@lru_cache(maxsize=300_000)
def parses(code: str, word: str) -> tuple[Parse, ...]:
    """Readings of ``word`` as written (case matters in Polish); empty without a dictionary."""
    reader = _READERS.get(code)
    return reader(word) if reader else ()


@lru_cache(maxsize=300_000)
def lemmas(code: str, word: str) -> tuple[str, ...]:
    """Folded lemmas of a folded word, most likely first; the word itself where unknown."""
    found = tuple(dict.fromkeys(fold(p.lemma) for p in parses(code, word) if p.lemma))
    return found or (word,)


class Base(NamedTuple):
    """The nominative of a form, in the form's own number and gender; ``tags`` as in `Parse`."""

    form: str
    tags: frozenset[str]
    known: bool


def _russian_bases(word: str) -> tuple[Base, ...]:
    found = []
    for reading in _pymorphy().parse(word):
        base = reading.inflect({"nomn"}) if "nomn" not in reading.tag else reading
        if base is not None:
            tags = _grammemes(str(reading.tag))
            found.append(Base(base.word, tags, bool(reading.is_known)))
    return tuple(found)


def _polish_bases(word: str) -> tuple[Base, ...]:
    found = []
    for _, _, (_, lemma, tag, names, _) in _morfeusz().analyse(word):
        fields = tag.split(":")
        if tag != "ign" and len(fields) > 2:
            tags = frozenset(tag.replace(":", ".").split(".")) | set(names)
            form = _polish_nominative(lemma, fields)
            found += [Base(form, tags, True)] if form else []
    return tuple(found)


def _polish_nominative(lemma: str, fields: list[str]) -> str | None:
    """The nominative of one reading: the lemma of a singular noun, else a generated form."""
    if fields[0] == "subst" and "sg" in fields[1]:
        return lemma.split(":")[0]
    gender = fields[3] if len(fields) > 3 else ""
    for form, _, tag, _, _ in _morfeusz().generate(lemma):
        made = tag.split(":")
        same = made[0] == fields[0] and len(made) > 3 and made[1] == fields[1] and "nom" in made[2].split(".")
        same = same and made[4:] == fields[4:]
        if same and set(made[3].split(".")) & set(gender.split(".")):
            return str(form)
    return None


_BASERS = {"ru": _russian_bases, "pl": _polish_bases}


@lru_cache(maxsize=100_000)
def nominatives(code: str, word: str) -> tuple[Base, ...]:
    """Nominatives of the readings of ``word`` as written (ru, pl); empty without a dictionary."""
    reader = _BASERS.get(code)
    return reader(word) if reader else ()
