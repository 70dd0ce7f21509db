"""What a figure answers: the key that figures of one question share."""

import re
from collections.abc import Sequence

from rashomon.compare.asof import before_it
from rashomon.compare.dates import Days, days
from rashomon.compare.pile import Claim

__all__ = ["RELIEF", "Key", "head_key", "key_of"]

Key = tuple[str, str, str, tuple[str, ...], str]

_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued"})
# Kinds of people that make a question of their own ("how many women were killed?").
APART = frozenset({"women", "men", "elderly", "passengers", "crew", "tourists", "foreigners", "students", "prisoners"})
# What is counted by the day as well as over a longer time.
_OVER_TIME = _PEOPLE | {"damaged", "looted", "cases"}
_DYING = frozenset({"on_scene", "in_hospital"})  # where somebody died; where rescuers work is no scope
_WORK = frozenset({"people", "jobs", None})
RELIEF = "gloss:rescuers"
_OLD = 60  # days before its report from which a dated figure is of another event
_A_YEAR = 300  # a figure for a whole year is of that year, however lately it ended
_MONTH = re.compile(r"XXXX-\d\d")
_BESIDE = 80  # characters between a number and the month it is of
_LATE = 0.3  # of the text: behind the news itself
_VERY_OLD = 730  # for a date one sentence away: a slip in the year must not carry over


def key_of(claim: Claim) -> Key:
    """(measure, who, unit, sub-scopes, period)."""
    if claim._asks is None:
        claim._asks = _key_of(claim)
    return claim._asks


def _key_of(claim: Claim) -> Key:
    figure, scope = claim.figure, claim.scope
    if _lays_off(claim):
        return "other", "things", "jobs", (), _period(claim)
    unit = "people" if _measure(claim) in _PEOPLE and figure.who != "things" else figure.unit or ""
    states = set(scope.states) if figure.who != "things" or figure.measure == "cases" else set()
    if figure.measure != "killed":
        states -= _DYING
    if figure.who == "all":
        states |= scope.kinds & APART
        if scope.part and not states and not scope.kinds:
            states.add("part")
    if scope.since and _measure(claim) in _OVER_TIME and "this_year" not in states and not claim.report.epidemic:
        states.add("since")
    if _is_magnitude(claim):
        return "size", "things", "magnitude", (), _period(claim)
    who = figure.who
    if figure.measure == "share":  # "12% of the staff", "sales fell 12%": told apart by what they are about
        who = "things"
    elif figure.measure == "cases" and unit == "people":  # "400 people fell ill", "400 cases"
        unit = "cases"
    return _measure(claim), who, unit, tuple(sorted(states)), _period(claim)


def _lays_off(claim: Claim) -> bool:
    """ "1,800 jobs will go", "1,800 workers are to be sacked": one count."""
    figure = claim.figure
    return figure.measure == "other" and figure.unit in _WORK and "layoffs" in claim.scope.topics


def head_key(claims: Sequence[Claim]) -> Key:
    """What a question asks for: of keys that were joined as one, the widest that names a measure."""
    return min(map(key_of, claims), key=lambda k: (k[0] == "other", k[1] != "all", len(k[3]), k))


def _is_magnitude(claim: Claim) -> bool:
    figure = claim.figure
    known = figure.measure in ("size", "other") and figure.who == "things" and figure.unit != "percent"
    return known and claim.scope.magnitude and figure.low is not None and 1 <= figure.low < 10


_THERE = frozenset({"other", "present", "deployed"})
_DEADLY = frozenset({"beheaded", "hanged", "burned_alive"})


def _measure(claim: Claim) -> str:
    """The measure of the question: "one person was found beheaded" counts a dead, and those of the
    other side who came from abroad were there.
    """
    figure = claim.figure
    if claim.scope.base and figure.measure in _OVER_TIME | {"present", "deployed"}:
        return "other"
    if figure.measure in _THERE and figure.who == "workers" and RELIEF in claim.scope.words:
        return "deployed"  # "150 firefighters were battling the fire", "were sent", "are there"
    if figure.measure == "other" and figure.who != "things" and claim.scope.states & _DEADLY:
        return "killed"
    return "present" if (figure.measure, figure.who) == ("deployed", "participants") else figure.measure


def _period(claim: Claim) -> str:
    """The years of a figure that its own sentence puts long ago, or the one before it for what it
    goes on to tell; "" for the event itself.
    """
    now = days(claim.report.document.published) or claim.report.latest
    told = claim.asof.days if claim.asof.given == "sentence" else None
    if _long_ago(told, now, 0 if told and told.length >= _A_YEAR else _OLD):
        return _years(told)
    if told is not None and now is None and told.length >= _A_YEAR:
        return _years(told)  # "nine died in 1996", in a report of which nothing tells the day
    toll = told is None and claim.figure.measure in _OVER_TIME
    earlier = before_it(claim.figure, claim.report.reading) if toll else None
    unknown = earlier is not None and now is None and earlier.length >= _A_YEAR
    if unknown or _long_ago(earlier, now, _VERY_OLD):
        return _years(earlier)
    era = claim.report.era if toll else None
    if _long_ago(era, now, _VERY_OLD):
        return _years(era)
    return "before" if claim.scope.background or _some_month(claim) else ""


def _some_month(claim: Claim) -> bool:
    """ "The quake there in September killed 50", late in an undated report: of no month of its own."""
    figure, reading = claim.figure, claim.report.reading
    if figure.when is not None or reading.document.published or figure.start < _LATE * len(reading.document.text):
        return False
    start, end = figure.sentence_start, figure.sentence_end
    here = [t for t in reading.times if start <= t.start < end and abs(t.start - figure.start) < _BESIDE]
    return bool(here) and all(t.value is None and t.partial and _MONTH.fullmatch(t.partial) for t in here)


def _long_ago(when: Days | None, now: Days | None, least: int) -> bool:
    return when is not None and now is not None and when.before(now) and when.gap(now) > least


def _years(when: Days | None) -> str:
    return when.first[:4] + "/" + when.last[:4] if when else ""
