"""Lemmas of words: from the dictionary, or from a table of the forms of those lemmas that packs name.

A pack names a few hundred lemmas in ``=`` atoms (`phrases`). Their forms lie in ``_forms/<code>.tsv``, written by
tools/make_forms.py from the dictionaries, so that matching asks no dictionary about each word of a report. A row: a
lemma, the stem its forms share, their endings; rows with nothing before the first tab follow: a word that is a form
of several lemmas, and these, likeliest first.
"""

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from rashomon.lang import morph

FOLDER = Path(__file__).parent / "_forms"


class Lemmatizer:
    """Dictionary lemmas of the folded words of a language, most likely first; the word itself where unknown."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, word: str) -> tuple[str, ...]:
        return morph.lemmas(self.code, word)

    def among(self, wanted: Collection[str]) -> Callable[[str], tuple[str, ...]]:
        """A look-up of lemmas that finds every one ``wanted``: the table's where it lists them all."""
        listed, table = _table(self.code)
        return table.__getitem__ if listed.issuperset(wanted) else self


class _Table(dict[str, tuple[str, ...]]):
    """Word -> its lemmas; a word that is not in it has none."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        return ()


@cache
def _table(code: str) -> tuple[frozenset[str], _Table]:
    """The lemmas listed, and the lemmas of each of their forms."""
    path = FOLDER / f"{code}.tsv"
    table, listed = _Table(), set()
    for row in path.read_text("utf-8").splitlines() if path.exists() else ():
        first, second, third = row.split("\t")
        if first:
            listed.add(first)
            lemmas = (first,)
            for ending in third.split(" ") if third else ():
                table[second + ending.rstrip("-")] = lemmas
        else:
            table[second] = tuple(third.split(" "))
    return frozenset(listed), table
