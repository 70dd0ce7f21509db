"""Piles of many copies: what is compared grows with the pile, and says the same as every pair would."""

from pathlib import Path

import pytest

from rashomon import compare, pipeline
from rashomon.model import Document, Dossier, Options, replace

TEXT = (
    "A ferry ran aground off Velmouth on 4 May 2021, and {n} people were killed, the harbour office said. "
    "Its captain had sailed these waters for thirty years. Divers searched the wreck until the evening, when a "
    "rising wind drove them back to the quay.\nEdition {i}.\n"
)


def pile(copies: int) -> Dossier:
    """``copies`` of one report, and one that differs."""
    texts = [TEXT.format(n=14, i="abcdefghij"[i % 10] * (i // 10 + 1)) for i in range(copies)]
    texts.append("Sixteen people were killed when a ferry ran aground off Velmouth on 4 May 2021, the union said.")
    documents = [
        Document(doc=f"{i:03}.txt", text=t, language="en", published="2021-05-05") for i, t in enumerate(texts)
    ]
    return pipeline.assemble([pipeline.read_document(d) for d in documents], [], Options())


@pytest.mark.parametrize("copies", [24, 48])
def test_copies_stand_beside_their_first(copies: int) -> None:
    dossier = pile(copies)
    asked = next(q for q in dossier.comparison.questions if q.measure == "killed")
    relations = [r for r in dossier.comparison.relations if r.question == asked.id]
    assert len(asked.figures) == copies + 1
    assert len(relations) == copies
    assert {r.relation for r in relations} == {"repeat", "conflict"}
    assert asked.verdict == "conflict"
    assert {f for r in relations for f in (r.a, r.b)} == set(asked.figures)


def test_of_a_few_every_pair_is_listed() -> None:
    dossier = pile(5)
    asked = next(q for q in dossier.comparison.questions if q.measure == "killed")
    assert len([r for r in dossier.comparison.relations if r.question == asked.id]) == 15


def test_a_table_that_is_not_written_in_full_says_so() -> None:
    asked = pile(1).comparison
    assert list(compare.limits(asked, 1_000)) == []
    rows = list(compare.limits(asked, 1_000_000))
    assert [(i.doc, i.room, i.code) for i in rows] == [("", "compare", "silence-not-listed")] * len(rows)
    assert rows[0].detail.startswith("gaps: 1 questions of several figures by 1000000 reports")


def test_what_is_kept_with_a_reading_is_what_would_be_worked_out_anew(tmp_path: Path) -> None:
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(TEXT.format(n=12 + i, i="x" * i) + "He denied that 9 sailors were hurt.\n")
    found, issues = pipeline.readings([tmp_path], Options(workers=1))
    assert all(reading.traits for reading in found)
    bare = [replace(reading, traits=b"") for reading in found]
    assert pipeline.assemble(found, issues, Options()) == pipeline.assemble(bare, issues, Options())


def test_a_dossier_keeps_no_traits() -> None:
    assert not any(reading.traits for reading in pile(2).readings)
