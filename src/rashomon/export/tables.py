"""The tables of the contract: one JSON Lines file each."""

from collections.abc import Iterator
from typing import Any

from rashomon.model import Document, Dossier, Record

__all__ = ["TABLES", "rows"]

TABLES = ("documents", "figures", "quotes", "times", "names", "entities", "events", "citations", "questions",
          "relations", "sources", "wording", "gaps", "timeline", "disputes", "issues")  # fmt: skip


def rows(dossier: Dossier, table: str) -> Iterator[Record | dict[str, Any]]:
    """The rows of one table, in a fixed order."""
    if table == "documents":
        yield from (_document(reading.document) for reading in dossier.readings)
    elif table in ("figures", "quotes", "times", "names", "events", "citations"):
        for reading in dossier.readings:
            yield from getattr(reading, table)
    elif table in ("entities", "issues"):
        yield from getattr(dossier, table)
    else:
        yield from getattr(dossier.comparison, table)


def _document(document: Document) -> dict[str, Any]:
    return {
        "doc": document.doc,
        "language": document.language,
        "published": document.published,
        "published_from": document.published_from,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "side": document.side,
        "sha256": document.sha256,
        "chars": len(document.text),
        "plain": document.plain,
    }
