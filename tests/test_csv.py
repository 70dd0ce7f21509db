"""CSV for spreadsheets: whole, repeatable, and never a formula."""

import csv
import io
import zipfile

import dossier_fixture
import pytest

from rashomon.export.csv import archive, cell, table
from rashomon.export.tables import TABLES, rows


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_there(name: str) -> None:
    dossier = dossier_fixture.dossier()
    read = list(csv.DictReader(io.StringIO(table(dossier, name), newline="")))
    assert len(read) == len(list(rows(dossier, name)))


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_a_hostile_report_is_a_formula(name: str) -> None:
    for row in csv.reader(io.StringIO(table(dossier_fixture.hostile(), name), newline="")):
        assert not any(value.lstrip().startswith(("=", "+", "-", "@")) for value in row)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\uff1d1", "\r1"])
def test_formulas_are_neutralised(text: str) -> None:
    assert cell(text) == "'" + text


def test_the_archive_holds_all_tables_and_repeats_itself() -> None:
    packed = archive(dossier_fixture.dossier())
    assert packed == archive(dossier_fixture.dossier())
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == [f"{name}.csv" for name in TABLES]
        figures = opened.read("figures.csv").decode("utf-8-sig")
    assert "более 1 300" in figures
