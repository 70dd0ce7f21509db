"""What an expression says by itself, before a report's dates place it on the calendar."""

from rashomon.model import Record, replace

__all__ = ["Found", "Sense", "replace"]


class Sense(Record, frozen=True, kw_only=False):
    """``form`` says which fields count: date offset weekday same clock part season quarter
    half month-day decade century since nth range feast event; ``none`` is no time at all."""

    form: str
    rule: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int = 0
    weekday: int | None = None
    unit: str = ""
    n: int | None = 0
    side: int | None = None
    base: str = "published"
    ends: "tuple[Sense, ...]" = ()  # of a range: first and last

    @property
    def is_day(self) -> bool:
        """Whether it names a day, so that a clock time or a day part can join it."""
        if self.form == "date":
            return self.day is not None
        return self.form in ("weekday", "nth", "feast", "part", "month-day") or (
            self.form in ("offset", "same") and self.unit == "day"
        )


class Found(Record, frozen=True, kw_only=False):
    """A sense and the tokens it stands in, ``first:last`` within its sentence."""

    first: int
    last: int
    sense: Sense
