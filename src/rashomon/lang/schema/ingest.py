"""``ingest.toml``: what a date line of a report may hold."""

from typing import ClassVar

from rashomon.lang.schema import Data


class IngestData(Data, frozen=True, kw_only=True):
    """``months``: twelve lists of names; ``date_line``: words allowed beside the date."""

    FILE: ClassVar[str] = "ingest.toml"

    months: tuple[tuple[str, ...], ...] = ()
    date_line: tuple[str, ...] = ()
