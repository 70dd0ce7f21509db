"""Numbers: what the cases cannot say - rendering and reading back, spans, other Unicode forms."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import segment
from rashomon.annotate import numbers
from rashomon.lang import load
from rashomon.lang.schema.numbers import NumbersData
from rashomon.model import Document, Number

LANGUAGES = ("ru", "en", "pl", "it", "es", "uk")
FRAMES = {
    "ru": "На площади задержали {} человек.",
    "en": "On the square {} people were detained.",
    "pl": "Na placu zatrzymano {} osób.",
    "uk": "На площі затримали {} осіб.",
    "es": "En la plaza fueron detenidas {} personas.",
    "it": "In piazza sono state fermate {} persone.",
}


def find(text: str, language: str) -> list[Number]:
    return numbers.find(segment.segment(Document(doc="n.txt", text=text, language=language)))


def only(text: str, language: str) -> Number:
    found = find(text, language)
    assert len(found) == 1, [n.text for n in found]
    return found[0]


def grouped(value: int, sign: str) -> str:
    return f"{value:,}".replace(",", sign)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.integers(2, 10**9), pick=st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_own_grouping_reads_back(language: str, value: int, pick: int) -> None:
    signs = (*load(language).data.group, "\u00a0", "\u202f", "'", "’")
    written = grouped(value, signs[pick % len(signs)])
    found = only(FRAMES[language].format(written), language)
    assert (found.text, found.low, found.high) == (written, value, value)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.integers(2, 999), part=st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_own_decimals_read_back(language: str, value: int, part: int) -> None:
    written = f"{value}{load(language).data.decimal}{part}%"
    found = only(FRAMES[language].format(written), language)
    assert (found.low, found.unit) == (Decimal(f"{value}.{part}"), "percent")


def spoken(value: int, language: str) -> str:
    """``value`` in words (2..999,999), book form, from the pack's own words."""
    words = {Decimal(k): v.split()[0] for k, v in load(language).read(NumbersData).cardinals.items()}
    rows = {"it": _italian, "en": _english, "es": _spanish}.get(language, _slavic)
    return rows(value, words, language)


def _tens(value: int, words: dict[Decimal, str], glue: str) -> str:
    if Decimal(value) in words:
        return words[Decimal(value)]
    return words[Decimal(value // 10 * 10)] + glue + words[Decimal(value % 10)]


def _english(value: int, words: dict[Decimal, str], language: str) -> str:
    if value >= 1000:
        rest = value % 1000
        joint = " and " if 0 < rest < 100 else " "
        head = _english(value // 1000, words, language) + " thousand"
        return head + joint + _english(rest, words, language) if rest else head
    if value >= 100:
        head = words[Decimal(value // 100)] + " hundred"
        return head + " and " + _tens(value % 100, words, "-") if value % 100 else head
    return _tens(value, words, "-")


def _italian(value: int, words: dict[Decimal, str], language: str) -> str:
    if value >= 1000:
        head = "mille" if value < 2000 else _italian(value // 1000, words, language) + "mila"
        return head + (_italian(value % 1000, words, language) if value % 1000 else "")
    if value >= 100:
        head = ("" if value < 200 else words[Decimal(value // 100)]) + "cento"
        return head + (_italian(value % 100, words, language) if value % 100 else "")
    if Decimal(value) in words:
        return words[Decimal(value)]
    ten = words[Decimal(value // 10 * 10)]
    return (ten[:-1] if value % 10 in (1, 8) else ten) + words[Decimal(value % 10)]


def _spanish(value: int, words: dict[Decimal, str], language: str) -> str:
    if value >= 1000:
        head = "mil" if value < 2000 else _spanish(value // 1000, words, language) + " mil"
        return head + (" " + _spanish(value % 1000, words, language) if value % 1000 else "")
    if 100 < value < 200:
        return "ciento " + _spanish(value % 100, words, language)
    if value > 100 and value % 100:
        return words[Decimal(value // 100 * 100)] + " " + _spanish(value % 100, words, language)
    return _tens(value, words, " y ")


def _slavic(value: int, words: dict[Decimal, str], language: str) -> str:
    thousand = {"ru": "тысяч", "pl": "tysięcy", "uk": "тисяч"}[language]
    if value >= 1000:
        head = _slavic(value // 1000, words, language) + " " + thousand
        return head + " " + _slavic(value % 1000, words, language) if value % 1000 else head
    parts = [value // 100 * 100, value % 100]
    if Decimal(parts[1]) not in words:
        parts[1:] = [parts[1] // 10 * 10, parts[1] % 10]
    return " ".join(words[Decimal(p)] for p in parts if p)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.integers(2, 999_999))
@settings(max_examples=150, deadline=None)
def test_words_read_back(language: str, value: int) -> None:
    written = spoken(value, language)
    found = only(FRAMES[language].format(written), language)
    assert (found.text, found.low, found.high) == (written, value, value)


def _forms(table: dict[str, str]) -> list[tuple[str, Decimal]]:
    return [(word, Decimal(value)) for value, row in table.items() for word in row.split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_word(language: str) -> None:
    """Each inflected form in a pack is read with its value."""
    data = load(language).read(NumbersData)
    skip = {*data.one, *data.compound_only}
    for word, value in _forms(data.cardinals):
        if word not in skip and value > 0:
            assert find(f"... {word} ...", language)[0].low == value, word


TEXTS = {
    "ru": "Более 1 300 человек, двадцать шесть ранены; от 10 до 15 тысяч, около 5%.",
    "en": "More than 1,300 people, twenty-six wounded; between 10 and 15 thousand, about 5%.",
    "uk": "Понад 1 300 осіб, двадцять шість поранено; від 10 до 15 тисяч, близько п’ятдесяти, 5%.",
    "pl": "Ponad 1 300 osób, dwudziestu sześciu rannych; od 10 do 15 tysięcy, około pięćdziesięciu, 5%.",
    "es": "Más de 1.300 personas, veintitrés heridos; entre 10 y 15 mil, cerca del 5%, la mitad de los votos.",
    "it": "Più di 1.300 persone, ventitré feriti; tra 10 e 15 mila, circa il 5%, perché metà dei voti.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_and_decomposed_alike(language: str) -> None:
    text = TEXTS[language]
    other = unicodedata.normalize("NFD", text)
    one, two = find(text, language), find(other, language)
    assert [(n.low, n.high, n.approx, n.unit) for n in one] == [(n.low, n.high, n.approx, n.unit) for n in two]
    assert len(one) >= 4
    assert all(other[n.start : n.end] == n.text for n in two)


@pytest.mark.parametrize("language", LANGUAGES)
@given(k=st.integers(0, 40))
@settings(max_examples=15, deadline=None)
def test_a_prefix_shifts_spans(language: str, k: int) -> None:
    text = TEXTS[language]
    moved = find(" " * k + text, language)
    assert [(n.start - k, n.end - k, n.low, n.high) for n in moved] == [
        (n.start, n.end, n.low, n.high) for n in find(text, language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="0123456789 .,'-–%$€:/()+абвyoe\n\u00a0", max_size=40))
@settings(max_examples=120, deadline=None)
def test_spans_hold_for_any_text(language: str, text: str) -> None:
    end = 0
    for number in find(text, language):
        assert end <= number.start <= number.core_start < number.core_end <= number.end
        assert text[number.start : number.end] == number.text
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end
