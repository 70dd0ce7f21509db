"""State bodies without a country: "the Interior Ministry", "МВД", "parliament".

Each use belongs to the country its report is about: the one its places and bodies name far more often than any other,
the dateline counting more. Where the report does not tell, the country of the whole pile may; else the body stays that
of its report alone. An issue lists what was not told by the report. A Polish report may mean Warsaw when it says "MSZ",
wherever its story is: bodies that deal with other countries go with the story only where both are one country.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.lang import gazetteer, load
from rashomon.lang.schema.link import LinkData
from rashomon.link.forms import Form
from rashomon.link.tables import state_types
from rashomon.link.union import Groups
from rashomon.model import Issue, Reading

_HEAD = 250  # characters of a report whose places are its dateline and lead
_LEAD = 2  # what a mention there counts more
_CLEAR = 2  # how many times more mentions make one country the one that is meant
_PILE = 3  # so many reports must be about a country, and as many times more than about any other

Moved = dict[tuple[int, int], int]

__all__ = ["Bare"]


class Bare:
    """Completes bare bodies; ``known`` and ``moved`` grow, ``issues`` lists what the report itself does not tell."""

    def __init__(self, forms: list[Form], readings: Sequence[Reading], groups: Groups, known: dict[str, int]) -> None:
        self.forms, self.readings, self.groups, self.known = forms, readings, groups, known
        self.issues: list[Issue] = []

    def complete(self, moved: Moved) -> None:
        """Send each use of a bare body that stands for nothing yet to the body of its country."""
        uses = [(i, kind, r) for i, kind in self._bare() for r in self.forms[i].docs if (i, r) not in moved]
        if not uses:
            return
        countries = self._countries(moved)
        pile = _clear(Counter(c for c in countries.values() if c), _PILE, _PILE)
        for i, kind, r in uses:
            place, why = self._chosen(i, kind, countries.get(r), pile)
            doc = self.readings[r].document.doc
            moved[i, r] = self._node(f"{kind}/{place or '?' + doc}")
            self.groups.note(moved[i, r], (f"{self.forms[i].text} in {doc}: {why}",))
            if place is None or place != countries.get(r):
                told = f"{self.forms[i].text}: {why}"
                self.issues.append(Issue(doc=doc, room="link", code="body-without-country", detail=told))

    def _bare(self) -> list[tuple[int, str]]:
        """The forms that name a type of state body and no country."""
        asked = ((i, form.known) for i, form in enumerate(self.forms) if form.kind == "org")
        return [(i, kind) for i, kind in asked if kind in state_types()]

    def _countries(self, moved: Moved) -> dict[int, str | None]:
        """The country that each report is about, where one is clear."""
        names = {self.groups.find(node): key for key, node in sorted(self.known.items(), reverse=True)}
        weights: dict[int, Counter[str]] = defaultdict(Counter)
        for i, form in enumerate(self.forms):
            for r, n in form.uses:
                country = _country(names.get(self.groups.find(moved.get((i, r), i))))
                if country:
                    weights[r][country] += 1 + _LEAD * (self.readings[r].names[n].start < _HEAD)
        return {r: _clear(counts, _CLEAR) for r, counts in weights.items()}

    def _chosen(self, i: int, kind: str, country: str | None, pile: str | None) -> tuple[str | None, str]:
        home = _home(self.forms[i].language)
        if kind in _outward() and home and home not in (country or pile, None):
            return None, f"may be that of {home} or of the country the report is about; kept apart"
        if country:
            return country, f"{country} is the country that the report names most"
        if pile:
            return pile, f"{pile} is the country of most reports; this one names none"
        return None, "the report names no country; kept apart"

    def _node(self, name: str) -> int:
        if name not in self.known:
            self.known[name] = self.groups.add()
        return self.known[name]


def _country(name: str | None) -> str | None:
    """The country of a known place or body."""
    if name is None:
        return None
    kind, _, place = name.partition("/")
    found = gazetteer.place(kind)
    code = (found.country if found else None) or (place if kind in state_types() else None)
    return code if code and len(code) == 2 and code.isupper() else None


def _clear(counts: Counter[str], times: int, least: int = 1) -> str | None:
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if not ranked or counts[ranked[0]] < least:
        return None
    second = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if counts[ranked[0]] >= times * second else None


def _home(language: str | None) -> str | None:
    return load(language).read(LinkData).home or None


def _outward() -> tuple[str, ...]:
    return load("und").read(LinkData).outward
