"""Figure mentions of one report."""

from rashomon.model import Figure
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Figure]:
    """All Figure mentions, sorted by (start, end)."""
    return []
