"""What the pile says together: entities, questions, relations, origins, gaps."""

from decimal import Decimal
from typing import Any

from rashomon.model.base import Record
from rashomon.model.mentions import Reading
from rashomon.model.report import Issue


class Entity(Record, frozen=True, kw_only=True):
    """A person, organisation or place under all its forms."""

    id: str
    kind: str
    label: str  # in the reader's language
    aliases: tuple[str, ...]
    languages: tuple[str, ...]
    documents: tuple[str, ...]
    forms: dict[str, tuple[str, ...]] = {}  # language -> forms met in it
    mentions: int = 0
    place_id: str | None = None
    country: str | None = None  # territory code of a place
    parents: tuple[str, ...] = ()  # entity ids of places that contain this one
    why: tuple[str, ...] = ()  # which evidence joined it, what was against it


class Relation(Record, frozen=True, kw_only=True):
    """How two figures of one question relate, and why, in a sentence."""

    question: str
    a: str
    b: str
    relation: str  # equal compatible update subset other_category repeat retraction conflict
    reason: str


class Origin(Record, frozen=True, kw_only=True):
    """One independent source behind figures of a question."""

    source: str  # entity id, description, or the report itself
    figures: tuple[str, ...]
    documents: tuple[str, ...]


class Question(Record, frozen=True, kw_only=True):
    """A fact that one or more figures answer."""

    id: str
    asks: str
    measure: str
    who: str
    unit: str | None
    where: str | None
    figures: tuple[str, ...]
    verdict: str  # agree compatible update conflict single
    low: Decimal | None
    high: Decimal | None
    origins: tuple[Origin, ...]
    documents: tuple[str, ...]
    when: str | None = None
    parts: tuple[str, ...] = ()  # ids of questions that are parts of this one
    whole: str | None = None
    policies: dict[str, dict[str, Any]] = {}  # policy -> low, best, high, rule, reason
    why: tuple[str, ...] = ()


class Source(Record, frozen=True, kw_only=True):
    """One chain: origin, through agencies and outlets, into a report."""

    origin: str
    via: tuple[str, ...]
    doc: str
    how: str  # asserted | quoted | cited | repeated
    figures: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


class Wording(Record, frozen=True, kw_only=True):
    """How one report names a group, body or event."""

    about: str
    doc: str
    text: str
    lemma: str
    gloss: str
    count: int
    spans: tuple[tuple[int, int], ...]


class Gap(Record, frozen=True, kw_only=True):
    question: str
    doc: str
    state: str  # gives | repeats | mentions | silent


class Moment(Record, frozen=True, kw_only=True):
    """Events of several reports that tell of one happening (a row of the timeline)."""

    id: str
    type: str
    date: str | None
    where: str | None
    actors: tuple[str, ...]
    events: tuple[str, ...]
    documents: tuple[str, ...]
    silent: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()  # date, place, actor, status


class Dispute(Record, frozen=True, kw_only=True):
    """Statements that contradict each other beyond figures."""

    id: str
    kind: str  # denied | date | actor | rejected
    about: str
    items: tuple[str, ...]  # ids of events or quotes
    reason: str


class Comparison(Record, frozen=True, kw_only=True):
    """What `compare` finds over the pile."""

    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    wording: tuple[Wording, ...] = ()
    gaps: tuple[Gap, ...] = ()
    timeline: tuple[Moment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    asof: dict[str, tuple[str, str]] = {}  # figure id -> (EDTF date, sentence | quote | paragraph | published)


class Dossier(Record, frozen=True, kw_only=True):
    """A whole run: every report's reading, what links them, how they compare."""

    readings: tuple[Reading, ...] = ()
    entities: tuple[Entity, ...] = ()
    comparison: Comparison = Comparison()
    issues: tuple[Issue, ...] = ()
    ui: str = "en"


class Linked(Record, frozen=True, kw_only=True):
    """What `link` hands on: readings with entities, dates and references filled in."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    issues: tuple[Issue, ...] = ()
