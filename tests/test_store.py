"""A dossier on disk stays whole: killed runs, full disks, two runs at once, foreign files."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rashomon
from rashomon import codec, pipeline, report, store
from rashomon.model import Dossier, Issue

REPORTS = {
    "a.txt": "Fire in the market\n\nAt least 12 people were killed in the fire, police said on Monday.\n",
    "b.txt": "Пожар на рынке\n\nПри пожаре погибли 14 человек, сообщили в полиции.\n",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_same_input_same_bytes_whatever_the_order(pile: Path, tmp_path: Path) -> None:
    files = sorted(pile.iterdir())
    rashomon.read(files, tmp_path / "one")
    rashomon.read(files[::-1], tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_unchanged_reports_are_not_read_again(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    rashomon.read(pile, out)
    read: list[str] = []
    original = pipeline._with_traits

    def counted(document, options):  # type: ignore[no-untyped-def]
        read.append(document.doc)
        return original(document, options)

    monkeypatch.setattr(pipeline, "_with_traits", counted)
    (pile / "c.txt").write_text("Six people were hurt, the mayor said.\n")
    rashomon.read(pile, out)
    assert read == ["c.txt"]
    (pile / "c.txt").unlink()
    rashomon.read(pile, out)
    assert read == ["c.txt"]
    rashomon.read(pile, tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_what_load_gives_is_what_was_read(pile: Path, tmp_path: Path) -> None:
    dossier = rashomon.read(pile, tmp_path / "out")
    assert rashomon.load(tmp_path / "out") == dossier


@pytest.mark.parametrize("count", [0, 3, 20, 70_000])
def test_a_dossier_packed_part_by_part_is_the_same(count: int) -> None:
    issues = tuple(Issue(doc=f"{i}.txt", room="ingest", code="empty", detail="") for i in range(count))
    dossier = Dossier(issues=issues, ui="pl")
    assert b"".join(codec.pack_dossier(dossier)) == codec.pack(dossier)


def test_foreign_files_stay(pile: Path, tmp_path: Path) -> None:
    rashomon.read(pile, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    rashomon.read(pile, tmp_path / "out")
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_no_dossier_is_left_alone(pile: Path) -> None:
    before = contents(pile)
    with pytest.raises(FileExistsError, match="not a dossier"):
        rashomon.read(pile, pile)
    assert contents(pile) == before


def test_a_full_disk_leaves_the_earlier_dossier(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    rashomon.read(pile, out)
    before = contents(out)

    def full(dossier: Dossier) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(report, "html", full)
    with pytest.raises(OSError, match="No space"):
        rashomon.read(pile, out)
    assert contents(out) == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_two_runs_on_one_folder(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with store.writing(out) as partial:
        store.save(Dossier(), partial)
        code = (
            "import sys, pathlib\nfrom rashomon import store\n"
            "try:\n    with store.writing(pathlib.Path(sys.argv[1])): pass\n"
            "except store.Busy as error: print(error)"
        )
        shown = subprocess.run([sys.executable, "-c", code, str(out)], capture_output=True, text=True, check=True)
    assert "another run" in shown.stdout
    assert store.load(out) == Dossier()


KILLED = """
import sys, time, pathlib
from rashomon import api, report
report.html = lambda dossier: (pathlib.Path(sys.argv[3]).touch(), time.sleep(60))[1]
api.read([sys.argv[1]], sys.argv[2])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the one-step exchange of folders is Linux's")
def test_killed_in_the_middle(pile: Path, tmp_path: Path) -> None:
    out, flag = tmp_path / "out", tmp_path / "flag"
    rashomon.read(pile, out)
    before = contents(out)
    (pile / "c.txt").write_text("Six people were hurt, the mayor said.\n")
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(pile), str(out), str(flag)])
    deadline = time.monotonic() + 60
    while not flag.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert flag.exists()
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert contents(out) == before
    rashomon.read(pile, out)
    assert "c.txt" in {p.name for p in (out / "texts").iterdir()}
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_torn_file_of_readings_is_read_anew(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    rashomon.read(pile, out)
    whole = contents(out)
    readings = out / store.READINGS
    readings.write_bytes(readings.read_bytes()[:-7])
    rashomon.read(pile, out)
    assert contents(out) == whole
