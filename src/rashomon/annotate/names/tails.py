"""Names of bodies that go on in small letters: "Consiglio superiore della magistratura", "Partito socialista"."""

from rashomon.annotate.names.scene import Scene

REACH = 8  # units behind the head
NOUN = 4  # letters of a noun behind a preposition


def tail_end(scene: Scene, first: int, last: int) -> int:
    """End of the body's name ``first:last`` with the small words that belong to it."""
    data = scene.lex.data
    if (
        not data.tail_heads
        or not scene.units[last - 1].capital
        or not scene.lex.has("tail_heads", scene.fold(last - 1))
    ):
        return last
    j, end, linked = last, last, False
    while j < len(scene.units) and j - last < REACH and scene.units[j].shape == "lower":
        fold = scene.fold(j)
        if _adjective(scene, j):
            end = j + 1
        elif scene.lex.has("tail_links", fold) and not linked and (noun := _noun(scene, j + 1)):
            end, linked = noun + 1, True
        else:
            break
        j = end
    return end


def _adjective(scene: Scene, j: int) -> bool:
    fold = scene.fold(j)
    return len(fold) > NOUN and fold.endswith(scene.lex.data.tail_endings) and not _other(scene, j)


def _noun(scene: Scene, j: int) -> int | None:
    """The unit of the noun behind a preposition, over an article or apostrophe; None where none is fit."""
    while j < len(scene.units) and (scene.fold(j) in "'’" or scene.lex.has("articles", scene.fold(j))):
        j += 1
    fits = j < len(scene.units) and scene.units[j].shape == "lower" and len(scene.fold(j)) > NOUN
    return j if fits and not _other(scene, j) else None


def _other(scene: Scene, j: int) -> bool:
    """A word of the sentence, not of the name: a title, an opener, a place word."""
    return scene.lex.has("openers", scene.fold(j)) or j in scene.covers["titles"] or j in scene.covers["speech"]
