"""Where the reading runs: one process, all cores, or a cluster. Same bytes everywhere.

An engine maps a pure module-level function over encoded items: ``map(fn, items)`` yields
``fn(item)`` in the order of the items, or an `Failure` where a worker was lost to an item.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Protocol

from rashomon.engine.failure import Failure

__all__ = ["Engine", "Failure", "choose"]

Task = Callable[[bytes], bytes]
ENGINES = {"serial": "serial", "processes": "processes", "dask": "dask_cluster"}
FEW = 8  # reports: starting workers costs more than reading these


class Engine(Protocol):
    def map(self, fn: Task, items: Sequence[bytes]) -> Iterator[bytes | Failure]: ...


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
