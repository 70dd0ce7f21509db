"""The pile laid out for comparison: every figure with its report, place, dates and words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.compare.asof import CUMULATIVE, AsOf, dated_twice, known, latest
from rashomon.compare.bounds import Bounds, loose
from rashomon.compare.dates import Days, days
from rashomon.compare.scope import Scope
from rashomon.compare.subjects import Subject, subject_of
from rashomon.compare.traits import Traits, traits, traits_of
from rashomon.model import Document, Entity, Figure, Linked, Reading, replace
from rashomon.text import fold, squeeze

__all__ = ["Claim", "Pile", "Report", "focal", "lay_out"]


@dataclass(frozen=True, eq=False)
class Report:
    """One reading with what is looked up in it again and again."""

    reading: Reading
    weights: dict[str, float]  # entity -> how much of the report turns on it
    latest: Days | None  # the latest past day it mentions
    mix: int = 0  # number of its weights: copies have the same ones

    @cached_property
    def doc(self) -> str:
        return self.reading.document.doc

    @property
    def document(self) -> Document:
        return self.reading.document

    def traits(self) -> Traits:
        """What its words alone tell: unpacked each time, as it is asked for once a stage."""
        return traits_of(self.reading)

    @cached_property
    def total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def subject(self) -> Subject:
        lands = {entity: weight for entity, weight in self.weights.items() if entity.startswith("country:")}
        country = min(lands, key=lambda e: (-lands[e], e)) if lands else None
        return subject_of(self.reading, self.traits().frames, country, days(self.document.published) or self.latest)

    @cached_property
    def era(self) -> Days | None:
        """The time that a report is about which looks back: the first toll it gives is dated, and no other is of
        another year ("In December 1970 44 were killed. ... More than a thousand were wounded").
        """
        tolls = [f for f in self.reading.figures if f.measure in CUMULATIVE and f.who != "things"]
        dated = [d for f in tolls if f.when_from == "sentence" and (d := days(f.when))]
        if not tolls or not dated or tolls[0].when_from != "sentence":
            return None
        return dated[0] if len({d.first[:4] for d in dated}) == 1 else None

    @cached_property
    def epidemic(self) -> bool:
        """Whether it counts cases: the dead of an epidemic are counted from its start, said or not."""
        return any(f.measure == "cases" and f.who != "things" for f in self.reading.figures)

    @cached_property
    def dated_twice(self) -> frozenset[tuple[str, str]]:
        return dated_twice(self.reading)


@dataclass(eq=False, slots=True)
class Claim:
    """One figure in its context. There are ten in a report: what is worked out again and again is kept in slots."""

    figure: Figure
    report: Report
    scope: Scope
    asof: AsOf
    top: str | None  # the country (or widest known place) the figure holds for
    place: str | None  # a place below it, where the sentence says so
    voice: str = ""  # who answers for it: see `origins`
    order: int = 0  # among the figures of its report
    where: str | None = None  # the figure's place, unless that is where its people came from
    worded: bytes = b""  # shingles of its sentence, where nobody is named as its source
    _known: AsOf | None = None
    _loose: Bounds | None = None
    _asks: tuple[str, str, str, tuple[str, ...], str] | None = None  # see `keys.key_of`

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def known(self) -> AsOf:
        """When the count was known, which may be later than the day beside it."""
        if self._known is None:
            own = self.scope.until or (self.figure.measure, self.figure.who) in self.report.dated_twice
            self._known = self.asof if own else known(self.figure, self.report.reading, self.asof)
        return self._known

    @property
    def doc(self) -> str:
        return self.report.doc

    @property
    def key(self) -> tuple[str, int, int]:
        """Sort key that does not depend on the order of the reports."""
        return self.report.doc, self.figure.start, self.order

    @property
    def loose(self) -> Bounds:
        """The figure's interval with what rounding leaves open."""
        if self._loose is None:
            self._loose = loose(self.figure)
        return self._loose


@dataclass(eq=False)
class Pile:
    """Reports in order of name, entities by id."""

    reports: list[Report]
    entities: dict[str, Entity]
    ui: str
    _near: dict[tuple[int, int], bool] = field(default_factory=dict)
    _firm: dict[tuple[int, int], bool] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)  # figure -> its question, where several reports answer it

    @cached_property
    def by_doc(self) -> dict[str, Report]:
        return {report.doc: report for report in self.reports}

    @cached_property
    def names(self) -> dict[str, str]:
        """Folded form -> entity id, where only one entity of organisations and persons bears it."""
        found: dict[str, set[str]] = {}
        for entity in self.entities.values():
            if entity.kind != "place":
                for form in (entity.label, *entity.aliases):
                    found.setdefault(fold(squeeze(form)), set()).add(entity.id)
        return {form: min(ids) for form, ids in found.items() if len(ids) == 1}

    def label(self, reference: str | None) -> str:
        """What to call an entity or a description in a sentence."""
        if reference is None:
            return ""
        entity = self.entities.get(reference)
        return entity.label if entity else squeeze(reference)

    def country(self, place: str | None) -> str | None:
        """The country of a place, else the widest place known to contain it, else itself."""
        entity = self.entities.get(place or "")
        if entity is None:
            return place
        if entity.country:
            return "country:" + entity.country
        return max(entity.parents, key=lambda p: (len(p), p)) if entity.parents else entity.id

    def is_country(self, place: str | None) -> bool:
        """Whether a place is a whole country: its gazetteer id is its territory code."""
        entity = self.entities.get(place or "")
        return bool(entity and entity.country and entity.place_id == entity.country)

    def located(self, place: str) -> bool:
        """Whether anything is known of where a place lies; of two unknown ones none can be told from the other."""
        entity = self.entities.get(place)
        return bool(entity and (entity.place_id or entity.country or entity.parents))

    @cached_property
    def countries(self) -> dict[str, str]:
        """Territory code -> the entity of the country itself."""
        whole = [e for e in self.entities.values() if self.is_country(e.id)]
        return {e.country: e.id for e in sorted(whole, key=lambda e: e.id, reverse=True) if e.country}

    def around(self, place: str | None) -> list[str | None]:
        """A place and every place known to contain it, nearest first."""
        entity = self.entities.get(place or "")
        if entity is None:
            return [place]
        country = self.countries.get(entity.country or "")
        return list(dict.fromkeys([place, *sorted(entity.parents), *([country] if country else [])]))

    def within(self, place: str | None, other: str | None) -> bool:
        """Whether ``place`` lies in ``other`` (both known, and not the same)."""
        if place is None or other is None or place == other:
            return False
        entity = self.entities.get(place)
        if entity is None:
            return False
        if other in entity.parents:
            return True
        return self.is_country(other) and not self.is_country(place) and self.country(place) == self.country(other)


_WEIGHT = {"person": 2.0, "org": 2.0, "place": 2.0}


def lay_out(linked: Linked, ui: str) -> Pile:
    """Index a linked pile."""
    entities = {entity.id: entity for entity in linked.entities}
    ordered = sorted(linked.readings, key=lambda reading: reading.document.doc)
    pile = Pile([], entities, ui)
    mixes: dict[tuple[tuple[str, float], ...], tuple[int, dict[str, float]]] = {}
    for reading in ordered:
        reading = reading if reading.traits else replace(reading, traits=traits(reading))
        found = _weights(reading, pile)
        mix, weights = mixes.setdefault(tuple(found.items()), (len(mixes), found))
        pile.reports.append(Report(reading, weights, latest(reading), mix))
    return pile


def _weights(reading: Reading, pile: Pile) -> dict[str, float]:
    """How much each entity matters in a report: twice for what is not a country, damped by count.

    A country counts under its code, and so does the country of a town: "in Lindholm" and "in all of
    Norland" may be one event.
    """
    counts = Counter(name.entity for name in reading.names if name.entity)
    found: dict[str, float] = {}
    for entity, count in counts.items():
        known = pile.entities.get(entity)
        damped = 1 + min(count, 8) / 4
        if not pile.is_country(entity):
            found[entity] = _WEIGHT.get(known.kind if known else "org", 1.0) * damped
        if known and known.country:
            code = "country:" + known.country
            found[code] = max(found.get(code, 0.0), damped)
    return found


def focal(reports: Iterable[Report], pile: Pile) -> str | None:
    """The country most of the reports turn on; None where they name no place."""
    votes: Counter[str] = Counter()
    for report in reports:
        mine: Counter[str] = Counter()
        for name in report.reading.names:
            if name.kind == "place" and name.entity:
                mine[pile.country(name.entity) or name.entity] += 1
        if mine:
            votes[min(mine, key=lambda c: (-mine[c], c))] += 1
    return min(votes, key=lambda c: (-votes[c], c)) if votes else None
