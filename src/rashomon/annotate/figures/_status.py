"""How far the report vouches for a figure, and whom it names for it."""

from rashomon.annotate.figures._lexicon import Cue
from rashomon.annotate.figures._scene import Scene, Spot
from rashomon.model import Quote
from rashomon.text import tokenize

__all__ = ["quote_of", "status"]

_WORDS = {"alleged": "hedge", "planned": "plan", "denied": "denial", "maybe": "conditional"}


def quote_of(scene: Scene, spot: Spot) -> Quote | None:
    """The smallest quote that contains the figure."""
    around = scene.view.placed(scene.view.quotes).around(spot.number.start, spot.number.end)
    return min(around, key=lambda q: (q.end - q.start, q.start), default=None)


def status(scene: Scene, spot: Spot, quote: Quote | None) -> tuple[str, str | None]:
    """asserted, alleged, denied or planned, and the reason for anything but the first."""
    if quote is not None and quote.stance in ("denies", "doubts"):
        return ("denied" if quote.stance == "denies" else "alleged"), f"the source {quote.stance}"
    if quote is not None and (word := _doubtful(scene, quote)):
        return "alleged", f"source «{word}»"
    if spot.intended:
        return "planned", "a word of purpose"
    first, last = _clause(scene, spot)
    found: dict[str, str] = {}
    for start, end, kind in scene.lex.hedges.scan(scene.folds[first:last]):
        own = spot.cue is not None and spot.cue.first <= first + start and first + end <= spot.cue.last
        if kind == "planned" and _next_deed(scene, spot, first + start):
            continue
        if (own and kind == "denied") or _anothers(scene, spot, first + start, first + end):  # "⟦не⟧ пострадали"
            continue
        found.setdefault(kind, scene.text(first + start, first + end))
    for kind in ("denied", "planned", "alleged", "maybe"):
        if kind in found:
            name = "alleged" if kind == "maybe" else kind
            return name, f"{_WORDS[kind]} «{found[kind]}»"
    return "asserted", None


def _next_deed(scene: Scene, spot: Spot, start: int) -> bool:
    """What is said after an "and" behind the figure and its word: "we saved 40 ⟦and⟧ the search will go on"."""
    done = max(spot.end, spot.cue.last if spot.cue else 0)
    return spot.cue is not None and any(fold in scene.lex.joins for fold in scene.folds[done:start])


def _anothers(scene: Scene, spot: Spot, start: int, end: int) -> bool:
    """Words of the next number: "nine and ⟦possibly⟧ 15 climbers"."""
    cue = spot.cue
    following = next((s for s in scene.spots if s.first >= spot.last), None)
    if following is None or not spot.last < start < following.first or following.first - end > 3:
        return False
    own = cue is not None and spot.last <= cue.first < start
    joined = any(fold in scene.lex.joins for fold in scene.folds[spot.end : start])
    return joined and not own and all(scene.cue_at(i) is None for i in range(spot.end, start))


def _doubtful(scene: Scene, quote: Quote) -> str | None:
    """A source that is itself a hedge: "unofficial reports", "по слухам"."""
    words = tokenize(quote.source_text or "")
    found = scene.lex.hedges.scan([t.fold for t in words])
    return next((" ".join(t.fold for t in words[a:b]) for a, b, kind in found if kind == "alleged"), None)


def _clause(scene: Scene, spot: Spot) -> tuple[int, int]:
    """The clause of a figure: from one clause-opening word, semicolon or other predicate to the next."""
    cue = spot.cue or (spot.lent.cue if spot.lent else None)
    low = min(spot.first, cue.first) if cue else spot.first
    high = max(spot.end, cue.last) if cue else spot.end
    while low > 0 and not _edge(scene, low - 1, cue):
        low -= 1
    while high < len(scene.folds) and not _edge(scene, high, cue):
        high += 1
    return low, high


def _edge(scene: Scene, i: int, own: Cue | None) -> bool:
    if scene.folds[i] in ";:" or i in scene.breaks:
        return True
    cue = scene.cue_at(i)
    same = own is not None and cue is not None and cue.measure == own.measure
    return cue is not None and not same and bool(cue.kinds & {"happens", "acts"})
