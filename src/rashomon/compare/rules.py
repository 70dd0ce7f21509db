"""How two figures of one question relate: an ordered list of small rules, the first that speaks decides.

Two figures that differ are not yet a contradiction. ``conflict`` comes last and has the narrowest
door: a reader who is shown three false contradictions closes the tool.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.compare.bounds import Bounds, exact, lower, meet, same, stated, vague
from rashomon.compare.dates import days
from rashomon.compare.pile import Claim, Pile
from rashomon.compare.stories import near

__all__ = ["CUMULATIVE", "RULES", "Pair", "Ruling", "pair", "rule_on"]

# Counts that only grow while an event lasts; a later, lower one needs its source to take it back.
CUMULATIVE = frozenset({"killed", "injured", "detained", "damaged", "looted", "rescued", "cases"})


_YEAR = 366
_OF_ANYTHING = frozenset({"other", "size", "share", "duration"})
_NOUNS = 2  # words in common from which two sizes or shares are held against each other


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
    if a.asof.days is None or b.asof.days is None:
        return False
    return b.asof.dated and a.asof.days.before(b.asof.days)


def denial(p: Pair) -> Ruling | None:
    """One source asserts the number that another denies."""
    denied = [c.figure.status == "denied" for c in (p.a, p.b)]
    if not any(denied):
        return None
    if all(denied):
        return Ruling("equal", "both_deny") if same(p.a.figure, p.b.figure) else Ruling("compatible", "both_deny")
    # "declined to rule out any of the three": within one report the sentences deal with other matters
    apart = p.a.figure.measure == "other" and (p.a.doc == p.b.doc or vague(p.a.figure) or vague(p.b.figure))
    held = p.met and not p.same_voice and not apart
    return Ruling("conflict", "denied") if held else Ruling("compatible", "denied_other")


def another_kind(p: Pair) -> Ruling | None:
    """Police here and soldiers there: two categories below the one that is asked for."""
    a, b = p.a.scope.kinds, p.b.scope.kinds
    return Ruling("other_category", "kinds") if a and b and not a & b else None


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


def narrower_kind(p: Pair) -> Ruling | None:
    """ "5 policemen" within "16 members of the security forces"."""
    a, b = p.a.scope.kinds, p.b.scope.kinds
    if bool(a) == bool(b) or p.met:
        return None
    part, whole = (p.a, p.b) if a else (p.b, p.a)
    single = len(part.scope.kinds) == 1
    return Ruling("subset", "kind_within") if single and lower(part.loose, whole.loose) else None


def place_within(p: Pair) -> Ruling | None:
    """One city within the country."""
    for part, whole in ((p.a, p.b), (p.b, p.a)):
        inside = p.pile.within(part.place, whole.place or whole.where)
        differ = stated(part.figure) != stated(whole.figure) and not _exceeds(part, whole)
        if inside and differ and not _names(whole, part.place):
            return Ruling("subset", "place_within")
    return None


def _names(claim: Claim, place: str | None) -> bool:
    """Whether the claim's own sentence names a place ("in the town, in its country" is for the city)."""
    start, end = claim.figure.sentence_start, claim.figure.sentence_end
    return any(n.entity == place and start <= n.start < end for n in claim.report.reading.names)


def _exceeds(part: Claim, whole: Claim) -> bool:
    return lower(whole.loose, part.loose)


def another_place(p: Pair) -> Ruling | None:
    """Two places that neither contain each other: each has its own count."""
    a, b = p.a.place, p.b.place
    apart = a and b and a != b and not p.pile.within(a, b) and not p.pile.within(b, a)
    return Ruling("other_category", "places") if apart else None


def perhaps_another_place(p: Pair) -> Ruling | None:
    """The reports place the two differently, though not in the same sentence: no contradiction."""
    a, b = p.a.where, p.b.where
    if a is None or b is None or a == b or p.pile.within(a, b) or p.pile.within(b, a):
        return None
    return Ruling("other_category", "places")


def another_noun(p: Pair) -> Ruling | None:
    """ "two politicians", "three judges": classes of people and things too wide to be one count."""
    if p.a.figure.who not in ("officials", "workers", "foreign_forces", "things"):
        return None
    a, b = p.a.scope.words, p.b.scope.words
    if p.a.figure.who == "things" and p.a.figure.measure in _OF_ANYTHING and not p.a.scope.magnitude:
        # "101 yards" and "352 yards" met through "over 100 yards" of a third report
        return Ruling("other_category", "nouns") if len(a & b) < _NOUNS else None
    comparable = {w.partition(":")[0] for w in a} & {w.partition(":")[0] for w in b}
    return Ruling("other_category", "nouns") if comparable and not a & b else None


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


def planned(p: Pair) -> Ruling | None:
    a, b = p.a.figure.status == "planned", p.b.figure.status == "planned"
    return Ruling("other_category", "planned") if a != b else None


def feared(p: Pair) -> Ruling | None:
    """ "The toll could reach the thousands" is held against no count."""
    one = p.a.scope.feared != p.b.scope.feared
    return Ruling("other_category", "feared") if one else None


def grown(p: Pair) -> Ruling | None:
    """A later date explains it: a toll that grew, or a number that may rise and fall."""
    if p.ordered and (not p.cumulative or lower(*p.bounds)):
        return Ruling("update", "later" if p.a.asof.dated and p.b.asof.dated else "later_undated")
    return None


def another_day(p: Pair) -> Ruling | None:
    """ "On Thursday 30 were detained", "on Friday 12": each day is counted by itself."""
    told = all(c.asof.given == "sentence" and not c.scope.as_of for c in (p.a, p.b))
    return Ruling("other_category", "another_day") if told and p.ordered else None


def one_text(p: Pair) -> Ruling | None:
    """Copies or translations of one text do not contradict each other: these are two facts."""
    one = p.same_text and (p.same_voice or p.a.doc != p.b.doc)
    return Ruling("other_category", "one_text") if one else None


def word_for_a_size(p: Pair) -> Ruling | None:
    """ "several" against "dozens": too loose to hold one against the other."""
    soft = vague(p.a.figure) and vague(p.b.figure)
    return Ruling("other_category", "loose_words") if soft else None


def another_event(p: Pair) -> Ruling | None:
    """The reports share too few names to be held against each other, or are more than a year apart:
    the same strait may be shaken twice.
    """
    a, b = (days(c.report.document.published) or c.report.latest for c in (p.a, p.b))
    apart = a is not None and b is not None and a.gap(b) > _YEAR
    if apart or not near(p.a.report, p.b.report, p.pile):
        return Ruling("other_category", "another_event")
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
    feared,
    grown,
    one_text,
    another_day,
    word_for_a_size,
    perhaps_another_place,
    another_noun,
    another_event,
)


def rule_on(p: Pair) -> tuple[Ruling, str]:
    """The relation of a pair and the name of the rule that decided."""
    for rule in RULES:
        ruling = rule(p)
        if ruling is not None:
            return ruling, rule.__name__
    return cannot_both_hold(p), cannot_both_hold.__name__
