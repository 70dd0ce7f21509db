"""Laws that hold for every reading of any text, however odd (style.md, section 6)."""

import json
import unicodedata

import pytest
from cases import collect
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import codec, pipeline
from rashomon.lang import available
from rashomon.model import Document, Reading

ROOMS = ("numbers", "times", "names", "quotes", "figures", "events", "citations", "terms")
SENTENCES = {code: [c.text for c in collect() if c.language == code and c.reason is None] for code in available()}
NOISE = [
    "",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "🔥",
    "«",
    "»",
    '"',
    "(",
    ")",
    "—",
    "-\n",
    "12",
    "9" * 60,
    "%",
    "\u0301",
    "İ",
    "ﬁ",
    "\r\n",
]
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def texts(code: str) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(SENTENCES[code] or ["x"]), st.sampled_from(NOISE), st.text(max_size=8))
    return st.lists(piece, min_size=1, max_size=6).map(" ".join)


def read(text: str, code: str, published: str | None = "2021-03-04") -> Reading:
    text = text.encode("utf-8", "replace").decode()
    return pipeline.read_document(Document(doc="d", text=text, language=code, published=published))


@pytest.mark.parametrize("code", available())
@SLOW
@given(data=st.data())
def test_every_span_slices_to_its_text(code: str, data: st.DataObject) -> None:
    reading = read(data.draw(texts(code)), code)
    text = reading.document.text
    for room in ROOMS:
        rows = getattr(reading, room)
        assert [(m.start, m.end) for m in rows] == sorted((m.start, m.end) for m in rows), room
        for mention in rows:
            assert 0 <= mention.start < mention.end <= len(text), room
            assert mention.text == text[mention.start : mention.end], room
            assert mention.text.strip() == mention.text, room
    for quote in reading.quotes:
        for start, end, shown in (
            (quote.source_start, quote.source_end, quote.source_text),
            (quote.cue_start, quote.cue_end, None),
        ):
            assert (start is None) == (end is None)
            if start is not None and shown is not None:
                assert text[start:end] == shown
    for figure in reading.figures:
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        if figure.label_start is not None:
            assert text[figure.label_start : figure.label_end] == figure.label


@pytest.mark.parametrize("code", available())
@SLOW
@given(data=st.data())
def test_references_point_at_mentions(code: str, data: st.DataObject) -> None:
    reading = read(data.draw(texts(code)), code)
    names = {(n.start, n.end) for n in reading.names}
    times = {(t.start, t.end) for t in reading.times}
    for row in (*reading.figures, *reading.events):
        assert row.when_ref is None or row.when_ref in times
        assert row.where_ref is None or row.where_ref in names
    for row in (*reading.figures, *reading.quotes, *reading.events):
        assert row.source_ref is None or row.source_ref in names


@pytest.mark.parametrize("code", available())
@SLOW
@given(data=st.data(), k=st.integers(1, 4))
def test_blank_lines_before_a_text_shift_its_spans(code: str, data: st.DataObject, k: int) -> None:
    text = data.draw(st.sampled_from(SENTENCES[code] or ["x"]))
    plain, moved = read(text, code), read("\n" * k + text, code)
    for room in ROOMS:
        assert [(m.start + k, m.end + k) for m in getattr(plain, room)] == [
            (m.start, m.end) for m in getattr(moved, room)
        ], room


@pytest.mark.parametrize("code", available())
def test_composed_and_decomposed_letters_give_the_same_figures(code: str) -> None:
    for text in SENTENCES[code][:150]:
        composed = read(unicodedata.normalize("NFC", text), code)
        decomposed = read(unicodedata.normalize("NFD", text), code)
        assert [(f.low, f.high, f.measure, f.who) for f in composed.figures] == [
            (f.low, f.high, f.measure, f.who) for f in decomposed.figures
        ], text


@pytest.mark.parametrize("code", available())
def test_readings_survive_the_codec(code: str) -> None:
    reading = read("\n".join(SENTENCES[code][:40]), code)
    assert codec.unpack(codec.pack(reading), Reading) == reading
    assert codec.pack(reading) == codec.pack(read("\n".join(SENTENCES[code][:40]), code))
    for row in reading.figures:
        assert json.loads(codec.line(row))["start"] == row.start
