"""Headings that give somebody's words without marks: "Marsh: nobody will be left alone"."""

from rashomon.annotate.quotes.clauses import trim_end, trim_start
from rashomon.annotate.quotes.scene import Draft, Scene, Span, Unit

LEFT = 8  # words before the colon
TURNS = 3  # paragraphs that open with a name and a colon in an interview
LEAST = 3  # words behind it


def find_heading(scene: Scene, unit: Unit, paragraph_end: int) -> list[Draft]:
    """The words behind a colon in a heading, if a person, a post or a body alone stands before it."""
    if not unit.heading:
        return _turn(scene, unit, paragraph_end)
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


def _turn(scene: Scene, unit: Unit, paragraph_end: int) -> list[Draft]:
    """ "Marsh: We will pay. Nobody will wait.": a turn in an interview, from the name to the end of its paragraph."""
    name = scene.name_at[unit.first]
    first = scene.view.sentence_at(scene.view.tokens[unit.first].start)
    before = scene.view.sentence_at(scene.view.tokens[unit.first - 1].start) if unit.first else None
    if name is None or name.kind != "person" or first is None or (before and before.paragraph == first.paragraph):
        return []
    colon = unit.first
    while colon < unit.last and scene.name_at[colon] is name:
        colon += 1
    if colon >= unit.last or scene.folds[colon] != ":" or colon + 1 in scene.opened:
        return []
    last = trim_end(scene, colon + 1, paragraph_end)
    if scene.words(colon + 1, last) < LEAST or not _interview(scene):
        return []
    scene.spoken = max(scene.spoken, paragraph_end)
    return [Draft(colon + 1, last, (colon, colon + 1), (unit.first, colon), "direct", "asserts", "turn", False, colon)]


def _interview(scene: Scene) -> bool:
    """Do at least three paragraphs open with a name and a colon, of two speakers?"""
    starts = [
        s.first
        for k, s in enumerate(scene.view.sentences)
        if not k or scene.view.sentences[k - 1].paragraph != s.paragraph
    ]
    turns = [_speaker_at(scene, i) for i in starts]
    said = [name for name in turns if name]
    return len(said) >= TURNS and len(set(said)) > 1


def _speaker_at(scene: Scene, i: int) -> str | None:
    name = scene.name_at[i]
    if name is None or name.kind != "person":
        return None
    colon = i
    while colon < len(scene.folds) and scene.name_at[colon] is name:
        colon += 1
    return name.text if colon < len(scene.folds) and scene.folds[colon] == ":" else None
