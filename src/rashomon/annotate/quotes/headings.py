"""Headings that give somebody's words without marks: "Marsh: nobody will be left alone"."""

from rashomon.annotate.quotes.clauses import trim_end, trim_start
from rashomon.annotate.quotes.scene import Draft, Scene, Span, Unit

LEFT = 8  # words before the colon
LEAST = 3  # words behind it


def find_heading(scene: Scene, unit: Unit) -> list[Draft]:
    """The words behind a colon in a heading, if a person, a post or a body alone stands before it."""
    if not unit.heading:
        return []
    colon = next((i for i in range(unit.first, unit.last) if scene.folds[i] == ":"), None)
    if colon is None or scene.within[colon] is not None or colon + 1 in scene.opened:
        return []
    source = heading_speaker(scene, unit, colon)
    first = trim_start(scene, unit.lex, colon + 1, unit.last)
    last = trim_end(scene, first, unit.last)
    if source is None or scene.words(first, last) < LEAST:
        return []
    return [Draft(first, last, (colon, colon + 1), source, "indirect", "asserts", "heading", False, colon)]


def heading_speaker(scene: Scene, unit: Unit, colon: int) -> Span | None:
    """Who stands before the colon; a place ("Trieste: four arrests") or a whole clause is no speaker."""
    if not 0 < scene.words(unit.first, colon) <= LEFT:
        return None
    left = range(unit.first, colon)
    if any(not scene.word(i) and scene.name_at[i] is None and scene.folds[i] not in "-'’" for i in left):
        return None
    end = scene.name_at[colon - 1]
    if end is not None and end.kind == "place":
        return None
    if end is not None and end.kind == "org" and scene.name_at[unit.first] is not end:
        return None
    post = any((m := unit.lex.posts.longest(scene.folds, i)) and m[0] == colon for i in left)
    if (end is None and not post) or any(i in scene.cue_ends for i in left):
        return None
    return unit.first, colon
