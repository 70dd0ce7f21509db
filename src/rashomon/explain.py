"""Why one row is as it is: which rule found it, on which words."""

from rashomon.model import Dossier

__all__ = ["explain"]


def explain(dossier: Dossier, id: str) -> str:
    """Which rule found the row ``id`` and why it has its values. Raises KeyError for an unknown id."""
    raise KeyError(id)
