"""As of when a figure holds, and what says so."""

from typing import NamedTuple

from rashomon.compare.dates import Days, days
from rashomon.model import Figure, Reading

__all__ = ["AsOf", "as_of", "latest"]


class AsOf(NamedTuple):
    """``given`` is where the date comes from, in this order: sentence, quote, paragraph, published,
    latest (the report's latest past day: it was not written before), none.
    """

    days: Days | None
    given: str

    @property
    def dated(self) -> bool:
        """The report dates the figure, or is itself dated."""
        return self.days is not None and self.given != "latest"


def as_of(figure: Figure, reading: Reading) -> AsOf:
    """The date of a figure; ``link`` has filled ``when`` from the sentence, speech or paragraph."""
    stated = days(figure.when)
    if stated is not None and figure.when_from in (None, "sentence", "quote"):
        return AsOf(stated, figure.when_from or "sentence")
    speech = _speech(figure, reading)
    if speech is not None:
        return AsOf(speech, "quote")
    if stated is not None:
        return AsOf(stated, figure.when_from or "paragraph")
    published = days(reading.document.published)
    if published is not None:
        return AsOf(published, "published")
    last = latest(reading)
    return AsOf(last, "latest") if last else AsOf(None, "none")


def latest(reading: Reading) -> Days | None:
    """The latest day a report mentions, not after its publication."""
    published = days(reading.document.published)
    found = [d for d in (days(t.meant or t.value) for t in reading.times) if d is not None and d.exact]
    if published is not None:
        found = [d for d in found if not published.before(d)]
    return max(found, key=lambda d: (d.last[:10], d)) if found else None


def _speech(figure: Figure, reading: Reading) -> Days | None:
    """The day of the speech a figure is taken from: the nearest sentence before it that names the
    speaker and one day ("The president spoke on 10 May.  ... 16 officers died, he said.").
    """
    source = figure.source
    if source in (None, "author"):
        return None
    told = [n.start for n in reading.names if n.entity == source and n.start < figure.start]
    if not told:
        return None
    stated = [(t.start, d) for t in reading.times if t.start < figure.start and (d := days(t.meant or t.value))]
    for sentence in reversed([s for s in reading.sentences if s.start < figure.start]):
        if not any(sentence.start <= at < sentence.end for at in told):
            continue
        here = {d for at, d in stated if sentence.start <= at < sentence.end and d.exact}
        if here:
            return here.pop() if len(here) == 1 else None
    return None
