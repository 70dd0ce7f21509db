"""Term mentions of one report."""

from rashomon.model import Term
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Term]:
    """All Term mentions, sorted by (start, end)."""
    return []
