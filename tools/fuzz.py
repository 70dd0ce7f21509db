"""Throw broken reports at the readers and annotators for a while; every crash is printed and kept.

    python tools/fuzz.py --seconds 600 --seed 1

Inputs are mutations of the example pile and of the packs' own cases: cut, doubled, spliced over
languages, with odd characters and broken bytes, as text, HTML, DOCX and PDF. A crash, a span that
does not slice to its text, or a report that takes over ten seconds is a finding (exit status 1).
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from rashomon import ingest, pipeline
from rashomon.model import Item, Options

ROOT = Path(__file__).parents[1]
ODD = [
    "\0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "🔥",
    "\u0301",
    "İ",
    "ß",
    "«",
    "„",
    '"',
    "9" * 400,
    "(" * 300,
    "-\n",
    "\r",
    "%",
    "—",
    "<!ENTITY a 'b'>",
    "&a;",
    "\u2028",
]
SUFFIXES = [".txt", ".md", ".html", ".docx", ".pdf", ".csv", ".jsonl"]
LATE = 10.0  # seconds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument(
        "--keep", type=Path, default=Path(tempfile.gettempdir()) / "rashomon-fuzz", help="folder for findings"
    )
    args = options.parse_args()
    chance = random.Random(args.seed)
    material = [p.read_bytes() for p in sorted((ROOT / "examples").rglob("*")) if p.is_file()]
    material += [p.read_bytes() for p in sorted((ROOT / "src" / "rashomon" / "lang").glob("*/cases/*.txt"))]
    ends, tried, found = time.monotonic() + args.seconds, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < ends:
            path = Path(folder, f"f{tried}{chance.choice(SUFFIXES)}")
            path.write_bytes(mutated(chance, material))
            problem = trouble(path)
            if problem:
                found += 1
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / path.name).write_bytes(path.read_bytes())
                print(f"{args.keep / path.name}\n{problem}", flush=True)
            path.unlink()
            tried += 1
    print(f"{tried} inputs, {found} findings")
    sys.exit(found > 0)


def mutated(chance: random.Random, material: list[bytes]) -> bytes:
    data = bytearray()
    for _ in range(chance.randint(1, 3)):
        source = chance.choice(material)
        at = chance.randrange(max(1, len(source)))
        data += source[at : at + chance.randint(1, 3_000)]
    for _ in range(chance.randint(0, 8)):
        at = chance.randrange(max(1, len(data)))
        choice = chance.random()
        if choice < 0.4:
            data[at:at] = chance.choice(ODD).encode()
        elif choice < 0.6:
            del data[at : at + chance.randint(1, 50)]
        elif choice < 0.8:
            data[at:at] = bytes(chance.randrange(256) for _ in range(4))
        else:
            data[at:at] = data[at : at + chance.randint(1, 200)]
    return bytes(data)


def trouble(path: Path) -> str | None:
    """What goes wrong with this input, or None."""
    began = time.monotonic()
    try:
        items, _ = ingest.collect([path], Options())
        for item in items or [Item(doc="none", text="")]:
            document, _ = ingest.read(item, Options())
            if document is not None:
                reading = pipeline.read_document(document)
                for room in ("times", "names", "quotes", "figures", "events", "citations", "terms"):
                    for mention in getattr(reading, room):
                        if mention.text != document.text[mention.start : mention.end]:
                            return f"{room}: a span does not slice to its text: {mention}"
    except Exception:  # noqa: BLE001 - any exception is the finding
        return traceback.format_exc()
    spent = time.monotonic() - began
    return f"took {spent:.1f} s" if spent > LATE else None


if __name__ == "__main__":
    main()
