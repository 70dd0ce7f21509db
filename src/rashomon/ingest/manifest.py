"""Manifests: JSON Lines or CSV, one report a row.

Fields: ``doc``, ``text`` or ``path``, and optional ``language``, ``published``, ``publisher``,
``title``, ``url``, ``side``. Unknown fields are ignored; a row that cannot be used is an issue.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.ingest.decode import decode
from rashomon.ingest.naming import safe
from rashomon.model import Issue, Item, Options
from rashomon.text import stored_path

FIELDS = ("language", "published", "publisher", "title", "url", "side")
LARGEST = 2_000_000_000  # bytes


class BadRowError(ValueError):
    """A row that names nothing readable; the message says why."""


def rows(file: Path, options: Options) -> tuple[list[Item], list[Issue]]:
    """The items of a manifest, in its order, and an issue for each row that is none."""
    items, issues = [], []
    for number, row in _raw(file):
        try:
            items.append(_item(file, number, row, options))
        except BadRowError as error:
            detail = f"row {number} of {safe(file.name)}: {error}"
            issues.append(Issue(doc=safe(file.name), room="ingest", code="bad-row", detail=detail))
    return items, issues


def _raw(file: Path) -> Iterator[tuple[int, Any]]:
    """Row number and parsed row; an unreadable row is passed on as a message."""
    data = file.read_bytes()[:LARGEST]
    text = decode(data).text
    if file.suffix.lower() == ".csv":
        yield from _table(text.lstrip("\ufeff"))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _parsed(line)


def _table(text: str) -> Iterator[tuple[int, Any]]:
    """Rows of a CSV file by their number; a row that breaks the table ends it with a message."""
    csv.field_size_limit(10**9)
    sample = (text[:4096].splitlines() or [""])[0]
    sign = max(",;\t", key=sample.count)
    number = 1
    try:
        # newline="": a lone carriage return ends a row as well, and stays inside quotation marks
        for number, row in enumerate(csv.DictReader(io.StringIO(text, newline=""), delimiter=sign), 2):
            yield number, row
    except csv.Error as error:
        yield number + 1, f"not CSV ({error})"


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({str(error)[:80]})"


def _item(file: Path, number: int, row: Any, options: Options) -> Item:
    if not isinstance(row, dict):
        raise BadRowError(row if isinstance(row, str) else "not an object")
    text, path = row.get("text"), row.get("path")
    known = {key: _storable(str(row[key]).strip()) for key in FIELDS if row.get(key)}
    if isinstance(path, str) and path.strip():
        target = _below(file.parent, path.strip(), options)
        return Item(doc=_name(row.get("doc") or target.name), path=stored_path(str(target)), **known)
    if isinstance(text, str):
        return Item(doc=_name(row.get("doc") or f"{file.stem}-{number}"), text=_storable(text), **known)
    raise BadRowError("neither text nor path")


def _name(given: Any) -> str:
    """A document's name as the manifest gives it; folders in it are kept, ``..`` is not."""
    parts = [safe(part) for part in str(given).split("/") if part not in ("", ".", "..")]
    return "/".join(parts[-3:]) or "_"


def _below(folder: Path, path: str, options: Options) -> Path:
    try:
        target = (folder / path).resolve()
        inside = options.anywhere or target.is_relative_to(folder.resolve())
        there = inside and target.is_file()
    except (OSError, ValueError, RuntimeError) as error:  # too long, NUL, lone surrogates, links in a circle
        raise BadRowError(f"not a path: {path[:80]!r}") from error
    if not inside:
        raise BadRowError(f"path leads out of the manifest's folder: {path[:80]!r}")
    if not there:
        raise BadRowError(f"no such file: {path[:80]!r}")
    return target


def _storable(text: str) -> str:
    """``text`` with lone surrogates (JSON can write them) replaced: they have no UTF-8."""
    return text.encode("utf-8", "replace").decode()
