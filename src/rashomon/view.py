"""One report as the annotators see it: text, tokens, sentences, and what was found before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Generic, Protocol, TypeVar

from rashomon.lang import Folds, Pack, general, load
from rashomon.model import Citation, Document, Issue, Name, Number, Quote, Sentence, Time, Token


class Stretch(Protocol):
    """What has a place in the text: half-open offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=Stretch)


class Placed(Generic[M]):
    """Mentions found by place, without a walk over the report; all answers are in the order of ``rows``.

    ``rows`` must be sorted by start; they may overlap and nest.
    """

    def __init__(self, rows: list[M]) -> None:
        self.rows, self.size = rows, len(rows)
        self._starts = [row.start for row in rows]
        self._reach = list(accumulate((row.end for row in rows), max))  # how far the rows up to here go

    def begun(self, offset: int) -> int:
        """How many begin before ``offset``."""
        return bisect_left(self._starts, offset)

    def begin(self, start: int, end: int) -> list[M]:
        """Those that begin in ``start:end``."""
        return self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touch(self, start: int, end: int) -> list[M]:
        """Those that share a character with ``start:end``."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [row for row in self.rows[first:last] if row.end > start]

    def around(self, start: int, end: int) -> list[M]:
        """Those that contain all of ``start:end``."""
        first, last = bisect_left(self._reach, end), bisect_right(self._starts, start)
        return [row for row in self.rows[first:last] if row.end >= end]


@dataclass(slots=True)
class View:
    """``tokens`` and ``sentences`` come from `segment`; the lists below fill as annotators run,
    in the order of `pipeline.ANNOTATORS`. All lists are sorted by (start, end).
    """

    document: Document
    tokens: list[Token]
    sentences: list[Sentence]
    numbers: list[Number] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    text: str = field(init=False)
    _starts: list[int] = field(default_factory=list)
    _folds: dict[int, Folds] = field(default_factory=dict)
    _placed: dict[int, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.document.text

    def pack(self, sentence: Sentence) -> Pack:
        """The language pack of one sentence (a passage may be in another language)."""
        return load(sentence.language)

    def words(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def folds(self, sentence: Sentence) -> Folds:
        """The matching forms of the tokens of a sentence; all rooms read the same list."""
        found = self._folds.get(sentence.first)
        if found is None:
            found = self._folds[sentence.first] = Folds(t.fold for t in self.tokens[sentence.first : sentence.last])
        return found

    def token_at(self, offset: int) -> int:
        """Index of the token that covers or precedes ``offset``; -1 before the first."""
        if not self._starts:
            self._starts = [t.start for t in self.tokens]
        return bisect_right(self._starts, offset) - 1

    def placed(self, rows: list[M]) -> Placed[M]:
        """One of the lists above by place, kept until the list is another or has grown."""
        found: Placed[M] | None = self._placed.get(id(rows))
        if found is None or found.rows is not rows or found.size != len(rows):
            found = self._placed[id(rows)] = Placed(rows)
        return found

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers ``offset``."""
        low, high = 0, len(self.sentences)
        while low < high:
            mid = (low + high) // 2
            if self.sentences[mid].end <= offset:
                low = mid + 1
            else:
                high = mid
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None

    def by_sentence(self) -> Iterator[tuple[Sentence, Pack, list[Token]]]:
        """Every sentence that has a language pack, with the pack and its tokens."""
        for sentence in self.sentences:
            pack = load(sentence.language)
            if pack.covered:
                yield sentence, pack, self.words(sentence)

    def by_any_sentence(self) -> Iterator[tuple[Sentence, Pack, list[Token]]]:
        """Every sentence; where its language has no pack, with what CLDR alone says of it."""
        for sentence in self.sentences:
            yield sentence, general(sentence.language), self.words(sentence)
