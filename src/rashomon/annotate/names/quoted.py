"""Names in quotation marks behind a word that announces them: the party “X”, шахта «X», il quotidiano «X»."""

from rashomon.annotate.names.scene import Scene

OPEN, CLOSE = "«„“\"‘'”", "»”“\"’'"
WORDS = 7  # units of such a name


def quoted(scene: Scene, i: int) -> tuple[int, int, str] | None:
    """(first, last, kind) of the name whose opening mark is unit ``i``; kind is org or place."""
    if i == 0 or scene.text[scene.units[i].start] not in OPEN:
        return None
    kind = _announced(scene, i)
    if kind is None or i + 1 >= len(scene.units) or not scene.units[i + 1].capital:
        return None
    for j in range(i + 1, min(len(scene.units), i + 2 + WORDS)):
        unit = scene.units[j]
        if unit.shape == "sign":
            closes = scene.text[unit.start] in CLOSE and j > i + 1
            return (i + 1, j, kind) if closes else None
    return None


def _announced(scene: Scene, i: int) -> str | None:
    """What the word right before the mark says it is."""
    if scene.ending_at("other_before", i) is not None:
        return None
    if scene.ending_at("place_before", i) is not None:
        return "place"
    return "org" if scene.lex.has("org_before", scene.fold(i - 1)) else None
