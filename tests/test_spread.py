"""Linking with workers gives what linking in one process gives: any number of shards, parts and tasks, and losses."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from rashomon import codec, engine
from rashomon.engine.failure import Failure
from rashomon.engine.serial import Serial
from rashomon.link import blocks, link, shards
from rashomon.model import Judgement, Linked, Options, Reading

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from bench_link import pile, reading

Choose = Callable[[int], engine.Engine | None]
COMMON = ("Karev", "Karov", "Karin", "Kurov", "Korev", "Korin", "Kirov", "Kyrov", "Karew", "Karovsky")


def crowd() -> list[Reading]:
    """Many bearers of one given name and surnames that sound alike: blocks too large to compare all with all."""
    names = [f"Olaf {name}{end}" for name in COMMON for end in ("", "sen", "berg", "dal", "mann", "ich", "enko", "son")]
    rows = [[("person", name, name) for name in names[at : at + 20]] for at in range(0, len(names), 20)]
    return [reading(f"crowd{n}", "en", row) for n, row in enumerate(rows)]


def packed(linked: Linked) -> list[bytes]:
    return [codec.pack(row) for row in (*linked.entities, *linked.readings, *linked.issues)]


@pytest.fixture(scope="module")
def reports() -> list[Reading]:
    return [*pile(600)[0], *crowd()]


@pytest.fixture(scope="module")
def alone(reports: list[Reading]) -> list[bytes]:
    return packed(link(reports, Options()))


def set_sizes(patch: pytest.MonkeyPatch, shard: int, pairs: int) -> None:
    patch.setattr(shards, "_FEW", 2)
    patch.setattr(shards, "SHARD", shard)
    patch.setattr(shards, "PAIRS", pairs)


@pytest.mark.parametrize(("shard", "pairs"), [(7, 13), (50, 400), (10_000, 100_000)])
def test_same_bytes_for_any_number_of_parts(
    reports: list[Reading], alone: list[bytes], monkeypatch: pytest.MonkeyPatch, shard: int, pairs: int
) -> None:
    set_sizes(monkeypatch, shard, pairs)
    assert packed(link(reports, Options(), lambda count: Serial())) == alone


def test_blocks_that_are_cut_are_cut_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LIMIT", 5)
    monkeypatch.setattr(shards, "LIMIT", 5)
    wanted = link(crowd(), Options())
    assert any(issue.code == "names-not-compared" for issue in wanted.issues)
    set_sizes(monkeypatch, 9, 50)
    assert packed(link(crowd(), Options(), lambda count: Serial())) == packed(wanted)


def test_same_bytes_with_processes(reports: list[Reading], alone: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    set_sizes(monkeypatch, 200, 1_000)
    assert packed(link(reports, Options(), lambda count: engine.choose("processes", 2, count))) == alone


class Losing(Serial):
    """Loses the result of the ``which``-th thing it is asked to do."""

    def __init__(self, which: int) -> None:
        self.left = which

    def map(self, fn: Any, items: Sequence[Any]) -> Iterator[Any]:
        for result in super().map(fn, items):
            self.left -= 1
            yield Failure("crashed", "gone") if self.left == 0 else result


@pytest.mark.parametrize("which", [1, 3, 7, 20, 40])
def test_what_is_lost_is_worked_out_here(
    reports: list[Reading], alone: list[bytes], monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    set_sizes(monkeypatch, 200, 1_000)
    assert packed(link(reports, Options(), lambda count: Losing(which))) == alone


def test_judgements_are_kept(reports: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(judgements=(Judgement(a="Olaf Karev", b="Olaf Karov", same=True),))
    wanted = packed(link(reports, options))
    set_sizes(monkeypatch, 200, 1_000)
    assert packed(link(reports, options, lambda count: Serial())) == wanted


def test_small_piles_stay_in_this_process() -> None:
    assert engine.spread(None, 0, 5_000) is None
    assert engine.spread("serial", 0, 500_000) is None
    assert engine.spread(None, 1, 500_000) is None
    assert engine.spread("dask", 0, 100) is None
    assert type(engine.spread(None, 0, 500_000)).__name__ == "Processes"
    assert type(engine.spread("dask:tcp://127.0.0.1:1", 0, 5_000)).__name__ == "Dask"
