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
    "place_cues",
)


OWN = ("connectors", "conjunctions", "openers", "articles")  # the general pack's are not added to a pack's own


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled lists of one pack. Tables give the pattern's list name; sets hold folded words."""

    pack: Pack
    data: NamesData
    phrases: PhraseTable[str]
    words: dict[str, PhraseTable[str]]
    given: frozenset[str]
    never: PhraseTable[str]
    endings: tuple[tuple[str, str], ...]

    def has(self, name: str, word: str) -> bool:
        """Is ``word`` in a list of single words (stems allowed)?"""
        return bool(self.words[name].at((word,), 0))

    def longest(self, name: str, words: list[str]) -> int:
        """How many of ``words``, from the first, the longest phrase of a list takes; 0 for none."""
        return max((end for end, of in self.phrases.at(words, 0) if of == name), default=0)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a pack code ("und" for languages without a pack)."""
    pack, general = load(code), load("und")
    data, shared = pack.read(NamesData), general.read(NamesData)
    both = (data,) if pack is general else (data, shared)
    rows = [(pattern, name) for name in PHRASES for source in both for pattern in getattr(source, name)]
    return Lexicon(
        pack=pack,
        data=data,
        phrases=PhraseTable(rows, pack.lemmas),
        words={name: _table(pack, name, (data,) if name in OWN else both) for name in WORDS},
        given=frozenset(fold(w) for d in both for w in d.given) | _listed(pack.folder) | _listed(general.folder),
        never=_table(pack, "never", both),
        endings=tuple(sorted(data.endings, key=lambda pair: (-len(pair[0]), pair))),
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
