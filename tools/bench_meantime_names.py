"""Names of persons, organisations and places in English news: ../shared/bench/meantime_full_en.

    python tools/bench_meantime_names.py [--limit N] [--misses N]

Gold: mentions of kind PER, ORG or LOC whose form is NAM (a bare name) or PRE.NAM (a name before a noun). Only the
headline, the date line and the next four sentences of an article are annotated in full (mentions fall from 34 to 9 a
thousand characters at the seventh), so only these are measured. What is found inside another mention of the gold (a
noun phrase, a product, a date) counts neither way, as the gold need not list the name inside it. A name counts where
spans overlap and the kind is right. Says so and ends with status 0 where the data are missing.
"""

from collections import Counter

from rashomon.model import Document, Name, Reading
from rashomon.pipeline import read_document
from sets import Row, arguments, rows

ZONE = 6  # sentences
KINDS = {"PER": "person", "ORG": "org", "LOC": "place"}
FORMS = ("NAM", "PRE.NAM")


def main() -> None:
    """Read every article, compare, print."""
    args = arguments(__doc__)
    articles = rows("meantime_full_en", args.limit)
    if articles is None:
        return
    right, gold, found, kinds = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    misses: list[str] = []
    for row in articles:
        reading = read_document(Document(doc=row["doc"], text=row["text"], language="en"))
        compare(row, reading, (right, gold, found, kinds), misses)
    for kind in ("person", "org", "place", "all"):
        figures = (sum(c.values()) if kind == "all" else c[kind] for c in (right, gold, found))
        print(shown(f"names {kind}", *figures))
    print("errors by kind:", ", ".join(f"{name} {count}" for name, count in sorted(kinds.items())))
    print("\n".join(misses[: args.misses]), end="\n" if args.misses else "")


def compare(row: Row, reading: Reading, counts: tuple[Counter[str], ...], misses: list[str]) -> None:
    """Count one article: right, gold, found, errors."""
    right, gold_count, found_count, errors = counts
    zone = reading.sentences[:ZONE][-1].end
    names = [n for n in reading.names if n.end <= zone]
    gold = [m for m in wanted(row) if m["end"] <= zone]
    others = [m for m in row["mentions"] if m not in gold]
    taken: set[int] = set()
    for mention in gold:
        kind = KINDS[mention["kind"]]
        gold_count[kind] += 1
        near = [i for i, n in enumerate(names) if touch(mention, n) and i not in taken]
        same = [i for i in near if names[i].kind == kind]
        if same:
            taken.add(same[0])
            right[kind] += 1
            found_count[kind] += 1
        else:
            errors[f"{kind} taken for {names[near[0]].kind}" if near else f"{kind} missed"] += 1
            misses.append(f"  missed {kind}: {mention['surface']} ({row['doc'][:30]})")
    for i, name in enumerate(names):
        if i not in taken and name.kind in KINDS.values() and not covered(name, others, gold):
            found_count[name.kind] += 1
            errors[f"{name.kind} too many"] += 1
            misses.append(f"  too many {name.kind}: {name.text} ({row['doc'][:30]})")


def wanted(row: Row) -> list[Row]:
    """The names of the gold, one for each span, the longest where they nest."""
    named = {(m["start"], m["end"]): m for m in row["mentions"] if m["kind"] in KINDS and m["form"] in FORMS}
    spans = sorted(named, key=lambda s: (s[0], -s[1]))
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return [named[s] for s in outer]


def covered(name: Name, others: list[Row], gold: list[Row]) -> bool:
    """Inside what the gold marks as something else (and no name of the gold under it)."""
    if any(touch(m, name) and KINDS[m["kind"]] != name.kind for m in gold):
        return False
    return any(touch(m, name) for m in others) or any(touch(m, name) for m in gold)


def touch(mention: Row, name: Name) -> bool:
    return bool(mention["start"] < name.end and name.start < mention["end"])


def shown(label: str, right: int, gold: int, found: int) -> str:
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * right / max(1, gold + found)
    return f"{label:16} F1 {f1:.3f}   precision {precision:.3f}   recall {recall:.3f}   gold {gold}   found {found}"


if __name__ == "__main__":
    main()
