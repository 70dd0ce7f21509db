"""What one page can show of a large pile: a browser opens some forty megabytes, not four hundred.

Above `MOST` reports the page holds those that the most disputed questions need, and says so; the tables hold all.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model import Comparison, Dossier, Event, Moment, Question, replace

__all__ = ["MOST", "left_out", "shown"]

MOST = 2_000  # reports: about twenty kilobytes each


def shown(dossier: Dossier, most: int = MOST) -> Dossier:
    """The dossier itself, or the part of it that has ``most`` reports."""
    if len(dossier.readings) <= most:
        return dossier
    docs = _chosen(dossier, most)
    readings = tuple(r for r in dossier.readings if r.document.doc in docs)
    return Dossier(
        readings=readings,
        entities=tuple(e for e in dossier.entities if not docs.isdisjoint(e.documents)),
        comparison=_part(dossier.comparison, docs, Dossier(readings=readings)),
        issues=tuple(i for i in dossier.issues if not i.doc or i.doc in docs),
        ui=dossier.ui,
    )


class Left(NamedTuple):
    """What of a dossier its page leaves out; ``silence``: the tables do not list it either."""

    questions: int
    happenings: int
    silence: bool


def left_out(whole: Dossier, part: Dossier) -> Left:
    """What the page must say that it does not hold."""
    a, b = whole.comparison, part.comparison
    silence = any(issue.code == "silence-not-listed" for issue in whole.issues)
    return Left(len(a.questions) - len(b.questions), len(a.timeline) - len(b.timeline), silence)


def _chosen(dossier: Dossier, most: int) -> frozenset[str]:
    """Reports of the gravest and widest questions first, then the rest by name."""
    grave = {"conflict": 0, "update": 1, "compatible": 2, "agree": 3}
    ranked = sorted(
        dossier.comparison.questions, key=lambda q: (grave.get(q.verdict, 4), -len(q.origins), -len(q.documents), q.id)
    )
    names = [doc for question in ranked for doc in sorted(question.documents)]
    known = {r.document.doc for r in dossier.readings}
    rows = dict.fromkeys(doc for doc in [*names, *sorted(known)] if doc in known)
    return frozenset(list(rows)[:most])


def _part(whole: Comparison, docs: frozenset[str], inside: Dossier) -> Comparison:
    figures = frozenset(f.id for r in inside.readings for f in r.figures)
    quotes = frozenset(q.id for r in inside.readings for q in r.quotes)
    events = {e.id: e for r in inside.readings for e in r.events}
    questions = [_question(q, figures, docs) for q in whole.questions if not figures.isdisjoint(q.figures)]
    kept = frozenset(q.id for q in questions)
    return Comparison(
        questions=tuple(replace(q, parts=tuple(p for p in q.parts if p in kept)) for q in questions),
        relations=tuple(r for r in whole.relations if r.a in figures and r.b in figures),
        sources=tuple(s for s in whole.sources if s.doc in docs),
        wording=tuple(w for w in whole.wording if w.doc in docs),
        gaps=tuple(g for g in whole.gaps if g.doc in docs and g.question in kept),
        timeline=tuple(_moments(whole.timeline, events, docs)),
        disputes=tuple(d for d in whole.disputes if all(i in events or i in quotes for i in d.items)),
        asof={figure: at for figure, at in whole.asof.items() if figure in figures},
    )


def _question(question: Question, figures: frozenset[str], docs: frozenset[str]) -> Question:
    """A question with the figures that are there; its verdict and interval are those of the whole pile."""
    if docs.issuperset(question.documents):
        return question
    origins = (
        replace(
            origin,
            figures=tuple(f for f in origin.figures if f in figures),
            documents=tuple(d for d in origin.documents if d in docs),
        )
        for origin in question.origins
    )
    return replace(
        question,
        figures=tuple(f for f in question.figures if f in figures),
        documents=tuple(d for d in question.documents if d in docs),
        origins=tuple(origin for origin in origins if origin.figures),
    )


def _moments(rows: tuple[Moment, ...], events: dict[str, Event], docs: frozenset[str]) -> Iterator[Moment]:
    for row in rows:
        if not docs.isdisjoint(row.documents):
            yield replace(
                row,
                events=tuple(e for e in row.events if e in events),
                documents=tuple(d for d in row.documents if d in docs),
                silent=tuple(d for d in row.silent if d in docs),
            )
