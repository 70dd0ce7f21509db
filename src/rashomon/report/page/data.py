"""The one data object between Python and the page's script.

Offsets in it are UTF-16 units, as JavaScript counts; everything a reader sees is already in the
reader's language. Mentions are short arrays, because a pile of 1,000 reports holds 100,000 names.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from rashomon.model import Entity, Figure, Quote, Reading
from rashomon.report.cards import Card
from rashomon.report.pile import Pile, clean
from rashomon.report.vocabulary import (
    HOW,
    KINDS,
    MEASURES,
    PLOVER,
    RELATIONS,
    SCRIPT,
    STANCES,
    STATES,
    VERDICTS,
    WHO,
)
from rashomon.text import digest

__all__ = ["build", "stored", "units"]

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_UNHELD = re.compile("[\0\ud800-\udfff]")


def units(text: str) -> Callable[[int], int]:
    """Code point offset -> UTF-16 offset."""
    if not _WIDE.search(text):
        return lambda offset: offset
    wide = [i for i, sign in enumerate(text) if sign > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)


def stored(text: str) -> str:
    """``text`` as an HTML page can hold it: same length, without NUL and lone surrogates."""
    return _UNHELD.sub("\ufffd", text)


def build(pile: Pile, cards: list[Card]) -> dict[str, Any]:
    """The whole object; see the keys below, they are what the script reads."""
    comparison = pile.dossier.comparison
    numbered = {identity: i for i, identity in enumerate(pile.entities)}
    at = {document.doc: units(document.text) for document in pile.documents}
    readings = [_reading(pile, reading, numbered, at[reading.document.doc]) for reading in pile.readings]
    asked = {f: i for i, card in enumerate(cards) for f in card.question.figures}
    return {
        "ui": pile.words.language,
        "words": {key: pile.words(message) for key, message in SCRIPT.items()},
        "terms": _terms(pile),
        "docs": [_document(pile, i) for i in range(len(pile.documents))],
        "ents": [_entity(pile, entity) for entity in pile.entities.values()],
        "marks": readings,
        "questions": [_question(pile, card) for card in cards],
        "asked": asked,
        "sources": [
            [clean(pile.origin(s.origin)), [clean(pile.source(v)) for v in s.via], pile.index.get(s.doc, -1), s.how,
             len(s.figures), len(s.quotes), [*s.figures, *s.quotes][:1], int(s.origin in pile.index)]
            for s in comparison.sources
        ],
        "wording": [_wording(pile, w, at[w.doc]) for w in comparison.wording if w.doc in pile.index],
        "moments": [_moment(pile, m) for m in comparison.timeline],
        "disputes": [[d.id, d.kind, clean(d.about), list(d.items), pile.shortened(d.reason)] for d in comparison.disputes],
        "issues": [[i.doc, i.room, i.code, i.detail] for i in pile.dossier.issues],
    }  # fmt: skip


def _terms(pile: Pile) -> dict[str, str]:
    """Vocabulary of the contract in the reader's language, by its own word."""
    every: dict[str, str] = {}
    for table in (RELATIONS, PLOVER, HOW, STATES, KINDS, STANCES, WHO, MEASURES, VERDICTS):
        every |= table
    return {key: pile.words(message) for key, message in every.items()}


def _document(pile: Pile, i: int) -> dict[str, Any]:
    document = pile.documents[i]
    return {
        "doc": document.doc,
        "digest": digest(document.doc),
        "short": pile.short[document.doc],
        "lang": document.language,
        "tongue": clean(pile.words.tongue(document.language)),
        "published": document.published,
        "day": clean(pile.words.day(document.published)),
        "title": pile.headline(document),
        "publisher": clean(document.publisher),
        "side": clean(document.side),
    }


def _entity(pile: Pile, entity: Entity) -> list[Any]:
    forms = {language: list(met) for language, met in sorted(entity.forms.items())} or {"": list(entity.aliases)}
    documents = [pile.index[doc] for doc in entity.documents if doc in pile.index]
    return [entity.id, entity.kind, entity.label, forms, documents, entity.mentions, list(entity.why)]


def _reading(pile: Pile, reading: Reading, numbered: dict[str, int], at: Callable[[int], int]) -> dict[str, Any]:
    return {
        "f": [_figure(pile, figure, at) for figure in reading.figures],
        "q": [_quote(pile, quote, at) for quote in reading.quotes],
        "t": [[at(t.start), at(t.end), t.value, t.meant, clean(pile.words.day(t.value)), t.start] for t in reading.times],
        "n": [[at(n.start), at(n.end), n.kind, numbered.get(n.entity or "", -1), n.start] for n in reading.names],
        "e": [
            [e.id, at(e.start), at(e.end), e.type, e.date, clean(pile.words.day(e.date)), clean(pile.place(e.where)),
             [clean(pile.source(a)) for a in e.actors], e.status, e.rule, list(e.why)]
            for e in reading.events
        ],
        "c": [[at(c.start), at(c.end), c.kind, numbered.get(c.entity or "", -1), c.start] for c in reading.citations],
    }  # fmt: skip


def _figure(pile: Pile, f: Figure, at: Callable[[int], int]) -> dict[str, Any]:
    return {
        "id": f.id,
        "s": at(f.start),
        "e": at(f.end),
        "ss": at(f.sentence_start),
        "se": at(f.sentence_end),
        "v": pile.value(f),
        "c": pile.compact(f),
        "lo": None if f.low is None else str(f.low),
        "hi": None if f.high is None else str(f.high),
        "approx": f.approx,
        "unit": f.unit,
        "measure": f.measure,
        "who": f.who,
        "label": f.label,
        "where": clean(pile.place(f.where)),
        "when": f.when,
        "day": clean(pile.words.day(f.when)),
        "asof": clean(pile.dated(f)),
        "src": clean(pile.source(f.source)),
        "status": f.status,
        "rule": f.rule,
        "why": list(f.why),
    }


def _quote(pile: Pile, q: Quote, at: Callable[[int], int]) -> dict[str, Any]:
    """``src`` and ``cue`` are [start, end] or null."""
    named = q.source_start is not None and q.source_end is not None
    cued = q.cue_start is not None and q.cue_end is not None
    return {
        "id": q.id,
        "s": at(q.start),
        "e": at(q.end),
        "by": clean(pile.source(q.source or q.source_text)),
        "src": [at(q.source_start or 0), at(q.source_end or 0)] if named else None,
        "cue": [at(q.cue_start or 0), at(q.cue_end or 0)] if cued else None,
        "kind": q.kind,
        "stance": q.stance,
        "rule": q.rule,
        "why": list(q.why),
    }


def _question(pile: Pile, card: Card) -> dict[str, Any]:
    """``cells`` is [report, figure id, repeat]; ``seen`` the reports that mention without a figure."""
    question = card.question
    return {
        "id": card.anchor,
        "asks": question.asks,
        "verdict": question.verdict,
        "measure": question.measure,
        "who": question.who,
        "unit": question.unit,
        "where": clean(pile.place(question.where)),
        "lo": None if question.low is None else str(question.low),
        "hi": None if question.high is None else str(question.high),
        "cells": [[row.report, row.figure.id, int(row.repeat)] for row in card.rows],
        "seen": [pile.index[doc] for doc in pile.mentioned.get(question.id, ())],
        "origins": [clean(pile.source(origin.source)) for origin in question.origins],
    }


def _wording(pile: Pile, w: Any, at: Callable[[int], int]) -> list[Any]:
    about = pile.entities[w.about].label if w.about in pile.entities else w.about
    return [about, pile.index[w.doc], w.text, w.gloss, w.count, [[at(a), at(b)] for a, b in w.spans]]


def _moment(pile: Pile, m: Any) -> list[Any]:
    documents = [pile.index[doc] for doc in m.documents if doc in pile.index]
    silent = [pile.index[doc] for doc in m.silent if doc in pile.index] if len(documents) > 1 else []
    return [m.id, m.type, m.date, clean(pile.place(m.where)), [clean(pile.source(a)) for a in m.actors],
            list(m.events), documents, list(m.differs), silent]  # fmt: skip
