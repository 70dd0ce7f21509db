"""Words as slovnet's news model was taught them: the rules of razdel (MIT), written for speed.

"во-первых", "1,5", "..." are one word each; signs are words too. razdel asks seven rules at every joint; here a joint
is looked at only where nothing stands between two parts, and most of those end at a comma or a full stop.
"""

import re
from functools import lru_cache

DASHES = "‑–—−-"
ENDS = ".?!…"
SIGNS = "\\/!#$%&*+,.:;<=>?@^_`|~№…" + DASHES + "«“‘»”’\"„'([})]}"
PARTS = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<LAT>[a-z]+)|(?P<INT>\d+)|(?P<PUNCT>[{re.escape(SIGNS)}])|(?P<OTHER>\S)", re.IGNORECASE
)
SMILE = re.compile(r"[=:;]-?[)(]{1,3}$")
Part = tuple[int, int, str, str]  # start, end, type, text


def words(text: str) -> list[tuple[int, int]]:
    """(start, end) of every word and sign of ``text``, in order."""
    parts = [(m.start(), m.end(), m.lastgroup or "", m.group()) for m in PARTS.finditer(text)]
    found: list[tuple[int, int]] = []
    begun = last = -1
    for k, part in enumerate(parts):
        if part[0] == last and _joined(text[begun:last], parts, k):
            found[-1] = (begun, part[1])
        else:
            begun = part[0]
            found.append(part[:2])
        last = part[1]
    return found


def _joined(begun: str, parts: list[Part], k: int) -> bool:
    """Does part ``k`` go on with the word that was ``begun`` right before it?"""
    left, right = parts[k - 1], parts[k]
    if left[2] == right[2] == "PUNCT":
        sides = _sides(parts, k)
        return (sides is not None and _linked(*sides)) or _signs(begun, left[3], right[3])
    if "PUNCT" in (left[2], right[2]):
        sides = _sides(parts, k)
        return (sides is not None and _linked(*sides)) or (left[3].lower(), right[3]) == ("yahoo", "!")
    letters = ("OTHER", "RU", "LAT")
    return "OTHER" in (left[2], right[2]) and left[2] in letters and right[2] in letters


def _sides(parts: list[Part], k: int) -> tuple[str, Part, Part] | None:
    """A sign that may link two words, and what stands on its two sides, be it next to it or not."""
    for at in (k - 1, k):
        if parts[at][3] in LINKS and 0 < at < len(parts) - 1:
            return parts[at][3], parts[at - 1], parts[at + 1]
        if parts[at][3] in LINKS:
            return None
    return None


LINKS = frozenset(DASHES + "_.,/\\")


def _linked(sign: str, left: Part, right: Part) -> bool:
    if sign in DASHES or sign == "_":
        return "PUNCT" not in (left[2], right[2])
    return left[2] == right[2] == "INT"


def _signs(begun: str, left: str, right: str) -> bool:
    """Signs that are one: "...", "?!", "--", ":)"."""
    both = left + right in ("--", "**") or (left in ENDS and right in ENDS)
    return both or SMILE.match(begun + right) is not None


SHAPED = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_TYPE = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(SHAPED)}]+)", re.IGNORECASE
)


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The model's name for the look of a word: RU_Xx, EN_XX, NUM, PUNCT_,"""
    match = _TYPE.match(word)
    kind = (match.lastgroup if match else None) or "OTHER"
    if kind == "PUNCT":
        return f"PUNCT_{word if len(word) == 1 else 'OTHER'}"
    return f"{kind}_{_outline(word)}" if kind in ("RU", "EN") else kind


def _outline(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _title(left) and _title(right) else "OTHER"


def _title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
