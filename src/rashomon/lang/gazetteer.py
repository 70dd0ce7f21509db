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

from rashomon.text import fold

__all__ = ["Place", "label", "lookup", "place", "territories", "territory"]

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
    if not name.isascii() and name[0] < "\u0370":
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(_PLAIN).split())


@cache
def _packed() -> tuple[list[bytes], bytes]:
    """Rows of places, and the sorted names as one run of bytes."""
    head, _, names = lzma.decompress(FILE.read_bytes()).partition(b"\n\n")
    return head.split(b"\n"), names


@cache
def _place(line: int) -> Place:
    number, name, country, people, lat, lon, admin = _packed()[0][line].decode().split("\t")
    return Place(
        id=number, name=name, country=country, population=int(people), lat=float(lat), lon=float(lon), admin=admin
    )


@lru_cache(maxsize=50_000)
def _lines(wanted: bytes) -> tuple[int, ...]:
    """Line numbers of the places called ``wanted`` (a key): binary search over whole lines."""
    names = _packed()[1]
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        start = names.rfind(b"\n", 0, middle) + 1
        end = names.find(b"\n", middle)
        name, _, lines = names[start:end].partition(b"\t")
        if name == wanted:
            return tuple(map(int, lines.split(b",")))
        low, high = (end + 1, high) if name < wanted else (low, start)
    return ()


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
def _territories() -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
    """(language, key) -> code, and (language, code) -> name."""
    codes: dict[tuple[str, str], str] = {}
    names: dict[tuple[str, str], str] = {}
    for row in TERRITORIES.read_text("utf-8").splitlines():
        language, code, name = row.split("\t")
        names[language, code] = name
        codes.setdefault((language, key(name)), code)
    return codes, names


@lru_cache(maxsize=50_000)
def territory(name: str, language: str) -> str | None:
    """Code of the country or part of the world that CLDR calls ``name`` in ``language``."""
    codes, _ = _territories()
    return codes.get((language, key(name)))


def label(place_id: str, language: str) -> str | None:
    """A display name: CLDR's for territories (English where the language has none), else GeoNames'."""
    _, names = _territories()
    found = names.get((language, place_id)) or names.get(("en", place_id))
    if found:
        return found
    town = place(place_id)
    return town.name if town else None


def territories(language: str) -> list[tuple[str, str]]:
    """(code, CLDR name) of every territory in ``language``, by code; empty where CLDR has none here."""
    return [(code, name) for (lang, code), name in _territories()[1].items() if lang == language]


@cache
def _by_id() -> dict[str, int]:
    return {row[: row.index(b"\t")].decode(): line for line, row in enumerate(_packed()[0])}


@lru_cache(maxsize=10_000)
def place(place_id: str) -> Place | None:
    """The place of an id that `lookup` or `territory` gave; None for an unknown one."""
    _, names = _territories()
    name = names.get(("en", place_id))
    if name is not None:
        country = place_id if place_id.isalpha() else None
        return Place(id=place_id, name=name, country=country, kind="country" if country else "region")
    line = _by_id().get(place_id)
    return None if line is None else _place(line)
