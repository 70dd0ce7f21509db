"""Figures of one report: which numbers state a fact, what they measure, for whom, where and when.

A figure is a number with what is counted, the predicate that governs it, and who says so. Numbers,
dates, names and quotes come from the rooms before; this room decides between them.
"""

from rashomon.annotate.figures._counted import decide
from rashomon.annotate.figures._kept import kept
from rashomon.annotate.figures._label import label_of
from rashomon.annotate.figures._lexicon import Lexicon, lexicon
from rashomon.annotate.figures._noun import read_noun
from rashomon.annotate.figures._place import home, leading, when, where
from rashomon.annotate.figures._report import Report
from rashomon.annotate.figures._scene import Scene, Spot
from rashomon.annotate.figures._status import quote_of, status
from rashomon.lang import Pack
from rashomon.model import Figure, Quote, Sentence, Token
from rashomon.text import mention_id
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Figure]:
    """All figures of a report, sorted by (start, end).

    ``where`` and ``when`` stay None: they are filled from the references once the pile is linked.
    """
    figures: list[Figure] = []
    earlier: list[Scene] = []
    report = Report(view, home(view), leading(view))
    for sentence, pack, tokens in view.by_sentence():
        scene = _scene(report, sentence, pack, tokens)
        spots = decide(scene, earlier[-2:])
        figures += [_figure(scene, spot) for spot in spots]
        earlier.append(scene)
    return sorted(figures, key=lambda f: (f.start, f.end))


def _scene(report: Report, sentence: Sentence, pack: Pack, tokens: list[Token]) -> Scene:
    view, lex = report.view, pack.build(lexicon)
    folds: list[str] = view.folds(sentence)
    spots = []
    for number in kept(view, lex, sentence):
        first = view.token_at(number.start) - sentence.first
        last = view.token_at(number.end - 1) - sentence.first + 1
        spots.append(Spot(number, max(0, first), min(last, len(tokens))))
    breaks = {i for start, end, _ in lex.breaks.scan(folds) for i in range(start, end)} if spots else set()
    cues = lex.find_cues(folds) if spots else []
    spots = _without_idioms(lex, folds, spots)
    free = [c for c in cues if not any(s.first < c.last and c.first < s.last for s in spots)]
    scene = Scene(view, sentence, lex, tokens, list(folds), free, spots, breaks, report)
    for spot in spots:
        spot.noun = read_noun(scene, spot)
    return scene


def _without_idioms(lex: Lexicon, folds: list[str], spots: list[Spot]) -> list[Spot]:
    idioms = [(a, b) for a, b, _ in lex.idioms.scan(folds)] if spots else []
    return [spot for spot in spots if not any(a < spot.last and spot.first < b for a, b in idioms)]


def _figure(scene: Scene, spot: Spot) -> Figure:
    number, sentence = spot.number, scene.sentence
    quote = quote_of(scene, spot)
    standing, reason = status(scene, spot, quote)
    place, place_why = where(scene, spot, quote)
    date, date_from = when(scene, spot, quote)
    source, source_why = _source(quote)
    label = label_of(scene, spot)
    return Figure(
        id=mention_id("figure", scene.view.document.doc, number.start),
        doc=scene.view.document.doc,
        start=number.start,
        end=number.end,
        text=number.text,
        low=number.low,
        high=number.high,
        approx=number.approx,
        unit=spot.unit,
        measure=spot.measure or "other",
        who=spot.who or "things",
        label=scene.view.text[label[0] : label[1]] if label else None,
        label_start=label[0] if label else None,
        label_end=label[1] if label else None,
        where_ref=place,
        when_ref=date,
        when_from=date_from,
        source=source,
        source_text=(quote.source or quote.source_text) if quote and source is None else None,
        source_ref=quote.source_ref if quote else None,
        status=standing,
        quote=quote.id if quote else None,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        rule=f"{scene.lex.pack.code}.figure.{spot.measure or 'other'}",
        why=tuple(w for w in (*spot.why, source_why, reason and f"status {standing}: {reason}", place_why) if w),
    )


def _source(quote: Quote | None) -> tuple[str | None, str | None]:
    """Left open (None) where a quote names somebody; linking resolves it."""
    nobody = quote is None or (quote.source_text is None and quote.source_ref is None and quote.source is None)
    if quote is None or nobody or quote.source == "unspecified":  # "reportedly", "ходят слухи"
        return "author", None
    return None, f"source: the quote of «{quote.source_text or quote.source or ''}»"
