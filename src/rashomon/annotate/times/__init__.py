"""Time mentions of one report."""

from rashomon.model import Time
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Time]:
    """All Time mentions, sorted by (start, end)."""
    return []
