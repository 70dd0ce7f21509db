"""Where and when a figure holds: references to the names and dates around it."""

from rashomon.annotate.figures._scene import Scene, Spot
from rashomon.model import Name, Quote, Ref, Time

__all__ = ["when", "where"]

_WITHIN = 600  # characters back in a paragraph for a date that still governs


def where(scene: Scene, spot: Spot) -> tuple[Ref, str | None]:
    """The place: in the noun phrase, else nearest in the sentence, else last before it in the paragraph,
    else the first of the report."""
    places = [n for n in scene.view.names if n.kind == "place"]
    sentence = scene.sentence
    inside = [n for n in places if sentence.start <= n.start < sentence.end]
    if inside:
        best = min(inside, key=lambda n: (_distance(scene, spot, n), n.start))
        return (best.start, best.end), f"place in the sentence: «{best.text}»"
    paragraph = {s.start: s.paragraph for s in scene.view.sentences}
    before = [
        n for n in places if n.end <= sentence.start and _paragraph(scene, n.start, paragraph) == sentence.paragraph
    ]
    located = [n for n in before if _located(scene, n)]
    if before:
        best = (located or before)[-1]
        return (best.start, best.end), f"place of the paragraph: «{best.text}»"
    if places and places[0].start < spot.number.start:
        lead = places[0]
        return (lead.start, lead.end), f"place of the report: «{lead.text}»"
    return None, None


def _paragraph(scene: Scene, offset: int, known: dict[int, int]) -> int | None:
    sentence = scene.view.sentence_at(offset)
    return known.get(sentence.start) if sentence else None


def _located(scene: Scene, name: Name) -> bool:
    """Whether a place stands behind "in", "w", "a": it says where, not whose."""
    i = scene.view.token_at(name.start) - 1
    return i >= 0 and scene.view.tokens[i].fold in scene.lex.data.locative


def _distance(scene: Scene, spot: Spot, name: Name) -> float:
    start, end = spot.number.start, scene.tokens[spot.end - 1].end
    gap = max(0, name.start - end, start - name.end)
    if start <= name.start and name.end <= end:
        return -1000.0
    return gap - (300 if _located(scene, name) else 0)


def when(scene: Scene, spot: Spot, quote: Quote | None) -> tuple[Ref, str | None]:
    """The date and where it was found: sentence, quote, paragraph, published ("as of now"), or None."""
    if spot.measure in ("duration", "money", "size") and quote is None:
        return None, None
    dates = [t for t in scene.view.times if t.value or t.partial]
    sentence = scene.sentence
    inside = [t for t in dates if sentence.start <= t.start < sentence.end]
    if inside:
        best = min(inside, key=lambda t: (_away(spot, t), t.start))
        return (best.start, best.end), "sentence"
    if quote is not None and (found := _of_speech(scene, quote, dates)):
        return (found.start, found.end), "quote"
    if any(fold in scene.lex.data.now for fold in scene.folds):
        return None, "published"
    start = spot.number.start
    before = [t for t in dates if start - _WITHIN < t.start < start]
    before = [t for t in before if (s := scene.view.sentence_at(t.start)) and s.paragraph == sentence.paragraph]
    if before:
        return (before[-1].start, before[-1].end), "paragraph"
    return None, None


def _away(spot: Spot, time: Time) -> int:
    return max(0, time.start - spot.number.end, spot.number.start - time.end)


def _of_speech(scene: Scene, quote: Quote, dates: list[Time]) -> Time | None:
    """A date beside the words that report the speech: "said on Monday that"."""
    if quote.cue_start is None:
        return None
    told = scene.view.sentence_at(quote.cue_start)
    if told is None:
        return None
    beside = [t for t in dates if told.start <= t.start < told.end and not quote.start <= t.start < quote.end]
    cue = quote.cue_start
    return min(beside, key=lambda t: (abs(t.start - cue), t.start), default=None)
