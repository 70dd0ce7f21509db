"""HTML: the article's text and metadata by trafilatura (no network, no page is fetched)."""

import re
from typing import Any

from rashomon.ingest.decode import decode
from rashomon.ingest.formats import Extract, UnreadableError

META = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)
DEEPEST = 3_000  # open tags inside each other


def read(data: bytes) -> Extract:
    """The main text with lists and tables, without navigation. Raises UnreadableError where there is none."""
    page = _page(data)
    if page.count("<!ENTITY") > 20:
        raise UnreadableError("entity declarations: looks like an entity bomb")
    if _depth(page) > DEEPEST:
        raise UnreadableError(f"tags nested more than {DEEPEST} deep")
    found = _extract(page)
    text = getattr(found, "text", None) or _bare(page)
    if not text.strip():
        raise UnreadableError("no text in this page")
    return Extract(
        text=text.strip() + "\n",
        title=_one(found, "title"),
        publisher=_one(found, "sitename"),
        published=_one(found, "date"),
        url=_one(found, "url"),
        language=_language(page),
    )


def _page(data: bytes) -> str:
    declared = META.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            try:
                return data.decode(declared[1].decode("ascii"), "replace")
            except LookupError:
                pass
    return decode(data).text


def _extract(page: str) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        page, with_metadata=True, include_tables=True, include_comments=False, favor_recall=True, deduplicate=False
    )


def _bare(page: str) -> str:
    """All visible text, where the article could not be told from the page."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=False, alt_texts=False, links=False))


def _depth(page: str) -> int:
    """A cheap upper bound on nesting: opening minus closing tags so far, at its highest."""
    depth = highest = 0
    for match in re.finditer(r"<(/?)[a-zA-Z]", page):
        depth += -1 if match[1] else 1
        highest = max(highest, depth)
    voids = len(re.findall(r"<(?:br|img|meta|link|input|hr|p|li|td|tr|source|wbr)\b", page, re.I))
    return max(0, highest - voids)


def _language(page: str) -> str | None:
    match = re.search(r"<html[^>]{0,500}?\slang=[\"']?([A-Za-z]{2})\b", page[:4096], re.I)
    return match[1].lower() if match else None


def _one(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(str(value).split())[:500] or None if value else None
