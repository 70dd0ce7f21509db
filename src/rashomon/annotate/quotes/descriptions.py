"""Which name a description of a speaker stands for: "the minister", "глава страны", "the ministry"."""

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Scene, Span
from rashomon.model import Name
from rashomon.text import fold

STEM = 6  # letters that tell a title in its cases


def described(scene: Scene, lex: Lexicon, source: Span, before: list[Name]) -> Name | None:
    """The last name before that was given this role, or whose words hold this body; None where it may be another."""
    if new(scene, lex, source) or plural(scene, lex, source):
        return None
    heads = _heads(scene, lex, source)
    if heads:
        return _titled(scene, lex, source, before, heads)
    return _body(scene, lex, source, before)


def new(scene: Scene, lex: Lexicon, source: Span) -> bool:
    """Somebody not known before: "a spokesman", "один из жителей"."""
    return lex.has("indefinite", scene.folds[source[0]])


def plural(scene: Scene, lex: Lexicon, source: Span) -> bool:
    """More than one: "the ministers", "местные жители", "gli inquirenti"."""
    first = scene.folds[source[0]]
    if lex.has("plural_determiners", first):
        return True
    roles = [i for i in range(*source) if scene.name_at[i] is None and lex.roles.longest(scene.folds, i)]
    if not roles:
        return False
    word = scene.folds[roles[0]]
    if lex.data.plural_tags:
        parses = [p for p in lex.pack.parses(word) if not p.tags.isdisjoint(lex.data.noun_tags)]
        subject = [p for p in parses if not p.tags.isdisjoint(lex.data.subject_tags)] or parses
        return bool(subject) and all(not p.tags.isdisjoint(lex.data.plural_tags) for p in subject)
    return bool(lex.data.plural_endings) and word.endswith(lex.data.plural_endings) and not word.endswith("ss")


def _heads(scene: Scene, lex: Lexicon, source: Span) -> set[str]:
    """Stems of the titles in a description, with those of the same office ("глава страны": the president)."""
    own = {
        scene.folds[i][:STEM]
        for i in range(*source)
        if scene.name_at[i] is None and (m := lex.roles.longest(scene.folds, i)) and m[1] != "o"
    }
    same = {
        word[:STEM]
        for group in lex.data.same_roles
        if any(word[:STEM] in own for word in group.split())
        for word in group.split()
    }
    return own | same if own else set()


def _titled(scene: Scene, lex: Lexicon, source: Span, before: list[Name], heads: set[str]) -> Name | None:
    named = {id(n): n for i in range(*source) if (n := scene.name_at[i]) is not None and n.kind != "person"}
    bodies = {fold(n.text)[:5] for n in named.values()}
    for name in reversed(before):
        if name.kind != "person":
            continue
        role = fold(name.role or words_before(scene, name))
        if not all(body in role for body in bodies):  # "the head of the Red Cross" is not any head
            continue
        if any(part[:STEM] in heads for part in role.replace("-", " ").split()):
            return name
    return None


def _body(scene: Scene, lex: Lexicon, source: Span, before: list[Name]) -> Name | None:
    """ "the ministry", "The League": the last body before whose name holds the word."""
    if any(scene.name_at[i] is not None for i in range(*source)):
        return None
    words = [scene.folds[i] for i in range(*source) if scene.word(i) and not lex.has("determiners", scene.folds[i])]
    if len(words) != 1 or len(words[0]) < 4:
        return None
    stem = words[0][: max(4, len(words[0]) - 2)]
    bodies = (n for n in reversed(before) if n.kind == "org")
    return next((n for n in bodies if any(part.startswith(stem) for part in fold(n.text).split())), None)


def words_before(scene: Scene, name: Name) -> str:
    """Up to six words before a name in its clause, where a title may stand."""
    at = scene.view.token_at(name.start)
    out = []
    for i in range(at - 1, max(-1, at - 7), -1):
        if not scene.word(i) and scene.folds[i] not in "-":
            break
        out.append(scene.folds[i])
    return " ".join(out)
