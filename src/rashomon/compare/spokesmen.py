"""Whom of many figures to compare pair by pair: pairs grow as the square, and copies say the same.

Of a question of a few figures every pair is listed. Of a larger one a figure in a copy of a text stands beside the
first that says just the same there - one relation, "repeat", instead of one with every other figure.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from rashomon.compare.pile import Claim

__all__ = ["Heard", "heard"]

_FEW = 20  # figures of one question of which every pair is listed
_MOST = 200  # figures, copies aside, above which one speaks for each origin, value and day


class Heard(NamedTuple):
    """``speak``: to be compared pair by pair. ``copies``: (spokesman, copy)."""

    speak: list[Claim]
    copies: list[tuple[Claim, Claim]]


def heard(group: Sequence[Claim], voice: Mapping[str, str], texts: Mapping[str, str]) -> Heard:
    """The spokesmen of a question's figures in their order, and who stands beside whom."""
    if len(group) <= _FEW:
        return Heard(list(group), [])
    first: dict[Hashable, Claim] = {}
    copies = []
    for claim in group:
        spokesman = first.setdefault(_said(claim, voice[claim.id], texts), claim)
        if spokesman is not claim:
            copies.append((spokesman, claim))
    return Heard(_fewer(list(first.values()), voice), copies)


def _said(claim: Claim, voice: str, texts: Mapping[str, str]) -> Hashable:
    """Everything about a figure that the rules of relations ask for: one text, voice, number, scope, place and date."""
    figure, document = claim.figure, claim.report.document
    number = figure.low, figure.high, figure.approx, figure.unit, figure.measure, figure.who, figure.status
    told = (
        claim.scope,
        claim.place,
        claim.where,
        figure.where,
        claim.asof,
        claim.known,
        figure.source in (None, "author"),
    )
    return texts[claim.doc], document.language, document.published, voice, number, told


def _fewer(claims: list[Claim], voice: Mapping[str, str]) -> list[Claim]:
    """Of very many one for each origin, value, status and day."""
    if len(claims) <= _MOST:
        return claims
    seen: dict[Hashable, Claim] = {}
    for claim in claims:
        figure = claim.figure
        day = claim.asof.days.last[:10] if claim.asof.days else ""
        seen.setdefault((voice[claim.id], figure.low, figure.high, figure.status, day), claim)
    return list(seen.values())[:_MOST]
