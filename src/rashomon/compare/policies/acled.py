"""ACLED: the most conservative number."""

from decimal import Decimal

from rashomon.compare.bounds import vague
from rashomon.compare.pile import Claim
from rashomon.compare.policies.common import Case, Outcome, cite, newest_of_each, value

__all__ = ["most_conservative"]

_TENS, _DOZENS, _HUNDREDS = Decimal(10), Decimal(12), Decimal(100)


def most_conservative(case: Case) -> Outcome | None:
    """One number: the most conservative of the most recent estimates.

    Source: *ACLED Codebook*, section on fatalities, and "FAQs: ACLED fatality methodology":
    "when and where reported fatalities differ, ACLED uses the most conservative estimate" unless
    later or verified information replaces it; "several" or "many" is coded 3 where no number can be
    had (10 where a large-scale event makes it plausible), "dozens" 12, "tens" 10, "hundreds" 100.

    Here: each source's newest number, vague words by that table, and the lowest of them.
    """
    kept = newest_of_each(case)
    coded = [(number, claim) for claim in kept if (number := _coded(claim)) is not None]
    if not coded:
        return None
    best = min(number for number, _ in coded)
    rested = [claim for number, claim in coded if number == best]
    rule = "the most conservative number; several = 3, tens = 10, dozens = 12, hundreds = 100"
    return Outcome(None, best, None, rule, cite(rested, case))


def _coded(claim: Claim) -> Decimal | None:
    """A vague word by ACLED's table. "dozens" and "tens" have the same interval in the tables
    (20..99): which of the two a report says, its words tell ("decine" are tens, "dozzine" dozens).
    """
    figure = claim.figure
    if not vague(figure) or figure.low is None or figure.high is None:
        return value(claim)
    if figure.high < 20:
        return figure.low
    if figure.high < 100:
        return _DOZENS if claim.scope.dozens else _TENS
    return _HUNDREDS if figure.high < 1000 else figure.low
