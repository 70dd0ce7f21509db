"""Passages as sets of numbers, so that copies can be told by what they have in common.

w-shingling (Broder 1997): a hash of each few words in a row. Winnowing (Schleimer, Wilkerson, Aiken 2003): the
smallest hash of every four in a row, which any nine words in common must share. Rows of numbers are packed, four
bytes each.
"""

from array import array  # a set of numbers takes ten times the memory
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar
from zlib import crc32

from rashomon.model import Token

__all__ = ["Numbers", "hash_of", "hashes", "numbers", "packed", "share", "winnowed"]

Numbers = memoryview
T = TypeVar("T")
_WINDOW = 4


def hashes(tokens: Iterable[Token], width: int) -> list[int]:
    """Each ``width`` words in a row as a number; digits are left out, so that a new number in an old
    sentence ("12 people died" -> "16 people died") is still the old sentence.
    """
    words = [t.fold for t in tokens if t.kind == "word"]
    return [crc32(" ".join(words[i : i + width]).encode()) for i in range(len(words) - width + 1)]


def hash_of(word: str) -> int:
    return crc32(word.encode())


def winnowed(row: Sequence[int]) -> frozenset[int]:
    """The smallest of every few hashes in a row; none of an empty row."""
    return frozenset(min(row[i : i + _WINDOW]) for i in range(max(1, len(row) - _WINDOW + 1))) if row else frozenset()


def packed(row: Iterable[int]) -> bytes:
    return array("I", row).tobytes()


def numbers(row: bytes) -> Numbers:
    """A packed row, read where it lies."""
    return memoryview(row).cast("I")


def share(a: AbstractSet[T], b: AbstractSet[T]) -> float:
    """How much of the smaller set is in the other: 0..1."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0
