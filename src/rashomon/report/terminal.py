"""The terminal view: the same order of things as the page, in lines of at most ``width`` columns."""

import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rashomon.model import Dossier, Question, Relation
from rashomon.report.cards import Card, Row, card
from rashomon.report.pile import DISPUTE, Pile, clean
from rashomon.report.summary import summarise
from rashomon.report.vocabulary import KINDS, VERDICTS, WHO

__all__ = ["show"]

_PAINT = {"conflict": "31;1", "update": "33", "compatible": "32", "agree": "34", "strong": "1", "soft": "2"}
_MOST = 20  # questions told in full
_ROWS = 12  # figures of one question
_KINDS_TOLD = 2  # kinds of relation explained
_SPEAKERS = 8
_DISPUTES = 6
_TERMS = 6
_GROUPS = ("participants", "security_forces", "foreign_forces", "civilians")


def show(dossier: Dossier, width: int = 80, colour: bool = False) -> str:
    """The whole view as text, ending in a line break; colour codes only where asked for."""
    view = _View(Pile(dossier), max(40, width), colour)
    return "\n".join(view.lines()) + "\n"


def columns(text: str) -> int:
    """How many columns ``text`` takes: wide signs two, combining marks none."""
    return sum(0 if unicodedata.combining(s) else 2 if unicodedata.east_asian_width(s) in "WF" else 1 for s in text)


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` columns, cut with an ellipsis where it is longer."""
    text = clean(text)
    if columns(text) > width:
        while text and columns(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - columns(text))


class _View:
    def __init__(self, pile: Pile, width: int, colour: bool) -> None:
        self.pile, self.words, self.width, self.colour = pile, pile.words, width, colour

    def paint(self, text: str, kind: str) -> str:
        return f"\x1b[{_PAINT[kind]}m{text}\x1b[0m" if self.colour and kind in _PAINT else text

    def wrap(self, text: str, indent: int = 0) -> list[str]:
        pad = " " * indent
        return textwrap.wrap(clean(text), self.width, initial_indent=pad, subsequent_indent=pad) or []

    def lines(self) -> Iterator[str]:
        yield from self.head()
        for number, question in enumerate(self.pile.shared[:_MOST], 1):
            yield ""
            yield from self.question(number, question)
        rest = len(self.pile.shared) - _MOST
        if rest > 0:
            yield ""
            yield self.words.many("{n} more question in the report page", "{n} more questions in the report page", rest)
        for part in (self.disputes(), self.alone(), self.wording(), self.speakers(), self.issues()):
            block = list(part)
            if block:
                yield ""
                yield from block

    def head(self) -> Iterator[str]:
        words, summary = self.words, summarise(self.pile)
        counts = words.many("{n} report", "{n} reports", len(self.pile.documents))
        tongues = ", ".join(f"{code or '?'} {n}" for code, n in summary.languages)
        places = ", ".join(clean(place.label) for place in summary.places[:2])
        period = words.period(*summary.period) if summary.period else ""
        for row in self.wrap(" · ".join(part for part in (counts, tongues, places, period) if part)):
            yield self.paint(row, "strong")
        verdicts = self.pile.verdicts()
        parts = [words("{n} {verdict}", n=verdicts[v], verdict=words(VERDICTS[v])) for v in DISPUTE[:-1] if verdicts[v]]
        shared = len(self.pile.shared)
        asked = words.many("{n} question is answered by more than one figure:",
                           "{n} questions are answered by more than one figure:", shared)  # fmt: skip
        single = words.many("{n} figure stands alone", "{n} figures stand alone", verdicts["single"])
        told = f"{asked} {', '.join(parts)} · {single}" if shared else f"{self._none()} {single}"
        yield from self.wrap(told)

    def _none(self) -> str:
        return self.words("No question is answered by more than one figure.")

    def question(self, number: int, question: Question) -> Iterator[str]:
        """Heading with its verdict at the right edge, figures in columns, who is silent, and why."""
        drawn = card(self.pile, question)
        verdict = self.words(VERDICTS.get(question.verdict, question.verdict))
        room = self.width - columns(verdict) - 1
        heading = textwrap.wrap(f"{number:<2} {clean(question.asks)}", room, subsequent_indent="   ")
        first = heading[0] + " " * max(1, self.width - columns(heading[0]) - columns(verdict))
        yield self.paint(first, "strong") + self.paint(verdict, question.verdict)
        yield from (self.paint(row, "strong") for row in heading[1:])
        yield from self.figures(drawn)
        yield from self.reasons(drawn)

    def figures(self, drawn: Card) -> Iterator[str]:
        value = min(24, max((columns(row.value) for row in drawn.rows), default=8))
        name = min(14, max((columns(self.pile.short[row.document.doc]) for row in drawn.rows), default=4))
        left = self.width - 4 - value - 2 - name - 4 - 2
        dated = max((columns(self._dated(row)) for row in drawn.rows), default=8)
        source = max(8, left - dated - 2)
        for row in drawn.rows[:_ROWS]:
            report = f"{fit(self.pile.short[row.document.doc], name)} {fit(row.document.language or '', 2)}"
            who = row.source if not row.repeat else "↳ " + row.source
            line = f"    {fit(row.value, value)}  {report}  {fit(who, source)}  {fit(self._dated(row), dated)}"
            yield self.paint(line[: self.width].rstrip(), "soft") if row.repeat else line[: self.width].rstrip()
        if len(drawn.rows) > _ROWS:
            yield "    … " + self.words.many("{n} more figure", "{n} more figures", len(drawn.rows) - _ROWS)

    def _dated(self, row: Row) -> str:
        date = row.when or self.words("undated")
        return f"{date}, {row.status}" if row.status else date

    def reasons(self, drawn: Card) -> Iterator[str]:
        if drawn.silent and len(drawn.silent) < len(self.pile.documents):
            names = [self.pile.short[d.doc] for d in drawn.silent[:_ROWS]]
            more = " …" if len(drawn.silent) > _ROWS else ""
            yield from self.wrap(f"{self.words('Silent on this:')} {', '.join(names)}{more}", 4)
        told = self.pile.relations.get(drawn.question.id, [])
        for reason in _reasons(told)[:_KINDS_TOLD]:
            yield from self.wrap(self.pile.shortened(reason), 4)
        for policy in drawn.policies:
            parts = (
                (self.words("low"), policy.low),
                (self.words("best"), policy.best),
                (self.words("high"), policy.high),
            )
            yield from self.wrap(f"{policy.name}: {' · '.join(f'{k} {v}' for k, v in parts if v)}", 4)

    def disputes(self) -> Iterator[str]:
        """Statements that contradict each other beyond figures, each with the sentences it rests on."""
        rows = self.pile.dossier.comparison.disputes
        if rows:
            yield self.paint(self.words("Statements that contradict each other"), "strong")
        for reason, told in self.pile.contradictions(_DISPUTES):
            yield from self.wrap(reason, 4)
            for document, _, sentence in told:
                yield "      " + fit(f"{self.pile.short[document.doc]}  {sentence}", self.width - 6).rstrip()
        if len(rows) > _DISPUTES:
            yield "    … " + self.words.many("{n} more", "{n} more", len(rows) - _DISPUTES)

    def alone(self) -> Iterator[str]:
        """Figures that stand alone, counted by what they measure."""
        counted = Counter(q.measure for q in self.pile.questions if q.verdict == "single")
        if counted:
            yield self.paint(self.words("Figures that stand alone"), "strong")
            words = self.pile.words
            yield from self.wrap(", ".join(f"{words(m)} {n}" for m, n in sorted(counted.items(), key=_most)), 4)

    def wording(self) -> Iterator[str]:
        """For each group of people: the words of each report, most used first."""
        groups: dict[str, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
        for row in self.pile.dossier.comparison.wording:
            groups[row.about][row.doc].append((row.text, row.count))
        shown = [g for g in _GROUPS if g in groups] or sorted(groups, key=lambda g: (-len(groups[g]), g))[:3]
        if shown:
            yield self.paint(self.words("Wording, by report"), "strong")
        for group in shown:
            label = (
                self.pile.entities[group].label if group in self.pile.entities else self.words(WHO.get(group, group))
            )
            parts = [self._terms(doc, terms) for doc, terms in sorted(groups[group].items())]
            yield from self.wrap(f"{clean(label)}: {' · '.join(parts[:_ROWS])}", 4)

    def _terms(self, doc: str, terms: list[tuple[str, int]]) -> str:
        best = sorted(terms, key=_most)[:_TERMS]
        return f"{self.pile.short.get(doc, doc)} " + ", ".join(f"“{clean(text)}” {n}" for text, n in best)

    def speakers(self) -> Iterator[str]:
        """Who is quoted most, in which ways."""
        said: dict[str, Counter[str]] = defaultdict(Counter)
        for quote in (q for reading in self.pile.readings for q in reading.quotes):
            said[clean(self.pile.source(quote.source or quote.source_text))][quote.kind] += 1
        if said:
            yield self.paint(self.words("Speakers"), "strong")
        best = sorted(said.items(), key=lambda item: (-item[1].total(), item[0]))
        for name, kinds in best[:_SPEAKERS]:
            ways = ", ".join(f"{self.words(KINDS.get(k, k))} {n}" for k, n in sorted(kinds.items(), key=_most))
            yield f"    {fit(name, 28)} {kinds.total():>3}  {fit(ways, self.width - 38)}".rstrip()
        if len(best) > _SPEAKERS:
            yield "    … " + self.words.many("{n} more", "{n} more", len(best) - _SPEAKERS)

    def issues(self) -> Iterator[str]:
        issues = self.pile.dossier.issues
        if issues:
            yield self.paint(self.words("Issues"), "strong")
        for issue in issues[:_SPEAKERS]:
            yield from self.wrap(": ".join(filter(None, (issue.doc, issue.code, issue.detail))), 4)
        if len(issues) > _SPEAKERS:
            yield "    … " + self.words.many("{n} more", "{n} more", len(issues) - _SPEAKERS)


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _reasons(relations: Iterable[Relation]) -> list[str]:
    """Why a question has its verdict: the first sentence of each kind of relation, gravest first."""
    first: dict[str, str] = {}
    for relation in relations:
        first.setdefault(relation.relation, relation.reason)
    return [reason for reason in first.values() if reason]
