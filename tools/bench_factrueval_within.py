"""Links inside one report, in Russian: ../shared/bench/factrueval_ru, whose ids hold within a document only.

    python tools/bench_factrueval_within.py [--limit N] [--misses N]

The measure of `bench/run.py` counts pairs of names over all documents, which ids of this set cannot say; here each
document is linked by itself and pairs are counted inside it. Gold: mentions of persons, organisations and places with
an id; of these, the ones the program found with the same kind (spans overlap). Says so and ends with status 0 where
the data are missing.
"""

from collections import Counter
from itertools import combinations

from rashomon.link import link
from rashomon.model import Document, Options
from rashomon.pipeline import read_document
from sets import Row, arguments, rows

KINDS = {"PER": "person", "person": "person", "ORG": "org", "org": "org", "LOC": "place", "place": "place"}
Item = tuple[str, str, str, str]  # kind, gold id, entity, text


def main() -> None:
    """Link every document by itself, count pairs, print."""
    args = arguments(__doc__)
    found = rows("factrueval_ru", args.limit)
    if found is None:
        return
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[str] = []
    for row in found:
        for a, b in combinations(matched(row), 2):
            gold, given = a[1] == b[1], a[2] == b[2]
            if not gold and not given:
                continue
            for kind in {a[0], "all"}:
                counts[kind, "gold"] += gold
                counts[kind, "given"] += given
                counts[kind, "right"] += gold and given
            if gold != given:
                misses.append(f"  {'missed' if gold else 'wrong'} {a[0]}: {a[3]} | {b[3]}")
    for kind in ("person", "org", "place", "all"):
        right, gold_pairs, given_pairs = (counts[kind, name] for name in ("right", "gold", "given"))
        precision, recall = right / max(1, given_pairs), right / max(1, gold_pairs)
        f1 = 2 * right / max(1, gold_pairs + given_pairs)
        print(
            f"within documents: {kind:8} F1 {f1:.3f}   precision {precision:.3f}   recall {recall:.3f}   of {gold_pairs}"
        )
    most = Counter(misses).most_common(args.misses)
    print("\n".join(f"{line} ({n})" for line, n in most), end="\n" if most else "")


def matched(row: Row) -> list[Item]:
    """Gold mentions that were found with the right kind, each with the entity it was given."""
    reading = read_document(Document(doc=str(row["doc"]), text=row["text"], language="ru"))
    names = link([reading], Options()).readings[0].names
    found: list[Item] = []
    taken: set[int] = set()
    for mention in sorted(row["mentions"], key=lambda m: (m["start"], -m["end"])):
        kind = KINDS.get(mention["kind"])
        for i, name in enumerate(names):
            touching = mention["start"] < name.end and name.start < mention["end"]
            if touching and i not in taken and name.kind == kind and mention.get("id") and name.entity:
                taken.add(i)
                found.append((name.kind, str(mention["id"]), name.entity, name.text))
                break
    return found


if __name__ == "__main__":
    main()
