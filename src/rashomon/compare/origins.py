"""Who answers for a figure: reports that go back to one source count once.

The *voice* of a figure is, in this order: the source it is attributed to; the outlet its sentence
cites; the publisher of the report; the first report that carries the same text. Voices are plain
strings: an entity id, else a description that holds within one text only ("eyewitnesses" of two
reports are not the same people).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.groups import Groups
from rashomon.compare.pile import Claim, Pile, Report
from rashomon.compare.shingles import numbers, share
from rashomon.model import Citation, Figure, Origin, Quote, Source
from rashomon.text import fold, squeeze

__all__ = ["folded", "graph", "origins", "reported_voice", "voices"]

_REUSED = 0.7  # of the shorter sentence's three-word shingles
_FEWEST = 6
_MANY = 200  # figures of one question above which wording is compared with neighbours only
AUTHOR = "author"


def voices(pile: Pile, texts: Mapping[str, str]) -> dict[str, str]:
    """Figure id -> voice. ``texts`` maps a report to the first that carries its text."""
    found = {}
    for report in pile.reports:
        own = _own_voice(pile.by_doc[texts[report.doc]], pile)
        for figure in report.reading.figures:
            found[figure.id] = _voice(figure, report, own, pile)
    return found


def _voice(figure: Figure, report: Report, own: str, pile: Pile) -> str:
    source = figure.source
    if source and source != AUTHOR:
        return reported_voice(source, own, pile)
    cited = _cited(figure, report)
    return _citation_voice(cited, pile) if cited else own


def reported_voice(source: str, own: str, pile: Pile) -> str:
    """An entity speaks for itself; a description only within the text that uses it."""
    if source in pile.entities:
        return source
    known = pile.names.get(fold(squeeze(source)))
    return known or f"{squeeze(source)} ({own})"


def _own_voice(report: Report, pile: Pile) -> str:
    publisher = report.document.publisher
    if not publisher:
        return report.doc
    return pile.names.get(fold(squeeze(publisher)), squeeze(publisher))


def _cited(figure: Figure, report: Report) -> Citation | None:
    """The outlet named in the figure's sentence; a link says nothing of one figure."""
    start, end = figure.sentence_start, figure.sentence_end
    rows = [c for c in report.reading.citations if c.kind == "outlet" and start <= c.start < end]
    return min(rows, key=lambda c: (c.entity is None, abs(c.start - figure.start), c.start)) if rows else None


def _citation_voice(citation: Citation, pile: Pile) -> str:
    if citation.entity:
        return citation.entity
    text = squeeze(citation.text)
    return pile.names.get(fold(text), text)


def folded(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[str, str]:
    """Figure id -> voice, after joining unattributed figures whose sentences reuse the same words,
    and the same figure in copies or translations of one text ("officials", "fonti ufficiali").
    """
    voice = _attributed(claims)
    plain = [c for c in claims if c.figure.source in (None, AUTHOR)]
    marks = {c.id: frozenset(numbers(c.worded)) for c in plain} if len(plain) > 1 else {}
    groups = Groups(sorted(set(voice.values())))
    reach = len(plain) if len(plain) <= _MANY else 8
    for i, a in enumerate(plain):
        for b in plain[i + 1 : i + 1 + reach]:
            own = a.doc != b.doc and voice[a.id] != voice[b.id]
            if own and _reworded(marks[a.id], marks[b.id]):
                groups.join(voice[a.id], voice[b.id])
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        first = seen.setdefault((texts[claim.doc], claim.figure.low, claim.figure.high), claim)
        if first.doc != claim.doc:
            groups.join(voice[first.id], voice[claim.id])
    return {figure: groups.find(v) for figure, v in voice.items()}


def _attributed(claims: Sequence[Claim]) -> dict[str, str]:
    """Voices; what a report states itself and also attributes (a headline's number) has one source."""
    said: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.figure.source not in (None, AUTHOR):
            said[claim.doc, claim.figure.low, claim.figure.high].add(claim.voice)
    found = {}
    for claim in claims:
        named = said.get((claim.doc, claim.figure.low, claim.figure.high), set())
        if claim.scope.withdrawn:  # "she said five, and not seven": the seven was hers as well
            start = claim.figure.sentence_start
            named = {c.voice for c in claims if c.doc == claim.doc and c.figure.sentence_start == start} - {claim.voice}
        plain = claim.figure.source in (None, AUTHOR)
        found[claim.id] = min(named) if plain and len(named) == 1 else claim.voice
    return found


def _reworded(a: frozenset[int], b: frozenset[int]) -> bool:
    return min(len(a), len(b)) >= _FEWEST and share(a, b) >= _REUSED


def origins(claims: Sequence[Claim], voice: Mapping[str, str]) -> tuple[Origin, ...]:
    """The independent sources behind the figures of one question."""
    by_voice: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_voice[voice[claim.id]].append(claim)
    return tuple(
        Origin(
            source=name,
            figures=tuple(c.id for c in by_voice[name]),
            documents=tuple(sorted({c.doc for c in by_voice[name]})),
        )
        for name in sorted(by_voice)
    )


def graph(pile: Pile, claims: Sequence[Claim], texts: Mapping[str, str]) -> tuple[Source, ...]:
    """Chains: origin, through agencies and outlets, into each report."""
    rows: dict[tuple[str, tuple[str, ...], str, str], tuple[list[str], list[str]]] = {}
    for claim in claims:
        key = (claim.voice, _via(claim.figure, claim, pile), claim.doc, _how(claim, texts))
        rows.setdefault(key, ([], []))[0].append(claim.id)
    for report in pile.reports:
        own = _own_voice(pile.by_doc[texts[report.doc]], pile)
        for quote in report.reading.quotes:
            origin = own if quote.source in (None, "unspecified") else reported_voice(quote.source, own, pile)
            key = (origin, _quote_via(quote, report, pile), report.doc, "quoted")
            rows.setdefault(key, ([], []))[1].append(quote.id)
    return tuple(
        Source(origin=origin, via=via, doc=doc, how=how, figures=tuple(figures), quotes=tuple(quotes))
        for (origin, via, doc, how), (figures, quotes) in sorted(rows.items())
    )


def _how(claim: Claim, texts: Mapping[str, str]) -> str:
    if claim.figure.source not in (None, AUTHOR):
        return "quoted"
    if _cited(claim.figure, claim.report):
        return "cited"
    return "asserted" if texts[claim.doc] == claim.doc else "repeated"


def _via(figure: Figure, claim: Claim, pile: Pile) -> tuple[str, ...]:
    """Outlets between a named source and the report: those the quote or the sentence names."""
    if figure.source in (None, AUTHOR):
        return ()
    quotes = [q for q in claim.report.reading.quotes if q.id and q.id == figure.quote]
    if quotes and quotes[0].via:
        return _quote_via(quotes[0], claim.report, pile)
    cited = _cited(figure, claim.report)
    name = _citation_voice(cited, pile) if cited else None
    return (name,) if name and name != claim.voice else ()


def _quote_via(quote: Quote, report: Report, pile: Pile) -> tuple[str, ...]:
    by_span = {(c.start, c.end): c for c in report.reading.citations}
    return tuple(_citation_voice(by_span[ref], pile) for ref in quote.via if ref in by_span)
