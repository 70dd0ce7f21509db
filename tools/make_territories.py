"""Build ``lang/_cldr/territories.tsv`` (CLDR territory names, Unicode licence) from Babel.

    python tools/make_territories.py

One row a language and territory: language, code (ISO 3166-1 alpha-2 or UN M.49), name.
"""

from pathlib import Path

from babel import Locale

LANGUAGES = (
    "be bg bs ca cs da de el en es et fi fr hr hu hy it ka kk ky lt lv mk nb nl pl pt ro ru sk sl sq sr sv tr uk uz az"
)
OUT = Path(__file__).parents[1] / "src" / "rashomon" / "lang" / "_cldr" / "territories.tsv"
LEAVE_OUT = {"ZZ", "QO", "EZ", "EU", "UN", "XA", "XB", "001"}  # no places, or bodies rather than places


def main() -> None:
    rows = []
    for language in sorted(LANGUAGES.split()):
        for code, name in sorted(Locale.parse(language).territories.items()):
            if code not in LEAVE_OUT:
                rows.append(f"{language}\t{code}\t{name}")
    OUT.write_text("\n".join(rows) + "\n", "utf-8")
    print(len(rows), "names,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
