"""Files made to break their readers, and machines that fail under a run: one report is lost and listed, no more."""

import io
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from rashomon import ingest
from rashomon.ingest import apart
from rashomon.model import Document, Issue, Options

SENTENCE = "Police said that 12 people were killed in the town on Monday."


def read(path: Path) -> tuple[Document | None, list[Issue]]:
    items, _ = ingest.collect([path], Options())
    return ingest.read(items[0], Options())


def pdf(objects: Sequence[bytes]) -> bytes:
    parts, offsets, at = [b"%PDF-1.4\n"], [], 9
    for number, body in enumerate(objects, 1):
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        offsets.append(at)
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at))
    return b"".join(parts)


def stream(body: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(body), body)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
DRAWN = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"


def tree_in_a_circle() -> bytes:
    inner = b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 500000 >>"
    return pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >>", inner])


def page_that_draws_itself() -> bytes:
    return pdf([CATALOGUE, PAGES, DRAWN, stream(b"/X Do"), stream(b"/X Do /X Do", FORM)])


def million_objects() -> bytes:
    return pdf([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>", *[b"1"] * 600_000])  # near the limit of bytes


def word(body: str, head: str = "") -> bytes:
    spaces = "http://schemas.openxmlformats.org/"
    kinds = (
        '<Types xmlns="%spackage/2006/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        '<Relationships xmlns="%spackage/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
        'Type="%sofficeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds % spaces)
        archive.writestr("_rels/.rels", links % (spaces, spaces))
        text = f'{head}<w:document xmlns:w="{spaces}wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    return out.getvalue()


def table(text: str, deep: int) -> str:
    inside = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return "<w:tbl><w:tr><w:tc>" * deep + inside + "</w:tc></w:tr></w:tbl>" * deep


LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{LAUGHS}]>'

UNREADABLE = {
    "circle.pdf": tree_in_a_circle,
    "itself.pdf": page_that_draws_itself,
    "million.pdf": million_objects,
    "deep.docx": lambda: word(table("x", 20_000)),
    "tables.docx": lambda: word(table("x", 60)),
    "laughs.docx": lambda: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", BOMB),
    "laughs.html": lambda: (BOMB * 3 + f"<html><body><p>&j; {SENTENCE}</p></body></html>").encode(),
    "tags.html": lambda: ("<html><body>" + "<table><tr><td>" * 3_000 + SENTENCE).encode(),
    "comments.html": lambda: b"<html><body>" + b"<!--" * 200_000,
    "line.txt": lambda: (SENTENCE + " ").encode() * 1_700_000,  # a hundred megabytes in one line
    "blank.txt": lambda: b"\n" * 4_000_000 + SENTENCE.encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_is_listed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 6.0)
    (tmp_path / name).write_bytes(UNREADABLE[name]())
    document, issues = read(tmp_path / name)
    assert document is None
    assert [issue.code for issue in issues] == ["unreadable"]
    assert issues[0].detail


def test_what_cannot_be_interrupted_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 3.0)
    slow = " ".join(f'a{n}="x"' for n in range(200_000))  # each attribute is compared with all before it, in C
    (tmp_path / "a.html").write_text(f"<html><body><p {slow}>{SENTENCE}</p></body></html>")
    (tmp_path / "b.html").write_text(f"<html><body><p>{SENTENCE}</p></body></html>")
    began = time.monotonic()
    document, issues = read(tmp_path / "a.html")
    assert document is None
    assert "seconds" in issues[0].detail
    assert time.monotonic() - began < 20
    monkeypatch.setattr(apart, "SECONDS", 60.0)
    after, _ = read(tmp_path / "b.html")  # by a new helper
    assert after is not None
    assert SENTENCE in after.text


def test_nested_tables_keep_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(table("12 killed", 3)))
    document, _ = read(tmp_path / "a.docx")
    assert document is not None
    assert document.text == "12 killed\n"


def test_each_thread_has_a_helper_of_its_own(tmp_path: Path) -> None:
    found: dict[int, str] = {}

    def one(number: int) -> None:
        page = f"<html><body><p>{SENTENCE} It was report {number}.</p></body></html>".encode()
        found[number] = apart.read("html", page).text

    threads = [threading.Thread(target=one, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"report {number}." in found[number] for number in range(3))


def run(*arguments: str | Path, cwd: Path, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    def bound() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit or resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    command = [sys.executable, "-P", "-m", "rashomon", *map(str, arguments)]
    prepare = bound if limit else None
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, preexec_fn=prepare, check=False, timeout=120
    )


def test_nothing_is_imported_from_the_folder_of_the_reports(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{SENTENCE}</p></body></html>")
    for name in ("json", "docx", "trafilatura"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the pile')\n")
    done = run("read", "a.html", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert SENTENCE in next((tmp_path / "out" / "texts").iterdir()).read_text()


def test_links_to_folders_are_listed_and_manifests_stay_below_theirs(tmp_path: Path) -> None:
    pile, other = tmp_path / "pile", tmp_path / "other"
    pile.mkdir()
    other.mkdir()
    (other / "secret.txt").write_text(SENTENCE)
    (pile / "a.txt").write_text(SENTENCE)
    (pile / "folder").symlink_to(other)
    (pile / "circle").symlink_to(pile)
    (pile / "link.md").symlink_to(other / "secret.txt")
    (pile / "rows.jsonl").write_text(
        '{"path": "link.md"}\n{"path": "folder/secret.txt"}\n{"path": "x/../../other/secret.txt"}'
    )
    items, issues = ingest.collect([pile], Options())
    assert [item.doc for item in items] == ["a.txt", "link.md"]  # the user's own link in the user's own folder
    assert sorted(issue.code for issue in issues) == ["bad-row"] * 3 + ["unsupported"] * 2


def test_a_report_that_vanished_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    items, _ = ingest.collect([tmp_path], Options())
    (tmp_path / "a.txt").unlink()
    document, issues = ingest.read(items[0], Options())
    assert document is None
    assert issues[0].detail == "No such file or directory"


@pytest.mark.skipif(sys.platform != "linux", reason="limits and read-only folders as Linux has them")
def test_a_disk_that_fills_up_leaves_the_earlier_dossier(tmp_path: Path) -> None:
    pile, out = tmp_path / "pile", tmp_path / "out"
    pile.mkdir()
    (pile / "a.txt").write_text(SENTENCE)
    assert run("read", pile, "--out", out, cwd=tmp_path).returncode == 0
    before = {p: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    (pile / "b.txt").write_text(SENTENCE + " Others said 14.")
    done = run(
        "read", pile, "--out", out, cwd=tmp_path, limit=40_000
    )  # no file beyond so many bytes: report.html fails
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert "None" not in done.stderr
    assert {p: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "pile"]


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs a file system that takes no folders")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    done = run("read", "a.txt", "--out", "/proc/self/out", cwd=tmp_path)
    assert done.returncode != 0
    assert done.stderr.startswith("rashomon: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks for processes in /proc")
def test_the_helper_ends_with_its_parent(tmp_path: Path) -> None:
    code = (
        "from rashomon.ingest import apart\n"
        f"apart.read('html', b'<html><body><p>{SENTENCE}</p></body></html>')\n"
        "print(apart._mine.helper.process.pid, flush=True)\nimport time; time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    helper = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while running(helper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not running(helper)


def running(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
