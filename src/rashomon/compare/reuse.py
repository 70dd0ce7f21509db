"""Reports that carry the same text within a language: copied, shortened, reordered, under another heading.

w-shingling (Broder 1997): five-word shingles, compared by containment, so that a shortened reprint is in its
source and the order of paragraphs is no matter. Candidates are found by winnowing (Schleimer, Wilkerson,
Aiken 2003): the smallest hash of every four in a row, which any nine words in common must share. Texts
in two languages are compared in `translated`.
"""

from array import array  # a set of numbers takes twenty times the memory
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

from rashomon.compare.groups import Groups
from rashomon.compare.pile import Pile, Report
from rashomon.compare.translated import chain, marks_of, translated
from rashomon.text import tokenize

__all__ = ["share", "shingles", "text_groups"]

_WIDTH = 5  # words of a shingle
_WINDOW = 4
_CROWD = 24  # a shingle in more reports than this proves nothing alone: compare with the first few
_COPIED = 0.5  # containment from which one report carries the other's text
_KIN = 0.2  # containment that members of one set must have: a digest does not make one text of two
_FEWEST = 12  # shingles below which a text is too short to be called a copy
_COMMON = 3  # fingerprints, or anchors across languages, that make a pair worth a look
_MEMBERS = 8
T = TypeVar("T", bound=Hashable)


def text_groups(pile: Pile) -> dict[str, str]:
    """Report -> the first report (by name) that carries the same text."""
    groups = Groups(report.doc for report in pile.reports)
    by_language: dict[str, list[Report]] = defaultdict(list)
    for report in pile.reports:
        by_language[report.document.language or ""].append(report)
    for language in sorted(by_language):
        _copies(by_language[language], groups)
    _translations(pile, groups)
    return {report.doc: groups.find(report.doc) for report in pile.reports}


def _copies(reports: Sequence[Report], groups: Groups[str]) -> None:
    """Join reports of one language, the closest pairs first; sets join only where they are kin."""
    words, marks = {}, {}
    for report in reports:
        row = _hashes(report.reading.document.text, _WIDTH)
        if len(own := set(row)) >= _FEWEST:
            words[report.doc], marks[report.doc] = array("L", sorted(own)), array("L", sorted(_winnowed(row)))
    found = []
    for a, b in _candidates(marks):
        shared = share(frozenset(words[a]), frozenset(words[b]))
        if shared >= _COPIED:
            found.append((-shared, a, b))
    members = {doc: [doc] for doc in words}
    for _, a, b in sorted(found):
        one, other = groups.find(a), groups.find(b)
        if one != other and _kin(members[one], members[other], words):
            groups.join(one, other)
            members[groups.find(one)] = sorted(members[one] + members[other])[:_MEMBERS]


def _kin(one: list[str], other: list[str], words: Mapping[str, Iterable[int]]) -> bool:
    """Whether the first few of two sets of reports share some text pair by pair."""
    pairs = [(a, b) for a in one for b in other]
    return all(share(frozenset(words[a]), frozenset(words[b])) >= _KIN for a, b in pairs)


def _translations(pile: Pile, groups: Groups[str]) -> None:
    """Join reports of different languages that run in step."""
    chains = {r.doc: chain(r.reading) for r in pile.reports}
    for a, b in _candidates({doc: marks_of(found) for doc, found in chains.items()}):
        foreign = pile.by_doc[a].document.language != pile.by_doc[b].document.language
        if foreign and groups.find(a) != groups.find(b) and translated(chains[a], chains[b]):
            groups.join(a, b)


def _hashes(text: str, width: int) -> list[int]:
    """Each ``width`` words in a row as a number; digits are left out, so that a new number in an old
    sentence ("12 people died" -> "16 people died") is still the old sentence.
    """
    words = [t.fold for t in tokenize(text) if t.kind == "word"]
    return [crc32(" ".join(words[i : i + width]).encode()) for i in range(len(words) - width + 1)]


def _winnowed(row: Sequence[int]) -> frozenset[int]:
    """The smallest of every few hashes in a row."""
    return frozenset(min(row[i : i + _WINDOW]) for i in range(max(1, len(row) - _WINDOW + 1)))


def shingles(text: str, width: int = _WIDTH) -> frozenset[int]:
    """Hashes of each ``width`` words in a row."""
    return frozenset(_hashes(text, width))


def share(a: frozenset[T], b: frozenset[T]) -> float:
    """How much of the smaller set is in the other: 0..1."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0


def _candidates(found: Mapping[str, Iterable[T]]) -> list[tuple[str, str]]:
    """Pairs of reports with a few marks in common; near-linear in the pile."""
    where: dict[T, list[str]] = defaultdict(list)
    for doc in sorted(found):
        for mark in found[doc]:
            where[mark].append(doc)
    common: Counter[tuple[str, str]] = Counter()
    for docs in where.values():
        ahead = len(docs) if len(docs) <= _CROWD else 4
        for i, doc in enumerate(docs):
            common.update((doc, other) for other in docs[i + 1 : i + 1 + ahead])
    return sorted(pair for pair, count in common.items() if count >= _COMMON)
