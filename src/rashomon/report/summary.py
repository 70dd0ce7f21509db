"""What the pile is about: counted from what was found, never guessed."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from rashomon.model import Entity
from rashomon.report.pile import Pile

__all__ = ["Summary", "summarise"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Summary:
    """``period`` is (first, last) ISO day or None; ``places`` and ``parties`` most reported first."""

    period: tuple[str, str] | None
    places: list[Entity]
    parties: list[Entity]
    languages: list[tuple[str | None, int]]


def summarise(pile: Pile) -> Summary:
    """Period, places, parties and languages of a pile."""
    languages = Counter(document.language for document in pile.documents)
    return Summary(
        period=_period(pile),
        places=_foremost(pile, ("place",)),
        parties=_foremost(pile, ("person", "org")),
        languages=sorted(languages.items(), key=lambda item: (-item[1], item[0] or "~")),
    )


def _period(pile: Pile) -> tuple[str, str] | None:
    """The stretch of days that carries nearly everything the reports date.

    Background ("since 1991") would stretch it over decades, so days far from the middle one are
    left out: more than 60 days away, where there is enough to tell.
    """
    days: list[str] = []
    for reading in pile.readings:
        days += _days(reading.document.published)
        for event in reading.events:
            days += _days(event.date)
        for figure in reading.figures:
            days += _days(figure.when)
    if not days:
        days = [day for reading in pile.readings for time in reading.times for day in _days(time.meant or time.value)]
    if not days:
        return None
    days.sort()
    middle = _ordinal(days[len(days) // 2])
    near = [day for day in days if abs(_ordinal(day) - middle) <= 60]
    return near[0], near[-1]


def _days(value: str | None) -> list[str]:
    return _DAY.findall(value or "")


def _ordinal(day: str) -> int:
    year, month, date = day.split("-")
    return int(year) * 372 + int(month) * 31 + int(date)


def _foremost(pile: Pile, kinds: tuple[str, ...]) -> list[Entity]:
    """The entities that most reports name, then those that are named most."""
    counted: dict[str, int] = defaultdict(int)
    for reading in pile.readings:
        for name in reading.names:
            if name.entity:
                counted[name.entity] += 1
    found = [entity for entity in pile.dossier.entities if entity.kind in kinds]
    found.sort(key=lambda e: (-len(e.documents), -max(e.mentions, counted[e.id]), e.id))
    return found[:_SHOWN]
