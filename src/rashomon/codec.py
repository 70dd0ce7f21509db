"""Records to bytes and back: JSON Lines tables (contract), MessagePack for the cache."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from rashomon.model import Dossier, Judgement, Record

SCHEMA = 1
R = TypeVar("R", bound=Record)

_json = msgspec.json.Encoder(decimal_format="number", order="sorted")
_pack = msgspec.msgpack.Encoder()


def line(row: Record | dict[str, Any]) -> bytes:
    """One JSON line, fields in sorted order, Decimals as JSON numbers."""
    return _json.encode(row) + b"\n"


def lines(rows: Iterable[Record | dict[str, Any]]) -> Iterator[bytes]:
    return map(line, rows)


def pack(record: Record) -> bytes:
    return _pack.encode(record)


def unpack(data: bytes, kind: type[R]) -> R:
    """Decode and validate; raises ValueError with the path of what is wrong."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def unpack_dossier(data: bytes) -> Dossier:
    return unpack(data, Dossier)


def judgements(data: bytes) -> tuple[Judgement, ...]:
    """A decisions file (JSON Lines of a, b, same); raises ValueError with the path of what is wrong."""
    try:
        return tuple(msgspec.json.decode(row, type=Judgement) for row in data.splitlines() if row.strip())
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
