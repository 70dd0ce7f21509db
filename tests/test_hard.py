"""Input that once broke a reading, and texts whose reading must not take more than linear time."""

import os
import time
from pathlib import Path

import pytest

from rashomon import api, pipeline
from rashomon.model import Document

REPORT = "Police said on Wednesday that 12 people were killed and 34 injured in Windham, mayor John Smith said. "
ODD = {
    "endless-digits": "7" * 50_000,  # Python reads no more than 4300 digits of an integer
    "endless-decimals": "3," + "7" * 9_000 + " people were killed.",
    "before-year-one": "On Wednesday and last week 12 people were killed.",  # published in the year 1
    "after-year-9999": "Next Wednesday and next year 12 people will be moved.",
    "no-sentence-end": REPORT.replace(".", "") * 60,  # bids over a whole page: cubic time
    "opening-marks": "«" * 3_000,
    "brackets": "(" * 1_000 + "12 killed" + ")" * 1_000,
}


@pytest.mark.parametrize("published", ["0001-01-01", "2021-03-04", "9999-12-31"])
@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_are_read(text: str, published: str) -> None:
    reading = pipeline.read_document(Document(doc="d", text=text, language="en", published=published))
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.text


def test_a_sentence_without_end_is_cut_and_said_to_be() -> None:
    reading = pipeline.read_document(Document(doc="d", text=ODD["no-sentence-end"], language="en"))
    assert [issue.code for issue in reading.issues if issue.room == "segment"] == ["long-sentence"]
    assert max(s.last - s.first for s in reading.sentences) <= 250


GROWING = {
    "one-line": REPORT.replace(".", ""),
    "commas": "a, ",
    "marks": "« ",
    "names": "John Smith, ",
    "digits": "7",
    "cues": "said that ",
    "links": "https://www.example.org/a/b ",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING.keys())
def test_time_grows_with_length_only(piece: str) -> None:
    size = 8_000 // len(piece)
    pipeline.read_document(Document(doc="d", text=piece, language="en"))
    spent = []
    for times in (1, 4):
        began = time.process_time()
        pipeline.read_document(Document(doc="d", text=piece * size * times, language="en"))
        spent.append(time.process_time() - began)
    assert spent[1] < 9 * max(spent[0], 0.3)  # quadratic would be 16


def test_hostile_names_and_rows_are_read_or_listed(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "new\nline.txt").write_text(REPORT)
    (pile / "rtl\u202eabc.txt").write_text(REPORT)
    (pile / ("a" * 246 + ".txt")).write_text(REPORT)
    with open(os.fsencode(pile) + b"/bad\xff.txt", "wb") as file:  # a name that is no UTF-8
        file.write(REPORT.encode())
    os.mkfifo(pile / "pipe.txt")  # opening it would wait for ever
    rows = ['{"doc": "same", "text": "12 died."}', '{"doc": "same/inner", "text": "12 died."}']  # a folder of the other
    rows += [
        '{"path": "\\ud800"}',
        '{"path": "a\\u0000b"}',
        '{"path": "' + "a" * 5000 + '"}',
        '{"title": "\\ud83d", "text": "x y"}',
    ]
    (pile / "rows.jsonl").write_text("\n".join(rows))
    (pile / "rows.csv").write_bytes(b"doc,text\nq,one\rbare,two\n")  # a lone carriage return
    dossier = api.read(pile, tmp_path / "out", engine="serial")
    assert len(dossier.readings) == 9
    assert {issue.code for issue in dossier.issues} == {
        "unreadable",
        "bad-row",
        "no-language-pack",
    }  # "x y": too short to tell
    assert (tmp_path / "out" / "report.html").is_file()


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing to read"):
        api.read(tmp_path, tmp_path / "out")


def test_a_pile_with_one_unreadable_file_gives_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 no")
    dossier = api.read(tmp_path / "a.pdf", tmp_path / "out")
    assert [issue.code for issue in dossier.issues] == ["unreadable"]
    assert "a.pdf" in api.show(dossier)
