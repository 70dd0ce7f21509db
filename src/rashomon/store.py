"""A dossier on disk: texts, tables, the report, and what later runs reuse.

A run writes into ``.OUT.partial`` beside ``OUT`` and exchanges the two at the end in one step, so
that ``OUT`` is always a whole dossier, whatever stops the run. A partial folder left by a killed
run is cleared by the next one; one that is being written holds a lock.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from rashomon import codec, report
from rashomon.exchange import exchange, lock
from rashomon.export import tables
from rashomon.model import Dossier

__all__ = ["Busy", "Readings", "load", "save", "writing"]

MARK = "dossier.msgpack"
READINGS = "readings.bin"
Place = tuple[BinaryIO, int, int]  # file, offset, length


class Busy(RuntimeError):  # noqa: N818 - a state, told to the user as such
    """Another run is writing to this folder."""


class Readings:
    """Packed outcomes of the last run (read) and of this one (written): a `pipeline.Cache`.

    File: records of 32 bytes key, 8 bytes little-endian length, and the outcome, in order of key,
    so that a run that took over readings writes the same bytes as one that read everything anew.
    """

    def __init__(self, old: Path, new: Path) -> None:
        self._old: BinaryIO | None = open(old, "rb") if old.is_file() else None  # noqa: SIM115 - closed in __exit__
        self._path = new
        self._fresh: BinaryIO = open(new.with_suffix(".fresh"), "w+b")  # noqa: SIM115
        self._index = dict(self._scan())
        self._kept: dict[bytes, Place] = {}

    def _scan(self) -> Iterator[tuple[bytes, Place]]:
        if self._old is None:
            return
        size = os.fstat(self._old.fileno()).st_size
        while len(head := self._old.read(40)) == 40:
            length, at = int.from_bytes(head[32:], "little"), self._old.tell()
            if at + length > size:  # torn by an old crash: the rest is read anew
                return
            yield head[:32], (self._old, at, length)
            self._old.seek(length, os.SEEK_CUR)

    def get(self, key: str) -> bytes | None:
        place = self._index.get(bytes.fromhex(key))
        if place is None:
            return None
        self._kept[bytes.fromhex(key)] = place
        return _taken(place)

    def put(self, key: str, packed: bytes) -> None:
        at = self._fresh.seek(0, os.SEEK_END)
        self._fresh.write(packed)
        self._kept[bytes.fromhex(key)] = (self._fresh, at, len(packed))

    def __enter__(self) -> "Readings":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._write()
        finally:
            self._fresh.close()
            os.unlink(self._fresh.name)
            if self._old is not None:
                self._old.close()

    def _write(self) -> None:
        with open(self._path, "wb") as file:
            for key, place in sorted(self._kept.items(), key=lambda pair: pair[0]):
                file.write(key + place[2].to_bytes(8, "little") + _taken(place))


def _taken(place: Place) -> bytes:
    file, at, length = place
    file.seek(at)
    return file.read(length)


@contextmanager
def writing(out: Path) -> Iterator[Path]:
    """A partial folder that becomes ``out`` when the block ends well and vanishes when it does not.

    Raises `Busy` when another run writes to ``out``, FileExistsError when ``out`` holds something
    that is no dossier, OSError when the disk says no.
    """
    out = Path(os.path.abspath(out))
    if out.exists() and not (out.is_dir() and ((out / MARK).exists() or not any(out.iterdir()))):
        raise FileExistsError(f"{out} exists and is not a dossier: choose another folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.parent / f".{out.name}.partial"
    partial.mkdir(exist_ok=True)
    with lock(partial) as free:
        if not free:
            raise Busy(f"another run is writing to {out}")
        _clear(partial)
        try:
            yield partial
            _keep_foreign(out, partial)
            exchange(partial, out)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def _clear(folder: Path) -> None:
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()


def _keep_foreign(out: Path, partial: Path) -> None:
    """What the reader put beside the tables (notes, decisions) moves along."""
    ours = {f"{table}.jsonl" for table in tables.TABLES} | {"texts", MARK, READINGS, "report.html"}
    for entry in out.iterdir() if out.is_dir() else ():
        if entry.name not in ours and not (partial / entry.name).exists():
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, partial / entry.name, symlinks=True)
            else:
                shutil.copy2(entry, partial / entry.name, follow_symlinks=False)


def save(dossier: Dossier, folder: Path) -> None:
    """Write ``texts/``, one JSON Lines file a table, the packed dossier and ``report.html``."""
    taken = {reading.document.doc for reading in dossier.readings}
    for reading in dossier.readings:
        document = reading.document
        path = folder / "texts" / (document.doc if document.plain else _text_name(document.doc, taken))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.text.encode())
    (folder / "texts").mkdir(exist_ok=True)
    for table in tables.TABLES:
        with open(folder / f"{table}.jsonl", "wb") as file:
            file.writelines(codec.lines(tables.rows(dossier, table)))
    (folder / "report.html").write_bytes(report.html(dossier).encode())
    with open(folder / MARK, "wb") as packed:
        packed.writelines(codec.pack_dossier(dossier))


def _text_name(doc: str, taken: set[str]) -> str:
    """Where the extracted text of a report goes: beside "a.html.txt", that of "a.html" is "a.html.txt.txt"."""
    name = doc + ".txt"
    while name in taken:
        name += ".txt"
    taken.add(name)
    return name


def load(out: Path) -> Dossier:
    """The dossier that `save` wrote. Raises FileNotFoundError or ValueError when it is none."""
    path = Path(out) / MARK
    if not path.is_file():
        raise FileNotFoundError(f"no dossier in {out}")
    return codec.unpack_dossier(path.read_bytes())
