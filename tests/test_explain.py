"""`rashomon explain`: every row has an address, and says which rule, which words, which reasons."""

import dossier_fixture
import pytest

from rashomon.explanation import addresses, explain

DOSSIER = dossier_fixture.dossier()


@pytest.mark.parametrize("identity", list(addresses(DOSSIER)))
def test_every_address_is_told(identity: str) -> None:
    told = explain(DOSSIER, identity)
    assert told.startswith(identity)
    assert told.endswith("\n")


def test_addresses_are_unique() -> None:
    every = list(addresses(DOSSIER))
    assert len(set(every)) == len(every)


def test_a_figure_with_its_words_rule_reasons_and_relations() -> None:
    told = explain(DOSSIER, "figure-53fcb8-77")
    assert "погибли [16] полицейских" in told
    assert "found by: test.figure" in told
    assert "why: measure killed: the words beside it" in told
    assert "person-henrik-valtas is Henrik Valtas" in told
    assert "conflict with figure-f9f053-69: 16 and 18 cannot both hold" in told


def test_an_entity_with_its_forms_and_evidence() -> None:
    told = explain(DOSSIER, dossier_fixture.VALTAS)
    assert "forms ru: Валтас, Хенрик Валтас" in told
    assert "why: same family name in Latin and Cyrillic letters" in told


def test_a_question_with_or_without_its_prefix() -> None:
    told = explain(DOSSIER, "question-killed-police")
    assert "verdict: conflict" in told
    assert "origin Henrik Valtas: figure-53fcb8-77, figure-f4503f-25" in told


def test_a_time_by_its_place() -> None:
    assert "meant: 2031-03-04" in explain(DOSSIER, next(a for a in addresses(DOSSIER) if a.startswith("time-f9f053-")))


def test_an_unknown_id_names_near_ones() -> None:
    with pytest.raises(KeyError, match="figure-53fcb8-77"):
        explain(DOSSIER, "figure-53fcb8-78")
    with pytest.raises(KeyError, match="no row"):
        explain(DOSSIER, "")
