"""Names: laws of spans, lemmas, the gazetteer, finders."""

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import names
from rashomon.lang import gazetteer
from rashomon.model import Document, Name

PIECES = [
    "President Marta Lindqvist", "Gen. Dorin", "the Ministry of Defence", "Brazil", "Нью-Йорк", "NATO", "О́льга Ким",
    "«Орвандо»", "L’ONU", "(", ")", "J. K. Morrow", "said", "в", "z", "\n", ".", "US$ 5", "al-Rashid", "Ростова-на-Дону",
    "D'Amico", "&", "Ltd", "U.S.", "Lenta.ru", "Гро\u0301мов", "İ", "ß", "🙂",
]  # fmt: skip


def find(text: str, language: str, finder: str | None = None) -> list[Name]:
    return names.find(segment.segment(Document(doc="t", text=text, language=language)), finder)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["en", "ru", "pl", "it", "uk", "xx"]))
def test_spans_are_verbatim_sorted_and_disjoint(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found = find(text, language)
    assert all(text[n.start : n.end] == n.text and n.text.strip() == n.text for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.kind in ("person", "org", "place") for n in found)
    spans = {(n.start, n.end) for n in found}
    assert all(n.coref is None or n.coref in spans for n in found)
    assert all(n.expands is None or n.expands in spans for n in found)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for language in ("en", "ru", "pl"):
        assert all(text[n.start : n.end] == n.text for n in find(text, language))


@pytest.mark.parametrize(
    ("language", "text", "lemmas"),
    [
        ("ru", "Об этом сообщили Сергею Воронцову в Туле.", ["Сергей Воронцов", "Тула"]),
        ("ru", "Слова Ирины Беловой передали в Верховный суд Кении.", ["Ирина Белова", "Верховный суд Кении"]),
        ("pl", "Rozmawiano z Janem Zielińskim o Wielkiej Brytanii.", ["Jan Zieliński", "Wielka Brytania"]),
        ("pl", "Decyzja Parlamentu Europejskiego dotyczy Niemiec.", ["Parlament Europejski", "Niemcy"]),
        ("uk", "Про це повідомили Володимира Савчука в Україні.", ["Володимир Савчук", "Україна"]),
    ],
)
def test_lemmas_are_nominative(language: str, text: str, lemmas: list[str]) -> None:
    assert [n.lemma for n in find(text, language)] == lemmas


def test_an_acronym_and_its_expansion_point_at_each_other() -> None:
    long, short, again = find("The Northern Relief Committee (NRC) sent tents. The NRC left.", "en")
    assert (long.expands, short.expands) == ((short.start, short.end), (long.start, long.end))
    assert again.kind == "org"


def test_a_surname_points_at_the_full_name() -> None:
    full, short = find("Helena Varga spoke first. Then Varga left the hall.", "en")
    assert short.coref == (full.start, full.end)


def test_an_unknown_finder_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown name finder"):
        find("Text.", "en", "nobody")
    with pytest.raises(ValueError, match="spaCy"):
        find("Text.", "en", "spacy:no_such_pipeline")


def test_rules_alone_read_russian() -> None:
    assert [n.kind for n in find("Глава МИД Сергей Воронцов прибыл в Тулу.", "ru", "rules")] == [
        "org",
        "person",
        "place",
    ]


@pytest.mark.parametrize("name", ["Варшава", "Warsaw", "Warszawa", "varsavia"])
def test_a_town_has_one_id_under_all_its_names(name: str) -> None:
    assert gazetteer.lookup(name)[0].id == gazetteer.lookup("Warsaw")[0].id


def test_gazetteer_answers() -> None:
    assert gazetteer.territory("Niemcy", "pl") == gazetteer.territory("Германия", "ru") == "DE"
    assert gazetteer.label("DE", "it") == "Germania"
    assert gazetteer.lookup("Qwxyz") == gazetteer.lookup("") == ()
    town = gazetteer.lookup("Варшава")[0]
    assert (town.country, town.kind) == ("PL", "city")
    assert gazetteer.place(town.id) == town
    assert gazetteer.place("DE").kind == "country"  # type: ignore[union-attr]
    assert gazetteer.place("nowhere") is None


def test_findings_do_not_depend_on_what_was_read_before() -> None:
    first = "The mayor of Springfield, Anna Berg, met Kovacs Ltd."
    alone = json.dumps([repr(n) for n in find(first, "en")])
    find("Anna Berg sold Springfield. Kovacs is a river.", "en")
    assert json.dumps([repr(n) for n in find(first, "en")]) == alone


def test_long_rows_of_capitals_are_read_in_linear_time() -> None:
    def spent(n: int) -> float:
        text = "Alpha Beta of Gamma " * n
        began = time.perf_counter()
        find(text, "en")
        return time.perf_counter() - began

    spent(50)
    assert spent(800) < 40 * spent(100) + 0.5
