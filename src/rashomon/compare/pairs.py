"""Two figures of one question, put in order of time where they have one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.compare.asof import CUMULATIVE
from rashomon.compare.bounds import Bounds, meet
from rashomon.compare.dates import Days
from rashomon.compare.pile import Claim, Pile

__all__ = ["CUMULATIVE", "Pair", "Ruling", "pair"]

_FIXED = frozenset({"depth", "height", "capacity"})


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
    def unchanging(self) -> bool:
        """What was so at one moment: those aboard, a magnitude, a depth."""
        a, b = self.a, self.b
        if a.figure.measure == "present" and a.figure.who == b.figure.who:
            return "inside" in a.scope.topics & b.scope.topics
        both = a.scope.magnitude and b.scope.magnitude
        return a.figure.measure == "size" and (both or bool(a.scope.topics & b.scope.topics & _FIXED))

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
        first, second = a.known.days or first, b.known.days or second
    return first.before(second)


def _apart(a: Days, b: Days) -> bool:
    return a.before(b) or b.before(a)
