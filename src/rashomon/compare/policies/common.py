"""What every policy starts from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from rashomon.compare.pile import Claim, Pile
from rashomon.text import squeeze

__all__ = ["Case", "Outcome", "cite", "newest_of_each", "value"]


class Outcome(NamedTuple):
    """One policy's numbers: None where the policy gives none."""

    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    rule: str
    reason: str


@dataclass(frozen=True)
class Case:
    """The claims of one question that assert something, and who answers for each."""

    claims: Sequence[Claim]
    voice: Mapping[str, str]
    pile: Pile
    officials: tuple[str, ...] = ()


def value(claim: Claim) -> Decimal | None:
    """The number a recorder would write down: the lower end, or the upper where only that is given."""
    figure = claim.figure
    return figure.low if figure.low is not None else figure.high


def newest_of_each(case: Case) -> list[Claim]:
    """Each origin's latest claim: an earlier toll of the same source is superseded by its own later one."""
    by_voice: dict[str, list[Claim]] = {}
    for claim in case.claims:
        by_voice.setdefault(case.voice[claim.id], []).append(claim)
    found: list[Claim] = []
    for name in sorted(by_voice):
        mine = by_voice[name]
        found += [c for c in mine if not any(_supersedes(other, c) for other in mine)]
    return found


def _supersedes(new: Claim, old: Claim) -> bool:
    return bool(new.asof.days and old.asof.days and old.asof.days.before(new.asof.days))


def cite(claims: Sequence[Claim], case: Case) -> str:
    """ "16 (002.txt), 18 (003.txt)": the figures an outcome rests on."""
    return ", ".join(f"{squeeze(c.figure.text)} ({c.doc})" for c in sorted(claims, key=lambda c: c.key))
