"""Who can speak: names, pronouns, roles and bodies in a phrase, and which word of it is the head."""

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Scene, Span


def named(scene: Scene, span: Span) -> bool:
    return any(scene.name_at[i] is not None for i in range(*span))


def speaks(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Does the phrase name somebody who can speak: a name, a pronoun, a role, a body?"""
    return any(
        scene.name_at[i] is not None
        or scene.folds[i] in lex.pronouns
        or bool(lex.roles.longest(scene.folds, i))
        or (scene.word(i) and scene.upper(i) and i not in scene.breaks)
        for i in range(*span)
    )


def leads(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Can the head of the phrase speak: not "имя | влиятельного человека"? Only the dictionary tells heads."""
    if not lex.data.subject_tags:
        return _bare_head(scene, lex, span)
    for i in range(*span):
        if speaks(scene, lex, (i, i + 1)) or (i + 1 < span[1] and lex.roles.longest(scene.folds, i)):
            return True
        if scene.word(i) and ends_noun(scene, lex, i) and not _attribute(scene, lex, i, span[1]):
            return False
    return False


def _attribute(scene: Scene, lex: Lexicon, i: int, last: int) -> bool:
    """ "dyżurny | lekarz": a noun that is an adjective as well, right before who speaks."""
    if i + 1 >= last or not speaks(scene, lex, (i + 1, i + 2)):
        return False
    data = lex.data
    return any(
        p.tags.isdisjoint(data.noun_tags) and not p.tags.isdisjoint(data.subject_tags)
        for p in lex.pack.parses(scene.folds[i])
    )


def _bare_head(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Without cases the head stands before the first preposition: "a program", "the head | of the bank"."""
    first, last = span
    end = next((i for i in range(first + 1, last) if lex.has("prepositions", scene.folds[i])), last)
    if scene.view.tokens[end - 1].kind == "number" or lex.has("determiners", scene.folds[end - 1]):
        end = last  # "two of the miners"
    near = range(max(first, end - 3), end)
    if any(scene.name_at[i] is not None or scene.folds[i] in lex.pronouns for i in near):
        return (
            scene.name_at[end - 1] is not None or scene.folds[end - 1] in lex.pronouns or _role_ends(scene, lex, near)
        )
    return _role_ends(scene, lex, near) or (
        scene.word(end - 1) and scene.upper(end - 1) and end - 1 not in scene.breaks
    )


def _role_ends(scene: Scene, lex: Lexicon, near: range) -> bool:
    """Does a role stand among the last words of a phrase?"""
    return any(lex.roles.longest(scene.folds, i) for i in near)


def _past_age(scene: Scene, i: int) -> int:
    """Over "31-letni" before a name."""
    aged = scene.view.tokens[i].kind == "number" and i + 3 < len(scene.folds) and scene.folds[i + 1] in "-‑"
    return i + 3 if aged else i


def with_name(scene: Scene, lex: Lexicon, span: Span, limit: int) -> Span:
    """A role with the name behind its comma: "the head of the mission, | Ellen Marsh"."""
    comma = span[1]
    roles = any(lex.roles.longest(scene.folds, i) or lex.has("out_of", scene.folds[i]) for i in range(*span))
    if comma + 1 >= limit or scene.folds[comma] != "," or not roles:
        return span
    start = _past_age(scene, comma + 1)
    name = scene.name_at[start] if start < limit else None
    people = any((n := scene.name_at[i]) is not None and n.kind == "person" for i in range(*span))
    if name is None or name.kind != "person" or people:
        return span
    last = start
    while last < limit and scene.name_at[last] is name:
        last += 1
    ends = last >= limit or not scene.word(last)
    return (span[0], last) if ends else span


def mute(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Is this a thing that cannot speak: "the clarification of the causes", "ущерб"?"""
    return not speaks(scene, lex, span) and any(lex.mute.longest(scene.folds, i) for i in range(*span))


def nominal(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Can this phrase speak: a name, a pronoun, a determined noun, a known role?"""
    return any(
        scene.name_at[i] is not None
        or scene.folds[i] in lex.pronouns
        or lex.has("determiners", scene.folds[i])
        or (scene.word(i) and scene.upper(i))
        or bool(lex.roles.longest(scene.folds, i))
        or (scene.word(i) and i == span[1] - 1 and scene.folds[i].endswith("s"))
        or (scene.view.tokens[i].kind == "number" and i == span[1] - 1 > span[0])
        for i in range(*span)
    )


def ends_noun(scene: Scene, lex: Lexicon, i: int) -> bool:
    name = scene.name_at[i]
    if name is not None:
        return i + 1 >= len(scene.folds) or scene.name_at[i + 1] is not name
    word = scene.folds[i]
    return scene.view.tokens[i].kind == "number" or not lex.pack.parses(word) or lex.tagged(word, lex.data.noun_tags)
