"""What a run is asked to do, and what workers hand back."""

from rashomon.model.base import Record
from rashomon.model.mentions import Reading
from rashomon.model.report import Issue


class Judgement(Record, frozen=True, kw_only=True):
    """A reader's decision on two names: "same" or "different"."""

    a: str  # entity id, or a form as written
    b: str
    same: bool


class Options(Record, frozen=True, kw_only=True):
    """What the reader asked for; part of the cache key where it changes a reading."""

    language: str | None = None
    published: str | None = None
    side: str | None = None
    ui: str = "en"
    policies: tuple[str, ...] = ()
    official: tuple[str, ...] = ()  # sources the reader marks as official
    judgements: tuple[Judgement, ...] = ()
    workers: int = 0  # 0: one a core for more than a few reports
    finder: str | None = None  # an installed extra name finder
    anywhere: bool = False  # a manifest may name files outside its own folder
    engine: str | None = None  # serial | processes | dask[:address]


class Item(Record, frozen=True, kw_only=True):
    """One input before it is read: a file, or a row of a manifest."""

    doc: str  # unique name in the dossier
    path: str | None = None  # file to read
    text: str | None = None  # text given by a manifest row
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    side: str | None = None


class Carried(Record, frozen=True, kw_only=True):
    """What an item's file holds, for a worker that may not see the file; or why it could not be read."""

    data: bytes | None = None
    fault: str | None = None


class Task(Record, frozen=True, kw_only=True):
    """What a worker needs to read one input."""

    item: Item
    options: Options
    key: str
    carried: Carried | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """What a worker gives back: a reading, or issues that say why there is none."""

    key: str  # of the reading: what it was made from (`fingerprint.key`)
    reading: Reading | None = None
    issues: tuple[Issue, ...] = ()
