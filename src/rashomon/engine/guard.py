"""Limits around one report: time and memory, inside the process that reads it."""

import gc
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from rashomon.engine.failure import Failure

SECONDS = 120  # for one report
MEMORY = 6 << 30  # bytes of address space of a worker


class _LateError(BaseException):
    """Not an Exception, so that no reader's own handling swallows it."""


def guarded(fn: Callable[..., Any], *given: Any, seconds: int = SECONDS) -> Any:
    """``fn(*given)``, or a Failure when it takes too long or too much memory, or raises.

    The clock needs the main thread of a Unix process; elsewhere there is no time limit.
    """
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not timed:
        return _tried(fn, given)
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return _tried(fn, given)
    except _LateError:
        return Failure("timeout", f"took more than {seconds} seconds")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tried(fn: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    try:
        return fn(*given)
    except MemoryError:
        return Failure("memory", "needs more memory than a worker may take")
    except RecursionError:
        return Failure("crashed", "nested too deep")
    except Exception as error:  # noqa: BLE001 - one report must not end the run of all others
        return Failure("crashed", f"{type(error).__name__}: {error}"[:200].encode("utf-8", "replace").decode())


def _late(number: int, frame: FrameType | None) -> None:
    raise _LateError


def prepare_worker() -> None:
    """What a worker process does first: bound its memory, keep numpy to one thread, and collect rubbish seldom.

    One process a core is already busy; threads of the linear algebra under the name model would
    only wait for each other. Must run before numpy is imported.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(200_000, 20, 50)  # lexicons stay: see `rashomon.cli`
    limit_memory()


def limit_memory(size: int = MEMORY) -> None:
    """Bound this process's address space, where the system can."""
    try:
        import resource
    except ImportError:  # not a Unix
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))
