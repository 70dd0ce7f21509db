"""Reports that carry the same text: copied within a language, translated across languages.

Within a language, w-shingling (Broder 1997): five-word shingles, bottom-k sketches to find
candidates, containment on the full sets to decide. Across languages words cannot be compared, so
the shingles are pairs of *anchors* - numbers, dates and linked names - that follow each other: a
translation keeps them in the same order.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar
from zlib import crc32

from rashomon.compare.groups import Groups
from rashomon.compare.pile import Pile, Report
from rashomon.model import Reading
from rashomon.text import tokenize

__all__ = ["anchors", "share", "shingles", "text_groups"]

_WIDTH = 5  # words of a shingle
_SKETCH = 48
_CROWD = 24  # a shingle in more reports than this proves nothing alone: compare with the first few
_COPIED = 0.5  # containment from which one report carries the other's text
_TRANSLATED = 0.4
_FEWEST = 12  # shingles below which a text is too short to be called a copy
_FEWEST_PAIRS = 10
_AHEAD = 3  # an anchor pairs with the next few: one missed name must not break the chain
T = TypeVar("T", bound=Hashable)


def text_groups(pile: Pile) -> dict[str, str]:
    """Report -> the first report (by name) that carries the same text."""
    groups = Groups(report.doc for report in pile.reports)
    by_language: dict[str, list[Report]] = defaultdict(list)
    for report in pile.reports:
        by_language[report.document.language or ""].append(report)
    for language in sorted(by_language):
        words = {r.doc: shingles(r.reading.document.text) for r in by_language[language]}
        sketches = {doc: sorted(found)[:_SKETCH] for doc, found in words.items()}
        for a, b in _candidates(sketches, 6):
            if min(len(words[a]), len(words[b])) >= _FEWEST and share(words[a], words[b]) >= _COPIED:
                groups.join(a, b)
    chains = {r.doc: anchors(r.reading) for r in pile.reports}
    spoken = {r.doc: r.document.language for r in pile.reports}
    for a, b in _candidates(chains, 5):
        if spoken[a] != spoken[b] and _translated(chains[a], chains[b]):
            groups.join(a, b)
    return {report.doc: groups.find(report.doc) for report in pile.reports}


def shingles(text: str, width: int = _WIDTH) -> frozenset[int]:
    """Hashes of each ``width`` words in a row; digits are left out, so that a new number in an old
    sentence ("12 people died" -> "16 people died") is still the old sentence.
    """
    words = [t.fold for t in tokenize(text) if t.kind == "word"]
    return frozenset(crc32(" ".join(words[i : i + width]).encode()) for i in range(len(words) - width + 1))


def share(a: frozenset[T], b: frozenset[T]) -> float:
    """How much of the smaller set is in the other: 0..1."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0


def anchors(reading: Reading) -> frozenset[tuple[str, str]]:
    """Pairs of numbers, dates and names that follow each other closely, in order."""
    row: list[tuple[int, str]] = []
    row += [(n.start, f"n{n.low.normalize()}") for n in reading.numbers if n.low is not None and n.low > 2]
    row += [(t.start, "t" + t.value) for t in reading.times if t.value]
    row += [(n.start, "e" + n.entity) for n in reading.names if n.entity]
    chain = [anchor for _, anchor in sorted(row)]
    return frozenset(
        (chain[i], other) for i in range(len(chain)) for other in chain[i + 1 : i + 1 + _AHEAD] if other != chain[i]
    )


def _translated(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> bool:
    """One text in two languages: most pairs of the shorter chain, and chains of like length."""
    small, large = sorted((len(a), len(b)))
    return small >= _FEWEST_PAIRS and small * 3 >= large and share(a, b) >= _TRANSLATED


def _candidates(found: Mapping[str, Iterable[T]], fewest: int) -> list[tuple[str, str]]:
    """Pairs of reports with at least ``fewest`` marks in common; near-linear in the pile."""
    where: dict[T, list[str]] = defaultdict(list)
    for doc in sorted(found):
        for mark in found[doc]:
            where[mark].append(doc)
    common: Counter[tuple[str, str]] = Counter()
    for docs in where.values():
        ahead = len(docs) if len(docs) <= _CROWD else 4
        for i, doc in enumerate(docs):
            common.update((doc, other) for other in docs[i + 1 : i + 1 + ahead])
    return sorted(pair for pair, count in common.items() if count >= fewest)
