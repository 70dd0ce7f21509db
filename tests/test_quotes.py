"""Quotes: what the cases cannot say - references, marks of every habit, span laws, speed of long speeches."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import citations, quotes
from rashomon.annotate.quotes.marks import find_marked
from rashomon.lang.schema.quotes import QuotesData
from rashomon.model import Document, Name, Quote
from rashomon.view import View

LANGUAGES = ("ru", "en", "pl", "it", "es")


def view_of(text: str, language: str, names: tuple[tuple[str, str], ...] = ()) -> View:
    view = segment.segment(Document(doc="q.txt", text=text, language=language))
    for form, kind in names:
        at = -1
        while (at := text.find(form, at + 1)) >= 0:
            view.names.append(Name(start=at, end=at + len(form), text=form, kind=kind))
    view.names.sort(key=lambda n: (n.start, n.end))
    view.citations = citations.find(view)
    return view


def find(text: str, language: str, names: tuple[tuple[str, str], ...] = ()) -> list[Quote]:
    return quotes.find(view_of(text, language, names))


def referred(text: str, quote: Quote) -> str | None:
    return text[slice(*quote.source_ref)] if quote.source_ref else None


MARKS = [
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("„", '"'),
    ("“", "”"),
    ('"', '"'),
    ("''", "''"),
    ("»", "«"),
    ("”", "”"),
]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_marks_of_every_habit(opening: str, closing: str) -> None:
    text = f"{opening}The harvest is lost,{closing} the farmer said."
    assert [q.text for q in find(text, "en")] == ["The harvest is lost"]


def test_nested_marks_are_one_passage() -> None:
    text = 'Капитан сообщил: "Судно "Заря" стоит на рейде".'
    assert [q.text for q in find(text, "ru")] == ['Судно "Заря" стоит на рейде']


def test_an_opening_mark_that_is_never_closed_swallows_nothing() -> None:
    text = "“The harvest is lost, the farmer said.\n\nThe road is closed.\n\nThe bridge is open.\n\nThe sea is calm."
    assert all(q.end < text.index("The road") for q in find(text, "en"))


def test_speech_reopened_at_a_paragraph_is_one_quote() -> None:
    text = "“We will hold the bridge.\n\n“Nobody crosses tonight,” the colonel said."
    found = find(text, "en")
    assert [q.text for q in found] == ["We will hold the bridge.\n\n“Nobody crosses tonight"]


def test_apostrophes_are_no_marks() -> None:
    assert find_marked(view_of("The farmers' union didn't strike, it's said.", "en")) == []


PILE = (("Anna Kovar", "person"), ("Mark Dunn", "person"), ("Kovar", "person"))


def test_a_pronoun_stands_for_the_last_speaker_of_its_gender() -> None:
    text = "Anna Kovar said the dam was safe. Mark Dunn was silent. She added that the road was open."
    found = find(text, "en", PILE[:2])
    assert [referred(text, q) for q in found] == ["Anna Kovar", "Anna Kovar"]


def test_a_speaker_left_unsaid_is_the_last_one() -> None:
    text = "Anna Kovar oświadczyła, że tama jest bezpieczna. Dodała, że droga jest otwarta."
    found = find(text, "pl", PILE[:1])
    assert [(q.source_text, referred(text, q)) for q in found] == [("Anna Kovar", "Anna Kovar"), (None, "Anna Kovar")]


def test_an_unknown_source_stays_unknown() -> None:
    text = "Er zijn geen namen. It was reported that the airport had reopened."
    found = find("It was reported that the airport had reopened.", "en")
    assert text
    assert [(q.source_text, q.source_ref, q.source) for q in found] == [(None, None, None)]


def test_an_outlet_that_passes_words_on_is_via() -> None:
    text = "Shots were heard in the port, Reuters reported, citing the interior ministry."
    (quote,) = find(text, "en", (("Reuters", "org"),))
    assert quote.source_text == "the interior ministry"
    assert [text[a:b] for a, b in quote.via] == ["Reuters"]


def test_ids_differ_and_do_not_depend_on_other_documents() -> None:
    text = "Police said the road was closed. Police said the bridge was open."
    found = find(text, "en")
    assert len({q.id for q in found}) == len(found) == 2
    assert all(q.id == find(text, "en")[i].id for i, q in enumerate(found))


PIECES = {
    "ru": [
        "заявил",
        "Петров",
        ",",
        "что",
        "«",
        "»",
        "—",
        "город",
        "взяли",
        ".",
        "\n\n",
        "по словам",
        "он",
        ":",
        '"',
        "(",
        ")",
        "МЧС",
    ],
    "en": [
        "said",
        "Smith",
        ",",
        "that",
        "“",
        "”",
        '"',
        "the city",
        "fell",
        ".",
        "\n\n",
        "according to",
        "he",
        ":",
        "'",
        "(",
        ")",
    ],
    "pl": [
        "powiedział",
        "Nowak",
        ",",
        "że",
        "„",
        "”",
        "–",
        "miasto",
        "padło",
        ".",
        "\n\n",
        "według",
        "on",
        ":",
        '"',
        "(",
        ")",
    ],
    "es": [
        "ha dicho",
        "dijo",
        "Torres",
        ",",
        "que",
        "«",
        "»",
        "—",
        "la ciudad",
        "ha caído",
        ".",
        "\n\n",
        "según",
        "él",
        ":",
        '"',
    ],
    "it": [
        "ha detto",
        "Rossi",
        ",",
        "che",
        "«",
        "»",
        "–",
        "la città",
        "è caduta",
        ".",
        "\n\n",
        "secondo",
        "lui",
        ":",
        '"',
        "l'",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_spans_hold_whatever_the_text(language: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=40)))
    found = find(text, language)
    assert found == sorted(found, key=lambda q: (q.start, q.end))
    for quote in found:
        assert quote.text == text[quote.start : quote.end]
        assert quote.text == quote.text.strip()
        assert quote.text
        if quote.source_start is not None:
            assert quote.source_text == text[quote.source_start : quote.source_end]
        if quote.cue_start is not None:
            assert quote.cue == text[quote.cue_start : quote.cue_end]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_knows_enough_cues(language: str) -> None:
    """Each stance has words, and there are enough of them to be a lexicon."""
    from rashomon.lang import load

    data = load(language).read(QuotesData)
    assert sum(len(row.words) for row in data.cues) > 250
    assert {row.stance for row in data.cues} == {"asserts", "denies", "doubts", "demands", "accuses", "predicts"}


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    text = "Anna Kovar said the dam was safe. Mark Dunn came on Monday. He said the road was closed."
    assert [referred(text, q) for q in find(text, "en", PILE[:2])] == ["Anna Kovar", "Mark Dunn"]


def test_nobody_new_and_no_plural_stands_for_a_name() -> None:
    text = "President Anna Kovar spoke. A president said no. The presidents said yes to all. They said so to us."
    assert {referred(text, q) for q in find(text, "en", PILE[:1])} == {None}


def test_a_title_of_the_same_office_stands_for_its_holder() -> None:
    text = "Президент Норвегии Павел Громов прилетел. Глава Норвегии заявил, что угрозы нет."
    names = (("Норвегии", "place"), ("Павел Громов", "person"))
    assert [referred(text, q) for q in find(text, "ru", names)] == ["Павел Громов"]
    other = text.replace("Глава Норвегии", "Глава Исландии")
    assert [referred(other, q) for q in find(other, "ru", (*names, ("Исландии", "place")))] == [None]


def test_somebody_of_a_body_is_not_the_body() -> None:
    text = "A Volna correspondent said the port was closed. The Volna agency said the port was open."
    assert [referred(text, q) for q in find(text, "en", (("Volna", "org"),))] == [None, "Volna"]
