"""What `rashomon show` prints: order, width, languages, no codes on a pipe."""

import dossier_fixture
import pytest

from rashomon import report
from rashomon.model import Dossier
from rashomon.report.terminal import columns, fit


@pytest.mark.parametrize("ui", ["en", "ru", "pl", "it"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(ui: str, width: int) -> None:
    text = report.terminal(dossier_fixture.dossier(ui), width)
    assert max(columns(line) for line in text.splitlines()) <= width


def test_no_colour_codes_unless_asked_for() -> None:
    assert "\x1b" not in report.terminal(dossier_fixture.dossier())
    assert "\x1b[31;1m" in report.terminal(dossier_fixture.dossier(), colour=True)


def test_most_disputed_first_with_bounds_source_and_date() -> None:
    lines = report.terminal(dossier_fixture.dossier()).splitlines()
    assert lines[0] == "4 reports · en 1, it 1, pl 1, ru 1 · Port Meridon, Valdoria · 4–11 Mar 2031"
    first = next(i for i, line in enumerate(lines) if line.startswith("1 "))
    assert lines[first].endswith("in conflict")
    assert "at least 12" in lines[first + 1]
    assert "Coastal News Agency" in lines[first + 1]
    assert "published 5 Mar 2031" in lines[first + 1]
    assert "↳ Henrik Valtas" in lines[first + 3]
    assert any(line.strip() == "Silent on this: gazzetta, kurier" for line in lines)
    assert any("scan.pdf: empty" in line for line in lines)


def test_in_the_readers_language() -> None:
    text = report.terminal(dossier_fixture.dossier("ru"))
    assert "4 сообщения" in text
    assert "не менее 12" in text


def test_a_report_cannot_steer_the_terminal() -> None:
    text = report.terminal(dossier_fixture.hostile())
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_empty_dossier_says_so() -> None:
    assert "No question" in report.terminal(Dossier())


@pytest.mark.parametrize("text", ["abc", "абвгдежз", "中文中文中文", "e\u0301e\u0301e\u0301"])
def test_fit_is_exact(text: str) -> None:
    assert columns(fit(text, 5)) == 5
