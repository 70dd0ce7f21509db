"""What is known while a report is read: its date, the last day, and where an expression lies."""

from dataclasses import dataclass, field
from datetime import date

from rashomon.annotate.times import calendar
from rashomon.annotate.times.senses import Sense
from rashomon.model import Record

PUBLISHED, PREVIOUS, EITHER = "published", "previous", "either"
TENSE = {-1: "told as past", 0: "tense unknown", 1: "told as future"}


class Placed(Record, frozen=True, kw_only=False):
    """A value, or what is known of it (``partial``), and what it was resolved against."""

    value: str | None = None
    partial: str | None = None
    anchor: str | None = None
    why: tuple[str, ...] = ()

    @property
    def known(self) -> str | None:
        return self.value or self.partial


NOWHERE = Placed()


@dataclass(frozen=True, slots=True)
class Full:
    """A date written with its year: its place in the reading order, its paragraph."""

    order: int
    paragraph: int
    day: date


@dataclass(slots=True)
class Calendar:
    """State of one reading: its date, its full dates by place, the last day and stretch met."""

    published: date | None
    full: list[Full] = field(default_factory=list)  # dates written with their year
    either_order: bool = False  # numeric dates may be month first
    month_first: bool = False  # and in this report they are
    day: str | None = None  # last day mentioned, "XXXX-..." where its year is unknown
    last: str | None = None  # last value of any kind
    year: int | None = None  # a year written earlier in the same sentence
    order: int = 0  # ordinal number of the expression being placed
    paragraph: int = 0
    day_paragraph: int = -1
    quarter: str | None = None  # last quarter mentioned
    quarter_order: int = -99

    def near_quarter(self, years: int) -> str | None:
        """The quarter just spoken of, in another year: "up from $3 million a year ago"."""
        if self.quarter is None or self.order - self.quarter_order > 6 or calendar.UNKNOWN in self.quarter:
            return None
        return f"{int(self.quarter[:4]) + years}{self.quarter[4:]}"

    def remember(self, sense: Sense, placed: Placed) -> None:
        """Keep what the expressions that follow may refer to."""
        self.order += 1
        known = placed.known
        if known is None:
            return
        if sense.form == "offset" and sense.base == PREVIOUS and (sense.n or 0) < 0:
            return  # "a year earlier" is an aside: the account goes on from where it was
        self.last = known
        if sense.form == "quarter":
            self.quarter, self.quarter_order = known, self.order
        if sense.form == "date" and sense.year is not None:
            self.year = sense.year
        if sense.is_day or (sense.form == "range" and sense.ends[-1].is_day):
            self.day = known.split("/")[-1][:10]
            self.day_paragraph = self.paragraph


def before(value: str, why: tuple[str, ...]) -> Placed:
    if calendar.UNKNOWN in value:
        return Placed(partial=value, anchor=PREVIOUS, why=why)
    return Placed(value, anchor=PREVIOUS, why=why)


def year_of(value: str | None) -> int | None:
    head = (value or "").split("/")[-1][:4]
    return int(head) if len(head) == 4 and head.isdecimal() else None
