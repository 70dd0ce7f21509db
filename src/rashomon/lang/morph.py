"""Dictionary morphology behind one door: pymorphy3 (ru), morfeusz2 (pl), nothing elsewhere.

Dictionaries load on first use and answers are remembered: a report repeats its words.
"""

from functools import lru_cache

from rashomon.lang import polish, russian
from rashomon.lang.readings import Base, Parse
from rashomon.text import fold

__all__ = ["Base", "Parse", "lemmas", "nominatives", "parses"]

_READERS = {"ru": russian, "pl": polish}


@lru_cache(maxsize=300_000)
def parses(code: str, word: str) -> tuple[Parse, ...]:
    """Readings of ``word`` as written (case matters in Polish); empty without a dictionary."""
    reader = _READERS.get(code)
    return reader.readings(word) if reader else ()


@lru_cache(maxsize=300_000)
def lemmas(code: str, word: str) -> tuple[str, ...]:
    """Folded lemmas of a folded word, most likely first; the word itself where unknown."""
    found = tuple(dict.fromkeys(fold(p.lemma) for p in parses(code, word) if p.lemma))
    return found or (word,)


@lru_cache(maxsize=100_000)
def nominatives(code: str, word: str) -> tuple[Base, ...]:
    """Nominatives of the readings of ``word`` as written (ru, pl); empty without a dictionary."""
    reader = _READERS.get(code)
    return reader.nominatives(word) if reader else ()
