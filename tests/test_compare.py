"""The comparison over small piles of records: questions, relations, verdicts, origins."""

import random

import pytest

from piles import Pile, read
from rashomon import codec
from rashomon.compare import compare
from rashomon.model import Comparison, Linked, Options

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
