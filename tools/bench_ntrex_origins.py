"""Translations of one article as one origin: ../shared/bench/ntrex_parallel, in the languages that have a pack.

    python tools/bench_ntrex_origins.py [--limit N] [--misses N]

All articles are one pile. An article counts where all its translations carry one text for the comparing room; a pair
where two of them do; a stranger is a pair of different articles that do. Says so and ends with status 0 where the
data are missing.
"""

from itertools import combinations

from rashomon import link, pipeline
from rashomon.compare.pile import lay_out
from rashomon.compare.reuse import text_groups
from rashomon.lang import available
from rashomon.model import Document, Options
from sets import Row, arguments, rows


def main() -> None:
    """Read all translations, fold, count, print."""
    args = arguments(__doc__)
    found = rows("ntrex_parallel", args.limit)
    if found is None:
        return
    readings = [pipeline.read_document(document) for row in found for document in translations(row)]
    linked = link.link(sorted(readings, key=lambda reading: reading.document.doc), Options())
    texts = text_groups(lay_out(linked, "en"))
    folded = [row["doc"] for row in found if len({texts[d.doc] for d in translations(row)}) == 1]
    pairs = [(a.doc, b.doc) for row in found for a, b in combinations(translations(row), 2)]
    one = sum(texts[a] == texts[b] for a, b in pairs)
    strangers = sum(texts[a] == texts[b] for a, b in combinations(sorted(texts), 2)) - one
    print(f"articles folded   {len(folded)} of {len(found)}")
    print(f"pairs folded      {one} of {len(pairs)}")
    print(f"strangers folded  {strangers}")
    for row in [row for row in found if row["doc"] not in folded][: args.misses]:
        print(row["doc"], {d.language: texts[d.doc] for d in translations(row)})


def translations(row: Row) -> list[Document]:
    """The article in each language that has a pack."""
    return [
        Document(doc=f"{row['doc']}.{code}", text="\n".join(lines), language=code, published=row["date_hint"])
        for code, lines in row["sentences"].items()
        if code in available()
    ]


if __name__ == "__main__":
    main()
