"""A Dask cluster (extra ``[cluster]``): reading is a map over reports, linking a keyed shuffle.

Dask itself moves the work of a lost worker to another one, and works out again what that worker kept; an item that
loses its worker again and again becomes a Failure, like a crash on one machine. What is kept stays with the workers
as futures: in a shuffle parts go from worker to worker, and only the results come here.
"""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from operator import getitem
from typing import Any, Self

from rashomon.engine.failure import Failure
from rashomon.engine.guard import guarded
from rashomon.engine.types import Fn, Gather, Split

BATCH = 100  # items sent, and results fetched, at once
AHEAD = 20  # batches in flight: bounds the scheduler's memory
LARGE = 8  # results of linking fetched at once
RETRIES = 2


class Dask:
    """``address`` of a scheduler, or none for a local cluster of ``workers`` processes."""

    def __init__(self, workers: int, address: str) -> None:
        self.workers, self.address, self.far = workers, address, bool(address)
        self._open: ExitStack | None = None
        self._client: Any = None

    def map(self, fn: Fn, items: Sequence[bytes]) -> Iterator[bytes | Failure]:
        with self._connected() as client:
            waiting: deque[list[Any]] = deque()
            for at in range(0, len(items), BATCH):
                waiting.append(_sent(client, fn, items[at : at + BATCH]))
                if len(waiting) == AHEAD:
                    yield from self._results(waiting.popleft(), BATCH)
            while waiting:
                yield from self._results(waiting.popleft(), BATCH)

    def keep(self, fn: Fn, items: Sequence[bytes]) -> list[Any]:
        """Futures of the results; only within a ``with`` block."""
        return _sent(self._client, fn, items)

    def fetch(self, kept: list[Any]) -> Iterator[bytes | Failure]:
        return self._results(kept, LARGE)

    def shuffle(
        self, kept: list[Any], notes: Sequence[bytes], split: Split, gather: Gather, tasks: Sequence[bytes]
    ) -> Iterator[bytes | Failure]:
        send: Any = partial(self._client.map, pure=False, retries=RETRIES)
        rows = send(partial(guarded, split), kept, list(notes), [len(tasks)] * len(kept))
        parts = [send(getitem, rows, [n] * len(rows)) for n in range(len(tasks))]
        once: Any = partial(self._client.submit, partial(guarded, gather), pure=False, retries=RETRIES)
        done = [once(task, row) for task, row in zip(tasks, parts, strict=True)]
        del rows, parts
        return self._results(done, LARGE)

    def _results(self, futures: list[Any], size: int) -> Iterator[bytes | Failure]:
        """What the futures hold, in order, fetched ``size`` at once; a Failure for each that came to nothing."""
        for at in range(0, len(futures), size):
            some = futures[at : at + size]
            try:
                errors = [future.exception() for future in some]
                found = iter(self._client.gather([f for f, error in zip(some, errors, strict=True) if error is None]))
            except (CancelledError, OSError) as error:
                raise ConnectionError(f"the Dask scheduler{self._where()} was lost; nothing was written") from error
            yield from (next(found) if error is None else Failure("crashed", _told(error)) for error in errors)

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        if self._client is not None:
            yield self._client
        else:
            with self:
                yield self._client

    def __enter__(self) -> Self:
        try:
            from distributed import Client
        except ImportError as error:
            raise ValueError("the engine 'dask' needs: pip install 'rashomon[cluster]'") from error
        options: dict[str, Any] = {"address": self.address} if self.address else {}
        if not self.address:
            options |= {"n_workers": self.workers or None, "threads_per_worker": 1, "dashboard_address": None}
        connect: Any = Client
        self._open = ExitStack()
        try:
            self._client = self._open.enter_context(connect(**options, set_as_default=False))
        except OSError as error:
            raise ConnectionError(f"no Dask scheduler answers{self._where()}: {error}") from error
        return self

    def __exit__(self, *error: object) -> None:
        opened, self._open, self._client = self._open, None, None
        with _silent() if isinstance(error[1], ConnectionError) else nullcontext():
            if opened is not None:
                opened.close()

    def _where(self) -> str:
        return f" at {self.address}" if self.address else ""


@contextmanager
def _silent() -> Iterator[None]:
    """No word from Dask's own logs: a scheduler that is gone is told in one line, not in pages of attempts to find it."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _sent(client: Any, fn: Fn, items: Sequence[bytes]) -> list[Any]:
    sent: list[Any] = client.map(partial(guarded, fn), list(items), pure=False, retries=RETRIES)
    return sent


def _told(error: BaseException) -> str:
    return f"lost on the cluster ({type(error).__name__})"


def make(workers: int, address: str) -> Dask:
    return Dask(workers, address)
