"""When, where, who, how sure and by whom: what stands around a trigger."""

import hashlib

from rashomon.annotate.events import _actors
from rashomon.annotate.events._scene import Scene, Trigger
from rashomon.model import Event, Name, Quote, Ref, Sentence, Time

SENTENCES = 2  # how far back the day of a paragraph is looked for


def event(scene: Scene, trigger: Trigger) -> Event:
    """The event of one trigger, with references to the names and times around it."""
    view = scene.view
    start, end = scene.tokens[trigger.first].start, scene.tokens[trigger.last - 1].end
    quote = _quote(scene, start, end)
    time = _when(scene, start)
    actors = _actors.actors(scene, trigger, quote)
    place = _where(scene, start, end, actors)
    status, reason = _status(scene, trigger, quote)
    doc = view.document.doc
    return Event(
        id=f"event-{hashlib.sha256(doc.encode()).hexdigest()[:6]}-{start}",
        doc=doc,
        start=start,
        end=end,
        text=view.text[start:end],
        type=trigger.type,
        date=time.value if time else None,
        when_ref=(time.start, time.end) if time else None,
        where_ref=place,
        actor_refs=actors,
        source=_source(quote),
        source_ref=quote.source_ref if quote else None,
        status=status,
        quote=(quote.id or None) if quote else None,
        rule=f"{scene.lex.pack.code}.event.{trigger.type.lower()}.{trigger.kind}",
        why=(*trigger.why, *((reason,) if reason else ())),
    )


def _quote(scene: Scene, start: int, end: int) -> Quote | None:
    """The smallest quote that contains the trigger."""
    around = scene.view.placed(scene.view.quotes).around(start, end)
    return min(around, key=lambda q: (q.end - q.start, q.start), default=None)


def _source(quote: Quote | None) -> str | None:
    nobody = quote is None or (quote.source is None and quote.source_text is None and quote.source_ref is None)
    if quote is None or nobody or quote.source == "unspecified":
        return "author"
    return quote.source or quote.source_text


def _when(scene: Scene, start: int) -> Time | None:
    """The date of the sentence, nearest first; else the one date of the last dated sentence of its paragraph."""
    sentence = scene.sentence
    inside = _dates(scene, sentence)
    if inside:
        return min(inside, key=lambda t: (t.start > start, abs(t.start - start)))
    for _ in range(SENTENCES):
        before = scene.view.sentence_at(sentence.start - 1) or scene.view.sentence_at(sentence.start - 2)
        if before is None or before.paragraph != scene.sentence.paragraph:
            return None
        told = _dates(scene, before)
        if told:
            return told[0] if len(told) == 1 else None
        sentence = before
    return None


def _dates(scene: Scene, sentence: Sentence) -> list[Time]:
    """The dates of a sentence whose value is known, at least in part."""
    times = scene.view.placed(scene.view.times).begin(sentence.start, sentence.end)
    return [t for t in times if t.value or t.partial]


def _where(scene: Scene, start: int, end: int, actors: tuple[Ref, ...]) -> Ref:
    """A place of the sentence that does not act: behind "in" or "w" first, then the nearest."""
    places = [n for n in scene.names if n.kind == "place" and (n.start, n.end) not in actors]
    if not places:
        return None
    best = min(places, key=lambda n: (not _located(scene, n), max(n.start - end, start - n.end), n.start))
    return best.start, best.end


def _located(scene: Scene, name: Name) -> bool:
    i = scene.view.token_at(name.start) - 1
    return i >= 0 and scene.view.tokens[i].fold in scene.lex.place_words


def _status(scene: Scene, trigger: Trigger, quote: Quote | None) -> tuple[str, str | None]:
    """asserted, alleged, denied or planned, and the reason for anything but the first."""
    if quote is not None and quote.stance in ("denies", "doubts"):
        return ("denied" if quote.stance == "denies" else "alleged"), f"the source {quote.stance}"
    if trigger.kind == "verb" and scene.future(trigger.first):
        return "planned", "status planned: a future form"
    if trigger.first and scene.lex.doubtful.longest(scene.folds, trigger.first - 1):
        return "alleged", "status alleged: so called"
    first, last = scene.clause(trigger.first)
    clause = scene.folds[first : max(last, trigger.last)]
    for status, table in scene.lex.standing.items():
        for _, _, _ in table.scan(clause):
            return status, f"status {status}: a word of the clause"
    return "asserted", None
