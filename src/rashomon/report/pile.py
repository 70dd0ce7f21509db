"""A dossier with the look-ups that every view of it needs, and the labels people read."""

import re
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cached_property

from rashomon.model import Document, Dossier, Entity, Event, Figure, Question, Quote, Reading, Relation
from rashomon.report.vocabulary import INTERVALS, UNITS
from rashomon.report.words import words_for

__all__ = ["DISPUTE", "Pile", "clean"]

DISPUTE = ("conflict", "update", "compatible", "agree", "single")
_WEIGHTY = ("killed", "missing", "injured", "hospitalised", "detained", "displaced", "present")
_ENDINGS = re.compile(r"\.(txt|html?|pdf|docx|md|json|warc|gz)$", re.IGNORECASE)
# Signs that steer a screen instead of standing on it: terminal escapes, bidirectional overrides.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_LABEL = 22
_BEGINNING = 90


def clean(text: str | None) -> str:
    """One line of ``text`` that cannot steer a terminal or turn the reading direction."""
    return _STEERING.sub("\ufffd", " ".join((text or "").split()))


class Pile:
    """Everything a view asks of a dossier; built once."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = words_for(dossier.ui)
        self.readings: tuple[Reading, ...] = dossier.readings
        self.documents: list[Document] = [reading.document for reading in dossier.readings]
        self.index = {document.doc: i for i, document in enumerate(self.documents)}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in dossier.entities}
        self.figures: dict[str, Figure] = {f.id: f for r in dossier.readings for f in r.figures}
        self.quotes: dict[str, Quote] = {q.id: q for r in dossier.readings for q in r.quotes}
        self.events: dict[str, Event] = {e.id: e for r in dossier.readings for e in r.events}

    @cached_property
    def short(self) -> dict[str, str]:
        """A short name for every report: as many leading parts of the file name as tell it apart."""
        stems = {
            d.doc: re.split(r"[_\-. ]+", _ENDINGS.sub("", clean(d.doc).rsplit("/", 1)[-1])) for d in self.documents
        }
        longest = max((len(parts) for parts in stems.values()), default=0)
        for count in range(1, longest + 1):
            named = {doc: "_".join(parts[:count])[:_LONGEST_LABEL] for doc, parts in stems.items()}
            if len(set(named.values())) == len(named) and all(named.values()):
                return named
        return {d.doc: f"{i}" for i, d in enumerate(self.documents, 1)}

    def headline(self, document: Document) -> str:
        """A report's title; without one, how its text begins."""
        first = clean(document.text.strip().partition("\n")[0])
        begins = first if len(first) <= _BEGINNING else first[:_BEGINNING].rsplit(" ", 1)[0] + " …"
        return clean(document.title) or begins or clean(document.doc)

    @cached_property
    def relations(self) -> dict[str, list[Relation]]:
        """The relations of each question, gravest first; of those, the numbers that lie farthest apart."""
        grave = {"conflict": 0, "retraction": 1, "update": 2, "compatible": 3, "equal": 4}
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.dossier.comparison.relations:
            found[relation.question].append(relation)
        return {q: sorted(rows, key=lambda r: (grave.get(r.relation, 9), -self._apart(r))) for q, rows in found.items()}

    def _apart(self, relation: Relation) -> Decimal:
        """How many times the greater number of a pair is the smaller; 0 where one of them is not known."""
        pair = [self.figures.get(id) for id in (relation.a, relation.b)]
        ends = [f.low if f.low is not None else f.high for f in pair if f is not None]
        numbers = sorted(n for n in ends if n)
        return numbers[1] / numbers[0] if len(numbers) == 2 and numbers[0] > 0 else Decimal(0)

    @cached_property
    def states(self) -> dict[tuple[str, str], str]:
        """(question, doc) -> gives, repeats, mentions; silence is not listed."""
        return {(g.question, g.doc): g.state for g in self.dossier.comparison.gaps if g.state != "silent"}

    @cached_property
    def silences(self) -> dict[str, set[str]]:
        """The reports near a question's event that do not touch it; a report on something else is not silent."""
        found: dict[str, set[str]] = defaultdict(set)
        for gap in self.dossier.comparison.gaps:
            if gap.state == "silent":
                found[gap.question].add(gap.doc)
        return found

    @cached_property
    def mentioned(self) -> dict[str, list[str]]:
        """The reports that touch a question without a figure."""
        found: dict[str, list[str]] = defaultdict(list)
        for gap in self.dossier.comparison.gaps:
            if gap.state == "mentions" and gap.doc in self.index:
                found[gap.question].append(gap.doc)
        return found

    @cached_property
    def questions(self) -> list[Question]:
        """All questions, most disputed first."""
        return sorted(self.dossier.comparison.questions, key=self._dispute)

    @property
    def shared(self) -> list[Question]:
        """Questions that more than one figure answers."""
        return [q for q in self.questions if q.verdict != "single"]

    def _dispute(self, question: Question) -> tuple[object, ...]:
        """Gravest verdict, then most reports and origins, then what weighs most, then widest."""
        rank = DISPUTE.index(question.verdict) if question.verdict in DISPUTE else len(DISPUTE)
        weight = _WEIGHTY.index(question.measure) if question.measure in _WEIGHTY else len(_WEIGHTY)
        return (rank, -len(question.documents), -len(question.origins), weight, -len(question.figures), question.id)

    def verdicts(self) -> Counter[str]:
        return Counter(question.verdict for question in self.questions)

    def dated(self, figure: Figure) -> str:
        """As of when a figure holds: what its text says, else that only its report is dated; "" where nothing is."""
        own = (figure.when or "", figure.when_from or "sentence")
        date, given = self.dossier.comparison.asof.get(figure.id, own)
        if not date:
            return ""
        day = self.words.day(date)
        return (
            self.words("published {date}", date=day) if given == "published" else self.words("as of {date}", date=day)
        )

    def contradictions(self, most: int) -> list[tuple[str, list[tuple[Document, Event | Quote, str]]]]:
        """Disputes, those of most reports first: the reason, and each statement with its report and sentence,
        what is denied last.
        """
        found = []
        for dispute in self.dossier.comparison.disputes:
            told = [item for i in dispute.items if (item := self.events.get(i) or self.quotes.get(i))]
            told.sort(key=lambda item: (_denies(item), item.doc, item.start))
            rows = [(self.documents[self.index[item.doc]], item, self.sentence(item)) for item in told[:_STATEMENTS]]
            found.append((-len({item.doc for item in told}), self.shortened(dispute.reason), rows))
        return [(reason, rows) for _, reason, rows in sorted(found, key=lambda row: row[0])[:most]]

    def sentence(self, item: Event | Quote) -> str:
        """The sentence in which an event or quotation begins."""
        reading = self.readings[self.index[item.doc]]
        here = next((s for s in reading.sentences if s.start <= item.start < s.end), item)
        return clean(reading.document.text[here.start : here.end])

    def place(self, where: str | None) -> str:
        """The label of a place id; "" where none is known."""
        return self.entities[where].label if where in self.entities else (where or "")

    def source(self, source: str | None) -> str:
        """Who is behind a figure or quote, for people."""
        if source is None or source == "author":
            return self.words("no source named")
        if source == "unspecified":
            return self.words("unnamed source")
        if source in self.entities:
            return self.entities[source].label
        return self.words("the report itself") if source in self.index else self._described(source)

    def origin(self, source: str) -> str:
        """The same where several reports are told apart: "report 003 itself"."""
        return (
            self.words("report {name} itself", name=self.short[source]) if source in self.index else self.source(source)
        )

    def _described(self, source: str) -> str:
        """A description told apart by its report or outlet ("witnesses (a_1.txt)") gets the name people know."""
        words, _, inner = source.rpartition(" (")
        inner = inner.removesuffix(")")
        if words and inner in self.index:
            return f"{words} ({self.short[inner]})"
        return f"{words} ({self.entities[inner].label})" if words and inner in self.entities else source

    def shortened(self, reason: str) -> str:
        """A sentence with reports under their short names."""
        for doc in self._named.findall(reason) if self._named else ():
            reason = reason.replace(doc, self.short[doc])
        return reason

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        if not self.index:
            return None
        return re.compile("|".join(re.escape(doc) for doc in sorted(self.index, key=len, reverse=True)))

    def anchor(self, question: Question) -> str:
        """The address of a question in the page."""
        return question.id if question.id.startswith("question-") else f"question-{question.id}"

    def value(self, figure: Figure) -> str:
        """A figure's interval in words: "at least 1,300", "about 20–99", "45 %"."""
        low, high, number = figure.low, figure.high, self.words.number
        if low is None and high is None:
            return f"“{clean(figure.text)}”"
        if low is None or high is None:
            bound = number(high if low is None else low)  # type: ignore[arg-type]
            pattern = INTERVALS["most" if low is None else "least"]
        elif low == high:
            bound, pattern = number(low), INTERVALS["about" if figure.approx else "exact"]
        else:
            bound, pattern = f"{number(low)}–{number(high)}", INTERVALS["exact"]
        return self.words(pattern, number=bound) + self.unit(figure.unit)

    def compact(self, figure: Figure) -> str:
        """The same in a matrix cell: "≥ 1,300", "≈ 4,000", "20–99"."""
        low, high, number = figure.low, figure.high, self.words.number
        if low is None:
            return clean(figure.text)[:12] if high is None else f"≤ {number(high)}"
        if high is None:
            return f"≥ {number(low)}"
        if low == high:
            return ("≈ " if figure.approx else "") + number(low)
        return f"{number(low)}–{number(high)}"

    def unit(self, unit: str | None) -> str:
        """What follows the number: nothing for people."""
        if unit in (None, "people"):
            return ""
        return " %" if unit == "percent" else " " + self.words(UNITS.get(str(unit), str(unit)))

    def interval(self, low: Decimal | None, high: Decimal | None) -> str:
        """The span of a question's figures."""
        first = self.words.number(low) if low is not None else "…"
        last = self.words.number(high) if high is not None else "…"
        return first if first == last else f"{first}–{last}"


_STATEMENTS = 6  # of one dispute that are shown


def _denies(item: Event | Quote) -> bool:
    return (item.stance == "denies") if isinstance(item, Quote) else item.status == "denied"
