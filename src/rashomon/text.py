"""Folding and tokens: what every room does to letters, in one place.

Offsets never move: a fold is a separate string beside the token, never a rewriting of the text.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from rashomon.model import Token

A = TypeVar("A")
MOST = 100_000  # words remembered
# Combining marks stay inside their word ("Тока́ев"), and so does a soft hyphen.
_MARKS = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u00ad"
# An apostrophe before a soft vowel is a letter of Ukrainian and Belarusian ("п’ять", "ім'я", "П'ЯТЬ").
_INNER = r"['\u2019`](?:(?<=[\u0400-\u052f].)(?=[яюєїеёі])|(?<=[\u0400-\u042f].)(?=[ЯЮЄЇ]))"
_WORD = rf"[^\W\d_]+(?:(?:[{_MARKS}]|{_INNER})[^\W\d_]*)*"  # no mark is a letter: the runs are apart
# A word broken at a line end ("Organi-\nzacja") is one token; the second half must be lower case.
_TOKEN = re.compile(rf"({_WORD})|(\d+)|(\S)")
_KINDS = ("", "word", "number", "sign")  # of the group that matched
_HYPHENS = frozenset("-\u2010\u00ad")
_BREAK = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[ \t]*")
_WORD_AT = re.compile(_WORD)
_DROP = {0x301: None, 0x300: None, 0xAD: None, 0x200B: None, 0x2060: None}
_SAME = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-"})


class Known(dict[str, A]):
    """Answers about words, each worked out once: faster to ask than a function that remembers."""

    __slots__ = ("answer",)

    def __init__(self, answer: Callable[[str], A]) -> None:
        self.answer = answer

    def __missing__(self, word: str) -> A:
        found = self.answer(word)
        if len(self) < MOST:
            self[word] = found
        return found


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The matching form of a word: case-folded, composed, without stress marks or soft hyphens.

    "Тока́ев" -> "токаев", "ЁЛКА" -> "елка", "DOPO’" -> "dopo'". Accents that belong to the
    spelling stay ("città").
    """
    if word.isascii():
        return word.lower()
    if word.isalpha() and unicodedata.is_normalized("NFC", word):  # no marks: nearly every word
        return word.casefold().replace("ё", "е").replace("ʼ", "'")
    if word[0] > "\u036f":  # Cyrillic and beyond: an acute is a stress mark, never spelling
        word = unicodedata.normalize("NFC", word).translate(_DROP)
    else:
        word = unicodedata.normalize("NFC", word.replace("\u00ad", ""))
    return word.casefold().translate(_SAME)


def tokenize(text: str) -> list[Token]:
    """Words, digit runs and single signs of ``text``, in order and disjoint; no white space.

    "7mila" gives "7", "mila"; "L’esercito" gives "L", "’", "esercito"; "Алма-Ата" gives three.
    A word hyphenated over a line end is one token whose fold leaves out the break.
    """
    tokens: list[Token] = []
    done, size = 0, len(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        form, kind = match[0], _KINDS[match.lastindex or 3]
        if kind == "word":
            if end < size and text[end] in _HYPHENS:
                form, end = _mended(text, form, end)
                done = end
            form = fold(form)
        tokens.append(Token(start=start, end=end, fold=form, kind=kind))
    return tokens


def _mended(text: str, form: str, end: int) -> tuple[str, int]:
    """A word and its end, taken over a hyphen at a line end where it goes on in lower case."""
    while (gap := _BREAK.match(text, end)) and (more := _WORD_AT.match(text, gap.end())):
        if not more.group()[0].islower():
            break
        form, end = form + more.group(), more.end()
    return form, end


def squeeze(text: str) -> str:
    """``text`` on one line with single spaces: for showing and comparing, never for offsets."""
    return " ".join(text.split())


def stored_path(path: str) -> str:
    """A path as UTF-8 can hold it: bytes of a file name that are no UTF-8 become NUL and two hex digits."""
    return "".join(f"\0{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else c for c in path)


def real_path(stored: str) -> str:
    """The path that `stored_path` was given."""
    return re.sub(r"\0([0-9a-f]{2})", lambda match: chr(0xDC00 + int(match[1], 16)), stored)


def digest(doc: str) -> str:
    """Six hexadecimal digits that stand for a report in the ids of its mentions."""
    return hashlib.sha256(doc.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def mention_id(kind: str, doc: str, start: int) -> str:
    """The address of a mention: kind, report and the place it starts at ("time-1f3a9c-210")."""
    return f"{kind}-{digest(doc)}-{start}"
