"""What the program says where reports count one group differently: ../shared/bench/ecbplus_en (gold chains).

    python tools/bench_counted_chains.py [--all]

A chain lists the mentions, over the reports of one event, of the same people or the same thing. Those whose mentions
hold at least two different numbers ("70", "80" and "dozens" injured) are the disagreements; ``--all`` shows the rest
too. The reports of the event are read as one pile. For each chain: what each mention became (a figure, or nothing),
the questions those figures answer with their verdicts, and for two different numbers their relation with its reason,
or why they were not laid side by side. Says so and ends with status 0 where the data are missing.
"""

import argparse
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.annotate import numbers
from rashomon.model import Comparison, Document, Figure, Options
from rashomon.pipeline import assemble, read_document
from rashomon.segment import segment

DATA = Path(__file__).parents[2] / "shared" / "bench" / "ecbplus_en"
Row = dict[str, Any]


def main() -> None:
    """Read the events of the chains, print what became of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="chains without two different numbers too")
    args = parser.parse_args()
    if not (DATA / "dev-counted-chains.jsonl").exists():
        print(f"skipped: no {DATA.name} beside this folder")
        return
    chains = [row for row in rows("dev-counted-chains.jsonl") if args.all or len(values(row)) > 1]
    texts = rows("dev.jsonl")
    counted: Counter[str] = Counter()
    for cluster in sorted({chain["cluster"] for chain in chains}):
        mine = [read_document(Document(doc=r["doc"], text=r["text"], language="en"))
                for r in texts if r["cluster"] == cluster]  # fmt: skip
        dossier = assemble(mine, [], Options())
        figures = [figure for reading in dossier.readings for figure in reading.figures]
        for chain in (c for c in chains if c["cluster"] == cluster):
            counted += tell(chain, figures, dossier.comparison)
    print("pairs of different numbers:", ", ".join(f"{kind} {n}" for kind, n in sorted(counted.items())))


def rows(name: str) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines() if line.strip()]


def values(chain: Row) -> set[tuple[object, ...]]:
    """The numbers in the wordings of a chain, as intervals."""
    found: set[tuple[object, ...]] = set()
    for mention in chain["mentions"]:
        view = segment(Document(doc="", text=mention["surface"], language="en"))
        found |= {(n.low, n.high) for n in numbers.find(view)[:1]}
    return found


def tell(chain: Row, figures: list[Figure], comparison: Comparison) -> Counter[str]:
    """Print one chain; counts what its pairs of different numbers came to."""
    print(f"\n{chain['cluster']}: {' / '.join(chain['wordings'])}")
    home = {i: q for q in comparison.questions for i in q.figures}
    found: list[Figure] = []
    for mention in chain["mentions"]:
        hit = next((f for f in figures if f.doc == mention["doc"] and touch(mention, f)), None)
        question = home.get(hit.id) if hit else None
        said = f"{question.verdict}: {question.asks}" if question else "no figure"
        print(f"    {mention['surface'][:24]:24} {mention['doc']:16} {said}")
        found += [hit] if hit else []
    outcome: Counter[str] = Counter()
    told: set[tuple[object, ...]] = set()
    for a, b in combinations(found, 2):
        both = sorted([(a.low or 0, a.high or 0), (b.low or 0, b.high or 0)])
        if (a.low, a.high) != (b.low, b.high) and tuple(both) not in told:
            told.add(tuple(both))
            kind, reason = between(a, b, comparison)
            outcome[kind] += 1
            print(f"    -> {a.text} | {b.text}: {kind}: {reason}")
    return outcome


def touch(mention: Row, figure: Figure) -> bool:
    return bool(mention["start"] < figure.end and figure.start < mention["end"])


def between(a: Figure, b: Figure, comparison: Comparison) -> tuple[str, str]:
    """The relation of two figures, or what keeps them apart."""
    for relation in comparison.relations:
        if {relation.a, relation.b} == {a.id, b.id}:
            return relation.relation, relation.reason
    names = ("measure", "who", "unit", "where", "label")
    differ = [f"{n} {getattr(a, n)} / {getattr(b, n)}" for n in names if getattr(a, n) != getattr(b, n)]
    return "not joined", ", ".join(differ) or "same class; wording or report too far apart"


if __name__ == "__main__":
    main()
