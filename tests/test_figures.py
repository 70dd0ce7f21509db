"""Figures and terms: laws that no case can draw, and answers where earlier rooms found nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import figures, numbers, terms
from rashomon.lang import available, load
from rashomon.lang.schema.figures import FigureData
from rashomon.lang.schema.groups import GroupData
from rashomon.model import Document, Figure, Name, Quote, Time
from rashomon.view import View

MEASURES = set(
    "killed injured missing detained hospitalised displaced rescued deployed present damaged looted "
    "cases money share duration size other".split()
)
WHO = set(
    "all civilians security_forces participants foreign_forces children journalists officials workers things".split()
)
WORDS = {
    "en": "twelve 40 3,000 people soldiers were killed and wounded , of them children burnt houses . who not will %",
    "ru": "двое 40 3000 человек солдат погибли и ранены , из них дети сгорели дома . которые не будут %",
    "pl": "dwóch 40 3000 osób żołnierzy zginęło i rannych , z nich dzieci spłonęły domy . które nie będzie %",
    "it": "due 40 3.000 persone soldati sono morti e feriti , di loro bambini bruciate case . che non sarà %",
}


def view(text: str, language: str = "en") -> View:
    seen = segment.segment(Document(doc="a.txt", text=text, language=language))
    seen.numbers = numbers.find(seen)
    return seen


def read(text: str, language: str = "en") -> list[Figure]:
    return figures.find(view(text, language))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_spans_and_vocabulary(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(WORDS)))
    words = data.draw(st.lists(st.sampled_from(WORDS[language].split()), max_size=30))
    text = " ".join(words)
    seen = view(text, language)
    found = figures.find(seen)
    assert found == sorted(found, key=lambda f: (f.start, f.end))
    assert len({f.id for f in found}) == len(found)
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
        assert figure.sentence_start <= figure.start
        assert figure.end <= figure.sentence_end
        assert figure.measure in MEASURES
        assert figure.who in WHO
        if figure.label is not None:
            assert text[figure.label_start : figure.label_end] == figure.label
    for term in terms.find(seen):
        assert text[term.start : term.end] == term.text
        assert (term.group is None) != (term.measure is None)


def test_prefix_shifts_spans() -> None:
    sentence = "At least 12 people were killed and 40 injured."
    plain, shifted = read(sentence), read("Rain fell. " + sentence)
    assert [(f.start + 11, f.end + 11, f.measure) for f in plain] == [(f.start, f.end, f.measure) for f in shifted]


@pytest.mark.parametrize("language", available())
def test_lists_speak_the_vocabulary(language: str) -> None:
    pack = load(language)
    assert set(pack.read(GroupData).groups) <= WHO - {"things"}
    assert set(pack.read(FigureData).cues) <= MEASURES
    assert set(pack.read(FigureData).implies) <= WHO


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_language_covers_the_same_ground(language: str) -> None:
    english, mine = load("en").read(FigureData), load(language).read(FigureData)
    assert set(english.cues) == set(mine.cues)
    assert {"people", "buildings", "vehicles", "weapons", "years", "km", "percent", "money"} <= set(mine.units)
    assert set(load(language).read(GroupData).groups) == set(load("en").read(GroupData).groups)


def test_dates_and_names_are_no_figures() -> None:
    text = "On 12 May the 40 Group said 7 people died."
    seen = view(text)
    seen.times = [Time(start=3, end=9, text="12 May", value=None)]
    seen.names = [Name(start=14, end=22, text="40 Group", kind="org")]
    assert [f.text for f in figures.find(seen)] == ["7"]


def test_source_is_left_to_linking_where_a_quote_names_one() -> None:
    text = "Police said 12 people were killed. The river rose by 3 metres."
    seen = view(text)
    seen.quotes = [
        Quote(id="q", start=12, end=33, text=text[12:33], source_text="Police", source_start=0, source_end=6)
    ]
    quoted, own = figures.find(seen)
    assert (quoted.source, quoted.source_text, quoted.quote) == (None, "Police", "q")
    assert (own.source, own.quote, own.measure) == ("author", None, "size")


def test_a_denied_quote_denies_its_figures() -> None:
    text = "The mayor denied that 12 people were killed."
    seen = view(text)
    seen.quotes = [Quote(id="q", start=22, end=43, text=text[22:43], source_text="The mayor", stance="denies")]
    assert [f.status for f in figures.find(seen)] == ["denied"]


def test_reasons_name_the_words() -> None:
    (figure,) = read("The blast killed 12 people.")
    assert figure.rule == "en.figure.killed"
    assert "measure killed: «killed»" in figure.why


def test_hard_wrapped_capitals() -> None:
    text = (
        "IN THE EARLY HOURS OF THE DAY AT LEAST 12 POLICE  OFFICERS WERE KILLED\n"
        "AND 30 WERE WOUNDED WHEN A BARRACKS OUTSIDE THE PORT WAS ATTACKED BY MEN\n"
        "WHO CAME IN TWO TRUCKS, A SPOKESMAN SAID."
    )
    found = read(text)
    assert [(f.measure, f.who) for f in found[:2]] == [("killed", "security_forces"), ("injured", "security_forces")]
    assert found[2].unit == "vehicles"
