"""Event nouns that are only referred to: "after the protests", "the victims of the attack"."""

from rashomon.annotate.events._scene import APART, QUOTES, Scene

MODIFIERS = 5  # tokens between a preposition and its noun, where the dictionary knows them for modifiers
PLAIN = 2  # ... where there is no dictionary


def background(scene: Scene, first: int) -> bool:
    """Whether the words before the noun at token ``first`` make it a thing spoken of, not told."""
    at, reach = first - 1, MODIFIERS if scene.lex.modifying else PLAIN
    while at >= 0 and first - at <= reach and _modifier(scene, at):
        at -= 1
        if not scene.lex.modifying and scene.folds[at + 1] in scene.lex.determiners:
            break  # the article opens its phrase: "l'aquila, gli scontri"
    for start in range(max(0, at - 2), first):
        match = scene.lex.background.longest(scene.folds, start)
        if match and (at < match[0] <= first):
            return True
    return at >= 0 and _owned(scene, at, first)


def _modifier(scene: Scene, i: int) -> bool:
    """An adjective, a participle, a determiner; without a dictionary any plain word."""
    fold = scene.folds[i]
    if fold in QUOTES:
        return True
    if fold in APART or fold in scene.lex.auxiliaries or fold in scene.lex.breaks or not fold[0].isalnum():
        return False
    if not scene.lex.modifying:
        return True
    return bool(scene.tags(i)) and scene.has(i, scene.lex.modifying)


def _owned(scene: Scene, at: int, first: int) -> bool:
    """ "число жертв взрыва": a genitive behind the noun it belongs to."""
    lex = scene.lex
    if not lex.genitive or not scene.folds[at].isalpha() or not scene.tags(at) or not scene.tags(first):
        return False
    return scene.has(at, lex.nominal) and not scene.has(at, lex.finite) and scene.has(first, lex.genitive)
