"""Two things the standard library leaves out: exchanging folders in one step, and locking one."""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2


def exchange(new: Path, out: Path) -> None:
    """Put ``new`` in the place of ``out``; afterwards ``new`` holds the former ``out``, if there was one.

    Atomic on Linux (renameat2, RENAME_EXCHANGE); elsewhere two renames with the old folder kept
    under another name in between.
    """
    if not out.exists():
        os.rename(new, out)
        return
    if sys.platform == "linux" and _renameat2(new, out):
        return
    aside = out.with_name(f".{out.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    os.rename(out, aside)
    os.rename(new, out)
    os.rename(aside, new)


def _renameat2(new: Path, out: Path) -> bool:
    """False where the C library or the file system does not know the call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done = call(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE)
    return bool(done == 0)


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[bool]:
    """Hold a lock on a folder for the block; yields False when another process holds it.

    The lock belongs to the open folder, so it ends with the process, however that ends.
    """
    try:
        import fcntl
    except ImportError:  # no such locks on this system: trust the user
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = True
    except OSError:
        free = False
    try:
        yield free
    finally:
        os.close(handle)
