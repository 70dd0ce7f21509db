"""What a report is: its text and what is known about it, before anything is found in it."""

from rashomon.model.base import Record


class Document(Record, frozen=True, kw_only=True):
    """One report: its text as stored, and what is known about it."""

    doc: str  # file name, unique in the dossier
    text: str
    sha256: str = ""  # of the input bytes
    language: str | None = None  # ISO 639-1
    published: str | None = None  # ISO 8601 date
    published_from: str | None = None  # option | metadata | text
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    side: str | None = None  # the reader's own label for the camp a report belongs to
    plain: bool = True  # the stored text is the input file, byte for byte


class Token(Record, frozen=True, kw_only=True):
    """A word, digit run or sign. ``fold`` is the matching form (see `text.fold`)."""

    start: int
    end: int
    fold: str
    kind: str  # word | number | sign


class Sentence(Record, frozen=True, kw_only=True):
    """``first:last`` are token indexes (half-open) into `View.tokens`."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    language: str  # of this sentence: may differ from the report's
    heading: bool = False


class Issue(Record, frozen=True, kw_only=True):
    """What could not be read or decided: listed, never dropped."""

    doc: str
    room: str
    code: str
    detail: str
