"""Languages without a pack: CLDR's written-out dates are read, everything left out is said."""

import sys
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

import rashomon
from rashomon import pipeline
from rashomon.annotate import times
from rashomon.lang import available, general, load
from rashomon.model import Document
from rashomon.segment import segment

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "src" / "rashomon" / "lang" / "_general"
CODES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
DAYS = [
    date(2019, month, day)
    for month, day in zip(range(1, 13), (6, 11, 17, 22, 28, 30, 31, 9, 1, 12, 24, 3), strict=True)
]


def found(text: str, code: str, published: str | None = None) -> list[tuple[str, str | None]]:
    view = segment(Document(doc="a", text=text, language=code, published=published))
    return [(time.text, time.value) for time in times.find(view)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_long_date_of_a_language_is_read(code: str, day: date) -> None:
    """As CLDR writes it; the mark of the year ("р.", "жыл") may stay outside the span."""
    written = format_date(day, "long", locale=code)
    values = [value for text, value in found(f"({written})", code) if text in written]
    assert values == [day.isoformat()]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("de", "Gestern und vor 3 Tagen brannte es.", [("Gestern", "2020-05-05"), ("vor 3 Tagen", "2020-05-03")]),
        ("de", "Am 3. April trafen sie sich.", [("3. April", "2020-04-03")]),
        ("pt", "Ontem, 5 de maio, e há 2 semanas.", [("Ontem, 5 de maio", "2020-05-05"), ("há 2 semanas", "2020-W17")]),
        ("uk", "Позавчора, 4 травня, було тихо.", [("Позавчора, 4 травня", "2020-05-04")]),
        ("cs", "Včera a 2020-04-01.", [("Včera", "2020-05-05"), ("2020-04-01", "2020-04-01")]),
        ("fr", "La planète Mars; le mardi suivant; 300 personnes.", []),  # names alone are not told from other words
        ("tr", "Pazar kalabalıktı.", []),
        ("pt", "Saíram pela manhã.", []),
    ],
)  # fmt: skip
def test_days_around_the_report(code: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text, code, "2020-05-06") == wanted


def test_a_language_without_a_pack_is_said_to_be_read_in_part() -> None:
    text = "Die Polizei zählte 1.300 Verletzte. Der Minister bestritt das am 6. Januar 2022."
    reading = pipeline.read_document(Document(doc="a", text=text, language="de"))
    assert not reading.figures  # no guess at what is counted
    assert [(i.code, i.detail) for i in reading.issues] == [
        ("no-language-pack", "2 of 2 sentences (German): only names, links and written-out dates are read")
    ]


def test_the_issue_reaches_the_dossier(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(
        "Die Polizei zählte 1.300 Verletzte in der Nacht zum Montag in der Stadt.", "utf-8"
    )
    dossier = rashomon.read([tmp_path / "in.txt"], tmp_path / "out")
    assert "no-language-pack" in {issue.code for issue in dossier.issues}


def test_a_pack_comes_first() -> None:
    assert all(general(code) is load(code) for code in available())
    assert not set(CODES) & set(available())
    assert general(None) is load(None)
    assert general("xx") is load("xx")


@pytest.mark.parametrize("code", CODES)
def test_generated_packs_are_current(code: str) -> None:
    """tools/make_general.py gives what is committed."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import make_general
    finally:
        sys.path.pop(0)
    make_general.fresh()
    assert make_general.times(code) == (FOLDER / code / "times.toml").read_text("utf-8")
    assert make_general.pack(code) == (FOLDER / code / "pack.toml").read_text("utf-8")
