"""Linked readings to a comparison: questions, relations, origins, wording, gaps, timeline."""

from rashomon.model import Comparison, Linked, Options

__all__ = ["compare"]


def compare(linked: Linked, options: Options) -> Comparison:
    """Lay the accounts side by side; the result does not depend on the order of the readings."""
    return Comparison()
