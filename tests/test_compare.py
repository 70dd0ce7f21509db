"""The comparison over small piles of records: questions, relations, verdicts, origins."""

import random
import re
from decimal import Decimal
from pathlib import Path

import pytest

from piles import Pile, read
from rashomon import codec
from rashomon.compare import apart, compare, rules
from rashomon.compare.asks import wording_of
from rashomon.compare.bounds import loose, meet
from rashomon.compare.dates import days
from rashomon.model import Comparison, Figure, Linked, Options

PILES = read()


def wanted(line: str) -> tuple[list[str], str, dict[str, str]]:
    """ "a1 b1: update; a1-b1=update; origins=2" taken apart."""
    head, *more = line.split(";")
    names, _, verdict = head.partition(":")
    return names.split(), verdict.strip(), dict(part.strip().split("=", 1) for part in more)


def found(pile: Pile, comparison: Comparison) -> list[str]:
    """Every question of several figures, in the words of the piles."""
    short = {figure: name for name, figure in pile.figures.items()}
    return sorted(
        f"{' '.join(sorted(short[f] for f in q.figures))}: {q.verdict}"
        for q in comparison.questions
        if len(q.figures) > 1
    )


@pytest.mark.parametrize("pile", PILES, ids=lambda p: p.name)
def test_pile(pile: Pile) -> None:
    options = Options(**{k: tuple(v) if isinstance(v, list) else v for k, v in pile.options.items()})
    comparison = compare(pile.linked, options)
    expected = [wanted(line) for line in pile.expect]
    assert found(pile, comparison) == sorted(f"{' '.join(sorted(names))}: {verdict}" for names, verdict, _ in expected)
    by_figure = {f: q for q in comparison.questions for f in q.figures}
    assert by_figure.keys() == set(pile.figures.values())
    related = {frozenset((r.a, r.b)): r for r in comparison.relations}
    for names, _, more in expected:
        question = by_figure[pile.figures[names[0]]]
        for key, value in more.items():
            if "-" in key:
                a, b = key.split("-")
                assert related[frozenset((pile.figures[a], pile.figures[b]))].relation == value, key
            elif key == "origins":
                assert len(question.origins) == int(value)
            else:
                assert str(getattr(question, key)) == value


def test_there_are_enough_piles() -> None:
    assert len(PILES) >= 60
    assert len({p.name for p in PILES}) == len(PILES)


@pytest.mark.parametrize("pile", PILES, ids=lambda p: p.name)
def test_order_of_reports_does_not_matter(pile: Pile) -> None:
    readings = list(pile.linked.readings)
    random.Random(7).shuffle(readings)
    turned = Linked(readings=tuple(readings[::-1]), entities=pile.linked.entities[::-1])
    assert codec.pack(compare(turned, Options())) == codec.pack(compare(pile.linked, Options()))


@pytest.mark.parametrize("ui", ["en", "ru", "pl", "it"])
def test_every_sentence_can_be_written(ui: str) -> None:
    for pile in PILES:
        comparison = compare(pile.linked, Options(ui=ui))
        assert all(q.asks.endswith("?") and "{" not in q.asks for q in comparison.questions)
        assert all(r.reason and "{" not in r.reason for r in comparison.relations)


@pytest.mark.parametrize("ui", ["en", "ru", "pl", "it"])
def test_every_reason_has_its_sentence(ui: str) -> None:
    """Each `Ruling` of the rules and each state and kind of the packs can be told in each language."""
    source = "".join(Path(room.__file__).read_text("utf-8") for room in (rules, apart))
    keys = set(re.findall(r'Ruling\(\s*"\w+",\s*"(\w+)"', source)) | {
        "later",
        "later_undated",
        "same_report",
        "same_text",
    }
    words = wording_of(ui)
    assert len(keys) > 20
    assert keys <= words.reasons.keys()
    assert {*words.states, *words.kinds, "part", "since"} == words.scopes.keys()
    assert words.states.keys() == wording_of("en").states.keys()
    assert words.kinds.keys() == wording_of("en").kinds.keys()
    assert words.units.keys() == wording_of("en").units.keys()
    assert words.frame.keys() == wording_of("en").frame.keys()


def test_an_empty_pile() -> None:
    assert compare(Linked(readings=(), entities=()), Options()) == Comparison()


def test_an_unknown_policy_names_the_known() -> None:
    with pytest.raises(ValueError, match=r"mean.*acled, ibc, latest, majority, official, ucdp"):
        compare(PILES[0].linked, Options(policies=("mean",)))


def number(text: str, approx: bool = False) -> Figure:
    low, _, high = text.partition("..")
    return Figure(start=0, end=1, text=text, low=Decimal(low), high=Decimal(high or low), approx=approx)


@pytest.mark.parametrize(
    ("a", "b", "both_hold"),
    [
        (number("20000", approx=True), number("23000"), True),
        (number("20000", approx=True), number("30000"), False),
        (number("3000"), number("3012"), True),
        (number("50"), number("47"), False),
        (number("40", approx=True), number("44"), True),
        (number("200..999", approx=True), number("1100"), True),
        (number("200..999", approx=True), number("26"), False),
        (number("1E+40"), number("7"), False),
        (number("0"), number("0.5"), False),
    ],
)
def test_what_rounding_leaves_open(a: Figure, b: Figure, both_hold: bool) -> None:
    assert meet(loose(a), loose(b)) is both_hold
    assert meet(loose(b), loose(a)) is both_hold


@pytest.mark.parametrize(
    ("early", "late", "before"),
    [
        ("2022-01-07", "2022-01-10", True),
        ("2022-01-10", "2022-01-07", False),
        ("2022-01", "2022-01-10", False),
        ("2022-01-10", "2022-01-10T20:00", False),
        ("2022-01-10T09:00", "2022-01-10T20:00", True),
        ("2016/2020", "2021", True),
        ("2022-02-29", "2022-03-01", True),
    ],
)
def test_order_of_dates(early: str, late: str, before: bool) -> None:
    a, b = days(early), days(late)
    assert a is not None
    assert b is not None
    assert a.before(b) is before


@pytest.mark.parametrize(
    "value", [None, "", "XXXX-01-12", "2022-13", "2022-W20", "soon", "2022/", "2022-01-10/2022-01-01"]
)
def test_what_is_no_date(value: str | None) -> None:
    found = days(value)
    assert found is None or value == "2022/"
