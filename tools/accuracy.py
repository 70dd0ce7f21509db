"""Write docs/accuracy.md: every figure of accuracy, by the command that anyone can run.

    make accuracy                 needs the measuring sticks in ../shared; says so where they are missing

Runs `score.py` over the seeds and `bench/run.py` over the development sets, reads the figures they
print, sets them beside the bars, and lists the errors by kind. Exit status 0 whether or not a bar
is reached: the document says which are not.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


class Bar(NamedTuple):
    """``label``: the beginning of the printed line; ``bar`` None where a figure is only reported."""

    label: str
    bar: float | None


SEEDS = {
    "figures.value": 0.95, "figures.fact": 0.88, "figures.full": 0.82, "figures.status": None, "figures.when": None,
    "figures.where": None, "times.value": 0.95, "quotes.content": 0.82, "quotes.source": 0.76, "names.kind": 0.92,
    "names.link": 0.92, "events.trigger": 0.70, "events.typed": 0.60, "events.date": None, "questions.pairs": 0.90,
    "questions.verdict": 0.857,
}  # fmt: skip
BENCH: dict[str, tuple[list[str], list[Bar]]] = {
    "timex_tempeval3_en": ([], [Bar("times en: value", 0.84)]),
    "timex_meantime": (["--lang", "en"], [Bar("times en: value", 0.80)]),
    "timex_kpwr_pl": ([], [Bar("times pl: value", 0.72)]),
    "timex_tempeval3_es": ([], [Bar("times es: value", None)]),
    "muc34_counts_en": ([], [Bar("killed counts found", 0.70), Bar("injured counts found", 0.70)]),
    "wikievents_en": ([], [Bar("killed counts found", 0.88), Bar("injured counts found", 0.88)]),
    "nerel_ru": ([], [Bar("numbers inside a figure", 0.92), Bar("names all", 0.80), Bar("link: all pairs", 0.80)]),
    "quotes_polnear_en": ([], [Bar("content with quotation marks", 0.88), Bar("quotes: content ", 0.50)]),
    "quotes_adaq_ru_cs": (["--lang", "ru"], [Bar("quotes: content ", None)]),
    "ntrex_parallel": ([], [
        *(Bar(f"figure values {code} against en", 0.94) for code in ("ru", "pl", "it")),
        *(Bar(f"figure facts {code} against en", 0.80) for code in ("ru", "pl", "it")),
        *(Bar(f"figure {what} {code} against en", None) for what in ("values", "facts") for code in ("es", "uk")),
        Bar("conflicts between translations", None),
    ]),
    "slavicner": (["--lang", "ru,pl,uk"], [
        Bar("names ru", 0.90), Bar("names pl", 0.82), Bar("names uk", None),
        Bar("link: all pairs", 0.88), Bar("link: pairs across languages", 0.78),
    ]),
    "factrueval_ru": ([], [Bar("names all", 0.88), Bar("link: all pairs", 0.75)]),
}  # fmt: skip
OWN = {"own_dev": "dev", "own_check": "check", "own_late": "late"}
NUMBER = re.compile(r"(?:F1|found|figure|translations|marks found)\s+(\d+(?:\.\d+)?)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="documents of each set (for a quick look; not for the record)")
    parser.add_argument("--only", help="these sets, comma-separated")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "accuracy.md")
    args = parser.parse_args()
    if not (SHARED / "score.py").exists():
        print(f"accuracy: skipped, the measuring sticks are not there ({SHARED.name}/score.py beside this folder)")
        return
    wanted = (
        args.only.split(",")
        if args.only
        else [
            "seeds",
            *OWN,
            *BENCH,
            "names_pairs",
            "meantime_names",
            "factrueval_within",
            "ntrex_origins",
            "counted_chains",
        ]
    )
    parts = [HEAD]
    for name in wanted:
        part = section(name, args.limit)
        print(part, flush=True)
        parts.append(part)
    args.out.write_text("\n".join(parts), "utf-8")


HEAD = """# Accuracy

Written by `make accuracy`; do not edit. All sets are development data (they say how to improve, not how good it
is); what they are and how noisy is said in the README beside each.
The exceptions are `check` and `late` among the own reports: they are only counted, nobody builds on them. A dash under "bar" means reported only.
"""


def section(name: str, limit: int | None) -> str:
    if name == "seeds":
        return seeds()
    if name in OWN:
        return own_pile(OWN[name])
    if name in BENCH:
        return bench(name, limit)
    tool = ROOT / "tools" / f"bench_{name}.py"
    if not tool.exists():
        return f"## {name}\n\nNot measured: no {tool.name}.\n"
    shown = run([sys.executable, str(tool)])
    return f"## {name}\n\n```\n{shown.strip()}\n```\n"


def seeds() -> str:
    return scored("Seeds", "`score.py gold/seeds OUT`", (SHARED / "seeds", SHARED / "gold" / "seeds"), SEEDS)


def own_pile(name: str) -> str:
    """Reports written for this project (tests/gold): ``dev`` may be looked at, ``check`` and ``late`` are only counted."""
    folder = ROOT / "tests" / "gold" / name
    measured = f"`score.py tests/gold/{name}/gold OUT`"
    return scored(f"Own reports, {name}", measured, (folder / "pile.jsonl", folder / "gold"), dict.fromkeys(SEEDS))


def scored(title: str, measured: str, pile: tuple[Path, Path], bars: dict[str, float | None]) -> str:
    """Read the reports of ``pile`` (reports, gold folder) and count by ``score.py``; errors are counted, never shown."""
    reports, gold = pile
    with tempfile.TemporaryDirectory() as out:
        run([*program(), "read", str(reports), "--out", f"{out}/o"])
        score = [sys.executable, str(SHARED / "score.py"), str(gold), f"{out}/o"]
        table = json.loads(run([*score, "--json"]))
        misses = run([*score, "--misses", "500"])
    rows = [(name, table[name].get("f1", table[name].get("share")), bar) for name, bar in bars.items()]
    kinds = collections.Counter(
        m[1] for m in re.finditer(r"^(\w+ \w+): (\d+)$", misses, re.M) for _ in range(int(m[2]))
    )
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return f"## {title}\n\n{measured} after `rashomon read`\n\n{tabled(rows)}\nErrors by kind: {listed}.\n"


def bench(name: str, limit: int | None) -> str:
    extra, bars = BENCH[name]
    command = [sys.executable, str(SHARED / "bench" / "run.py"), name, *extra, "--program", " ".join(program())]
    shown = run([*command, *(["--limit", str(limit)] if limit else [])])
    rows = []
    for label, bar in bars:
        line = next((line for line in shown.splitlines() if line.startswith(label)), "")
        match = NUMBER.search(line) or re.search(r"\s(\d+(?:\.\d+)?)", line.removeprefix(label))
        rows.append((label.strip(), float(match[1]) if match else None, bar))
    return f"## {name}\n\n`bench/run.py {' '.join([name, *extra])}`\n\n{tabled(rows)}\n```\n{timeless(shown)}\n```\n"


def timeless(shown: str) -> str:
    """Without the seconds: they are not the same twice."""
    return re.sub(r", [\d.]+ s, [\d.]+ documents/s", "", shown.strip())


def tabled(rows: list[tuple[str, float | None, float | None]]) -> str:
    lines = ["| measure | value | bar | |", "| --- | --- | --- | --- |"]
    for name, value, bar in rows:
        shown = "not printed" if value is None else f"{value:g}"
        met = "" if bar is None or value is None else ("reached" if value >= bar else "**below**")
        lines.append(f"| {name} | {shown} | {'-' if bar is None else bar} | {met} |")
    return "\n".join(lines) + "\n"


def program() -> list[str]:
    return [sys.executable, "-m", "rashomon"]


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
