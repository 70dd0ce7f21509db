"""Quote mentions of one report."""

from rashomon.model import Quote
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Quote]:
    """All Quote mentions, sorted by (start, end)."""
    return []
