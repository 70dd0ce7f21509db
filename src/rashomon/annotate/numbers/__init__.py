"""Number mentions of one report."""

from rashomon.model import Number
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Number]:
    """All Number mentions, sorted by (start, end)."""
    return []
