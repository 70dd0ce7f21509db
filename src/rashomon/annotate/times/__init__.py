"""Time mentions of one report: rows of `lang/<code>/times.toml` read them, `places` dates them.

Values are ISO 8601 / EDTF (see `calendar`). Ideas: SUTime and HeidelTime (rules as data, tense of
the sentence, the report's date as anchor), duckling (cases as tests). Nothing is guessed: what
cannot be placed has value None, and ``partial`` where the year alone is missing.
"""

from datetime import date

from rashomon.annotate.times import calendar, slips
from rashomon.annotate.times.grammar import Grammar
from rashomon.annotate.times.guards import eve_of_event, keep, loose
from rashomon.annotate.times.joins import join
from rashomon.annotate.times.makes import DAY_FIRST, MONTH_FIRST
from rashomon.annotate.times.places import place
from rashomon.annotate.times.senses import Found, Sense, replace
from rashomon.annotate.times.slots import SIGNS, Line
from rashomon.annotate.times.state import EITHER, Calendar, Full, Placed
from rashomon.annotate.times.tenses import UNKNOWN, Tenses
from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.times import Times
from rashomon.model import Sentence, Time
from rashomon.view import View

__all__ = ["find"]

Row = tuple[Sentence, Pack, Line, Found]


def find(view: View) -> list[Time]:
    """All Time mentions, sorted by (start, end); none overlap."""
    rows = list(_rows(view))
    published = calendar.parse(view.document.published)
    written = [_written(row, published) for row in rows]
    slip = slips.find(written, published)
    senses = [replace(w.sense, year=slip[i][0].year) if i in slip else w.sense for i, w in enumerate(written)]
    when = Calendar(published, _full_dates(rows, senses))
    sides = {sense.side for sense in senses if sense.rule.startswith("date.numeric")}
    when.month_first = MONTH_FIRST in sides and DAY_FIRST not in sides
    times, sentence = [], -1
    for i, (row, sense) in enumerate(zip(rows, senses, strict=True)):
        if row[0].first != sentence:
            sentence, when.year, when.paragraph = row[0].first, None, row[0].paragraph
        when.either_order = row[1].read(Times).either_order
        time = _time(view, row, place(when, sense, written[i].tense))
        year = written[i].sense.year
        times.append(slips.as_written(time, year, slip[i][1]) if i in slip and year else time)
    return times


def _written(row: Row, published: date | None) -> slips.Written:
    """What the words around an expression say of it."""
    _, pack, line, found = row
    asked = published is not None and _hangs_on_tense(found.sense, published)
    tense = pack.build(Tenses).near(line, found.first, found.last) if asked else UNKNOWN
    explained = next(pack.build(_anniversaries).scan(line.words), None) is not None
    return slips.Written(found.sense, tense, explained)


def _hangs_on_tense(sense: Sense, published: date) -> bool:
    """Whether past and future matter: dictionaries are slow, most expressions say it themselves."""
    if sense.form in ("date", "nth", "feast", "season", "quarter", "half", "month-day"):
        return sense.year is None or sense.year >= published.year
    return sense.form in ("weekday", "range") or sense.base == EITHER or sense.unit == "weekend"


def _anniversaries(pack: Pack) -> PhraseTable[bool]:
    return PhraseTable(((phrase, True) for phrase in pack.read(Times).anniversaries), pack.lemmas)


def _rows(view: View) -> "list[Row]":
    """Expressions of every sentence, joined and guarded."""
    counted = _cardinals(view)
    rows = []
    for sentence, pack, tokens in view.by_any_sentence():
        grammar = pack.build(Grammar)
        inside = {i - sentence.first: (end - sentence.first, n) for i, end, n in counted.get(sentence.first, ())}
        line = Line(
            view.text, tokens, [SIGNS.get(fold, fold) for fold in view.folds(sentence)], inside, *grammar.suffixes
        )
        found = [item for item in grammar.scan(line) if keep(item, line, grammar.data)]
        found = [eve_of_event(item, line, pack) for item in found]
        rows += [
            (sentence, pack, line, item)
            for item in join(found, line, grammar.data)
            if not loose(item, line, grammar.data)
        ]
    return rows


def _cardinals(view: View) -> dict[int, list[tuple[int, int, int]]]:
    """Exact numbers that the numbers room read, by the first token of their sentence."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for number in view.numbers:
        if number.low is None or number.low != number.high or number.low != int(number.low) or number.unit:
            continue
        first, sentence = view.token_at(number.core_start), view.sentence_at(number.core_start)
        if sentence is not None and number.form == "words":
            row = (first, view.token_at(number.core_end - 1) + 1, int(number.low))
            found.setdefault(sentence.first, []).append(row)
    return found


def _full_dates(rows: list[Row], senses: list[Sense]) -> list[Full]:
    """Dates written with month and year, with their place in the reading order."""
    return [
        Full(order, row[0].paragraph, date(sense.year, sense.month, sense.day or 15))
        for order, (row, sense) in enumerate(zip(rows, senses, strict=True))
        if sense.form == "date" and sense.year and sense.month
    ]


def _time(view: View, row: Row, placed: Placed) -> Time:
    _, pack, line, found = row
    start, end = line.tokens[found.first].start, line.tokens[found.last - 1].end
    return Time(
        doc=view.document.doc,
        start=start,
        end=end,
        text=view.text[start:end],
        value=placed.value,
        kind=_kind(placed),
        partial=placed.partial if placed.value is None else None,
        anchor=placed.anchor,
        rule=f"{pack.code}.time.{found.sense.rule}",
        why=placed.why,
    )


def _kind(placed: Placed) -> str:
    known = placed.known or ""
    return "range" if "/" in known else "time" if "T" in known else "date"
