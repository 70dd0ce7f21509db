"""Reports that carry the same text within a language: copied, shortened, reordered, under another heading.

Five-word shingles, compared by containment, so that a shortened reprint is in its source and the order of
paragraphs is no matter. Candidates are what winnowing leaves in common (`shingles`). Texts in two languages are
compared in `translated`.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rashomon.compare.groups import Groups
from rashomon.compare.pile import Pile, Report
from rashomon.compare.shingles import Numbers, numbers
from rashomon.compare.translated import chain, marks_of, translated

__all__ = ["text_groups"]

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
    words: dict[str, Numbers] = {}
    marks: dict[str, Numbers] = {}
    for report in reports:
        own = report.traits()
        row = numbers(own.shingles)
        if len(row) >= _FEWEST:
            words[report.doc], marks[report.doc] = row, numbers(own.marks)
    members = {doc: [doc] for doc in words}
    for _, a, b in sorted(_close(words, _candidates(marks))):
        one, other = groups.find(a), groups.find(b)
        if one != other and _kin(members[one], members[other], words):
            groups.join(one, other)
            members[groups.find(one)] = sorted(members[one] + members[other])[:_MEMBERS]


def _close(words: Mapping[str, Numbers], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[float, str, str]]:
    """The pairs of which one carries the other's text, with how much of it, negative."""
    last, row = "", frozenset[int]()
    for a, b in pairs:
        if a != last:
            last, row = a, frozenset(words[a])
        shared = _share(row, words[b])
        if shared >= _COPIED:
            yield -shared, a, b


def _share(row: frozenset[int], other: Numbers) -> float:
    """How much of the smaller set is in the other: 0..1."""
    small = min(len(row), len(other))
    return len(row.intersection(other)) / small if small else 0.0


def _kin(one: list[str], other: list[str], words: Mapping[str, Numbers]) -> bool:
    """Whether the first few of two sets of reports share some text pair by pair."""
    rows = (frozenset(words[a]) for a in one)
    return all(_share(row, words[b]) >= _KIN for row in rows for b in other)


def _translations(pile: Pile, groups: Groups[str]) -> None:
    """Join reports of different languages that run in step."""
    chains = {r.doc: chain(r.reading) for r in pile.reports}
    for a, b in _candidates({doc: marks_of(found) for doc, found in chains.items()}):
        foreign = pile.by_doc[a].document.language != pile.by_doc[b].document.language
        if foreign and groups.find(a) != groups.find(b) and translated(chains[a], chains[b]):
            groups.join(a, b)


def _candidates(found: Mapping[str, Iterable[T]]) -> list[tuple[str, str]]:
    """Pairs of reports with a few marks in common; near-linear in the pile."""
    names = sorted(found)
    where: dict[T, list[int]] = defaultdict(list)
    for i, doc in enumerate(names):
        for mark in found[doc]:
            where[mark].append(i)
    common: Counter[int] = Counter()
    for docs in where.values():
        ahead = len(docs) if len(docs) <= _CROWD else 4
        for at, i in enumerate(docs):
            common.update([i * len(names) + j for j in docs[at + 1 : at + 1 + ahead]])
    pairs = sorted(pair for pair, count in common.items() if count >= _COMMON)
    return [(names[pair // len(names)], names[pair % len(names)]) for pair in pairs]
