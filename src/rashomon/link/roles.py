"""What reports call people beside their names: evidence for and against two bearers of one surname being one.

"Health Minister Karev" is not the "goalkeeper Karev" of another report, nor is "Mrs Karev" her husband. The words of a
role are looked up in the table of `rashomon.lang.bodies.roles`; a country and a field ("of health") count as well.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.lang import bodies
from rashomon.link.forms import Form
from rashomon.link.meaning import meaning
from rashomon.link.words import split
from rashomon.model import Reading

_FAR = frozenset({"sport", "church", "art"})  # who lives by these is seldom anything else in the news
_OFFICES = {"presidency", "ministry"}  # meanings that say the office once more, not its field

__all__ = ["NOTHING", "Profile", "Roles"]


class Profile(NamedTuple):
    """What is said of somebody: roles, spheres of life, genders, countries, fields, and the words."""

    roles: frozenset[str] = frozenset()
    spheres: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    def against(self, other: "Profile") -> str | None:
        """Why two cannot be one person; None where nothing is against it."""
        if _disjoint(self.genders, other.genders):
            return f"“{self.told()}” and “{other.told()}”: a man and a woman"
        if _disjoint(self.spheres, other.spheres):
            return f"“{self.told()}” and “{other.told()}”: roles of different people"
        same = self.roles & other.roles
        if same and (_disjoint(self.countries, other.countries) or _disjoint(self.fields, other.fields)):
            return f"“{self.told()}” and “{other.told()}”: the same office of another country or field"
        return None

    def far(self, other: "Profile") -> bool:
        """Whether the roles are so different that not even one name in full makes them one person."""
        apart = _disjoint(self.spheres, other.spheres)
        return _disjoint(self.genders, other.genders) or (apart and bool((self.spheres | other.spheres) & _FAR))

    def supports(self, other: "Profile") -> bool:
        """Whether both are said to hold the same office, and nothing is against it."""
        return bool(self.roles & other.roles) and self.against(other) is None

    def told(self) -> str:
        """The first words that say it."""
        return self.words[0] if self.words else "?"


NOTHING = Profile()


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


class Roles:
    """Profiles of the uses of person forms."""

    def __init__(self, forms: Sequence[Form], readings: Sequence[Reading]) -> None:
        self.forms = forms
        self.of_use: dict[tuple[int, int], Profile] = {}
        self.of_form: dict[int, Profile] = {}
        self.pointed: set[tuple[int, int]] = set()  # uses that the report itself ties to an earlier name
        people = ((i, form) for i, form in enumerate(forms) if form.kind == "person")
        for i, form in people:
            self._read(i, form, readings)

    def _read(self, i: int, form: Form, readings: Sequence[Reading]) -> None:
        for r, n in form.uses:
            role = readings[r].names[n].role
            if readings[r].names[n].coref:
                self.pointed.add((i, r))
            if role:
                found = profile(role, form.language or "en")
                self.of_use[i, r] = merged((self.of_use.get((i, r), NOTHING), found))
                self.of_form[i] = merged((self.of_form.get(i, NOTHING), found))

    def use(self, i: int, r: int) -> Profile:
        """What report ``r`` says beside form ``i``."""
        return self.of_use.get((i, r), NOTHING)

    def group(self, members: Iterable[int]) -> Profile:
        """What the pile says of all forms of a group."""
        return merged(self.of_form[m] for m in members if m in self.of_form)


def merged(profiles: Iterable[Profile]) -> Profile:
    """All that is said together."""
    rows = [p for p in profiles if p.words]
    if len(rows) < 2:
        return rows[0] if rows else NOTHING
    return Profile(
        roles=frozenset[str]().union(*(row.roles for row in rows)),
        spheres=frozenset[str]().union(*(row.spheres for row in rows)),
        genders=frozenset[str]().union(*(row.genders for row in rows)),
        countries=frozenset[str]().union(*(row.countries for row in rows)),
        fields=frozenset[str]().union(*(row.fields for row in rows)),
        words=tuple(dict.fromkeys(word for row in rows for word in row.words))[:4],
    )


@lru_cache(maxsize=20_000)
def profile(text: str, language: str) -> Profile:
    """What the words of a role say."""
    folds = split(text)
    found = [role for role in bodies.roles() if any(_within(p, folds) for p in _phrases(role.id, language))]
    if not found:
        return NOTHING
    offices = [role for role in found if role.spheres]
    told = meaning(folds, language, False)
    parts = [part for part in told.parts if part.isdisjoint(_OFFICES)]
    places = frozenset(one[1:] for part in parts for one in part if one.startswith("@") and len(one) == 3)
    fields = frozenset(one for part in parts for one in part if not one.startswith("@"))
    return Profile(
        roles=frozenset(role.id for role in offices),
        spheres=frozenset[str]().union(*(role.spheres for role in offices)),
        genders=frozenset(role.gender for role in found if role.gender),
        countries=places,
        fields=fields if any(role.id.endswith("minister") for role in offices) else frozenset(),
        words=(text,),
    )


@cache
def _phrases(role: str, language: str) -> tuple[tuple[str, ...], ...]:
    found = next(row for row in bodies.roles() if row.id == role)
    return found.phrases.get(language, ()) if language in found.phrases else ()


def _within(phrase: tuple[str, ...], folds: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(all(map(_atom, phrase, folds[at : at + size])) for at in range(len(folds) - size + 1))


def _atom(atom: str, fold: str) -> bool:
    return fold.startswith(atom[:-1]) if atom.endswith("*") else fold == atom
