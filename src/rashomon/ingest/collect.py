"""What there is to read: paths and folders to items with unique names.

A manifest reads only below its own folder unless `Options.anywhere`; a file that a manifest names
is not read a second time beside it.
"""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rashomon.ingest import manifest
from rashomon.ingest.formats import READERS
from rashomon.ingest.naming import safe
from rashomon.model import Issue, Item, Options, replace
from rashomon.text import real_path, stored_path

MANIFESTS = (".jsonl", ".csv")


def collect(paths: Iterable[str | Path], options: Options) -> tuple[list[Item], list[Issue]]:
    """Every input below ``paths``, sorted by name, each named uniquely in the dossier.

    Raises FileNotFoundError for a path that is not there, and where the paths hold no file at all.
    """
    items: list[Item] = []
    issues: list[Issue] = []
    inputs = list(dict.fromkeys(map(Path, paths)))
    for path in inputs:
        if not path.exists():
            raise FileNotFoundError(f"no such file or folder: {path}")
        for file in _files(path):
            found, more = _items(file, options, given=file == path)
            items += found
            issues += more
    if not items and not issues and any(path.is_dir() for path in inputs):
        raise FileNotFoundError(f"nothing to read in {', '.join(map(str, inputs))}")
    return _named(_once(items)), issues


def _files(path: Path) -> list[Path]:
    """The file itself, or all files (and links to folders) below a folder, hidden ones left out, in order of name."""
    if not path.is_dir():
        return [path]
    found = []
    for folder, folders, names in os.walk(path, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in names if not name.startswith(".")]
        found += [link for name in folders if (link := Path(folder, name)).is_symlink()]
    return sorted(found)


def _items(file: Path, options: Options, given: bool) -> tuple[list[Item], list[Issue]]:
    if file.is_dir():
        detail = "a link to a folder: not followed; name the folder itself to read it"
        return [], [Issue(doc=safe(file.name), room="ingest", code="unsupported", detail=detail)]
    suffix = file.suffix.lower()
    if suffix in MANIFESTS:
        return manifest.rows(file, options)
    if suffix in READERS or given:
        return [Item(doc=safe(file.name), path=stored_path(str(file)))], []
    return [], [
        Issue(
            doc=safe(file.name),
            room="ingest",
            code="unsupported",
            detail=f"no reader for {suffix or 'files without a suffix'}",
        )
    ]


def _once(items: list[Item]) -> list[Item]:
    """One item a file: a manifest's row wins over the bare file, the first over later ones."""
    kept: dict[str, Item] = {}
    order = sorted(range(len(items)), key=lambda i: (not _described(items[i]), i))
    for i in order:
        item = items[i]
        key = os.path.realpath(real_path(item.path)) if item.path else f"\0{i}"
        kept.setdefault(key, item)
    return list(kept.values())


def _described(item: Item) -> bool:
    return any((item.language, item.published, item.publisher, item.title, item.url, item.side))


def _named(items: list[Item]) -> list[Item]:
    """Names made unique by the folder, then by a number; independent of the order of the paths."""
    ordered = sorted(items, key=lambda item: (item.doc, item.path or "", item.text or ""))
    counts = Counter(item.doc for item in ordered)
    names = [_told_apart(item) if counts[item.doc] > 1 else item.doc for item in ordered]
    used = {folder for name in names for folder in _folders(name)}  # "a" cannot be a report beside "a/b"
    named = []
    for item, name in zip(ordered, names, strict=True):
        stem, number = name, 2
        while name in used:
            name, number = f"{stem}.{number}", number + 1
        used.add(name)
        named.append(replace(item, doc=name))
    return sorted(named, key=lambda item: item.doc)


def _told_apart(item: Item) -> str:
    return safe(Path(real_path(item.path)).parent.name) + "/" + item.doc if item.path else item.doc


def _folders(name: str) -> list[str]:
    """ "a/b/c" -> "a", "a/b"."""
    parts = name.split("/")
    return ["/".join(parts[:k]) for k in range(1, len(parts))]
