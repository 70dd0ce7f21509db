"""How a name sounds: one plain spelling for all scripts, and the distance between two.

A sound string has a letter a sound: vowels a e i o u; consonants, with S (sh), C (ch), Z (zh) and J (dzh) apart.
What spelling systems disagree on is folded away: doubled letters, soft signs, the glide of "-ayev" / "-ajew".
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from rashomon.lang import Pack, load
from rashomon.lang.schema.link import LinkData
from rashomon.link.syllables import cyrillic, korean

_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?<=[aeou])i(?=[aeou])|i(?=e)|(?<=.)h(?=[^aeiou]|$)")
# Sounds that transliterations exchange: the cost of an exchange (1 for any other letters).
_EXCHANGED = {
    0.35: "ie ia ea eo ao au ou iu eu oi ua",
    0.5: "hg hk sz sS sC Cc cs SC Zz ZJ Ji JC vf vu gJ Zi kg td bp bv SZ kc zc kC",
}
_NEAR = {(pair[i], pair[1 - i]): cost for cost, pairs in _EXCHANGED.items() for pair in pairs.split() for i in (0, 1)}
# Coarse classes for blocking: letters that spellings exchange share one.
_CLASSES = {"s": "szSCZJc", "k": "kgh", "v": "vf", "p": "bp", "t": "dt"}
_GLIDES = dict.fromkeys(map(ord, "aeiouvh"))
_COARSE = str.maketrans(
    {letter: name for name, letters in _CLASSES.items() for letter in letters} | dict.fromkeys("aeiou", None)
)


class _Speller:
    """The spelling rows of one language over those of the general pack."""

    def __init__(self, pack: Pack) -> None:
        rows = [*load("und").read(LinkData).spelling, *pack.read(LinkData).spelling]
        self.sounds = dict(row.split(">", 1) for row in rows)
        keys = sorted(self.sounds, key=lambda key: (-len(key), key))
        self.pattern = re.compile("|".join(map(re.escape, keys)) + "|.", re.DOTALL)

    def __call__(self, word: str) -> str:
        parts = []
        for letters in self.pattern.findall("^" + word):
            sound = self.sounds.get(letters)
            parts.append(letters if sound is None else sound)
        return smooth("".join(parts))


def smooth(raw: str) -> str:
    """Doubled letters and glides folded away: "andreiev" -> "andrev", "novitskii" -> "novitski"."""
    return _undoubled(_GLIDE.sub("", _undoubled(raw)))


def _undoubled(raw: str) -> str:
    return _DOUBLE.sub(_first, raw)  # a template ("\\1") would be taken apart at each double


def _first(double: re.Match[str]) -> str:
    return double[1]


@lru_cache(maxsize=200_000)
def sounds(word: str, language: str | None) -> tuple[str, ...]:
    """Readings of a folded word, the language's own first.

    A Latin-script word may keep its foreign spelling, so it is read as English and by general rules too.
    """
    first = sound(word, language)
    word = _readable(word)
    if not word or word[0] >= "\u0370":
        return (first, *korean(word))
    chinese = cyrillic(word) if len(word) > 1 else None
    more = [sound(word.replace("ch", "k"), "en")] if "ch" in word and language == "en" else []  # "Buchanan"
    more += [sound(chinese, "ru")] if chinese else []
    return tuple(dict.fromkeys((first, sound(word, "en"), sound(word, None), *more, *korean(word))))


@lru_cache(maxsize=200_000)
def sound(word: str, language: str | None) -> str:
    """The first of the `sounds` of a word: by the rules of its language."""
    word = _readable(word)
    if word and word[0] > "\u052f":  # neither Latin, Greek nor Cyrillic
        return smooth(anyascii(word).lower().replace("w", "v").replace("'", "").replace("y", "i"))
    return _plain(load(language).build(_Speller)(word))


def _readable(word: str) -> str:
    """A folded word in Latin or Cyrillic letters where it was Greek."""
    word = word.replace("ё", "е")
    return anyascii(word).lower() if word and "\u0370" <= word[0] <= "\u03ff" else word


@lru_cache(maxsize=50_000)
def unmarked(fold: str) -> str:
    """A Latin word without its accents: "vučić" -> "vucic"."""
    return "".join(c for c in unicodedata.normalize("NFKD", fold) if not unicodedata.combining(c))


def _plain(sound: str) -> str:
    """Without the accents that no spelling row named."""
    if sound.isascii():
        return sound
    bare = "".join(c for c in unicodedata.normalize("NFKD", sound) if not unicodedata.combining(c))
    return bare if bare.isascii() else anyascii(bare)


@lru_cache(maxsize=200_000)
def bare(sound: str) -> str:
    """The consonants of a sound string, glides left out: "fernando" and "frnandv" -> "frnnd"."""
    return _undoubled(sound.translate(_GLIDES))


@lru_cache(maxsize=200_000)
def coarse(sound: str) -> str:
    """The consonant classes of a sound string, for blocking: "petrov" -> "vtrv"."""
    first = "a" if sound[:1] in ("a", "e", "i", "o", "u") else ""
    return first + _undoubled(sound.translate(_COARSE))


@lru_cache(maxsize=200_000)
def distance(a: str, b: str, limit: float) -> float:
    """Weighted edit distance: a vowel more or less costs a half, near sounds less than a whole letter.

    Neighbours swapped cost 1. Returns a value above ``limit`` as soon as it must exceed it.
    """
    if abs(len(a) - len(b)) * 0.5 > limit:
        return limit + 1
    before: list[float] = []
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _loose(letter))
    for i, one in enumerate(a):
        line = [row[0] + _loose(one)]
        for j, other in enumerate(b):
            cost = 0.0 if one == other else _NEAR.get((one, other), 1.0)
            best = min(row[j] + cost, row[j + 1] + _loose(one), line[j] + _loose(other))
            if i and j and one == b[j - 1] and a[i - 1] == other:
                best = min(best, before[j - 1] + 1)
            line.append(best)
        if min(line) > limit:
            return limit + 1
        before, row = row, line
    return row[-1]


def _loose(letter: str) -> float:
    return 0.5 if letter in "aeiouh" else 1.0
