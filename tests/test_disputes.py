"""Contradictions beyond figures, over small piles in mixed languages: who did it, when, and whether at all."""

from typing import NamedTuple

import pytest

from rashomon.model import Document, Dossier, Options
from rashomon.pipeline import assemble, read_document


class Pile(NamedTuple):
    """``reports``: name, language, published, text. ``found``: "kind: docs" of every dispute."""

    name: str
    reports: tuple[tuple[str, str, str | None, str], ...]
    found: tuple[str, ...] = ()


PILES = (
    Pile(
        "police-or-gunmen",
        (
            ("a", "en", "2023-07-05", "On 4 July 2023 police shot dead Henrik Aalto in Oulu."),
            ("b", "pl", "2023-07-05", "4 lipca 2023 roku w Oulu terroryści zastrzelili Henrika Aalto."),
        ),
        ("actor: a b",),
    ),
    Pile(
        "by-police-and-by-gunmen",
        (
            ("a", "en", "2023-07-05", "On 4 July 2023 two passers-by were shot by police in Oulu."),
            (
                "b",
                "it",
                "2023-07-05",
                "Il 4 luglio 2023 a Oulu due passanti sono stati uccisi dai terroristi con una sparatoria.",
            ),
        ),
    ),
    Pile(
        "each-shot-at-the-other",
        (
            ("a", "en", "2023-07-05", "On 4 July 2023 police shot at the protesters in Oulu."),
            ("b", "ru", "2023-07-05", "4 июля 2023 года в Оулу протестующие стреляли в полицейских."),
        ),
    ),
    Pile(
        "on-another-day",
        (
            ("a", "en", "2023-07-05", "On 4 July 2023 police shot dead Henrik Aalto in Oulu."),
            ("b", "ru", "2023-07-09", "8 июля 2023 года в Оулу террористы застрелили прохожего."),
        ),
    ),
    Pile(
        "asserted-and-denied-in-two-languages",
        (
            ("a", "ru", "2023-07-05", "В Оулу полиция открыла огонь по демонстрантам."),
            (
                "b",
                "en",
                "2023-07-05",
                "In Oulu the minister Henrik Aalto denied that police had opened fire on demonstrators.",
            ),
        ),
        ("denied: a b",),
    ),
    Pile(
        "asserted-in-polish-denied-in-italian",
        (
            ("a", "pl", "2023-07-05", "W Oulu policja otworzyła ogień do demonstrantów."),
            (
                "b",
                "it",
                "2023-07-05",
                "Henrik Aalto ha negato che a Oulu la polizia avesse aperto il fuoco sui manifestanti.",
            ),
        ),
        ("denied: a b",),
    ),
    Pile(
        "another-act-is-denied",
        (
            ("a", "ru", "2023-07-05", "В Оулу полиция избила демонстрантов."),
            (
                "b",
                "en",
                "2023-07-05",
                "In Oulu the minister Henrik Aalto denied that police had opened fire on demonstrators.",
            ),
        ),
    ),
    Pile(
        "a-refusal-denies-nothing",
        (
            ("a", "en", "2023-07-05", "In Oulu the police opened fire on demonstrators, a witness said."),
            (
                "b",
                "en",
                "2023-07-05",
                "In Oulu the police chief refused to say whether they had opened fire on demonstrators.",
            ),
        ),
    ),
    Pile(
        "accused-and-rejected",
        (
            (
                "a",
                "en",
                "2023-07-05",
                "In Oulu Henrik Aalto accused the union of hiding crates of stolen rifles under the warehouse.",
            ),
            (
                "b",
                "en",
                "2023-07-05",
                "In Oulu Marit Holm denied that the union was hiding crates of stolen rifles under the warehouse.",
            ),
        ),
        ("rejected: a b",),
    ),
    Pile(
        "two-days-for-one-event",
        (
            ("a", "en", "2023-07-09", "Henrik Aalto resigned in Oulu on 4 July 2023."),
            ("b", "en", "2023-07-09", "Henrik Aalto resigned in Oulu on 6 July 2023."),
        ),
        ("date: a b",),
    ),
    Pile(
        "two-days-in-two-languages",
        (
            ("a", "ru", "2023-07-09", "Хенрик Аалто подал в отставку в Оулу 4 июля 2023 года."),
            ("b", "en", "2023-07-09", "Henrik Aalto resigned in Oulu on 6 July 2023."),
        ),
        ("date: a b",),
    ),
)


def read(pile: Pile) -> Dossier:
    found = [
        read_document(Document(doc=doc, text=text, language=language, published=day))
        for doc, language, day, text in pile.reports
    ]
    return assemble(found, [], Options())


@pytest.mark.parametrize("pile", PILES, ids=lambda p: p.name)
def test_disputes(pile: Pile) -> None:
    dossier = read(pile)
    home = {e.id: r.document.doc for r in dossier.readings for e in r.events}
    home |= {q.id: r.document.doc for r in dossier.readings for q in r.quotes}
    found = [f"{d.kind}: {' '.join(sorted({home[i] for i in d.items}))}" for d in dossier.comparison.disputes]
    assert sorted(found) == sorted(pile.found)
