"""Speech after a dash at the head of a paragraph, as Russian, Polish and Italian papers print dialogue."""

from dataclasses import replace

from rashomon.annotate.quotes.cues import find_cues
from rashomon.annotate.quotes.scene import Cue, Draft, Scene, Unit
from rashomon.annotate.quotes.subjects import subject_after
from rashomon.lang import Folds

REACH = 400  # tokens of speech before its cue


def find_dialogue(scene: Scene, unit: Unit, cues: list[Cue], paragraph_end: int) -> list[Draft]:
    """ "— Текст. Ещё текст, — сказал X. — И ещё.": speech after a dash at the head of a paragraph."""
    if not scene.dash(unit.first) or scene.spoken_in(unit.first, paragraph_end):
        return []
    limit = min(paragraph_end, unit.first + REACH)
    if limit > unit.last:  # the cue may stand in a later sentence
        cues = find_cues(scene, replace(unit, last=limit, folds=Folds(scene.folds[unit.first : limit])))
    cue = next((c for c in cues if _turns(scene, c, unit.first)), None)
    if cue is None:
        return []
    end = scene.sentence_end(cue.last - 1, limit)
    source = subject_after(scene, unit.lex, cue.last, min(end, cue.last + 20))
    last = _last(scene, unit, cue, paragraph_end)
    scene.taken.add(cue.first)
    scene.spoken = max(scene.spoken, last)
    where = (cue.first, cue.last)
    stance = cue.stance("speech")
    return [Draft(unit.first + 1, last, where, source, "direct", stance, "direct.dash", source is None, cue.first)]


def _turns(scene: Scene, cue: Cue, first: int) -> bool:
    """Does the report speak with this cue: a dash right before it, outside marks?"""
    turn = cue.first - 1
    if turn <= first + 1 or not scene.dash(turn) or scene.within[turn] is not None:
        return False
    return cue.takes("speech") or cue.takes("quote")


def _last(scene: Scene, unit: Unit, cue: Cue, paragraph_end: int) -> int:
    """Where the speech ends: before its cue clause, or where it goes on behind another dash."""
    last = cue.first - 1
    again = _again(scene, cue, paragraph_end)
    if again is not None:
        last = next((f for f in sorted(_frames(scene, unit, again, paragraph_end))), paragraph_end)
    while last > unit.first and not scene.word(last - 1) and scene.folds[last - 1] not in '»”"':
        last -= 1
    return last


def _again(scene: Scene, cue: Cue, limit: int) -> int | None:
    """The dash behind the cue clause after which the speech goes on."""
    end = min(limit, cue.last + 25)
    dashes = (i for i in range(cue.last, end) if scene.dash(i) and (i in scene.breaks or not scene.word(i - 1)))
    return next(dashes, None)


def _frames(scene: Scene, unit: Unit, first: int, limit: int) -> list[int]:
    """Sentences behind ``first`` in which the report speaks again: they open with "according to X"."""
    starts = [i for i in range(first + 1, limit) if i in scene.breaks]
    return [i for i in starts[1:] if unit.lex.according.longest(scene.folds, i)]
