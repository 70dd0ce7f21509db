"""Figures to questions: which figures answer the same question of fact.

Three steps, each narrow enough to stay near-linear in the pile:

1. a *key* of what is asked (measure, who, unit, sub-scope) - `key_of`;
2. within a key, reports that may tell of one event and one country - `_stories`;
3. within a story, place and wording: one total a report (`totals`); what is left joins only where
   it fits.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from rashomon.compare.bounds import meet, same
from rashomon.compare.equals import with_equals
from rashomon.compare.groups import Groups, Heads
from rashomon.compare.homes import Home
from rashomon.compare.keys import RELIEF, Key, key_of
from rashomon.compare.kin import with_kin
from rashomon.compare.pairs import CUMULATIVE
from rashomon.compare.pile import Claim, Pile, Report, focal
from rashomon.compare.stories import firm, near
from rashomon.compare.things import GENERIC, Things, comparable, no_clash
from rashomon.compare.totals import totals

__all__ = ["gather"]


# Counts of people or things that a report normally gives one total for.
STRICT = CUMULATIVE | {"missing", "hospitalised", "displaced"}
# How many there were or were sent: by place, body and hour; they meet where they can both hold.
SOFT = frozenset({"present", "deployed"})
_NEIGHBOURS = 40
_CROWDS = 5  # times one count of a crowd may be another; beyond it they are rather two crowds


def gather(claims: Sequence[Claim], pile: Pile, texts: Mapping[str, str]) -> list[list[Claim]]:
    """All questions as sets of claims, each in order of report and place; every claim in one."""
    by_key: dict[Key, list[Claim]] = defaultdict(list)
    found: list[list[Claim]] = [[claim] for claim in claims if claim.scope.address]
    for claim in claims:
        if not claim.scope.address:
            by_key[key_of(claim)].append(claim)
    for key in sorted(by_key):
        for story in _stories(by_key[key], pile, texts):
            for place in [story] if key[2] == "magnitude" else _places(story, pile):
                found += _settled(key, place, pile, texts)
    return with_kin(with_equals(found, pile), pile)


# --- one event --------------------------------------------------------------------------------


def _stories(claims: list[Claim], pile: Pile, texts: Mapping[str, str]) -> list[list[Claim]]:
    """Claims of reports that may tell of one event, and of one country."""
    known = {c.doc for c in claims}
    reports = sorted(known)
    groups = Groups(reports)
    for i, doc in enumerate(reports):
        groups.join(doc, texts[doc]) if texts[doc] in known else None
        for other in reports[i + 1 : i + 1 + _NEIGHBOURS]:
            if groups.find(doc) != groups.find(other) and near(pile.by_doc[doc], pile.by_doc[other], pile):
                groups.join(doc, other)
    found: list[list[Claim]] = []
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[groups.find(claim.doc)].append(claim)
    for docs in groups.sets():
        home = focal([pile.by_doc[d] for d in docs], pile)
        by_top: dict[str, list[Claim]] = defaultdict(list)
        for claim in told[docs[0]]:
            by_top[_top(claim, home, pile)].append(claim)
        found += [by_top[top] for top in sorted(by_top)]
    return found


def _top(claim: Claim, home: str | None, pile: Pile) -> str:
    """The country a claim is held to be about; what the sentence does not place is about the story's."""
    ref, figure = claim.figure.where_ref, claim.figure
    if key_of(claim)[2] == "magnitude":
        return ""  # an observatory's town, the nearest port and the island are places of one quake
    inferred = ref is not None and not (figure.sentence_start <= ref[0] < figure.sentence_end)
    unknown = claim.where is not None and not pile.located(claim.where)
    if claim.top is None or ((inferred or unknown) and home is not None):
        return home or claim.top or ""
    return claim.top


# --- one place --------------------------------------------------------------------------------


def _places(story: list[Claim], pile: Pile) -> list[list[Claim]]:
    """The story as a whole, or split by city where several cities are told apart."""
    places = sorted({p for c in story if (p := _near_place(c, pile)) is not None and pile.located(p)})
    widest = [p for p in places if not any(pile.within(p, other) for other in places)]
    groups = Groups(widest)
    area = _Area(story)
    for i, p in enumerate(widest):
        for q in widest[i + 1 :]:
            if area.one(p, q) or area.told(p, q, pile):
                groups.join(p, q)
    heads = {groups.find(p) for p in widest}
    if len(heads) < 2:
        return [story]
    shelf: dict[str, list[Claim]] = defaultdict(list)
    home: dict[str | None, str] = {}
    for claim in story:
        mine = _near_place(claim, pile)
        if mine not in home:
            found = next((w for w in widest if mine == w or pile.within(mine, w)), "")
            home[mine] = groups.find(found) if found else ""
        shelf[home[mine]].append(claim)
    main = _main_place(story, sorted(heads))
    if main is not None:
        shelf[main] += [c for c in shelf[""] if _near_place(c, pile) is None]
        shelf[""] = [c for c in shelf[""] if _near_place(c, pile) is not None]
    return [shelf[place] for place in sorted(shelf) if shelf[place]]


def _main_place(story: list[Claim], heads: list[str]) -> str | None:
    """The place that more reports of a story name than any other, or as many more often: what is counted for the
    country alone ("the quake killed 40 in Ruritania") is of that event.
    """
    reports = {c.doc: c.report for c in story}
    found = {place: [r.weights[place] for r in reports.values() if place in r.weights] for place in heads}
    named = {place: (len(weights), round(sum(weights), 6)) for place, weights in found.items()}
    first, second = sorted(heads, key=lambda place: (named[place], place), reverse=True)[:2]
    return first if named[first] > named[second] and 2 * named[first][0] > len(reports) else None


def _near_place(claim: Claim, pile: Pile) -> str | None:
    """The place below a country that a claim is for, stated beside it or taken from its report."""
    where = claim.where
    return None if where is None or pile.is_country(where) else where


class _Area:
    """Where the figures of a story are, each place looked up once."""

    def __init__(self, story: Sequence[Claim]) -> None:
        self._stated = {c.place for c in story}
        self._reports: dict[str, list[Report]] = defaultdict(list)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in story:
            if claim.where:
                self._reports[claim.where].append(claim.report)
                self._claims[claim.where].append(claim)

    def one(self, p: str, q: str) -> bool:
        """Two places that no sentence tells apart, in reports that name both: one event's surroundings."""
        if p in self._stated or q in self._stated:
            return False
        mine, theirs = self._reports[p], self._reports[q]
        return all(q in r.weights for r in mine) or all(p in r.weights for r in theirs)

    def told(self, p: str, q: str, pile: Pile) -> bool:
        """Two places of reports that surely tell of one event, one of them only taken from its report: "killed near
        the capital", "a train from P to Q plunged ...". A report that tells the two apart keeps them so.
        """
        mine, theirs = self._claims[p], self._claims[q]
        if {c.doc for c in mine if c.place} & {c.doc for c in theirs if c.place}:
            return False
        pairs = ((a.report, b.report) for a in mine for b in theirs if not (a.place and b.place))
        return any(a is not b and firm(a, b, pile) for a, b in islice(pairs, _NEIGHBOURS))


# --- one fact ---------------------------------------------------------------------------------


def _settled(key: Key, claims: list[Claim], pile: Pile, texts: Mapping[str, str]) -> list[list[Claim]]:
    """Questions among claims of one key, event and place."""
    claims = sorted(claims, key=lambda c: c.key)
    if "part" in key[3]:
        return _joined(claims, lambda a, b: same(a.figure, b.figure))
    unnamed = key[1] == "things" and key[2] in GENERIC and key[0] != "cases"
    if key[0] not in STRICT | SOFT or unnamed:
        things = Things(key, claims, pile, texts)
        return _joined(claims, things.alike)
    heads, rest = totals(claims, texts)
    groups = [heads] if key[0] in STRICT else _joined(heads, lambda a, b: _same_crowd(a, b, pile))
    return _placed(groups, rest)


def _joined(claims: Sequence[Claim], alike: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Claims joined where two are alike; compared with the next few in order of size, as what may be
    one number is of like size.
    """
    ordered = sorted(claims, key=lambda c: c.key)
    rows = sorted(range(len(ordered)), key=lambda i: (_size(ordered[i]), i))
    heads = Heads(len(ordered))
    for place, i in enumerate(rows):
        head = heads.find(i)
        for j in rows[place + 1 : place + 1 + _NEIGHBOURS]:
            if head != heads.find(j) and alike(ordered[i], ordered[j]):
                head = heads.join(head, j)
    return [[ordered[i] for i in numbers] for numbers in heads.sets()]


def _size(claim: Claim) -> Decimal:
    low, high = claim.figure.low, claim.figure.high
    return low if low is not None else high if high is not None else Decimal(0)


def _same_crowd(a: Claim, b: Claim, pile: Pile) -> bool:
    """Numbers present or sent: both can hold, or they name the same people at the same place; how many were aboard
    or inside, or came to the rescue, an event has but once.
    """
    if a.scope.kinds and b.scope.kinds and not a.scope.kinds & b.scope.kinds:
        return False
    if meet(a.loose, b.loose):  # "up to 140" meets any smaller number by chance
        bounded = a.figure.low is not None and b.figure.low is not None
        return bounded or comparable(a, b, _CROWDS)
    if a.doc == b.doc and a.figure.sentence_start == b.figure.sentence_start and a.voice != b.voice:
        return a.scope.kinds == b.scope.kinds
    here = (a.place is not None and a.place == b.place) or bool(a.scope.settings & b.scope.settings)
    alike = here and a.scope.kinds == b.scope.kinds
    if a.doc == b.doc:
        return alike and a.voice != b.voice  # "the police counted 1,500, the union 20,000"
    if alike and comparable(a, b, _CROWDS):
        return True
    inside = "inside" in a.scope.topics & b.scope.topics or RELIEF in a.scope.words & b.scope.words
    return inside and comparable(a, b) and firm(a.report, b.report, pile)


def _placed(groups: list[list[Claim]], rest: list[Claim]) -> list[list[Claim]]:
    """The rest joins the first question in which it fits a figure of another report."""
    homes = [Home(group) for group in groups if group]
    left: list[Claim] = []
    for claim in rest:
        home = next((h for h in homes if h.fits(claim)), None)
        if home is not None:
            home.add(claim)
        else:
            left.append(claim)
    alone = _joined(left, lambda a, b: same(a.figure, b.figure) and no_clash(a, b))
    return [sorted(g, key=lambda c: c.key) for g in [*(home.claims for home in homes), *alone]]
