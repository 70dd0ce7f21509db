"""Records to bytes and back: JSON Lines tables (contract), MessagePack for the cache."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from rashomon.model import Dossier, Judgement, Outcome, Reading, Record

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
    """A reading from a worker or the cache; strings that say the same are one string, in all readings.

    Rules, reasons and names repeat: this takes four tenths of the memory of a large pile away.
    """
    outcome = unpack(data, Outcome)
    for name in Reading.__struct_fields__ if outcome.reading else ():
        mentions = getattr(outcome.reading, name)
        for mention in mentions if isinstance(mentions, tuple) else ():
            _share(mention)
    return outcome


def _share(mention: Record) -> None:
    for name in mention.__struct_fields__:
        value = getattr(mention, name)
        if isinstance(value, str) and len(value) < _SHORT:
            msgspec.structs.force_setattr(mention, name, sys.intern(value))
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            msgspec.structs.force_setattr(mention, name, tuple(map(sys.intern, value)))


def unpack_dossier(data: bytes) -> Dossier:
    return unpack(data, Dossier)


def judgements(data: bytes) -> tuple[Judgement, ...]:
    """A decisions file (JSON Lines of a, b, same); raises ValueError with the path of what is wrong."""
    try:
        return tuple(msgspec.json.decode(row, type=Judgement) for row in data.splitlines() if row.strip())
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
