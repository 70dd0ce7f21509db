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

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rashomon.text import fold, tokenize

V = TypeVar("V")
Lemmas = Callable[[str], tuple[str, ...]]


class _Node(Generic[V]):
    __slots__ = ("any", "exact", "lemma", "memo", "starts", "values", "widths")

    def __init__(self) -> None:
        self.exact: dict[str, _Node[V]] = {}
        self.starts: dict[str, _Node[V]] = {}
        self.lemma: dict[str, _Node[V]] = {}
        self.any: _Node[V] | None = None
        self.widths: tuple[int, ...] = ()
        self.values: list[V] = []
        self.memo: dict[str, tuple[_Node[V], ...]] = {}

    def moves(self, word: str, lemmas: Lemmas) -> "tuple[_Node[V], ...]":
        found = self.memo.get(word)
        if found is None:
            steps = [self.exact[word]] if word in self.exact else []
            steps += [self.starts[word[:n]] for n in self.widths if word[:n] in self.starts and len(word) >= n]
            if self.lemma:
                steps += [self.lemma[form] for form in lemmas(word) if form in self.lemma]
            if self.any is not None:
                steps.append(self.any)
            found = tuple(dict.fromkeys(steps))
            if len(self.memo) < 50_000:
                self.memo[word] = found
        return found


class PhraseTable(Generic[V]):
    """Patterns with a value each.

    ``lemmas`` maps a folded word to its dictionary lemmas (`Pack.lemmas`); needed for ``=`` atoms.
    Raises ValueError on a pattern that could match everything.
    """

    def __init__(self, entries: Iterable[tuple[str, V]], lemmas: Lemmas = lambda word: (word,)) -> None:
        self._root: _Node[V] = _Node()
        self._lemmas = lemmas
        for pattern, value in entries:
            for atoms in _expand(pattern):
                self._add(atoms, value)
        _measure(self._root)

    def _add(self, atoms: Sequence[str], value: V) -> None:
        nodes = [self._root]
        for atom in atoms:
            nodes = [_child(node, choice) for node in nodes for choice in atom.split("|")]
        for node in nodes:
            node.values.append(value)

    def opens(self, word: str) -> bool:
        """Whether some pattern begins with ``word``: a quick test before `at` and `longest`."""
        return bool(self._root.moves(word, self._lemmas))

    def at(self, words: Sequence[str], i: int) -> list[tuple[int, V]]:
        """All matches that begin at word ``i``: (end index, value), longest first."""
        found: list[tuple[int, V]] = []
        front = self._root.moves(words[i], self._lemmas) if i < len(words) else ()
        while front:
            i += 1
            found += [(i, value) for node in front for value in node.values]
            if i >= len(words):
                break
            word = words[i]
            front = tuple(step for node in front for step in node.moves(word, self._lemmas))
        found.reverse()
        return found

    def longest(self, words: Sequence[str], i: int) -> tuple[int, V] | None:
        """The longest match that begins at word ``i``; the first listed wins among equals."""
        found = self.at(words, i)
        if not found:
            return None
        end = found[0][0]
        return [match for match in found if match[0] == end][-1]

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """Longest matches from left to right, without overlap: (start, end, value)."""
        i = 0
        moves, lemmas = self._root.moves, self._lemmas
        while i < len(words):
            match = self.longest(words, i) if moves(words[i], lemmas) else None
            if match is None:
                i += 1
            else:
                yield i, match[0], match[1]
                i = match[0]


def _child(node: _Node[V], atom: str) -> _Node[V]:
    if atom == "_":
        node.any = node.any or _Node()
        return node.any
    if atom.endswith("*"):
        if len(atom) < 3:
            raise ValueError(f"a stem of one letter matches too much: {atom!r}")
        return node.starts.setdefault(fold(atom[:-1]), _Node())
    if atom.startswith("="):
        return node.lemma.setdefault(fold(atom[1:]), _Node())
    return node.exact.setdefault(fold(atom), _Node())


def _measure(node: _Node[V]) -> None:
    node.widths = tuple(sorted({len(stem) for stem in node.starts}, reverse=True))
    for child in (*node.exact.values(), *node.starts.values(), *node.lemma.values()):
        _measure(child)
    if node.any is not None:
        _measure(node.any)


def _expand(pattern: str) -> list[list[str]]:
    """Optional atoms written out; words split as `tokenize` splits them ("l'ex" is three atoms)."""
    rows: list[list[str]] = [[]]
    for atom in pattern.split():
        optional = len(atom) > 1 and atom.endswith("?")
        atom = atom[:-1] if optional else atom
        plain = not ({"|", "*", "=", "_"} & set(atom))
        parts = [token.fold for token in tokenize(atom)] if plain else [atom]
        rows = [row + extra for row in rows for extra in ([parts, []] if optional else [parts])]
    if any(not row for row in rows) or all(atom == "_" for atom in pattern.split()):
        raise ValueError(f"pattern matches everything: {pattern!r}")
    return rows
