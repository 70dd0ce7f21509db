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


class Told(NamedTuple):
    """One event as one report tells it."""

    event: Event
    report: Report
    when: Days | None
    sense: str | None  # what happened, across languages: a measure's word, or the type where that tells

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
        for event in report.reading.events:
            words = [t.measure for t in terms if event.start <= t.start and t.end <= event.end]
            sense = words[0] if words else event.type if event.type in _TELLING else None
            found.append(Told(event, report, days(event.date), sense))
    return found


def merged(pile: Pile) -> list[list[Told]]:
    """Sets of events that are one happening; near-linear: compared within a type and a month only."""
    shelf: dict[tuple[str, str], list[Told]] = defaultdict(list)
    every = told(pile)
    for item in every:
        for month in sorted({item.when.first[:7], item.when.last[:7]}) if item.when else [""]:
            shelf[item.event.type, month].append(item)
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
    """The same happening: the same day or place, and the same sense or an actor in common."""
    if a.when and b.when and (a.when.before(b.when) or b.when.before(a.when)):
        return False
    if not _places(a.event.where, b.event.where, pile) or (a.sense and b.sense and a.sense != b.sense):
        return False
    common = bool(set(a.event.actors) & set(b.event.actors))
    if a.event.actors and b.event.actors and not common and a.sense is None:
        return False
    dated = bool(a.when and b.when and a.when.exact and b.when.exact)
    placed = a.event.where is not None and a.event.where == b.event.where
    alike = a.sense is not None and a.sense == b.sense
    return (dated or placed) and (dated + placed + alike + common) >= 2 and near(a.report, b.report, pile)


def _places(a: str | None, b: str | None, pile: Pile) -> bool:
    return a is None or b is None or a == b or pile.within(a, b) or pile.within(b, a)


def timeline(pile: Pile) -> tuple[Moment, ...]:
    """Rows by date; undated ones last."""
    rows = [_moment(group, pile) for group in merged(pile)]
    return tuple(sorted(rows, key=lambda m: (m.date is None, m.date or "", m.id)))


def _moment(group: list[Told], pile: Pile) -> Moment:
    events = [t.event for t in group]
    documents = sorted({t.report.doc for t in group})
    dates = sorted({t.when for t in group if t.when}, key=lambda d: (d.last, d.first))
    finest = [e.date for e in events if e.date]
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
        differs=_differs(group, dates, places) if shared else (),
    )


def _differs(group: list[Told], dates: list[Days], places: list[str]) -> tuple[str, ...]:
    """In what the accounts of one happening differ."""
    actors = {frozenset(t.event.actors) for t in group if t.event.actors}
    status = {t.event.status for t in group}
    rows = (
        ("date", len(dates) > 1),
        ("place", len(places) > 1),
        ("actor", len(actors) > 1),
        ("status", len(status) > 1),
    )
    return tuple(name for name, differs in rows if differs)
