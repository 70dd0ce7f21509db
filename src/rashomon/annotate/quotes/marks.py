"""Quotation marks: which sign opens, which closes, and the passages they enclose.

Writers mix marks freely (`„...“`, `„...”`, `«...»`, `»...«`, `“...”`, `''...''`, `"..."`), nest them, forget to
close them and reopen them at each paragraph, so a sign is judged by its kind and by the spaces around it.
"""

from dataclasses import dataclass

from rashomon.model import Token
from rashomon.view import View

OPENERS = frozenset("«„‹‚")
CLOSERS = frozenset("»”›")
LETTERLIKE = frozenset("'’‘")  # also an apostrophe
ALL = OPENERS | CLOSERS | frozenset('“"') | LETTERLIKE
CLOSED_BY = {
    "«": "»",
    "»": "«»",
    "„": '”“"»’',
    "‚": "‘’",
    "‹": "›",
    "“": '”"“',
    "”": '”"',
    '"': '"”“',
    "''": "''",
    "‘": "’",
    "'": "'",
}
REOPENS = 3  # paragraphs that one speech may run over without a closing sign


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked passage as token indexes: ``first:last`` inside the marks, ``open``..``close`` with them."""

    open: int
    first: int
    last: int
    close: int  # index of the last token of the closing mark
    depth: int


@dataclass(slots=True)
class _Open:
    sign: str
    at: int
    first: int


def find_marked(view: View) -> list[Marked]:
    """All marked passages, outer before inner, by position."""
    reader = _Reader(view)
    reader.read()
    return sorted(reader.found, key=lambda m: (m.open, -m.close))


class _Reader:
    def __init__(self, view: View) -> None:
        self.tokens = list(view.tokens)
        self.ends = paragraph_ends(view)
        self.stack: list[_Open] = []
        self.found: list[Marked] = []

    def read(self) -> None:
        i = 0
        while i < len(self.tokens):
            sign = self.tokens[i].fold
            if sign in ALL and self.tokens[i].kind == "sign":
                i = self.mark(i, sign)
            else:
                i += 1
            if i in self.ends and self.stack:
                self.leave(i)
        self.stack.clear()

    def mark(self, i: int, sign: str) -> int:
        """Handle the sign at ``i``; the index after it."""
        last = i
        if sign == "'" and self.next_is(i, "'"):  # two typed apostrophes: ''like this''
            sign, last = "''", i + 1
        if self.closes(i, last, sign):
            opened = self.stack.pop()
            self.found.append(Marked(opened.at, opened.first, i, last, len(self.stack)))
        elif self.opens(i, last, sign):
            self.stack.append(_Open(sign, i, last + 1))
        return last + 1

    def next_is(self, i: int, sign: str) -> bool:
        nxt = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return nxt is not None and nxt.fold == sign and nxt.start == self.tokens[i].end

    def gaps(self, i: int, last: int) -> tuple[bool, bool]:
        before = i == 0 or self.tokens[i - 1].end < self.tokens[i].start
        after = last + 1 >= len(self.tokens) or self.tokens[last].end < self.tokens[last + 1].start
        return before, after

    def closes(self, i: int, last: int, sign: str) -> bool:
        """Does the sign close the innermost open passage? An opener that was never closed is dropped."""
        before, after = self.gaps(i, last)
        if not self.stack:
            return False
        if self.stack[-1].first == i or (before and not after):  # empty, or stands before a word: "a "b" c"
            return False
        if sign in LETTERLIKE and (before or self.touches_word(last) or self.possessive(i)):
            return False
        if i and self.tokens[i - 1].fold == ":" and after:  # `chiedono:” Cosa`: an opening sign typed wrongly
            return False
        return self.unwind(sign)

    def possessive(self, i: int) -> bool:
        """ "the farmers’ fields" inside single marks."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return self.tokens[i - 1].fold.endswith("s") and after is not None and after.kind == "word"

    def unwind(self, sign: str) -> bool:
        for k in range(len(self.stack) - 1, -1, -1):
            opener = self.stack[k].sign
            if sign in CLOSED_BY[opener] and not (sign == "'" and opener == "''"):
                del self.stack[k + 1 :]
                return True
            if opener not in LETTERLIKE and sign in LETTERLIKE:
                return False
        return False

    def opens(self, i: int, last: int, sign: str) -> bool:
        before, after = self.gaps(i, last)
        if sign in OPENERS:
            return True
        if sign == "’":
            return False
        if sign in LETTERLIKE:
            return before and not after and self.touches_word(last)
        if sign in CLOSERS:  # »German style«, ”Swedish style”, or typed wrongly after a colon
            return (before and not after) or (i > 0 and self.tokens[i - 1].fold == ":")
        return not after or before

    def touches_word(self, last: int) -> bool:
        nxt = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        return nxt is not None and nxt.start == self.tokens[last].end and nxt.kind == "word"

    def leave(self, end: int) -> None:
        """At the end of a paragraph: carry an open speech on where it is reopened or closed later."""
        outer = self.stack[0]
        going = outer.sign not in LETTERLIKE and self.goes_on(end, outer.sign)
        if going:
            del self.stack[1:]
            return
        last = self.found[-1] if self.found else None
        if last and last.open > outer.at and last.close >= end - 2:  # the inner closing sign closed both
            self.found.append(Marked(outer.at, outer.first, last.last, last.close, 0))
        self.stack.clear()

    def goes_on(self, end: int, sign: str) -> bool:
        if end >= len(self.tokens):
            return False
        first = self.tokens[end].fold
        if first == sign or (first in '«“"„' and sign in '«“"„'):
            if self.closes_after(end + 1, sign):
                self.tokens[end] = _blank(self.tokens[end])
                return True
            return False
        return sign != '"' and self.closes_after(end, sign)

    def closes_after(self, start: int, sign: str) -> bool:
        """Is the next mark of this family a closing one, within a few paragraphs?"""
        passed, i = 0, start
        while i < len(self.tokens) and passed < REOPENS:
            here: Token = self.tokens[i]
            if here.fold in CLOSED_BY[sign] and (i == 0 or self.tokens[i - 1].end == here.start):
                return True
            if here.kind == "sign" and here.fold in '«„“"':
                return i in self.ends and self.closes_after(i + 1, sign)
            i += 1
            passed += i in self.ends
        return False


def _blank(token: Token) -> Token:
    """A reopening sign at the head of a paragraph, taken out of the count."""
    return Token(start=token.start, end=token.end, fold="", kind="sign")


def paragraph_ends(view: View) -> frozenset[int]:
    """Token indexes at which a paragraph has ended."""
    ends = {len(view.tokens)}
    for one, two in zip(view.sentences, view.sentences[1:], strict=False):
        if one.paragraph != two.paragraph:
            ends.add(two.first)
    return frozenset(ends)
