"""Events of all reports on one line of time: merged where type, date, place and actors agree."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha1
from typing import NamedTuple

from rashomon.compare.dates import Days, days
from rashomon.compare.deeds import Deed, deeds, sense_of
from rashomon.compare.groups import Heads
from rashomon.compare.limits import listed
from rashomon.compare.pile import Pile, Report
from rashomon.compare.stories import near
from rashomon.model import Event, Moment

__all__ = ["Told", "merged", "same_sense", "timeline", "told"]

_NEIGHBOURS = 30
_SMALL = 50  # reports: of so few those that leave a single report's happening out are listed too
_MONTH = 31


class Told(NamedTuple):
    """One event as one report tells it."""

    event: Event
    report: Report
    when: Days | None  # where the words give a date: that of the report is not that of the event
    sense: str | None  # what happened, across languages: a measure's word, or the act
    answers: frozenset[str] = frozenset()  # questions that the figures of its sentence answer, of its own sense
    deed: Deed = Deed()  # who did it to whom, where the words say so

    @property
    def key(self) -> tuple[str, int, int]:
        return self.report.doc, self.event.start, self.event.end


# One report's strike of 6 May is another's; its "ASSAULT" may be a shot or a burnt shop.
_TELLING = frozenset({"PROTEST", "DISASTER", "ACCIDENT", "MOBILIZE", "RETREAT"})


def told(pile: Pile) -> list[Told]:
    """Every event of the pile with its day, sense and agent."""
    found = []
    for report in pile.reports:
        done = deeds(report.reading, report.traits().frames)
        terms = [t for t in report.reading.terms if t.measure]
        figures = [f for f in report.reading.figures if f.id in pile.asked]
        for event in report.reading.events:
            words = [t.measure for t in terms if event.start <= t.start and t.end <= event.end]
            deed = done.get((event.start, event.end), Deed())
            sense = sense_of(deed, [w for w in words if w])
            mine = [f for f in figures if f.sentence_start <= event.start < f.sentence_end and f.measure == sense]
            when = days(event.date) if event.when_ref or event.date != report.document.published else None
            found.append(Told(event, report, when, sense, frozenset(pile.asked[f.id] for f in mine), deed))
    return found


def merged(pile: Pile) -> list[list[Told]]:
    """Sets of events that are one happening; near-linear: compared within a type and a month only."""
    every = sorted({item.key: item for item in told(pile)}.items())
    rows = [item for _, item in every]
    shelf: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, item in enumerate(rows):
        for name in _shelves(item):
            shelf[name].append(i)
    joined = _Joined(rows, pile)
    for name in sorted(shelf):
        joined.take(shelf[name])
    return [[rows[i] for i in numbers] for numbers in joined.heads.sets()]


def _shelves(item: Told) -> Iterator[tuple[str, str]]:
    """Where to look for other accounts of an event."""
    for month in sorted({item.when.first[:7], item.when.last[:7]}) if item.when else [""]:
        yield item.event.type, month
    for question in sorted(item.answers):
        yield "?", question
    if item.event.where:
        yield item.event.type, item.event.where
    if item.deed.agent and item.sense:
        yield "!" + item.sense, item.deed.agent
    if len(item.event.actors) > 1:
        yield item.event.type, " ".join(sorted(item.event.actors))


def _victims(item: Told) -> frozenset[str]:
    """The person it was done to: two sets of events with one each are two happenings."""
    patient = item.deed.patient or ""
    return frozenset({patient} if patient.startswith("person-") else ())


class _Joined:
    """Events by number, joined shelf by shelf."""

    def __init__(self, rows: list[Told], pile: Pile) -> None:
        self.rows, self.pile, self.heads = rows, pile, Heads(len(rows))
        self._done_to = [_victims(item) for item in rows]
        self._order = [((t.when.first, t.when.last) if t.when else ("", ""), i) for i, t in enumerate(rows)]

    def take(self, shelf: list[int]) -> None:
        """Compare each event of a shelf with the next few in order of time."""
        shelf = sorted(shelf, key=self._order.__getitem__)
        for place, i in enumerate(shelf):
            one = self.heads.find(i)
            for j in shelf[place + 1 : place + 1 + _NEIGHBOURS]:
                other = self.heads.find(j)
                if one != other and not self._apart(one, other) and _one(self.rows[i], self.rows[j], self.pile):
                    victims = self._done_to[one] | self._done_to[other]
                    one = self.heads.join(one, other)
                    self._done_to[one] = victims

    def _apart(self, one: int, other: int) -> bool:
        mine, theirs = self._done_to[one], self._done_to[other]
        return bool(mine and theirs and mine != theirs)


def _one(a: Told, b: Told, pile: Pile) -> bool:
    """The same happening: the same day or place, and the same sense or an actor in common; or figures
    that answer one question of fact; or the same several actors, a person among them.
    """
    if a.answers & b.answers:  # a toll's date is often that of who gives it: "11 died, she said on Monday"
        return a.when is None or b.when is None or a.when.gap(b.when) <= _MONTH
    if _other_day(a, b) or (None in (a.when, b.when) and (_long_past(a) or _long_past(b))):
        return False
    if not _places(a.event.where, b.event.where, pile) or (a.sense and b.sense and not same_sense(a, b)):
        return False
    common = bool(set(a.event.actors) & set(b.event.actors))
    if a.report is not b.report and _same_cast(a.event, b.event, pile):
        return near(a.report, b.report, pile)
    alike = same_sense(a, b) if a.sense or b.sense else a.event.type in _TELLING
    if a.event.actors and b.event.actors and not common and not alike:
        return False
    dated = bool(a.when and b.when and a.when.exact and b.when.exact)
    placed = a.event.where is not None and a.event.where == b.event.where
    done = a.report is not b.report and same_sense(a, b) and _by_one(a.deed, b.deed)
    enough = (dated and (placed or alike or common)) or (placed and alike) or done
    return enough and near(a.report, b.report, pile)


def _other_day(a: Told, b: Told) -> bool:
    return a.when is not None and b.when is not None and (a.when.before(b.when) or b.when.before(a.when))


_OLD = 60  # days before its report from which a dated event is of another story


def _long_past(item: Told) -> bool:
    """ "He was killed in 1985", in a report of this week."""
    now = days(item.report.document.published) or item.report.latest
    return item.when is not None and now is not None and item.when.before(now) and item.when.gap(now) > _OLD


def same_sense(a: Told, b: Told) -> bool:
    """ "Shot" and "shot dead": one outcome, or one act."""
    return a.sense == b.sense is not None or a.deed.sense == b.deed.sense is not None


def _by_one(a: Deed, b: Deed) -> bool:
    """ "The police opened fire on strikers" of two reports: by the same, and not to others."""
    return a.agent is not None and a.agent == b.agent and (a.patient == b.patient or None in (a.patient, b.patient))


def _same_cast(a: Event, b: Event, pile: Pile) -> bool:
    """ "The committee's former head N. was detained" of two reports: the same people, and not countries alone."""
    cast = set(a.actors)
    kinds = {e.kind for e in map(pile.entities.get, cast) if e}
    return len(cast) > 1 and cast == set(b.actors) and "person" in kinds and a.type == b.type != "OTHER"


def _places(a: str | None, b: str | None, pile: Pile) -> bool:
    return a is None or b is None or a == b or pile.within(a, b) or pile.within(b, a)


def timeline(pile: Pile, sets: list[list[Told]]) -> tuple[Moment, ...]:
    """Rows by date; undated ones last. ``sets``: see `merged`."""
    shared = sum(len({t.report.doc for t in group}) > 1 for group in sets)
    whole = listed(shared, len(pile.reports))
    rows = [_moment(group, pile, whole) for group in sets]
    return tuple(sorted(rows, key=lambda m: (m.date is None, m.date or "", m.id)))


def _moment(group: list[Told], pile: Pile, whole: bool) -> Moment:
    """One row; ``whole``: the pile is small enough to list who leaves a shared happening out."""
    events = [t.event for t in group]
    documents = sorted({t.report.doc for t in group})
    finest = [t.event.date for t in group if t.event.date and t.when] or [e.date for e in events if e.date]
    places = sorted({e.where for e in events if e.where})
    inner = [p for p in places if not any(pile.within(other, p) for other in places)]
    actors = sorted({a for e in events for a in e.actors})
    first = min(group, key=lambda t: t.key)
    mark = sha1("|".join(map(str, first.key)).encode(), usedforsecurity=False).hexdigest()[:8]
    date = min(finest, key=lambda d: (-len(d), d)) if finest else None
    shared = len(documents) > 1
    asked = pile.reports if (shared and whole) or len(pile.reports) <= _SMALL else []
    silent = [r.doc for r in asked if r.doc not in documents and near(r, first.report, pile)]
    return Moment(
        id=f"{first.event.type.lower()}-{mark}",
        type=first.event.type,
        date=date,
        where=inner[0] if inner else None,
        actors=tuple(actors),
        events=tuple(e.id for e in sorted(events, key=lambda e: (e.doc, e.start, e.end))),
        documents=tuple(documents),
        silent=tuple(silent),
        differs=_differs(group, pile) if shared else (),
    )


def _differs(group: list[Told], pile: Pile) -> tuple[str, ...]:
    """In what the accounts of one happening differ: what cannot both be, not what one leaves out."""
    pairs = [(a, b) for i, a in enumerate(group[:_NEIGHBOURS]) for b in group[i + 1 : _NEIGHBOURS]]
    pairs = [(a, b) for a, b in pairs if a.report is not b.report]
    rows = (
        ("date", any(_other_day(a, b) and not a.answers | b.answers for a, b in pairs)),
        ("place", any(not _places(a.event.where, b.event.where, pile) for a, b in pairs)),
        ("actor", any(_other_agents(a.deed, b.deed) for a, b in pairs)),
        ("status", any(a.event.status != b.event.status for a, b in pairs)),
    )
    return tuple(name for name, differs in rows if differs)


def _other_agents(a: Deed, b: Deed) -> bool:
    """The words make two different ones do it, and not the one to the other."""
    if a.agent is None or b.agent is None or a.agent == b.agent:
        return False
    return a.agent != b.patient and b.agent != a.patient
