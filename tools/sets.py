"""The rows of a measuring set beside the project, for the benches that measure what ``bench/run.py`` does not."""

import argparse
import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]
BENCH = Path(__file__).parents[2] / "shared" / "bench"


def arguments(doc: str | None) -> argparse.Namespace:
    """``--limit`` documents, ``--misses`` to print."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--misses", type=int, default=0)
    return parser.parse_args()


def rows(name: str, limit: int) -> list[Row] | None:
    """The development rows of a set; None, said aloud, where it is missing."""
    data = BENCH / name / "dev.jsonl"
    if not data.exists():
        print(f"skipped: no {name} beside this folder")
        return None
    return [json.loads(line) for line in data.read_text("utf-8").splitlines() if line.strip()][:limit]
