"""What the packs' cases cannot say of times: laws that hold for any text, and generated data."""

import datetime
import itertools
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import times
from rashomon.annotate.times.grammar import Grammar
from rashomon.annotate.times.makes import MAKES
from rashomon.annotate.times.slots import READERS
from rashomon.lang import available, load
from rashomon.lang.schema.times import Times
from rashomon.model import Document, Time

ROOT = Path(__file__).parents[1]
CLDR = ROOT / "src" / "rashomon" / "lang" / "_cldr"
LANGUAGES = ("en", "es", "it", "pl", "ru", "uk")
PIECES = {
    "en": [
        "on",
        "5",
        "May",
        "2019",
        ",",
        "yesterday",
        "last",
        "week",
        "20:00",
        "the",
        "same",
        "day",
        "’82",
        ".",
        "from",
        "to",
    ],
    "uk": [
        "п'ятого",
        "5",
        "травня",
        "2019",
        ",",
        "вчора",
        "минулого",
        "тижня",
        "20:00",
        "того",
        "ж",
        "дня",
        ".",
        "з",
        "по",
        "п’ятницю",
    ],
    "es": [
        "el",
        "5",
        "de",
        "mayo",
        "2019",
        ",",
        "ayer",
        "semana",
        "pasada",
        "20:00",
        "mañana",
        "mismo",
        "día",
        ".",
        "del",
        "al",
    ],
    "it": [
        "il",
        "5",
        "maggio",
        "2019",
        ",",
        "ieri",
        "settimana",
        "scorsa",
        "20:00",
        "stesso",
        "giorno",
        "’82",
        ".",
        "dal",
        "al",
    ],
    "pl": [
        "5",
        "maja",
        "2019",
        "r.",
        ",",
        "wczoraj",
        "zeszłym",
        "tygodniu",
        "godz.",
        "20:00",
        "tego",
        "samego",
        "dnia",
        "od",
        "do",
    ],
    "ru": [
        "5",
        "мая",
        "2019",
        "года",
        ",",
        "вчера",
        "прошлой",
        "неделе",
        "20:00",
        "в",
        "тот",
        "же",
        "день",
        "с",
        "по",
        ".",
    ],
}


def read(text: str, language: str, published: str | None = None) -> list[Time]:
    view = segment.segment(Document(doc="t", text=text, language=language, published=published))
    return times.find(view)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), published=st.sampled_from([None, "2019-06-14", "2020-01-03"]))
@settings(max_examples=60, deadline=None)
def test_spans_slice_and_do_not_overlap(language: str, data: st.DataObject, published: str | None) -> None:
    words = data.draw(st.lists(st.sampled_from(PIECES[language]), min_size=1, max_size=25))
    text = data.draw(st.sampled_from([" ", "  ", "\n"])).join(words)
    found = read(text, language, published)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(m.value is None or "X" not in m.value[:4] or m.value[3] == "X" for m in found)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="0123456789 .,:/-–'’()\nмаяmayjanговw", max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read(language: str, text: str) -> None:
    for mention in read(text, language, "2019-06-14"):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_a_year_in_digits_and_words(language: str) -> None:
    months = _months(language)
    day = datetime.date(2020, 1, 1)
    while day.year == 2020:
        written = f"{months[day.month]} {day.day}, 2020" if language == "en" else f"{day.day} {months[day.month]} 2020"
        assert [m.value for m in read(written, language)] == [day.isoformat()]
        assert [m.value for m in read(day.isoformat(), language)] == [day.isoformat()]
        day += datetime.timedelta(days=1)


def _months(language: str) -> dict[int, str]:
    from babel import Locale

    return dict(Locale.parse(language).months["format"]["wide"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_shifting_the_text_shifts_the_spans(language: str) -> None:
    text = " ".join(PIECES[language])
    plain, moved = read(text, language), read("\n\n " + text, language)
    assert [(m.start + 3, m.end + 3, m.value) for m in plain] == [(m.start, m.end, m.value) for m in moved]


@pytest.mark.parametrize("text", ["31 июня 2019 года", "31.06.2019", "45 мая"])
def test_impossible_days_are_no_days(text: str) -> None:
    assert all(m.value is None or len(m.value) < 10 for m in read(text, "ru"))


def test_values_say_why() -> None:
    (mention,) = read("The ferry sank three days ago.", "en", "2019-06-14")
    assert mention.anchor == "published"
    assert mention.why
    assert mention.rule == "en.time.offset.ago"


def test_a_date_told_as_past_most_of_a_year_ahead_is_a_slip() -> None:
    (mention,) = read("The ferry sank on 28 December 2019.", "en", "2019-01-03")
    assert (mention.value, mention.meant) == ("2019-12-28", "2018-12-28")


def test_two_dates_of_the_old_year_in_january_are_slips() -> None:
    text = "On 4 January 2018 the port was closed. On 5 January 2018 it was stormed."
    assert [m.meant for m in read(text, "en", "2019-01-06")] == ["2019-01-04", "2019-01-05"]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 January 2018 the port was closed.",  # one date alone may well be a year old
        "On 4 January 2018 the port was closed. On 5 January 2018, a year ago, it was stormed.",
        "On 4 January 2018 the port was closed. On 5 January 2018 it was stormed. In 2018 it burned.",
        "On 4 January 2018 the port was closed. On 9 March 2018 it was stormed.",
    ],
)
def test_what_may_be_meant_is_no_slip(text: str) -> None:
    assert all(m.meant is None for m in read(text, "en", "2019-01-06"))


@pytest.mark.parametrize("language", available())
def test_lexicons_are_complete(language: str) -> None:
    """A pack names every unit, season, side and the days around today."""
    data = load(language).read(Times)
    assert data.lexicon.keys() >= {"unit", "season", "side", "part", "num", "vague", "yesterday", "today", "tomorrow"}
    assert data.lexicon["unit"].keys() >= {"day", "week", "month", "quarter", "year", "decade", "century", "weekend"}
    assert data.lexicon["season"].keys() == {"21", "22", "23", "24"}
    assert data.lexicon["side"].keys() == {"-1", "0", "1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_names_are_current(language: str) -> None:
    """tools/make_cldr.py gives what is committed."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import make_cldr
    finally:
        sys.path.pop(0)
    assert make_cldr.render(language) == (CLDR / f"times-{language}.toml").read_text("utf-8")


@pytest.mark.parametrize("language", available())
def test_every_slot_of_a_pattern_can_be_filled(language: str) -> None:
    known = load(language).build(Grammar).lexical | READERS.keys()
    rules = load(language).read(Times).rules
    asked = {(rule.id, slot) for rule in rules for p in rule.patterns for slot in re.findall(r"<([^>]+)>", p)}
    assert not sorted((rule, slot) for rule, slot in asked if slot not in known)


@pytest.mark.parametrize("language", available())
def test_rule_names_are_known_makers(language: str) -> None:
    assert {rule.make for rule in load(language).read(Times).rules} <= MAKES.keys()
