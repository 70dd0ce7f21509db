"""Dictionary morphology behind one door: pymorphy3 (ru), morfeusz2 (pl), nothing elsewhere.

Dictionaries load on first use and answers are remembered: a report repeats its words.
"""

from functools import cache, lru_cache
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

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _morfeusz() -> Any:
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False)


def _russian(word: str) -> tuple[Parse, ...]:
    rows = _pymorphy().parse(word)
    return tuple(Parse(r.normal_form, frozenset(str(r.tag).replace(" ", ",").split(",")), r.is_known) for r in rows)


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
