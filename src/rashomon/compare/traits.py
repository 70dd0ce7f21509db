"""What the words of one report alone tell comparison: worked out where the report is read, and kept with it.

A pure function of the reading before it is linked, so that it runs on all cores, and once for each report however
often the pile grows.
"""

from collections.abc import Sequence

from rashomon import codec
from rashomon.compare.deeds import Frame, frames
from rashomon.compare.scope import Scope, scope_of
from rashomon.compare.shingles import hash_of, hashes, packed, winnowed
from rashomon.compare.tokens import Tokens
from rashomon.compare.words import content
from rashomon.lang import load
from rashomon.model import Quote, Reading, Record, Token

__all__ = ["Traits", "traits", "traits_of"]

_TEXT, _SENTENCE = 5, 3  # words of a shingle


class Traits(Record, frozen=True, kw_only=True):
    """``shingles`` and ``marks``: see `reuse`. ``scopes`` and ``worded`` (shingles of the sentence): of each figure
    in order. ``frames``: of each event. ``said``: of each quotation its content words as start, end and hash.
    Rows of numbers are packed: see `shingles`.
    """

    shingles: bytes
    marks: bytes
    scopes: tuple[Scope, ...]
    worded: tuple[bytes, ...]
    frames: tuple[Frame | None, ...]
    said: tuple[bytes, ...]


def traits(reading: Reading, given: Sequence[Token] | None = None) -> bytes:
    """The packed `Traits` of a report; ``given`` are the tokens of its whole text, where they are known."""
    tokens = Tokens(reading.document.text, given)
    scopes, row = scope_of(reading, tokens), hashes(tokens.every, _TEXT)
    found = Traits(
        shingles=packed(sorted(set(row))),
        marks=packed(sorted(winnowed(row))),
        scopes=tuple(scopes[f.start, f.end] for f in reading.figures),
        worded=tuple(_worded(f.sentence_start, f.sentence_end, tokens) for f in reading.figures),
        frames=frames(reading, tokens),
        said=tuple(_said(quote, tokens, reading) for quote in reading.quotes),
    )
    return codec.pack_sorted(found)


def traits_of(reading: Reading) -> Traits:
    """The traits that a reading carries, else worked out now."""
    return codec.unpack(reading.traits or traits(reading), Traits)


def _worded(start: int, end: int, tokens: Tokens) -> bytes:
    return packed(sorted(set(hashes(tokens.within(start, end), _SENTENCE))))


def _said(quote: Quote, tokens: Tokens, reading: Reading) -> bytes:
    pack = load(reading.document.language)
    rows = ((t, form) for t in tokens.within(quote.start, quote.end) for form in content([t.fold], pack))
    return packed(number for t, form in rows for number in (t.start, t.end, hash_of(form)))
