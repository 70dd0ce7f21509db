"""The tokens of one report by place: each passage is taken apart once."""

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.model import Token
from rashomon.text import tokenize

__all__ = ["Tokens"]


class Tokens:
    """The tokens of ``text``: given where they are known already."""

    def __init__(self, text: str, given: Sequence[Token] | None = None) -> None:
        self.every = tokenize(text) if given is None else given
        self._starts = [token.start for token in self.every]

    def within(self, start: int, end: int) -> list[Token]:
        """Those that lie in ``start:end``."""
        found = list(self.every[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
        while found and found[-1].end > end:
            found.pop()
        return found
