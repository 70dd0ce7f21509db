"""References of one report to entity ids: who said it, where, when."""

from typing import TypeVar

from rashomon.link.anaphora import Described
from rashomon.model import Citation, Entity, Event, Figure, Name, Quote, Reading, Ref, Time, replace
from rashomon.text import fold, squeeze

Says = TypeVar("Says", Quote, Figure)


class Resolver:
    """Spans of one report's names and times, and the entities by the forms they were met under."""

    def __init__(self, reading: Reading, by_form: dict[str, str]) -> None:
        self.reading = reading
        self.names: dict[Ref, Name] = {(n.start, n.end): n for n in reading.names}
        self.times: dict[Ref, Time] = {(t.start, t.end): t for t in reading.times}
        self.by_form = by_form
        self.described = Described(reading)

    def reading_with_references(self) -> Reading:
        """The report with every reference that can be resolved filled in."""
        mine = self.reading
        return replace(
            mine,
            quotes=tuple(self.quote(q) for q in mine.quotes),
            figures=tuple(self.figure(f) for f in mine.figures),
            events=tuple(self.event(e) for e in mine.events),
            citations=tuple(self.citation(c) for c in mine.citations),
        )

    def entity(self, ref: Ref) -> str | None:
        """The entity at a name's span."""
        name = self.names.get(ref) if ref else None
        return name.entity if name else None

    def source(self, ref: Ref, text: str | None) -> str | None:
        """The entity that source words stand for, else the words themselves as a description."""
        found = self.entity(ref)
        if found or not text:
            return found
        return self.by_form.get(fold(squeeze(text))) or self.described.entity(squeeze(text)) or squeeze(text)

    def when(self, ref: Ref, given: str | None, how: str | None = None) -> str | None:
        """The date of a time's span; the report's own date where that was the ground."""
        if how == "published":
            return self.reading.document.published
        time = self.times.get(ref) if ref else None
        return (time.meant or time.value) if time else given

    def quote(self, quote: Quote) -> Quote:
        """An impersonal report ("it was initially said") names nobody, which is not the same as unknown."""
        source = self.source(quote.source_ref, quote.source or quote.source_text)
        impersonal = quote.source_text is None and any(part in quote.rule for part in (".impersonal", ".passive"))
        return replace(quote, source=source or ("unspecified" if impersonal else None))

    def figure(self, figure: Figure) -> Figure:
        return replace(
            figure,
            source=self.source(figure.source_ref, figure.source_text) or figure.source,
            where=self.entity(figure.where_ref) or figure.where,
            when=self.when(figure.when_ref, figure.when, figure.when_from),
        )

    def event(self, event: Event) -> Event:
        actors = tuple(dict.fromkeys(a for a in map(self.entity, event.actor_refs) if a))
        return replace(
            event,
            source=self.entity(event.source_ref) or event.source,
            where=self.entity(event.where_ref) or event.where,
            date=self.when(event.when_ref, event.date),
            actors=actors or event.actors,
        )

    def citation(self, citation: Citation) -> Citation:
        ref = citation.ref or (citation.start, citation.end)
        return replace(citation, entity=self.entity(ref) or self.by_form.get(fold(squeeze(citation.text))))


def forms_of(entities: list[Entity]) -> dict[str, str]:
    """Folded form -> entity id, where a form stands for one entity only."""
    found: dict[str, str | None] = {}
    for entity in entities:
        for form in (*entity.aliases, entity.label):
            key = fold(form)
            found[key] = entity.id if found.get(key, entity.id) == entity.id else None
    return {form: name for form, name in found.items() if name}
