"""The report page as a string: what it holds, what it never holds, in four languages."""

import json
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import dossier_fixture
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import report
from rashomon.model import Dossier, Issue, replace
from rashomon.report.page.data import stored, units
from rashomon.report.pile import Pile, clean
from rashomon.report.shown import shown

MILLION = 1_000_000


class Elements(HTMLParser):
    """Start tags with their attributes, script contents, and the text of elements by class."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script":
            self.scripts[-1] += data


def parsed(dossier: Dossier) -> Elements:
    elements = Elements()
    elements.feed(report.html(dossier))
    return elements


@pytest.mark.parametrize("ui", ["en", "ru", "pl", "it"])
def test_small_and_whole(ui: str) -> None:
    page = report.html(dossier_fixture.dossier(ui))
    assert len(page.encode()) < MILLION
    assert f'<html lang="{ui}" dir="ltr">' in page
    assert "How many members of the security forces were killed?" in page


@pytest.mark.parametrize("dossier", [dossier_fixture.dossier(), dossier_fixture.hostile(), Dossier()], ids=str)
def test_strict_by_its_own_policy(dossier: Dossier) -> None:
    elements = parsed(dossier)
    policy = next(a["content"] for t, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag, attributes in elements.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        assert tag not in {"img", "iframe", "link", "base", "object", "embed"}, tag
        assert not str(attributes.get("href", "#")).lower().startswith(("javascript:", "data:")), attributes
        assert "src" not in attributes
    assert [a.get("type") for t, a in elements.tags if t == "script"] == [None, "application/json", None]


def test_only_web_addresses_become_links() -> None:
    links = [a for t, a in parsed(dossier_fixture.dossier()).tags if t == "a" and not str(a["href"]).startswith("#")]
    assert [a["href"] for a in links] == ["https://herald.example/clashes"]
    assert "noreferrer" in str(links[0]["rel"])


def test_the_data_object_holds_no_markup() -> None:
    data = parsed(dossier_fixture.hostile()).scripts[1]
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data)["docs"][0]["doc"] == "<img src=x onerror=window.fired=1>.txt"


def test_the_same_dossier_gives_the_same_page() -> None:
    assert report.html(dossier_fixture.dossier()) == report.html(dossier_fixture.dossier())


def test_an_empty_dossier_has_a_page() -> None:
    assert "No question is answered by more than one figure." in report.html(Dossier())


def test_every_text_stands_in_the_page_without_script() -> None:
    page = report.html(dossier_fixture.dossier())
    assert "Комендантский час продлится 14 дней." in page
    assert "«الحرية للميناء»" in page
    assert 'lang="ru" dir="auto"' in page


def test_questions_come_most_disputed_first() -> None:
    verdicts = [q.verdict for q in Pile(dossier_fixture.dossier()).questions]
    assert verdicts == ["conflict", "update", "compatible", "compatible", "agree", "single"]


def test_short_names_tell_reports_apart() -> None:
    pile = Pile(dossier_fixture.dossier())
    assert sorted(pile.short.values()) == ["gazzetta", "herald", "kurier", "vestnik"]


@given(st.text())
def test_offsets_count_as_the_script_does(text: str) -> None:
    at = units(text)
    for place in range(len(text) + 1):
        assert at(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text())
def test_a_stored_text_keeps_its_length(text: str) -> None:
    assert len(stored(text)) == len(text)


@given(st.text())
def test_clean_text_cannot_steer_a_terminal(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", clean(text))


def test_catalogues_are_complete() -> None:
    import sys

    sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
    import catalogues

    assert len(catalogues.messages()) > 200
    assert {language: catalogues.missing(language) for language in catalogues.LANGUAGES} == {
        "it": [],
        "pl": [],
        "ru": [],
    }


def test_catalogues_keep_the_fields() -> None:
    """A translation names exactly the {fields} of its message."""
    import catalogues

    field = re.compile(r"\{\w+\}")
    for language in catalogues.LANGUAGES:
        for message in catalogues.updated(language):
            forms = (message.string,) if isinstance(message.string, str) else message.string
            wanted = set(field.findall(str(message.id[0] if isinstance(message.id, tuple) else message.id)))
            for form in forms if message.id else ():
                assert set(field.findall(form)) == wanted, (language, form)


def test_a_pile_too_large_for_a_page_is_cut_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = dossier_fixture.dossier()
    part = shown(dossier, most=1)
    assert shown(dossier, most=len(dossier.readings)) is dossier
    assert len(part.readings) == 1
    figures = {f.id for r in part.readings for f in r.figures}
    assert all(question.figures and figures.issuperset(question.figures) for question in part.comparison.questions)
    assert 'role="note"' not in report.html(dossier)
    monkeypatch.setattr(import_module("rashomon.report.page.assemble"), "shown", lambda whole: shown(whole, most=1))
    page = report.html(dossier)
    assert "This page shows 1 report:" in page
    gone = len(dossier.comparison.questions) - len(part.comparison.questions)
    assert f"{gone} question" in page
    assert "only the other reports answer" in page
    assert "verdict and interval are those of all reports" in page
    assert f"{len(dossier.readings)} reports of one event" in page


def test_silence_that_is_not_listed_is_said() -> None:
    dossier = dossier_fixture.dossier()
    told = Issue(doc="", room="compare", code="silence-not-listed", detail="gaps: 400 questions by 600 reports")
    page = report.html(replace(dossier, issues=(*dossier.issues, told)))
    assert "an empty cell says nothing" in page
    assert "gaps: 400 questions" in page
    assert shown(replace(dossier, issues=(told,)), most=1).issues == (told,)
