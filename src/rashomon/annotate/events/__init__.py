"""Event mentions of one report."""

from rashomon.model import Event
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Event]:
    """All Event mentions, sorted by (start, end)."""
    return []
