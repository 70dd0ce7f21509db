"""Statements that contradict each other beyond figures; conservative, or nobody reads them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha1
from typing import NamedTuple

from rashomon.compare.asks import wording_of
from rashomon.compare.deeds import VIOLENT
from rashomon.compare.origins import reported_voice
from rashomon.compare.pile import Pile, Report
from rashomon.compare.shingles import Numbers, hash_of, numbers, packed, share
from rashomon.compare.stories import near
from rashomon.compare.timeline import Told, same_sense
from rashomon.compare.words import content_words
from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.compare import CompareData
from rashomon.model import Dispute, Event, Quote
from rashomon.text import tokenize

__all__ = ["disputes"]

_ALIKE = 0.5  # share of the shorter statement's words that the other has
_OF_LONGER = 0.2
_FEWEST = 3
_MEMBERS = 60
_COMMON = 0.1  # of all statements: a word in more of them tells nothing ("that", "vote")


def disputes(pile: Pile, texts: Mapping[str, str], sets: list[list[Told]]) -> tuple[Dispute, ...]:
    """Denied events, two dates or actors for one event, accusations and their rejection; by id."""
    rows = _denied(sets, pile) + _by_others(sets, pile) + _told_apart(sets, pile) + _rejected(pile, texts)
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda d: d.id))


def _denied(sets: list[list[Told]], pile: Pile) -> list[Dispute]:
    """One report asserts a happening that another denies."""
    found = []
    for group in sets:
        denied = [t.event for t in group if t.event.status == "denied" and _by_quote(t)]
        asserted = [t.event for t in group if t.event.status == "asserted"]
        if denied and asserted:
            found.append(_dispute("denied", asserted[0].text, [*asserted, *denied], pile))
    return found


def _by_quote(item: Told) -> bool:
    """Somebody denies it: "a man shot by police had no gun" denies no shot."""
    quotes = item.report.reading.quotes
    return any(q.id and q.id == item.event.quote and _denies(q, item.report) for q in quotes)


def _denies(quote: Quote, report: Report) -> bool:
    """Whether a quote denies a statement, and does not refuse to do something."""
    if quote.stance != "denies":
        return False
    table = load(report.document.language).build(_denials)
    return quote.cue is None or any(True for _ in table.scan([t.fold for t in tokenize(quote.cue)]))


def _denials(pack: Pack) -> PhraseTable[str]:
    return PhraseTable([(p, "denies") for p in pack.read(CompareData).denials], pack.lemmas)


_SIDES = frozenset({"security_forces", "participants", "foreign_forces"})


def _by_others(sets: list[list[Told]], pile: Pile) -> list[Dispute]:
    """One violent act of one day and place, which two reports lay to different sides or bodies."""
    found = []
    for group in sets:
        told_of = [
            t
            for t in group[:_MEMBERS]
            if {t.sense, t.deed.sense} & VIOLENT and t.deed.agent and t.event.status == "asserted"
        ]
        by: dict[str, set[str | None]] = {}
        for t in told_of:
            by.setdefault(t.report.doc, set()).add(t.deed.agent)
        pairs = [(a, b) for i, a in enumerate(told_of) for b in told_of[i + 1 :] if _other_agent(a, b, pile)]
        items = {t.event.id: t.event for pair in pairs for t in pair if all(len(by[x.report.doc]) == 1 for x in pair)}
        if items:
            first = min(items.values(), key=lambda e: (e.doc, e.start))
            found.append(_dispute("actor", first.text, list(items.values()), pile))
    return found


def _other_agent(a: Told, b: Told, pile: Pile) -> bool:
    """Both say who did it, not the same, and neither's doer is the other's victim."""
    one, other = a.deed, b.deed
    if a.report is b.report or not same_sense(a, b) or one.agent == other.agent:
        return False
    if one.agent == other.patient or other.agent == one.patient:
        return False
    if one.patient and other.patient and one.patient != other.patient:
        return False
    kinds = {e.kind if (e := pile.entities.get(x or "")) else x in _SIDES for x in (one.agent, other.agent)}
    return len(kinds) == 1 and kinds <= {"org", "person", True} and _same_day(a, b)


def _same_day(a: Told, b: Told) -> bool:
    """The same exact day, or one question of fact that the figures beside them answer."""
    dated = a.when is not None and b.when is not None and a.when.exact and a.when.first[:10] == b.when.first[:10]
    placed = a.event.where is not None and a.event.where == b.event.where
    return (dated and placed) or bool(a.answers & b.answers)


def _told_apart(sets: list[list[Told]], pile: Pile) -> list[Dispute]:
    """One happening with two dates: the same act or trigger word, and place."""
    shelf: dict[tuple[str, str, str], list[Told]] = {}
    for item in sorted((t for group in sets for t in group), key=lambda t: t.key):
        event = item.event
        if event.where and event.status == "asserted":
            words = content_words(event.text, item.report.document.language)
            for word in sorted(words | ({"act:" + item.deed.sense} if item.deed.sense else set())):
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
            one, other = _cast(a, pile), _cast(b, pile)
            same = bool(one) and (one == other or a.deed.agent == b.deed.agent in one & other)
            if close and same:
                found.append(_dispute("date", a.event.text, [a.event, b.event], pile))
    return found


def _cast(item: Told, pile: Pile) -> set[str]:
    agent = item.deed.agent
    return {*item.event.actors, *([agent] if agent in pile.entities else [])}


def _rejected(pile: Pile, texts: Mapping[str, str]) -> list[Dispute]:
    """A statement that one source denies and another makes, in like words or on the same names."""
    denials = [row for report in pile.reports for row in _statements(report, _denies)]
    claims = [row for report in pile.reports if denials for row in _statements(report, _holds)]
    counts = Counter(mark for row in claims for mark in numbers(row.marks))
    most = max(6, min(60, int(_COMMON * len(claims))))
    usual = frozenset(mark for mark, count in counts.items() if count > most)
    wanted = {mark for row in denials for mark in numbers(row.marks)} - usual
    by_mark: dict[int, list[int]] = {}
    for i, row in enumerate(claims):
        for mark in wanted.intersection(numbers(row.marks)):
            by_mark.setdefault(mark, []).append(i)
    return [found for row in denials for found in _against(row, claims, by_mark, usual, pile)]


def _against(
    denial: "_Statement",
    claims: "list[_Statement]",
    by_mark: Mapping[int, list[int]],
    usual: frozenset[int],
    pile: Pile,
) -> Iterator[Dispute]:
    """The statements that one denial is held against."""
    quote, report = denial.quote, denial.report
    marks = frozenset(numbers(denial.marks)) - usual
    for other, where, words in (claims[i] for i in sorted({i for m in marks for i in by_mark.get(m, ())})):
        voices = {
            reported_voice(r.doc if q.source in (None, "unspecified") else q.source, r.doc, pile)
            for q, r in ((quote, report), (other, where))
        }
        theirs = frozenset(numbers(words)) - usual
        if len(voices) == 2 and not _one_passage(quote, other) and _one_matter(marks, theirs):
            kind = "rejected" if other.stance == "accuses" else "denied"
            yield _dispute(kind, other.text[:80], [other, quote], pile)


def _one_passage(a: Quote, b: Quote) -> bool:
    return a.doc == b.doc and a.start < b.end and b.start < a.end


def _one_matter(a: frozenset[int], b: frozenset[int]) -> bool:
    """Like words on both sides; names alone do not do ("criticism of the pipeline", "work on the pipeline")."""
    common = len(a & b)
    return common >= _FEWEST and share(a, b) >= _ALIKE and common >= _OF_LONGER * max(len(a), len(b))


class _Statement(NamedTuple):
    """``marks``: packed, as there are tens of thousands."""

    quote: Quote
    report: Report
    marks: bytes


def _holds(quote: Quote, report: Report) -> bool:
    return quote.stance in ("accuses", "asserts")


def _statements(report: Report, wanted: Callable[[Quote, Report], bool]) -> Iterator[_Statement]:
    """The wanted quotations of a report with what they say: see `_marks`."""
    chosen = [(i, quote) for i, quote in enumerate(report.reading.quotes) if wanted(quote, report)]
    said = report.traits().said if chosen else ()
    for i, quote in chosen:
        yield _Statement(quote, report, packed(sorted(_marks(quote, numbers(said[i]), report))))


def _marks(quote: Quote, said: Numbers, report: Report) -> set[int]:
    """What a statement says: its content words outside of names, across languages by their sense."""
    reading, (start, end) = report.reading, (quote.start, quote.end)
    named = [(n.start, n.end) for n in reading.names if start <= n.start and n.end <= end]
    words = {form for a, b, form in zip(said[::3], said[1::3], said[2::3], strict=True) if _outside(a, b, named)}
    terms = (t for t in reading.terms if start <= t.start and t.end <= end and t.measure)
    return words | {hash_of("gloss:" + t.gloss) for t in terms}


def _outside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return all(end <= a or b <= start for a, b in spans)


def _dispute(kind: str, about: str, items: "list[Event] | list[Quote] | list[Event | Quote]", pile: Pile) -> Dispute:
    ids = tuple(sorted(item.id for item in items))
    mark = sha1("|".join((kind, *ids)).encode(), usedforsecurity=False).hexdigest()[:8]
    docs = ", ".join(sorted({item.doc for item in items}))
    reason = wording_of(pile.ui).reasons["dispute_" + kind].format(docs=docs)
    return Dispute(id=f"{kind}-{mark}", kind=kind, about=" ".join(about.split()), items=ids, reason=reason)
