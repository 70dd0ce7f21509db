"""Sentences cover the tokens in order; line ends and abbreviations are read as people read them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Document
from rashomon.segment import segment

TEXTS = st.text(
    alphabet=st.sampled_from("aB я.Ж!?…«»\"“”'’-–—\n\r\t 12,:;()é\u0301\u00ad\u200b\U0001f525ﬁ"), max_size=120
)


def sentences(text: str, language: str = "en") -> list[str]:
    view = segment(Document(doc="x", text=text, language=language))
    return [" ".join(text[s.start : s.end].split()) for s in view.sentences]


@given(TEXTS)
def test_sentences_are_ordered_disjoint_and_cover(text: str) -> None:
    view = segment(Document(doc="x", text=text, language="en"))
    covered = [i for s in view.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(view.tokens)))
    for before, after in pairwise(view.sentences):
        assert before.end <= after.start
    for token in view.tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert text[token.start : token.end].strip()


@given(TEXTS, st.integers(0, 5))
def test_a_prefix_shifts_spans(text: str, k: int) -> None:
    plain = segment(Document(doc="x", text=text, language="en"))
    moved = segment(Document(doc="x", text="\n" * k + text, language="en"))
    assert [(t.start + k, t.end + k) for t in plain.tokens] == [(t.start, t.end) for t in moved.tokens]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mr. Hill met Gen. J. Dole at 5 p.m. on Monday.| |The U.S. envoy left."),
        ("en", "It cost 3.5 million.| |Nobody paid.| |“Why?” he asked."),
        ("en", "It began at 9 a.m. EST Tuesday.| |It ended at 5 p.m. Monday, and they left."),
        ("en", "Six are dead.|The mayor wept."),
        ("ru", "В 2019 г. Совет собрался вновь.| |Он заседал в г. Орле на ул. Мира."),
        ("ru", "«Уходите!» — крикнул он.| |А. С. Ветров ушёл."),
        ("ru", "Погибли 5 тыс. человек и т. д.| |Это много."),
        ("pl", "Zginęło ok. 30 osób, m.in. gen. Wilk.| |Było to 3 maja 2020 r. Policja milczy."),
        ("it", "Il sig. Neri e l'avv. Bruni sono qui, ecc.| |Tutti tacciono."),
        ("it", "È finita?| |No."),
    ],
)
def test_ends(language: str, text: str) -> None:
    wanted = [part for part in text.split("|") if part.strip()]
    if "2020 r. Policja" in text:  # a year mark before a capital ends its sentence
        wanted = [*wanted[:-1], "Było to 3 maja 2020 r.", "Policja milczy."]
    assert sentences(text.replace("|", ""), language) == wanted


DATELINES = [
    ("en", "LISBON, May 4 (Agency) -|Three people drowned."),
    ("en", "ST. LOUIS, Feb. 7 (Agency) —|“We ran,” she said."),
    ("en", "LISBON (Agency) -|Three people drowned."),
    ("en", "LISBON —|Three people drowned."),
    ("ru", "ЛИССАБОН, 4 мая –|Утонули трое.|Ищут ещё двоих."),
    ("pl", "Lizbona (PAP) –|Utonęły trzy osoby."),
    ("it", "(Agenzia) - LISBONA, 4 MAG - Tre persone sono annegate."),
    ("it", "(AGI) - LISBONA, 4 MAG -|Tre persone sono annegate."),
    ("en", "NATO - Russia talks began on Monday."),
    ("en", "Anna Berg (Greens) - Three seats."),
    ("ru", "3 мая — День печати."),
    ("ru", "Лиссабон — столица страны."),
    ("pl", "– Słyszałem huk – powiedział Jan Nowak."),
    ("en", "It rained.|LISBON, May 4 - Three people drowned."),
]


@pytest.mark.parametrize(("language", "text"), DATELINES)
def test_a_dateline_stands_alone(language: str, text: str) -> None:
    assert sentences(text.replace("|", " "), language) == text.split("|")


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The  governor of the province said on Tuesday that the two\n"
        "bridges would be closed for at least a month, and that the\n"
        "army would build another one. Trains do not run for now.\n"
    )
    assert len(sentences(text)) == 2


def test_lines_that_stand_for_themselves() -> None:
    assert sentences("Floods in the north\nRivers rose overnight.\nNo one was hurt.") == [
        "Floods in the north",
        "Rivers rose overnight.",
        "No one was hurt.",
    ]


def test_a_passage_in_another_language_is_noticed() -> None:
    text = "The minister spoke in the evening and said nothing new. Nobody from the other side was there.\n\nМинистр выступил вечером и не сказал ничего нового."
    view = segment(Document(doc="x", text=text))
    assert view.document.language == "en"
    assert [s.language for s in view.sentences] == ["en", "en", "ru"]


def test_a_word_broken_at_a_line_end_is_one_token() -> None:
    view = segment(Document(doc="x", text="the govern-\nment fell", language="en"))
    assert [t.fold for t in view.tokens] == ["the", "government", "fell"]
