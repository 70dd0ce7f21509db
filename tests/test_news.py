"""The Russian name model run here gives what slovnet gives."""

from pathlib import Path

import numpy as np
import pytest

from rashomon.annotate.names import atoms, news
from rashomon.lang.lines import SortedLines

TEXTS = (
    "Премьер-министр Норвегии Ингрид Далсен прибыла в Нижний Новгород на встречу с главой ПАО «Волжские верфи».",
    "Как сообщила газета «Утро», 1,5 млн кв. м жилья сдали в 2014/15 годах (см. http://stroy-gorod.ru)...",
    "Слово за слово — и О. И. Петренко уехал в Ростов-на-Дону?!  А из США—ни строчки: :) -7 °C, 20_30, Δx.",
    "Х",
    "",
)


def test_words_are_razdel_s() -> None:
    tokenize = pytest.importorskip("razdel").tokenize
    for text in TEXTS:
        assert atoms.words(text) == [(token.start, token.stop) for token in tokenize(text)]


def test_names_are_slovnet_s() -> None:
    slovnet, navec = pytest.importorskip("slovnet"), pytest.importorskip("navec")
    data = Path(pytest.importorskip("natasha").__file__).parent / "data"
    theirs = slovnet.NER.load(data / news.MODEL)
    theirs.navec(navec.Navec.load(data / news.VECTORS))
    for text in TEXTS[:-1]:
        assert news.names(text) == [(span.start, span.stop, span.type) for span in theirs(text).spans]
    assert news.names("") == []


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 8, 31, 64])
def test_the_likeliest_row_of_tags(size: int) -> None:
    random = np.random.default_rng(size)
    transitions, emissions = random.normal(size=(4, 4)), random.normal(size=(size, 4))
    score, history = emissions[0], []
    for word in emissions[1:]:
        ways = score[:, None] + transitions + word
        history.append(ways.argmax(0))
        score = ways.max(0)
    tags = [int(score.argmax())]
    for before in reversed(history):
        tags.append(int(before[tags[-1]]))
    assert news.best(transitions, emissions).tolist() == tags[::-1]


def test_lines_are_found_and_numbered() -> None:
    names = sorted({f"name{n * 7919 % 10_000}".encode() for n in range(3_000)})
    words = SortedLines(b"\n".join(names))
    rows = SortedLines(b"\n".join(name + b"\tof " + name for name in names), b"\t")
    assert [words.number(name) for name in names] == list(range(len(names)))
    assert all(rows.rest(name) == b"of " + name for name in names)
    for name in (b"", b"a", b"name", b"name9999999", b"z"):
        assert words.number(name) is None
        assert rows.rest(name) is None
