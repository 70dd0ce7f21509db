"""The forms of a large pile in shards that the workers of an engine keep: taken apart, blocked and compared there.

A shuffle by key: each worker sends the numbers of its forms to the part that has their key (by a stable hash), and the
part lists the pairs of each block. Keys that too many names share come back, are split by finer keys and go round once
more. Each pair is then scored once: a second shuffle sends the forms, as rows, to the tasks whose pairs need them.
This process only sees numbers of forms and the pairs that are alike. What is lost on the way is worked out here.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon import codec
from rashomon.link.apart import Known, Row, fill, form_of, row_of, take_apart
from rashomon.link.blocks import LIMIT, finer_key, neighbours
from rashomon.link.forms import Form
from rashomon.link.match import Score
from rashomon.link.scheme import Found, Pair, Scheme
from rashomon.link.spread import Spread, whole
from rashomon.model import Record
from rashomon.rubbish import undisturbed

SHARD = 4_000  # forms that a worker takes at once
PAIRS = 20_000  # pairs that a task compares
_SHARDS = 128  # at most; every shard has a part for every task
_TASKS = 256  # at most that compare pairs
_FEW = 500  # names: comparing these by themselves is no work for a cluster
_WORDS = 200_000  # words that a worker remembers

Numbers = NDArray[np.uint32]

__all__ = ["Shards", "kept"]


class _Shard(Record, frozen=True, kw_only=True):
    rows: tuple[bytes, ...]  # each a `Row`, packed by itself: what is only passed on stays packed


class _Blocking(Record, frozen=True, kw_only=True):
    """What a worker is to do with a shard: ``names`` that take part; of all keys those that are to be split, if any."""

    first: int  # number of the first form
    names: bytes
    large: tuple[str, ...] = ()


class _Blocks(Record, frozen=True, kw_only=True):
    """Numbers of forms by key, ascending."""

    keys: dict[str, bytes]


class _Listed(Record, frozen=True, kw_only=True):
    pairs: bytes  # two numbers each: the later of the two in its block, the earlier
    large: dict[str, bytes]  # blocks with more names than are all compared


class _Wanted(Record, frozen=True, kw_only=True):
    first: int
    names: tuple[bytes, ...]  # a task


class _Lent(Record, frozen=True, kw_only=True):
    names: bytes
    rows: tuple[bytes, ...]


class _Alike(Record, frozen=True, kw_only=True):
    pairs: bytes
    scores: tuple[tuple[float, bool, tuple[str, ...]], ...]


def _numbers(values: Iterable[int]) -> bytes:
    return array("I", values).tobytes()


def _read(packed: bytes) -> "array[int]":
    return array("I", packed)


def _packed(form: Form) -> bytes:
    return codec.pack(row_of(form))


def kept(forms: list[Form], spread: Spread | None) -> "Shards | None":
    """Take the forms apart; with the workers, which then keep them, or here (None)."""
    shards = Shards(forms, spread) if spread is not None else None
    if shards is not None and shards.fill():
        return shards
    take_apart(forms)
    return None


class Shards:
    """``spread`` must be open as long as pairs are asked for."""

    def __init__(self, forms: list[Form], spread: Spread) -> None:
        self.forms, self.spread = forms, spread
        self.size = max(SHARD, len(forms) // _SHARDS)
        shards = (forms[at : at + self.size] for at in range(0, len(forms), self.size))
        items = [codec.pack(_Shard(rows=tuple(map(_packed, shard)))) for shard in shards]
        self.kept: Sequence[Any] = spread.keep(_taken_apart, items)

    def fill(self) -> bool:
        """Fill in words and ids of the forms; whether nothing was lost."""
        known: Known = {}
        done = 0
        for packed in self.spread.fetch(self.kept):
            if not isinstance(packed, bytes):
                return False
            for row in codec.unpack(packed, _Shard).rows:
                fill(self.forms[done], codec.unpack(row, Row), known)
                done += 1
        return True

    def pairs(self, scheme: Scheme, names: list[int], find: Callable[[int], int]) -> Found | None:
        """What `Alike.pairs` gives; None where there is little to do, or something was lost."""
        listed = self._blocked(scheme, np.array(names, np.uint32)) if len(names) >= _FEW else None
        if listed is None:
            return None
        pairs, cut = listed
        roots = np.zeros(len(self.forms), np.uint32)
        roots[names] = [find(i) for i in names]
        found = self._scored(scheme, pairs[roots[pairs[:, 0]] != roots[pairs[:, 1]]])
        return None if found is None else Found(found, cut)

    def _blocked(self, scheme: Scheme, names: Numbers) -> tuple[Numbers, int] | None:
        """Every pair of the blocks once, in order, a row each; and the number of names in blocks that were cut."""
        first = self._round(scheme, names, ())
        large = {key: block for part in first or () for key, block in part.large.items()}
        crowded = np.unique(np.frombuffer(b"".join(large.values()), np.uint32))
        second = self._round(scheme, crowded, tuple(sorted(large))) if large else []
        if first is None or second is None:
            return None
        still = [_read(block).tolist() for part in second for block in part.large.values()]
        rest = array("I", (n for block in still for pair in self._near(scheme, block) for n in pair))
        every = b"".join((*(part.pairs for part in (*first, *second)), rest.tobytes()))
        return np.unique(np.frombuffer(every, np.uint32).reshape(-1, 2), axis=0), sum(map(len, still))

    def _near(self, scheme: Scheme, block: list[int]) -> Iterator[tuple[int, int]]:
        """The pairs of a block that is still too large."""
        block.sort(key=lambda i: (scheme.order(self.forms[i]), self.forms[i].order))
        return ((i, j) for at, i in enumerate(block) for j in neighbours(block, at) if i != j)

    def _round(self, scheme: Scheme, names: Numbers, large: tuple[str, ...]) -> list[_Listed] | None:
        """One shuffle of the names by their keys, or by finer keys of the large ones."""
        mine = self._by_shard(names)
        notes = [codec.pack(_Blocking(first=n * self.size, names=mine[n], large=large)) for n in mine]
        kept = [self.kept[n] for n in mine]
        results = whole(self.spread.shuffle(kept, notes, partial(_by_key, scheme), _listed, [b""] * len(kept)))
        return None if results is None else [codec.unpack(result, _Listed) for result in results]

    def _by_shard(self, names: Numbers) -> dict[int, bytes]:
        """Which of ``names`` (ascending) each shard has, of those that have any."""
        ends = np.searchsorted(names, range(0, len(self.forms) + self.size, self.size))
        return {n: names[a:b].tobytes() for n, (a, b) in enumerate(pairwise(ends)) if a < b}

    def _scored(self, scheme: Scheme, pairs: Numbers) -> list[Pair] | None:
        """The pairs that are alike, with their scores, in order."""
        size = max(PAIRS, len(pairs) // _TASKS)
        tasks = [pairs[at : at + size] for at in range(0, len(pairs), size)]
        wanted = [self._by_shard(np.unique(task)) for task in tasks]
        shards = sorted(set[int]().union(*wanted))
        names = (tuple(row.get(n, b"") for row in wanted) for n in shards)
        notes = [codec.pack(_Wanted(first=n * self.size, names=mine)) for n, mine in zip(shards, names, strict=True)]
        packed = [task.tobytes() for task in tasks]
        kept = [self.kept[n] for n in shards]
        results = whole(self.spread.shuffle(kept, notes, _lent, partial(_compared, scheme), packed))
        return None if results is None else [pair for result in results for pair in _told(result)]


def _told(result: bytes) -> Iterator[Pair]:
    found = codec.unpack(result, _Alike)
    numbers = _read(found.pairs)
    return ((i, j, Score(*row)) for i, j, row in zip(numbers[::2], numbers[1::2], found.scores, strict=True))


# What the workers do: pure functions of bytes.


@undisturbed()
def _taken_apart(packed: bytes) -> bytes:
    """Rows with their words and ids."""
    known: Known = {}
    forms = [form_of(codec.unpack(row, Row), known) for row in codec.unpack(packed, _Shard).rows]
    take_apart(forms)
    return codec.pack(_Shard(rows=tuple(map(_packed, forms))))


@undisturbed()
def _by_key(scheme: Scheme, packed: bytes, note: bytes, parts: int) -> list[bytes]:
    """The numbers of a shard's forms by key, a part for each remainder of the key's hash."""
    asked = codec.unpack(note, _Blocking)
    names, large, known = _read(asked.names), frozenset(asked.large), _words()
    rows = codec.unpack(packed, _Shard).rows
    blocks: list[dict[str, list[int]]] = [{} for _ in range(parts)]
    for i in names:
        form = form_of(codec.unpack(rows[i - asked.first], Row), known)
        for key in _split(scheme, form, large) if large else scheme.keys(form):
            blocks[crc32(key.encode()) % parts].setdefault(key, []).append(i)
    return [codec.pack(_Blocks(keys={key: _numbers(block) for key, block in part.items()})) for part in blocks]


def _split(scheme: Scheme, form: Form, large: frozenset[str]) -> Iterator[str]:
    keys = [key for key in scheme.keys(form) if key in large]
    finer = scheme.finer(form) if keys else ()
    return (finer_key(key, more) for key in keys for more in finer)


@undisturbed()
def _listed(task: bytes, parts: Sequence[bytes]) -> bytes:
    """The pairs of all blocks of a part; and its large blocks."""
    blocks: dict[str, array[int]] = {}
    for part in parts:
        for key, numbers in codec.unpack(part, _Blocks).keys.items():
            blocks.setdefault(key, array("I")).frombytes(numbers)
    small = (block for block in blocks.values() if len(block) <= LIMIT)
    pairs = {(i, j) for block in small for at, i in enumerate(block) for j in block[:at]}
    large = {key: block.tobytes() for key, block in blocks.items() if len(block) > LIMIT}
    return codec.pack(_Listed(pairs=_numbers(i for pair in pairs for i in pair), large=large))


@undisturbed()
def _lent(packed: bytes, note: bytes, parts: int) -> list[bytes]:
    """The rows of a shard that each task wants."""
    asked = codec.unpack(note, _Wanted)
    rows = codec.unpack(packed, _Shard).rows
    given = ((names, tuple(rows[i - asked.first] for i in _read(names))) for names in asked.names)
    return [codec.pack(_Lent(names=names, rows=mine)) for names, mine in given]


@undisturbed()
def _compared(scheme: Scheme, task: bytes, parts: Sequence[bytes]) -> bytes:
    """The pairs of a task that are alike, with their scores."""
    forms: dict[int, Form] = {}
    known = _words()
    for part in parts:
        lent = codec.unpack(part, _Lent)
        forms.update(
            (i, form_of(codec.unpack(row, Row), known)) for i, row in zip(_read(lent.names), lent.rows, strict=True)
        )
    numbers = _read(task)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    scored = ((i, j, scheme.score(forms[i], forms[j])) for i, j in pairs)
    alike = [(i, j, score) for i, j, score in scored if score is not None]
    packed = _numbers(n for i, j, _ in alike for n in (i, j))
    return codec.pack(_Alike(pairs=packed, scores=tuple((s.value, s.same, s.why) for _, _, s in alike)))


_MET: Known = {}


def _words() -> Known:
    """The words that this process has met, so that what is known of a pair of words is found again."""
    if len(_MET) > _WORDS:
        _MET.clear()
    return _MET
