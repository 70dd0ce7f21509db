"""How two figures of one question relate: an ordered list of small rules, the first that speaks decides.

Two figures that differ are not yet a contradiction. ``conflict`` comes last and has the narrowest
door: a reader who is shown three false contradictions closes the tool.
"""

from collections.abc import Callable

from rashomon.compare.apart import (
    another_day,
    another_event,
    another_kind,
    another_noun,
    another_period,
    another_place,
    dead_and_injured,
    feared,
    narrower_group,
    narrower_kind,
    one_text,
    perhaps_another_place,
    place_within,
    planned,
    told_apart,
    word_for_a_size,
)
from rashomon.compare.bounds import exact, lower, meet, same, stated
from rashomon.compare.pairs import CUMULATIVE, Pair, Ruling, pair
from rashomon.compare.pile import Claim

__all__ = ["CUMULATIVE", "RULES", "Pair", "Ruling", "pair", "rule_on"]


def denial(p: Pair) -> Ruling | None:
    """One source asserts the number that another denies."""
    denied = [c.figure.status == "denied" for c in (p.a, p.b)]
    if not any(denied):
        return None
    if all(denied):
        return Ruling("equal", "both_deny") if same(p.a.figure, p.b.figure) else Ruling("compatible", "both_deny")
    firm = all(_firm(c) for c, no in zip((p.a, p.b), denied, strict=True) if no)
    held = p.met and not p.same_voice and firm and p.a.figure.measure != "other"
    return Ruling("conflict", "denied") if held else Ruling("compatible", "denied_other")


def _firm(claim: Claim) -> bool:
    """A denial needs somebody who denies: "the two deaths were not related" denies no number."""
    quotes = [q.stance for q in claim.report.reading.quotes if q.id and q.id == claim.figure.quote]
    return "denies" in quotes if quotes else claim.figure.source not in (None, "author")


def repeated(p: Pair) -> Ruling | None:
    """The same number from the same origin counts once."""
    if not same(p.a.figure, p.b.figure):
        return None
    if p.same_voice:
        return Ruling("repeat", "same_origin")
    if p.same_text:
        return Ruling("repeat", "same_report" if p.a.doc == p.b.doc else "same_text")
    return None


def taken_back(p: Pair) -> Ruling | None:
    """The later of the two revises, in words, what its source said before."""
    revises = p.b.scope.takes_back or (p.a.scope.takes_back and not p.ordered)
    if not revises or not p.same_voice or p.met:
        return None
    return Ruling("retraction", "revised")


def lowered(p: Pair) -> Ruling | None:
    """The same source later gives less of what can only grow. Within one report, or in a translation of
    it, two numbers are rather two facts.
    """
    one = p.same_text and (p.a.doc == p.b.doc or p.a.report.document.language != p.b.report.document.language)
    if p.ordered and p.same_voice and not one and p.cumulative and lower(p.bounds[1], p.bounds[0]):
        return Ruling("retraction", "lowered")
    return None


def equal(p: Pair) -> Ruling | None:
    return Ruling("equal", "equal") if same(p.a.figure, p.b.figure) else None


def overlap(p: Pair) -> Ruling | None:
    """Both can hold: "more than 3,000" and 4,000."""
    if not p.met:
        return None
    rounded = not meet(stated(p.a.figure), stated(p.b.figure))
    return Ruling("compatible", "rounded" if rounded else "overlap")


def withdrawn(p: Pair) -> Ruling | None:
    """ "not seven, as earlier reported": the seven is there only to be taken back."""
    back = [c.scope.withdrawn for c in (p.a, p.b)]
    if not any(back) or same(p.a.figure, p.b.figure):
        return None
    one = p.a.figure.sentence_start == p.b.figure.sentence_start and p.a.doc == p.b.doc
    return Ruling("retraction", "revised") if one else Ruling("other_category", "withdrawn")


def grown(p: Pair) -> Ruling | None:
    """A later date explains it: a toll that grew, or a number that may rise and fall. How many were aboard does
    neither: another source that gives another number later contradicts the first.
    """
    if p.unchanging and not p.same_voice:
        return None
    if p.ordered and (not p.cumulative or lower(*p.bounds)):
        return Ruling("update", "later" if p.a.asof.dated and p.b.asof.dated else "later_undated")
    return None


def cannot_both_hold(p: Pair) -> Ruling:
    if p.ordered:
        return Ruling("conflict", "later_lower" if exact(p.a.figure) and exact(p.b.figure) else "later_lower_bounds")
    dated = p.a.asof.dated and p.b.asof.dated
    return Ruling("conflict", "same_time" if dated else "no_date")


Rule = Callable[[Pair], Ruling | None]
RULES: tuple[Rule, ...] = (
    denial,
    withdrawn,
    planned,
    another_kind,
    another_place,
    repeated,
    taken_back,
    lowered,
    equal,
    place_within,
    overlap,
    narrower_kind,
    another_period,
    feared,
    grown,
    one_text,
    another_day,
    word_for_a_size,
    perhaps_another_place,
    another_noun,
    dead_and_injured,
    narrower_group,
    told_apart,
    another_event,
)


def rule_on(p: Pair) -> tuple[Ruling, str]:
    """The relation of a pair and the name of the rule that decided."""
    for rule in RULES:
        ruling = rule(p)
        if ruling is not None:
            return ruling, rule.__name__
    return cannot_both_hold(p), cannot_both_hold.__name__
