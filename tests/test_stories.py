"""Short piles in prose (tests/stories): which figures are put side by side, held to a floor."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.model import Document, Options

STORIES = sorted((Path(__file__).parent / "stories").glob("*/*.txt"))
MARK = re.compile(r"\{(\w+): ([^}]*)\}")
PRECISION, RECALL, FALSE_CONFLICTS = 0.88, 0.70, 5


def reports(path: Path) -> tuple[list[Document], list[tuple[str, str, int, int]]]:
    """The reports without their marks, and the marks as (question, report, start, end)."""
    documents, marks = [], []
    for part in re.split(r"^== ", path.read_text("utf-8"), flags=re.M)[1:]:
        head, _, text = part.partition("\n")
        if head == "questions":
            continue
        name, language, published = head.split()
        plain, at = "", 0
        for mark in MARK.finditer(text):
            plain += text[at : mark.start()]
            marks.append((mark[1], name, len(plain), len(plain) + len(mark[2])))
            plain, at = plain + mark[2], mark.end()
        documents.append(Document(doc=name, text=plain + text[at:], language=language, published=published))
    return documents, marks


def pairs(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def counted(path: Path) -> tuple[int, int, int, int]:
    """Pairs right, found and wanted, and conflicts between figures that do not belong together."""
    documents, marks = reports(path)
    dossier = pipeline.assemble([pipeline.read_document(d) for d in documents], [], Options())
    figures = [f for reading in dossier.readings for f in reading.figures]
    asked: dict[str, str] = {}
    wanted: dict[str, list[str]] = {}
    for name, doc, start, end in marks:
        found = next((f.id for f in figures if f.doc == doc and f.start < end and start < f.end), f"{doc}-{start}")
        asked[found] = name
        wanted.setdefault(name, []).append(found)
    given = pairs([list(q.figures) for q in dossier.comparison.questions])
    gold = pairs(list(wanted.values()))
    rows = [r for r in dossier.comparison.relations if r.relation == "conflict"]
    wrong = sum(asked.get(r.a) is None or asked.get(r.a) != asked.get(r.b) for r in rows)
    return len(gold & given), len(given), len(gold), wrong


@pytest.fixture(scope="module")
def counts() -> list[tuple[int, int, int, int]]:
    return [counted(path) for path in STORIES]


def test_what_is_put_together_belongs_together(counts: list[tuple[int, int, int, int]]) -> None:
    right, found = sum(c[0] for c in counts), sum(c[1] for c in counts)
    assert right / found >= PRECISION


def test_what_belongs_together_is_put_together(counts: list[tuple[int, int, int, int]]) -> None:
    right, wanted = sum(c[0] for c in counts), sum(c[2] for c in counts)
    assert right / wanted >= RECALL


def test_few_conflicts_are_between_strangers(counts: list[tuple[int, int, int, int]]) -> None:
    assert sum(c[3] for c in counts) <= FALSE_CONFLICTS


def test_there_are_enough() -> None:
    assert len(STORIES) >= 28
