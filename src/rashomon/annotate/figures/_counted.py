"""What each figure of a sentence measures, in which unit, and who is counted."""

from rashomon.annotate.figures._carried import OUTCOMES, by_neighbour, by_part, by_whole, let_go
from rashomon.annotate.figures._fits import fits, of_unit
from rashomon.annotate.figures._noun import is_thing
from rashomon.annotate.figures._predicate import govern
from rashomon.annotate.figures._quakes import strength
from rashomon.annotate.figures._scene import Noun, Scene, Spot
from rashomon.annotate.figures._who import settle, tell_who

__all__ = ["decide"]

_OLDEST = 115  # years
_POPULATION = 1000
_DONE = OUTCOMES - {"deployed", "present"}  # "un soldato" that is there is no count
_TALLIES = frozenset({"votes", "goals", "points", "medals"})  # of which even one counts
_FATES = frozenset(
    {"killed", "rescued", "hospitalised", "other"}
)  # what becomes of the wounded, the missing, the captives
_STATES = frozenset({"injured", "missing", "detained", "hospitalised", "cases", "displaced", "rescued"})
_KINDS = frozenset({"displaced", "rescued", "detained"})  # refugees, survivors, hostages: who they are


def decide(scene: Scene, earlier: list[Scene]) -> list[Spot]:
    """The spots of a sentence that are figures, with unit, measure and who filled in."""
    before = [spot for other in earlier for spot in other.spots if spot.measure]
    near = earlier[-1].sentence.paragraph == scene.sentence.paragraph if earlier else False
    kept: list[Spot] = []
    for spot, behind in zip(scene.spots, [*scene.spots[1:], None], strict=False):
        _share_noun(scene, spot, behind)
        if not strength(scene, spot):
            spot.unit = spot.number.unit or _unit(scene, spot)
            _measure(scene, spot, kept, before if near else [])
            tell_who(scene, spot, earlier)
            settle(scene, spot)
        if _counts(scene, spot):
            kept.append(spot)
    scene.spots = kept
    return kept


def _unit(scene: Scene, spot: Spot) -> str | None:
    noun = spot.noun or (spot.lent.noun if spot.lent else None)
    if noun is not None and noun.unit == "money":  # "40 million Bulgarian ⟦leva⟧"
        coins = (code for _, _, code in scene.lex.money.scan(scene.folds[noun.first : noun.last]))
        return next(coins, noun.unit)
    return noun.unit if noun else _fused(scene, spot)


def _share_noun(scene: Scene, spot: Spot, behind: Spot | None) -> None:
    """ "7,000 local and 3,000 foreign ⟦soldiers⟧": one noun for both."""
    if behind is None or behind.noun is None or not behind.noun.known or (spot.noun and spot.noun.known):
        return
    if spot.noun is not None and is_thing(scene, spot.noun):
        return
    between = scene.folds[spot.end : behind.first]
    if _alike(scene, spot, behind):
        spot.lent = behind
        return
    if between and all(fold in scene.lex.joins for fold in between) and not spot.number.unit:
        spot.lent, spot.noun = behind, None


def _alike(scene: Scene, spot: Spot, behind: Spot) -> bool:
    """ "killed one and wounded four ⟦policemen⟧": two verbs side by side, each before its number."""
    if spot.noun is not None or spot.number.unit or behind.first - spot.last > 4:
        return False
    if behind.noun is None or behind.noun.unit != "people":
        return False
    cues = scene.cue_at(spot.first - 1), scene.cue_at(behind.first - 1)
    if any(cue is None or "acts" not in cue.kinds or cue.measure not in _DONE for cue in cues):
        return False
    between = scene.folds[spot.last : behind.first - 1]
    return any(fold in scene.lex.joins for fold in between) and all(
        fold in scene.lex.joins or fold in scene.lex.stops or fold == "," or scene.cue_at(spot.last + i)
        for i, fold in enumerate(between)
    )


def _fused(scene: Scene, spot: Spot) -> str | None:
    """The unit inside the number itself: "год, два или три", "полвека"; пятеро are people."""
    if spot.number.form == "words" and scene.folds[spot.last - 1] in scene.lex.data.of_people:
        return "people"
    if spot.last - spot.first < 2 and spot.number.form != "fraction":
        return None
    return next((unit for _, _, unit in scene.lex.units.scan(scene.folds[spot.first : spot.last])), None)


def _measure(scene: Scene, spot: Spot, kept: list[Spot], before: list[Spot]) -> None:
    for step in (_by_unit, _by_noun, _by_predicate):
        if step(scene, spot):
            break
    if _announced(scene, spot):
        spot.measure, spot.cue = "present", None
    by_part(scene, spot, kept, before)
    by_whole(scene, spot, kept)
    if spot.measure is None or spot.noun is None or spot.noun.bare:
        by_neighbour(scene, spot, kept, before)
    let_go(scene, spot, kept or before[-1:])
    if spot.measure is None:
        spot.measure = "other"


def _announced(scene: Scene, spot: Spot) -> bool:
    """ "⟦Of the 46 passengers⟧, 31 survived": the whole was there, whatever became of its parts."""
    if spot.noun is None or spot.noun.measure or spot.unit != "people" or spot.end >= len(scene.folds):
        return False
    before = scene.folds[max(0, spot.first - 2) : spot.first]
    opens = spot.first <= 2 and any(fold in scene.lex.data.among for fold in before)
    if not opens or any(scene.cue_at(i) for i in range(spot.first)):
        return False
    following = next((s for s in scene.spots if s.first > spot.first), None)
    if following is None:
        return False
    beside = scene.folds[spot.end] == "," and following.first - spot.end <= 2
    return beside or (following.noun is None and following.first - spot.end <= 6)


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
    if noun.measure == "size" and not _populates(scene, spot):
        noun.measure = None
        return False
    if noun.measure in (_STATES | _DONE) and _fate(scene, spot):
        return True
    spot.measure = noun.measure
    spot.why.append(f"measure {noun.measure}: counted noun «{scene.text(noun.first, noun.last)}»")
    return True


def _populates(scene: Scene, spot: Spot) -> bool:
    """A population, not "20 inhabitants were killed": many, or a word of size before; no fate of theirs."""
    if spot.unit != "people":
        return True
    found = govern(scene, spot)
    if found is not None and found[1] < 1.5 and found[0].measure in _DONE:
        return False
    before = (scene.cue_at(i) for i in range(max(0, spot.first - 3), spot.first))
    return _many(spot) or any(cue is not None and cue.measure == "size" for cue in before)


def _fate(scene: Scene, spot: Spot) -> bool:
    """What became of them says more than what they are: "two of the wounded ⟦died⟧", "⟦hospitalised⟧ 11 injured"."""
    found = govern(scene, spot, own=False)
    if found is None or found[1] >= 1.5 or spot.noun is None or found[0].measure == spot.noun.measure:
        return False
    fled = found[0].measure == "displaced" and spot.noun.measure == "detained"  # "the captives ran away"
    loose = spot.noun.measure in _KINDS and found[0].measure in _DONE and not fled  # "20 refugees were ⟦wounded⟧"
    if not loose and found[0].measure not in _FATES:
        return False
    if spot.noun.measure not in _STATES and found[0].measure != "other":  # "nine of the dead ⟦were identified⟧"
        return False
    before = found[0].last <= spot.first  # "freed ⟦seven⟧ captives"
    beside = found[0].last == spot.first and (scene.lex.data.head == "first" or found[0].measure == "hospitalised")
    if not before and (found[0].first < spot.end or "," in scene.folds[spot.end : found[0].first]):
        return False  # "four wounded⟦,⟧ one died on the way"
    if before and "acts" not in found[0].kinds and not beside:
        return False
    spot.cue, spot.measure = found[0], found[0].measure
    spot.why.append(f"measure {spot.measure}: «{scene.text(spot.cue.first, spot.cue.last)}»")
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


def _counts(scene: Scene, spot: Spot) -> bool:
    """Whether the number is a count at all: not "one of", "one resident said"."""
    fold = scene.folds[spot.last - 1]
    article = spot.number.form == "article"
    several = spot.number.low != 1  # "⟦fifty-one⟧ of them"
    if not article and (several or fold not in scene.lex.data.one or spot.number.form == "digits"):
        return not (_year(scene, spot) or _age(scene, spot))
    noun: Noun | None = spot.noun
    if noun is None and spot.cue is not None and spot.cue.last == spot.first and spot.measure in _DONE:
        return True  # "killed ⟦one⟧ and injured four"
    if noun is not None and noun.unit in _TALLIES:
        return True
    if noun is None or scene.folds[min(spot.last, len(scene.folds) - 1)] in scene.lex.data.one_never:
        return False
    if (noun.known or noun.unit == "people") and spot.measure in (_DONE if article else OUTCOMES):
        return True
    return not article and scene.folds[noun.first] in scene.lex.data.one_counts and not _speaks(scene, spot)


def _bare(spot: Spot) -> bool:
    """Digits with nothing counted and nothing said of them."""
    nothing = spot.noun is None and spot.unit is None and spot.lent is None
    return nothing and spot.measure == "other" and spot.number.form == "digits"


def _year(scene: Scene, spot: Spot) -> bool:
    """ "the Trade Act 2017", "the summer season 2019", "the ⟦2012⟧ earthquake"."""
    text = spot.number.text
    if len(text) != 4 or not text.isdigit() or text[:2] not in ("19", "20"):
        return False
    return _bare(spot) or _dates(scene, spot)


def _dates(scene: Scene, spot: Spot) -> bool:
    """Where nouns follow what describes them: a year before an unlisted noun that is no plural."""
    noun = spot.noun
    if scene.lex.data.head != "last" or noun is None or noun.known or noun.unit or spot.measure != "other":
        return False
    before = scene.tokens[spot.first - 1] if spot.first else None
    named = before is not None and before.kind == "word" and scene.text(spot.first - 1, spot.first)[0].isupper()
    return named or not scene.folds[noun.first].endswith("s")


def _age(scene: Scene, spot: Spot) -> bool:
    """ "her brother, who was ⟦11⟧ at the time"."""
    high = spot.number.high
    copula = spot.first > 0 and scene.folds[spot.first - 1] in scene.lex.passive
    return _bare(spot) and copula and high is not None and high <= _OLDEST and high == spot.number.low


def _speaks(scene: Scene, spot: Spot) -> bool:
    """ "One resident said": somebody, not a count."""
    at = spot.number.start
    return bool(scene.report.sources.around(at, at + 1))
