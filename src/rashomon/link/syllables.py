"""Names made of syllables: Chinese ones as Cyrillic writes them, Korean ones under all their spellings.

"Jinping" and "Цзиньпин", "Jong Un" and "Чен Ын" do not sound alike letter by letter; they are the same syllables.
Source of the first: the system of Palladius, which Russian has used for Chinese since the nineteenth century.
"""

from functools import cache

from rashomon.lang import load
from rashomon.lang.schema.link import LinkData

_MOST = 3  # syllables of one word
_KOREAN = "q"  # a letter that no sound has

__all__ = ["cyrillic", "is_syllable", "korean"]


@cache
def _pinyin() -> dict[str, str]:
    """All syllables, as Cyrillic writes them."""
    data = load("und").read(LinkData)
    rows = [dict(row.split(">") for row in part) for part in (data.pinyin_initials, data.pinyin_finals)]
    made = {a + b: rows[0][a] + rows[1][b] for a in rows[0] for b in rows[1]}
    return made | dict(row.split(">") for row in data.pinyin_whole)


def cyrillic(word: str, most: int = _MOST) -> str | None:
    """A folded Latin word of Chinese syllables in Cyrillic letters; None for any other word."""
    table = _pinyin()
    if word in table:
        return table[word]
    for size in range(min(6, len(word) - 1), 0, -1) if most > 1 else ():
        rest = cyrillic(word[size:], most - 1) if word[:size] in table else None
        if rest is not None:
            return table[word[:size]] + rest
    return None


@cache
def _korean() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in load("und").read(LinkData).korean:
        first, *others = row.split()
        for spelling in (first, *others):
            found.setdefault(spelling, []).append(_KOREAN + first)
    return {spelling: tuple(keys) for spelling, keys in found.items()}


def korean(word: str) -> tuple[str, ...]:
    """What stands for the Korean syllables that a folded word may be; it is no sound of any other word."""
    return _korean().get(word, ())


def is_syllable(word: str) -> bool:
    """Whether a folded word is one Chinese or Korean syllable: of these a letter more is another name ("Li", "Lei")."""
    return word in _pinyin() or word in _korean()
