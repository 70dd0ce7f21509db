"""The counted noun as a report words it."""

from rashomon.annotate.figures._fits import of_unit
from rashomon.annotate.figures._noun import phrase_end
from rashomon.annotate.figures._scene import Noun, Scene, Spot

__all__ = ["label_of"]


def label_of(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """Offsets of the noun behind the number, or that of the coordinated figure; None where it is not said.

    A sum of money is not "euros" but what it is of ("5 million euros in ⟦damages⟧"); a share is of
    what follows "of".
    """
    if spot.measure in ("money", "share"):
        span = _of_what(scene, spot)
        return _offsets(scene, *span) if span else None
    noun = spot.noun if spot.noun and not spot.noun.bare else None
    if noun is None and spot.lent is not None and spot.lent in scene.spots:
        noun = _shared(spot, spot.lent.noun)
    if noun is None or noun.last <= noun.first:
        return None
    return _offsets(scene, noun.first, noun.last)


def _shared(spot: Spot, lent: Noun | None) -> Noun | None:
    same = lent is not None and not lent.bare and lent.measure in (None, spot.measure)
    return lent if same else None


def _offsets(scene: Scene, first: int, last: int) -> tuple[int, int]:
    return scene.tokens[first].start, scene.tokens[last - 1].end


def _of_what(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """What a sum or a share is of: behind a link, or a genitive where there is a dictionary."""
    noun = spot.noun
    if noun is not None and noun.known and noun.unit not in (None, "money") and spot.measure == "share":
        return noun.first, noun.last
    begin = i = _past_currency(scene, spot)
    while i < len(scene.folds) and (scene.folds[i] in scene.lex.data.shares_of or (i > begin and _small(scene, i))):
        i += 1
    if i == begin and scene.lex.pack.data.morphology == "none":
        return None
    end = phrase_end(scene, i)
    return (i, end) if end > i else None


def _small(scene: Scene, i: int) -> bool:
    return scene.folds[i] in scene.lex.partitive or scene.folds[i] in "'’"


def _past_currency(scene: Scene, spot: Spot) -> int:
    """Behind the number and the name of its currency."""
    i = spot.last
    for start in (i, i + 1):
        if start >= len(scene.folds):
            break
        found = scene.lex.money.longest(scene.folds, start) or scene.lex.units.longest(scene.folds, start)
        if found and of_unit(found[1]) == "money" and (start == i or scene.folds[i] in scene.lex.partitive):
            return found[0]
    return i
