"""What tells who a cited source is, set off by commas behind it: "по словам Громова, | главы профсоюза, | ..."."""

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Scene, Span


def past_roles(scene: Scene, lex: Lexicon, source: Span, i: int, last: int) -> int | None:
    """ "По словам Громова, | главы профсоюза горняков, | ...": behind what tells who the source is."""
    behind = None
    if not persons(scene, source):
        return _named_behind(scene, lex, source, last)
    while i < last and scene.folds[i] == ",":
        comma = next((k for k in range(i + 1, last) if scene.folds[k] == "," and scene.within[k] is None), None)
        if comma is None or scene.words(comma, last) < 3 or not _tells_role(scene, lex, (i + 1, comma)):
            break
        i = behind = comma
    return behind


def persons(scene: Scene, part: Span) -> bool:
    return any((n := scene.name_at[k]) is not None and n.kind == "person" for k in range(*part))


def _named_behind(scene: Scene, lex: Lexicon, source: Span, last: int) -> int | None:
    """ "Zdaniem obrońcy, | mecenasa Karola Brody, | ...": a role first, then who that is."""
    i = source[1]
    if i >= last or scene.folds[i] != "," or not any(lex.roles.longest(scene.folds, k) for k in range(*source)):
        return None
    comma = next((k for k in range(i + 1, last) if scene.folds[k] == "," and scene.within[k] is None), None)
    if comma is None or scene.words(comma, last) < 3 or scene.words(i, comma) > 6 or not persons(scene, (i, comma)):
        return None
    name = scene.name_at[comma - 1]
    return comma if name is not None and name.kind == "person" else None


def _tells_role(scene: Scene, lex: Lexicon, part: Span) -> bool:
    """A stretch that only names a post, in a case of its own where there are cases."""
    if scene.words(*part) > 12 or part[0] >= part[1]:
        return False
    if not lex.data.subject_tags:
        return _bare_role(scene, lex, part)
    verbs = (
        lex.has("auxiliaries", scene.folds[i]) or lex.only(scene.folds[i], lex.data.finite_tags) for i in range(*part)
    )
    if any(verbs) or not any(lex.roles.longest(scene.folds, i) for i in range(part[0], min(part[1], part[0] + 6))):
        return False
    return lex.tagged(scene.folds[part[0]], lex.data.case_tags)


def _bare_role(scene: Scene, lex: Lexicon, part: Span) -> bool:
    """Without cases: a person's role near the start, with nothing behind it but what it governs."""
    for i in range(part[0], min(part[1], part[0] + 5)):
        match = lex.roles.longest(scene.folds, i)
        if match and match[1] != "o":
            behind = match[0]
            return behind >= part[1] or lex.has("prepositions", scene.folds[behind])
    return False
