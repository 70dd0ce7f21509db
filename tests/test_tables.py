"""The public tables carry what the contract lists, under its names, and every row slices to its words."""

import json

import dossier_fixture
import pytest

from rashomon import codec
from rashomon.export import tables

CONTRACT = {
    "documents": "doc language published published_from title publisher url sha256 chars",
    "figures": "id doc start end text low high approx unit measure who label where when source source_text status "
    "quote sentence_start sentence_end",
    "quotes": "id doc start end text source source_text source_start source_end cue kind stance",
    "times": "doc start end text value meant",
    "names": "doc start end text kind entity",
    "entities": "id kind label aliases languages documents",
    "events": "id doc start end text type date where actors source status",
    "citations": "doc start end text kind entity",
    "questions": "id asks measure who unit where figures verdict low high origins documents",
    "sources": "origin via doc how figures quotes",
    "wording": "about doc text lemma gloss count spans",
    "gaps": "question doc state",
    "issues": "doc room code detail",
}


def read(table: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in codec.lines(tables.rows(dossier_fixture.dossier(), table))]


@pytest.mark.parametrize("table", CONTRACT)
def test_every_field_of_the_contract_is_there(table: str) -> None:
    rows = read(table)
    assert rows, table
    for row in rows:
        assert set(CONTRACT[table].split()) <= set(row)


@pytest.mark.parametrize("table", ["figures", "quotes", "times", "names", "events", "citations"])
def test_every_row_slices_to_its_text(table: str) -> None:
    texts = {reading.document.doc: reading.document.text for reading in dossier_fixture.dossier().readings}
    for row in read(table):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("table", tables.TABLES)
def test_no_inner_reference_leaves_the_house(table: str) -> None:
    assert not any(name.endswith(("_ref", "_refs")) for row in read(table) for name in row)


@pytest.mark.parametrize("table", ["figures", "quotes", "times", "names", "events", "citations"])
def test_every_mention_has_an_address(table: str) -> None:
    identities = [row["id"] for row in read(table)]
    assert all(identities)
    assert len(set(identities)) == len(identities)


def test_an_unknown_table_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match="figures"):
        list(tables.rows(dossier_fixture.dossier(), "nonsense"))
