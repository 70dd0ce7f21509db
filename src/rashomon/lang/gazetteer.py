"""Places by name: towns of GeoNames (CC BY 4.0) and territories of CLDR (Unicode licence).

Towns are kept packed and searched by halves, so that a first look-up costs a tenth of a second and
no table of 200,000 strings. Ids: GeoNames numbers for towns, ISO 3166-1 alpha-2 for countries,
UN M.49 for continents and their parts ("150" Europe).
"""

import lzma
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from rashomon.lang.lines import SortedLines
from rashomon.text import fold

__all__ = ["Place", "codes", "label", "lookup", "place", "territories", "territory"]

FILE = Path(__file__).parent / "_geo" / "places.tsv.xz"
TERRITORIES = Path(__file__).parent / "_cldr" / "territories.tsv"
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "'": None, ".": " ", "-": " "}
)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A town, country or part of the world. ``lat``/``lon`` in degrees; 0 people is unknown."""

    id: str
    name: str  # GeoNames main name, or the English CLDR name
    country: str | None = None  # ISO 3166-1 alpha-2
    population: int = 0
    lat: float | None = None
    lon: float | None = None
    kind: str = "city"  # city | country | region
    admin: str = ""  # GeoNames first-level code, for telling towns of one name apart


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """The matching form: folded, Latin without accents, hyphens and dots as spaces.

    "São Paulo" -> "sao paulo", "Нью-Йорк" -> "нью йорк", "Malmö" -> "malmo".
    """
    name = fold(name) if name else ""
    if name.isalpha() and name[0] > "\u03ff":  # Cyrillic: nothing to take off
        return name
    if not name.isascii() and name[0] < "\u0370":
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(_PLAIN).split())


@cache
def _packed() -> tuple[bytes, SortedLines]:
    """Rows of places, each between line ends, and the sorted names with the numbers of their rows."""
    head, _, names = lzma.decompress(FILE.read_bytes()).partition(b"\n\n")
    return b"\n" + head + b"\n", SortedLines(names, b"\t")


@cache
def _rows() -> list[bytes]:
    return _packed()[0][1:-1].split(b"\n")


@cache
def _place(line: int) -> Place:
    return _parsed(_rows()[line])


def _parsed(row: bytes) -> Place:
    number, name, country, people, lat, lon, admin = row.decode().split("\t")
    found = Place(
        id=number, name=name, country=country, population=int(people), lat=float(lat), lon=float(lon), admin=admin
    )
    return _MET.setdefault(number, found)


_MET: dict[str, Place] = {}  # by id: a place is mostly asked for after a name has led to it


@lru_cache(maxsize=50_000)
def _lines(wanted: bytes) -> tuple[int, ...]:
    """Line numbers of the places called ``wanted`` (a key)."""
    lines = _packed()[1].rest(wanted)
    return tuple(map(int, lines.split(b","))) if lines else ()


def lookup(name: str) -> tuple[Place, ...]:
    """Towns of that name under any of their Latin or Cyrillic names, most populous first.

    A town whose main name it is comes before a larger one that only bore it once (Islamabad in
    Pakistan before Chattogram), unless it is twenty times smaller. Matches whole names in their base form; undoing case endings is the caller's part.
    """
    wanted = key(name) if name else ""
    found = [_place(line) for line in _lines(wanted.encode())] if wanted else []
    main = [p for p in found if key(p.name) == wanted and p.population * 20 >= found[0].population]
    return tuple(main + [p for p in found if p not in main])


@cache
def _names() -> dict[str, list[tuple[str, str]]]:
    """Language -> (code, name), in the order of the file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in TERRITORIES.read_text("utf-8").splitlines():
        language, code, name = row.split("\t")
        found.setdefault(language, []).append((code, name))
    return found


@cache
def codes(language: str) -> dict[str, str]:
    """Key of a territory's name -> its code."""
    return {key(name): code for code, name in reversed(_names().get(language, []))}


@cache
def _labels(language: str) -> dict[str, str]:
    return dict(_names().get(language, []))


@lru_cache(maxsize=50_000)
def territory(name: str, language: str) -> str | None:
    """Code of the country or part of the world that CLDR calls ``name`` in ``language``."""
    return codes(language).get(key(name))


def label(place_id: str, language: str) -> str | None:
    """A display name: CLDR's for territories (English where the language has none), else GeoNames'."""
    found = _labels(language).get(place_id) or _labels("en").get(place_id)
    if found:
        return found
    town = place(place_id)
    return town.name if town else None


def territories(language: str) -> list[tuple[str, str]]:
    """(code, CLDR name) of every territory in ``language``, by code; empty where CLDR has none here."""
    return list(_labels(language).items())


@lru_cache(maxsize=10_000)
def place(place_id: str) -> Place | None:
    """The place of an id that `lookup` or `territory` gave; None for an unknown one."""
    name = _labels("en").get(place_id)
    if name is not None:
        country = place_id if place_id.isalpha() else None
        return Place(id=place_id, name=name, country=country, kind="country" if country else "region")
    if place_id in _MET:
        return _MET[place_id]
    head = _packed()[0]
    start = head.find(f"\n{place_id}\t".encode()) + 1 if place_id else 0
    return _parsed(head[start : head.index(b"\n", start)]) if start else None
