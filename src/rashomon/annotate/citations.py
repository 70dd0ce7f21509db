"""Citation mentions of one report."""

from rashomon.model import Citation
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Citation]:
    """All Citation mentions, sorted by (start, end)."""
    return []
