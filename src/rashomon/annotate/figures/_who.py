"""Who is counted: the class of the counted noun, or what its passage and predicate say of it."""

from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["settle", "tell_who"]

_NOUN = frozenset({"NOUN", "subst"})

_CROWD = 100  # so many protesters are a crowd, whatever the sentence says of them
_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued", "present"})


def tell_who(scene: Scene, spot: Spot, earlier: list[Scene]) -> None:
    spot.unit = spot.unit or _unit_of(scene, spot)
    if spot.unit != "people":
        spot.who = _share_of(scene, spot) if spot.unit in ("percent", "cases") else "things"
        return
    named = _mustered(scene, spot)
    if spot.measure == "size":
        spot.who = "all"
        return
    named = named or (_named(scene, spot.noun) if spot.noun else None)
    spot.who = named or _lent(scene, spot) or _in_words_before(scene, spot) or "all"
    if (spot.noun is None and spot.part) or (_open(spot) and _copula(scene, spot)):
        spot.who = _said_of(scene, spot) or spot.who
    if spot.who == "all":
        spot.who = _gathered(scene, spot, earlier)
    if spot.who in ("all", "security_forces") and spot.measure == "deployed":
        spot.who = _sent(scene, spot, earlier)


def _unit_of(scene: Scene, spot: Spot) -> str | None:
    """The unit that the measure implies where no noun gives one."""
    said = spot.cue is not None and spot.cue.measure == "other"  # "discharged ⟦31⟧ of the wounded"
    if spot.measure in _PEOPLE or (said and (spot.noun is None or spot.noun.bare)):
        return "people"
    if spot.measure == "size" and spot.cue and scene.lex.population.longest(scene.folds, spot.cue.first):
        return "people"
    if spot.measure == "size" and _shakes(scene, spot):
        return "magnitude"
    if spot.measure == "damaged" and spot.noun is None and spot.cue and spot.cue.last <= spot.first:
        units = (unit for _, _, unit in scene.lex.units.scan(scene.folds[spot.cue.first : spot.first]))
        return next(units, None)  # "the number of collapsed ⟦buildings⟧ at 700"
    return "cases" if spot.measure == "cases" and spot.noun is None else None


def _gathered(scene: Scene, spot: Spot, earlier: list[Scene]) -> str:
    """Who people are whose noun does not say it."""
    found = None if spot.part else _implied(scene, spot) or _of_others(scene, spot)
    if found is None and spot.measure == "present" and _rallies(scene, spot, earlier):
        found = "participants"
    return found or "all"


def _shakes(scene: Scene, spot: Spot) -> bool:
    """ "магнитудой 6,8", "di magnitudo 7.5": the strength of an earthquake."""
    return spot.cue is not None and scene.lex.magnitude.longest(scene.folds, spot.cue.first) is not None


def _of_others(scene: Scene, spot: Spot) -> str | None:
    """ "nine miners died and 34 ⟦others⟧ are trapped": the same kind of people."""
    noun = spot.noun
    if noun is None or scene.lex.marks.others.longest(scene.folds, noun.first) != (noun.last, "others"):
        return None
    before = [s for s in scene.spots if s.first < spot.first and s.unit == "people" and s.who]
    return before[-1].who if before else None


def _rallies(scene: Scene, spot: Spot, earlier: list[Scene]) -> bool:
    """People at a rally, by a word of this sentence or of the one before in the paragraph."""
    if spot.noun is not None and spot.noun.known and not _generic(scene, spot.noun):
        return False
    near = [s for s in earlier[-1:] if s.sentence.paragraph == scene.sentence.paragraph]
    found = any(True for other in (scene, *near) for _ in other.lex.marks.rallies.scan(other.folds))
    if found:
        spot.why.append("who participants: a rally")
    return found


def _generic(scene: Scene, noun: Noun) -> bool:
    """ "10,000 ⟦people⟧", not "ten ⟦onlookers⟧"."""
    groups = (scene.lex.groups.longest(scene.folds, i) for i in range(noun.first, noun.last))
    return all(group is None or group[1].gloss == "people" for group in groups)


def _mustered(scene: Scene, spot: Spot) -> str | None:
    """ "войска ⟦численностью⟧ 5000 человек", "troops, ⟦numbering⟧ 5,000": the group stands before its strength."""
    lex = scene.lex
    if spot.noun is not None and (spot.noun.who not in (None, "all") or spot.noun.measure):
        return None
    starts = range(max(0, spot.first - 3), spot.first)
    at = next((i for i in starts if (m := lex.marks.musters.longest(scene.folds, i)) and m[0] >= spot.first - 1), None)
    for i in range(max(0, at - 4), at) if at is not None else ():
        group = lex.groups.longest(scene.folds, i)
        if group and group[1].who in ("security_forces", "participants", "foreign_forces"):
            spot.why.append(f"who {group[1].who}: «{scene.text(i, group[0])}»")
            spot.measure = "deployed" if spot.measure in ("present", "other", "size") else spot.measure
            return group[1].who
    return None


def _named(scene: Scene, noun: Noun) -> str | None:
    """The class of the counted noun; troops of another country are foreign forces."""
    if noun.who != "security_forces":
        return noun.who
    around = scene.folds[noun.first : noun.last]
    strange = any(True for _ in scene.lex.strangers.scan(around))
    nations = {nation for _, _, nation in scene.lex.nations.scan(around)}
    foreign = strange or (scene.country is not None and bool(nations - {scene.country}))
    return "foreign_forces" if foreign else noun.who


def settle(scene: Scene, spot: Spot) -> None:
    """Fit the measure to who it is: foreign troops that are there were sent, an enemy to be beaten is there."""
    before = spot.measure
    if spot.who == "foreign_forces" and spot.measure in ("other", "present"):
        spot.measure = "deployed"
    many = (spot.number.low or 0) >= _CROWD
    if spot.who == "participants" and spot.measure == "other" and spot.cue is None and many:
        spot.measure = "present"  # "30,000 demonstrators, the organisers say"
    if spot.who == "participants" and spot.measure != "other":
        arrived = spot.measure == "deployed" and spot.cue is not None and "acts" not in spot.cue.kinds
        spot.measure = "present" if arrived or spot.intended else spot.measure
        spot.intended = spot.intended and spot.measure != "present"
    elif spot.who == "participants" and not any(True for _ in scene.lex.marks.courts.scan(scene.folds)):
        spot.measure = "present"  # "against 300 ⟦demonstrators⟧": that many took part
    if spot.measure != before:
        spot.why.append(f"measure {spot.measure}: {before} of {spot.who}")


def _share_of(scene: Scene, spot: Spot) -> str:
    """Who a share is a share of: people only where the noun right behind it says so; cases are people."""
    if spot.unit == "cases":
        return "all"
    noun = spot.noun
    if noun is None or not noun.who or noun.who == "things":
        return "things"
    return noun.who if _direct(scene, noun) else "things"


def _direct(scene: Scene, noun: Noun) -> bool:
    """ "14% ⟦жителей⟧", but not "14% ⟦роста⟧ числа жителей": no other noun stands before the group."""
    if scene.lex.data.head == "last":
        return True
    untold = scene.lex.pack.data.morphology == "none"
    for i in range(noun.first, min(noun.last, noun.first + 2) if untold else noun.last):
        if scene.lex.groups.longest(scene.folds, i) or scene.lex.units.longest(scene.folds, i):
            return True
        if any(parse.tags & _NOUN for parse in scene.lex.pack.parses(scene.folds[i])[:1]):
            return False
    return not untold


def _in_words_before(scene: Scene, spot: Spot) -> str | None:
    """ "число погибших военных достигло ⟦12⟧": the group stands before the number."""
    if spot.cue is None or spot.noun is not None or spot.cue.last > spot.first:
        return None
    for i in range(spot.cue.first, spot.first):
        group = scene.lex.groups.longest(scene.folds, i)
        if group and group[0] <= spot.first:
            return group[1].who
    return None


def _lent(scene: Scene, spot: Spot) -> str | None:
    """The class of the figure whose noun it shares, decided already or to be read from its noun."""
    if spot.lent is None:
        return None
    return spot.lent.who or (_named(scene, spot.lent.noun) if spot.lent.noun else None)


def _open(spot: Spot) -> bool:
    """Whether nothing said yet who is counted: "12 were", "six of the injured are"."""
    return spot.noun is None or (spot.noun.measure is not None and spot.noun.who in (None, "all"))


def _copula(scene: Scene, spot: Spot) -> bool:
    fold = scene.folds[spot.end] if spot.end < len(scene.folds) else ""
    return fold in scene.lex.passive or fold in ("—", "–")


def _said_of(scene: Scene, spot: Spot) -> str | None:
    """ "three of them were children": the group is said of the part."""
    for i in range(spot.end, min(spot.end + 7, len(scene.folds))):
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
