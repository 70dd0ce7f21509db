"""What an id says of a name: its sound in ASCII letters."""

from anyascii import anyascii

from rashomon.link.forms import Form, Heard
from rashomon.link.sound import sounds

_SPELL = str.maketrans({"S": "sh", "C": "ch", "Z": "zh", "J": "dzh"})

__all__ = ["heard", "slug"]


def heard(form: Form) -> Heard:
    """A sort key that puts a name's plainest form first, and the slug of its sound at the end.

    A person's first and last word, else all words; counts play no part, so that the id stays as the pile grows.
    """
    person = form.kind == "person"
    words = form.plain or form.words
    ends = (words[0], words[-1]) if person and len(words) > 2 else words
    said = slug("-".join(sounds(w.base, None)[0].translate(_SPELL) for w in ends))
    return person and len(words) < 2, form.text.isupper() and len(form.text) < 7, len(words), len(said), said


def slug(text: str) -> str:
    """ASCII lower case words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in anyascii(text).lower()).split())[:80]
