"""Reports that carry the same text: copied within a language, translated across languages.

Within a language, w-shingling (Broder 1997): five-word shingles, bottom-k sketches to find
candidates, containment on the full sets to decide. Across languages words cannot be compared;
*anchors* can - numbers, dates and linked names: a translation has them at the same points of the
text (as in sentence alignment by cognates: Simard, Foster, Isabelle 1992), while two accounts of one
event share the names but not their places.
"""

from array import array  # a set of numbers takes twenty times the memory
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
_FEWEST = 12  # shingles below which a text is too short to be called a copy
_STEP = 0.05  # of the text: how far apart an anchor may stand in a translation
_IN_STEP = 0.85  # share of the common anchors that must stand at the same point
_SAME_FIGURES = 0.5
_MANY_FIGURES = 3
_DRIFTING = 0.7
T = TypeVar("T", bound=Hashable)
Chain = dict[str, tuple[float, ...]]


def text_groups(pile: Pile) -> dict[str, str]:
    """Report -> the first report (by name) that carries the same text."""
    groups = Groups(report.doc for report in pile.reports)
    by_language: dict[str, list[Report]] = defaultdict(list)
    for report in pile.reports:
        by_language[report.document.language or ""].append(report)
    for language in sorted(by_language):
        words = {r.doc: array("Q", sorted(shingles(r.reading.document.text))) for r in by_language[language]}
        sketches = {doc: found[:_SKETCH] for doc, found in words.items()}
        for a, b in _candidates(sketches, 6):
            if (
                min(len(words[a]), len(words[b])) >= _FEWEST
                and share(frozenset(words[a]), frozenset(words[b])) >= _COPIED
            ):
                groups.join(a, b)
    chains = {r.doc: anchors(r.reading) for r in pile.reports}
    for a, b in _candidates(chains, 3):
        one, other = pile.by_doc[a], pile.by_doc[b]
        foreign = one.document.language != other.document.language
        if (
            foreign
            and _alike(one.reading, other.reading)
            and _translated(chains[a], chains[b], _same_figures(one.reading, other.reading))
        ):
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


def anchors(reading: Reading) -> Chain:
    """Numbers, dates and names of a report, each with where it stands: 0 is the start, 1 the end."""
    size = max(len(reading.document.text), 1)
    row = [(f"n{n.low.normalize()}", n.start) for n in reading.numbers if n.low is not None and n.low > 2]
    row += [("t" + t.value, t.start) for t in reading.times if t.value]
    row += [("e" + n.entity, n.start) for n in reading.names if n.entity]
    found: dict[str, list[float]] = defaultdict(list)
    for anchor, start in sorted(row):
        found[anchor].append(start / size)
    return {anchor: tuple(places) for anchor, places in found.items()}


def _alike(a: Reading, b: Reading) -> bool:
    """What a translation leaves as it is: length, number of sentences, and the figures."""
    sizes = [(len(r.document.text), len(r.sentences)) for r in (a, b)]
    if any(min(pair) < least * max(pair) for pair, least in zip(zip(*sizes, strict=True), (0.6, 0.75), strict=True)):
        return False
    values = [frozenset((f.low, f.high) for f in r.figures) for r in (a, b)]
    return min(map(len, values)) < 2 or share(*values) >= _SAME_FIGURES


def _same_figures(a: Reading, b: Reading) -> bool:
    """The very same figures, several of them: then the anchors may drift a little more."""
    first, second = (frozenset((f.low, f.high) for f in r.figures) for r in (a, b))
    return first == second and len(first) >= _MANY_FIGURES


def _translated(a: Chain, b: Chain, same_figures: bool = False) -> bool:
    """One text in two languages. An anchor counts the less the more often it stands in a text: the
    country's name is met at the same point by chance.
    """
    common = {t: min(1 / len(a[t]), 1 / len(b[t])) for t in sorted(a) if t in b}
    level = [t for t in common if any(abs(x - y) < _STEP for x in a[t] for y in b[t])]
    met = sum(common[t] for t in level)
    least = _DRIFTING if same_figures and len(level) >= 5 else _IN_STEP
    if len(level) < 3 or met < least * sum(common.values()):
        return False
    part = met / min(sum(1 / len(v) for v in a.values()), sum(1 / len(v) for v in b.values()))
    return part >= (0.33 if len(level) >= 10 else 0.4 if len(level) >= 5 else 0.5)


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
