"""Iraq Body Count: minimum and maximum."""

from rashomon.compare.policies.common import Case, Outcome, cite, newest_of_each

__all__ = ["minimum_maximum"]


def minimum_maximum(case: Case) -> Outcome | None:
    """Two numbers, no best.

    Source: *Iraq Body Count, Methodology*, "Data extraction": for each incident a minimum and a
    maximum are kept; "where reports differ, the lower and the higher figure are used", a number
    such as "at least 12" enters as minimum, and later corrections replace earlier numbers.
    """
    kept = newest_of_each(case)
    lows = [c.figure.low for c in kept if c.figure.low is not None]
    highs = [c.figure.high if c.figure.high is not None else c.figure.low for c in kept]
    ends = [h for h in highs if h is not None]
    if not ends:
        return None
    rule = "minimum and maximum of all reports, each source by its latest number"
    return Outcome(min(lows or ends), None, max(ends), rule, cite(kept, case))
