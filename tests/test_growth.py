"""Long reports and large piles: what a room does for a character must not grow with the length of the report, nor what
comparing does for a report with the pile.

Work is counted in steps of the interpreter, not in seconds: the same on every machine.
"""

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from rashomon import compare, link, pipeline
from rashomon.annotate import citations, events, figures, names, numbers, quotes, terms, times
from rashomon.model import Document, Linked, Options
from rashomon.segment import segment
from rashomon.view import View

SHORT, LONG = 4, 26  # paragraphs
MORE = 1.15  # times the steps for a character
LARGER = 1.6  # times the steps for a report of a pile three times as large: figures meet their neighbours in size
PARAGRAPH = (
    "On {day} May 2021 Captain Olaf Brandt of the Coast Watch said that {n} sailors were killed and {m} injured "
    'near Velmouth. "We lost {n} men," Deputy Clara Voss told the Evening Mail, adding that three of them were '
    "cadets. According to the harbour police, about {m}00 people left Velmouth on Monday. She denied that {m} boats "
    "had burned; the Coast Watch report put the loss at $2.5 million. Clashes broke out again in Torsby, a witness said."
)
FLAT, PARTED = " ", "\n\n"
Room = Callable[[View], list[Any]]
ROOMS: dict[str, tuple[Room, str]] = {
    "numbers": (numbers.find, "numbers"),
    "times": (times.find, "times"),
    "names": (names.find, "names"),
    "citations": (citations.find, "citations"),
    "quotes": (quotes.find, "quotes"),
    "figures": (figures.find, ""),
    "events": (events.find, ""),
    "terms": (terms.find, ""),
}


class Steps:
    """Counts the instructions that run inside the block."""

    def __init__(self) -> None:
        self.count = 0

    def _trace(self, frame: FrameType, event: str, arg: object) -> Any:
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        if event == "opcode":
            self.count += 1
        return self._trace

    def __enter__(self) -> "Steps":
        sys.settrace(self._trace)
        return self

    def __exit__(self, *error: object) -> None:
        sys.settrace(None)


def text(paragraphs: int, between: str) -> str:
    rows = (PARAGRAPH.format(day=i % 28 + 1, n=i % 40 + 2, m=i % 70 + 11) for i in range(paragraphs))
    return between.join(rows)


def spent(body: str, traced: bool) -> Iterator[tuple[str, int]]:
    """Steps of each room on one report, in the order of the corridor."""
    steps = Steps()
    document = Document(doc="long.txt", text=body, language="en", published="2021-06-01")
    if traced:
        with steps:
            view = segment(document)
    else:
        view = segment(document)
    yield "segment", steps.count
    for room, (find, kept) in ROOMS.items():
        steps = Steps()
        counted = traced and room != "names"  # its model works in other instructions
        if counted:
            with steps:
                found = find(view)
        else:
            found = find(view)
        if kept:
            setattr(view, kept, found)
        yield room, steps.count


@pytest.mark.parametrize("between", [PARTED, FLAT], ids=["paragraphs", "one-paragraph"])
def test_rooms_do_no_more_for_a_character_of_a_long_report(between: str) -> None:
    work = {}
    for size in (SHORT, LONG):
        body = text(size, between)
        list(spent(body, traced=False))  # lexicons and remembered words are not the report's
        work[size] = {room: count / len(body) for room, count in spent(body, traced=True)}
    grown = {room: round(work[LONG][room] / work[SHORT][room], 2) for room in work[SHORT] if work[SHORT][room]}
    assert all(ratio < MORE for ratio in grown.values()), grown


TOWNS = ("Velmouth", "Torsby", "Grenholt", "Askvik", "Lindmoor", "Brackwell", "Ostrava Nova", "Karlshavn")
BLAST = (
    "A blast in {town} killed {n} people and injured {m} on {day} May 2021, Mayor {mayor} Holm said. "
    "Rescue teams searched the {place} until night. Police detained {k} men near {town}, and {mayor} Holm denied that {m} "
    "houses had burned."
)
FEW, MANY = 32, 96  # reports, of four an event
PLACES = ("mill", "harbour", "market", "school", "depot")


def linked(count: int) -> Linked:
    """``count`` short accounts, four of each event, no two alike."""
    readings = []
    for i in range(count):
        event, teller = divmod(i, 4)
        town = f"{TOWNS[event % 8]}{'' if event < 8 else 'stad' * (event // 8)}"
        body = BLAST.format(
            town=town, n=event % 30 + 9, m=event + 40 + teller, k=teller + 3, day=event % 27 + 1,
            mayor="ABCDEFGHIJKLMNOPQRSTUVWXYZ"[event % 26] + "nna", place=PLACES[(event + teller) % 5],
        )  # fmt: skip
        document = Document(doc=f"{i:03}.txt", text=body, language="en", published="2021-06-01")
        readings.append(pipeline.read_document(document))
    return link.link(readings, Options())


def test_comparing_does_no_more_for_a_report_of_a_large_pile() -> None:
    work = {}
    for count in (FEW, MANY):
        pile = linked(count)
        compare.compare(pile, Options())  # lexicons are not the pile's
        steps = Steps()
        with steps:
            compare.compare(pile, Options())
        work[count] = steps.count / count
    assert work[MANY] < LARGER * work[FEW], work
