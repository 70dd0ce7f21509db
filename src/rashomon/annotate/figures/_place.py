"""Where and when a figure holds: references to the names and dates around it."""

import math
from collections import Counter

from rashomon.annotate.figures._report import located
from rashomon.annotate.figures._scene import Scene, Spot
from rashomon.annotate.figures._whereabouts import aside, bears, datelines
from rashomon.lang import gazetteer
from rashomon.model import Name, Quote, Ref, Sentence, Time
from rashomon.view import View

__all__ = ["home", "leading", "when", "where"]

_RUNNING = frozenset("killed injured missing detained hospitalised displaced rescued".split())
_NEAR = 250  # characters back for a place that still governs the next sentences
_WITHIN = 600  # characters back in a paragraph for a date that still governs
_YEAR = len("1981")
_LASTING = frozenset({"duration", "money", "size"})  # hold longer than a day: only a date beside them is theirs
_OTHER_CLAUSE = 300  # characters that a semicolon counts for


def where(scene: Scene, spot: Spot, quote: Quote | None = None) -> tuple[Ref, str | None]:
    """The place: in the noun phrase, else nearest in the sentence, else last before it in the paragraph,
    else the one the report is about."""
    inside = _inside(scene, spot, quote)
    if inside:
        pack = scene.lex.pack
        best = min(inside, key=lambda n: (bears(scene.view, pack, n), _distance(scene, spot, n), n.start))
        return (best.start, best.end), f"place in the sentence: «{best.text}»"
    last = _last_located(scene) if spot.measure != "deployed" else None
    if last:
        return (last.start, last.end), f"place of the paragraph: «{last.text}»"
    return scene.report.leading


def _inside(scene: Scene, spot: Spot, quote: Quote | None) -> list[Name]:
    """The places of the sentence that can say where."""
    sentence, view, pack = scene.sentence, scene.view, scene.lex.pack
    names = view.placed(view.names).begin(sentence.start, sentence.end)
    places = [n for n in names if n.kind == "place" and n.start not in scene.report.datelines]
    places = [n for n in places if not aside(view, pack, n, quote)]
    if spot.measure == "deployed":  # "⟦Ruritania⟧ sent 300 men": who sends is not where they go
        places = [n for n in places if located(view, scene.lex, n)]
    return places


def _last_located(scene: Scene) -> Name | None:
    """The last place before the sentence in its paragraph that says where."""
    located = scene.report.located(scene.lex)
    last = located.begun(scene.sentence.start)
    while last and located.rows[last - 1].end > scene.sentence.start:
        last -= 1
    best = located.rows[last - 1] if last else None
    if best is None or scene.sentence.start - best.end > _NEAR:
        return None
    return best if _paragraph(scene, best.start) == scene.sentence.paragraph else None


def leading(view: View) -> tuple[Ref, str | None]:
    """The place a report names most, the first of equals; that of the dateline only where there is no other."""
    heads = datelines(view)
    places = [n for n in view.names if n.kind == "place"]
    places = [n for n in places if n.start not in heads] or places
    counts = Counter(_same(n) for n in places)
    if not counts:
        return None, None
    most = max(counts.values())
    best = next(n for n in places if counts[_same(n)] == most)
    return (best.start, best.end), f"place of the report: «{best.text}»"


def home(view: View) -> str | None:
    """The country that a report is about: that of most of its place names; None where that is open."""
    found = (_country(n.place_id) for n in view.names if n.kind == "place" and n.place_id)
    counts = Counter(country for country in found if country)
    first = counts.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None


def _country(place_id: str) -> str | None:
    if place_id.isalpha():
        return place_id
    town = gazetteer.place(place_id)
    return town.country if town else None


def _same(name: Name) -> str:
    return name.place_id or name.lemma or name.text


def _paragraph(scene: Scene, offset: int) -> int | None:
    sentence = scene.view.sentence_at(offset)
    return sentence.paragraph if sentence else None


def _distance(scene: Scene, spot: Spot, name: Name) -> float:
    start, end = spot.number.start, scene.tokens[spot.end - 1].end
    gap = max(0, name.start - end, start - name.end)
    if start <= name.start and name.end <= end:
        return -1000.0
    return gap - (300 if located(scene.view, scene.lex, name) else 0)


def when(scene: Scene, spot: Spot, quote: Quote | None) -> tuple[Ref, str | None]:
    """The date and where it was found: sentence, quote, paragraph, published ("as of now"), or None."""
    sentence = scene.sentence
    inside = [(away, t) for t in _dates(scene, sentence) if (away := _away(scene, spot, t)) is not None]
    if inside:
        _, best = min(inside, key=lambda row: (row[0], row[1].start))
        return (best.start, best.end), "sentence"
    if spot.measure in _LASTING and quote is None:
        return None, None
    if quote is not None and (found := _of_speech(scene, quote)):
        return (found.start, found.end), "quote"
    if any(fold in scene.lex.data.now for fold in scene.folds):
        return None, "published"
    before = _told_before(scene, spot, math.inf if quote is not None else _WITHIN)
    if before:
        return (before.start, before.end), "paragraph"
    return None, "published" if spot.measure in _RUNNING else None  # a toll holds as of the report that gives it


def _dates(scene: Scene, sentence: Sentence) -> list[Time]:
    """The dates of a sentence whose value is known, at least in part."""
    times = scene.view.placed(scene.view.times).begin(sentence.start, sentence.end)
    written = scene.report.datelines
    return [t for t in times if (t.value or t.partial) and t.start not in written and not _of_making(scene, t)]


def _of_making(scene: Scene, time: Time) -> bool:
    """The year in "the ferry, built in ⟦1981⟧, carried 300 people": it dates the ferry."""
    if len(time.value or "") != _YEAR:
        return False
    i = scene.view.token_at(time.start)
    folds = [t.fold for t in scene.view.tokens[max(0, i - 5) : i]]
    return any(last == len(folds) for _, last, _ in scene.lex.marks.made.scan(folds))


def _told_before(scene: Scene, spot: Spot, within: float) -> Time | None:
    """The last date before a figure in its paragraph that the report itself tells, outside quotes."""
    start, told = spot.number.start, scene.report.told
    rows = (row for row in reversed(told.rows[: told.begun(start)]) if not _of_making(scene, row))
    time = next(rows, None)
    near = time is not None and start - within < time.start
    return time if time and near and _beside(scene, time.start) else None


def _beside(scene: Scene, offset: int) -> bool:
    """In the paragraph of the figure or in the sentence before it: agencies give each sentence a paragraph."""
    told = scene.view.sentence_at(offset)
    if told is None:
        return False
    here = scene.sentence
    return told.paragraph == here.paragraph or not scene.view.text[told.end : here.start].strip()


def _away(scene: Scene, spot: Spot, time: Time) -> int | None:
    """Characters between a figure and a date, more over a semicolon; None where the date is that of what the figure
    is compared with, or the other way round: "14% of the stations, ⟦compared with⟧ 6% in 2009".
    """
    low, high = sorted((spot.number.start, time.start))
    between = [t.fold for t in scene.tokens if low <= t.start < high]
    marks = scene.lex.marks
    if any(next(iter(table.scan(between)), None) is not None for table in (marks.compared, marks.against)):
        return None
    gap = max(0, time.start - spot.number.end, spot.number.start - time.end)
    return gap + (_OTHER_CLAUSE if ";" in between else 0)


def _of_speech(scene: Scene, quote: Quote) -> Time | None:
    """A date beside the words that report the speech: "said on Monday that"."""
    if quote.cue_start is None:
        return None
    told = scene.view.sentence_at(quote.cue_start)
    if told is None:
        return None
    beside = [t for t in _dates(scene, told) if not quote.start <= t.start < quote.end]
    cue = quote.cue_start
    return min(beside, key=lambda t: (abs(t.start - cue), t.start), default=None)
