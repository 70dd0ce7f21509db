"""What a dictionary says of a word."""

from typing import NamedTuple


class Parse(NamedTuple):
    """One dictionary reading. ``tags`` are the dictionary's own grammemes."""

    lemma: str
    tags: frozenset[str]
    known: bool  # False: guessed from the ending


class Base(NamedTuple):
    """The nominative of a form, in the form's own number and gender; ``tags`` as in `Parse`."""

    form: str
    tags: frozenset[str]
    known: bool
