"""All cores of this machine: a pool of worker processes.

A worker that dies takes the whole pool with it (`BrokenProcessPool`). What was not finished is
then read again one by one, each in a pool of its own, so that only the item that kills its worker
is lost, and is said to be.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Any, Self

from rashomon.engine.exchange import ByMap
from rashomon.engine.failure import Failure
from rashomon.engine.guard import guarded, prepare_worker
from rashomon.engine.types import Fn

Task = Callable[[Any], Any]
AHEAD = 8  # items a worker may lie ahead of the one that is waited for: bounds memory


class Processes(ByMap):
    """``workers`` processes; 0 for one a core. Within a ``with`` block they stay from one map to the next."""

    def __init__(self, workers: int) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._standing: ProcessPoolExecutor | None = None

    def map(self, fn: Fn, items: Sequence[Any]) -> Iterator[Any]:
        done = 0
        while done < len(items):
            for result in self._pooled(fn, items[done:]):
                yield result
                done += 1
            if done < len(items):  # the pool broke on this item or one read beside it
                yield self._alone(fn, items[done])
                done += 1

    def _pooled(self, fn: Fn, items: Sequence[Any]) -> Iterator[Any]:
        """Results in order until the items end or the pool breaks."""
        try:
            with self._lent(min(self.workers, len(items))) as pool:
                yield from self._ahead(pool, partial(guarded, fn), items)
        except BrokenProcessPool:
            self._renew()

    def _ahead(self, pool: ProcessPoolExecutor, task: Task, items: Sequence[Any]) -> Iterator[Any]:
        """Results in order, with a bounded number of items submitted beyond the one waited for."""
        ahead = self.workers * AHEAD
        waiting: deque[Future[Any]] = deque(pool.submit(task, item) for item in items[:ahead])
        for following in (*items[ahead:], *[None] * min(ahead, len(items))):
            yield waiting.popleft().result()
            if following is not None:
                waiting.append(pool.submit(task, following))

    def _alone(self, fn: Fn, item: Any) -> Any:
        with self._pool(1) as pool:
            try:
                return pool.submit(partial(guarded, fn), item).result()
            except BrokenProcessPool:
                return Failure("crashed", "the process that read it died")

    @contextmanager
    def _lent(self, size: int) -> Iterator[ProcessPoolExecutor]:
        """The standing pool, or one for this once."""
        if self._standing is not None:
            yield self._standing
        else:
            with self._pool(size) as pool:
                yield pool

    def _renew(self) -> None:
        """Another standing pool for one that broke."""
        if self._standing is not None:
            self._standing.shutdown(cancel_futures=True)
            self._standing = self._pool(self.workers)

    def _pool(self, size: int) -> ProcessPoolExecutor:
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(size, mp_context=context, initializer=prepare_worker)

    def __enter__(self) -> Self:
        self._standing = self._pool(self.workers)
        return self

    def __exit__(self, *error: object) -> None:
        if self._standing is not None:
            self._standing.shutdown(cancel_futures=True)
            self._standing = None


def make(workers: int, address: str) -> Processes:
    return Processes(workers)
