"""What each figure of a sentence measures, in which unit, and who is counted."""

from rashomon.annotate.figures._predicate import fits, govern, of_unit
from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["decide"]

_OUTCOMES = frozenset(
    "killed injured missing detained hospitalised displaced rescued damaged looted cases deployed present".split()
)
_POPULATION = 1000
_THINGS = frozenset({"damaged", "looted", "deployed", "other"})
_FIT = {"people": _OUTCOMES - {"damaged", "looted"}}
_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued", "present"})


def decide(scene: Scene, earlier: list[Scene]) -> list[Spot]:
    """The spots of a sentence that are figures, with unit, measure and who filled in."""
    before = [spot for other in earlier for spot in other.spots if spot.measure]
    near = earlier[-1].sentence.paragraph == scene.sentence.paragraph if earlier else False
    kept: list[Spot] = []
    for spot in scene.spots:
        spot.unit = spot.number.unit or (spot.noun.unit if spot.noun else _fused(scene, spot))
        _measure(scene, spot, kept, before if near else [])
        _who(scene, spot, earlier)
        _settle(spot)
        if _counts(scene, spot):
            kept.append(spot)
    scene.spots = kept
    return kept


def _fused(scene: Scene, spot: Spot) -> str | None:
    """The unit inside the number itself: "год, два или три", "a year or two"."""
    if spot.last - spot.first < 2:
        return None
    return next((unit for _, _, unit in scene.lex.units.scan(scene.folds[spot.first : spot.last])), None)


def _measure(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    for step in (_by_unit, _by_noun, _by_predicate):
        if step(scene, spot):
            break
    _by_part(scene, spot, kept, before)
    if spot.measure is None or spot.noun is None or spot.noun.bare:
        _by_neighbour(scene, spot, kept, before)
    if spot.measure is None:
        spot.measure = "other"


def _by_unit(scene: Scene, spot: Spot) -> bool:
    measure = of_unit(spot.unit)
    if measure is not None:
        spot.measure = measure
        spot.why.append(f"measure {measure}: unit {spot.unit}")
    return measure is not None


def _by_noun(scene: Scene, spot: Spot) -> bool:
    noun = spot.noun
    if noun is None or noun.measure is None or not (noun.measure == "size" or fits(noun.measure, spot)):
        return False
    spot.measure = noun.measure
    spot.why.append(f"measure {noun.measure}: counted noun «{scene.text(noun.first, noun.last)}»")
    return True


def _by_predicate(scene: Scene, spot: Spot) -> bool:
    found = govern(scene, spot)
    if found is None:
        return False
    spot.cue = found[0]
    if spot.cue.measure == "size" and "happens" in spot.cue.kinds and not _many(spot):
        return False
    spot.measure = spot.cue.measure
    spot.intended = _intended(scene, spot)
    spot.why.append(f"measure {spot.measure}: «{scene.text(spot.cue.first, spot.cue.last)}»")
    return True


def _many(spot: Spot) -> bool:
    """Enough for a population: "two million live there", not "two women live there"."""
    least = spot.number.low or spot.number.high
    return least is not None and least >= _POPULATION


def _intended(scene: Scene, spot: Spot) -> bool:
    cue = spot.cue
    if cue is None or "acts" not in cue.kinds:
        return False
    start = max(0, cue.first - 3)
    ends = (scene.lex.purpose.longest(scene.folds, i) for i in range(start, cue.first))
    return any(match is not None and match[0] == cue.first for match in ends)


def _by_part(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    """ "including 12 children", "three of them": a part has the measure of its whole, unless it says its own."""
    marker = _part_marker(scene, spot)
    if not marker:
        return
    whole = next((s for s in reversed(kept) if s.measure), None) or next(reversed(before), None)
    if whole is None:
        return
    spot.part = True
    own = spot.cue is not None and spot.cue is not whole.cue and _touches(scene, spot)
    if ((spot.measure is None or not own) and whole.unit in ("people", None)) or spot.measure is None:
        if spot.unit not in (None, "people"):
            return
        spot.measure, spot.cue = whole.measure, whole.cue
        spot.unit = spot.unit or whole.unit
        spot.lent = whole if spot.noun is None else None
        spot.why.append(f"measure {spot.measure}: part of «{whole.number.text}»")


def _touches(scene: Scene, spot: Spot) -> bool:
    cue = spot.cue
    return cue is not None and (abs(cue.first - spot.end) <= 2 or abs(spot.first - cue.last) <= 1)


def _part_marker(scene: Scene, spot: Spot) -> bool:
    for i in range(max(0, spot.first - 4), spot.first):
        match = scene.lex.parts.longest(scene.folds, i)
        if match and spot.first - match[0] <= 1:
            return True
    match = scene.lex.parts.longest(scene.folds, spot.last)
    return match is not None


def _by_neighbour(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    """A number without noun or predicate takes them from the one before: "200 from X, 500 from Y"."""
    if (spot.noun is not None and spot.noun.known and not spot.noun.bare) or spot.number.unit:
        return
    other = next(reversed(kept), None) or (next(reversed(before), None) if spot.measure is None else None)
    if other is None or other.unit is None or of_unit(other.unit) or (spot.noun is not None and spot.measure is None):
        return
    if spot.measure is None and not _lists(scene, spot, other):
        return
    if spot.measure is not None and spot.measure not in _FIT.get(other.unit, _THINGS):
        return
    spot.lent, spot.unit = other, other.unit
    spot.why.append(f"counts the same as «{other.number.text}»")
    if spot.measure is None:
        spot.measure, spot.cue = other.measure, other.cue
        spot.why.append(f"measure {spot.measure}: from «{other.number.text}»")


def _lists(scene: Scene, spot: Spot, other: Spot) -> bool:
    """Whether a number with neither noun nor predicate goes on an enumeration: "150 from X, 200 - Y"."""
    if other in scene.spots:
        return spot.first - other.end <= 6 and all(scene.folds[i] != ":" for i in range(other.end, spot.first))
    return spot.first <= 2


def _who(scene: Scene, spot: Spot, earlier: list[Scene]) -> None:
    if spot.unit is None and spot.measure in _PEOPLE:
        spot.unit = "people"
    if (
        spot.unit is None
        and spot.measure == "size"
        and spot.cue
        and scene.lex.population.longest(scene.folds, spot.cue.first)
    ):
        spot.unit = "people"
    if spot.unit != "people":
        spot.who = _share_of(spot) if spot.unit in ("percent", "cases") else "things"
        return
    if spot.measure == "size":
        spot.who = "all"
        return
    named = _named(scene, spot.noun) if spot.noun else None
    spot.who = named or (spot.lent.who if spot.lent else None) or _in_words_before(scene, spot) or "all"
    if spot.noun is None and spot.part:
        spot.who = _said_of(scene, spot) or "all"
    if spot.who == "all" and not spot.part:
        spot.who = _implied(scene, spot) or "all"
    if spot.who in ("all", "security_forces") and spot.measure == "deployed":
        spot.who = _sent(scene, spot, earlier)


def _named(scene: Scene, noun: Noun) -> str | None:
    """The class of the counted noun; troops of another country are foreign forces."""
    if noun.who != "security_forces":
        return noun.who
    around = scene.folds[noun.first : noun.last]
    strange = any(True for _ in scene.lex.strangers.scan(around))
    nations = {nation for _, _, nation in scene.lex.nations.scan(around)}
    foreign = strange or (scene.country is not None and bool(nations - {scene.country}))
    return "foreign_forces" if foreign else noun.who


def _settle(spot: Spot) -> None:
    """Fit the measure to who it is: foreign troops that are there were sent, an enemy to be beaten is there."""
    before = spot.measure
    if spot.who == "foreign_forces" and spot.measure in ("other", "present"):
        spot.measure = "deployed"
    if spot.who == "participants" and spot.measure != "other":
        arrived = spot.measure == "deployed" and spot.cue is not None and "acts" not in spot.cue.kinds
        spot.measure = "present" if arrived or spot.intended else spot.measure
        spot.intended = spot.intended and spot.measure != "present"
    if spot.measure != before:
        spot.why.append(f"measure {spot.measure}: {before} of {spot.who}")


def _share_of(spot: Spot) -> str:
    return spot.noun.who if spot.noun and spot.noun.who else ("all" if spot.unit == "cases" else "things")


def _in_words_before(scene: Scene, spot: Spot) -> str | None:
    """ "число погибших военных достигло ⟦12⟧": the group stands before the number."""
    if spot.cue is None or spot.noun is not None or spot.cue.last > spot.first:
        return None
    for i in range(spot.cue.first, spot.first):
        group = scene.lex.groups.longest(scene.folds, i)
        if group and group[0] <= spot.first:
            return group[1].who
    return None


def _said_of(scene: Scene, spot: Spot) -> str | None:
    """ "three of them were children": the group is said of the part."""
    for i in range(spot.last, min(spot.last + 7, len(scene.folds))):
        group = scene.lex.groups.longest(scene.folds, i)
        if group:
            return group[1].who
        if scene.tokens[i].kind == "sign" and scene.folds[i] in ",;:.":
            return None
    return None


def _implied(scene: Scene, spot: Spot) -> str | None:
    """ "dozens were liquidated": only an enemy is."""
    cue = spot.cue
    if cue is None:
        return None
    match = scene.lex.implies.longest(scene.folds, cue.first)
    if match:
        spot.why.append(f"who {match[1]}: «{scene.text(cue.first, cue.last)}»")
    return match[1] if match else None


def _sent(scene: Scene, spot: Spot, earlier: list[Scene]) -> str:
    """Forces that are sent: foreign where the passage speaks of peacekeepers or foreign troops."""
    for other in (scene, *reversed(earlier)):
        for _, _, group in other.lex.groups.scan(other.folds):
            if group.who in ("foreign_forces",):
                spot.why.append(f"who foreign_forces: the passage speaks of {group.gloss}")
                return "foreign_forces"
    return spot.who if spot.who == "security_forces" else "security_forces"


def _counts(scene: Scene, spot: Spot) -> bool:
    """Whether the number is a count at all: not "one of", "one resident said"."""
    fold = scene.folds[spot.last - 1]
    article = spot.number.form == "article"
    if not article and fold not in scene.lex.data.one:
        return True
    noun: Noun | None = spot.noun
    if noun is None or scene.folds[min(spot.last, len(scene.folds) - 1)] in scene.lex.data.one_never:
        return False
    if noun.known and spot.measure in _OUTCOMES:
        return True
    return not article and scene.folds[noun.first] in scene.lex.data.one_counts and not _speaks(scene, spot)


def _speaks(scene: Scene, spot: Spot) -> bool:
    """ "One resident said": somebody, not a count."""
    at = spot.number.start
    return any(q.source_start is not None and q.source_start <= at < (q.source_end or 0) for q in scene.view.quotes)
