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
from functools import partial

from rashomon.engine.failure import Failure
from rashomon.engine.guard import guarded, prepare_worker

Task = Callable[[bytes], bytes | Failure]
AHEAD = 8  # items a worker may lie ahead of the one that is waited for: bounds memory


class Processes:
    """``workers`` processes; 0 for one a core."""

    def __init__(self, workers: int) -> None:
        self.workers = workers or os.cpu_count() or 1

    def map(self, fn: Callable[[bytes], bytes], items: Sequence[bytes]) -> Iterator[bytes | Failure]:
        done = 0
        while done < len(items):
            for result in self._pooled(fn, items[done:]):
                yield result
                done += 1
            if done < len(items):  # the pool broke on this item or one read beside it
                yield self._alone(fn, items[done])
                done += 1

    def _pooled(self, fn: Callable[[bytes], bytes], items: Sequence[bytes]) -> Iterator[bytes | Failure]:
        """Results in order until the items end or the pool breaks."""
        try:
            with self._pool(min(self.workers, len(items))) as pool:
                yield from self._ahead(pool, partial(guarded, fn), items)
        except BrokenProcessPool:
            return

    def _ahead(self, pool: ProcessPoolExecutor, task: Task, items: Sequence[bytes]) -> Iterator[bytes | Failure]:
        """Results in order, with a bounded number of items submitted beyond the one waited for."""
        ahead = self.workers * AHEAD
        waiting: deque[Future[bytes | Failure]] = deque(pool.submit(task, item) for item in items[:ahead])
        for following in (*items[ahead:], *[None] * min(ahead, len(items))):
            yield waiting.popleft().result()
            if following is not None:
                waiting.append(pool.submit(task, following))

    def _alone(self, fn: Callable[[bytes], bytes], item: bytes) -> bytes | Failure:
        with self._pool(1) as pool:
            try:
                return pool.submit(partial(guarded, fn), item).result()
            except BrokenProcessPool:
                return Failure("crashed", "the process that read it died")

    def _pool(self, size: int) -> ProcessPoolExecutor:
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(size, mp_context=context, initializer=prepare_worker)


def make(workers: int, address: str) -> Processes:
    return Processes(workers)
