"""What stands in a report: stand-off mentions, each grounded in its words."""

from decimal import Decimal

from rashomon.model.base import Record, Ref
from rashomon.model.report import Document, Issue, Sentence


class Number(Record, frozen=True, kw_only=True):
    """A number with its modifiers: "more than 1,300", "год, два или три", "circa il 30%".

    ``start:end`` includes the modifier, ``core_start:core_end`` only the number itself.
    ``low``/``high`` as in the guide (None = open). ``unit`` only where the number carries it:
    "percent" or an ISO 4217 currency code. ``form``: digits words mixed vague range fraction article.
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
    traits: bytes = b""  # packed by `compare`: what the words alone tell it; empty in a dossier
