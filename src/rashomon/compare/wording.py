"""How each report names the same groups and bodies: counted, in its own words, without choosing."""

from collections import defaultdict

from rashomon.compare.pile import Pile, Report
from rashomon.lang import load
from rashomon.model import Name, Wording
from rashomon.text import fold, squeeze

__all__ = ["wording"]

Span = tuple[int, int]


def wording(pile: Pile) -> tuple[Wording, ...]:
    """Rows by what they are about, report and word: groups and measures by term, entities by form."""
    rows: list[Wording] = []
    for report in pile.reports:
        rows += _groups(report)
        rows += _entities(report, pile)
    return tuple(sorted(rows, key=lambda w: (w.about, w.doc, -w.count, w.lemma, w.text)))


def _groups(report: Report) -> list[Wording]:
    found: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    shown: dict[tuple[str, str, str], str] = {}
    for term in report.reading.terms:
        about = term.group or term.measure
        if about:
            key = (about, term.lemma, term.gloss)
            found[key].append((term.start, term.end))
            shown.setdefault(key, fold(squeeze(term.text)))
    return [
        Wording(about=about, doc=report.doc, text=shown[about, lemma, gloss], lemma=lemma, gloss=gloss,
                count=len(spans), spans=tuple(sorted(spans)))
        for (about, lemma, gloss), spans in found.items()
    ]  # fmt: skip


def _entities(report: Report, pile: Pile) -> list[Wording]:
    found: dict[tuple[str, str], list[Name]] = defaultdict(list)
    language = load(report.document.language).code
    for name in report.reading.names:
        if name.entity:
            found[name.entity, fold(squeeze(name.lemma or name.text))].append(name)
    return [
        Wording(about=entity, doc=report.doc, text=squeeze(names[0].text), lemma=names[0].lemma or lemma,
                gloss=pile.label(entity) if language != pile.ui else "", count=len(names),
                spans=tuple(sorted((n.start, n.end) for n in names)))
        for (entity, lemma), names in found.items()
    ]  # fmt: skip
