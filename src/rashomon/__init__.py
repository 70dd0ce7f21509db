"""Rashomon lays the accounts of many reports on one event side by side.

    import rashomon
    dossier = rashomon.read(["reports/"])
    for question in dossier.comparison.questions:
        print(question.verdict, question.asks)

What is said, by whom, in which words; who agrees, who contradicts, who repeats, who leaves it
out. Names load on first use, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.api import Language, explain, export_csv, languages, load, read, show
    from rashomon.model import Dossier, Figure, Options, Question, Quote, Reading

__version__ = "0.1.0"

__all__ = [
    "Dossier",
    "Figure",
    "Language",
    "Options",
    "Question",
    "Quote",
    "Reading",
    "explain",
    "export_csv",
    "languages",
    "load",
    "read",
    "show",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    from rashomon import api, model

    return getattr(api if hasattr(api, name) else model, name)
