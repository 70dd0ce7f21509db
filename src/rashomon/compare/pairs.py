"""Two figures of one question, put in order of time where they have one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.compare.bounds import Bounds, meet
from rashomon.compare.dates import Days, days
from rashomon.compare.pile import Claim, Pile

__all__ = ["CUMULATIVE", "Pair", "Ruling", "pair"]

# Counts that only grow while an event lasts; a later, lower one needs its source to take it back.
CUMULATIVE = frozenset({"killed", "injured", "detained", "damaged", "looted", "rescued", "cases"})
_WHILE = 60  # days after an event in which a report's toll is the toll of its own day


class Ruling(NamedTuple):
    """``relation`` and the key of its reason in ``compare.toml``."""

    relation: str
    reason: str


@dataclass(frozen=True)
class Pair:
    """Two figures of one question; ``a`` is the earlier one where their dates say so."""

    a: Claim
    b: Claim
    pile: Pile
    same_voice: bool
    same_text: bool
    ordered: bool  # a is known to be earlier than b

    @property
    def cumulative(self) -> bool:
        return self.a.figure.measure in CUMULATIVE

    @property
    def bounds(self) -> tuple[Bounds, Bounds]:
        return self.a.loose, self.b.loose

    @property
    def met(self) -> bool:
        return meet(*self.bounds)


def pair(a: Claim, b: Claim, pile: Pile, voice: Mapping[str, str], texts: Mapping[str, str]) -> Pair:
    """Put two claims in order of time where they have one, else of their place in the pile."""
    first, second = (b, a) if _earlier(b, a) or (b.scope.withdrawn and not a.scope.withdrawn) else (a, b)
    return Pair(
        a=first,
        b=second,
        pile=pile,
        same_voice=voice[a.id] == voice[b.id],
        same_text=texts[a.doc] == texts[b.doc],
        ordered=_earlier(first, second),
    )


def _earlier(a: Claim, b: Claim) -> bool:
    """Known to be earlier. The later one must be dated; for the earlier one its report's latest day
    will do. The other way round it will not: that day may lie ahead ("talks start on 12 May").
    """
    first, second = a.asof.days, b.asof.days
    if first is None or second is None or not b.asof.dated:
        return False
    if a.doc != b.doc and not (a.asof.given == b.asof.given == "sentence" and _apart(first, second)):
        first, second = _known(a) or first, _known(b) or second
    return first.before(second)


def _apart(a: Days, b: Days) -> bool:
    return a.before(b) or b.before(a)


def _known(claim: Claim) -> Days | None:
    """When a toll was known. "The blast on Tuesday killed nine" dates the blast: the count is that of the
    report's own day, unless the words say "as of", or the report tells of another day's toll as well.
    """
    when, told = claim.asof.days, days(claim.report.document.published)
    counts = claim.figure.measure in CUMULATIVE and claim.asof.given == "sentence" and not claim.scope.as_of
    late = when is not None and told is not None and when.before(told) and when.gap(told) <= _WHILE
    return told if counts and late and not _told_again(claim) else when


def _told_again(claim: Claim) -> bool:
    """Whether its report dates another count of the same kind otherwise: then the dates tell them apart."""
    own = claim.figure
    rows = (f for f in claim.report.reading.figures if (f.measure, f.who) == (own.measure, own.who))
    return any(f.when_from == "sentence" and f.when not in (None, own.when) for f in rows)
