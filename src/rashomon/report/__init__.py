"""A dossier for people: one HTML file, and the terminal view."""

from rashomon.model import Dossier
from rashomon.report.page.assemble import page
from rashomon.report.terminal import show

__all__ = ["html", "terminal"]


def html(dossier: Dossier) -> str:
    """The whole report page as one string: opens from disk, loads nothing, runs nothing of a report's."""
    return page(dossier)


def terminal(dossier: Dossier, width: int = 80, colour: bool = False) -> str:
    """What ``rashomon show`` prints, at most ``width`` columns wide."""
    return show(dossier, width, colour)
