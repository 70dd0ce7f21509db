"""Citations: what the cases cannot say - references, links, span laws."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import citations
from rashomon.model import Citation, Document, Name
from rashomon.view import View

LANGUAGES = ("ru", "en", "pl", "it", "es", "uk")


def view_of(text: str, language: str) -> View:
    return segment.segment(Document(doc="c.txt", text=text, language=language))


def find(text: str, language: str) -> list[Citation]:
    return citations.find(view_of(text, language))


def test_a_citation_refers_to_the_name_at_its_words() -> None:
    view = view_of("The port is closed, Reuters reported.", "en")
    at = view.text.index("Reuters")
    view.names = [Name(start=at, end=at + 7, text="Reuters", kind="org")]
    assert [c.ref for c in citations.find(view)] == [(at, at + 7)]


@pytest.mark.parametrize("sign", [".", ",", ")", "”", "»", "!", ""])
def test_a_link_ends_before_punctuation(sign: str) -> None:
    assert [c.text for c in find(f"See https://example.org/a?b=1{sign}", "en")] == ["https://example.org/a?b=1"]


def test_links_without_a_space_between_them_are_two() -> None:
    found = find("https://example.org/1https://example.org/1", "it")
    assert [(c.text, c.kind) for c in found] == [("https://example.org/1", "link")] * 2


def test_without_names_world_agencies_are_still_found() -> None:
    assert [c.text for c in find("Порт закрыт, сообщает Интерфакс.", "ru")] == ["Интерфакс"]


PIECES = [
    "Reuters",
    "СМИ",
    "сообщили",
    "said",
    "media",
    "https://a.example/x",
    "telegram",
    "Telegram",
    "канал",
    ".",
    ",",
    "report",
    "of",
    "raport",
    "ANSA",
    "x.ru",
    "газета",
    "according to",
    "secondo",
    "\n\n",
    "@",
    "il",
    "rapporto",
    "di",
]


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=60, deadline=None)
def test_spans_hold_whatever_the_text(language: str, words: list[str]) -> None:
    text = " ".join(words)
    found = find(text, language)
    assert all(c.text == text[c.start : c.end] and c.text for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {c.kind for c in found} <= {"outlet", "social", "link", "document"}
