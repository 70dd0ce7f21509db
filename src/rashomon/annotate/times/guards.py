"""What looks like a time and is none: counts of people, prices, scores, identifiers."""

from rashomon.annotate.times.senses import Found, Sense, replace
from rashomon.annotate.times.slots import Line
from rashomon.lang import Pack
from rashomon.lang.schema.times import Times

RECENT = range(1900, 2060)
CLOSERS = frozenset(".,;:)]!?»”\"'–—-…")


def keep(item: Found, line: Line, data: Times) -> bool:
    """Whether a reading stands up to the words around it."""
    if item.sense.rule == "date.year.bare":
        return plain_year(item, line, data)
    if data.months_capital and item.sense.form == "date" and _small_month(item, line, data):
        return False
    if item.sense.form == "part" and item.first and line.words[item.first - 1] in data.conjunctions:
        return False
    if item.sense.form == "clock" and item.last < len(line.words):
        after = line.words[item.last]
        return after not in data.not_after_year and after not in "%$€£₽°"  # "около 10.05 рублей"
    if item.sense.form == "weekday":
        return not titled(item, line, data)
    if item.sense.form == "date" and line.digit_side(item.first) and line.glued(item.first):
        return not (line.words[item.first - 1] in "-–:" and line.digit_side(item.first - 2))  # "3-2 di maggio"
    if item.sense.rule.startswith("date.numeric"):
        return not line.sign(item.last, "%")
    return True


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
    if before in data.before_year:
        return item.sense.year in RECENT or after in CLOSERS or item.sense.year in range(1300, 1900)
    if before == "," and item.first > 1 and len(line.words[item.first - 2]) == 4 and line.digit_side(item.first - 2):
        return True  # "1994, 1995 and 1997"
    if item.sense.year not in RECENT:
        return False
    return after in CLOSERS


def eve_of_event(item: Found, line: Line, pack: Pack) -> Found:
    """ "накануне выборов" is the day before something that has no date here, not yesterday."""
    if not item.sense.rule.endswith(".eve") or item.last >= len(line.words):
        return item
    tags = [parse.tags for parse in pack.parses(line.words[item.last])]
    if any("gent" in t for t in tags) and not any("nomn" in t or "VERB" in t for t in tags):
        return replace(item, sense=Sense("event", item.sense.rule))
    return item


def loose(item: Found, line: Line, data: Times) -> bool:
    """A part of an expression that found nothing to join: the "sera" of "mercoledì sera"; a bare
    "6:24" that no preposition makes a clock time."""
    if item.sense.rule == "clock":
        return item.first > 0 and line.words[item.first - 1] not in data.glue
    return item.sense.rule.endswith(".loose")
