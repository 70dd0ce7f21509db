"""As of when a figure holds, and what says so."""

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from rashomon.compare.dates import Days, days
from rashomon.model import Figure, Quote, Reading, Time

__all__ = ["CUMULATIVE", "AsOf", "as_of", "before_it", "dated_twice", "known", "latest"]

# Counts that only grow while an event lasts; a later, lower one needs its source to take it back.
CUMULATIVE = frozenset({"killed", "injured", "detained", "damaged", "looted", "rescued", "cases"})
_A_MONTH = 31
_A_YEAR = 300
_WHILE = 60  # days after an event in which a report's toll is the toll of its own day


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


def as_of(figure: Figure, reading: Reading, *, begins: bool = False) -> AsOf:
    """The date of a figure; ``link`` has filled ``when`` from the sentence, speech or paragraph. ``begins``: that
    date is only where the count begins ("since September 300 have died").
    """
    begins = begins and _of_late(figure, reading)
    spoken = _spoken(figure, reading)
    if spoken is not None and not begins:
        return AsOf(spoken, "quote")
    stated = None if begins else days(figure.when)
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


def _of_late(figure: Figure, reading: Reading) -> bool:
    """What began long ago ("3,000 have died since 1992") is background, and keeps its time."""
    start, told = days(figure.when), days(reading.document.published)
    return start is None or told is None or start.gap(told) <= _A_YEAR


def known(figure: Figure, reading: Reading, asof: AsOf) -> AsOf:
    """When a toll was known. "The blast on Tuesday killed nine" dates the blast: the count is that of the
    report's own day.
    """
    when, told = asof.days, days(reading.document.published)
    if figure.measure not in CUMULATIVE or asof.given != "sentence" or when is None or told is None:
        return asof
    event = when.length <= _A_MONTH and when.before(told) and when.gap(told) <= _WHILE
    return AsOf(told, "published") if event else asof  # "88 in 2017" is of that year, whoever tells of it when


def dated_twice(reading: Reading) -> frozenset[tuple[str, str]]:
    """Measure and group of counts that a report dates more than once: "five were known to have died on
    Saturday, 14 by Tuesday". Then the dates tell the counts apart.
    """
    dates: dict[tuple[str, str], set[str]] = defaultdict(set)
    now = days(reading.document.published)
    for figure in reading.figures:
        day = days(figure.when) if figure.when_from == "sentence" else None
        if day is not None and day.exact and (now is None or day.gap(now) <= _WHILE):
            dates[figure.measure, figure.who].add(day.first[:10])
    return frozenset(counted for counted, found in dates.items() if len(found) > 1)


def latest(reading: Reading) -> Days | None:
    """The latest day a report mentions, not after its publication."""
    published = days(reading.document.published)
    found = [d for d in (days(t.meant or t.value) for t in reading.times) if d is not None and d.exact]
    if published is not None:
        found = [d for d in found if not published.before(d)]
    return max(found, key=lambda d: (d.last[:10], d)) if found else None


def before_it(figure: Figure, reading: Reading) -> Days | None:
    """The date of the sentence before a figure's own, where its own has none ("2009: A quake struck
    near the town. More than 1,100 people were killed."); None where that sentence has several.
    """
    at = bisect_right(reading.sentences, figure.start, key=lambda s: s.start) - 1
    if at < 1:
        return None
    own, last = reading.sentences[at], reading.sentences[at - 1]
    here = [t for t in reading.times if last.start <= t.start < own.end]
    found = {d for t in here if t.start < last.end and (d := days(t.meant or t.value))}
    return found.pop() if len(found) == 1 and not any(own.start <= t.start for t in here) else None


_BESIDE = 24  # characters between a reporting verb and its day: "said late on Wednesday"


def _spoken(figure: Figure, reading: Reading) -> Days | None:
    """The day that stands at the reporting verb of the figure's sentence: "11 were killed on Tuesday,
    the union said on Wednesday" is as of Wednesday.
    """
    start, end = figure.sentence_start, figure.sentence_end
    cues = [q for q in reading.quotes if q.cue_start is not None and start <= q.cue_start < end]
    if not cues:
        return None
    found = []
    for time in reading.times:
        when = days(time.meant or time.value)
        if start <= time.start < end and when is not None and when.exact:
            gap = min(_between(time, q, reading.document.text) for q in cues)
            found.append((gap, time.start, when))
    gap, _, when = min(found, default=(_BESIDE + 1, 0, Days("", "")))
    return when if gap <= _BESIDE else None


def _between(time: Time, quote: Quote, text: str) -> int:
    """Characters between a date and a cue; many where a comma parts them: "died on Tuesday, police said"."""
    cue_start, cue_end = quote.cue_start or 0, quote.cue_end or 0
    first, last = (cue_end, time.start) if time.start >= cue_end else (time.end, cue_start)
    return _BESIDE + 1 if "," in text[first:last] else last - first


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
