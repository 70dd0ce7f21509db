"""Pattern rows of a pack, compiled to one trie and matched against a line of tokens."""

from collections.abc import Iterator
from typing import Any

from rashomon.annotate.times import slots
from rashomon.annotate.times.makes import MAKES
from rashomon.annotate.times.senses import Found, Sense
from rashomon.annotate.times.slots import Line
from rashomon.lang import Pack, PhraseTable, load, read_toml
from rashomon.lang.schema.times import TimeRule, Times, TimesCldr
from rashomon.text import Known, fold, tokenize

OPEN, CLOSE = ">", "/"
SIGNS = frozenset("|*<>/")
Captures = dict[str, Any]
Cache = dict[int, dict[str, list[tuple[int, Any]]]]
READERS_OF = {"number": slots.ON_DIGITS, "word": ("n", "roman"), "sign": ("yy", "stop")}


class _Node:
    __slots__ = ("rules", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[str, _Node] = {}
        self.rules: list[tuple[int, int, int]] = []  # rule index, atoms before the span, atoms after


class _Match:
    """A way to read tokens from one place: ends of its atoms, and what its slots hold."""

    __slots__ = ("captures", "ends", "node")

    def __init__(self, node: _Node, ends: tuple[int, ...], captures: tuple[tuple[str, Any], ...]) -> None:
        self.node, self.ends, self.captures = node, ends, captures


class Grammar:
    """The rules of one language with the rows all languages share."""

    def __init__(self, pack: Pack) -> None:
        self.data = pack.read(Times)
        shared = load("und").read(Times)
        path = pack.folder.parent / "_cldr" / f"times-{pack.code}.toml"
        cldr = read_toml(path, TimesCldr) if path.exists() else TimesCldr()
        self.rules: tuple[TimeRule, ...] = (*self.data.rules, *shared.rules)
        self.order = pack.data.date_order
        self.suffixes = frozenset(self.data.day_suffixes), frozenset(self.data.year_suffixes)
        entries = list(_lexicon(self.data, cldr))
        self.lexical = {slot for _, (slot, _) in entries}
        self._root = _Node()
        stems: dict[str, None] = {}
        for index, rule in enumerate(self.rules):
            for pattern in rule.patterns:
                for atoms in expand(pattern):
                    self._add(atoms, index, stems)
        entries += [(stem, (stem, None)) for stem in stems]
        self.lexical |= stems.keys()
        self.table: PhraseTable[tuple[str, Any]] = PhraseTable(entries, pack.lemmas)
        heads = [phrase.split()[0] for phrase, _ in entries]
        self._heads = self._root.words.keys() | {token.fold for head in heads for token in tokenize(head)[:1]}
        self._stems = tuple(head[:-1] for head in heads if head.endswith("*"))
        self._begins = Known(self._opens)

    def _add(self, atoms: list[str], index: int, stems: dict[str, None]) -> None:
        before = atoms.index(OPEN) if OPEN in atoms else 0
        after = len(atoms) - atoms.index(CLOSE) - 1 if CLOSE in atoms else 0
        nodes = [self._root]
        for atom in (a for a in atoms if a not in (OPEN, CLOSE)):
            nodes = [_step(node, choice, stems) for node in nodes for choice in atom.split("|")]
        for node in nodes:
            node.rules.append((index, before, after))

    def scan(self, line: Line) -> Iterator[Found]:
        """Longest readings from left to right, without overlap."""
        cache: Cache = {}
        begins, done = self._begins, 0
        digits = [token.kind == "number" for token in line.tokens]
        for i in [i for i, word in enumerate(line.words) if begins[word] or digits[i] or i in line.numbers]:
            found = self._best(line, i, cache) if i >= done else None
            if found is not None and found.first > i:
                inner = (self._best(line, j, cache) for j in range(i + 1, found.first + 1))
                found = max([found, *(f for f in inner if f)], key=lambda f: (f.last, -f.first))
            if found is not None:
                yield from self._before(line, i, found.first, cache)
                yield found
                done = max(found.last, i + 1)

    def _before(self, line: Line, i: int, until: int, cache: Cache) -> Iterator[Found]:
        """Readings among the context words of another: "April 24" of "April 24 and > 25"."""
        while i < until:
            found = self._best(line, i, cache, until)
            if found is not None and found.first >= i:
                yield found
            i = max(found.last if found else 0, i + 1)

    def _may_begin(self, line: Line, i: int) -> bool:
        """Whether any rule can begin at ``i``: most words are done with here."""
        return self._begins[line.words[i]] or line.tokens[i].kind == "number" or i in line.numbers

    def _opens(self, word: str) -> bool:
        known = word in self._heads or word.startswith(self._stems or "\0") or set(word) <= slots.ROMAN.keys()
        return known or word in "'’‘"

    def _best(self, line: Line, i: int, cache: Cache, until: int = 10**9) -> Found | None:
        best: tuple[tuple[int, int], Found] | None = None
        if not self._may_begin(line, i):
            return None
        for match in self._walk(line, i, cache):
            for index, before, after in match.node.rules:
                key = (match.ends[-1], -index)
                if (best is not None and key <= best[0]) or match.ends[-1] > until:
                    continue
                first = match.ends[before - 1] if before else i
                sense = self._sense(self.rules[index], dict(match.captures), line, first)
                if sense is not None:
                    best = key, Found(first, match.ends[len(match.ends) - after - 1], sense)
        return best[1] if best else None

    def _sense(self, rule: TimeRule, captures: Captures, line: Line, first: int) -> Sense | None:
        letter = line.text[line.tokens[first].start]
        if (rule.capital and not letter.isupper()) or (rule.small and letter.isupper()):
            return None
        return MAKES[rule.make](rule, captures, self.order)

    def _walk(self, line: Line, i: int, cache: Cache) -> Iterator[_Match]:
        front = [_Match(self._root, (), ())]
        while front:
            match = front.pop()
            if match.node.rules:
                yield match
            at = match.ends[-1] if match.ends else i
            if at < len(line.words):
                front += self._moves(match, line, at, cache)

    def _moves(self, match: _Match, line: Line, at: int, cache: Cache) -> list[_Match]:
        node, found = match.node, []
        step = node.words.get(line.words[at])
        if step is not None:
            found.append(_Match(step, (*match.ends, at + 1), match.captures))
        if node.slots:
            for slot, end, value in self._fills(node, line, at, cache):
                captures = (*match.captures, (_fresh(slot, match), value))
                found.append(_Match(node.slots[slot], (*match.ends, end), captures))
        return found

    def _fills(self, node: _Node, line: Line, at: int, cache: Cache) -> Iterator[tuple[str, int, Any]]:
        lexical = cache.get(at)
        if lexical is None:
            lexical = cache[at] = self._lexical(line, at)
        for slot, filled in lexical.items():
            if slot in node.slots:
                yield from ((slot, end, value) for end, value in filled)
        kind = line.tokens[at].kind
        for slot in READERS_OF[kind]:
            if slot in node.slots and (more := slots.READERS[slot](line, at)):
                yield slot, more[0], more[1]

    def _lexical(self, line: Line, at: int) -> dict[str, list[tuple[int, Any]]]:
        filled: dict[str, list[tuple[int, Any]]] = {}
        if line.tokens[at].kind != "sign":
            for end, (slot, value) in self.table.at(line.words, at):
                filled.setdefault(slot, []).append((end, value))
        return filled


def _fresh(slot: str, match: _Match) -> str:
    """A second slot of one name is kept beside the first: "day", "day2"; "side-after" is a side."""
    slot = slot.removesuffix("-after") if slot == "side-after" else slot
    seen = sum(name.rstrip("23456") == slot for name, _ in match.captures)
    return f"{slot}{seen + 1}" if seen else slot


def _step(node: _Node, atom: str, stems: dict[str, None]) -> _Node:
    if atom.startswith("<"):
        return node.slots.setdefault(atom.strip("<>"), _Node())
    if atom.endswith("*"):
        stems[atom] = None
        return node.slots.setdefault(atom, _Node())
    return node.words.setdefault(atom, _Node())


def expand(pattern: str) -> list[list[str]]:
    """Optional atoms written out; plain words split as `tokenize` splits them ("dell'anno")."""
    rows: list[list[str]] = [[]]
    for atom in pattern.split():
        optional = len(atom) > 1 and atom.endswith("?")
        atom = atom[:-1] if optional else atom
        plain = SIGNS.isdisjoint(atom)
        parts = [_folded(atom)] if not plain else [fold(atom)] if atom.isalpha() else [t.fold for t in tokenize(atom)]
        rows = [row + extra for row in rows for extra in ([parts, []] if optional else [parts])]
    return rows


def _folded(atom: str) -> str:
    return atom if atom.startswith("<") or atom in (OPEN, CLOSE) else atom.replace("ё", "е").replace("’", "'")


def _lexicon(data: Times, cldr: TimesCldr) -> Iterator[tuple[str, tuple[str, Any]]]:
    """All lexical slots: (phrase, (slot, value)). ``mon``/``wday`` take short and weak forms too."""
    yield from _names(cldr.months, cldr.months_short, data.months_extra, ("month", "mon"), data.months_weak)
    yield from _names(cldr.weekdays, cldr.weekdays_short, data.weekdays_extra, ("weekday", "wday"), data.weekdays_weak)
    for slot, values in data.lexicon.items():
        for value, phrases in values.items():
            kept: Any = int(value) if value.lstrip("-").isdecimal() else value
            for phrase in phrases:
                yield phrase, (slot, kept)


def _names(
    full: dict[str, tuple[str, ...]],
    short: dict[str, tuple[str, ...]],
    extra: dict[str, tuple[str, ...]],
    names: tuple[str, str],
    weak: tuple[str, ...],
) -> Iterator[tuple[str, tuple[str, Any]]]:
    strong, every = names
    for key, forms in full.items():
        for form in forms:
            yield form, (every, int(key))
            if form not in weak:
                yield form, (strong, int(key))
    for key, form in ((key, form) for table in (short, extra) for key, forms in table.items() for form in forms):
        yield form, (every, int(key))
        if form not in full.get(key, ()):
            yield f"{form} .", (every, int(key))
