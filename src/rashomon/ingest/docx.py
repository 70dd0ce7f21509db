"""DOCX: paragraphs and tables in order, by python-docx, after checking the archive."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from rashomon.ingest.formats import Extract, UnreadableError

LARGEST = 200_000_000  # bytes unpacked
DEEPEST = 50  # tables inside each other
RATIO = 400  # unpacked to packed


def read(data: bytes) -> Extract:
    """Text of the body. Raises UnreadableError for archives that unpack to too much, or are none."""
    import docx
    from lxml.etree import XMLSyntaxError

    _check(data)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document))
    except (XMLSyntaxError, KeyError, ValueError, RecursionError, zipfile.BadZipFile) as error:
        raise UnreadableError(f"not a readable DOCX ({type(error).__name__})") from error
    if not text.strip():
        raise UnreadableError("no text in this document")
    core = document.core_properties
    published = core.created.date().isoformat() if core.created and core.created.year > 2013 else None
    return Extract(
        text=text.strip() + "\n", title=(core.title or "").strip() or None, published=None, notes=_note(published)
    )


def _note(created: str | None) -> tuple[tuple[str, str], ...]:
    """A file's date of creation is no date of publication: it is told, not used."""
    return (("created", f"the file was created on {created}; not taken as its publication"),) if created else ()


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
            heads = [archive.open(e).read(2000) for e in archive.infolist() if e.filename.endswith(".xml")][:50]
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError) as error:
        raise UnreadableError(f"not a readable DOCX ({type(error).__name__})") from error
    if total > LARGEST or total > RATIO * len(data):
        raise UnreadableError(f"unpacks to {total} bytes: looks like a zip bomb")
    if any(b"<!DOCTYPE" in head or b"<!ENTITY" in head for head in heads):
        raise UnreadableError("document type declarations inside: looks like an entity bomb")


def _lines(block: Any, depth: int = 0) -> Iterator[str]:
    """Paragraphs and rows of tables; a table that only lays out a page holds further tables in its cells."""
    for part in block.iter_inner_content():
        if not hasattr(part, "rows"):
            yield part.text
        elif depth < DEEPEST:
            for row in part.rows:
                cells = ("\n".join(_lines(cell, depth + 1)).strip() for cell in row.cells)
                yield " | ".join(dict.fromkeys(cells))
        else:
            raise UnreadableError(f"tables nested more than {DEEPEST} deep")
