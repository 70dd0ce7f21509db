"""Speech after a dash at the head of a paragraph, as Russian and Polish print dialogue."""

from rashomon.annotate.quotes.scene import Cue, Draft, Scene, Unit
from rashomon.annotate.quotes.subjects import subject_after


def find_dialogue(scene: Scene, unit: Unit, cues: list[Cue], paragraph_end: int) -> list[Draft]:
    """ "— Текст, — сказал X. — Ещё текст.": speech after a dash at the head of a paragraph."""
    if not scene.dash(unit.first) or scene.spoken_in(unit.first, paragraph_end):
        return []
    for cue in cues:
        turn = cue.first - 1
        if (
            turn <= unit.first + 1
            or not scene.dash(turn)
            or not (cue.takes("speech") or cue.takes("quote"))
            or scene.within[turn] is not None
        ):
            continue
        source = subject_after(scene, unit.lex, cue.last, min(unit.last, cue.last + 20))
        last = turn
        again = _again(scene, cue, unit, paragraph_end)
        if again:
            last = paragraph_end
        while last > unit.first and not scene.word(last - 1) and scene.folds[last - 1] not in '»”"':
            last -= 1
        scene.taken.add(cue.first)
        where = (cue.first, cue.last)
        return [
            Draft(
                unit.first + 1,
                last,
                where,
                source,
                "direct",
                cue.stance("speech"),
                "direct.dash",
                source is None,
                cue.first,
            )
        ]
    return []


def _again(scene: Scene, cue: Cue, unit: Unit, limit: int) -> bool:
    """Does speech go on behind the cue clause, after another dash?"""
    end = min(limit, cue.last + 25)
    return any(scene.dash(i) and (i in scene.breaks or not scene.word(i - 1)) for i in range(cue.last, end))
