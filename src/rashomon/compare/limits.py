"""Tables that would grow as the square of a pile: up to a size they list who is silent, beyond it they say that they do not."""

from collections.abc import Iterator

from rashomon.model import Comparison, Issue

__all__ = ["limits", "listed"]

_CELLS = 200_000  # questions or happenings by reports: beyond this nobody reads who leaves out what


def listed(rows: int, reports: int) -> bool:
    """Whether each report is listed beside each row."""
    return rows * reports <= _CELLS


def limits(comparison: Comparison, reports: int) -> Iterator[Issue]:
    """What a comparison of so many reports leaves out, as issues of the whole pile."""
    questions = sum(len(q.figures) > 1 for q in comparison.questions)
    if not listed(questions, reports):
        yield _issue(f"gaps: {questions} questions of several figures by {reports} reports")
    happenings = sum(len(m.documents) > 1 for m in comparison.timeline)
    if not listed(happenings, reports):
        yield _issue(f"timeline: {happenings} happenings that several reports tell of by {reports} reports")


def _issue(what: str) -> Issue:
    more = f"more than {_CELLS} cells: who is silent, or mentions the matter without a figure, is not listed"
    return Issue(doc="", room="compare", code="silence-not-listed", detail=f"{what} are {more}")
