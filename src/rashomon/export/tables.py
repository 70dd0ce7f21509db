"""The tables of the contract: one JSON Lines file each."""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model import Document, Dossier, Record
from rashomon.text import mention_id

__all__ = ["TABLES", "rows"]

TABLES = ("documents", "figures", "quotes", "times", "names", "entities", "events", "citations", "questions",
          "relations", "sources", "wording", "gaps", "timeline", "disputes", "issues")  # fmt: skip
_MENTIONS = ("figures", "quotes", "times", "names", "events", "citations")
_PLACED = {"times": "time", "names": "name", "citations": "citation"}  # tables whose records carry no id
# References between mentions of one report: resolved by the time a dossier is written.
_INNER = frozenset({"source_ref", "where_ref", "when_ref", "actor_refs", "ref", "coref", "expands", "via", "partial"})


def rows(dossier: Dossier, table: str) -> Iterator[Record | dict[str, Any]]:
    """The rows of one table, in a fixed order; KeyError where there is no such table."""
    if table not in TABLES:
        raise KeyError(f"no table {table!r}; there are {', '.join(TABLES)}")
    if table == "documents":
        yield from (_document(reading.document) for reading in dossier.readings)
    elif table in _MENTIONS:
        for reading in dossier.readings:
            yield from _mentions(table, reading.document.doc, getattr(reading, table))
    elif table in ("entities", "issues"):
        yield from getattr(dossier, table)
    else:
        yield from getattr(dossier.comparison, table)


def _mentions(table: str, doc: str, mentions: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Mentions without what only the rooms need; every row has an ``id`` and its ``doc``."""
    kind = _PLACED.get(table)
    for mention in mentions:
        row = {name: getattr(mention, name) for name in mention.__struct_fields__ if name not in _INNER}
        row["doc"] = row["doc"] or doc
        if kind:
            row["id"] = mention_id(kind, doc, row["start"])
        yield row


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
