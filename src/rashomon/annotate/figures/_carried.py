"""What a figure takes over from another: a part from its whole, a bare number from its neighbour."""

from rashomon.annotate.figures._fits import of_unit
from rashomon.annotate.figures._noun import is_thing
from rashomon.annotate.figures._predicate import own_predicate
from rashomon.annotate.figures._scene import Scene, Spot

__all__ = ["OUTCOMES", "by_neighbour", "by_part", "by_whole", "let_go"]

OUTCOMES = frozenset(
    "killed injured missing detained hospitalised displaced rescued damaged looted cases deployed present".split()
)
_THINGS = frozenset({"damaged", "looted", "deployed", "other"})
_FIT = {"people": OUTCOMES - {"damaged", "looted"}}


def by_part(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    """ "including 12 children", "three of them": a part has the measure of its whole, unless it says its own."""
    marker = _part_marker(scene, spot)
    if not marker:
        return
    whole = next((s for s in reversed(kept) if s.measure), None) or next(reversed(before), None)
    if whole is None:
        return
    spot.part = True
    if spot.noun is None and spot.unit in (None, whole.unit):
        spot.lent = whole  # "31 of them were killed": of those children
    own = spot.cue is not None and spot.cue is not whole.cue and _touches(scene, spot) and spot.cue.kinds != {"weak"}
    own = own or (spot.noun is not None and spot.noun.measure is not None)
    if ((spot.measure is None or not own) and whole.unit in ("people", None)) or spot.measure is None:
        if spot.unit not in (None, "people"):
            return
        spot.measure, spot.cue = whole.measure, whole.cue
        spot.unit = spot.unit or whole.unit
        spot.lent = whole if spot.noun is None else None
        spot.why.append(f"measure {spot.measure}: part of «{whole.number.text}»")


def let_go(scene: Scene, spot: Spot, kept: list[Spot]) -> None:
    """ "150 were arrested; forty have been ⟦released⟧": for those arrested that is no rescue."""
    cue = spot.cue
    if spot.measure != "rescued" or cue is None or not scene.lex.marks.loosed.longest(scene.folds, cue.first):
        return
    if any(other.measure == "detained" for other in kept):
        spot.measure = "other"
        spot.why.append("measure other: of those arrested")


def by_whole(scene: Scene, spot: Spot, kept: list[Spot]) -> None:
    """ "Of the 58 dead, 12 were children": parts of a whole that "among" announces."""
    if not kept or spot.unit not in ("people", None) or spot.measure not in (None, "present"):
        return
    whole = kept[-1]
    listed = whole.part and all(
        scene.folds[i] in scene.lex.joins or scene.folds[i] == "," for i in range(whole.end, spot.first)
    )
    before = scene.folds[max(0, whole.first - 2) : whole.first]
    announced = whole.noun is not None and whole.noun.measure and any(w in scene.lex.data.among for w in before)
    if announced or (listed and whole.measure in OUTCOMES):
        spot.part, spot.measure, spot.cue = True, whole.measure, whole.cue
        spot.unit = "people"
        spot.why.append(f"measure {spot.measure}: part of «{whole.number.text}»")


def _touches(scene: Scene, spot: Spot) -> bool:
    cue = spot.cue
    marker = scene.lex.parts.longest(scene.folds, spot.last)  # "31 ⟦of them⟧ were killed"
    end = max(spot.end, marker[0] if marker else 0)
    return cue is not None and (abs(cue.first - end) <= 2 or abs(spot.first - cue.last) <= 1)


def _part_marker(scene: Scene, spot: Spot) -> bool:
    for i in range(max(0, spot.first - 4), spot.first):
        match = scene.lex.parts.longest(scene.folds, i)
        if match and spot.first - match[0] <= 1:
            return True
    match = scene.lex.parts.longest(scene.folds, spot.last)
    return match is not None


def by_neighbour(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    """A number without noun or predicate takes them from the one before: "200 from X, 500 from Y"."""
    if (spot.noun is not None and spot.noun.known and not spot.noun.bare) or spot.number.unit:
        return
    if spot.noun is not None and is_thing(scene, spot.noun):
        return  # "with 28 ⟦excavators⟧"
    other = next((s for s in reversed(kept) if not s.part), None) or (
        next(reversed(before), None) if spot.measure is None else None
    )
    if other is not None and other.number.rule.endswith(".score"):
        return
    if other is None or other.unit is None or of_unit(other.unit) or (spot.noun is not None and spot.measure is None):
        return
    if spot.measure is None and not _lists(scene, spot, other):
        return
    if spot.measure is not None and spot.measure not in _FIT.get(other.unit, _THINGS):
        return
    spot.unit = other.unit
    again = any(_ends(scene, i, spot.first) for i in range(max(0, spot.first - 4), spot.first))
    parted = any(i in scene.breaks for i in range(other.end, spot.first) if other in scene.spots)
    if _announced(scene, spot) or (parted and not again):
        return
    spot.lent = other
    spot.why.append(f"counts the same as «{other.number.text}»")
    if spot.measure is None:
        spot.measure, spot.cue = other.measure, other.cue
        spot.why.append(f"measure {spot.measure}: from «{other.number.text}»")


def _announced(scene: Scene, spot: Spot) -> bool:
    """A noun before it says what is counted: "the toll rose to 58", "i morti 9", but not "ne ha feriti 9"."""
    cue = spot.cue
    if cue is None or cue.last > spot.first or "acts" in cue.kinds:
        return False
    before = scene.folds[cue.first - 1] if cue.first else ""
    return before not in scene.lex.active and bool(cue.kinds & {"tolls", "counts"})


def _ends(scene: Scene, i: int, at: int) -> bool:
    match = scene.lex.recounts.longest(scene.folds, i)
    return match is not None and match[0] == at


def _lists(scene: Scene, spot: Spot, other: Spot) -> bool:
    """Whether a number with neither noun nor predicate goes on an enumeration: "150 from X, 200 - Y"."""
    if any(_ends(scene, i, spot.first) for i in range(max(0, spot.first - 4), spot.first)):
        return True
    if not scene.lex.passive and own_predicate(scene, spot):
        return False  # "six were saved, 11 ⟦remain⟧ below"
    if other in scene.spots:
        return spot.first - other.end <= 6 and all(scene.folds[i] != ":" for i in range(other.end, spot.first))
    return spot.first <= 2
