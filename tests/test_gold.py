"""The own-written gold piles: what is annotated stands in the text, and the words are those of the guide.

Nothing here asks how well the program does on them: that is what ``make accuracy`` counts.
"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
PILES = ("dev", "check", "late")
DOCUMENTS = [path for pile in PILES for path in sorted((GOLD / pile / "gold").glob("*.txt.json"))]
PLACED = {
    "figures": "text",
    "quotes": "content",
    "times": "text",
    "names": "text",
    "events": "trigger",
    "citations": "text",
}
MEASURES = "killed injured missing detained hospitalised displaced rescued deployed present damaged looted cases money share duration size other"
WHO = "all civilians security_forces participants foreign_forces children journalists officials workers things"
EVENTS = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
    " DISASTER ACCIDENT OTHER"
)
WORDS = {
    "figures": {"measure": MEASURES, "who": WHO, "status": "asserted alleged denied planned"},
    "quotes": {"kind": "direct indirect according_to", "stance": "asserts denies doubts demands accuses predicts"},
    "times": {},
    "names": {"kind": "person org place"},
    "events": {"type": EVENTS},
    "citations": {"kind": "outlet social link document"},
}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?|-W\d{2})?(/\d{4}(-\d{2}(-\d{2})?)?)?")


def text_of(path: Path) -> str:
    name = path.name.removesuffix(".json")
    return (path.parents[1] / "texts" / name).read_text("utf-8")


def rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for part, items in json.loads(path.read_text("utf-8")).items():
        for item in items if part in PLACED else ():
            yield part, item


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_annotated_text_stands_in_the_document(path: Path) -> None:
    text = text_of(path)
    for part, item in rows(path):
        wanted = item[PLACED[part]]
        assert text.count(wanted) >= item["nth"] >= 1, wanted
        for field in ("label", "source_text", "cue"):
            assert (item.get(field) or "") in text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_only_the_words_of_the_guide(path: Path) -> None:
    for part, item in rows(path):
        for field, words in WORDS[part].items():
            assert item[field] in words.split(), (part, item)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_dates_are_iso_and_bounds_in_order(path: Path) -> None:
    assert DATE.fullmatch(json.loads(path.read_text("utf-8"))["published"])
    for _part, item in rows(path):
        for field in ("when", "value", "date"):
            assert item.get(field) is None or DATE.fullmatch(item[field]), item
        known = [bound for bound in (item.get("low"), item.get("high")) if bound is not None]
        assert all(low <= high for low, high in pairwise(known)), item


@pytest.mark.parametrize("pile", PILES)
def test_questions_name_annotated_figures(pile: str) -> None:
    folder = GOLD / pile / "gold"
    given = {
        (path.name.removesuffix(".json"), item["text"], item["nth"])
        for path in folder.glob("*.txt.json")
        for part, item in rows(path)
        if part == "figures"
    }
    for question in json.loads((folder / "questions.json").read_text("utf-8")):
        assert {tuple(figure) for figure in question["figures"]} <= given, question["id"]
        assert len(question["figures"]) > 1
        assert question["verdict"] in {"agree", "compatible", "update", "conflict"}


@pytest.mark.parametrize("pile", PILES)
def test_the_manifest_lists_every_report(pile: str) -> None:
    listed = [json.loads(line) for line in (GOLD / pile / "pile.jsonl").read_text("utf-8").splitlines()]
    assert sorted(row["doc"] for row in listed) == sorted(path.name for path in (GOLD / pile / "texts").iterdir())
    for row in listed:
        gold = json.loads((GOLD / pile / "gold" / f"{row['doc']}.json").read_text("utf-8"))
        assert gold["published"] == row["published"]
