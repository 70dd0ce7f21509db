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
from typing import Any, Generic, TypeVar

from rashomon.lang.forms import Lemmatizer
from rashomon.text import fold, tokenize

V = TypeVar("V")
Lemmas = Callable[[str], tuple[str, ...]]


class _Moves(dict[str, "tuple[_Node[V], ...]"], Generic[V]):
    """The steps a word takes out of a node, worked out once: a look-up is all that a known word costs."""

    __slots__ = ("lemmas", "look", "node")

    def __init__(self, node: "_Node[V]", lemmas: Lemmas) -> None:
        self.node, self.lemmas = node, lemmas
        self.look = lemmas.among(node.lemma or ()) if isinstance(lemmas, Lemmatizer) else lemmas

    def __missing__(self, word: str) -> "tuple[_Node[V], ...]":
        steps = self.node.steps(word, self.look)
        found = tuple(steps) if len(steps) < 2 else tuple(dict.fromkeys(steps))
        for node in found:
            if node.rest:
                node.open(self.lemmas)
        if len(self) < 50_000:
            self[word] = found
        return found


_NO_WIDTHS: dict[str, tuple[int, ...]] = {}


class _Node(Generic[V]):
    """Most nodes are the last of a row: their tables stay unmade until they are needed.

    ``rest`` holds the rows that go on from here, unread until a text reaches the node: of the
    thousands of phrases of a pack a report meets a few hundred.
    """

    __slots__ = ("any", "exact", "lemma", "moves", "rest", "starts", "values", "widths")

    def __init__(self) -> None:
        self.exact: dict[str, _Node[V]] | None = None
        self.starts: dict[str, _Node[V]] | None = None
        self.lemma: dict[str, _Node[V]] | None = None
        self.any: _Node[V] | None = None
        self.widths = _NO_WIDTHS  # lengths of the stems by their first two letters, longest first
        self.values: list[V] = []
        self.rest: list[tuple[Sequence[str], int, V]] = []  # atoms, index of the next one, value
        self.moves: dict[str, tuple[_Node[V], ...]] = _NONE

    def open(self, lemmas: Lemmas) -> None:
        """Read the rows that wait here; a node without any has no moves."""
        rest, self.rest = self.rest, []
        for atoms, i, value in rest:
            if i == len(atoms):
                self.values.append(value)
            else:
                atom = atoms[i]
                for choice in atom.split("|") if "|" in atom else (atom,):
                    _child(self, choice).rest.append((atoms, i + 1, value))
        if self.exact is not None or self.starts is not None or self.lemma is not None or self.any is not None:
            self.moves = _Moves(self, lemmas)

    def steps(self, word: str, lemmas: Lemmas) -> "list[_Node[V]]":
        steps: list[_Node[V]] = []
        if self.exact is not None and word in self.exact:
            steps.append(self.exact[word])
        if self.starts is not None and (widths := self.widths.get(word[:2])):
            stems, size = self.starts, len(word)
            steps += [stems[word[:n]] for n in widths if n <= size and word[:n] in stems]
        if self.lemma is not None and (forms := lemmas(word)):
            steps += [self.lemma[form] for form in forms if form in self.lemma]
        if self.any is not None:
            steps.append(self.any)
        return steps


class _Nowhere(dict[str, "tuple[_Node[V], ...]"], Generic[V]):
    """The moves of the last node of a row."""

    def __missing__(self, word: str) -> "tuple[_Node[V], ...]":
        return ()


_NONE: Any = _Nowhere()
_LAST: Any = _Node()


class Gate:
    """Words with which a pattern of one of several tables may begin: one look-up for all of them."""

    def __init__(self, tables: "Iterable[PhraseTable[Any]]", lemmas: Lemmas) -> None:
        union: _Node[bool] = _Node()
        for root in (table._root for table in tables):
            union.exact = {**(union.exact or {}), **dict.fromkeys(root.exact or (), _LAST)}
            for stem in root.starts or ():
                _stem(union, stem)
            union.lemma = {**(union.lemma or {}), **dict.fromkeys(root.lemma or (), _LAST)} or None
            union.any = union.any or (_LAST if root.any else None)
        self._moves = _Moves(union, lemmas)

    def opens(self, word: str) -> bool:
        return bool(self._moves.node.steps(word, self._moves.look))


class PhraseTable(Generic[V]):
    """Patterns with a value each.

    ``lemmas`` maps a folded word to its dictionary lemmas (`Pack.lemmas`); needed for ``=`` atoms.
    Raises ValueError on a pattern that could match everything.
    """

    def __init__(self, entries: Iterable[tuple[str, V]], lemmas: Lemmas = lambda word: (word,)) -> None:
        self._root: _Node[V] = _Node()
        rest = self._root.rest
        for pattern, value in entries:
            rest += [(atoms, 0, value) for atoms in _expand(pattern)]
        self._root.open(lemmas)

    def opens(self, word: str) -> bool:
        """Whether some pattern begins with ``word``: a quick test before `at` and `longest`."""
        return bool(self._root.moves[word])

    def starts(self, words: Sequence[str]) -> list[int]:
        """Where some pattern may begin: no other place need be asked about."""
        moves = self._root.moves
        return [i for i, word in enumerate(words) if moves[word]] if moves is not _NONE else []

    def at(self, words: Sequence[str], i: int) -> list[tuple[int, V]]:
        """All matches that begin at word ``i``: (end index, value), longest first."""
        found: list[tuple[int, V]] = []
        size = len(words)
        front = self._root.moves[words[i]] if i < size else ()
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
        front = self._root.moves[words[i]] if i < size else ()
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


def _onward(front: tuple[_Node[V], ...], word: str) -> tuple[_Node[V], ...]:
    if len(front) == 1:
        moves = front[0].moves
        return moves[word] if moves is not _NONE else ()
    return tuple([step for node in front if node.moves is not _NONE for step in node.moves[word]])


def _child(node: _Node[V], atom: str) -> _Node[V]:
    if atom.isalpha():
        node.exact = {} if node.exact is None else node.exact
        return _within(node.exact, fold(atom))
    if atom == "_":
        node.any = node.any or _Node()
        return node.any
    if atom[-1] == "*":
        return _stem(node, fold(atom[:-1]))
    if atom[0] == "=" and len(atom) > 1:
        node.lemma = {} if node.lemma is None else node.lemma
        return _within(node.lemma, fold(atom[1:]))
    node.exact = {} if node.exact is None else node.exact
    found = _within(node.exact, fold(atom))
    if atom == "'":  # signs keep their own shape in `Token.fold`: "l’ex" and "l'ex" are one phrase
        node.exact["’"] = found
    return found


def _stem(node: _Node[V], stem: str) -> _Node[V]:
    if node.starts is None:
        node.starts, node.widths = {}, {}
    widths = node.widths.get(stem[:2], ())
    if len(stem) not in widths:
        node.widths[stem[:2]] = tuple(sorted((*widths, len(stem)), reverse=True))
    return _within(node.starts, stem)


def _within(table: dict[str, _Node[V]], word: str) -> _Node[V]:
    found = table.get(word)
    if found is None:
        found = table[word] = _Node()
    return found


def _expand(pattern: str) -> list[list[str]]:
    """Optional atoms written out; words split as `tokenize` splits them ("l'ex" is three atoms)."""
    words = pattern.split()
    if "".join(words).isalpha():  # most of them
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
