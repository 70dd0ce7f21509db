"""The tables for a spreadsheet: one CSV file each, in one ZIP archive with fixed times."""

import csv
import io
import zipfile
from typing import Any

from rashomon.export.tables import TABLES, rows
from rashomon.model import Dossier, Record

__all__ = ["archive", "table"]

# What a spreadsheet would run as a formula, also in full-width signs and behind white space.
_SIGNS = ("=", "+", "-", "@", "\uff0b", "\uff0d", "\uff1d", "\uff20")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def archive(dossier: Dossier) -> bytes:
    """All tables as ``<table>.csv`` in a ZIP archive; the same dossier gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in TABLES:
            packed.writestr(zipfile.ZipInfo(f"{name}.csv", _EPOCH), table(dossier, name).encode("utf-8-sig"))
    return out.getvalue()


def table(dossier: Dossier, name: str) -> str:
    """One table as CSV: every value quoted, lists joined by "; ", formulas neutralised by a leading "'"."""
    found = [_fields(row) for row in rows(dossier, name)]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    head = list(dict.fromkeys(field for row in found for field in row))
    writer.writerow(head)
    writer.writerows([cell(row.get(field)) for field in head] for row in found)
    return out.getvalue()


def _fields(row: Record | dict[str, Any]) -> dict[str, Any]:
    if isinstance(row, dict):
        return row
    return {field: getattr(row, field) for field in row.__struct_fields__}


def cell(value: object) -> str:
    """One value as text; numbers as they are, words never as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(("\t", "\r")) or value.lstrip().startswith(_SIGNS) else value
    if isinstance(value, tuple | list):
        return cell("; ".join(_inner(item) for item in value))
    if isinstance(value, dict):
        return cell("; ".join(f"{key}: {_inner(item)}" for key, item in value.items()))
    return str(value)


def _inner(value: object) -> str:
    if isinstance(value, Record):
        return " ".join(_inner(item) for item in _fields(value).values())
    if isinstance(value, tuple | list):
        return "-".join(_inner(item) for item in value)
    return str(value)
