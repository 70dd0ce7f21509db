"""The trie under phrase tables: where patterns begin, for all tables of a pack at once, and how they go on."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from rashomon.lang.forms import Lemmatizer
from rashomon.text import fold

V = TypeVar("V")
Lemmas = Callable[[str], tuple[str, ...]]
Rest = tuple[Sequence[str], int, V]  # atoms of a pattern, index of the next one, value
MOST = 50_000  # words remembered

_NO_WIDTHS: dict[str, tuple[int, ...]] = {}


class Moves(dict[str, "tuple[Node[V], ...]"], Generic[V]):
    """The steps a word takes out of a node, worked out once: a look-up is all that a known word costs."""

    __slots__ = ("lemmas", "look", "node")

    def __init__(self, node: "Node[V]", lemmas: Lemmas) -> None:
        self.node, self.lemmas = node, lemmas
        self.look = lemmas.among(node.lemma or ()) if isinstance(lemmas, Lemmatizer) else lemmas

    def __missing__(self, word: str) -> "tuple[Node[V], ...]":
        steps = self.node.steps(word, self.look)
        found = tuple(steps) if len(steps) < 2 else tuple(dict.fromkeys(steps))
        for node in found:
            node.opened(self.lemmas)
        if len(self) < MOST:
            self[word] = found
        return found


class Node(Generic[V]):
    """Most nodes are the last of a row: their tables stay unmade until they are needed.

    ``rest`` holds the rows that go on from here, unread until a text reaches the node: of the
    thousands of phrases of a pack a report meets a few hundred.
    """

    __slots__ = ("any", "exact", "lemma", "moves", "rest", "starts", "values", "widths")

    def __init__(self) -> None:
        self.exact: dict[str, Node[V]] | None = None
        self.starts: dict[str, Node[V]] | None = None
        self.lemma: dict[str, Node[V]] | None = None
        self.any: Node[V] | None = None
        self.widths = _NO_WIDTHS  # lengths of the stems by their first two letters, longest first
        self.values: list[V] = []
        self.rest: list[Rest[V]] = []
        self.moves: dict[str, tuple[Node[V], ...]] = NONE

    def opened(self, lemmas: Lemmas) -> "Node[V]":
        """This node, with the rows that wait here read; one without any has no moves."""
        if self.rest:
            self._open(lemmas)
        return self

    def _open(self, lemmas: Lemmas) -> None:
        rest, self.rest = self.rest, []
        for atoms, i, value in rest:
            if i == len(atoms):
                self.values.append(value)
            else:
                for choice in choices(atoms[i]):
                    self._child(choice).rest.append((atoms, i + 1, value))
        if self.exact is not None or self.starts is not None or self.lemma is not None or self.any is not None:
            self.moves = Moves(self, lemmas)

    def steps(self, word: str, lemmas: Lemmas) -> "list[Node[V]]":
        steps: list[Node[V]] = []
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

    def _child(self, atom: str) -> "Node[V]":
        kind, word = read(atom)
        if kind == "any":
            self.any = self.any or Node()
            return self.any
        if kind == "starts" and self.starts is None:
            self.starts, self.widths = {}, {}
        elif kind == "exact" and self.exact is None:
            self.exact = {}
        elif kind == "lemma" and self.lemma is None:
            self.lemma = {}
        if kind == "starts":
            widen(self.widths, word)
        table: dict[str, Node[V]] = getattr(self, kind)
        found = table.get(word)
        if found is None:
            found = table[word] = Node()
            if word == "'":
                table["’"] = found
        return found


class _Nowhere(dict[str, "tuple[Node[V], ...]"], Generic[V]):
    """The moves of the last node of a row."""

    def __missing__(self, word: str) -> "tuple[Node[V], ...]":
        return ()


NONE: Any = _Nowhere()


def choices(atom: str) -> Sequence[str]:
    return atom.split("|") if "|" in atom else (atom,)


def read(atom: str) -> tuple[str, str]:
    """Which table of a node an atom belongs in, and under what word."""
    if atom.isalpha():
        return "exact", fold(atom)
    if atom == "_":
        return "any", atom
    if atom[-1] == "*":
        return "starts", fold(atom[:-1])
    if atom[0] == "=" and len(atom) > 1:
        return "lemma", fold(atom[1:])
    return "exact", fold(atom)


def widen(widths: dict[str, tuple[int, ...]], stem: str) -> None:
    """Note the length of a stem."""
    known = widths.get(stem[:2], ())
    if len(stem) not in known:
        widths[stem[:2]] = tuple(sorted((*known, len(stem)), reverse=True))


Begun = dict[int, tuple[Node[Any], ...]]
_NOTHING: Begun = {}


class Openings(dict[str, Begun]):
    """Word -> the numbers of the tables with a pattern that begins so, and the nodes behind it.

    All tables of a pack share one: a word is looked at once, and most words begin nothing at all.
    """

    __slots__ = ("any", "exact", "free", "lemma", "lemmas", "look", "size", "starts", "widths")

    def __init__(self, lemmas: Lemmas) -> None:
        self.lemmas = self.look = lemmas
        self.size = 0  # tables taken in
        self.exact: dict[str, Begun] = {}
        self.starts: dict[str, Begun] = {}
        self.lemma: dict[str, Begun] = {}
        self.any: dict[str, Begun] = {}
        self.free: Begun = {}  # what any word begins; not told again of each word
        self.widths: dict[str, tuple[int, ...]] = {}

    def add(self, patterns: Iterable[tuple[Sequence[str], V]]) -> int:
        """Take in a table, as the atoms and value of each pattern; its number here."""
        owner, self.size = self.size, self.size + 1
        for atoms, value in patterns:
            first = atoms[0]
            for choice in choices(first) if not first.isalpha() else (first,):
                self._child(choice, owner).rest.append((atoms, 1, value))
        if isinstance(self.lemmas, Lemmatizer):
            self.look = self.lemmas.among(self.lemma)
        self.free = self.any.get("_", self.free)
        self.clear()
        return owner

    def _child(self, atom: str, owner: int) -> Node[Any]:
        if atom.isalpha():
            known = self.exact.setdefault(fold(atom), {})
        else:
            kind, word = read(atom)
            known = getattr(self, kind).setdefault(word, {})
            if kind == "starts":
                widen(self.widths, word)
            elif word == "'":  # signs keep their own shape in `Token.fold`: "l’ex" and "l'ex" are one phrase
                self.exact["’"] = known
        if owner not in known:
            known[owner] = (Node(),)
        return known[owner][0]

    def __missing__(self, word: str) -> Begun:
        rows = [self.exact[word]] if word in self.exact else []
        if widths := self.widths.get(word[:2]):
            stems, size = self.starts, len(word)
            rows += [stems[word[:n]] for n in widths if n <= size and word[:n] in stems]
        if self.lemma and (forms := self.look(word)):
            rows += [self.lemma[form] for form in forms if form in self.lemma]
        found = _merged(rows) if len(rows) > 1 else rows[0] if rows else _NOTHING
        if len(self) < MOST:
            self[word] = found
        return found


def _merged(rows: list[Begun]) -> Begun:
    found: Begun = {}
    for row in rows:
        for owner, nodes in row.items():
            found[owner] = (*found[owner], *nodes) if owner in found else nodes
    return found


class Fronts(dict[str, "tuple[Node[V], ...]"], Generic[V]):
    """The first steps into one table, of the words that were tried."""

    __slots__ = ("number", "openings")

    def __init__(self, openings: Openings, number: int) -> None:
        self.openings, self.number = openings, number

    def __missing__(self, word: str) -> "tuple[Node[V], ...]":
        found = self.openings[word].get(self.number, ())
        if self.number in self.openings.free:
            found += self.openings.free[self.number]
        for node in found:
            node.opened(self.openings.lemmas)
        if len(self) < MOST:
            self[word] = found
        return found


@cache
def openings(lemmas: Lemmatizer) -> Openings:
    """The one that all tables of a pack share."""
    return Openings(lemmas)
