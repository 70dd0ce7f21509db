"""A dossier for people: one HTML file, and the terminal view."""

from rashomon.model import Dossier

__all__ = ["html", "terminal"]


def html(dossier: Dossier) -> str:
    """The whole report page as one string."""
    return "<!doctype html><title>Rashomon</title>"


def terminal(dossier: Dossier, width: int = 80, colour: bool = False) -> str:
    """What ``rashomon show`` prints."""
    return ""
