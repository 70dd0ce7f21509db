"""The counted noun phrase behind a number: where it ends, and what is counted."""

from rashomon.annotate.figures._fits import MEASURES, OF_THINGS
from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["phrase_end", "read_noun"]

# Grammemes of pymorphy (upper case) and Morfeusz (lower case).
_MODIFIER = frozenset({"ADJF", "PRTF", "adj", "ppas", "pact", "adja"})
_NOUN = frozenset({"NOUN", "subst", "depr", "ger"})
_NUMBER = frozenset({"sing", "plur", "sg", "pl"})
_CASE = frozenset("nomn gent datv accs ablt loct nom gen dat acc inst loc".split())
_FINITE = frozenset({"VERB", "praet", "fin", "imps"})
_GENITIVE = frozenset({"gent", "gen", "gen1", "gen2"})
_OBJECT = frozenset({"accs", "acc", "gen2", "loct", "loc"})
_PERSON = frozenset({"anim", "m1"})
_Head = tuple[int, str | None, str | None]  # end, unit, who
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
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[first]) if p.tags & _NOUN]
    return bool(nouns) and not any(tags & (_GENITIVE | _OBJECT) for tags in nouns)


def _inside(scene: Scene, spot: Spot) -> Noun | None:
    """ "un ⟦elettore⟧ su cinque": the noun within the number."""
    heads = _heads(scene, spot.first + 1, spot.last - 2)
    if not heads:
        return None
    end, unit, who = heads[0]
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
    i = first
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
        nouns = [p.tags for p in readings if p.tags & _NOUN and (not head or p.tags & _GENITIVE)]
        modifiers = [p.tags for p in readings if p.tags & _MODIFIER and (not head or p.tags & _GENITIVE)]
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
    modifiers = [p.tags for p in scene.lex.pack.parses(scene.folds[i]) if p.tags & _MODIFIER]
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[i + 1])[:2] if p.tags & _NOUN] if modifiers else []
    return any(m & n & _NUMBER and m & n & _CASE for m in modifiers for n in nouns)


def _named(scene: Scene, first: int, last: int) -> Noun:
    """What the lists say of the words ``first:last``."""
    noun = Noun(first, last)
    heads = [head for head in _heads(scene, first, last) if not _mere_adjective(scene, head[0] - 1, last)]
    heads = _measured(scene, first, heads) if scene.lex.data.head == "last" else heads
    people = bool(heads) and heads[-1][1] == "people"
    cues = [c for c in scene.cues if "counts" in c.kinds and first <= c.first < last]
    cue = next((c for c in cues if not (people and c.measure in OF_THINGS)), None)  # "14 ⟦kidnapped⟧ workers"
    if cue is not None and scene.lex.data.head == "first" and heads and heads[0][0] <= cue.first:
        cue = cue if heads[0][1] == "people" else None  # "40 rodzin ofiar" counts families
    if cue is not None:
        noun.measure, noun.known = cue.measure, True
    if cue is not None and (cue.first, cue.last) == (first, last):
        noun.bare = bool(cue.kinds & {"happens", "acts"})
    if heads:
        end, unit, who = heads[-1] if scene.lex.data.head == "last" else _front(scene, first, heads)
        noun.unit, noun.who, noun.known = unit, who, True
        if scene.lex.data.head == "last":
            noun.last = max(end, cue.last if cue else end)
    elif noun.measure in ("killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued"):
        noun.unit, noun.who = (None, None) if noun.bare else ("people", "all")
    elif _person(scene, first, last) or _national(scene, first, last):
        noun.unit, noun.who = "people", "all"
    _carry_on(scene, noun)
    return noun


def _measured(scene: Scene, first: int, heads: list[_Head]) -> list[_Head]:
    """ "a four ⟦day⟧ week" counts days, "14 titles ⟦second⟧ only to" no seconds: a measure in the singular
    describes, right behind its number."""
    single = [h for h in heads if h[1] in MEASURES and _singular(scene, h)]
    beside = [h for h in single if h[0] == first + 1 and len(heads) > 1 and heads[-1][1] in MEASURES]
    return beside or [h for h in heads if h not in single or h[0] == first + 1]


def _singular(scene: Scene, head: _Head) -> bool:
    word = scene.folds[head[0] - 1]
    alone = scene.lex.units.longest(scene.folds, head[0] - 1) == (head[0], head[1])  # no "miles per hour"
    return alone and not word.endswith("s") and word not in scene.lex.data.plurals


def _heads(scene: Scene, first: int, last: int) -> list[_Head]:
    """Listed nouns of the phrase in order: (end, unit, who)."""
    found: list[_Head] = []
    i = first
    while i < last:
        group = scene.lex.groups.longest(scene.folds, i)
        unit = scene.lex.units.longest(scene.folds, i)
        if group and (not unit or group[0] >= unit[0]):
            found.append((group[0], "people", group[1].who))
            i = group[0]
        elif unit:
            found.append((unit[0], unit[1], "all" if unit[1] == "people" else "things"))
            i = unit[0]
        else:
            i += 1
    return found


def _front(scene: Scene, first: int, heads: list[_Head]) -> _Head:
    """The first listed noun, or the one behind it where the first is an adjective to it.

    "500 полицейских автомобилей" counts cars, "4 złotych medali" no money, "15 жителей деревни" people.
    """
    if len(heads) < 2:
        return heads[0]
    (end, _, who), second = heads[0], heads[1]
    beside = second[0] <= end + 2
    if second[2] == "things" and beside and _adjective(scene, end - 1):
        return second
    # "osób cywilnych", "persone armate": named more closely by what follows
    return second if who == "all" and second[1] == "people" and beside else heads[0]


def _mere_adjective(scene: Scene, i: int, last: int) -> bool:
    """ "несколько иностранных языков": the listed word only describes the noun behind it."""
    if not (scene.lex.units.longest(scene.folds, i) or scene.lex.groups.longest(scene.folds, i)):
        return False  # the last word of a longer phrase: "żołnierzy sił ⟦pokojowych⟧"
    if i + 1 >= last or scene.lex.units.longest(scene.folds, i + 1) or scene.lex.groups.longest(scene.folds, i + 1):
        return False
    adjectives = [p.tags for p in scene.lex.pack.parses(scene.folds[i]) if p.tags & _MODIFIER]
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[i + 1]) if p.tags & _NOUN]
    return any(a & n & _NUMBER and a & n & _CASE for a in adjectives for n in nouns)


def _adjective(scene: Scene, i: int) -> bool:
    return any(parse.tags & _MODIFIER for parse in scene.lex.pack.parses(scene.folds[i]))


def _person(scene: Scene, first: int, last: int) -> bool:
    """Whether an unlisted noun is a person: by animacy where there is a dictionary, else by ending."""
    words = scene.folds[first:last]
    if scene.lex.pack.data.morphology == "none":
        return any(word.endswith(scene.lex.people_endings) for word in words)
    readings = (parse.tags for word in words for parse in scene.lex.pack.parses(word)[:2])
    noun = next((tags for tags in readings if tags & _NOUN), frozenset())
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
