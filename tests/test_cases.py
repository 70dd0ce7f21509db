"""Every case of every pack, through the whole reading of one report."""

import collections

import pytest
from cases import LANG, ROOMS, Case, collect

from rashomon import pipeline
from rashomon.lang import available
from rashomon.model import Document

CASES = collect()


def shown(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def params() -> list[object]:
    marks = {c.id: [pytest.mark.xfail(reason=c.reason, strict=True)] if c.reason is not None else [] for c in CASES}
    return [pytest.param(c, id=c.id, marks=marks[c.id]) for c in CASES]


@pytest.mark.parametrize("case", params())
def test_case(case: Case) -> None:
    document = Document(
        doc="case.txt",
        text=case.text,
        language=case.language,
        published=case.published,
        published_from="option" if case.published else None,
    )
    reading = pipeline.read_document(document)
    found = sorted(getattr(reading, case.room), key=lambda m: (m.start, m.end))
    for mention in found:
        assert (
            getattr(mention, "text", case.text[mention.start : mention.end]) == case.text[mention.start : mention.end]
        )
    assert [case.text[m.start : m.end] for m in found] == [case.text[a:b] for a, b in case.spans]
    assert [(m.start, m.end) for m in found] == case.spans
    for mention, wanted in zip(found, case.wanted, strict=True):
        assert {key: shown(getattr(mention, key)) for key in wanted} == wanted


def test_every_room_is_known() -> None:
    assert {path.stem for path in LANG.glob("*/cases/*.txt")} <= set(ROOMS)


@pytest.mark.parametrize("language", available())
def test_a_pack_has_cases(language: str) -> None:
    """At least 40 meanings, at least an eighth of the cases negative: an empty gate is no gate."""
    mine = [c for c in CASES if c.language == language]
    assert len({c.meaning for c in mine}) >= 40
    assert sum(c.negative for c in mine) * 8 >= len(mine)
    assert collections.Counter(c.room for c in mine).keys() >= {"numbers", "times", "names", "quotes", "figures"}
