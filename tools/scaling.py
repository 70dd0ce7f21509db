"""Write docs/scaling.md: what each stage costs as a pile grows, and a million reports on paper.

    python tools/scaling.py             piles of 100 and 1,000 reports
    python tools/scaling.py --large     10,000 as well

Each size runs in a process of its own, so that its peak memory is its own. The pile is that of
``tools/bench.py``: texts of four languages, repeated under other names with another last line. What linking with
workers maps and sends is counted by ``tools/bench_link.py``, on names that do not repeat.
"""

import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bench
import bench_link
from rashomon import compare, link, pipeline, report, store
from rashomon.model import Dossier, Options, Reading, replace

ROOT = Path(__file__).parents[1]
STAGES = ("read", "link", "compare", "page", "write")
MILLION = 1_000_000
NAMES = 20_000  # made-up names whose linking is counted
CORES = 200  # of the cluster on paper


def main() -> None:
    if "--one" in sys.argv:
        print(json.dumps(one(int(sys.argv[-1]))))
        return
    sizes = (100, 1_000, 10_000) if "--large" in sys.argv else (100, 1_000)
    rows = [measured(size) for size in sizes]
    text = page(rows, bench_link.costs(NAMES))
    print(text)
    (ROOT / "docs" / "scaling.md").write_text(text, "utf-8")


def measured(size: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--one", str(size)]
    row: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return row


def one(size: int) -> dict[str, Any]:
    """Seconds of each stage for a pile of ``size`` reports, megabytes at the peak and on disk."""
    with tempfile.TemporaryDirectory() as folder:
        pile, out = Path(folder, "pile.jsonl"), Path(folder, "out")
        out.mkdir()
        bench.write_pile(pile, bench.pile(), size)
        marks = [time.perf_counter()]
        readings, issues = pipeline.readings([pile], Options())
        marks.append(time.perf_counter())
        names = [distinct(readings[::step]) for step in (2, 1)]  # of half of the reports, and of all
        linked = link.link(sorted(readings, key=lambda reading: reading.document.doc), Options())
        del readings
        marks.append(time.perf_counter())
        comparison = compare.compare(linked, Options())
        marks.append(time.perf_counter())
        bare = tuple(replace(reading, traits=b"") for reading in linked.readings)
        dossier = Dossier(readings=bare, entities=linked.entities, comparison=comparison, issues=tuple(issues))
        del linked, bare
        report.html(dossier)
        marks.append(time.perf_counter())
        store.save(dossier, out)
        marks.append(time.perf_counter())
        disk = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    spent = {stage: after - before for stage, before, after in zip(STAGES, marks[:-1], marks[1:], strict=True)}
    spent["write"] = max(0.0, spent["write"] - spent["page"])  # the page is written with the tables
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"size": size, **spent, "memory": peak, "disk": disk / 1e6, "names": names}


def distinct(readings: list[Reading]) -> int:
    """How many ways of writing names there are, which is what linking compares."""
    return len({(name.kind, name.language, name.text) for reading in readings for name in reading.names})


def page(rows: list[dict[str, Any]], costs: dict[str, Any]) -> str:
    cores = os.cpu_count() or 1
    lines = [HEAD.format(python=platform.python_version(), machine=platform.machine(), cores=cores)]
    lines += ["| reports | " + " | ".join(STAGES) + " | all | memory, MB | on disk, MB |", "| --- |" + " --- |" * 8]
    for row in rows:
        cells = [f"{row[stage]:.1f}" for stage in STAGES] + [f"{sum(row[s] for s in STAGES):.1f}"]
        lines.append(f"| {row['size']:,} | " + " | ".join(cells) + f" | {row['memory']:.0f} | {row['disk']:.0f} |")
    lines += ["", *growth(rows), "", *kept(rows), "", *paper(rows, costs, cores)]
    return "\n".join(lines) + "\n"


HEAD = """# Scaling

Written by `python tools/scaling.py --large` (Python {python}, {machine}, {cores} cores); do not edit. Seconds and megabytes of one
run: they say how the stages grow, not how fast your machine is.

`read` is the map over reports (all cores), with what comparing asks of one report alone; `link`, `compare` and `page` run in one process; `write` is the tables. This pile
repeats its texts, and with them its names: `link` here is what linking costs a report, not a name.
"""


def exponent(rows: list[dict[str, Any]], field: str) -> float:
    """How ``field`` grows between the two largest piles: cost ~ size ** exponent."""
    a, b = rows[-2:]
    return math.log(max(b[field], 0.01) / max(a[field], 0.01)) / math.log(b["size"] / a["size"])


def growth(rows: list[dict[str, Any]]) -> Iterator[str]:
    a, b = rows[-2:]
    yield f"From {a['size']:,} to {b['size']:,} reports the cost grows as the size to the power of:"
    yield ""
    for field in (*STAGES, "memory"):
        yield f"- {field}: {exponent(rows, field):.2f}"


def kept(rows: list[dict[str, Any]]) -> Iterator[str]:
    """What a run costs that finds the readings of an earlier one."""
    spent = ", ".join(f"{sum(row[s] for s in STAGES[1:]):.0f} s for {row['size']:,}" for row in rows)
    yield f"Where reports come to a pile that was read before, only they are read: the other stages take {spent}."


def paper(rows: list[dict[str, Any]], costs: dict[str, Any], cores: int) -> Iterator[str]:
    """The same stages for a million reports, carried on with the measured exponents."""
    last = rows[-1]
    times = MILLION / last["size"]
    each = last["read"] * cores / last["size"]
    cost = {field: last[field] * times ** max(1.0, exponent(rows, field)) for field in (*STAGES, "memory")}
    yield "## A million reports, on paper"
    yield ""
    yield f"- **Reading** is a map over reports (`--engine dask:ADDRESS`): {1000 * each:.0f} ms of one core each, {each * MILLION / 3600:.0f} core-hours;"
    yield f"  {CORES} cores read a million in {each * MILLION / 3600 / CORES * 60:.0f} minutes. A packed reading is kept, so it is paid once."
    yield from linking(rows[0], costs, cost["link"])
    yield f"- **Comparing** in one process: {cost['compare'] / 3600:.1f} hours; the tables: {cost['write'] / 3600:.1f} hours, {last['disk'] * times / 1000:.0f} GB on disk."
    yield f"- **Memory** is the bound: readings held together would take {cost['memory'] / 1000:.0f} GB. A million reports are not one event: both rooms"
    yield "  work on what shares a name, a place and a time, so a pile of this size is cut by event first (place and week are enough) and"
    yield "  each part is linked and compared by itself. What must cross the parts is the table of entities: the same shuffle by key,"
    yield "  over one name for each entity of each part."
    yield "- **The page** is for people: of a large pile it shows the most disputed questions and says how many more the tables hold."


def told(hours: float) -> str:
    """A time in words: hours, or minutes below two hours."""
    return f"{hours:.1f} hours" if hours >= 2 else f"{60 * hours:.1f} minutes"


def linking(row: dict[str, Any], costs: dict[str, Any], reports: float) -> Iterator[str]:
    """Linking on paper: ``row`` has reports that do not repeat, ``reports`` the seconds that a million of them take."""
    half, whole = row["names"]
    power = math.log(whole / half) / math.log(2)
    names = whole * (MILLION / row["size"]) ** power
    one = costs["seconds"] / costs["names"] * names / 3600
    left, mapped = (costs[part] * costs["both"] * one for part in ("left", "mapped"))
    yield "- **Linking** is a map and a keyed shuffle. Workers take each way of writing a name apart (its words, their sounds, what the"
    yield "  tables know) and keep it; they send its number to the part that has its key (by a stable hash), where the pairs of each"
    yield "  block are listed; forms then go to the tasks that score these pairs. One process joins what is alike. Counted on"
    yield f"  {costs['names']:,} made-up names (`tools/bench_link.py --workers`): {100 * costs['mapped']:.0f} % of the processor time is mapped, {100 * costs['left']:.0f} % stays with one process,"
    yield f"  both together are {costs['both']:.2f} times the linking that stays in one process. A name is kept as {costs['kept']} bytes, sends {costs['moved']} from worker"
    yield f"  to worker and {costs['through']} through the one process."
    yield f"  {row['size']:,} reports that do not repeat write names in {whole:,} ways, growing as their number to the power of {power:.2f}: a million"
    yield f"  would have {names / 1e6:.1f} million. In one process these take {told(one)}; with {CORES} cores {told(left)} in the one process and"
    yield f"  {told(mapped / CORES)} in the others, {costs['moved'] * names / 1e9:.1f} GB between them. Dates and references of the reports themselves: {told(reports / 3600)} more"
    yield "  in one process; they are a map over reports, too, once the entities are known."


if __name__ == "__main__":
    main()
