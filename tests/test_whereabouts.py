"""Where a figure holds: datelines, bearings, whose people are and where a speaker speaks do not say it."""

import pytest

from rashomon.model import Document
from rashomon.pipeline import read_document

CASES = [
    ("en", "NAIROBI, 4 May (Agency) - A ferry sank off Mombasa. At least 12 people drowned.", "12", "Mombasa"),
    ("en", "Oslo, 3 June 2011\n\nThe flood in Bergen cut off 300 people.", "300", "Bergen"),
    ("en", "Rain fell all night.\n\nPARIS - Two trains met near Lyon and 14 people were killed.", "14", "Lyon"),
    ("en", "The bus left the road 40 km north of Nairobi, in Naivasha, and 9 people died.", "9", "Naivasha"),
    ("en", "The bus left the road 40 km north of Nairobi and 9 people died.", "9", "Nairobi"),
    (
        "en",
        "Officials in London said 8 people had been hurt.\n\nThe ferry sank off Mombasa. Mombasa mourns.",
        "8",
        "Mombasa",
    ),
    ("en", "In the northern town of Kisumu the wall gave way. A day later 5 people were found dead.", "5", "Kisumu"),
    ("en", "Clashes in Nairobi left 12 people dead.", "12", "Nairobi"),
    ("ru", "НАЙРОБИ, 4 мая. В Момбасе затонул паром. Погибли 12 человек.", "12", "Момбасе"),
    ("ru", "Автобус перевернулся в Момбасе, в 40 км к югу от Найроби, 9 человек погибли.", "9", "Момбасе"),
    ("ru", "Близ города Кисуму обвалилась стена. Погибли 5 человек.", "5", "Кисуму"),
    ("ru", "В Момбасе пострадали граждане Норвегии, погибли 3 человека.", "3", "Момбасе"),
    ("pl", "Nairobi, 4 maja 2011\n\nW Mombasie zatonął prom. Zginęło 12 osób.", "12", "Mombasie"),
    ("pl", "Na południe od Nairobi, w Mombasie, wykoleił się pociąg i zginęło 9 osób.", "9", "Mombasie"),
    ("it", "NAIROBI, 4 MAG - Un traghetto è affondato a Mombasa. I morti sono 12.", "12", "Mombasa"),
    ("it", "A nord di Nairobi, presso Mombasa, è deragliato un treno: 9 morti.", "9", "Mombasa"),
    ("it", "A Mombasa sono rimasti feriti 3 cittadini della Norvegia.", "3", "Mombasa"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "place"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_place_of_a_figure(language: str, text: str, number: str, place: str) -> None:
    reading = read_document(Document(doc="a.txt", text=text, language=language, published="2011-06-04"))
    figure = next(f for f in reading.figures if number in f.text.split())
    assert figure.where_ref is not None
    assert text[slice(*figure.where_ref)] == place
