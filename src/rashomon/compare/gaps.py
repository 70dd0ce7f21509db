"""Questions by reports: who gives a figure, who repeats one, who mentions the matter, who is silent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.bounds import Bounds, stated
from rashomon.compare.limits import listed
from rashomon.compare.pile import Pile, Report
from rashomon.compare.questions import Asked
from rashomon.compare.stories import near
from rashomon.model import Gap

__all__ = ["gaps"]


def gaps(rows: Sequence[Asked], pile: Pile, texts: Mapping[str, str]) -> tuple[Gap, ...]:
    """One row for each question that several figures answer and each report near its event.

    A question with a single figure gets the row of its own report only, and those that mention it.
    """
    many = [row for row in rows if len(row.claims) > 1]
    whole = listed(len(many), len(pile.reports))
    said = {report.doc: _said(report) for report in pile.reports}
    found: list[Gap] = []
    for row in rows:
        states = _states(row, texts)
        wanted = pile.reports if len(row.claims) > 1 and whole else [pile.by_doc[doc] for doc in states]
        first = row.claims[0].report
        for report in wanted:
            state = states.get(report.doc)
            if state is None and near(report, first, pile):
                state = "mentions" if _mentions(row, said[report.doc]) else "silent"
            if state:
                found.append(Gap(question=row.question.id, doc=report.doc, state=state))
    return tuple(sorted(found, key=lambda g: (g.question, g.doc)))


def _states(row: Asked, texts: Mapping[str, str]) -> dict[str, str]:
    """A report repeats where all its figures come from an origin that an earlier report gives."""
    states: dict[str, str] = {}
    by_id = {claim.id: claim for claim in row.claims}
    for origin in row.question.origins:
        mine = [by_id[figure] for figure in origin.figures]
        given: dict[Bounds, set[str]] = defaultdict(set)
        for claim in mine:
            given[stated(claim.figure)].add(claim.doc)
        first = min(mine, key=lambda c: (c.asof.days.first if c.asof.days else "9", texts[c.doc] != c.doc, c.key))
        for claim in mine:
            gives = claim.doc == first.doc or len(given[stated(claim.figure)]) < 2
            states[claim.doc] = "gives" if gives or states.get(claim.doc) == "gives" else "repeats"
    return states


def _said(report: Report) -> tuple[frozenset[str], frozenset[str]]:
    """Measures and groups a report has words or figures for."""
    reading = report.reading
    measures = {t.measure for t in reading.terms if t.measure} | {f.measure for f in reading.figures}
    groups = {t.group for t in reading.terms if t.group} | {f.who for f in reading.figures}
    return frozenset(measures), frozenset(groups)


def _mentions(row: Asked, said: tuple[frozenset[str], frozenset[str]]) -> bool:
    measures, groups = said
    measure, who = row.key[0], row.key[1]
    if measure not in measures:
        return False
    return who in ("all", "things") or who in groups
