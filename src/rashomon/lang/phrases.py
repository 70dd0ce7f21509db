"""Phrase tables: the one matcher behind every lexicon of every pack.

A pattern is a row of atoms separated by spaces, matched token by token against folded words:

    co najmniej        exact folded forms
    погиб*             a word that begins so (stem of at least two letters)
    =zabić             a word one of whose dictionary lemmas is this
    more|fewer than    alternatives
    as many? as        an optional atom
    _                  any one word

Compiled into a trie; matching is linear in the text, whatever the number of patterns. A word's
moves out of a node are remembered, so a frequent word costs one dictionary look-up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic

from rashomon.lang.forms import Lemmatizer
from rashomon.lang.trie import NONE, Fronts, Lemmas, Node, Openings, V, openings
from rashomon.text import tokenize


class Folds(list[str]):
    """The folded words of a sentence, which remember where the patterns of each table of their pack begin."""

    __slots__ = ("_begun",)

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(words)
        self._begun: tuple[Openings, int, dict[int, list[int]]] | None = None

    def begun(self, openings: Openings) -> dict[int, list[int]]:
        """Number of a table -> the indexes of the words that open it; the tables that were known when first asked."""
        known = self._begun
        if known is None or known[0] is not openings or known[1] != openings.size:
            found: dict[int, list[int]] = {}
            for i, word in enumerate(self):
                for number in openings[word]:
                    found.setdefault(number, []).append(i)
            for number, node in ((n, node) for n, nodes in openings.free.items() for node in nodes):
                moves = node.opened(openings.lemmas).moves  # any word will do: the next one must fit
                ahead = [i for i, word in enumerate(self[1:]) if moves[word]]
                found[number] = sorted({*found.get(number, ()), *ahead}) if ahead else found.get(number, ahead)
            known = self._begun = (openings, openings.size, found)
        return known[2]


class PhraseTable(Generic[V]):
    """Patterns with a value each.

    ``lemmas`` maps a folded word to its dictionary lemmas (`Pack.lemmas`); needed for ``=`` atoms.
    Raises ValueError on a pattern that could match everything.
    """

    def __init__(self, entries: Iterable[tuple[str, V]], lemmas: Lemmas = lambda word: (word,)) -> None:
        self.openings = openings(lemmas) if isinstance(lemmas, Lemmatizer) else Openings(lemmas)
        self.number = self.openings.add((atoms, value) for pattern, value in entries for atoms in _expand(pattern))
        self._fronts: Fronts[V] = Fronts(self.openings, self.number)

    def opens(self, word: str) -> bool:
        """Whether some pattern begins with ``word``: a quick test before `at` and `longest`."""
        return self.number in self.openings[word] or self.number in self.openings.free

    def starts(self, words: Sequence[str]) -> Sequence[int]:
        """Where some pattern may begin: no other place need be asked about."""
        number, openings = self.number, self.openings
        if type(words) is Folds:
            return words.begun(openings).get(number, ())
        if number in openings.free:
            return range(len(words))
        return [i for i, word in enumerate(words) if number in openings[word]]

    def at(self, words: Sequence[str], i: int) -> list[tuple[int, V]]:
        """All matches that begin at word ``i``: (end index, value), longest first."""
        found: list[tuple[int, V]] = []
        size = len(words)
        front = self._fronts[words[i]] if i < size else ()
        while front:
            i += 1
            for node in front:
                if node.values:
                    found += [(i, value) for value in node.values]
            front = _onward(front, words[i]) if i < size else ()
        if len(found) > 1:
            found.reverse()
        return found

    def longest(self, words: Sequence[str], i: int) -> tuple[int, V] | None:
        """The longest match that begins at word ``i``; the first listed wins among equals."""
        best: tuple[int, V] | None = None
        size = len(words)
        front = self._fronts[words[i]] if i < size else ()
        while front:
            i += 1
            for node in front:
                if node.values:
                    best = i, node.values[0]
                    break
            front = _onward(front, words[i]) if i < size else ()
        return best

    def every(self, words: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """All matches, at every word: (start, end, value), by start, the longest first."""
        for i in self.starts(words):
            for end, value in self.at(words, i):
                yield i, end, value

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """Longest matches from left to right, without overlap: (start, end, value)."""
        done = 0
        for i in self.starts(words):
            match = self.longest(words, i) if i >= done else None
            if match is not None:
                done = match[0]
                yield i, done, match[1]


def _onward(front: tuple[Node[V], ...], word: str) -> tuple[Node[V], ...]:
    if len(front) == 1:
        moves = front[0].moves
        return moves[word] if moves is not NONE else ()
    return tuple([step for node in front if node.moves is not NONE for step in node.moves[word]])


def _expand(pattern: str) -> list[list[str]]:
    """Optional atoms written out; words split as `tokenize` splits them ("l'ex" is three atoms)."""
    if pattern.isalpha():  # most of them
        return [[pattern]]
    words = pattern.split()
    if "".join(words).isalpha():
        return [words]
    rows: list[list[str]] = [[]]
    for atom in words:
        optional = len(atom) > 1 and atom[-1] == "?"
        parts = _parts(atom[:-1] if optional else atom)
        if optional:
            rows = [row + extra for row in rows for extra in (parts, [])]
        else:
            for row in rows:
                row += parts
    if not all(rows) or not any(atom != "_" for atom in words):
        raise ValueError(f"pattern matches everything: {pattern!r}")
    return rows


_SIGNS = frozenset("|*=_")


def _parts(atom: str) -> list[str]:
    if atom.isalpha():
        return [atom]
    if "*" in atom and any(len(choice) <= 2 and choice[-1:] == "*" for choice in atom.split("|")):
        raise ValueError(f"a stem of one letter matches too much: {atom!r}")
    if not _SIGNS.isdisjoint(atom):
        return [atom]
    return [token.fold for token in tokenize(atom)]
