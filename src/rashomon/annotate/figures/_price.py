"""What lies between a figure and a word of a measure, as a price."""

from rashomon.annotate.figures._scene import Scene

__all__ = ["LIMIT", "gap", "unlisted"]

LIMIT = 5.0
_NO_LIST = 3.0
_FINITE = frozenset({"VERB", "PRTS", "praet", "fin", "imps"})


def gap(scene: Scene, first: int, last: int, *, behind: bool) -> float:
    """Price of the words between a figure and a cue."""
    price, i = 0.0, first
    while i < last and price <= LIMIT:  # over the limit no bid wins: the rest need not be counted
        spot = scene.spot_at(i)
        if spot is not None:
            price, i = price + 0.9, spot.last
            continue
        cue = scene.cue_at(i)
        if cue is not None and cue.first == i and cue.kinds & {"happens", "acts"}:
            price += 1.2
        elif cue is None and not behind and _finite(scene, i):
            price += 1.5
        price += _word(scene, i, scene.folds[i], behind)
        i += 1
    return price


def _finite(scene: Scene, i: int) -> bool:
    """A verb that is no cue, where there is a dictionary to tell: "destroyed 20 and ⟦seized⟧ 40"."""
    if scene.lex.passive or scene.tokens[i].kind != "word" or scene.folds[i] in scene.lex.stops:
        return False
    return any(parse.tags & _FINITE for parse in scene.lex.pack.parses(scene.folds[i])[:1])


def unlisted(scene: Scene, first: int, last: int) -> float:
    """Price of a comma and another figure before the word, where no "and" makes them one list.

    "60 people were treated, 8 ⟦in critical condition⟧", but "3 men, 2 women and 4 boys ⟦died⟧".
    """
    between = scene.folds[first:last]
    crossed = any(scene.spot_at(i) is not None for i in range(first, last))
    joined = any(fold in scene.lex.joins for fold in between)
    return _NO_LIST if crossed and "," in between and not joined else 0.0


def _word(scene: Scene, i: int, fold: str, behind: bool) -> float:
    if i in scene.breaks:
        return 2.5
    if fold in scene.lex.joins:
        return 0.6
    if fold == "." and i and scene.tokens[i - 1].end - scene.tokens[i - 1].start == 1:
        return 0.1  # "U.S."
    if scene.tokens[i].kind == "sign":
        return {
            ",": 1.0,
            ";": 5.0,
            "(": 1.2,
            ")": 0.8,
            ":": 1.0,
            "-": 0.2,
            '"': 0.8,
            "“": 0.8,
            "«": 0.6,
            "–": 0.8,
            "—": 0.8,
            ".": 3.0,
        }.get(fold, 0.1)
    if fold in scene.lex.stops and fold not in scene.lex.partitive:
        return 0.15 if behind else 0.7
    return 0.12
