"""Questions as people read them: figures by origin, each placed on one scale, relations in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from rashomon.model import Document, Figure, Origin, Question, Relation
from rashomon.report.pile import Pile, clean
from rashomon.report.plot import Mark, Scale, scale_for
from rashomon.report.vocabulary import RELATIONS, STANCES

__all__ = ["Card", "Policy", "Row", "card", "silent"]

_CONTEXT = 320  # a sentence longer than this is shown around its figure only
_BEFORE = 3  # signs between a noun and the figure that follows it: "killed: 12"
_AFTER = 28  # signs shown behind a figure without a counted noun of its own
_SENTENCES = 5  # relations told at once


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a question. ``before``, ``text`` and ``after`` are its sentence."""

    figure: Figure
    document: Document
    report: int
    source: str
    value: str
    words: str
    when: str
    status: str
    first: bool  # of its origin
    repeat: bool
    mark: Mark | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Policy:
    """What a named counting rule makes of a question's figures; "" where it says nothing."""

    name: str
    low: str
    best: str
    high: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question, ready to be drawn."""

    question: Question
    anchor: str
    where: str
    when: str
    span: str
    scale: Scale | None
    ticks: list[tuple[float, str]]
    rows: list[Row]
    silent: list[Document]  # of a question that several figures answer
    relations: list[tuple[str, str, str, str]] = field(default_factory=list)  # kind, label, pair, reason
    more: int = 0
    policies: list[Policy] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        return self.question.verdict


def card(pile: Pile, question: Question) -> Card:
    """What is drawn of one question."""
    figures = [pile.figures[i] for i in question.figures if i in pile.figures]
    scale = scale_for(figures)
    told = _distinct(pile, question)
    return Card(
        question=question,
        anchor=pile.anchor(question),
        where=_where(pile, question),
        when=pile.words.day(question.when),
        span=pile.interval(question.low, question.high),
        scale=scale,
        ticks=[(x, pile.words.number(value)) for x, value in scale.ticks] if scale else [],
        rows=list(_rows(pile, question, scale)),
        silent=silent(pile, question) if question.verdict != "single" else [],
        relations=[_told(pile, relation) for relation in told[:_SENTENCES]],
        more=max(0, len(told) - _SENTENCES),
        policies=[_policy(pile, name, values) for name, values in sorted(question.policies.items())],
    )


def _where(pile: Pile, question: Question) -> str:
    """The place, unless the question's own sentence names it."""
    place = clean(pile.place(question.where))
    return "" if place in question.asks else place


def _distinct(pile: Pile, question: Question) -> list[Relation]:
    """A question's relations, gravest first; the same two values against each other are told once."""
    first: dict[tuple[object, ...], Relation] = {}
    for relation in pile.relations.get(question.id, []):
        a, b = pile.figures.get(relation.a), pile.figures.get(relation.b)
        if a and b:
            values = sorted(((a.low is None, a.low or 0, a.high or 0), (b.low is None, b.low or 0, b.high or 0)))
            first.setdefault((relation.relation, *values), relation)
    return list(first.values())


def silent(pile: Pile, question: Question) -> list[Document]:
    """The reports on its event that do not touch a question."""
    silences = pile.silences.get(question.id, ())
    return [pile.documents[i] for i in sorted(pile.index[doc] for doc in silences if doc in pile.index)]


def _rows(pile: Pile, question: Question, scale: Scale | None) -> Iterator[Row]:
    """Figures grouped by origin, origins by their lowest bound; what repeats comes under its origin."""
    done: set[str] = set()
    repeated = {r.b for r in pile.relations.get(question.id, []) if r.relation == "repeat"}
    for origin in sorted(question.origins, key=lambda o: _lowest(pile, o)):
        figures = [pile.figures[i] for i in origin.figures if i in pile.figures and i not in done]
        done.update(f.id for f in figures)
        seen: set[tuple[object, ...]] = set()
        for place, figure in enumerate(sorted(figures, key=lambda f: f.id in repeated)):
            value = (figure.low, figure.high)
            row = _row(pile, figure, scale, place == 0, place > 0 and value in seen)
            yield replace(row, source=_behind(pile, origin, figure))
            seen.add(value)
    for i in question.figures:
        if i in pile.figures and i not in done:
            yield _row(pile, pile.figures[i], scale, True, False)


def _behind(pile: Pile, origin: Origin, figure: Figure) -> str:
    """Whom the words name; where they name nobody, the origin that comparison found behind them."""
    unnamed = figure.source in (None, "author") and origin.source not in pile.index
    return clean(pile.source(origin.source if unnamed else figure.source))


def _lowest(pile: Pile, origin: Origin) -> tuple[object, ...]:
    bounds = [b for i in origin.figures if i in pile.figures
              for b in (pile.figures[i].low, pile.figures[i].high) if b is not None]  # fmt: skip
    return (not bounds, min(bounds, default=0), origin.source, origin.figures)


def _row(pile: Pile, figure: Figure, scale: Scale | None, first: bool, repeat: bool) -> Row:
    report = pile.index[figure.doc]
    document = pile.documents[report]
    start, end = _context(document.text, figure)
    return Row(
        figure=figure,
        document=document,
        report=report,
        source=clean(pile.source(figure.source)),
        value=pile.value(figure),
        words=_words(document.text, figure),
        when=pile.dated(figure),
        status="" if figure.status == "asserted" else pile.words(STANCES.get(figure.status, figure.status)),
        first=first,
        repeat=repeat,
        mark=scale.mark(figure) if scale else None,
        before=document.text[start : figure.start].lstrip(),
        after=document.text[figure.end : end].rstrip(),
    )


def _context(text: str, figure: Figure) -> tuple[int, int]:
    """The sentence around a figure, cut to what one can take in."""
    start = figure.sentence_start if figure.sentence_end > figure.sentence_start else figure.start - 100
    end = figure.sentence_end if figure.sentence_end > figure.sentence_start else figure.end + 100
    return max(0, start, figure.start - _CONTEXT // 2), min(len(text), end, figure.end + _CONTEXT)


def _words(text: str, figure: Figure) -> str:
    """The figure with its counted noun, as written: "16 полицейских"."""
    if figure.label_start is None or figure.label_end is None:
        return _following(text, figure)
    if not (0 <= figure.label_start - figure.end <= _AFTER or 0 <= figure.start - figure.label_end <= _BEFORE):
        return _following(text, figure)
    return clean(text[min(figure.start, figure.label_start) : max(figure.end, figure.label_end)])


def _following(text: str, figure: Figure) -> str:
    """The figure and the words right after it, up to the end of its sentence."""
    end = min(figure.end + _AFTER, figure.sentence_end or len(text))
    after = text[figure.end : end]
    whole = end < figure.end + _AFTER or " " not in after
    return clean(figure.text + (after.rstrip(" .,;:") if whole else after.rsplit(" ", 1)[0] + " …"))


def _told(pile: Pile, relation: Relation) -> tuple[str, str, str, str]:
    a, b = pile.figures[relation.a], pile.figures[relation.b]
    pair = f"{pile.compact(a)} ({pile.short[a.doc]}) – {pile.compact(b)} ({pile.short[b.doc]})"
    name = pile.words(RELATIONS.get(relation.relation, relation.relation))
    return relation.relation, name, pair, pile.shortened(relation.reason)


def _policy(pile: Pile, name: str, values: dict[str, Any]) -> Policy:
    low, best, high = (_number(pile, values.get(key)) for key in ("low", "best", "high"))
    return Policy(
        name, low, best, high, clean(str(values.get("rule") or "")), pile.shortened(str(values.get("reason") or ""))
    )


def _number(pile: Pile, value: object) -> str:
    return "" if value is None else pile.words.number(Decimal(str(value)))
