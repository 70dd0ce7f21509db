"""Which predicate governs a figure: the measure.

Every word of a measure in the sentence bids for every figure; the cheapest bid wins. The price is
what lies between them: clause boundaries cost most, then other figures, commas, conjunctions.
"""

from rashomon.annotate.figures._fits import OF_PEOPLE, OF_THINGS, fits
from rashomon.annotate.figures._lexicon import Cue
from rashomon.annotate.figures._price import LIMIT, gap, unlisted
from rashomon.annotate.figures._scene import Scene, Spot

__all__ = ["govern", "own_predicate"]

_STRANGE = 2.0  # for a noun that no list names
_TOLL = {"size": 0.4, "present": 0.8, "deployed": 1.5}  # "a population of nearly 12": these stand beside
_OWN = 4.0
_FINITE = frozenset({"VERB", "PRTS", "praet", "fin", "imps"})
_NOMINAL = frozenset({"NOUN", "ADJF", "NPRO", "subst", "adj", "depr"})
_WEAK = 4.2
_NEAR = 1.5  # price of the few words between a goal and what rose to it


def govern(scene: Scene, spot: Spot, *, own: bool = True) -> tuple[Cue, float] | None:
    """The cue that bids least for ``spot``, and its price; None where all bid too much.

    ``own``: whether the counted noun bids too: "31 ⟦heridos⟧ recibieron el alta".
    """
    best: tuple[Cue, float] | None = None
    limit = _STRANGE if spot.unit is None and spot.noun is not None and not spot.noun.known else LIMIT
    fitting = [cue for cue in scene.cues if fits(cue.measure, spot) and (own or not _of_noun(cue, spot))]
    for cue in fitting:
        if any(
            o.first <= cue.first and cue.last <= o.last and o.last - o.first > cue.last - cue.first for o in fitting
        ):
            continue  # "shot" inside "shot dead"
        if spot.noun is None and _of_people(cue, fitting):
            continue
        price = _bid(scene, spot, cue)
        if price is not None and price < (best[1] if best else limit):
            best = (cue, price)
    return best


def _of_noun(cue: Cue, spot: Spot) -> bool:
    return spot.noun is not None and spot.noun.first <= cue.first and cue.last <= spot.noun.last


def _of_people(cue: Cue, fitting: list[Cue]) -> bool:
    """ "40 пострадали": where nothing is named, a word said of people and things is said of people."""
    return cue.measure in OF_THINGS and any(
        o.measure in OF_PEOPLE and (o.first, o.last) == (cue.first, cue.last) for o in fitting
    )


def _bid(scene: Scene, spot: Spot, cue: Cue) -> float | None:
    if cue.first >= spot.last:
        return _from_behind(scene, spot, cue)
    return _from_front(scene, spot, cue) if cue.last <= spot.first else None


def _from_behind(scene: Scene, spot: Spot, cue: Cue) -> float | None:
    """The figure stands before the word: "12 people were killed"."""
    if not cue.kinds & {"happens", "acts"}:  # "12 wounded" is read as a noun
        return _goal_of_toll(scene, spot, cue)
    extra = 0.0
    if "happens" not in cue.kinds:
        voice = _voice(scene, cue)
        if voice is None:
            return None
        extra = voice
        if voice and _into_relative(scene, spot, cue)[1]:
            return None  # "two women who lost": the subject
    if _preposed(scene, spot) and spot.unit != "people":
        extra += 1.0
    start, relative = _into_relative(scene, spot, cue)
    if start == spot.end and (aside := _past_aside(scene, start, cue.first)):
        start, relative = aside, 0.4
    extra += unlisted(scene, start, cue.first)
    own = scene.spot_at(cue.last) is not None and not _is_passive(scene, cue)
    if own and any(f == "," or f in scene.lex.joins for f in scene.folds[start : cue.first]):
        extra += 1.5  # "evacuated 300 and hospitalised ⟦12⟧": the verb has its own behind it
    return gap(scene, start, cue.first, behind=True) + extra + relative + _faint(scene, cue)


def _goal_of_toll(scene: Scene, spot: Spot, cue: Cue) -> float | None:
    """ "è salito ⟦a 26⟧ il numero dei morti", "до 23 выросло число погибших": what counts stands behind its goal."""
    goals = scene.lex.data.goals
    if "tolls" not in cue.kinds or not spot.first or scene.folds[spot.first - 1] not in goals:
        return None
    if any(scene.tokens[i].kind == "sign" for i in range(spot.last, cue.first)):
        return None
    price = gap(scene, spot.end, cue.first, behind=True) + 0.1
    return price if price < _TOLL.get(cue.measure, _NEAR) else None


def _into_relative(scene: Scene, spot: Spot, cue: Cue) -> tuple[int, float]:
    """Past "who" right behind the noun: "the 10 leaders ⟦who⟧ were killed"."""
    for i in range(spot.end, min(spot.end + 2, cue.first)):
        match = scene.lex.relatives.longest(scene.folds, i)
        if match:
            return match[0], 0.3
        if scene.folds[i] != ",":
            break
    return spot.end, 0.0


def _past_aside(scene: Scene, start: int, last: int) -> int | None:
    """Behind an aside of a part: "250 demonstrators⟦, 30 of them boys,⟧ were detained"."""
    closing = {",": ",", "(": ")", "–": "–", "—": "—"}.get(scene.folds[start]) if start < last else None
    if closing is None:
        return None
    end = next((i for i in range(start + 1, last) if scene.folds[i] == closing), None)
    if end is None or end == start + 1:
        return None
    inside = range(start + 1, end)
    parted = any(scene.lex.parts.longest(scene.folds, i) for i in inside)
    return end + 1 if closing == ")" or (parted and any(scene.spot_at(i) for i in inside)) else None


def _preposed(scene: Scene, spot: Spot) -> bool:
    """A preposition before the number: "in two towns" is neither subject nor object."""
    before = scene.folds[spot.first - 1] if spot.first else ""
    if before not in scene.lex.stops or before in scene.lex.partitive or before in scene.lex.passive:
        return False
    return scene.cue_at(spot.first - 1) is None


def _faint(scene: Scene, cue: Cue) -> float:
    """Price of words that give way to others: presence to any outcome, intentions to what was done."""
    price = 1.8 if cue.measure == "present" else 0.0
    before = scene.folds[cue.first - 1] if cue.first else ""
    endings = scene.lex.data.infinitives
    if "acts" in cue.kinds and (before in endings or scene.folds[cue.first].endswith(endings)):
        price += 1.5
    return price


def _from_front(scene: Scene, spot: Spot, cue: Cue) -> float | None:
    """The figure stands behind the word: "killed 12", "погибло 12", "the death toll rose to 12"."""
    if "tolls" in cue.kinds:
        price = gap(scene, cue.last, spot.first, behind=True) + 0.1
        return price if price < _TOLL.get(cue.measure, LIMIT) else None
    if "weak" in cue.kinds:
        return gap(scene, cue.last, spot.first, behind=False) + _WEAK
    if (inside := _among(scene, spot, cue)) is not None:
        return inside
    if _goal(scene, spot, cue):
        return None
    if not cue.kinds & {"happens", "acts"} or _anothers(scene, spot, cue):
        return (
            None
            if spot.noun is not None or _anothers(scene, spot, cue)
            else gap(scene, cue.last, spot.first, behind=False) + 1.0
        )
    if spot.first and scene.folds[spot.first - 1] in scene.lex.data.agents:
        return None
    extra = _OWN if own_predicate(scene, spot) else 0.0
    if _preposed(scene, spot) and scene.folds[spot.first - 1] not in scene.lex.links:
        extra += 1.5
    if scene.lex.data.subject_first and ("acts" not in cue.kinds or _is_passive(scene, cue)):
        extra += 1.8
    return (
        gap(scene, cue.last, spot.first, behind=False)
        + extra
        + _faint(scene, cue) * (0.3 if cue.measure == "present" else 1.0)
    )


def _among(scene: Scene, spot: Spot, cue: Cue) -> float | None:
    """ "among the ⟦dead⟧ were two nurses", "the ⟦dead⟧ include two nurses"."""
    if "counts" not in cue.kinds or spot.unit != "people" or cue.measure not in OF_PEOPLE:
        return None
    lex, folds = scene.lex, scene.folds
    before = any(
        (m := lex.marks.within.longest(folds, i)) and m[0] == cue.first for i in range(max(0, cue.first - 3), cue.first)
    )
    if not before and not lex.marks.holds.longest(folds, cue.last):
        return None
    return gap(scene, cue.last, spot.first, behind=True) + 0.2


def _goal(scene: Scene, spot: Spot, cue: Cue) -> bool:
    """ "è ⟦arrivato⟧ a 832", "дошло до 40": where a count got to, nobody was sent."""
    moved = cue.measure == "deployed" and "happens" in cue.kinds and spot.noun is None
    return moved and cue.last == spot.first - 1 and scene.folds[cue.last] in scene.lex.data.goals


def _anothers(scene: Scene, spot: Spot, cue: Cue) -> bool:
    """The cue is the noun of another figure: "5 ⟦dead⟧ and 20 with burns"."""
    nouns = (s.noun for s in scene.spots if s is not spot and s.noun is not None and s.noun.measure == cue.measure)
    return any(noun.first <= cue.first and cue.last <= noun.last for noun in nouns)


def own_predicate(scene: Scene, spot: Spot) -> bool:
    """Whether a verb of no measure follows in the clause: "died, and millions ⟦were uprooted⟧"."""
    for i in range(spot.end, min(spot.end + 8, len(scene.folds))):
        if scene.tokens[i].kind != "word" or i in scene.breaks or scene.folds[i] in scene.lex.joins:
            return False
        if scene.spot_at(i) is not None or scene.cue_at(i) is not None:
            return False
        if scene.folds[i] in scene.lex.passive or scene.folds[i] in scene.lex.active:
            return (i == spot.end and not _aim(scene, i)) or scene.folds[i] in scene.lex.passive
        if not scene.lex.passive and any(p.tags & _FINITE for p in scene.lex.pack.parses(scene.folds[i])[:1]):
            return True
    return False


def _aim(scene: Scene, i: int) -> bool:
    """ "four helicopters ⟦to the⟧ area": no infinitive follows."""
    small = scene.lex.stops | scene.lex.partitive
    behind = scene.folds[i + 1] if i + 1 < len(scene.folds) else ""
    return scene.folds[i] in scene.lex.data.infinitives and (behind in small or scene.text(i + 1, i + 2)[:1].isupper())


def _voice(scene: Scene, cue: Cue) -> float | None:
    """Price of taking the words before a transitive verb for its object; None if they are its subject."""
    nxt = scene.folds[cue.last] if cue.last < len(scene.folds) else ""
    takes = scene.spot_at(cue.last) is not None
    if not scene.lex.passive:  # free word order: "12 человек убили", but not "двое убили полицейского"
        return None if takes or _noun_at(scene, cue.last) else 0.6
    if _is_passive(scene, cue):
        return 0.0
    before = scene.folds[cue.first - 1] if cue.first else ""
    if takes or before in scene.lex.active:
        return None
    endings = scene.lex.data.short_passive
    if endings and not scene.folds[cue.first].endswith(endings):  # "dos hombres | mataron a nueve"
        return None
    word = scene.tokens[cue.last].kind == "word" if cue.last < len(scene.tokens) else False
    return None if word and nxt not in scene.lex.behind_passive else 0.3


def _noun_at(scene: Scene, i: int) -> bool:
    """A noun or an adjective to one: the object that a transitive verb takes."""
    if i >= len(scene.folds) or scene.tokens[i].kind != "word" or scene.folds[i] in scene.lex.stops:
        return False
    return any(parse.tags & _NOMINAL for parse in scene.lex.pack.parses(scene.folds[i])[:1])


def _is_passive(scene: Scene, cue: Cue) -> bool:
    """An auxiliary stands shortly before: "were reportedly killed", "sono state uccise"."""
    for i in range(cue.first - 1, max(-1, cue.first - 4), -1):
        if scene.folds[i] in scene.lex.passive:
            return True
        if scene.tokens[i].kind != "word" or scene.spot_at(i) is not None:
            return False
    return False
