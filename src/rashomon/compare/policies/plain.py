"""Policies any newsroom uses: the majority, the latest, the official number."""

from collections import defaultdict
from decimal import Decimal

from rashomon.compare.pile import Claim
from rashomon.compare.policies.common import Case, Outcome, cite, newest_of_each, value
from rashomon.text import fold, squeeze

__all__ = ["latest", "majority", "official"]


def majority(case: Case) -> Outcome | None:
    """The number that more independent origins give than any other; none on a tie."""
    by_value: dict[tuple[Decimal | None, Decimal | None], list[Claim]] = defaultdict(list)
    for claim in newest_of_each(case):
        by_value[claim.figure.low, claim.figure.high].append(claim)
    ranked = sorted(by_value.values(), key=lambda rows: -_origins(rows, case))
    if len(ranked) > 1 and _origins(ranked[0], case) == _origins(ranked[1], case):
        return None
    return _of(ranked[0], case, f"given by most origins: {_origins(ranked[0], case)}")


def _origins(claims: list[Claim], case: Case) -> int:
    return len({case.voice[c.id] for c in claims})


def latest(case: Case) -> Outcome | None:
    """The number with the latest as-of date; none where nothing is dated."""
    dated = [(c.asof.days, c) for c in case.claims if c.asof.days and c.asof.dated]
    if not dated:
        return None
    last = max(days.last for days, _ in dated)
    return _of([c for days, c in dated if days.last == last], case, f"as of {last[:10]}")


def official(case: Case) -> Outcome | None:
    """The latest number of the sources that the reader marks as official."""
    marked = {fold(squeeze(name)) for name in case.officials}
    chosen = [c for c in case.claims if marked & _forms(case.voice[c.id], case)]
    inner = Case(chosen, case.voice, case.pile, case.officials)
    if not chosen:
        return None
    found = latest(inner) or _of(chosen, case, "undated")
    return found._replace(rule="sources marked as official; " + found.rule)


def _forms(voice: str, case: Case) -> set[str]:
    entity = case.pile.entities.get(voice)
    forms = (voice, entity.label, *entity.aliases) if entity else (voice,)
    return {fold(squeeze(form)) for form in forms}


def _of(claims: list[Claim], case: Case, rule: str) -> Outcome:
    """Several claims that one rule chose: their extremes, and one best where they agree."""
    lows = [c.figure.low for c in claims if c.figure.low is not None]
    highs = [c.figure.high for c in claims if c.figure.high is not None]
    values = {value(c) for c in claims}
    best = values.pop() if len(values) == 1 else None
    return Outcome(min(lows, default=None), best, max(highs, default=None), rule, cite(claims, case))
