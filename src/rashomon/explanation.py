"""Why a row of a dossier is as it is: the rule, the words, the reasons for each value."""

import difflib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from rashomon.model import Dossier, Entity, Question, Reading
from rashomon.report.pile import Pile, clean
from rashomon.text import mention_id

__all__ = ["addresses", "explain"]

_KINDS = {
    "figure": "figures",
    "quote": "quotes",
    "event": "events",
    "time": "times",
    "name": "names",
    "citation": "citations",
}
_UNTOLD = {"id", "doc", "start", "end", "text", "rule", "why", "sentence_start", "sentence_end"}
_AROUND = 80


def explain(dossier: Dossier, identity: str) -> str:
    """What is known of one row, as text: a figure, quote, time, name, event, citation, entity or question.

    Rows without an id of their own are addressed as ``<kind>-<digest>-<start>`` (`text.mention_id`).
    A relation is addressed as ``<figure id>/<figure id>``. Raises KeyError with near ids.
    """
    found = _find(dossier, identity)
    if found is None:
        near = difflib.get_close_matches(identity, list(addresses(dossier)), n=3, cutoff=0.5)
        hint = f"; near ones: {', '.join(near)}" if near else ""
        raise KeyError(f"no row has the id {identity!r}{hint}")
    return "\n".join(found(Pile(dossier))) + "\n"


def addresses(dossier: Dossier) -> Iterator[str]:
    """Every id that `explain` knows, in the order of the dossier."""
    yield from (_id(kind, reading, mention) for kind, reading, mention in _mentions(dossier))
    yield from (entity.id for entity in dossier.entities)
    yield from (question.id for question in dossier.comparison.questions)
    yield from (f"{relation.a}/{relation.b}" for relation in dossier.comparison.relations)
    yield from (moment.id for moment in dossier.comparison.timeline)
    yield from (dispute.id for dispute in dossier.comparison.disputes)


def _mentions(dossier: Dossier) -> Iterator[tuple[str, Reading, Any]]:
    for reading in dossier.readings:
        for kind, table in _KINDS.items():
            yield from ((kind, reading, mention) for mention in getattr(reading, table))


Telling = Callable[[Pile], list[str]]


def _id(kind: str, reading: Reading, mention: Any) -> str:
    return getattr(mention, "id", "") or mention_id(kind, reading.document.doc, mention.start)


def _find(dossier: Dossier, identity: str) -> Telling | None:
    """How to tell of a row; None where there is none."""
    return _mention(dossier, identity) or _comparison(dossier, identity) or _entity(dossier, identity)


def _mention(dossier: Dossier, identity: str) -> Telling | None:
    for kind, reading, mention in _mentions(dossier):
        if _id(kind, reading, mention) == identity:
            return partial(_tell_mention, kind=kind, reading=reading, mention=mention)
    return None


def _comparison(dossier: Dossier, identity: str) -> Telling | None:
    bare = identity.removeprefix("question-")
    for question in dossier.comparison.questions:
        if question.id in (identity, bare):
            return lambda pile: _tell_question(pile, question)
    for relation in dossier.comparison.relations:
        if identity in (f"{relation.a}/{relation.b}", f"{relation.b}/{relation.a}"):
            return lambda pile: [f"{identity}: {relation.relation}", f"  why: {relation.reason}",
                                 *_told_figure(pile, relation.a), *_told_figure(pile, relation.b)]  # fmt: skip
    rows: tuple[Any, ...] = (*dossier.comparison.timeline, *dossier.comparison.disputes)
    for row in rows:
        if row.id == identity:
            return lambda pile: [f"{identity}", *_values(row, {"id"})]
    return None


def _entity(dossier: Dossier, identity: str) -> Telling | None:
    for entity in dossier.entities:
        if entity.id == identity:
            return lambda pile: _tell_entity(pile, entity)
    return None


def _tell_mention(pile: Pile, kind: str, reading: Reading, mention: Any) -> list[str]:
    """Rule, words in context, reasons, then every value."""
    document = reading.document
    out = [f"{_id(kind, reading, mention)}: {kind} in {clean(document.doc)}, {mention.start}–{mention.end}"]
    out.append(f"  words: {_context(document.text, mention.start, mention.end)}")
    out.append(f"  found by: {mention.rule or 'no rule recorded'}")
    out += [f"  why: {clean(reason)}" for reason in getattr(mention, "why", ())]
    out += _values(mention, _UNTOLD)
    for entity in (getattr(mention, "entity", None), getattr(mention, "source", None), getattr(mention, "where", None)):
        if entity in pile.entities:
            out.append(f"  {entity} is {clean(pile.entities[entity].label)}")
    if kind == "figure":
        out += _asked(pile, mention.id)
    return out


def _values(record: Any, untold: set[str]) -> list[str]:
    """The fields of a record that say something, in the order they are declared."""
    values = ((name, getattr(record, name)) for name in record.__struct_fields__ if name not in untold)
    return [f"  {name}: {_shown(value)}" for name, value in values if value not in (None, (), "", False, {})]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value)
    return clean(str(value))


def _context(text: str, start: int, end: int) -> str:
    """The words between brackets with what stands around them, on one line."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return clean(
        f"{'…' if start > _AROUND else ''}{before}[{text[start:end]}]{after}{'…' if end + _AROUND < len(text) else ''}"
    )


def _asked(pile: Pile, figure: str) -> list[str]:
    """The question a figure answers, and how it relates to the others."""
    out = []
    for question in (q for q in pile.questions if figure in q.figures):
        out.append(f"  answers: {clean(question.asks)} ({question.id}, {question.verdict})")
        mine = (r for r in pile.relations.get(question.id, []) if figure in (r.a, r.b))
        out += [f"    {r.relation} with {r.b if figure == r.a else r.a}: {clean(r.reason)}" for r in mine]
    return out


def _told_figure(pile: Pile, identity: str) -> list[str]:
    figure = pile.figures.get(identity)
    if figure is None:
        return []
    document = pile.documents[pile.index[figure.doc]]
    return [f"  {identity}: {pile.value(figure)}, {clean(pile.source(figure.source))}",
            f"    {_context(document.text, figure.start, figure.end)}"]  # fmt: skip


def _tell_question(pile: Pile, question: Question) -> list[str]:
    """Verdict and why, each figure, each origin, each relation with its reason."""
    out = [f"{question.id}: {clean(question.asks)}", f"  verdict: {question.verdict}"]
    out += [f"  why: {clean(reason)}" for reason in question.why]
    out += _values(question, {"id", "asks", "verdict", "why", "figures", "origins"})
    for figure in question.figures:
        out += _told_figure(pile, figure)
    for origin in question.origins:
        out.append(f"  origin {clean(pile.origin(origin.source))}: {', '.join(origin.figures)}")
    for r in pile.relations.get(question.id, []):
        out.append(f"  {r.a} and {r.b}: {r.relation}: {clean(r.reason)}")
    return out


def _tell_entity(pile: Pile, entity: Entity) -> list[str]:
    """The joined forms by language, where each is met first, and the evidence."""
    out = [f"{entity.id}: {clean(entity.label)} ({entity.kind})"]
    forms = entity.forms or {"": entity.aliases}
    out += [f"  forms {language}: {', '.join(clean(f) for f in met)}" for language, met in sorted(forms.items())]
    out += [f"  why: {clean(reason)}" for reason in entity.why]
    out += _values(entity, {"id", "label", "kind", "aliases", "forms", "why"})
    for reading in pile.readings:
        mine = next((n for n in reading.names if n.entity == entity.id), None)
        if mine:
            where = _context(reading.document.text, mine.start, mine.end)
            out.append(
                f"  first in {clean(reading.document.doc)} ({mention_id('name', reading.document.doc, mine.start)}): {where}"
            )
    return out
