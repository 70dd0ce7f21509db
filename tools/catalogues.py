"""Collect every message of the report and bring the gettext catalogues up to date.

python tools/catalogues.py          writes src/rashomon/report/locale/*.po
python tools/catalogues.py --check  exits with 1 where a message lacks its translation
"""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from rashomon.report import vocabulary

REPORT = Path(__file__).parents[1] / "src" / "rashomon" / "report"
CALLS = {"_", "n_", "words", "many", "self"}
LANGUAGES = ("it", "pl", "ru")
Message = str | tuple[str, str]


def messages() -> list[Message]:
    """All messages in a fixed order; a plural one is a pair."""
    found: dict[Message, None] = {}
    for table in sorted(name for name in vocabulary.__all__):
        found |= dict.fromkeys(getattr(vocabulary, table).values())
    for path in sorted(REPORT.rglob("*.py")):
        found |= dict.fromkeys(_python(ast.parse(path.read_text("utf-8"))))
    for path in sorted(REPORT.rglob("*.html")):
        found |= dict.fromkeys(_template(Environment(autoescape=True).parse(path.read_text("utf-8"))))
    return list(found)


def _python(tree: ast.AST) -> Iterator[Message]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        strings = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in CALLS and strings:
            yield (strings[0], strings[1]) if name in ("many", "n_") else strings[0]


def _template(tree: nodes.Template) -> Iterator[Message]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS:
            strings = [a.value for a in call.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
            yield (strings[0], strings[1]) if call.node.name == "n_" else strings[0]


def empty(language: str) -> Catalog:
    """A catalogue without dates or people in its head, so that the same messages give the same file."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    head = f"# The report page and the terminal view of Rashomon: {language}."
    return Catalog(
        locale=language,
        header_comment=head,
        project="rashomon",
        version="1",
        msgid_bugs_address="",
        creation_date=day,
        revision_date=day,
        last_translator="",
        language_team="",
        fuzzy=False,
    )


def updated(language: str) -> Catalog:
    """A language's catalogue with exactly the messages in use."""
    path = REPORT / "locale" / f"{language}.po"
    with path.open("rb") as source:
        old = read_po(source, locale=language)
    new = empty(language)
    for message in messages():
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(message, known.string if known else "")
    return new


def missing(language: str) -> list[str]:
    """Messages without a translation."""
    return [str(m.id) for m in updated(language) if m.id and not all(_strings(m.string))]


def _strings(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def main() -> None:
    """Write the catalogues, or check them."""
    absent = {language: missing(language) for language in LANGUAGES}
    for language, lacking in absent.items():
        print(language, len(messages()), "messages,", len(lacking), "without translation", *lacking[:10], sep="\n  ")
    if "--check" in sys.argv:
        sys.exit(any(absent.values()))
    for language in LANGUAGES:
        catalogue = updated(language)
        with (REPORT / "locale" / f"{language}.po").open("wb") as out:
            write_po(out, catalogue, width=120)


if __name__ == "__main__":
    main()
