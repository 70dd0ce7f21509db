"""One item to a document: read, decode, extract, and gather what is known about it."""

import datetime
import hashlib
import os
import stat
from pathlib import Path

from rashomon.ingest import apart, formats, plain, published
from rashomon.ingest.formats import Extract, UnreadableError
from rashomon.model import Carried, Document, Issue, Item, Options
from rashomon.text import real_path

LONGEST_TITLE = 200
CLOSING = ".!?…:;,»”\"')]"  # a heading does not end so


def read(item: Item, options: Options, carried: Carried | None = None) -> tuple[Document | None, list[Issue]]:
    """Read one input. Bad input never raises: it gives None and an issue that says why."""
    try:
        data, extract = _extract(item, carried)
    except (UnreadableError, OSError) as error:
        return None, [_issue(item, "unreadable", _reason(error))]
    issues = [_issue(item, code, detail) for code, detail in extract.notes]
    if not extract.text.strip():
        return None, [*issues, _issue(item, "empty", "no text")]
    date, origin, more = _published(item, options, extract)
    document = Document(
        doc=item.doc,
        text=extract.text,
        sha256=hashlib.sha256(data).hexdigest(),
        language=_code(options.language or item.language or extract.language),
        published=date,
        published_from=origin,
        title=item.title or extract.title or _title(extract.text),
        publisher=item.publisher or extract.publisher,
        url=item.url or extract.url,
        side=options.side or item.side,
        plain=extract.plain,
    )
    return document, issues + [_issue(item, "bad-date", detail) for detail in more]


def carry(item: Item) -> Carried | None:
    """The bytes of an item's file for a worker on another machine, or why there are none; None without a file."""
    if item.path is None:
        return None
    try:
        return Carried(data=_bytes(Path(real_path(item.path))))
    except (UnreadableError, OSError) as error:
        return Carried(fault=_reason(error))


def _reason(error: UnreadableError | OSError) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)


def _extract(item: Item, carried: Carried | None) -> tuple[bytes, Extract]:
    if item.path is None:
        data = (item.text or "").encode()
        return data, Extract(text=_bounded(item.text or ""), plain=True)
    path = Path(real_path(item.path))
    data = _given(carried) if carried else _bytes(path)
    reader = formats.reader(path.suffix, data)
    extract = plain.read(data) if reader == "plain" else apart.read(reader, data)
    _bounded(extract.text)
    return data, extract


def _given(carried: Carried) -> bytes:
    if carried.data is None:
        raise UnreadableError(carried.fault or "not given")
    return carried.data


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file of bearable size: no device, pipe or socket is opened."""
    info = os.stat(path)
    if not stat.S_ISREG(info.st_mode):
        raise UnreadableError("not a regular file")
    if info.st_size > formats.LARGEST:
        raise UnreadableError(f"{info.st_size} bytes: over the limit of {formats.LARGEST}")
    return path.read_bytes()


def _bounded(text: str) -> str:
    if len(text) > formats.LONGEST:
        raise UnreadableError(f"{len(text)} characters: over the limit of {formats.LONGEST}")
    return text


def _published(item: Item, options: Options, extract: Extract) -> tuple[str | None, str | None, list[str]]:
    """The date of publication, where it comes from, and what was given but is no date."""
    bad: list[str] = []
    given = ((options.published, "option"), (item.published, "metadata"), (extract.published, "metadata"))
    for value, origin in given:
        if value:
            try:
                return datetime.date.fromisoformat(value.strip()[:10]).isoformat(), origin, bad
            except ValueError:
                bad.append(f"not an ISO 8601 date: {value[:40]!r}")
    found = published.from_text(extract.text)
    return found, ("text" if found else None), bad


def _title(text: str) -> str | None:
    """The first line, where it looks like a heading."""
    head, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    head = head.strip()
    if rest.strip() and len(head.split()) >= 2 and len(head) <= LONGEST_TITLE and head[-1] not in CLOSING:
        below = rest.lstrip("\r\n\t ")[:1]
        return head if not below.islower() else None
    return None


def _code(language: str | None) -> str | None:
    code = (language or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _issue(item: Item, code: str, detail: str) -> Issue:
    return Issue(doc=item.doc, room="ingest", code=code, detail=detail)
