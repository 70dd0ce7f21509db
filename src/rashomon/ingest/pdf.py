"""PDF: the text layer, page by page, by pdfium."""

from rashomon.ingest.formats import LONGEST, Extract, UnreadableError

MOST_PAGES = 2_000


def read(data: bytes) -> Extract:
    """Text of all pages, a blank line between them. Raises UnreadableError without a text layer."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"not a readable PDF ({error})") from error
    try:
        pages, length = [], 0
        for number in range(min(len(pdf), MOST_PAGES)):
            pages.append(_page(pdf, number))
            length += len(pages[-1])
            if length > LONGEST:
                break
        title = (pdf.get_metadata_value("Title") or "").strip() or None
        left = len(pdf) - len(pages)
    finally:
        pdf.close()
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise UnreadableError("no text layer: scanned pages are not read")
    notes = (("pages-left-out", f"{left} pages"),) if left else ()
    return Extract(text=text + "\n", title=title, notes=notes)


def _page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    text = page.get_textpage().get_text_bounded()
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\0", "")
    return str(clean.encode("utf-8", "replace").decode()).strip()
