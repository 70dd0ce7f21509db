"""Events: spans, references and types that hold for any text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import pipeline, segment
from rashomon.annotate import events
from rashomon.lang import available, load
from rashomon.lang.schema.events import EventData
from rashomon.model import Document, Event

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT DISASTER ACCIDENT OTHER".split()
)
REPORTS = {
    "ru": "5 мая в Велгораде начались митинги. Полиция задержала 40 человек. Мэр Иван Петров ушёл в отставку.",
    "en": "On 5 May protests broke out in Velgrad. Police detained 40 people. Mayor John Smith resigned.",
    "pl": "5 maja w Welgradzie wybuchły protesty. Policja zatrzymała 40 osób. Burmistrz Jan Nowak podał się do dymisji.",
    "it": "Il 5 maggio a Velgrado sono scoppiate proteste. La polizia ha arrestato 40 persone. Il sindaco si è dimesso.",
}


def find(text: str, language: str) -> list[Event]:
    return events.find(segment.segment(Document(doc="e.txt", text=text, language=language)))


@pytest.mark.parametrize("language", available())
def test_every_type_has_triggers(language: str) -> None:
    rows = load(language).read(EventData).happenings
    assert {row.type for row in rows} - {"HARM", "DEATH", "BLAST", "COLLAPSE", "NONE"} == TYPES
    assert any(row.nouns for row in rows)


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_a_small_report(language: str) -> None:
    found = find(REPORTS[language], language)
    assert [e.type for e in found] == ["PROTEST", "COERCE", "CONCEDE"]


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_references_point_at_mentions(language: str) -> None:
    reading = pipeline.read_document(
        Document(doc="e.txt", text=REPORTS[language], language=language, published="2022-05-07")
    )
    names = {(n.start, n.end) for n in reading.names}
    times = {(t.start, t.end) for t in reading.times}
    assert reading.events
    for event in reading.events:
        assert event.type in TYPES
        assert event.status in ("asserted", "alleged", "denied", "planned")
        assert event.when_ref is None or event.when_ref in times
        assert event.where_ref is None or event.where_ref in names
        assert set(event.actor_refs) <= names
    assert reading.events[0].date == "2022-05-05"


@pytest.mark.parametrize("language", sorted(REPORTS))
@given(k=st.integers(0, 30))
@settings(max_examples=10, deadline=None)
def test_a_prefix_shifts_spans(language: str, k: int) -> None:
    text = REPORTS[language]
    assert [(e.start - k, e.end - k, e.type) for e in find(" " * k + text, language)] == [
        (e.start, e.end, e.type) for e in find(text, language)
    ]


@pytest.mark.parametrize("language", sorted(REPORTS))
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_spans_hold_for_any_order_of_words(language: str, data: st.DataObject) -> None:
    words = REPORTS[language].split()
    text = " ".join(data.draw(st.lists(st.sampled_from([*words, "-", "\n\n", "не", "not", "’"]), max_size=40)))
    found = find(text, language)
    assert len({e.id for e in found}) == len(found)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    assert all(text[e.start : e.end] == e.text and e.text for e in found)
