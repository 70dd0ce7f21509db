"""Russian readings by pymorphy3, whose inner loops are written out where it runs in pure Python.

The readings and their order are pymorphy3's own. Its automata are walked a stretch of letters at a time instead of a
byte at a time, the rows at their ends are remembered (thousands of words end in the same ones), and probabilities
are asked for only where there is something to put in order.
"""

import unicodedata
from binascii import a2b_base64
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from importlib import import_module
from typing import Any, NamedTuple

from rashomon.lang.readings import Base, Parse


@cache
def analyzer() -> Any:
    import pymorphy3
    import pymorphy3_dicts_ru

    # named outright: pymorphy3 would ask every installed package whether it holds a dictionary
    found = pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")
    records = (found.dictionary.words, *found.dictionary.prediction_suffixes_dawgs)
    if all(hasattr(automaton, "dct") for automaton in (*records, found.prob_estimator.p_t_given_w)):
        _quicken(found, records)  # in pure Python, not the C extension
    return found


def _quicken(found: Any, records: Sequence[Any]) -> None:
    chances = found.prob_estimator.p_t_given_w
    for automaton in (*records, chances):
        automaton.dct.__class__ = _walker()
    for automaton in records:
        automaton._value_for_index = lru_cache(maxsize=50_000)(partial(_values, automaton))
        automaton.similar_items = partial(_similar, automaton)
    found.prob_estimator.apply_to_parses = partial(_ordered, chances)


@cache
def _walker() -> type:
    """The automaton of dawg_python with its inner loop written out."""
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


def _similar(automaton: Any, key: str, replaces: Any) -> list[tuple[str, Any]]:
    """`RecordDAWG.similar_items`: the rows of ``key``, then those of its spellings with "ё" for "е"."""
    return _from(automaton, key, 0, automaton.dct.ROOT)


def _from(automaton: Any, key: str, at: int, index: int) -> list[tuple[str, Any]]:
    """Rows of ``key`` and its spellings from letter ``at`` on; ``index`` is the node of what is before it."""
    follow = automaton.dct.follow_bytes
    others: list[tuple[str, Any]] = []
    node: int | None = index
    while (found := key.find("е", at)) >= 0:
        node = follow(key[at:found].encode(), node)
        if node is None:
            return others
        other = follow(b"\xd1\x91", node)
        if other is not None:
            others += _from(automaton, f"{key[:found]}ё{key[found + 1 :]}", found + 1, other)
        node = follow(b"\xd0\xb5", node)
        if node is None:
            return others
        at = found + 1
    node = follow(key[at:].encode("utf-8", "replace") + b"\x01", node)
    return others if node is None else [(key, automaton._value_for_index(node)), *others]


def _ordered(chances: Any, word: str, lowered: str, parses: list[Any]) -> list[Any]:
    """`ProbabilityEstimator.apply_to_parses` without the scores, which nothing here asks for: likeliest first."""
    return [parses[i] for i in _order(chances, lowered, [parse[1] for parse in parses])] if len(parses) > 1 else parses


def _order(chances: Any, word: str, tags: list[Any]) -> list[int]:
    """Indexes of the tags of a word, likeliest first; their own order where nothing is known."""
    if hasattr(chances, "dct"):
        dct = chances.dct
        node = dct.follow_bytes(f"{word}:".encode("utf-8", "replace"), dct.ROOT)
        ends = [dct.follow_bytes(str(tag).encode(), node) for tag in tags] if node is not None else []
        scores = [dct.value(end) if end is not None and dct.has_value(end) else 0 for end in ends]
    else:
        scores = [chances.prob(word, tag) for tag in tags]
    return sorted(range(len(tags)), key=lambda i: -scores[i]) if scores else list(range(len(tags)))


def _values(automaton: Any, index: int) -> list[Any]:
    """`RecordDAWG._value_for_index`: the records below a node, in order."""
    units, leads, unpack = automaton.dct._units, automaton.guide._units, automaton._struct.unpack
    found, stack = [], [(index, b"")]
    while stack:
        node, key = stack.pop()
        unit = units[node]
        if unit & 0x100:  # a record ends here
            found.append(unpack(a2b_base64(key)))
        base, label, below = node ^ ((unit >> 10) << ((unit & 0x200) >> 6)), leads[2 * node], []
        while label:
            child = (base ^ label) & 0xFFFFFFFF
            below.append((child, key + _BYTES[label]))
            label = leads[2 * child + 1]
        stack += reversed(below)
    return found


_BYTES = tuple(bytes((label,)) for label in range(256))


def readings(word: str) -> tuple[Parse, ...]:
    """Readings of a word as written, likeliest first."""
    return _readings(word.lower()) if _cyrillic(word) else _readings(word)


def nominatives(word: str) -> tuple[Base, ...]:
    """Nominatives of the readings of a word as written."""
    return _nominatives(word.lower()) if _cyrillic(word) else _nominatives(word)


def _cyrillic(word: str) -> bool:
    """Is case all the same to pymorphy3? It is not in one letter, which may be an initial, and in Latin letters."""
    return len(word) > 1 and word[0] > "Ͽ"


class Cell(NamedTuple):
    """A form of a paradigm: its place there, its grammemes, the sizes of its affixes, and the lemma's affixes."""

    place: tuple[int, int]
    tag: Any
    tags: frozenset[str]
    sizes: tuple[int, int]
    lemma: tuple[str, str]

    def turned(self, word: str, affixes: tuple[str, str]) -> str:
        prefix, suffix = self.sizes
        return f"{affixes[0]}{word[prefix : len(word) - suffix]}{affixes[1]}"


@lru_cache(maxsize=20_000)
def _cell(paradigm: int, at: int) -> Cell:
    dictionary = analyzer().dictionary
    numbers = dictionary.paradigms[paradigm]
    size = len(numbers) // 3
    (prefix, suffix), lemma = (
        (dictionary.paradigm_prefixes[numbers[2 * size + form]], dictionary.suffixes[numbers[form]]) for form in (at, 0)
    )
    tag = dictionary.gramtab[numbers[size + at]]
    return Cell((paradigm, at), tag, grammemes(str(tag)), (len(prefix), len(suffix)), lemma)


@lru_cache(maxsize=20_000)
def _nominative_affixes(paradigm: int, at: int) -> tuple[str, str] | None:
    """Prefix and suffix of the nominative that a form turns to, as `MorphAnalyzer._inflect` chooses it."""
    cells = analyzer().dictionary.build_paradigm_info(paradigm)
    tag = cells[at][1]
    wanted = tag.updated_grammemes({"nomn"})

    def likeness(other: Any) -> float:
        shared: float = len(wanted & other[1].grammemes)
        return shared - 0.1 * len(wanted ^ other[1].grammemes)

    best = max((other for other in cells if "nomn" in other[1].grammemes), key=likeness, default=None)
    best = cells[at] if "nomn" in tag else best
    return best and (best[0], best[2])


@lru_cache(maxsize=20_000)
def _known(word: str) -> tuple[tuple[str, Cell], ...]:
    """What the dictionary says of a word in lower case: its spelling there, and the cell; likeliest first."""
    found = analyzer()
    rows = found.dictionary.words.similar_items(word, found.char_substitutes)
    cells = [(spelled, _cell(*value)) for spelled, values in rows for value in values]
    if len(cells) > 1:
        order = _order(found.prob_estimator.p_t_given_w, word, [cell.tag for _, cell in cells])
        cells = [cells[i] for i in order]
    return tuple(cells)


@lru_cache(maxsize=100_000)
def _readings(word: str) -> tuple[Parse, ...]:
    known = _known(word) if _cyrillic(word) else ()
    if known:
        return tuple(Parse(cell.turned(form, cell.lemma), cell.tags, True) for form, cell in known)
    return tuple(Parse(row.normal_form, grammemes(str(row.tag)), _sure(row)) for row in _guessed(word))


@lru_cache(maxsize=20_000)
def _nominatives(word: str) -> tuple[Base, ...]:
    known = _known(word) if _cyrillic(word) else ()
    if known:
        rows = ((form, cell, _nominative_affixes(*cell.place)) for form, cell in known)
        return tuple(Base(cell.turned(form, turn), cell.tags, True) for form, cell, turn in rows if turn)
    bases = ((row, _nominative(row)) for row in _guessed(word))
    return tuple(Base(form, grammemes(str(row.tag)), _sure(row)) for row, form in bases if form is not None)


@lru_cache(maxsize=2_000)
def _guessed(word: str) -> tuple[Any, ...]:
    """pymorphy3's rows for a word that the dictionary does not list."""
    if not word.isalpha() or not _cyrillic(word):
        nameless = any(not unicodedata.name(sign, "") for sign in word)  # pymorphy3 asks for the name of every sign
        return () if nameless else tuple(analyzer().parse(word))
    rows: list[Any] = []
    seen: set[Any] = set()
    for unit, last in _guessers():
        rows += unit.parse(word, word, seen)
        if last and rows:
            break
    found = analyzer()
    return tuple(found._result_type(*row) for row in found.prob_estimator.apply_to_parses(word, word, rows))


@cache
def _guessers() -> tuple[tuple[Any, bool], ...]:
    """The analysers that have something to say of a row of letters; the others look for signs, hyphens and digits."""
    names = ("KnownPrefixAnalyzer", "UnknownPrefixAnalyzer", "KnownSuffixAnalyzer", "UnknAnalyzer")
    return tuple((unit, last) for unit, last in analyzer()._units if type(unit).__name__ in names)


def _sure(row: Any) -> bool:
    """May the dictionary have the word of a guess after all? It lists initials and numbers of one sign."""
    return len(row.word) == 1 and bool(row.is_known)


def _nominative(row: Any) -> str | None:
    """``row.inflect({"nomn"})``; a guess by the ending, or behind a prefix, goes by a paradigm of the dictionary."""
    if "nomn" in row.tag:
        return str(row.word)
    (_, *place), *guesses = row.methods_stack
    kinds = {type(method[0]).__name__ for method in guesses}
    if len(place) != 3 or not kinds <= {"KnownSuffixAnalyzer", "UnknownPrefixAnalyzer", "KnownPrefixAnalyzer"}:
        found = row.inflect({"nomn"})
        return None if found is None else str(found.word)
    word, *cell = place
    affixes = _nominative_affixes(*cell)
    prefix = "".join(guess[1] for guess in reversed(guesses) if type(guess[0]).__name__ != "KnownSuffixAnalyzer")
    return prefix + _cell(*cell).turned(word, affixes) if affixes else None


@lru_cache(maxsize=20_000)
def grammemes(tag: str) -> frozenset[str]:
    return frozenset(tag.replace(" ", ",").split(","))
