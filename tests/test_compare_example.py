"""The example pile, end to end: every relation between figures occurs in it and is typed right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import api
from rashomon.model import Dossier, Figure, Question

PILE = Path(__file__).parents[1] / "examples" / "pile"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return api.read(PILE, workers=1)


def figures(dossier: Dossier) -> Iterator[Figure]:
    return (figure for reading in dossier.readings for figure in reading.figures)


def short(dossier: Dossier) -> dict[str, str]:
    """Figure id -> "01 7": the report's number and the value."""
    return {f.id: f"{f.doc[:2]} {f.low if f.low is not None else f.high}" for f in figures(dossier)}


def question(dossier: Dossier, measure: str, who: str) -> Question:
    found = [q for q in dossier.comparison.questions if (q.measure, q.who) == (measure, who) and len(q.figures) > 1]
    assert len(found) == 1, [q.id for q in found]
    return found[0]


def relations(dossier: Dossier, of: Question) -> set[tuple[str, str, str]]:
    names = short(dossier)
    rows = [r for r in dossier.comparison.relations if r.question == of.id]
    return {(*sorted((names[r.a], names[r.b])), r.relation) for r in rows}


def test_every_relation_occurs(dossier: Dossier) -> None:
    expected = {"equal", "compatible", "update", "subset", "other_category", "repeat", "retraction", "conflict"}
    assert {r.relation for r in dossier.comparison.relations} == expected


def test_the_dead(dossier: Dossier) -> None:
    """Seven by the minister on the first day, taken back later; eleven by the union; nine by the hospital."""
    asked = question(dossier, "killed", "all")
    assert asked.verdict == "conflict"
    found = relations(dossier, asked)
    assert ("01 7", "02 7", "repeat") in found
    assert ("01 7", "03 11", "conflict") in found
    assert ("02 7", "03 11", "conflict") in found
    assert ("01 7", "04 9", "update") in found
    assert ("01 7", "05 5", "retraction") in found
    assert ("02 7", "05 5", "retraction") in found
    assert ("05 5", "05 7", "retraction") in found
    assert ("03 11", "08 11", "repeat") in found
    assert ("04 9", "05 5", "conflict") in found


def test_the_dead_go_back_to_three_origins(dossier: Dossier) -> None:
    asked = question(dossier, "killed", "all")
    documents = sorted(tuple(doc[:2] for doc in origin.documents) for origin in asked.origins)
    assert documents == [("01", "02", "05"), ("03", "08"), ("04",)]


def test_the_detained(dossier: Dossier) -> None:
    asked = question(dossier, "detained", "all")
    assert asked.verdict == "update"
    assert relations(dossier, asked) == {
        ("01 300", "02 340", "compatible"),
        ("01 300", "08 460", "compatible"),
        ("02 340", "08 460", "update"),
    }


def test_the_injured(dossier: Dossier) -> None:
    """Policemen and soldiers are two categories, and both are part of the security forces."""
    asked = question(dossier, "injured", "security_forces")
    assert asked.verdict == "compatible"
    assert relations(dossier, asked) == {
        ("01 43", "04 51", "subset"),
        ("01 43", "06 8", "other_category"),
        ("04 51", "06 8", "subset"),
    }


def test_the_shops(dossier: Dossier) -> None:
    asked = question(dossier, "looted", "things")
    assert asked.verdict == "agree"
    assert {r for *_, r in relations(dossier, asked)} == {"equal"}


def test_the_silence(dossier: Dossier) -> None:
    """One report tells of windows and trams, and not of the dead."""
    asked = question(dossier, "killed", "all")
    states = {g.doc[:2]: g.state for g in dossier.comparison.gaps if g.question == asked.id}
    assert states["07"] == "silent"
    assert states["06"] == "mentions"
    assert states["02"] == states["08"] == "repeats"
    assert states["01"] == states["03"] == states["04"] == states["05"] == "gives"


def test_the_accusation_is_rejected(dossier: Dossier) -> None:
    quotes = {q.id: q for reading in dossier.readings for q in reading.quotes}
    pairs = [{quotes[i].doc[:2] for i in d.items} for d in dossier.comparison.disputes if d.kind == "rejected"]
    assert {"03", "08"} in pairs


def test_the_wording(dossier: Dossier) -> None:
    """The same people, as each report calls them; the program does not choose."""
    words = {(w.doc[:2], w.lemma) for w in dossier.comparison.wording if w.about == "participants"}
    assert {("01", "rioters"), ("02", "demonstrant"), ("07", "vandali")} <= words


def test_no_other_conflict(dossier: Dossier) -> None:
    assert [q.measure for q in dossier.comparison.questions if q.verdict == "conflict"] == ["killed"]


@pytest.mark.parametrize("left_out", range(8))
def test_a_report_less_changes_only_what_it_touches(dossier: Dossier, left_out: int) -> None:
    """Relations between figures of the other reports stay as they were."""
    from rashomon import compare, link
    from rashomon.model import Options

    readings = [r for i, r in enumerate(dossier.readings) if i != left_out]
    linked = link.link(readings, Options())
    kept = {f.id for r in linked.readings for f in r.figures}
    now = {frozenset((r.a, r.b)): r.relation for r in compare.compare(linked, Options()).relations}
    before = {frozenset((r.a, r.b)): r.relation for r in dossier.comparison.relations if r.a in kept and r.b in kept}
    assert now == before
