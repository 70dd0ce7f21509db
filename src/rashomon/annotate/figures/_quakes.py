"""The strength of an earthquake: "of magnitude 6.1", "магнитудой 6,1", "7,2 in skali Richtera", "a 5.4 quake"."""

from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["strength"]

_STRONGEST = 12  # of the scales in use
_NEAR = 4  # words between "magnitude" or "measured" and the number
_BEYOND = 5  # words behind: "балла по шкале Рихтера"


def strength(scene: Scene, spot: Spot) -> bool:
    """Whether ``spot`` is a magnitude; then it has measure size and unit magnitude, whatever stands around."""
    high = spot.number.high or spot.number.low
    if high is None or not 0 < high <= _STRONGEST or spot.number.unit not in (None, "magnitude"):
        return False
    reason = _told(scene, spot)
    if reason is None:
        return False
    spot.measure, spot.unit, spot.who = "size", "magnitude", "things"
    spot.noun = _points(scene, spot)
    spot.why.append(f"measure size: {reason}")
    return True


def _told(scene: Scene, spot: Spot) -> str | None:
    lex = scene.lex
    if spot.number.unit == "magnitude":
        return "unit magnitude"
    for i in range(max(0, spot.first - _NEAR), spot.first):
        found = lex.magnitude.longest(scene.folds, i)
        if found and found[0] <= spot.first and _clear(scene, found[0], spot.first):
            return f"«{scene.text(i, found[0])}»"
    for i in range(spot.last, min(spot.last + _BEYOND, len(scene.folds))):
        found = lex.magnitude.longest(scene.folds, i)
        if found:
            return f"«{scene.text(i, found[0])}»"
        if scene.spot_at(i) is not None or scene.folds[i] in ",.;:":
            break
    if _goes_on(scene, spot):
        return "a list of them"
    return "an earthquake" if _of_a_quake(scene, spot) else None


def _goes_on(scene: Scene, spot: Spot) -> bool:
    """ "of magnitude 5.1 and ⟦4.8⟧"."""
    before = next((s for s in reversed(scene.spots) if s.last <= spot.first), None)
    between = scene.folds[before.last : spot.first] if before and before.unit == "magnitude" else []
    return bool(between) and spot.noun is None and all(f in scene.lex.joins or f in ", " for f in between)


def _clear(scene: Scene, first: int, last: int) -> bool:
    """Nothing but small words between: "magnitude ⟦of about⟧ 6"."""
    small = scene.lex.stops | scene.lex.partitive
    return all(fold in small or fold in "-–—(:" for fold in scene.folds[first:last])


def _of_a_quake(scene: Scene, spot: Spot) -> bool:
    """ "a 5.4 quake", "the tremor measured 6": decimals or a verb, and no other unit."""
    lex = scene.lex
    if spot.number.form != "digits" or (spot.unit or (spot.noun and spot.noun.unit)) not in (
        None,
        "attacks",
        "degrees",
    ):
        return False
    decimal = spot.number.low is not None and spot.number.low % 1 != 0
    if decimal and lex.marks.quakes.longest(scene.folds, spot.last):
        return True
    start = max(0, spot.first - 3)
    verb = any(
        (m := lex.marks.measures.longest(scene.folds, i)) and m[0] == spot.first for i in range(start, spot.first)
    )
    return verb and any(True for _ in lex.marks.quakes.scan(scene.folds[: spot.first]))


def _points(scene: Scene, spot: Spot) -> Noun | None:
    """The word for its points stays the counted noun ("7,2 ⟦балла⟧"); the earthquake is not counted."""
    noun = spot.noun
    if noun is None or noun.unit not in ("magnitude", "degrees", "points"):
        return None
    noun.last = min(noun.last, noun.first + 1)
    return noun if scene.lex.magnitude.longest(scene.folds, noun.first) is None else None
