"""Begin a language pack: ``make pack L=sw`` writes src/rashomon/lang/sw from CLDR (by Babel).

What CLDR knows is filled in (names, separators, months, weekdays); what it does not know stands as
meanings to phrase in cases/*.txt, the same for every language. Existing files are never touched.
"""

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

LANG = Path(__file__).parents[1] / "src" / "rashomon" / "lang"
MEANINGS = {
    "numbers": [
        "a number with the language's grouping", "a decimal", "a number in words", "a compound number in words", "an inflected number word",
        "a range", "an alternative", "at least", "up to", "about", "more than", "a vague word (dozens)", "a vague word (several)",
        "percent", "money", "thousand or million shortened", "half, one and a half", "!an ordinal", "!a version or flight number", "!a clock time",
    ],
    "times": [
        "a full date", "a date without a year", "day.month.year in digits", "month and year", "a year", "a decade", "yesterday", "the day before yesterday",
        "a weekday in the past", "last week", "three days ago", "from day to day", "a clock time", "the same day", "!now, at the moment", "!a score",
    ],
    "names": [
        "a person with a title", "a surname after the full name", "an inflected name", "an organisation", "an acronym with its expansion", "a country",
        "a city", "a name at the head of a sentence", "!an adjective of a place", "!a month or weekday",
    ],
    "quotes": [
        "direct, cue after", "direct, cue before with a colon", "direct, interrupted by its cue", "indirect", "according to", "a denial", "a demand",
        "an accusation", "a pronoun as source", "a role as source", "!scare quotes", "!a title in quotation marks",
    ],
    "figures": [
        "killed", "injured", "missing", "detained", "killed and injured in one sentence", "two groups killed", "an elliptical figure", "of them", "took part",
        "sent", "damaged buildings", "evacuated", "money", "a share", "a duration", "alleged", "denied", "planned", "!an age", "!one of",
    ],
    "events": ["an attack", "a protest", "a resignation", "an arrest", "talks", "an accident", "!a reporting verb"],
    "citations": ["an agency", "an unnamed outlet", "a link", "a document", "!a party that speaks"],
    "terms": ["a group noun", "a measure word", "!a name that holds a group noun"],
}  # fmt: skip


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: make pack L=<ISO 639-1 code>")
    code = sys.argv[1]
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        sys.exit(f"make_pack: CLDR knows no language {code!r}")
    folder = LANG / code
    files = {"pack.toml": pack(locale), "ingest.toml": ingest(locale), "NOTES.md": notes(locale)}
    files |= {f"cases/{room}.txt": cases(meanings) for room, meanings in MEANINGS.items()}
    for name, text in files.items():
        path = folder / name
        if path.exists():
            print(f"kept  {path.relative_to(LANG)}")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(f"wrote {path.relative_to(LANG)}")


def pack(locale: Locale) -> str:
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    group = symbols["group"].replace("\u00a0", " ").replace("\u202f", " ")
    lines = [
        f"code = {quoted(locale.language)}",
        f"name = {quoted(locale.get_display_name('en'))}",
        f"own_name = {quoted(locale.get_display_name(locale))}",
        f"script = {quoted(locale.script or 'Latn')}  # check: ISO 15924",
        'letters = ""  # letters beyond ASCII, both cases',
        f"decimal = {quoted(symbols['decimal'])}",
        f"group = [{quoted(group)}]",
        'quotes = [["“", "”"], ["\\"", "\\""]]',
        "abbreviations = []  # with their dot: no sentence ends there",
        "final_abbreviations = []  # these may end one",
    ]
    return "\n".join(lines) + "\n"


def ingest(locale: Locale) -> str:
    months = []
    for number in range(1, 13):
        names = [
            get_month_names(width, use, locale)[number].strip(".")
            for width in ("wide", "abbreviated")
            for use in ("format", "stand-alone")
        ]
        months.append(f"  [{', '.join(quoted(name) for name in dict.fromkeys(names))}],")
    days = [
        name.strip(".") for width in ("wide", "abbreviated") for name in get_day_names(width, "format", locale).values()
    ]
    listed = ", ".join(quoted(day) for day in dict.fromkeys(days))
    head = "# Names of months and weekdays: CLDR, by Babel."
    return (
        "\n".join([head, "months = [", *months, "]", f"date_line = [{listed}]  # and: published, updated, ..."]) + "\n"
    )


def notes(locale: Locale) -> str:
    return f"# {locale.get_display_name('en')}\n\nSources, licences, reviewer, known gaps: to be written by who fills this pack.\n"


def cases(meanings: list[str]) -> str:
    head = "# A sentence of your own for each meaning, its spans drawn; see tests/cases.py for the form.\n"
    return head + "".join(
        f"\n# meaning: {meaning.lstrip('!')}{' (negative: begin the line with !)' if meaning[0] == '!' else ''}\n"
        for meaning in meanings
    )


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
