"""How well single pairs of names are matched: the pairs and the transliterations of ../shared/bench/names_pairs.

    python tools/bench_names_pairs.py [--data FOLDER] [--misses N]

Prints precision, recall and F1 over the pairs, by kind; and for words in two scripts the share that matches its own
counterpart and the share that matches another's. Says so and ends with status 0 where the data are missing.
"""

import argparse
import json
from pathlib import Path

from rashomon.link.match import near, same_name
from rashomon.link.words import word

HERE = Path(__file__).parents[2] / "shared" / "bench" / "names_pairs"
MATCH = 0.72


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def pairs(data: list[dict[str, str]], misses: int) -> None:
    """Precision, recall and F1 of `same_name`."""
    results = []
    for row in data:
        kind = "person" if row["kind"] == "person" else "org"
        results.append((kind, bool(row["same"]), same_name(row["a"], row["b"], kind), row))
    for name in ("person", "org", "all"):
        mine = [r for r in results if name in (r[0], "all")]
        right = sum(same and score.same for _, same, score, _ in mine)
        given = sum(score.same for _, _, score, _ in mine)
        wanted = sum(same for _, same, _, _ in mine)
        precision, recall = right / max(1, given), right / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"pairs {name:8} F1 {f1:.3f}   precision {precision:.3f}   recall {recall:.3f}   of {len(mine)}")
    wrong = [r for r in results if r[1] != r[2].same]
    for kind, same, score, row in wrong[:misses]:
        print(
            f"  {'missed' if same else 'wrong'} {kind}: {row['a']} | {row['b']} | {score.value:.2f} {'; '.join(score.why)}"
        )


def scripts(data: list[dict[str, str]]) -> None:
    """Share of words that match their counterpart in the other script, and share that match a stranger."""
    for code in sorted({row["lang"] for row in data}):
        mine = [row for row in data if row["lang"] == code]
        native = [word(row["native"], code) for row in mine]
        latin = [word(row["latin"], "en") for row in mine]
        own = sum(near(a, b) >= MATCH for a, b in zip(native, latin, strict=True))
        other = sum(near(a, b) >= MATCH for a, b in zip(native, latin[37:] + latin[:37], strict=True))
        print(f"script {code:7} matched {own / len(mine):.3f}   strangers {other / len(mine):.4f}   of {len(mine)}")


def main() -> None:
    """Read what is there and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    if not (args.data / "dev-pairs.jsonl").exists():
        print(f"no data in {args.data.name}: nothing measured")
        return
    pairs(rows(args.data / "dev-pairs.jsonl"), args.misses)
    scripts(rows(args.data / "dev-translit.jsonl"))


if __name__ == "__main__":
    main()
