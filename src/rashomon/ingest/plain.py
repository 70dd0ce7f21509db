"""Plain text and Markdown: kept as they are, byte for byte where they are UTF-8.

A Markdown file may begin with front matter (``---``, ``key: value``, ``---``), which gives
metadata and stays in the text.
"""

import re

from rashomon.ingest.decode import decode
from rashomon.ingest.formats import Extract, UnreadableError

FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>(?:(?!---)[^\n]*\n){0,40})---[ \t]*\r?\n")
KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "source": "publisher",
}
KEYS |= {"url": "url", "link": "url", "language": "language", "lang": "language"}


def read(data: bytes) -> Extract:
    """Text as it stands. Raises UnreadableError for binary data."""
    decoded = decode(data)
    text = decoded.text
    if text.count("\0") * 20 > len(text):
        raise UnreadableError("binary data, not text")
    notes = []
    if decoded.replaced:
        notes.append(("broken-bytes", f"{decoded.replaced} bytes are not {decoded.encoding}"))
    if decoded.encoding != "utf-8":
        notes.append(("encoding", f"read as {decoded.encoding}; stored as UTF-8"))
    return Extract(text=text, plain=decoded.exact, notes=tuple(notes), **_front(text))


def _front(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if match := FRONT.match(text):
        for line in match["body"].splitlines():
            key, colon, value = line.partition(":")
            name, value = KEYS.get(key.strip().lower()), value.strip().strip("\"'")
            if colon and name and value:
                found.setdefault(name, value[:500])
    elif text.startswith("# "):
        found["title"] = text[2:].split("\n", 1)[0].strip()[:500]
    return found
