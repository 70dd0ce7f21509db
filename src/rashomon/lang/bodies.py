"""Bodies known by name: international ones, types of state bodies, media; and places under further names.

The tables in ``_bodies`` and ``_geo`` hold a row a body and a column a language. An id is the body's own ("nato"), or a type's
("foreign-ministry") that a territory completes: "foreign-ministry/FR". Places without a code of CLDR begin with "x-".
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rashomon.lang import gazetteer

__all__ = ["Body", "Role", "adjectives", "bodies", "label", "roles", "territories", "words"]

FOLDER = Path(__file__).parent / "_bodies"
GEO = Path(__file__).parent / "_geo"  # further names and adjectives of territories
TABLES = {name: FOLDER / f"{name}.tsv" for name in ("international", "national", "media", "state")} | {
    "places": GEO / "names.tsv"
}
LANGUAGES = ("en", "ru", "pl", "it", "uk", "de", "fr", "es")


class Body(NamedTuple):
    """``table``: international | state | national | media | places. The first name of a language is the display name."""

    id: str
    table: str
    names: dict[str, tuple[str, ...]]


@cache
def bodies() -> tuple[Body, ...]:
    """All rows of all tables, in order; ids repeat where a state body has a name of its own ("Pentagon")."""
    rows = []
    for table, path in TABLES.items():
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                name, *cells = line.split("\t")
                names = {code: tuple(cell.split("; ")) for code, cell in zip(LANGUAGES, cells, strict=True) if cell}
                rows.append(Body(name, table, names))
    return tuple(rows)


class Role(NamedTuple):
    """What somebody is called; ``gender`` is m, f or empty, ``phrases`` by language folded, "stem*" for a beginning."""

    id: str
    spheres: frozenset[str]
    gender: str
    phrases: dict[str, tuple[tuple[str, ...], ...]]


@cache
def roles() -> tuple[Role, ...]:
    """All rows of the table of roles, in order."""
    rows = []
    for line in (FOLDER / "roles.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, spheres, gender, *cells = line.split("\t")
            phrases = {
                code: tuple(tuple(phrase.split()) for phrase in cell.split("; "))
                for code, cell in zip(LANGUAGES, cells, strict=False)
            }
            rows.append(Role(name, frozenset(spheres.split()), gender, phrases))
    return tuple(rows)


@cache
def words() -> tuple[tuple[str, dict[str, tuple[str, ...]]], ...]:
    """Words that names of bodies are made of: (meaning, language -> folded words, "stem*" for a beginning)."""
    rows = []
    for line in (FOLDER / "words.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, *cells = line.split("\t")
            rows.append((name, {code: tuple(cell.split()) for code, cell in zip(LANGUAGES, cells, strict=False)}))
    return tuple(rows)


def territories(language: str) -> Iterator[tuple[str, str]]:
    """(name, id) of every name of a country, a part of the world, a region or a sea."""
    for body in bodies():
        if body.table == "places":
            yield from ((name, body.id) for name in body.names.get(language, ()))
    yield from ((name, code) for code, name in gazetteer.territories(language))


@cache
def adjectives(language: str) -> dict[str, str]:
    """Stem of a country's adjective in a language -> id of the territory ("norwes" -> "NO")."""
    found: dict[str, str] = {}
    for row in (GEO / "adjectives.tsv").read_text("utf-8").splitlines():
        code, *cells = row.split("\t")
        if not row.startswith("#"):
            stems = dict(zip(LANGUAGES, cells, strict=False)).get(language, "")
            found.update((stem, code) for stem in stems.split())
    return found


@cache
def _labels() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in sorted(bodies(), key=lambda body: "/" in body.id):
        found.setdefault(body.id, body)
    return found


@cache
def label(body: str, language: str) -> str | None:
    """The display name of an id, in English where the language has none; None for an unknown id."""
    kind, _, place = body.partition("/")
    row = _labels().get(body) if body.startswith("x-") or not place else _labels().get(kind)
    if row is None or (row.table == "places" and not row.id.startswith("x-")):
        return None
    names = row.names.get(language) or row.names.get("en")
    if not names:
        return None
    where = (gazetteer.label(place, language) or label(place, language)) if place else None
    return f"{names[0]} ({where})" if where else names[0]
