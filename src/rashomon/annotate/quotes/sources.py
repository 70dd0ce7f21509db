"""The phrase that names whom an attribution cites: "according to | the mayor of the town |, ..."."""

from rashomon.annotate.quotes.clauses import trim_end
from rashomon.annotate.quotes.heads import with_name
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Scene, Span


def source_phrase(scene: Scene, lex: Lexicon, start: int, end: int) -> Span | None:
    """The phrase after "according to", in whatever case, up to punctuation or where it is left."""
    while start < end and scene.folds[start] in "'’":  # "all'agenzia"
        start += 1
    if start >= end or _no_source(scene, lex, start):
        return None
    head = scene.folds[start]
    if head in lex.pronouns and not lex.has("determiners", head) and not _owned(scene, lex, start, end):
        return start, start + 1
    last = trim_end(scene, start, _reach(scene, lex, start, end))
    return with_name(scene, lex, (start, last), end) if last > start else None


def _no_source(scene: Scene, lex: Lexicon, i: int) -> bool:
    """ "secondo | cui", "secondo | solo a Rossi"."""
    head = scene.folds[i]
    if lex.has("relatives", head):
        return True
    return lex.has("adverbs", head) and head not in lex.pronouns and not lex.has("determiners", head)


def _reach(scene: Scene, lex: Lexicon, start: int, end: int) -> int:
    """Behind the last token that may belong to the phrase."""
    i, named = start, False
    while i < end and not _ends(scene, i):
        name, mark = scene.name_at[i], scene.within[i]
        if mark is not None and mark.open == i and i > start:
            if scene.words(mark.first, mark.last) > 4:
                return i
            i = mark.close + 1
            continue
        inside = i > start and name is None and scene.word(i)
        if inside and _opens_clause(scene, lex, i, start):
            return i
        if inside and (_left(scene, lex, i, named) or not _governed(scene, lex, i, start)):
            return i
        named = named or (name is not None and name.kind == "person")
        i += 1
    return i


def _opens_clause(scene: Scene, lex: Lexicon, i: int, start: int) -> bool:
    """ "a detta dei pescatori | il relitto": without cases an article behind a noun opens the next phrase."""
    if lex.data.case_tags or i - start < 1 or not lex.has("articles", scene.folds[i]):
        return False
    before = scene.folds[i - 1]
    glued = lex.has("determiners", before) or lex.has("prepositions", before) or lex.has("conjunctions", before)
    return not glued and (scene.word(i - 1) or scene.name_at[i - 1] is not None)


def _ends(scene: Scene, i: int) -> bool:
    """A sign that no phrase runs over."""
    word = scene.folds[i]
    if not scene.word(i) and scene.name_at[i] is None and scene.within[i] is None and word not in "-'’/&.":
        return True
    return scene.dash(i) or (word == "." and i + 1 in scene.breaks)


def _owned(scene: Scene, lex: Lexicon, i: int, end: int) -> bool:
    """ "по словам его | жены": a pronoun that owns the noun behind it."""
    tags = lex.data.noun_tags
    if i + 1 >= end or not tags or lex.pronoun_subject(scene.folds[i]) or lex.has("prepositions", scene.folds[i + 1]):
        return False
    return scene.word(i + 1) and bool(lex.roles.longest(scene.folds, i + 1))


def _governed(scene: Scene, lex: Lexicon, i: int, start: int) -> bool:
    """May word ``i`` go on a phrase in an oblique case ("zdaniem ekspertów | tama nie wytrzyma")?"""
    cases = lex.data.case_tags
    parses = lex.pack.parses(scene.folds[i]) if cases else ()
    if not parses or scene.folds[i] in lex.sets["conjunctions"]:
        return True
    head = {t for p in lex.pack.parses(scene.folds[start]) for t in p.tags if t in cases}
    head = {cases[0]} if cases[0] in head else head | {cases[0]}
    return any(p.tags.isdisjoint(cases) is False and not head.isdisjoint(p.tags) for p in parses)


def _left(scene: Scene, lex: Lexicon, i: int, named: bool) -> bool:
    """Has the source phrase ended before word ``i``?"""
    word, tags = scene.folds[i], lex.data.finite_tags
    if scene.view.tokens[i].kind == "number":
        return True
    if lex.participle(word) and i + 1 < len(scene.folds) and lex.has("agents", scene.folds[i + 1]):
        return True
    if lex.has("inner", word):
        return False
    if lex.has("time_words", word) or lex.has("auxiliaries", word) or lex.that.longest(scene.folds, i) is not None:
        return True
    if lex.has("branch", word) and i + 1 < len(scene.folds) and scene.upper(i + 1):
        return False
    if lex.has("prepositions", word) and not lex.has("determiners", word):
        follow = scene.name_at[i + 1 : i + 3]
        if "," in scene.folds[i + 1 : i + 5] and not any(lex.only(w, tags) for w in scene.folds[i + 1 : i + 5] if tags):
            return False
        return named or lex.has("agents", word) is False or not any(n is not None for n in follow)
    previous = scene.name_at[i - 1]
    if named and previous is not None and previous.kind == "person" and not lex.has("conjunctions", word):
        return True
    return bool(tags) and lex.only(word, tags)
