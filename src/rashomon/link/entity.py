"""Groups to entities: a stable id, a label in the reader's language, all forms, the reasons.

Ids depend on the entity alone: "place-fr" and "place-2988507-paris" from the gazetteer, "org-nato" from the table of
bodies, else the kind and the sound of the fullest form ("person-ivan-petrov"), which is the same in every script.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from anyascii import anyascii

from rashomon.lang import bodies, gazetteer
from rashomon.link.cluster import Clusters
from rashomon.link.forms import Form
from rashomon.link.places import country_of
from rashomon.link.slug import slug
from rashomon.model import Entity, Reading, replace
from rashomon.text import fold

_INSIDE = ("airport", "station", "street", "district")  # areas of a town that lie in it
_AROUND = ("district", "province", "region")  # areas that contain the town they are named after
_MANY = 3  # a body is what one mention in so many takes for one, where no given name speaks for a person


@dataclass(slots=True)
class Group:
    """One entity in the making: its forms with how often each stands for it."""

    counts: Counter[int] = field(default_factory=Counter)
    docs: set[int] = field(default_factory=set)
    uses: list[tuple[int, int]] = field(default_factory=list)
    why: tuple[str, ...] = ()
    known: str | None = None


def collect(clusters: Clusters) -> list[Group]:
    """The groups of all uses, in the order of their first form."""
    found: dict[int, Group] = defaultdict(Group)
    for i, form in enumerate(clusters.forms):
        for r, n in form.uses:
            group = found[clusters.group(i, r)]
            group.counts[i] += 1
            group.docs.add(r)
            group.uses.append((r, n))
    names = {clusters.groups.find(node): key for key, node in sorted(clusters.known.items(), reverse=True)}
    for root, group in found.items():
        group.known = names.get(root)
        group.why = tuple(dict.fromkeys(clusters.groups.why.get(root, ())))[:40]
    return [found[root] for root in sorted(found)]


def entities(groups: list[Group], forms: list[Form], readings: list[Reading], ui: str) -> list[Entity]:
    """An entity a group, same order."""
    made = [_entity(group, forms, readings, ui) for group in groups]
    taken: Counter[str] = Counter()
    for i in sorted(range(len(made)), key=lambda i: (made[i].id, made[i].aliases)):
        taken[made[i].id] += 1
        if taken[made[i].id] > 1:
            made[i] = _renamed(made[i], f"{made[i].id}-{taken[made[i].id]}")
    return _with_parents(made, groups)


def _with_parents(made: list[Entity], groups: list[Group]) -> list[Entity]:
    """Places with the ids of the areas and the country of the pile that contain them."""
    by_known = {group.known: entity.id for group, entity in zip(groups, made, strict=True) if group.known}

    def parents(group: Group, entity: Entity) -> tuple[str, ...]:
        number, _, area = (group.known or "").partition("/")
        place = gazetteer.place(number) if entity.kind == "place" and number else None
        if place is None or not place.country:
            return ()
        wanted = [place.country] if place.country != group.known else []
        wanted[:0] = [number] if area in _INSIDE else [] if area else [f"{number}/{big}" for big in _AROUND]
        return tuple(by_known[key] for key in wanted if key in by_known)

    return [replace(e, parents=parents(g, e)) for g, e in zip(groups, made, strict=True)]


def _renamed(entity: Entity, name: str) -> Entity:
    return replace(entity, id=name)


def _entity(group: Group, forms: list[Form], readings: list[Reading], ui: str) -> Entity:
    mine = [forms[i] for i in group.counts]
    by_language: dict[str, list[str]] = defaultdict(list)
    for i, _ in sorted(group.counts.items(), key=lambda row: (-row[1], forms[row[0]].order)):
        by_language[forms[i].language or "und"].append(forms[i].text)
    what = _kind(group, forms)
    place = group.known if what == "place" and group.known and gazetteer.place(group.known) else None
    number, _, area = (group.known or "").partition("/")
    land = what == "place" and number and (not area or area in _INSIDE or area in _AROUND)  # no sea lies in a country
    where = gazetteer.place(number) if land else None
    return Entity(
        id=identifier(what, group, forms),
        kind=what,
        label=label(group, forms, ui),
        aliases=tuple(sorted({form.text for form in mine})),
        languages=tuple(sorted({form.language for form in mine if form.language})),
        documents=tuple(sorted(readings[r].document.doc for r in group.docs)),
        forms={language: tuple(dict.fromkeys(texts)) for language, texts in sorted(by_language.items())},
        mentions=sum(group.counts.values()),
        place_id=place,
        country=where.country if where else _country(what, mine),
        why=group.why,
    )


def _country(kind: str, mine: list[Form]) -> str | None:
    """The country that an unknown place is named with."""
    found = (country_of(form) for form in mine) if kind == "place" else ()
    return next((code for code in found if code), None)


def _kind(group: Group, forms: list[Form]) -> str:
    """What most mentions are taken for; a person without a given name that many take for a body is one."""
    counts = {k: sum(group.counts[i] for i in group.counts if forms[i].kind == k) for k in ("org", "person", "place")}
    most = max(sorted(counts), key=lambda k: counts[k])
    if most == "person" and counts["org"] * _MANY >= counts["person"]:
        return "person" if any(w.given for i in group.counts for w in forms[i].words) else "org"
    return most


def identifier(kind: str, group: Group, forms: list[Form]) -> str:
    """The id of an entity, from its table entry or its fullest form."""
    if group.known:
        place = gazetteer.place(group.known) if kind == "place" else None
        if place is not None and place.kind == "city":
            return f"place-{place.id}-{slug(place.name)}"
        return f"{kind}-{slug(group.known)}"
    mine = [forms[i] for i in telling(group, forms)]
    bent = _bent(mine)
    best = min((form.heard[0], form in bent, form.heard) for form in mine)
    return f"{kind}-{best[-1][-1] or 'x'}"


def telling(group: Group, forms: list[Form]) -> list[int]:
    """The forms of a group without those that are only a head ("the League"), where it has others."""
    every = list(group.counts)
    return [i for i in every if not forms[i].head] or every


def label(group: Group, forms: list[Form], ui: str) -> str:
    """A name in the reader's language: met in the pile, else from the tables, else transliterated."""
    if group.known:
        found = bodies.label(group.known, ui) or gazetteer.label(group.known, ui)
        if found:
            return found
    return _shown(best(group, forms, ui), ui)


def best(group: Group, forms: list[Form], ui: str | None) -> Form:
    """The fullest base form, of the reader's language where it was met in it, else in its script."""
    told = _not_shouted(telling(group, forms), forms)
    bent = _bent([forms[i] for i in told])

    def rank(i: int) -> tuple[bool, bool, int, bool, int, int, tuple[str, str, str]]:
        form = forms[i]
        foreign = form.text[:1] > "\u0370" if ui != "ru" else form.text[:1] < "\u0370"
        short = form.text.isupper() or len(form.plain) < 2
        size = short if form.kind == "person" or form.text.isupper() else False
        return form.language != ui, foreign, size, form in bent, -group.counts[i], len(form.text), form.order

    return forms[min(told, key=rank)]


def _not_shouted(told: list[int], forms: list[Form]) -> list[int]:
    """Without forms that stand in capitals in a dateline and are met in small letters elsewhere."""
    small = {fold(forms[i].text) for i in told if not forms[i].text.isupper()}
    return [i for i in told if not forms[i].text.isupper() or fold(forms[i].text) not in small]


def _bent(forms: list[Form]) -> set[Form]:
    """The forms that may be others of their language in another case ("Petrova" beside "Petrov")."""
    alike: dict[tuple[str | None, int], list[Form]] = defaultdict(list)
    for form in forms:
        alike[form.language, len(form.words)].append(form)
    return {form for rows in alike.values() for form in rows if _bends(form, rows)}


def _bends(form: Form, others: list[Form]) -> bool:
    pairs = (pair for other in others for pair in zip(form.words, other.words, strict=True))
    return any(b.main != a.main and b.main in a.sounds for a, b in pairs)


def _shown(form: Form, ui: str) -> str:
    text = form.lemma or form.text
    return anyascii(text) if ui != "ru" and text[:1] > "\u0370" else text
