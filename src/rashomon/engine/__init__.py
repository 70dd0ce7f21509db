"""Where the work runs: one process, all cores, or a cluster. Same bytes everywhere.

An engine maps a pure module-level function over encoded items: ``map(fn, items)`` yields ``fn(item)`` in the order of
the items, or a `Failure` where a worker was lost to an item. For what needs more than one pass, ``keep`` maps but
leaves the results with the workers, ``fetch`` brings them here, and ``shuffle`` sends parts of each kept item to the
tasks that need them (`rashomon.engine.exchange`). A ``with`` block keeps the workers from one call to the next.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol, Self

from rashomon.engine.failure import Failure
from rashomon.engine.types import Fn, Gather, Split

__all__ = ["Engine", "Failure", "choose", "spread"]

ENGINES = {"serial": "serial", "processes": "processes", "dask": "dask_cluster"}
FEW = 8  # reports: starting workers costs more than reading these
FEW_NAMES = {"processes": 50_000, "dask": 300}  # distinct names: linking these in one process is as quick


class Engine(Protocol):
    far: bool  # whether workers may be on other machines, which do not see the files of this one

    def map(self, fn: Fn, items: Sequence[bytes]) -> Iterator[bytes | Failure]: ...
    def keep(self, fn: Fn, items: Sequence[bytes]) -> Sequence[Any]: ...
    def fetch(self, kept: Any) -> Iterator[bytes | Failure]: ...
    def shuffle(
        self, kept: Any, notes: Sequence[bytes], split: Split, gather: Gather, tasks: Sequence[bytes]
    ) -> Iterator[bytes | Failure]: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: Any) -> None: ...


def choose(name: str | None, workers: int, count: int) -> Engine:
    """The engine for ``count`` items: ``name`` may carry an address ("dask:tcp://…").

    Raises ValueError for an unknown name and lists the available ones.
    """
    kind, _, address = (name or "").partition(":")
    kind = kind or ("serial" if workers == 1 or count < FEW else "processes")
    if kind not in ENGINES:
        raise ValueError(f"no engine {kind!r}; there are: {', '.join(ENGINES)}")
    found: Engine = import_module(f"rashomon.engine.{ENGINES[kind]}").make(workers, address)
    return found


def spread(name: str | None, workers: int, names: int) -> Engine | None:
    """The engine that links ``names`` distinct names; None where this process does it as quickly by itself."""
    kind = (name or ("serial" if workers == 1 else "processes")).partition(":")[0]
    few = FEW_NAMES.get(kind)
    return choose(name or kind, workers, names) if few is not None and names >= few else None
