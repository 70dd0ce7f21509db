"""Name mentions of one report."""

from rashomon.model import Name
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Name]:
    """All Name mentions, sorted by (start, end)."""
    return []
