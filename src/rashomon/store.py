"""A dossier on disk: texts, tables, the report, and the dossier itself for later commands."""

from pathlib import Path

from rashomon import codec, report
from rashomon.export import tables
from rashomon.model import Dossier

__all__ = ["load", "save"]


def save(dossier: Dossier, out: Path) -> None:
    """Write ``OUT/texts``, one JSON Lines file a table, ``dossier.msgpack`` and ``report.html``."""
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for reading in dossier.readings:
        document = reading.document
        name = document.doc if document.plain else document.doc + ".txt"
        (texts / name).write_bytes(document.text.encode())
    for table in tables.TABLES:
        (out / f"{table}.jsonl").write_bytes(b"".join(codec.lines(tables.rows(dossier, table))))
    (out / "dossier.msgpack").write_bytes(codec.pack(dossier))
    (out / "report.html").write_text(report.html(dossier), "utf-8")


def load(out: Path) -> Dossier:
    """The dossier that ``save`` wrote."""
    return codec.unpack_dossier((out / "dossier.msgpack").read_bytes())
