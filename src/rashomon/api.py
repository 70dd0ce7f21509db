"""The verbs of the command line as functions. Start here: `read`, `load`, `show`, `explain`."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon import lang, pipeline, report, store
from rashomon.explanation import explain
from rashomon.export import csv
from rashomon.model import Dossier, Options

__all__ = ["Language", "explain", "export_csv", "languages", "load", "read", "show"]


def read(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    **options: Any,
) -> Dossier:
    """Read reports into a dossier, and write it where ``out`` names a folder.

    ``paths``: a file, folder or manifest, or several. ``options``: the fields of `Options`
    (language, published, side, ui, policies, official, judgements, workers, finder, engine,
    anywhere). ``progress`` is called with (done, of) after each report. Offsets in the records
    are code points into ``reading.document.text``; dates are ISO 8601; numbers are Decimals.

    Readings of unchanged inputs are taken over from an earlier dossier in ``out``.

    Raises FileNotFoundError (no such input), FileExistsError (``out`` is something else),
    `store.Busy` (another run writes there), OSError (the disk), ValueError (an unknown engine).
    Input that cannot be read raises nothing: it is listed in ``dossier.issues``.
    """
    inputs = [Path(paths)] if isinstance(paths, str | os.PathLike) else [Path(path) for path in paths]
    chosen = Options(**options)
    if out is None:
        return pipeline.run(inputs, chosen, progress=progress)
    folder = Path(out)
    with store.writing(folder) as partial:
        with store.Readings(folder / store.READINGS, partial / store.READINGS) as cache:
            dossier = pipeline.run(inputs, chosen, cache, progress)
        store.save(dossier, partial)
    return dossier


def load(out: str | os.PathLike[str]) -> Dossier:
    """The dossier in a folder that ``read`` wrote.

    Raises FileNotFoundError when there is none, ValueError when another version wrote it.
    """
    return store.load(Path(out))


def show(dossier: Dossier, width: int = 80, colour: bool = False) -> str:
    """The dossier as text for a terminal: questions first, the most disputed at the top."""
    return report.terminal(dossier, width, colour)


def export_csv(dossier: Dossier, archive: str | os.PathLike[str]) -> None:
    """Write the contract's tables as CSV (UTF-8, formulas neutralised) into a ZIP archive.

    Raises OSError where the disk says no.
    """
    Path(archive).write_bytes(csv.archive(dossier))


@dataclass(frozen=True)
class Language:
    """A language pack: ``covers`` names the rooms it has data for, ``cases`` counts its examples."""

    code: str
    name: str
    own_name: str
    covers: tuple[str, ...]
    cases: int


def languages() -> list[Language]:
    """The language packs of this installation, by code."""
    return [_language(lang.load(code)) for code in lang.available()]


def _language(pack: lang.Pack) -> Language:
    covers = sorted(path.stem for path in pack.folder.glob("*.toml") if path.stem != "pack")
    lines = [row for path in pack.folder.glob("cases/*.txt") for row in path.read_text("utf-8").splitlines()]
    cases = sum(1 for row in lines if row.strip() and row[0] not in "#@")
    return Language(pack.code, pack.data.name, pack.data.own_name, tuple(covers), cases)
