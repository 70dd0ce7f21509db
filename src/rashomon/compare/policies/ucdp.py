"""UCDP GED: low, best and high estimate of deaths."""

from rashomon.compare.policies.common import Case, Outcome, cite, newest_of_each, value

__all__ = ["low_best_high"]


def low_best_high(case: Case) -> Outcome | None:
    """Three estimates, as the UCDP Georeferenced Event Dataset publishes them.

    Source: Stina Högbladh, *UCDP GED Codebook*, version 23.1 and earlier, variables ``best``,
    ``low``, ``high``: best is "the best (most likely) estimate"; high "the highest reliable
    estimate", low "the lowest reliable estimate". The definitions of UCDP add that the most
    reliable and, where sources are equal, the lower number is taken as best, that "at least N" is
    coded N, and that a vague report without any number does not raise best.

    Here: low is the lowest newest number of any independent source, high the highest, best the
    number that most independent sources give - the lowest of them on a tie. A report's later number
    replaces its own earlier one. The program does not judge reliability: that stays with the reader.
    """
    kept = newest_of_each(case)
    lows = [f.low if f.low is not None else f.high for f in (c.figure for c in kept)]
    highs = [f.high if f.high is not None else f.low for f in (c.figure for c in kept)]
    low = min((v for v in lows if v is not None), default=None)
    high = max((v for v in highs if v is not None), default=None)
    if low is None or high is None:
        return None
    votes: dict[object, set[str]] = {}
    numbered = [c for c in kept if c.figure.low == c.figure.high] or kept
    for claim in numbered:
        votes.setdefault(value(claim), set()).add(case.voice[claim.id])
    best = min((v for c in numbered if (v := value(c)) is not None), key=lambda v: (-len(votes[v]), v))
    rule = "best: the number most independent sources give, the lowest on a tie; low and high: the extremes"
    return Outcome(low, best, high, rule, cite(kept, case))
