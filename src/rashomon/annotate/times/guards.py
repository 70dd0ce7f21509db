"""What looks like a time and is none: counts of people, prices, scores, identifiers."""

from collections.abc import Callable

from rashomon.annotate.times.senses import Found, Sense, replace
from rashomon.annotate.times.slots import Line
from rashomon.annotate.times.state import PREVIOUS
from rashomon.lang import Pack
from rashomon.lang.schema.times import Times

RECENT = range(1900, 2060)
CLOSERS = frozenset(".,;:)]!?»”\"'–—-…")


def keep(item: Found, line: Line, data: Times) -> bool:
    """Whether a reading stands up to the words around it."""
    if item.sense.rule == "date.year.bare":
        return plain_year(item, line, data)
    if item.sense.form == "none" or (
        data.months_capital and item.sense.form == "date" and _small_month(item, line, data)
    ):
        return False
    if item.sense.form == "feast" or item.sense.rule.startswith("holiday."):
        return not _festive(item, line, data)
    doubt = DOUBTS.get(item.sense.form)
    return doubt is None or not doubt(item, line, data)


def _date(item: Found, line: Line, data: Times) -> bool:
    """ "3-2 di maggio", "10.5.20 %"."""
    if line.digit_side(item.first) and line.glued(item.first):
        return line.words[item.first - 1] in "-–:" and line.digit_side(item.first - 2)
    return item.sense.rule.startswith("date.numeric") and line.sign(item.last, "%")


def _clock(item: Found, line: Line, data: Times) -> bool:
    """ "около 10.05 рублей"."""
    after = line.words[item.last] if item.last < len(line.words) else "."
    return after in data.not_after_year or after in "%$€£₽°"


def _clocks(item: Found, line: Line, data: Times) -> bool:
    return item.sense.rule == "clock.hours" and _clock(item, line, data)


def _part(item: Found, line: Line, data: Times) -> bool:
    """ "day and night"."""
    return item.first > 0 and line.words[item.first - 1] in data.conjunctions


def _age(item: Found, line: Line, data: Times) -> bool:
    """ "in his late 30s": years of a life."""
    return any(word in data.ages for word in line.words[max(0, item.first - 3) : item.first])


def _heading_words(item: Found, line: Line, data: Times) -> bool:
    """A name made of time words in a sentence that is no heading itself: "USA Today", ABC's "This Week"."""
    tokens = [line.tokens[i] for i in range(item.first, item.last) if line.tokens[i].kind == "word"]
    if not tokens or any(line.text[t.start].islower() for t in tokens):
        return False
    if len(tokens) < 2:
        before = line.tokens[item.first - 1] if item.first > 1 else None
        if before is None or before.kind != "word" or not line.text[before.start : before.end].isupper():
            return False
    small = sum(t.kind == "word" and len(t.fold) > 3 and line.text[t.start].islower() for t in line.tokens)
    return small > len(line.tokens) // 5


def _festive(item: Found, line: Line, data: Times) -> bool:
    """A feast in the name of something else: "Easter Rising", "Christmas market", the Good Friday Agreement."""
    if item.last >= len(line.words) or line.glued(item.last):
        return False
    if line.words[item.last] in data.feast_things:
        return True
    here, after = line.tokens[item.first], line.tokens[item.last]
    named = line.text[here.start].isupper() and line.text[after.start].isupper()
    return named and not line.shouts and after.kind == "word" and after.fold not in data.glue_of


def _small_month(item: Found, line: Line, data: Times) -> bool:
    """ "this march", "he may 5 times": a month's name would have a capital."""
    weak = [i for i in range(item.first, item.last) if line.words[i] in data.months_weak]
    return any(line.text[line.tokens[i].start].islower() for i in weak)


def titled(item: Found, line: Line, data: Times) -> bool:
    """A weekday inside a name: "The Sunday Telegraph", "Bloody Sunday"."""
    before = line.words[item.first - 1] if item.first else ""
    if before in data.weekday_titles:
        return True
    if before not in data.title_articles or item.last >= len(line.words) or line.shouts:
        return False
    return line.text[line.tokens[item.last].start].isupper()


DOUBTS: dict[str, Callable[[Found, Line, Times], bool]] = {
    "part": _part,
    "clock": _clock,
    "range": _clocks,
    "weekday": titled,
    "decade": _age,
    "offset": _heading_words,
    "same": _heading_words,
    "date": _date,
}


def plain_year(item: Found, line: Line, data: Times) -> bool:
    """A bare four-digit number: "in 2019", "(2019)", "elections 2019." but not "2019 people"."""
    before = line.words[item.first - 1] if item.first else ""
    if item.last - item.first > 1:  # "2016-й"
        return True
    if line.inside_number(item.first) or (before and before in "$€£¥№#+%/"):
        return False
    after = line.words[item.last] if item.last < len(line.words) else "."
    if after in data.not_after_year or (after and after in "%$€£₽°/") or after.isdecimal():
        return False
    if " ".join(line.words[item.last : item.last + 2]) in data.rates_after_year:
        return False
    if before in data.climbs_to and _climbs(item, line, data):
        return False
    if before in data.before_year:
        return item.sense.year in RECENT or after in CLOSERS or item.sense.year in range(1300, 1900)
    if before == "," and item.first > 1 and len(line.words[item.first - 2]) == 4 and line.digit_side(item.first - 2):
        return True  # "1994, 1995 and 1997"
    if item.sense.year not in RECENT:
        return False
    return after in CLOSERS


def _climbs(item: Found, line: Line, data: Times) -> bool:
    """ "The toll ⟦rose⟧ to 1467", "Do 1467 ⟦wzrosła⟧ liczba ofiar": where a count got to."""
    beside = [*line.words[max(0, item.first - 4) : item.first - 1], *line.words[item.last : item.last + 2]]
    return any(word.startswith(data.climbs) for word in beside)


def eve_of_event(item: Found, line: Line, pack: Pack) -> Found:
    """ "накануне выборов" is the day before something that has no date here, not yesterday; but "il giorno
    dopo le strade erano piene" is the day after the one spoken of."""
    if item.sense.rule == "event.after" and item.sense.unit and _subject_follows(item, line, pack.read(Times)):
        return replace(item, sense=replace(item.sense, form="offset", base=PREVIOUS))
    if not item.sense.rule.endswith(".eve") or item.last >= len(line.words):
        return item
    tags = [parse.tags for parse in pack.parses(line.words[item.last])]
    if any("gent" in t for t in tags) and not any("nomn" in t or "VERB" in t for t in tags):
        return replace(item, sense=Sense("event", item.sense.rule))
    return item


def _subject_follows(item: Found, line: Line, data: Times) -> bool:
    ahead = line.words[item.last + 2 : item.last + 5]
    return any(word in data.verbs_near and "," not in ahead[:k] for k, word in enumerate(ahead))


def loose(item: Found, line: Line, data: Times) -> bool:
    """A part of an expression that found nothing to join: the "sera" of "mercoledì sera"; a bare
    "6:24" that no preposition makes a clock time."""
    if item.sense.rule == "clock":
        return item.first > 0 and line.words[item.first - 1] not in data.glue
    return item.sense.rule.endswith(".loose")
