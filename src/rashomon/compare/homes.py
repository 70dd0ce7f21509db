"""A question that takes in figures which fit one of its own: looked up by value, not figure by figure."""

from collections import defaultdict
from collections.abc import Iterable

from rashomon.compare.bounds import Bounds, exact, meet, stated, vague
from rashomon.compare.pile import Claim

__all__ = ["Home"]


class Home:
    """``claims`` of one question, with the reports that give each value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims: list[Claim] = []
        self._values: dict[Bounds, set[str]] = defaultdict(set)
        self._exact: dict[Bounds, set[str]] = defaultdict(set)
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        value = stated(claim.figure)
        self._values[value].add(claim.doc)
        if exact(claim.figure):
            self._exact[value].add(claim.doc)

    def fits(self, claim: Claim) -> bool:
        """ "dozens" fits 26 of another report, and 200 fits 200; "over 1,000" fits "hundreds" only by chance."""
        value = stated(claim.figure)
        if _others(self._values.get(value), claim.doc):
            return True
        rows = self._exact.items() if vague(claim.figure) else ()
        return any(meet(value, other) and _others(docs, claim.doc) for other, docs in rows)


def _others(docs: set[str] | None, doc: str) -> bool:
    """Whether a report other than ``doc`` is among them."""
    return docs is not None and len(docs) > (doc in docs)
