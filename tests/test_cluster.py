"""A real local cluster of several processes gives the same bytes, even when a worker is stopped in mid-run."""

import os
import signal
from pathlib import Path

import pytest

from rashomon import codec, engine, pipeline
from rashomon.engine import Failure
from rashomon.model import Item, Options, Task

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")


def stopping(item: bytes) -> bytes:
    """Kills its own worker process once, the first time the marked item is read."""
    flag, _, rest = item.partition(b"\n")
    if rest.startswith(b"13") and not Path(os.fsdecode(flag)).exists():
        Path(os.fsdecode(flag)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return rest * 2


@pytest.fixture(scope="module")
def address():  # type: ignore[no-untyped-def]
    with distributed.LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None, processes=True) as cluster:
        yield cluster.scheduler_address


def test_same_bytes_as_one_process(address: str) -> None:
    texts = [f"A storm killed {n} people and injured {n + 3} in the port, police said." for n in range(2, 12)]
    tasks = [
        codec.pack(Task(item=Item(doc=f"{n}", text=text, language="en"), options=Options(), key="00"))
        for n, text in enumerate(texts)
    ]
    wanted = list(engine.choose("serial", 1, len(tasks)).map(pipeline.read_task, tasks))
    assert list(engine.choose(f"dask:{address}", 0, len(tasks)).map(pipeline.read_task, tasks)) == wanted
    assert not any(isinstance(result, Failure) for result in wanted)


def test_nothing_is_lost_when_a_worker_is_stopped(address: str, tmp_path: Path) -> None:
    flag = os.fsencode(tmp_path / "killed")
    items = [flag + b"\n%d" % n for n in range(40)]
    found = list(engine.choose(f"dask:{address}", 0, len(items)).map(stopping, items))
    assert (tmp_path / "killed").exists()
    assert found == [b"%d%d" % (n, n) for n in range(40)]
