"""One sentence laid out for reading its figures: tokens, cues of a measure, counted spots."""

from dataclasses import dataclass, field

from rashomon.annotate.figures._lexicon import Cue, Lexicon
from rashomon.annotate.figures._report import Report
from rashomon.model import Number, Sentence, Token
from rashomon.view import View

__all__ = ["Noun", "Scene", "Spot"]


@dataclass(slots=True)
class Noun:
    """The counted noun phrase: token positions in the sentence, and what the lists say of it."""

    first: int
    last: int
    unit: str | None = None
    who: str | None = None
    measure: str | None = None  # where the noun itself says it: "12 dead"
    known: bool = False  # a list names it
    bare: bool = False  # only a word of the measure: "18 killed"


@dataclass(slots=True)
class Spot:
    """A number that may be a figure, and what has been decided about it so far."""

    number: Number
    first: int
    last: int
    noun: Noun | None = None
    unit: str | None = None
    measure: str | None = None
    who: str | None = None
    cue: Cue | None = None
    intended: bool = False  # behind a word of purpose: "an operation to free ⟦12⟧ hostages"
    part: bool = False  # part of the figure before it: "including 12 children", "three of them"
    lent: "Spot | None" = None  # the coordinated figure whose noun it shares
    why: list[str] = field(default_factory=list)

    @property
    def end(self) -> int:
        """First position behind the number and its noun."""
        return max(self.last, self.noun.last if self.noun else 0)


@dataclass(slots=True)
class Scene:
    view: View
    sentence: Sentence
    lex: Lexicon
    tokens: list[Token]
    folds: list[str]
    cues: list[Cue]
    spots: list[Spot]
    breaks: set[int]
    report: Report
    _cue_of: dict[int, Cue] | None = None  # position -> cue, and the same for spots below
    _spot_of: dict[int, Spot] = field(default_factory=dict)
    _indexed: list[Spot] | None = None  # the list that ``_spot_of`` was made from

    @property
    def country(self) -> str | None:
        return self.report.country

    def cue_at(self, i: int) -> Cue | None:
        """The cue that covers position ``i``; the first in order where several do."""
        if self._cue_of is None:
            self._cue_of = {k: cue for cue in reversed(self.cues) for k in range(cue.first, cue.last)}
        return self._cue_of.get(i)

    def text(self, first: int, last: int) -> str:
        """The words of positions ``first:last`` as written."""
        return self.view.text[self.tokens[first].start : self.tokens[last - 1].end]

    def spot_at(self, i: int) -> Spot | None:
        """The number that covers position ``i``; the first in order where several do."""
        if self._indexed is not self.spots:
            self._spot_of = {k: spot for spot in reversed(self.spots) for k in range(spot.first, spot.last)}
            self._indexed = self.spots
        return self._spot_of.get(i)
