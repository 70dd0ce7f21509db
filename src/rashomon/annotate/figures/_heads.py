"""Which of the listed nouns of a phrase is counted: "police ⟦vehicles⟧", "⟦domów⟧ mieszkalnych"."""

from rashomon.annotate.figures._fits import MEASURES
from rashomon.annotate.figures._scene import Scene

__all__ = ["CASE", "MODIFIER", "NOUN", "NUMBER", "front", "heads", "measured", "mere_adjective"]

# Grammemes of pymorphy (upper case) and Morfeusz (lower case).
MODIFIER = frozenset({"ADJF", "PRTF", "adj", "ppas", "pact", "adja"})
NOUN = frozenset({"NOUN", "subst", "depr", "ger"})
NUMBER = frozenset({"sing", "plur", "sg", "pl"})
CASE = frozenset("nomn gent datv accs ablt loct nom gen dat acc inst loc".split())
Head = tuple[int, str | None, str | None]  # end, unit, who


def heads(scene: Scene, first: int, last: int) -> list[Head]:
    """Listed nouns of the phrase in order: (end, unit, who)."""
    found: list[Head] = []
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


def measured(scene: Scene, first: int, heads: list[Head]) -> list[Head]:
    """ "a four ⟦day⟧ week" counts days, "14 titles ⟦second⟧ only to" no seconds: a measure in the singular
    describes, right behind its number."""
    single = [h for h in heads if h[1] in MEASURES and _singular(scene, h)]
    if first and scene.folds[first - 1] in "-–" and single and single[0][0] == first + 1:
        return single[:1]  # "an eight-⟦hour⟧ strike"
    beside = [h for h in single if h[0] == first + 1 and len(heads) > 1 and heads[-1][1] in MEASURES]
    return beside or [h for h in heads if h not in single or h[0] == first + 1]


def _singular(scene: Scene, head: Head) -> bool:
    word = scene.folds[head[0] - 1]
    alone = scene.lex.units.longest(scene.folds, head[0] - 1) == (head[0], head[1])  # no "miles per hour"
    return alone and not word.endswith("s") and word not in scene.lex.data.plurals


def front(scene: Scene, first: int, heads: list[Head]) -> Head:
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


def mere_adjective(scene: Scene, i: int, last: int) -> bool:
    """ "несколько иностранных языков": the listed word only describes the noun behind it."""
    if not (scene.lex.units.longest(scene.folds, i) or scene.lex.groups.longest(scene.folds, i)):
        return False  # the last word of a longer phrase: "żołnierzy sił ⟦pokojowych⟧"
    if i + 1 >= last or scene.lex.units.longest(scene.folds, i + 1) or scene.lex.groups.longest(scene.folds, i + 1):
        return False
    adjectives = [p.tags for p in scene.lex.pack.parses(scene.folds[i]) if p.tags & MODIFIER]
    nouns = [p.tags for p in scene.lex.pack.parses(scene.folds[i + 1]) if p.tags & NOUN]
    return any(a & n & NUMBER and a & n & CASE for a in adjectives for n in nouns)


def _adjective(scene: Scene, i: int) -> bool:
    return any(parse.tags & MODIFIER for parse in scene.lex.pack.parses(scene.folds[i]))
