"""Inputs as they come: formats, encodings, manifests, names, and what is hostile."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import ingest
from rashomon.ingest import formats, published
from rashomon.ingest.decode import decode
from rashomon.ingest.naming import safe
from rashomon.model import Document, Issue, Item, Options

PARAGRAPH = "The river rose by two metres overnight, and 340 people left their homes in the lower town."
RUSSIAN = "Ночью вода поднялась на два метра, и 340 человек покинули свои дома в нижнем городе."
POLISH = "W nocy woda podniosła się o dwa metry i 340 osób opuściło swoje domy w dolnym mieście, później wróciło ich sześćdziesięciu."


def read(path: Path, options: Options | None = None) -> tuple[Document | None, list[Issue]]:
    options = options or Options()
    items, issues = ingest.collect([path], options)
    assert len(items) == 1, issues
    return ingest.read(items[0], options)


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def docx(paragraphs: list[str]) -> bytes:
    import docx as library

    document = library.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "injured", "48"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso-8859-5", "utf-16", "utf-8"])
def test_russian_encodings(tmp_path: Path, encoding: str) -> None:
    document, _ = read(write(tmp_path, "a.txt", RUSSIAN.encode(encoding)))
    assert document is not None
    assert document.text == RUSSIAN
    assert document.plain == (encoding == "utf-8")


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2", "utf-8-sig"])
def test_polish_encodings(tmp_path: Path, encoding: str) -> None:
    document, _ = read(write(tmp_path, "a.txt", POLISH.encode(encoding)))
    assert document is not None
    assert document.text.lstrip("\ufeff") == POLISH


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_bytes_decode(data: bytes) -> None:
    found = decode(data)
    found.text.encode()
    if found.exact:
        assert found.text.encode() == data


@given(st.text(max_size=300))
def test_names_are_safe_and_stay_apart(name: str) -> None:
    clean = safe(name)
    assert "/" not in clean
    assert clean not in ("", ".", "..")
    assert len(clean.encode()) <= 255
    assert safe(name + "x") != clean


def test_html(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html lang='en'><head><title>Flood in the lower town</title>"
        "<meta property='article:published_time' content='2021-03-04T08:00:00Z'><meta property='og:site_name' content='The Gauge'>"
        f"</head><body><nav>Home</nav><article><h1>Flood in the lower town</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH[:60]} again.</p>"
        "<ul><li>12 bridges closed</li></ul></article><script>alert(1)</script></body></html>"
    )
    document, _ = read(write(tmp_path, "a.html", page))
    assert document is not None
    assert PARAGRAPH in document.text
    assert "12 bridges" in document.text
    assert "alert" not in document.text
    assert (document.published, document.published_from) == ("2021-03-04", "metadata")
    assert document.publisher == "The Gauge"
    assert not document.plain


def test_docx(tmp_path: Path) -> None:
    document, _ = read(write(tmp_path, "a.docx", docx([PARAGRAPH])))
    assert document is not None
    assert PARAGRAPH in document.text
    assert "injured | 48" in document.text


def test_markdown_front_matter(tmp_path: Path) -> None:
    text = f"---\ntitle: Flood\ndate: 2020-02-03\npublisher: Town Post\n---\n\n{PARAGRAPH}\n"
    document, _ = read(write(tmp_path, "a.md", text))
    assert document is not None
    assert document.text == text
    assert (document.title, document.published, document.publisher) == ("Flood", "2020-02-03", "Town Post")


def test_manifest_rows(tmp_path: Path) -> None:
    write(tmp_path, "one.txt", PARAGRAPH)
    rows = [
        {"doc": "a", "text": PARAGRAPH, "published": "2020-01-02", "side": "north"},
        {"path": "one.txt", "publisher": "Town Post"},
        {"path": "../outside.txt"},
        {"doc": "nothing"},
        ["no"],
    ]
    lines = (
        "\n".join(json.dumps(row) for row in rows) + "\n{broken\n" + '{"doc": "s", "text": "lone \\ud800 surrogate"}\n'
    )
    manifest = write(tmp_path, "pile.jsonl", lines)
    (tmp_path.parent / "outside.txt").write_text("secret")
    items, issues = ingest.collect([tmp_path], Options())
    assert [item.doc for item in items] == ["a", "one.txt", "s"]
    assert items[1].publisher == "Town Post"
    assert [issue.code for issue in issues] == ["bad-row"] * 4
    document, _ = ingest.read(items[0], Options())
    assert document is not None
    assert (document.published, document.published_from, document.side) == ("2020-01-02", "metadata", "north")
    assert len(ingest.collect([manifest], Options(anywhere=True))[0]) == 4


def test_csv_manifest(tmp_path: Path) -> None:
    manifest = write(tmp_path, "pile.csv", f'doc;text;language\na;"{PARAGRAPH}";en\n')
    items, issues = ingest.collect([manifest], Options())
    assert not issues
    assert (items[0].doc, items[0].text, items[0].language) == ("a", PARAGRAPH, "en")


def test_same_names_are_told_apart_by_folder_in_any_order(tmp_path: Path) -> None:
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "report.txt", PARAGRAPH + name)
    both = [tmp_path / "north", tmp_path / "south"]
    names = [item.doc for item in ingest.collect(both, Options())[0]]
    assert names == ["north/report.txt", "south/report.txt"]
    assert [item.doc for item in ingest.collect(both[::-1], Options())[0]] == names


def test_what_has_no_reader_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PARAGRAPH)
    write(tmp_path, "picture.png", b"\x89PNG")
    items, issues = ingest.collect([tmp_path], Options())
    assert [item.doc for item in items] == ["a.txt"]
    assert [(issue.doc, issue.code) for issue in issues] == [("picture.png", "unsupported")]


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file"):
        ingest.collect([tmp_path / "none"], Options())


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 50_000_000)
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    body = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("zip-bomb.docx", bomb()),
        ("entities.docx", entities()),
        ("not-a.docx", b"PK\x03\x04 nothing"),
        ("not-a.pdf", b"%PDF-1.4 nothing"),
        ("binary.txt", b"\0\1\2" * 500),
        ("empty.txt", b"  \n"),
        ("deep.html", b"<div>" * 20_000 + b"x"),
        ("empty.html", b"<html><body></body></html>"),
    ],
)
def test_hostile_input_is_an_issue(tmp_path: Path, name: str, data: bytes) -> None:
    document, issues = read(write(tmp_path, name, data))
    assert document is None
    assert {issue.code for issue in issues} <= {"unreadable", "empty", "encoding"}
    assert issues


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST", 50)
    document, issues = read(write(tmp_path, "a.txt", PARAGRAPH))
    assert document is None
    assert "limit" in issues[0].detail


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    document, issues = ingest.read(Item(doc="pipe.txt", path=str(path)), Options())
    assert document is None
    assert issues[0].detail == "not a regular file"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Flood\n4 March 2021\n\nThe river rose.", "2021-03-04"),
        ("Flood\nPublished: March 4, 2021 08:15\nThe river rose.", "2021-03-04"),
        ("Паводок\n04.03.2021, 12:40\nВода поднялась.", "2021-03-04"),
        ("Паводок\n4 марта 2021 года\nВода поднялась.", "2021-03-04"),
        ("Powódź\nOpublikowano 4 marca 2021\nWoda.", "2021-03-04"),
        ("Piena\nPubblicato il 4 marzo 2021 alle 9.30\nAcqua.", "2021-03-04"),
        ("Flood\nThe river rose on 4 March 2021.\nIt fell.", None),
        ("Flood\n03/04/2021\nThe river rose.", None),
        ("Flood\n99.99.2021\nThe river rose.", None),
    ],
)
def test_date_lines(text: str, date: str | None) -> None:
    assert published.from_text(text) == date


def test_options_come_before_metadata(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\ndate: 2020-02-03\n---\n{PARAGRAPH}\n")
    document, _ = read(path, Options(published="2021-05-06", language="en", side="south"))
    assert document is not None
    assert (document.published, document.published_from, document.side) == ("2021-05-06", "option", "south")


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF with a text layer, written by hand."""
    body = "BT /F1 12 Tf 50 700 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(body)} >>\nstream\n{body}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def test_pdf(tmp_path: Path) -> None:
    document, _ = read(
        write(tmp_path, "a.pdf", pdf(["The river rose by two metres", "and 340 people left their homes."]))
    )
    assert document is not None
    assert "340 people left their homes." in document.text
    assert not document.plain
