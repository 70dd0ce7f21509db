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

from rashomon.model.base import Part, Record, Ref, fields, replace
from rashomon.model.mentions import Citation, Event, Figure, Name, Number, Quote, Reading, Term, Time
from rashomon.model.pile import (
    Comparison,
    Dispute,
    Dossier,
    Entity,
    Gap,
    Linked,
    Moment,
    Origin,
    Question,
    Relation,
    Source,
    Wording,
)
from rashomon.model.report import Document, Issue, Sentence, Token
from rashomon.model.run import Carried, Item, Judgement, Options, Outcome, Task

__all__ = [
    "Carried",
    "Citation",
    "Comparison",
    "Dispute",
    "Document",
    "Dossier",
    "Entity",
    "Event",
    "Figure",
    "Gap",
    "Issue",
    "Item",
    "Judgement",
    "Linked",
    "Moment",
    "Name",
    "Number",
    "Options",
    "Origin",
    "Outcome",
    "Part",
    "Question",
    "Quote",
    "Reading",
    "Record",
    "Ref",
    "Relation",
    "Sentence",
    "Source",
    "Task",
    "Term",
    "Time",
    "Token",
    "Wording",
    "fields",
    "replace",
]
