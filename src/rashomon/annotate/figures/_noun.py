"""The counted noun phrase behind a number: where it ends, and what is counted."""

from rashomon.annotate.figures._fits import OF_THINGS
from rashomon.annotate.figures._heads import CASE, MODIFIER, NOUN, NUMBER, front, heads, measured, mere_adjective
from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["is_thing", "phrase_end", "read_noun"]

# Grammemes of pymorphy (upper case) and Morfeusz (lower case).
_FINITE = frozenset({"VERB", "praet", "fin", "imps"})
_GENITIVE = frozenset({"gent", "gen", "gen1", "gen2"})
_OBJECT = frozenset({"accs", "acc", "gen2", "loct", "loc"})
_PERSON = frozenset({"anim", "m1"})
_LONGEST = 7  # words of a noun phrase
_SHORT = 4  # ... that no list ends


def read_noun(scene: Scene, spot: Spot) -> Noun | None:
    """What ``spot`` counts, or None where the sentence does not say it behind the number.

    "⟦12⟧ police officers of the capital", "⟦dozens⟧ of people", "⟦три⟧ из 40 заложников".
    """
    if spot.number.rule.endswith(".ratio") and (inside := _inside(scene, spot)):
        return inside
    first = _behind_partitive(scene, spot)
    if first is None or _adverb(scene, first) or scene.folds[min(spot.last, len(scene.folds) - 1)] in _apart(scene):
        return None
    if _disagrees(scene, spot, first):
        return None
    last = _by_morphology(scene, first) if scene.lex.pack.data.morphology != "none" else _by_stops(scene, first)
    return _named(scene, first, last) if last > first else None


def phrase_end(scene: Scene, first: int) -> int:
    """End of what a sum or a share is of; ``first`` where no noun phrase (of genitives, by the dictionary) stands."""
    if first >= len(scene.folds):
        return first
    if scene.lex.pack.data.morphology == "none":
        end = min(_by_stops(scene, first), first + _SHORT)
        named = next((i for i in range(first, end) if not scene.text(i, i + 1)[0].isupper()), end)
        return named if named > first else end
    parses = scene.lex.pack.parses(scene.folds[first])[:2]
    return _by_morphology(scene, first) if any(p.tags & _GENITIVE for p in parses) else first


def _behind_partitive(scene: Scene, spot: Spot) -> int | None:
    """Past "of the", "из", "dei", a further number ("three of the 40 hostages")."""
    i = spot.last
    if _hyphened(scene, i):  # "a two-foot brim", "14-процентный рост"
        i += 1
    if spot.number.form == "fraction" and i < len(scene.folds) and scene.folds[i] in scene.lex.data.one:
        i += 1  # "half an hour"
    for _ in range(4):
        if i >= len(scene.folds) or (scene.tokens[i].kind == "sign" and scene.folds[i] != "'"):
            return i if i < len(scene.folds) and scene.folds[i] in '«"“„' else None
        other = scene.spot_at(i)
        if other is not None:
            i = other.last
        elif scene.folds[i] in scene.lex.partitive or scene.folds[i] == "'":
            i += 1
        else:
            return i
    return i


def _apart(scene: Scene) -> tuple[str, ...]:
    return scene.lex.data.determiners


def _disagrees(scene: Scene, spot: Spot, first: int) -> bool:
    """ "состояние троих ⟦врачи⟧ оценивают": an oblique numeral governs no nominative."""
    oblique = spot.number.form == "words" and scene.folds[spot.last - 1].endswith(scene.lex.data.oblique)
    if not scene.lex.data.oblique or not oblique or first >= len(scene.folds):
        return False
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[first]) if p.tags & NOUN]
    return bool(nouns) and not any(tags & (_GENITIVE | _OBJECT) for tags in nouns)


def _inside(scene: Scene, spot: Spot) -> Noun | None:
    """ "un ⟦elettore⟧ su cinque": the noun within the number."""
    found = heads(scene, spot.first + 1, spot.last - 2)
    if not found:
        return None
    end, unit, who = found[0]
    return Noun(end - 1, end, unit, who, known=True)


def _adverb(scene: Scene, i: int) -> bool:
    """ "several of them ⟦seriously⟧": a word that nothing counts, with no noun behind it."""
    ends = scene.lex.data.adverbs
    if not ends or i >= len(scene.folds) or not scene.folds[i].endswith(ends):
        return False
    lex, folds = scene.lex, scene.folds
    listed = lex.units.longest(folds, i) or lex.groups.longest(folds, i)
    return not listed and scene.cue_at(i) is None and (i + 1 >= len(scene.folds) or not _plain(scene, i + 1))


def _hyphened(scene: Scene, i: int) -> bool:
    if i + 1 >= len(scene.folds) or scene.folds[i] not in "-–":
        return False
    tight = scene.tokens[i - 1].end == scene.tokens[i].start and scene.tokens[i].end == scene.tokens[i + 1].start
    return tight and scene.tokens[i + 1].kind == "word"


def _plain(scene: Scene, i: int) -> bool:
    """A word that can stand in a noun phrase."""
    if scene.tokens[i].kind != "word" or scene.folds[i] in scene.lex.stops or scene.folds[i] in scene.lex.joins:
        return False
    if i in scene.breaks or scene.spot_at(i) is not None:
        return False
    if scene.lex.data.verbs and scene.folds[i].endswith(scene.lex.data.verbs):
        return False
    cue = scene.cue_at(i)
    return cue is None or "counts" in cue.kinds or not (cue.kinds & {"happens", "acts"})


def _by_stops(scene: Scene, first: int) -> int:
    """En, it: up to a word that no noun phrase contains."""
    group = scene.lex.groups.longest(scene.folds, first) if first < len(scene.folds) else None
    i = group[0] if group else first  # "50 ⟦armed men⟧"
    while i < len(scene.folds) and i - first < _LONGEST:
        joined = i > first and scene.folds[i] in "-'’" and i + 1 < len(scene.folds)
        if joined and scene.tokens[i].start == scene.tokens[i - 1].end and scene.tokens[i + 1].kind == "word":
            i += 1
            continue
        if i > first and scene.folds[i] == "." and _initial(scene, i):
            i += 1
            continue
        cue = scene.cue_at(i)
        # "12 soldiers wounded in": behind the noun the word is a predicate
        if not _plain(scene, i) or (cue and i > first and cue.kinds & {"happens", "acts"}):
            break
        i += 1
    return i


def _initial(scene: Scene, i: int) -> bool:
    """The full stop of "U.S. senators"."""
    before, dot = scene.tokens[i - 1], scene.tokens[i]
    return before.kind == "word" and before.end - before.start == 1 and before.end == dot.start


def _by_morphology(scene: Scene, first: int) -> int:
    """Ru, pl: modifiers, a noun, and genitives behind it."""
    i, head = first, False
    end = first
    while i < len(scene.folds) and i - first < _LONGEST:
        if scene.folds[i] in '«»"“”„' or (scene.folds[i] == "-" and i > first):
            i += 1
            continue
        if not _plain(scene, i):
            break
        if not head and i == first and (unit := scene.lex.units.longest(scene.folds, i)):
            head, end, i = True, unit[0], unit[0]  # "14 ⟦kg⟧", which no dictionary knows as a noun
            continue
        readings = scene.lex.pack.parses(scene.folds[i])
        if head and readings and readings[0].tags & _FINITE:
            break  # "два теста ⟦дали⟧"
        nouns = [p.tags for p in readings if p.tags & NOUN and (not head or p.tags & _GENITIVE)]
        modifiers = [p.tags for p in readings if p.tags & MODIFIER and (not head or p.tags & _GENITIVE)]
        if nouns and not (not head and _describes(scene, i)):
            head, end = True, i + 1
        elif modifiers:
            end = end if head else i + 1
        else:
            break
        i += 1
    return end


def _describes(scene: Scene, i: int) -> bool:
    """ "один ⟦мирный⟧ житель", "1234 ⟦nowe⟧ przypadki": may be a noun, but a noun it agrees with follows."""
    if i + 1 >= len(scene.folds) or not _plain(scene, i + 1):
        return False
    modifiers = [p.tags for p in scene.lex.pack.parses(scene.folds[i]) if p.tags & MODIFIER]
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[i + 1])[:2] if p.tags & NOUN] if modifiers else []
    return any(m & n & NUMBER and m & n & CASE for m in modifiers for n in nouns)


def _named(scene: Scene, first: int, last: int) -> Noun:
    """What the lists say of the words ``first:last``."""
    noun = Noun(first, last)
    found = [head for head in heads(scene, first, last) if not mere_adjective(scene, head[0] - 1, last)]
    found = measured(scene, first, found) if scene.lex.data.head == "last" else found
    people = bool(found) and found[-1][1] == "people"
    cues = [c for c in scene.cues if "counts" in c.kinds and first <= c.first < last]
    cue = next((c for c in cues if not (people and c.measure in OF_THINGS)), None)  # "14 ⟦kidnapped⟧ workers"
    if cue is not None and scene.lex.data.head == "first" and found and found[0][0] <= cue.first:
        cue = cue if found[0][1] == "people" else None  # "40 rodzin ofiar" counts families
    if cue is not None:
        noun.measure, noun.known = cue.measure, True
    if cue is not None and (cue.first, cue.last) == (first, last):
        noun.bare = bool(cue.kinds & {"happens", "acts"})
    if found:
        end, unit, who = found[-1] if scene.lex.data.head == "last" else front(scene, first, found)
        noun.unit, noun.who, noun.known = unit, who, True
        if scene.lex.data.head == "last":
            noun.last = max(end, cue.last if cue else end)
    elif noun.measure in ("killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued"):
        noun.unit, noun.who = (None, None) if noun.bare else ("people", "all")
    elif _person(scene, first, last) or _national(scene, first, last):
        noun.unit, noun.who = "people", "all"
    _carry_on(scene, noun)
    return noun


def _person(scene: Scene, first: int, last: int) -> bool:
    """Whether an unlisted noun is a person: by animacy where there is a dictionary, else by ending."""
    words = scene.folds[first:last]
    if scene.lex.pack.data.morphology == "none":
        return any(word.endswith(scene.lex.people_endings) for word in words)
    readings = (parse.tags for word in words for parse in scene.lex.pack.parses(word)[:2])
    noun = next((tags for tags in readings if tags & NOUN), frozenset())
    return bool(noun & _PERSON)


def _national(scene: Scene, first: int, last: int) -> bool:
    """People by their nation alone: "six Russians", "3 milioni di russi"."""
    return any(first + end == last for _, end, _ in scene.lex.nations.scan(scene.folds[first:last]))


def _carry_on(scene: Scene, noun: Noun) -> None:
    """Take in what a link adds: "officers ⟦of the capital⟧"; for the label only."""
    i = noun.last
    if i >= len(scene.folds) or scene.folds[i] not in scene.lex.links:
        return
    end = i
    while i < len(scene.folds) and i - noun.last < 6:
        linking = scene.folds[i] in scene.lex.links or scene.folds[i] in scene.lex.partitive or scene.folds[i] in "'’"
        if not linking and not _plain(scene, i):
            break
        cue = scene.cue_at(i)
        if cue and not linking:
            break
        i += 1
        end = end if linking else i
    noun.last = max(noun.last, end)


def is_thing(scene: Scene, noun: Noun) -> bool:
    """An unlisted noun that is no person: it is counted itself."""
    if noun.bare or noun.unit == "people":
        return False
    if scene.lex.pack.data.morphology == "none":
        return scene.lex.data.head == "last" and scene.folds[noun.last - 1].endswith("s")
    parses = (parse.tags for i in range(noun.first, noun.last) for parse in scene.lex.pack.parses(scene.folds[i])[:1])
    return any(tags & NOUN for tags in parses)
