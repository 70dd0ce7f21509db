"""Statements that contradict each other beyond figures; conservative, or nobody reads them."""

from collections.abc import Mapping
from hashlib import sha1

from rashomon.compare.asks import wording_of
from rashomon.compare.origins import reported_voice
from rashomon.compare.pile import Pile, Report
from rashomon.compare.reuse import share
from rashomon.compare.scope import content_words
from rashomon.compare.stories import near
from rashomon.compare.timeline import Told, merged, told
from rashomon.model import Dispute, Event, Quote

__all__ = ["disputes"]

_ALIKE = 0.5  # share of the shorter statement's words that the other has
_OF_LONGER = 0.2
_FEWEST = 3
_COMMON = 0.1  # of all statements: a word in more of them tells nothing ("that", "vote")


def disputes(pile: Pile, texts: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Denied events, two dates or actors for one event, accusations and their rejection; by id."""
    rows = _denied(pile) + _told_apart(pile) + _rejected(pile, texts)
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda d: d.id))


def _denied(pile: Pile) -> list[Dispute]:
    """One report asserts a happening that another denies."""
    found = []
    for group in merged(pile):
        denied = [t.event for t in group if t.event.status == "denied"]
        asserted = [t.event for t in group if t.event.status == "asserted"]
        if denied and asserted:
            found.append(_dispute("denied", asserted[0].text, [*asserted, *denied], pile))
    return found


def _told_apart(pile: Pile) -> list[Dispute]:
    """One happening with two dates, or by two actors: same trigger word, place and report language."""
    shelf: dict[tuple[str, str, str], list[Told]] = {}
    for item in told(pile):
        event = item.event
        if event.where and event.status == "asserted":
            for word in sorted(content_words(event.text, item.report.document.language)):
                shelf.setdefault((event.type, event.where, word), []).append(item)
    found = []
    for name in sorted(shelf):
        row = shelf[name]
        if len(row) <= 12 and len({t.report.doc for t in row}) == len(row) > 1:
            found += _dates(row, pile)
    return found


def _dates(row: list[Told], pile: Pile) -> list[Dispute]:
    """Each report tells of one such event there, with the same actors, and the days differ by little."""
    found = []
    for i, a in enumerate(row):
        for b in row[i + 1 :]:
            if not near(a.report, b.report, pile) or a.when is None or b.when is None:
                continue
            close = a.when.exact and b.when.exact and 0 < a.when.gap(b.when) <= 3
            same = bool(a.event.actors) and set(a.event.actors) == set(b.event.actors)
            if close and same:
                found.append(_dispute("date", a.event.text, [a.event, b.event], pile))
    return found


def _rejected(pile: Pile, texts: Mapping[str, str]) -> list[Dispute]:
    """A statement that one source denies and another makes, in like words or on the same names."""
    found = []
    said = [(q, r, _marks(q, r)) for r in pile.reports for q in r.reading.quotes]
    denials = [row for row in said if row[0].stance == "denies"]
    claims = [row for row in said if row[0].stance in ("accuses", "asserts")]
    by_mark: dict[str, list[int]] = {}
    for i, (_, _, marks) in enumerate(claims):
        for mark in marks:
            by_mark.setdefault(mark, []).append(i)
    most = max(6, min(60, int(_COMMON * len(claims))))
    usual = {mark for mark, places in by_mark.items() if len(places) > most}
    for quote, report, marks in denials:
        rows = sorted({i for m in marks - usual for i in by_mark.get(m, ())})
        for other, where, words in (claims[i] for i in rows):
            voices = {
                reported_voice(r.doc if q.source in (None, "unspecified") else q.source, r.doc, pile)
                for q, r in ((quote, report), (other, where))
            }
            if len(voices) == 2 and not _one_passage(quote, other) and _one_matter(marks - usual, words - usual):
                kind = "rejected" if other.stance == "accuses" else "denied"
                found.append(_dispute(kind, other.text[:80], [other, quote], pile))
    return found


def _one_passage(a: Quote, b: Quote) -> bool:
    return a.doc == b.doc and a.start < b.end and b.start < a.end


def _one_matter(a: frozenset[str], b: frozenset[str]) -> bool:
    """Like words on both sides; names alone do not do ("criticism of the pipeline", "work on the pipeline")."""
    common = len(a & b)
    return common >= _FEWEST and share(a, b) >= _ALIKE and common >= _OF_LONGER * max(len(a), len(b))


def _marks(quote: Quote, report: Report) -> frozenset[str]:
    """What a statement says: its content words outside of names, across languages by their sense."""
    reading, text = report.reading, list(quote.text)
    for name in reading.names:
        if quote.start <= name.start and name.end <= quote.end:
            text[name.start - quote.start : name.end - quote.start] = " " * (name.end - name.start)
    glosses = ["gloss:" + t.gloss for t in reading.terms if quote.start <= t.start and t.end <= quote.end and t.measure]
    return content_words("".join(text), report.document.language) | frozenset(glosses)


def _dispute(kind: str, about: str, items: "list[Event] | list[Quote] | list[Event | Quote]", pile: Pile) -> Dispute:
    ids = tuple(sorted(item.id for item in items))
    mark = sha1("|".join((kind, *ids)).encode(), usedforsecurity=False).hexdigest()[:8]
    docs = ", ".join(sorted({item.doc for item in items}))
    reason = wording_of(pile.ui).reasons["dispute_" + kind].format(docs=docs)
    return Dispute(id=f"{kind}-{mark}", kind=kind, about=" ".join(about.split()), items=ids, reason=reason)
