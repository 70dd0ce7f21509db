"""What the finders ask of a pack: its name lists compiled, with the general pack's added."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.names import NamesData
from rashomon.text import fold

PHRASES = (
    "titles",
    "org_heads",
    "org_lower",
    "org_tails",
    "orgs",
    "places",
    "speech",
    "place_before",
    "place_lower",
    "other_before",
)
WORDS = (
    "articles",
    "particles",
    "connectors",
    "conjunctions",
    "openers",
    "portfolios",
    "org_before",
    "org_after",
    "place_heads",
    "place_first",
    "place_cues",
    "place_after",
    "tail_heads",
    "tail_links",
)


OWN = ("connectors", "conjunctions", "openers", "articles")  # the general pack's are not added to a pack's own


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled lists of one pack. Tables give the pattern's list name; sets hold folded words."""

    pack: Pack
    data: NamesData
    phrases: PhraseTable[str]
    words: "_Lists"
    given: frozenset[str]
    never: PhraseTable[str]
    endings: dict[str, tuple[str, ...]]  # case ending -> endings of the base form
    sizes: tuple[int, ...]  # of the case endings, the longest first

    def has(self, name: str, word: str) -> bool:
        """Is ``word`` in a list of single words (stems allowed)?"""
        return name in self.words[word]

    def longest(self, name: str, words: list[str]) -> int:
        """How many of ``words``, from the first, the longest phrase of a list takes; 0 for none."""
        return max((end for end, of in self.phrases.at(words, 0) if of == name), default=0)


class _Lists(dict[str, frozenset[str]]):
    """Word -> the lists of single words that it is in."""

    def __init__(self, table: PhraseTable[str]) -> None:
        self._table = table

    def __missing__(self, word: str) -> frozenset[str]:
        found = frozenset(name for _, name in self._table.at((word,), 0))
        if len(self) < 100_000:
            self[word] = found
        return found


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a pack code ("und" for languages without a pack)."""
    pack, general = load(code), load("und")
    data, shared = pack.read(NamesData), general.read(NamesData)
    both = (data,) if pack is general else (data, shared)
    rows = [(pattern, name) for name in PHRASES for source in both for pattern in getattr(source, name)]
    lists = [(name, source) for name in WORDS for source in ((data,) if name in OWN else both)]
    single = [(pattern, name) for name, source in lists for pattern in getattr(source, name)]
    undone: dict[str, tuple[str, ...]] = {}
    for ending, base in sorted(data.endings):
        undone[ending] = (*undone.get(ending, ()), base)
    return Lexicon(
        pack=pack,
        data=data,
        phrases=PhraseTable(rows, pack.lemmas),
        words=_Lists(PhraseTable(single, pack.lemmas)),
        given=frozenset(fold(w) for d in both for w in d.given) | _listed(pack.folder) | _listed(general.folder),
        never=_table(pack, "never", both),
        endings=undone,
        sizes=tuple(sorted({len(ending) for ending in undone}, reverse=True)),
    )


def _table(pack: Pack, name: str, sources: tuple[NamesData, ...]) -> PhraseTable[str]:
    return PhraseTable(((pattern, name) for data in sources for pattern in getattr(data, name)), pack.lemmas)


@cache
def _listed(folder: Path) -> frozenset[str]:
    """Given names of ``lexicon/given.tsv``: white-space separated, lines beginning # left out."""
    path = folder / "lexicon" / "given.tsv"
    if not path.exists():
        return frozenset()
    rows = [row for row in path.read_text("utf-8").splitlines() if not row.startswith("#")]
    return frozenset(fold(word) for row in rows for word in row.split())
