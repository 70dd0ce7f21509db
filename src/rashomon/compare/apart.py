"""Rules by which two figures are of two matters, or of a part and its whole: no contradiction."""

from decimal import Decimal

from rashomon.compare.bounds import lower, same, small_word, stated, vague
from rashomon.compare.dates import days
from rashomon.compare.pairs import Pair, Ruling
from rashomon.compare.pile import Claim
from rashomon.compare.stories import firm, near
from rashomon.compare.topics import OF_ONE
from rashomon.text import fold

__all__ = [
    "another_day",
    "another_event",
    "another_kind",
    "another_noun",
    "another_period",
    "another_place",
    "dead_and_injured",
    "feared",
    "narrower_group",
    "narrower_kind",
    "one_text",
    "perhaps_another_place",
    "place_within",
    "planned",
    "told_apart",
    "word_for_a_size",
]

_YEAR = 366
_WHOLE_YEAR = 300  # days
_OF_ANYTHING = frozenset({"other", "size", "share", "duration"})
_NOUNS = 2  # words in common from which two sizes or shares are held against each other


def another_kind(p: Pair) -> Ruling | None:
    """Police here and soldiers there: two categories below the one that is asked for."""
    a, b = p.a.scope.kinds, p.b.scope.kinds
    return Ruling("other_category", "kinds") if a and b and not a & b else None


def narrower_kind(p: Pair) -> Ruling | None:
    """ "5 policemen" within "16 members of the security forces"."""
    a, b = p.a.scope.kinds, p.b.scope.kinds
    if bool(a) == bool(b) or p.met:
        return None
    part, whole = (p.a, p.b) if a else (p.b, p.a)
    single = len(part.scope.kinds) == 1
    return Ruling("subset", "kind_within") if single and lower(part.loose, whole.loose) else None


def place_within(p: Pair) -> Ruling | None:
    """One city within the country; the strength of a quake is one for all places."""
    if p.a.scope.magnitude and p.b.scope.magnitude:
        return None
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
    if p.a.scope.magnitude and p.b.scope.magnitude:
        return None
    apart = a and b and a != b and not p.pile.within(a, b) and not p.pile.within(b, a)
    return Ruling("other_category", "places") if apart and not _both_named(p, a, b) else None


def _both_named(p: Pair, a: str | None, b: str | None) -> bool:
    """ "At the Orlo works in Y twelve died" holds for Y as well, unless the sentence has another number for Y."""
    return any(_names(claim, place) and not _counted(claim, place) for claim, place in ((p.a, b), (p.b, a)))


def _counted(claim: Claim, place: str | None) -> bool:
    """Whether another number of the claim's sentence is given for a place."""
    start, own = claim.figure.sentence_start, claim.figure.id
    rows = claim.report.reading.figures
    return any(f.sentence_start == start and f.id != own and f.where == place for f in rows)


def perhaps_another_place(p: Pair) -> Ruling | None:
    """The reports place the two differently, though not in the same sentence: no contradiction."""
    a, b = (c.where or c.figure.where for c in (p.a, p.b))  # also where its people came from
    if p.a.scope.magnitude and p.b.scope.magnitude:
        return None
    if a is None or b is None or a == b or p.pile.within(a, b) or p.pile.within(b, a) or _both_named(p, a, b):
        return None
    both = p.a.where is not None and p.b.where is not None
    if both and not (p.a.place and p.b.place) and firm(p.a.report, p.b.report, p.pile):
        return None  # only where the reports are about, which is one event
    return Ruling("other_category", "places")


def another_noun(p: Pair) -> Ruling | None:
    """ "two politicians", "three judges": classes of people and things too wide to be one count."""
    if p.a.figure.who == p.b.figure.who == "all":
        return Ruling("other_category", "nouns") if _two_nouns(p.a, p.b) else None
    if p.a.figure.who not in ("officials", "workers", "foreign_forces", "things"):
        return None
    a, b = p.a.scope.words, p.b.scope.words
    if p.a.figure.who == "things" and p.a.figure.measure in _OF_ANYTHING and not p.a.scope.magnitude:
        # "101 yards" and "352 yards" met through "over 100 yards" of a third report
        one = p.a.scope.topics & p.b.scope.topics & OF_ONE
        return Ruling("other_category", "nouns") if len(a & b) < _NOUNS and not one else None
    comparable = {w.partition(":")[0] for w in a} & {w.partition(":")[0] for w in b}
    return Ruling("other_category", "nouns") if comparable and not a & b else None


def _two_nouns(a: Claim, b: Claim) -> bool:
    """ "12 Somalis" and "seven rifles": nouns of which nothing is known, and that have no word in common."""
    one_language = a.report.document.language == b.report.document.language
    return one_language and _unknown(a) and _unknown(b) and not a.scope.words & b.scope.words


def _unknown(claim: Claim) -> bool:
    figure = claim.figure
    if figure.label_start is None or figure.label_end is None:
        return False
    start, end = figure.label_start, figure.label_end
    return not any(start <= t.start and t.end <= end for t in claim.report.reading.terms)


def planned(p: Pair) -> Ruling | None:
    a, b = p.a.figure.status == "planned", p.b.figure.status == "planned"
    return Ruling("other_category", "planned") if a != b and not same(p.a.figure, p.b.figure) else None


def feared(p: Pair) -> Ruling | None:
    """ "The toll could reach the thousands" is held against no count."""
    one = p.a.scope.feared != p.b.scope.feared
    return Ruling("other_category", "feared") if one else None


def another_day(p: Pair) -> Ruling | None:
    """ "On Thursday 30 were detained", "on Friday 12": each day is counted by itself."""
    told = all(c.asof.given == "sentence" and not c.scope.as_of for c in (p.a, p.b))
    if (told and p.ordered) or _weekdays_apart(p.a, p.b) or _of_a_year(p.a, p.b) or _of_a_year(p.b, p.a):
        return Ruling("other_category", "another_day")
    return None


def _of_a_year(a: Claim, b: Claim) -> bool:
    """ "Nearly 700 in 2006" against a toll of which nothing tells the time."""
    when = a.asof.days
    return when is not None and when.length >= _WHOLE_YEAR and b.asof.days is None


def _weekdays_apart(a: Claim, b: Claim) -> bool:
    """ "On Monday", "Wednesday night", of which nothing says the dates, in one language."""
    one = a.report.document.language == b.report.document.language
    first, second = _weekdays(a), _weekdays(b)
    return one and bool(first and second) and not first & second


def _weekdays(claim: Claim) -> set[str]:
    start, end = claim.figure.sentence_start, claim.figure.sentence_end
    rows = [t for t in claim.report.reading.times if start <= t.start < end and t.value is None]
    return {word for t in rows if ".weekday" in t.rule for word in fold(t.text).split()}


def one_text(p: Pair) -> Ruling | None:
    """Copies or translations of one text do not contradict each other: these are two facts."""
    one = p.same_text and (p.same_voice or p.a.doc != p.b.doc)
    return Ruling("other_category", "one_text") if one else None


def word_for_a_size(p: Pair) -> Ruling | None:
    """ "several" against "dozens" or 355: too loose to hold one against the other."""
    words = [vague(c.figure) for c in (p.a, p.b)]
    soft = all(words) or any(small_word(c.figure) for c in (p.a, p.b))
    return Ruling("other_category", "loose_words") if soft else None


def another_event(p: Pair) -> Ruling | None:
    """The reports share too few names to be held against each other, or are more than a year apart: the same strait
    may be shaken twice. Nor are numbers of earlier events held against each other where nothing dates them.
    """
    a, b = (days(c.report.document.published) or c.report.latest for c in (p.a, p.b))
    apart = a is not None and b is not None and a.gap(b) > _YEAR
    if apart or _long_past(p) or not near(p.a.report, p.b.report, p.pile):
        return Ruling("other_category", "another_event")
    return None


def _long_past(p: Pair) -> bool:
    """ "An earlier tsunami killed 9", "riots years ago killed 1,000", in two reports."""
    undated = all(c.scope.background and c.asof.given != "sentence" for c in (p.a, p.b))
    return undated and not p.same_text


def told_apart(p: Pair) -> Ruling | None:
    """Two magnitudes that one of the reports gives both: "7.6 in 2009, now 7.5" are two quakes."""
    if p.a.figure.unit != "magnitude":
        return None
    both = any(_gives(one, other) for one, other in ((p.a, p.b), (p.b, p.a)))
    return Ruling("other_category", "another_event") if both else None


def _gives(one: Claim, other: Claim) -> bool:
    """Whether the report of one claim gives the value of the other one as well."""
    rows = (f for f in one.report.reading.figures if f.unit == "magnitude" and f.id != one.id)
    return any((f.low, f.high) == (other.figure.low, other.figure.high) for f in rows)


def another_period(p: Pair) -> Ruling | None:
    """ "12 were killed on Monday" and "200 since January": a day's count is a part of the longer one."""
    long = [c.scope.since for c in (p.a, p.b)]
    if long[0] == long[1] or p.met:
        return None
    part, whole = (p.b, p.a) if long[0] else (p.a, p.b)
    if lower(part.loose, whole.loose):
        return Ruling("subset", "period_within")
    return Ruling("other_category", "periods") if part.asof.given == "sentence" else None


def narrower_group(p: Pair) -> Ruling | None:
    """ "5 miners" among "9 people": one question, where other figures show that both count the same."""
    return Ruling("subset", "group_within") if p.a.figure.who != p.b.figure.who else None


def dead_and_injured(p: Pair) -> Ruling | None:
    """ "Three were shot, one of them died" against "two injured": three counts the dead as well."""
    if p.a.figure.measure != "injured":
        return None
    for less, more in ((p.a, p.b), (p.b, p.a)):
        low, high = less.figure.low, more.figure.low
        if low is None or high is None or not more.scope.alike:
            continue
        if low < high and high - low in _dead(less) | _dead(more):
            return Ruling("subset", "with_the_dead")
    return None


def _dead(claim: Claim) -> set[Decimal]:
    """How many dead a claim's report gives, for the same group or all."""
    who = {"all", claim.figure.who}
    rows = claim.report.reading.figures
    return {f.low for f in rows if f.measure == "killed" and f.who in who and f.low is not None and f.low == f.high}
