"""Every engine gives what one process gives, in order; a lost worker loses one item at most."""

import os
import time

import pytest

from rashomon import engine
from rashomon.engine import Failure
from rashomon.engine.guard import guarded

ITEMS = [b"%d" % n for n in range(40)]


def double(item: bytes) -> bytes:
    return item * 2


def deadly(item: bytes) -> bytes:
    if item == b"7":
        os._exit(9)
    return item * 2


def sleepy(item: bytes) -> bytes:
    time.sleep(5)
    return item


def greedy(item: bytes) -> bytes:
    raise MemoryError


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_results_come_in_order(name: str) -> None:
    found = list(engine.choose(name, 2, len(ITEMS)).map(double, ITEMS))
    assert found == [item * 2 for item in ITEMS]


def test_one_deadly_item_is_lost_alone() -> None:
    found = list(engine.choose("processes", 2, len(ITEMS)).map(deadly, ITEMS))
    assert [type(result) for result in found].count(Failure) == 1
    assert found[7] == Failure("crashed", "the process that read it died")
    assert found[8:] == [item * 2 for item in ITEMS[8:]]


def test_a_slow_item_is_cut_off() -> None:
    assert guarded(sleepy, b"", seconds=1) == Failure("timeout", "took more than 1 seconds")


def test_a_greedy_item_is_a_failure() -> None:
    found = guarded(greedy, b"")
    assert isinstance(found, Failure)
    assert found.code == "memory"


def test_an_unknown_engine_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="serial, processes, dask"):
        engine.choose("abacus", 0, 1)


def test_few_reports_are_read_in_one_process() -> None:
    assert type(engine.choose(None, 0, 3)).__name__ == "Serial"
    assert type(engine.choose(None, 0, 300)).__name__ == "Processes"
