"""Write docs/performance.md: how fast each room and the whole is, beside what one would take instead.

    make bench                       10,000 reports as well: python tools/bench.py --large

A fixed pile is cut into documents of 4,000 characters: the example pile, and texts of the
measuring sets in ../shared where they are there. Each document is read once, after a few others:
its words are mostly new to the process. Reading is measured in CPU time, which neighbours on the
machine disturb less than the clock; the ratios against peers in the same run disturb least.
"""

import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rashomon.cli  # noqa: F401 - as the command runs: one thread of linear algebra, rubbish collected seldom
from rashomon import compare, link, pipeline, report, segment
from rashomon.annotate import citations, events, figures, names, numbers, quotes, terms, times
from rashomon.model import Document, Options

ROOT = Path(__file__).parents[1]
BENCH = ROOT.parent / "shared" / "bench"
SETS = {"ru": "nerel_ru/dev.jsonl", "en": "quotes_polnear_en/dev.jsonl", "pl": "timex_kpwr_pl/dev.jsonl"}
SIZE = 4_000  # characters of one document
ROOMS = {"segment": segment, "numbers": numbers, "times": times, "names": names, "citations": citations}
ROOMS |= {"quotes": quotes, "figures": figures, "events": events, "terms": terms}


def main() -> None:
    out = [HEAD.format(python=platform.python_version(), machine=platform.machine())]
    documents = pile()
    counts = {
        code: sum(d.language == code for d in documents) for code in sorted({d.language or "" for d in documents})
    }
    out.append(
        f"Pile: {len(documents)} documents of about {SIZE} characters ({', '.join(f'{k} {n}' for k, n in counts.items())}).\n"
    )
    rows = rooms(documents)
    out.append(rows)
    out.append(start())
    out.append(growth(documents, (10, 100, 1_000, 10_000) if "--large" in sys.argv else (10, 100, 1_000)))
    text = "\n".join(out)
    print(text)
    (ROOT / "docs" / "performance.md").write_text(text, "utf-8")


HEAD = """# Performance

Written by `make bench` (Python {python}, {machine}); do not edit. Quote ratios, not seconds: machines are noisy.
"""


def pile() -> list[Document]:
    """Documents of about `SIZE` characters, forty of each language where the sets are there."""
    texts: dict[str, str] = {}
    for path in sorted((ROOT / "examples").rglob("*.txt")):
        view = segment.segment(Document(doc=path.name, text=path.read_text("utf-8")))
        code = view.document.language or "en"
        texts[code] = texts.get(code, "") + view.text + "\n\n"
    for code, name in SETS.items():
        if (BENCH / name).exists():
            rows = [json.loads(line)["text"] for line in (BENCH / name).read_text("utf-8").splitlines()]
            texts[code] = "\n\n".join(rows)[: 40 * SIZE]
    return [
        Document(doc=f"{code}-{at // SIZE:03}.txt", text=text[at : at + SIZE], language=code, published="2020-06-15")
        for code, text in sorted(texts.items())
        for at in range(0, len(text), SIZE)
    ]


def rooms(documents: list[Document]) -> str:
    """Time by room and language, documents per second, and the peers on the same texts."""
    spent: dict[tuple[str, str], float] = {}
    current = ""

    def timed(room: str, fn: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            began = time.process_time()
            try:
                return fn(*args, **kwargs)
            finally:
                spent[room, current] = spent.get((room, current), 0.0) + time.process_time() - began

        return wrapper

    for document in {d.language: d for d in documents}.values():  # lexicons and models load outside the clock
        pipeline.read_document(document)
    gc.collect()
    for room, module in ROOMS.items():
        verb = "segment" if room == "segment" else "find"
        setattr(module, verb, timed(room, getattr(module, verb)))
    readings, total = [], {}
    for document in documents:
        current = document.language or ""
        began = time.process_time()
        readings.append(pipeline.read_document(document))
        total[current] = total.get(current, 0.0) + time.process_time() - began
    codes = sorted(total)
    count = {code: sum(d.language == code for d in documents) for code in codes}
    lines = [
        "## Reading, one process, each text for the first time: milliseconds of CPU time a document",
        "",
        "| room | " + " | ".join(codes) + " |",
        "| --- |" + " --- |" * len(codes),
    ]
    for room in ROOMS:
        lines.append(
            f"| {room} | " + " | ".join(f"{1000 * spent.get((room, c), 0) / count[c]:.1f}" for c in codes) + " |"
        )
    lines.append("| **whole** | " + " | ".join(f"{1000 * total[c] / count[c]:.1f}" for c in codes) + " |")
    lines.append("| **documents/s** | " + " | ".join(f"{count[c] / total[c]:.1f}" for c in codes) + " |")
    began = time.perf_counter()
    linked = link.link(readings, Options())
    linking = time.perf_counter() - began
    began = time.perf_counter()
    compare.compare(linked, Options())
    comparing = time.perf_counter() - began
    dossier = pipeline.assemble(readings, [], Options())
    began = time.perf_counter()
    report.html(dossier)
    lines.append(
        f"\nLinking {linking:.2f} s, comparing {comparing:.2f} s, report {time.perf_counter() - began:.2f} s for the pile. "
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines.append(f"Peak memory of this process: {peak:.0f} MB.\n\n{peers(documents, spent, total)}")
    return "\n".join(lines)


def peers(documents: list[Document], spent: dict[tuple[str, str], float], total: dict[str, float]) -> str:
    """The same texts through natasha (names only, Russian) and dateparser's search (dates only)."""
    lines = [
        "## Beside what one would take instead, same texts, same run",
        "",
        "| | ratio of their time to ours |",
        "| --- | --- |",
    ]
    russian = [d.text for d in documents if d.language == "ru"]
    theirs = clock(lambda: natasha(russian))
    if isinstance(theirs, float):
        lines.append(f"| natasha, names only, against our names (ru) | {theirs / spent['names', 'ru']:.2f} |")
        lines.append(f"| natasha, names only, against our whole reading (ru) | {theirs / total['ru']:.2f} |")
    else:
        lines.append(f"| natasha | not measured: {theirs} |")
    for code in ("en", "pl"):
        few = [d.text for d in documents if d.language == code][:5]
        share = len(few) / max(1, sum(d.language == code for d in documents))
        theirs = clock(lambda few=few, code=code: dates(few, code))  # type: ignore[misc]
        if isinstance(theirs, float):
            lines.append(
                f"| dateparser's search, dates only, against our dates ({code}) | {theirs / (spent['times', code] * share):.1f} |"
            )
    return "\n".join(lines) + "\n"


def clock(fn: Callable[[], None]) -> float | str:
    began = time.process_time()
    try:
        fn()
    except ImportError as error:
        return f"cannot be imported ({error})"
    return time.process_time() - began


def natasha(texts: list[str]) -> None:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    for text in texts:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)


def dates(texts: list[str], code: str) -> None:
    from dateparser.search import search_dates

    for text in texts:
        search_dates(text, languages=[code], settings={"DATE_ORDER": "DMY"})


def start() -> str:
    """Cold starts of the command, the best of a few; compiled, as an installed program is."""
    with tempfile.TemporaryDirectory() as out:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = f"{out}/compiled"
        help_ = min(clocked(["--help"], environment) for _ in range(5))
        read = min(clocked(["read", str(ROOT / "examples"), "--out", f"{out}/o{n}"], environment) for n in range(4))
    return f"## Cold start\n\n`rashomon --help` {help_:.2f} s; `rashomon read examples` {read:.1f} s.\n"


def clocked(arguments: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "rashomon", *arguments], check=True, capture_output=True, env=environment)
    return time.perf_counter() - began


def measured(arguments: list[str]) -> tuple[float, float]:
    """Seconds, and megabytes at the highest, of one run of the command (the largest of its processes).

    A child's peak starts at its parent's when it is forked (Linux keeps it over exec), and this
    process is large by now: a small process in between starts the command and reports its peak.
    """
    command = [sys.executable, "-S", "-c", LAUNCHER, sys.executable, "-m", "rashomon", *arguments]
    status, spent, peak = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    if status:
        raise RuntimeError(f"rashomon {arguments[0]} ended with status {status}")
    return spent, peak / 1024


LAUNCHER = """
import json, os, sys, time
began = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
print(json.dumps([status, time.perf_counter() - began, usage.ru_maxrss]))
"""


def growth(documents: list[Document], sizes: tuple[int, ...]) -> str:
    """Whole runs of more and more reports (the pile repeated under other names, with other numbers)."""
    lines = [
        "## Growth, all cores",
        "",
        "| reports | seconds | factor | peak memory of the main process, MB |",
        "| --- | --- | --- | --- |",
    ]
    before = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            manifest = Path(folder, "pile.jsonl")
            write_pile(manifest, documents, size)
            spent, peak = measured(["read", str(manifest), "--out", f"{folder}/out"])
        lines.append(f"| {size} | {spent:.1f} | {f'{spent / before:.1f}' if before else ''} | {peak:.0f} |")
        before = spent
    return "\n".join(lines) + "\n"


def write_pile(path: Path, documents: list[Document], size: int) -> None:
    """A manifest of ``size`` reports: the documents again and again, each with a last line of its own."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(size):
            one = documents[n % len(documents)]
            row = {"doc": f"{n:05}.txt", "text": f"{one.text}\n{n}.\n"}
            file.write(json.dumps(row | {"language": one.language, "published": one.published}) + "\n")


if __name__ == "__main__":
    main()
