"""Two spellings that are near each other are one name misspelled, or two names: how often each is used tells.

A slip is rare. Where reports of one language use both spellings time and again, and these differ in more than what
transliterations vary, they are two names ("Hadley" and "Handley"), however near.
"""

from collections.abc import Sequence

from rashomon.link.forms import Form
from rashomon.link.match import near
from rashomon.link.sound import bare, coarse, distance
from rashomon.link.words import Word

_OFTEN = 3  # reports that use a spelling before it counts as a name of its own
_WHOLE = 1.0  # a consonant more, fewer or quite different
_SAME = 0.95


def both_established(forms: list[Form], a: Sequence[int], b: Sequence[int]) -> str | None:
    """Why two groups of forms that are near are two names; None where nothing says so."""
    if min(len(_reports(forms, a)), len(_reports(forms, b))) < _OFTEN:
        return None
    one, other = _by_language(forms, a), _by_language(forms, b)
    for language in sorted(one.keys() & other.keys()):
        x, y = (min(rows[language], key=lambda i: (len(forms[i].text), i)) for rows in (one, other))
        if len(forms[x].words) == len(forms[y].words) and _hard(forms[x].words, forms[y].words):
            return f"{forms[x].text} and {forms[y].text}: each spelling is used in several reports"
    return None


def _by_language(forms: list[Form], members: Sequence[int]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for i in members:
        rows.setdefault(forms[i].language or "", []).append(i)
    return rows


def _reports(forms: list[Form], members: Sequence[int]) -> set[int]:
    return {r for i in members for r in forms[i].docs}


def _hard(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether some word of one has no counterpart in the other but for a whole consonant."""
    short, long = sorted((a, b), key=len)
    return any(all(near(x, y) < _SAME and _apart(x, y) for y in long) for x in short if not x.initial and not x.given)


def _apart(x: Word, y: Word) -> bool:
    rows = [(one, two) for one in (x.main, x.least) for two in (y.main, y.least)]
    return all(distance(bare(a), bare(b), _WHOLE) >= _WHOLE and coarse(a) != coarse(b) for a, b in rows)
