"""Which reader takes which file. A reader turns bytes into `Extract`; it never raises for bad
input other than `UnreadableError`, and never opens anything but the bytes it is given.
"""

from dataclasses import dataclass, field

LARGEST = 30_000_000  # bytes of one report
LONGEST = 3_000_000  # characters of one report


class UnreadableError(Exception):
    """The input cannot be read; the message says why, for an issue record."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format gave: text, and metadata where the format carries it."""

    text: str
    plain: bool = False  # the text is the input, byte for byte
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[tuple[str, str], ...] = field(default=())  # (issue code, detail)


READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}


def reader(suffix: str, data: bytes) -> str:
    """The name of the reader for a file, by its first bytes where they are plain, else by its suffix."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    name = READERS.get(suffix.lower())
    if name is None:
        return "html" if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")) else "plain"
    return name
