"""Events of all reports on one line of time: merged where type, date, place and actors agree."""

from collections import defaultdict
from hashlib import sha1
from typing import NamedTuple

from rashomon.compare.dates import Days, days
from rashomon.compare.groups import Groups
from rashomon.compare.pile import Pile, Report
from rashomon.compare.stories import near
from rashomon.model import Event, Moment

__all__ = ["Told", "merged", "timeline", "told"]

_NEIGHBOURS = 30
_MONTH = 31


class Told(NamedTuple):
    """One event as one report tells it."""

    event: Event
    report: Report
    when: Days | None  # where the words give a date: that of the report is not that of the event
    sense: str | None  # what happened, across languages: a measure's word, or the type where that tells
    answers: frozenset[str] = frozenset()  # questions that the figures of its sentence answer, of its own sense

    @property
    def key(self) -> tuple[str, int, int]:
        return self.report.doc, self.event.start, self.event.end


# One report's strike of 6 May is another's; its "ASSAULT" may be a shot or a burnt shop.
_TELLING = frozenset({"PROTEST", "DISASTER", "ACCIDENT", "MOBILIZE", "RETREAT"})


def told(pile: Pile) -> list[Told]:
    """Every event of the pile with its day and sense."""
    found = []
    for report in pile.reports:
        terms = [t for t in report.reading.terms if t.measure]
        figures = [f for f in report.reading.figures if f.id in pile.asked]
        for event in report.reading.events:
            words = [t.measure for t in terms if event.start <= t.start and t.end <= event.end]
            sense = words[0] if words else event.type if event.type in _TELLING else None
            mine = [f for f in figures if f.sentence_start <= event.start < f.sentence_end and f.measure == sense]
            when = days(event.date) if event.when_ref or event.date != report.document.published else None
            found.append(Told(event, report, when, sense, frozenset(pile.asked[f.id] for f in mine)))
    return found


def merged(pile: Pile) -> list[list[Told]]:
    """Sets of events that are one happening; near-linear: compared within a type and a month only."""
    shelf: dict[tuple[str, str], list[Told]] = defaultdict(list)
    every = told(pile)
    for item in every:
        for month in sorted({item.when.first[:7], item.when.last[:7]}) if item.when else [""]:
            shelf[item.event.type, month].append(item)
        for question in sorted(item.answers):
            shelf["?", question].append(item)
        if item.event.where:
            shelf[item.event.type, item.event.where].append(item)
        if len(item.event.actors) > 1:
            shelf[item.event.type, " ".join(sorted(item.event.actors))].append(item)
    by_key = {item.key: item for item in every}
    groups = Groups(sorted(by_key))
    for name in sorted(shelf):
        _join_row(shelf[name], groups, pile)
    return [[by_key[k] for k in keys] for keys in groups.sets()]


def _join_row(row: list[Told], groups: Groups[tuple[str, int, int]], pile: Pile) -> None:
    row = sorted(row, key=lambda t: ((t.when.first, t.when.last) if t.when else ("", ""), t.key))
    for i, a in enumerate(row):
        for b in row[i + 1 : i + 1 + _NEIGHBOURS]:
            if groups.find(a.key) != groups.find(b.key) and _one(a, b, pile):
                groups.join(a.key, b.key)


def _one(a: Told, b: Told, pile: Pile) -> bool:
    """The same happening: the same day or place, and the same sense or an actor in common; or figures
    that answer one question of fact; or the same several actors, a person among them.
    """
    if a.answers & b.answers:  # a toll's date is often that of who gives it: "11 died, she said on Monday"
        return a.when is None or b.when is None or a.when.gap(b.when) <= _MONTH
    if _other_day(a, b):
        return False
    if not _places(a.event.where, b.event.where, pile) or (a.sense and b.sense and a.sense != b.sense):
        return False
    common = bool(set(a.event.actors) & set(b.event.actors))
    if a.report is not b.report and _same_cast(a.event, b.event, pile):
        return near(a.report, b.report, pile)
    if a.event.actors and b.event.actors and not common and a.sense is None:
        return False
    dated = bool(a.when and b.when and a.when.exact and b.when.exact)
    placed = a.event.where is not None and a.event.where == b.event.where
    alike = a.sense is not None and a.sense == b.sense
    enough = (dated and (placed or alike or common)) or (placed and alike)
    return enough and near(a.report, b.report, pile)


def _other_day(a: Told, b: Told) -> bool:
    return a.when is not None and b.when is not None and (a.when.before(b.when) or b.when.before(a.when))


def _same_cast(a: Event, b: Event, pile: Pile) -> bool:
    """ "The committee's former head N. was detained" of two reports: the same people, and not countries alone."""
    cast = set(a.actors)
    kinds = {e.kind for e in map(pile.entities.get, cast) if e}
    return len(cast) > 1 and cast == set(b.actors) and "person" in kinds and a.type == b.type != "OTHER"


def _places(a: str | None, b: str | None, pile: Pile) -> bool:
    return a is None or b is None or a == b or pile.within(a, b) or pile.within(b, a)


def timeline(pile: Pile) -> tuple[Moment, ...]:
    """Rows by date; undated ones last."""
    rows = [_moment(group, pile) for group in merged(pile)]
    return tuple(sorted(rows, key=lambda m: (m.date is None, m.date or "", m.id)))


def _moment(group: list[Told], pile: Pile) -> Moment:
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
    silent = [r.doc for r in pile.reports if r.doc not in documents and near(r, first.report, pile)]
    return Moment(
        id=f"{first.event.type.lower()}-{mark}",
        type=first.event.type,
        date=date,
        where=inner[0] if inner else None,
        actors=tuple(actors),
        events=tuple(e.id for e in sorted(events, key=lambda e: (e.doc, e.start, e.end))),
        documents=tuple(documents),
        silent=tuple(silent) if shared or len(pile.reports) <= 50 else (),
        differs=_differs(group, pile) if shared else (),
    )


def _differs(group: list[Told], pile: Pile) -> tuple[str, ...]:
    """In what the accounts of one happening differ: what cannot both be, not what one leaves out."""
    pairs = [(a, b) for i, a in enumerate(group[:_NEIGHBOURS]) for b in group[i + 1 : _NEIGHBOURS]]
    pairs = [(a, b) for a, b in pairs if a.report is not b.report]
    rows = (
        ("date", any(_other_day(a, b) and not a.answers & b.answers for a, b in pairs)),
        ("place", any(not _places(a.event.where, b.event.where, pile) for a, b in pairs)),
        ("actor", any(_other_actors(a.event, b.event) for a, b in pairs)),
        ("status", any(a.event.status != b.event.status for a, b in pairs)),
    )
    return tuple(name for name, differs in rows if differs)


def _other_actors(a: Event, b: Event) -> bool:
    return bool(a.actors and b.actors) and not set(a.actors) & set(b.actors)
