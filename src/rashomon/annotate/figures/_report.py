"""What the figures of one report ask of the whole report, worked out once."""

from dataclasses import dataclass, field
from typing import NamedTuple

from rashomon.annotate.figures._lexicon import Lexicon
from rashomon.annotate.figures._whereabouts import datelines
from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.names import NamesData
from rashomon.model import Name, Ref, Time
from rashomon.view import Placed, View

__all__ = ["Report", "located"]

_BETWEEN = 3  # words between "in" and the noun of a place: "in the northern coastal town of X"


class Span(NamedTuple):
    start: int
    end: int


@dataclass(slots=True)
class Report:
    """``country``: ISO 3166-1 alpha-2, of the place that the report names most; ``leading``: that place."""

    view: View
    country: str | None
    leading: tuple[Ref, str | None]
    told: Placed[Time] = field(init=False)  # dates outside quotes, known at least in part
    sources: Placed[Span] = field(init=False)  # of the quotes
    datelines: frozenset[int] = field(init=False)  # where places and dates begin that say where and when it was written
    _located: dict[int, Placed[Name]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        quotes = self.view.placed(self.view.quotes)
        self.datelines = datelines(self.view)
        dates = [t for t in self.view.times if (t.value or t.partial) and t.start not in self.datelines]
        self.told = Placed([t for t in dates if not quotes.around(t.start, t.start + 1)])
        spans = [Span(q.source_start, q.source_end or 0) for q in self.view.quotes if q.source_start is not None]
        self.sources = Placed(sorted(spans))

    def located(self, lex: Lexicon) -> Placed[Name]:
        """Places behind one of the words that say where, in the language of ``lex``."""
        found = self._located.get(id(lex))
        if found is None:
            rows = [n for n in self.view.names if n.kind == "place" and located(self.view, lex, n)]
            found = self._located[id(lex)] = Placed(rows)
        return found


def located(view: View, lex: Lexicon, name: Name) -> bool:
    """Whether a place stands behind "in", "w", "a": it says where, not whose. A noun may stand between:
    "in the mining ⟦town of⟧ X", "близ ⟦города⟧ X"."""
    i = view.token_at(name.start)
    folds = [t.fold for t in view.tokens[max(0, i - _BETWEEN - 2) : i]]
    if not folds or folds[-1] in lex.data.locative:
        return bool(folds)
    nouns = [first for first, last, _ in lex.pack.build(_place_nouns).scan(folds) if last == len(folds)]
    return any(fold in lex.data.locative for first in nouns for fold in folds[max(0, first - _BETWEEN) : first])


def _place_nouns(pack: Pack) -> PhraseTable[bool]:
    return PhraseTable([(pattern, True) for pattern in pack.read(NamesData).place_before], pack.lemmas)
