"""All records. Rooms hand these to each other; this module imports no room.

Offsets are Unicode code points, half-open, into ``Document.text``. Every mention satisfies
``document.text[start:end] == text``. Unknown is ``None``. Dates are ISO 8601 / EDTF strings,
reported values are ``Decimal``. A record is never edited: rooms add stand-off records, and the
corridor (`pipeline`) replaces whole records when a later room resolves a reference.

A *reference* (``..._ref``) is the ``(start, end)`` of another mention of the same document:
``source_ref`` and ``where_ref`` point at a `Name`, ``when_ref`` at a `Time`. Rooms that read one
report fill references; ``source``, ``where``, ``when`` and ``entity`` are filled from them once
the whole pile is linked.
"""

from decimal import Decimal
from typing import Any

import msgspec

Ref = tuple[int, int] | None


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: immutable, keyword-only."""


# --- what a report is -----------------------------------------------------------------------


class Document(Record, frozen=True, kw_only=True):
    """One report: its text as stored, and what is known about it."""

    doc: str  # file name, unique in the dossier
    text: str
    sha256: str = ""  # of the input bytes
    language: str | None = None  # ISO 639-1
    published: str | None = None  # ISO 8601 date
    published_from: str | None = None  # option | metadata | text
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    side: str | None = None  # the reader's own label for the camp a report belongs to
    plain: bool = True  # the stored text is the input file, byte for byte


class Token(Record, frozen=True, kw_only=True):
    """A word, digit run or sign. ``fold`` is the matching form (see `text.fold`)."""

    start: int
    end: int
    fold: str
    kind: str  # word | number | sign


class Sentence(Record, frozen=True, kw_only=True):
    """``first:last`` are token indexes (half-open) into `View.tokens`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    language: str  # of this sentence: may differ from the report's
    heading: bool = False


class Issue(Record, frozen=True, kw_only=True):
    """What could not be read or decided: listed, never dropped."""

    doc: str
    room: str
    code: str
    detail: str


# --- what stands in a report ----------------------------------------------------------------


class Number(Record, frozen=True, kw_only=True):
    """A number with its modifiers: "more than 1,300", "год, два или три", "circa il 30%".

    ``start:end`` includes the modifier, ``core_start:core_end`` only the number itself.
    ``low``/``high`` as in the guide (None = open). ``unit`` only where the number carries it:
    "percent" or an ISO 4217 currency code. ``form``: digits words mixed vague range fraction ordinal.
    """

    start: int
    end: int
    text: str
    core_start: int
    core_end: int
    low: Decimal | None
    high: Decimal | None
    approx: bool = False
    unit: str | None = None
    form: str = "digits"
    rule: str = ""


class Time(Record, frozen=True, kw_only=True):
    """An expression that can be placed on a calendar, or that says it cannot (``value`` None).

    ``partial`` keeps what the words alone say where the year (or more) is missing, as EDTF with
    X: "XXXX-01-12"; `link.dates` completes it from the pile. ``anchor`` says what a relative or
    partial expression was resolved against: published, previous (a date mentioned before), pile.
    """

    doc: str = ""
    start: int
    end: int
    text: str
    value: str | None
    meant: str | None = None
    kind: str = "date"  # date | time | range
    partial: str | None = None
    anchor: str | None = None
    rule: str = ""
    why: tuple[str, ...] = ()


class Name(Record, frozen=True, kw_only=True):
    """One mention of a person, organisation or place."""

    doc: str = ""
    start: int
    end: int
    text: str
    kind: str  # person | org | place
    entity: str | None = None
    lemma: str | None = None  # base form where morphology gives one ("Токаеву" -> "Токаев")
    role: str | None = None  # title or role beside it, as written ("president of X")
    expands: Ref = None  # an acronym's expansion in the same report, or the other way round
    coref: Ref = None  # an earlier mention in the same report that this one is taken to repeat
    place_id: str | None = None  # gazetteer id (GeoNames id or CLDR territory code)
    language: str | None = None
    sure: bool = True  # False: a sentence-initial or single-source guess that linking may drop
    rule: str = ""
    why: tuple[str, ...] = ()


class Quote(Record, frozen=True, kw_only=True):
    """Who is reported as saying what (PARC/Pareti: source, cue, content). ``text`` = content."""

    id: str = ""
    doc: str = ""
    start: int
    end: int
    text: str
    source: str | None = None  # entity id or description
    source_text: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    source_ref: Ref = None  # the Name that the source words stand for
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    kind: str = "indirect"  # direct | indirect | according_to
    stance: str = "asserts"  # asserts denies doubts demands accuses predicts
    via: tuple[Ref, ...] = ()  # outlets and agencies (Citation spans) that pass it on
    rule: str = ""
    why: tuple[str, ...] = ()


class Figure(Record, frozen=True, kw_only=True):
    """A quantity that states a fact (gold/GUIDE.md)."""

    id: str = ""
    doc: str = ""
    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    approx: bool = False
    unit: str | None = None
    measure: str = "other"
    who: str = "things"
    label: str | None = None
    label_start: int | None = None
    label_end: int | None = None
    where: str | None = None  # entity id of the place
    where_ref: Ref = None
    when: str | None = None
    when_ref: Ref = None
    when_from: str | None = None  # sentence | quote | paragraph | published
    source: str | None = "author"
    source_text: str | None = None
    source_ref: Ref = None
    status: str = "asserted"
    quote: str | None = None
    sentence_start: int = 0
    sentence_end: int = 0
    rule: str = ""
    why: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """A main happening: ``text`` is the trigger, ``type`` a PLOVER type."""

    id: str = ""
    doc: str = ""
    start: int
    end: int
    text: str
    type: str
    date: str | None = None
    when_ref: Ref = None
    where: str | None = None
    where_ref: Ref = None
    actors: tuple[str, ...] = ()
    actor_refs: tuple[Ref, ...] = ()
    source: str | None = "author"
    source_ref: Ref = None
    status: str = "asserted"
    quote: str | None = None
    rule: str = ""
    why: tuple[str, ...] = ()


class Citation(Record, frozen=True, kw_only=True):
    """Where the report says it got something."""

    doc: str = ""
    start: int
    end: int
    text: str
    kind: str  # outlet | social | link | document
    entity: str | None = None
    ref: Ref = None  # the Name at these words
    rule: str = ""


class Term(Record, frozen=True, kw_only=True):
    """A group noun ("militants") or a word of a measure ("wounded") where it stands in the text."""

    start: int
    end: int
    text: str
    lemma: str
    gloss: str  # English
    group: str | None = None  # a `who` class
    measure: str | None = None


class Reading(Record, frozen=True, kw_only=True):
    """Everything found in one report, before or after linking."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    numbers: tuple[Number, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    citations: tuple[Citation, ...] = ()
    terms: tuple[Term, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- what the pile says together ------------------------------------------------------------


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


class Judgement(Record, frozen=True, kw_only=True):
    """A reader's decision on two names: "same" or "different"."""

    a: str  # entity id, or a form as written
    b: str
    same: bool


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


class Dossier(Record, frozen=True, kw_only=True):
    """A whole run: every report's reading, what links them, how they compare."""

    readings: tuple[Reading, ...] = ()
    entities: tuple[Entity, ...] = ()
    comparison: Comparison = Comparison()
    issues: tuple[Issue, ...] = ()
    ui: str = "en"


class Options(Record, frozen=True, kw_only=True):
    """What the reader asked for; part of the cache key where it changes a reading."""

    language: str | None = None
    published: str | None = None
    side: str | None = None
    ui: str = "en"
    policies: tuple[str, ...] = ()
    official: tuple[str, ...] = ()  # sources the reader marks as official
    judgements: tuple[Judgement, ...] = ()
    workers: int = 0  # 0: one a core for more than a few reports
    finder: str | None = None  # an installed extra name finder
    anywhere: bool = False  # a manifest may name files outside its own folder
    engine: str | None = None  # serial | processes | dask[:address]


class Item(Record, frozen=True, kw_only=True):
    """One input before it is read: a file, or a row of a manifest."""

    doc: str  # unique name in the dossier
    path: str | None = None  # file to read
    text: str | None = None  # text given by a manifest row
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    side: str | None = None


class Task(Record, frozen=True, kw_only=True):
    """What a worker needs to read one input."""

    item: Item
    options: Options
    key: str


class Outcome(Record, frozen=True, kw_only=True):
    """What a worker gives back: a reading, or issues that say why there is none."""

    key: str  # of the reading: what it was made from (`fingerprint.key`)
    reading: Reading | None = None
    issues: tuple[Issue, ...] = ()


class Linked(Record, frozen=True, kw_only=True):
    """What `link` hands on: readings with entities, dates and references filled in."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    issues: tuple[Issue, ...] = ()


replace = msgspec.structs.replace
fields = msgspec.structs.fields
