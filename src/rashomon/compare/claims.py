"""Figures to claims: each with its report, place, date and what narrows it."""

from decimal import Decimal

from rashomon.compare.asof import as_of
from rashomon.compare.pile import Claim, Pile, Report
from rashomon.compare.scope import Scope
from rashomon.model import Figure, Reading

__all__ = ["claims"]

_LEAVING = frozenset({"displaced", "rescued", "missing"})  # "evacuated from the town" is of the town


def claims(pile: Pile, voices: dict[str, str]) -> list[Claim]:
    """Every figure of the pile in context, in order of report and place in it."""
    met: dict[Scope, Scope] = {}  # most figures are narrowed by nothing: one scope for all of them
    found = []
    for report in pile.reports:
        own = report.traits()
        spans = [(f.start, f.end) for f in report.reading.figures]
        scopes = dict(zip(spans, own.scopes, strict=True))
        scopes.update(_other_events(report.reading, scopes))
        for order, (figure, worded) in enumerate(zip(report.reading.figures, own.worded, strict=True)):
            scope = scopes[figure.start, figure.end]
            claim = _claim(figure, report, met.setdefault(scope, scope), pile)
            claim.order, claim.voice = order, voices.get(figure.id, report.doc)
            claim.worded = worded if figure.source in (None, "author") else b""
            found.append(claim)
    return sorted(found, key=lambda claim: claim.key)


def _claim(figure: Figure, report: Report, scope: Scope, pile: Pile) -> Claim:
    came = scope.whence and figure.measure not in _LEAVING
    return Claim(
        figure=figure,
        report=report,
        scope=scope,
        asof=as_of(figure, report.reading, begins=scope.start),
        top=pile.country(figure.where) if figure.where and not came else None,
        place=None if came else _stated_place(figure, pile),
        where=None if came else figure.where,
    )


_TIMES_LEAD = 4  # a toll so many times the lead's, in the second half, is of another event


def _other_events(reading: Reading, scopes: dict[tuple[int, int], Scope]) -> dict[tuple[int, int], Scope]:
    """The background of a report on ten dead: "The quake there killed 612 people and injured 1,400". All
    figures of such a sentence are of that other event.
    """
    size = max(len(reading.document.text), 1)
    tolls = [f for f in reading.figures if f.measure == "killed" and f.who == "all" and f.low]
    leads = [f.low for f in tolls if f.low and f.start / size < _LEAD and f.when_from != "sentence"]
    if not leads:
        return {}
    least = _TIMES_LEAD * max(*leads, Decimal(3))
    own = [f for f in tolls if f.start / size >= 1 / 2 and f.source in (None, "author")]
    starts = {f.sentence_start for f in own if f.low and f.low >= least}
    spans = [(f.start, f.end) for f in reading.figures if f.sentence_start in starts]
    return {span: scopes[span]._replace(background=True) for span in spans}


_LEAD = 0.3  # of a text: the news itself


def _stated_place(figure: Figure, pile: Pile) -> str | None:
    """The place below a country that the figure's own sentence names; None where it is inferred."""
    if figure.where is None or pile.is_country(figure.where):
        return None
    ref = figure.where_ref
    if ref is not None and not (figure.sentence_start <= ref[0] < figure.sentence_end):
        return None
    return figure.where
