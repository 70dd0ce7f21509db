"""The verbs of the command line as functions."""

from collections.abc import Iterable
from pathlib import Path

from rashomon import pipeline, store
from rashomon.model import Dossier, Options

__all__ = ["load", "read", "save"]

load = store.load
save = store.save


def read(paths: Iterable[str | Path], options: Options | None = None) -> Dossier:
    """Read files, folders and manifests into a dossier."""
    return pipeline.run(paths, options or Options())
