"""A Dask cluster (extra ``[cluster]``): reading is a map over reports.

Dask itself moves the work of a lost worker to another one; an item that loses its worker again
and again becomes a Failure, like a crash on one machine.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from rashomon.engine.failure import Failure
from rashomon.engine.guard import guarded

BATCH = 2_000  # items in flight: bounds the scheduler's memory


class Dask:
    """``address`` of a scheduler, or none for a local cluster of ``workers`` processes."""

    def __init__(self, workers: int, address: str) -> None:
        self.workers, self.address = workers, address

    def map(self, fn: Callable[[bytes], bytes], items: Sequence[bytes]) -> Iterator[bytes | Failure]:
        try:
            from distributed import Client
        except ImportError as error:
            raise ValueError("the engine 'dask' needs: pip install 'rashomon[cluster]'") from error
        options: dict[str, Any] = {"address": self.address} if self.address else {}
        if not self.address:
            options |= {"n_workers": self.workers or None, "threads_per_worker": 1, "dashboard_address": None}
        connect: Any = Client
        with connect(**options, set_as_default=False) as client:
            for at in range(0, len(items), BATCH):
                futures = client.map(partial(guarded, fn), list(items[at : at + BATCH]), pure=False, retries=2)
                for future in futures:
                    yield _result(future)


def _result(future: Any) -> bytes | Failure:
    error = future.exception()
    if error is not None:
        return Failure("crashed", f"lost on the cluster ({type(error).__name__})")
    found: bytes | Failure = future.result()
    return found


def make(workers: int, address: str) -> Dask:
    return Dask(workers, address)
