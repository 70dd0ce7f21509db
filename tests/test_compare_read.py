"""Small piles of real sentences, through the whole program: what is asked, and the verdict."""

from typing import NamedTuple

import pytest

from rashomon import pipeline
from rashomon.model import Document, Dossier, Options


class Pile(NamedTuple):
    """``reports``: name, language, published, text. ``asked``: "measure who: a 12, b 15 = verdict"."""

    name: str
    reports: tuple[tuple[str, str, str | None, str], ...]
    asked: tuple[str, ...]
    verdicts: tuple[str, ...] = ()  # where given: all verdicts of the pile, to forbid others


PILES = (
    Pile(
        "flood-toll-grows",
        (
            ("a", "en", "2023-07-04", "Floods killed 12 people in Oulu on Tuesday, rescuers said."),
            ("b", "pl", "2023-07-06", "Bilans powodzi w Oulu: zginęło 19 osób."),
        ),
        ("killed all: a 12, b 19 = update",),
    ),
    Pile(
        "fire-two-numbers-one-day",
        (
            ("a", "ru", "2023-07-04", "При пожаре в Оулу погибли 8 человек."),
            ("b", "it", "2023-07-04", "Nell'incendio di Oulu sono morte 14 persone."),
        ),
        ("killed all: a 8, b 14 = conflict",),
    ),
    Pile(
        "more-than-holds",
        (
            ("a", "en", "2023-07-04", "More than 300 people were detained in Oulu."),
            ("b", "ru", "2023-07-04", "В Оулу задержали 412 человек."),
        ),
        ("detained all: a 300, b 412 = compatible",),
    ),
    Pile(
        "about-five-hundred-cars",
        (
            ("a", "ru", "2023-07-04", "В Оулу сожжено около 500 автомобилей."),
            ("b", "en", "2023-07-04", "In Oulu 512 cars were burned."),
        ),
        ("damaged things: a 500, b 512 = compatible",),
    ),
    Pile(
        "agree-in-four-languages",
        (
            ("a", "en", "2023-07-04", "The explosion in Oulu killed seven people."),
            ("b", "ru", "2023-07-04", "При взрыве в Оулу погибли семь человек."),
            ("c", "pl", "2023-07-04", "W wybuchu w Oulu zginęło siedem osób."),
            ("d", "it", "2023-07-04", "L'esplosione a Oulu ha ucciso sette persone."),
        ),
        ("killed all: a 7, b 7, c 7, d 7 = agree",),
    ),
    Pile(
        "killed-is-not-injured",
        (
            ("a", "en", "2023-07-04", "The explosion in Oulu killed seven people."),
            ("b", "ru", "2023-07-04", "При взрыве в Оулу ранены 19 человек."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "civilians-and-all",
        (
            ("a", "en", "2023-07-04", "The shelling of Oulu killed 26 people."),
            ("b", "en", "2023-07-04", "The shelling of Oulu killed 19 civilians."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "critical-is-a-part",
        (
            ("a", "en", "2023-07-04", "In Oulu 40 people were injured."),
            ("b", "pl", "2023-07-04", "W Oulu sześć osób jest w stanie krytycznym."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "an-earlier-flood",
        (
            ("a", "en", "2023-07-04", "The flood in Oulu killed 12 people."),
            ("b", "en", "2023-07-04", "In July 1998 a flood in Oulu killed 80 people."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "two-cities",
        (
            ("a", "en", "2023-07-04", "The storm killed 5 people in Oulu."),
            ("b", "pl", "2023-07-04", "Burza zabiła 9 osób w Tampere."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "missing-are-found",
        (
            ("a", "it", "2023-07-04", "A Oulu risultano disperse 60 persone."),
            ("b", "ru", "2023-07-07", "В Оулу пропали без вести 14 человек."),
        ),
        ("missing all: a 60, b 14 = update",),
    ),
    Pile(
        "police-and-union-in-one-report",
        (
            (
                "a",
                "en",
                "2023-07-04",
                "Police said four people were killed in Oulu. The dockers' union said 11 people were killed in Oulu.",
            ),
        ),
        ("killed all: a 4, a 11 = conflict",),
    ),
    Pile(
        "dozens",
        (
            ("a", "ru", "2023-07-04", "В Оулу задержаны десятки человек."),
            ("b", "it", "2023-07-04", "A Oulu sono state arrestate 46 persone."),
        ),
        ("detained all: a 20, b 46 = compatible",),
    ),
    Pile(
        "evacuated",
        (
            ("a", "pl", "2023-07-04", "Z Oulu ewakuowano 3000 osób."),
            ("b", "en", "2023-07-04", "About 3,100 people were evacuated from Oulu."),
        ),
        ("displaced all: a 3000, b 3100 = compatible",),
    ),
    Pile(
        "centres-and-companies",
        (
            ("a", "en", "2023-07-04", "There are two centres of power in Oulu."),
            ("b", "it", "2023-07-04", "A Oulu ci sono più di 7000 imprese."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "tourists",
        (
            ("a", "en", "2023-07-04", "Four tourists were injured in Oulu."),
            ("b", "ru", "2023-07-04", "В Оулу пострадали 17 человек."),
        ),
        (),
        ("single", "single"),
    ),
    Pile(
        "minister-twice",
        (
            ("a", "en", "2023-07-04", "Interior Minister Aino Harju said nine officers had died in Oulu."),
            (
                "b",
                "it",
                "2023-07-04",
                "Il ministro dell'Interno Aino Harju ha detto che a Oulu sono morti nove agenti.",
            ),
        ),
        ("killed security_forces: a 9, b 9 = agree",),
    ),
)


def read(pile: Pile) -> Dossier:
    documents = [Document(doc=d, text=t, language=lang, published=p) for d, lang, p, t in pile.reports]
    return pipeline.assemble([pipeline.read_document(d) for d in documents], [], Options())


def told(dossier: Dossier) -> list[str]:
    """The questions that several figures answer, in the words of the piles."""
    figures = {f.id: f for reading in dossier.readings for f in reading.figures}
    found = []
    for question in dossier.comparison.questions:
        if len(question.figures) > 1:
            rows = [figures[i] for i in question.figures]
            values = ", ".join(f"{f.doc} {f.low if f.low is not None else f.high}" for f in rows)
            found.append(f"{question.measure} {question.who}: {values} = {question.verdict}")
    return found


@pytest.mark.parametrize("pile", PILES, ids=lambda p: p.name)
def test_pile(pile: Pile) -> None:
    dossier = read(pile)
    assert told(dossier) == list(pile.asked)
    if pile.verdicts:
        assert [q.verdict for q in dossier.comparison.questions] == list(pile.verdicts)


def test_the_minister_counts_once() -> None:
    pile = next(p for p in PILES if p.name == "minister-twice")
    (question,) = [q for q in read(pile).comparison.questions if len(q.figures) > 1]
    assert len(question.origins) == 1


def test_there_are_enough() -> None:
    assert len(PILES) >= 15
