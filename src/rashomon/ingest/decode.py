"""Bytes to text: which encoding, and what could not be read in it.

UTF-8 is tried strictly first. Otherwise each candidate encoding is scored by how many of its
letters beyond ASCII belong to the alphabet of one language that has a pack (`PackData.letters`);
the detector of resiliparse breaks ties.
"""

from dataclasses import dataclass
from itertools import pairwise

from rashomon.lang import available, load

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
CANDIDATES = ("cp1251", "koi8-r", "cp866", "iso-8859-5", "cp1250", "iso-8859-2", "cp1252", "mac-cyrillic")
TYPOGRAPHY = "«»„“”‘’–—…•№§°€£·\u00a0\u00ad"
SAMPLE = 40_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """``exact``: the text encodes back to the very bytes as UTF-8. ``replaced`` counts unreadable bytes."""

    text: str
    encoding: str
    exact: bool
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """Text of ``data``. A byte order mark of UTF-8 stays in the text: offsets count it."""
    for mark, name in BOMS:
        if data.startswith(mark) and name != "utf-8":
            text = data[len(mark) :].decode(name, "replace")
            return Decoded(_scalar(text), name, False, text.count("\ufffd"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError as error:
        broken = error
    nearly = data.decode("utf-8", "replace")
    replaced = nearly.count("\ufffd")
    wide = len(data) - len(data.decode("ascii", "ignore"))
    if replaced * 10 <= wide and broken.start < len(data):  # UTF-8 with a few broken bytes
        return Decoded(nearly, "utf-8", False, replaced)
    name = _guess(data[:SAMPLE])
    text = data.decode(name, "replace")
    return Decoded(text, name, False, text.count("\ufffd"))


def _guess(sample: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    detected = detect_encoding(sample, html5_compatible=False) or "cp1252"
    names = dict.fromkeys((detected, *CANDIDATES))
    return max(names, key=lambda name: _fit(sample, name) + (0.02 if name == detected else 0))


def _fit(sample: bytes, encoding: str) -> float:
    """Share of the characters beyond ASCII that one alphabet (and typography) accounts for."""
    try:
        text = sample.decode(encoding, "replace")
    except LookupError:
        return 0.0
    wide = [sign for sign in text if sign > "\x7f"]
    alphabets = [set(load(code).data.letters) | set(TYPOGRAPHY) for code in available()]
    best = max((sum(sign in letters for sign in wide) for letters in alphabets), default=0)
    odd = sum(a.islower() and b.isupper() for a, b in pairwise(text))  # "иМС": koi8 read as cp1251
    return best / max(len(wide), 1) - odd / max(len(text), 1)


def _scalar(text: str) -> str:
    """Lone surrogates (from broken UTF-16) replaced: they cannot be stored."""
    return text.encode("utf-8", "replace").decode() if any("\ud800" <= c < "\ue000" for c in text) else text
