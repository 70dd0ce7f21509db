"""A real cluster of several processes gives the same bytes, even when a worker is stopped in mid-run.

Scheduler and workers are programs of their own, as on several machines; nobody starts a stopped worker again.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rashomon import api, codec, engine, pipeline
from rashomon.engine import Failure
from rashomon.engine.dask_cluster import Dask
from rashomon.link import link, shards
from rashomon.model import Item, Options, Task

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from bench_link import pile

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

HERE = Path(__file__).parent
WAIT = 60  # seconds for a program to start


def stopping(item: bytes) -> bytes:
    """Kills its own worker process once, the first time the marked item is read."""
    flag, _, rest = item.partition(b"\n")
    if rest.startswith(b"13") and not Path(os.fsdecode(flag)).exists():
        Path(os.fsdecode(flag)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return rest * 2


class Cluster:
    """A scheduler and workers, each a process; ``address`` is the scheduler's."""

    def __init__(self, folder: Path, workers: int) -> None:
        self.folder = folder
        paths = [str(HERE), *sys.path]
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in paths if p)}
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        told = self._when("scheduler", "Scheduler at:")
        self.address = told.partition("Scheduler at:")[2].split()[0]
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
        self.workers = [self._start("dask_worker", self.address, *options, name=f"worker{n}") for n in range(workers)]
        with distributed.Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=WAIT)

    def _start(self, program: str, *options: str, name: str = "scheduler") -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
        with open(self.folder / f"{name}.log", "wb") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, env=self.environment, cwd=self.folder)

    def _when(self, name: str, words: str) -> str:
        """The line of a log that has ``words``, once it is there."""
        for _ in range(WAIT * 10):
            lines = (self.folder / f"{name}.log").read_text("utf-8", "replace").splitlines()
            found = next((line for line in lines if words in line), None)
            if found:
                return found
            time.sleep(0.1)
        raise TimeoutError("\n".join(lines))

    def alive(self) -> "list[subprocess.Popen[bytes]]":
        return [worker for worker in self.workers if worker.poll() is None]

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    made = Cluster(folder, workers)
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), 4) as made:
        yield made


def reports(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    for n in range(count):
        text = f"Olaf Karev of the harbour board said on Monday that a storm killed {n} people in Velmouth."
        (folder / f"{n:03}.txt").write_text(text, "utf-8")
    return sorted(folder.iterdir())


def test_same_bytes_as_one_process(standing: Cluster) -> None:
    texts = [f"A storm killed {n} people and injured {n + 3} in the port, police said." for n in range(2, 12)]
    tasks = [
        codec.pack(Task(item=Item(doc=f"{n}", text=text, language="en"), options=Options(), key="00"))
        for n, text in enumerate(texts)
    ]
    wanted = list(engine.choose("serial", 1, len(tasks)).map(pipeline.read_task, tasks))
    assert list(engine.choose(f"dask:{standing.address}", 0, len(tasks)).map(pipeline.read_task, tasks)) == wanted
    assert not any(isinstance(result, Failure) for result in wanted)


def test_files_are_carried_to_workers_that_do_not_see_them(
    standing: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports(tmp_path / "pile", 5)
    (tmp_path / "pile" / "gone.txt").symlink_to(tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path)  # the paths are relative, and the workers run in another folder
    api.read([Path("pile")], tmp_path / "here", engine="serial")
    api.read([Path("pile")], tmp_path / "there", engine=f"dask:{standing.address}")
    for table in ("documents", "figures", "entities", "issues"):
        assert (tmp_path / "there" / f"{table}.jsonl").read_bytes() == (
            tmp_path / "here" / f"{table}.jsonl"
        ).read_bytes()


def test_nothing_is_lost_when_a_worker_is_stopped(standing: Cluster, tmp_path: Path) -> None:
    running = len(standing.alive())
    flag = os.fsencode(tmp_path / "killed")
    items = [flag + b"\n%d" % n for n in range(40)]
    found = list(engine.choose(f"dask:{standing.address}", 0, len(items)).map(stopping, items))
    assert (tmp_path / "killed").exists()
    assert len(standing.alive()) == running - 1
    assert found == [b"%d%d" % (n, n) for n in range(40)]


def test_linking_survives_a_stopped_worker(standing: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    made_up, _ = pile(1_500)
    wanted = link(made_up, Options())
    for name, value in (("_FEW", 100), ("SHARD", 100), ("PAIRS", 200)):
        monkeypatch.setattr(shards, name, value)
    worker = standing.alive()[0]
    rounds = counted(monkeypatch, worker.kill)
    found = link(made_up, Options(), lambda count: engine.choose(f"dask:{standing.address}", 0, count))
    assert worker.wait(WAIT) == -signal.SIGKILL
    assert len(rounds) > 2
    assert [codec.pack(row) for row in (*found.readings, *found.entities)] == [
        codec.pack(row) for row in (*wanted.readings, *wanted.entities)
    ]


def test_the_whole_dossier_is_the_same(standing: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    readings, _ = pile(400)
    wanted = pipeline.assemble(readings, [], Options(engine="serial"))
    monkeypatch.setattr(shards, "_FEW", 50)
    rounds = counted(monkeypatch, lambda: None)
    found = pipeline.assemble(readings, [], Options(engine=f"dask:{standing.address}"))
    assert rounds
    assert list(codec.pack_dossier(found)) == list(codec.pack_dossier(wanted))


def counted(patch: pytest.MonkeyPatch, kill: Callable[[], None]) -> list[int]:
    """Kills in the middle of the second shuffle, when the workers keep shards and parts; counts the shuffles."""
    rounds: list[int] = []
    shuffle = Dask.shuffle

    def noisy(self: Dask, *given: Any) -> Iterator[bytes | Failure]:
        rounds.append(len(rounds))
        if len(rounds) == 2:
            threading.Timer(0.05, kill).start()
        return shuffle(self, *given)

    patch.setattr(Dask, "shuffle", noisy)
    return rounds


def test_a_scheduler_that_vanishes_is_told_and_the_earlier_dossier_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.engine.dask_cluster.BATCH", 10)
    paths = reports(tmp_path / "pile", 60)
    api.read(paths[:3], tmp_path / "out", engine="serial")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.jsonl")}
    with cluster(tmp_path, 2) as made:

        def progress(done: int, of: int) -> None:
            if done == 5:  # the first three were known
                made.scheduler.kill()

        with pytest.raises(ConnectionError, match=r"scheduler at tcp.* was lost"):
            api.read(paths, tmp_path / "out", engine=f"dask:{made.address}", progress=progress)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.jsonl")} == before
    assert len(api.load(tmp_path / "out").readings) == 3


def test_no_scheduler_is_told() -> None:
    import dask

    quick = dask.config.set({"distributed.comm.timeouts.connect": "1s"})
    with quick, pytest.raises(ConnectionError, match=r"no Dask scheduler answers at tcp://127.0.0.1:9"):
        list(engine.choose("dask:tcp://127.0.0.1:9", 0, 1).map(stopping, [b"\n1"]))
