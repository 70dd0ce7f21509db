"""Records to bytes and back: JSON Lines tables (contract), MessagePack for the cache."""

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from rashomon.model import Dossier, Judgement, Outcome, Record

SCHEMA = 1
_SHORT = 100  # characters: longer texts do not repeat
R = TypeVar("R", bound=Record)

_json = msgspec.json.Encoder(decimal_format="number", order="sorted")
_pack = msgspec.msgpack.Encoder()
_sorted = msgspec.msgpack.Encoder(order="deterministic")


def line(row: Record | dict[str, Any]) -> bytes:
    """One JSON line, fields in sorted order, Decimals as JSON numbers."""
    return _json.encode(row) + b"\n"


def lines(rows: Iterable[Record | dict[str, Any]]) -> Iterator[bytes]:
    return map(line, rows)


def pack(record: Record) -> bytes:
    return _pack.encode(record)


def pack_sorted(record: Record) -> bytes:
    """The same bytes whatever the order of sets."""
    return _sorted.encode(record)


def pack_dossier(dossier: Dossier) -> Iterator[bytes]:
    """The bytes of `pack`, part by part: a large dossier is never in memory twice."""
    names = Dossier.__struct_fields__
    yield bytes([0x80 | len(names)])
    for name in names:
        yield _pack.encode(name)
        value = getattr(dossier, name)
        if isinstance(value, tuple):
            yield _length(len(value))
            yield from map(_pack.encode, value)
        else:
            yield _pack.encode(value)


def _length(count: int) -> bytes:
    """The head of a MessagePack array."""
    if count < 16:
        return bytes([0x90 | count])
    return b"\xdc" + count.to_bytes(2, "big") if count < 65_536 else b"\xdd" + count.to_bytes(4, "big")


def unpack(data: bytes, kind: type[R]) -> R:
    """Decode and validate; raises ValueError with the path of what is wrong."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def unpack_outcome(data: bytes) -> Outcome:
    """A reading from a worker or the cache; what says the same is one object, in all readings.

    Rules, reasons, names, numbers and offsets repeat: this takes half of the memory of a large pile away.
    """
    outcome = unpack(data, Outcome)
    for name in _MENTIONS if outcome.reading else ():
        mentions: tuple[Record, ...] = getattr(outcome.reading, name)
        for mention in mentions:
            _share(mention, _shared(type(mention)))
    return outcome


_MENTIONS = ("sentences", "numbers", "times", "names", "quotes", "figures", "events", "citations", "terms")
_OFFSETS = tuple(range(1 << 14))  # one object for each place of a report of common length
_MANY = 100_000  # numbers and reasons that are remembered
_reasons: dict[tuple[str, ...], tuple[str, ...]] = {}
_values: dict[str, Decimal] = {}


class _Shared(NamedTuple):
    """The fields of a kind of mention that repeat; an id does not."""

    words: tuple[str, ...]
    offsets: tuple[str, ...]
    reasons: bool
    bounds: bool


@cache
def _shared(kind: type[Record]) -> _Shared:
    types = {field.name: field.type for field in msgspec.structs.fields(kind) if field.name != "id"}
    words = tuple(name for name, what in types.items() if what in (str, str | None))
    offsets = tuple(name for name, what in types.items() if what in (int, int | None))
    return _Shared(words, offsets, "why" in types, "low" in types)


def _share(mention: Any, fields: _Shared) -> None:
    put = msgspec.structs.force_setattr
    for name in fields.words:
        value = getattr(mention, name)
        if value and len(value) < _SHORT:
            put(mention, name, sys.intern(value))
    for name in fields.offsets:
        value = getattr(mention, name)
        if value is not None and 256 < value < len(_OFFSETS):
            put(mention, name, _OFFSETS[value])
    if fields.reasons and mention.why:
        put(mention, "why", _reason(mention.why))
    if fields.bounds:
        low, high = _value(mention.low), _value(mention.high)
        put(mention, "low", low)
        put(mention, "high", high)


def _reason(why: tuple[str, ...]) -> tuple[str, ...]:
    known = _reasons.get(why)
    if known is None:
        known = tuple(map(sys.intern, why))
        if len(_reasons) < _MANY:
            _reasons[known] = known
    return known


def _value(number: Decimal | None) -> Decimal | None:
    """By its digits: 1 and 1.0 are equal, and not the same."""
    if number is None:
        return None
    text = str(number)
    known = _values.get(text)
    if known is None:
        known = number
        if len(_values) < _MANY:
            _values[text] = known
    return known


def unpack_dossier(data: bytes) -> Dossier:
    return unpack(data, Dossier)


def judgements(data: bytes) -> tuple[Judgement, ...]:
    """A decisions file (JSON Lines of a, b, same); raises ValueError with the path of what is wrong."""
    try:
        return tuple(msgspec.json.decode(row, type=Judgement) for row in data.splitlines() if row.strip())
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
