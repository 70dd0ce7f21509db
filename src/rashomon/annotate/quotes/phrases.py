"""Noun phrases that may name a speaker: their edges, their case, what lies in front of them."""

from rashomon.annotate.quotes.heads import ends_noun, named, nominal, speaks
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Scene, Span
from rashomon.text import fold

GLUE = frozenset("-'’./&‑")  # signs inside a noun phrase: "vice-president", "St. John", "Nato's"


def noun_phrase(scene: Scene, lex: Lexicon, part: Span) -> Span | None:
    """The subject inside a stretch that ends at its verb."""
    first, last = trim(scene, lex, part)
    opener = lex.openers.longest(scene.folds, first) if first < last else None
    if opener and opener[0] < last:  # "z drugiej strony | eksperci"
        first = opener[0]
    if first >= last:
        return None
    if lex.data.subject_tags:
        return _inflected(scene, lex, (first, last))
    return _bare(scene, lex, (first, last))


def trim(scene: Scene, lex: Lexicon, part: Span) -> Span:
    """A stretch without adverbs, auxiliaries and conjunctions at its edges."""
    first, last = part
    while last > first and loose(scene, lex, last - 1):
        last -= 1
    while (
        first < last
        and not lex.has("determiners", scene.folds[first])
        and (
            loose(scene, lex, first)
            or lex.has("conjunctions", scene.folds[first])
            or lex.has("but", scene.folds[first])
        )
    ):
        first += 1
    return first, last


def loose(scene: Scene, lex: Lexicon, i: int) -> bool:
    if scene.name_at[i] is not None:
        return False
    word = scene.folds[i]
    if not scene.word(i):
        return word not in '.»”"' or scene.within[i] is None
    return (
        lex.has("auxiliaries", word)
        or lex.has("negations", word)
        or lex.has("time_words", word)
        or (lex.adverb(word) and word not in lex.pronouns and not lex.has("prepositions", word))
        or bool(lex.data.adverb_tags and not lex.has("prepositions", word) and lex.only(word, lex.data.adverb_tags))
    )


def _bare(scene: Scene, lex: Lexicon, part: Span) -> Span | None:
    """Subject without case marking (en, it): the phrase that ends the stretch."""
    first, last = part
    alone = scene.folds[last - 1]
    before = scene.folds[last - 2] if last - 2 >= first else ""
    governed = lex.gerund(before) or lex.participle(before) or lex.has("prepositions", before)  # "operating | it"
    governed = governed and not lex.has("subject_pronouns", alone)  # "after | he | suggested"
    if alone in lex.pronouns and not lex.has("determiners", alone) and not governed:
        return last - 1, last  # "in Oslo on Friday that | he"
    if lex.gerund(scene.folds[first]) and scene.name_at[first] is None:  # "Speaking to reporters, ..."
        first = _own_name(scene, part)
    i = last
    while i > first:
        word = scene.folds[i - 1]
        if not scene.word(i - 1) and word not in GLUE and scene.within[i - 1] is None:
            break
        if i < last and (word in lex.pronouns and not lex.has("determiners", word)):
            break
        if lex.that.longest(scene.folds, i - 1) and not lex.has("determiners", word):
            break
        if lex.has("auxiliaries", word) and scene.name_at[i - 1] is None and i < last:
            break
        if lex.has("conjunctions", word) and not _pair(scene, lex, i - 1):
            break
        if i < last and i in scene.cue_ends and scene.name_at[i - 1] is None:
            break  # "said | Sanders believes"
        i -= 1
    i = _past_preposition(scene, lex, i, last)
    return (i, last) if i < last and nominal(scene, lex, (i, last)) else None


def _own_name(scene: Scene, part: Span) -> int:
    """First token of the person's name that ends a stretch; its end where none does."""
    first, last = part
    name = scene.name_at[last - 1]
    if name is None or name.kind != "person":
        return last
    return next(i for i in range(first, last) if scene.name_at[i] is name)


def _pair(scene: Scene, lex: Lexicon, i: int) -> bool:
    """Does a conjunction join two speakers ("police and witnesses")?"""
    after = i + 1
    if after < len(scene.folds) and (scene.name_at[after] or lex.has("determiners", scene.folds[after])):
        return scene.name_at[i - 1] is not None or bool(lex.roles.longest(scene.folds, i - 1))
    return bool(lex.roles.longest(scene.folds, after)) and bool(lex.roles.longest(scene.folds, i - 1))


def _past_preposition(scene: Scene, lex: Lexicon, first: int, last: int) -> int:
    """A stretch may open with a phrase that is no part of its subject: "On Monday the ministry said"."""
    if first >= last or not lex.has("prepositions", scene.folds[first]):
        return first
    for i in range(last - 1, first, -1):
        before = scene.folds[i - 1]
        starts = lex.has("determiners", scene.folds[i]) or scene.folds[i] in lex.pronouns
        name = scene.name_at[i]
        starts = starts or (name is not None and name is not scene.name_at[i - 1])
        if starts and not lex.has("prepositions", before) and not lex.has("determiners", before):
            return i
    if last - first > 2 and scene.word(last - 1) and lex.roles.longest(scene.folds, last - 1):
        return last - 1
    return last


def place(scene: Scene, lex: Lexicon, part: Span, behind: bool = False) -> Span | None:
    """A body that speaks, after a preposition of place: "в МВД заявили", ``behind`` its verb or before."""
    order = range(part[0], part[1] - 1) if behind else range(part[1] - 2, part[0] - 1, -1)
    at = next((i for i in order if lex.has("places", scene.folds[i])), None)
    if at is None:
        return None
    last = at + 1
    while last < part[1] and (scene.word(last) or scene.name_at[last] is not None):
        if last > at + 1 and scene.name_at[last] is None and lex.has("prepositions", scene.folds[last]):
            break
        last += 1
    found = trim(scene, lex, (at + 1, last))
    return found if found[1] > found[0] and speaks(scene, lex, found) else None


def _inflected(scene: Scene, lex: Lexicon, part: Span) -> Span | None:
    """Subject with case marking (ru, pl): from the first word in the subject case outside a prepositional phrase."""
    first, last = part
    i = first
    governed = False
    doubtful: Span | None = None
    while i < last:
        word = scene.folds[i]
        if lex.has("prepositions", word):
            governed = True
        elif governed:
            governed = not (scene.word(i) and ends_noun(scene, lex, i))
        elif scene.word(i) and may_be_subject(scene, lex, i):
            found = _tail(scene, lex, i, last)
            found = (_aged(scene, found[0], first), found[1])
            other = belongs(scene, lex, i, first)
            if _heads(scene, lex, found) and not other:
                return found
            if other:
                i += 1
                continue
            doubtful, i = doubtful or found, max(found[1], i + 1) - 1
        i += 1
    return doubtful


def _aged(scene: Scene, i: int, first: int) -> int:
    """ "61-летняя певица" begins with its number."""
    if i - 2 >= first and scene.folds[i - 1] in "-‑" and scene.view.tokens[i - 2].kind == "number":
        return i - 2
    return i


def _heads(scene: Scene, lex: Lexicon, span: Span) -> bool:
    """Has the phrase a noun, or only what describes one: "Родившийся | 2 мая пианист"?"""
    return any(
        scene.name_at[i] is not None or ends_noun(scene, lex, i) or bool(lex.roles.longest(scene.folds, i))
        for i in range(*span)
        if scene.word(i) and not lex.has("prepositions", scene.folds[i])
    )


def belongs(scene: Scene, lex: Lexicon, i: int, first: int) -> bool:
    """Does the name of a body belong to the noun before it: "в интервью | Volna Times | пианист заявил"?"""
    name = scene.name_at[i]
    if name is None or name.kind == "person" or i - 2 < first:
        return False
    before = scene.name_at[i - 1]
    if before is not None and (before is name or not (before.kind == "org" and name.kind == "place")):
        return False  # "в Госдепартаменте | США"
    return scene.word(i - 1) and any(lex.has("prepositions", scene.folds[k]) for k in range(max(first, i - 4), i - 1))


def may_be_subject(scene: Scene, lex: Lexicon, i: int) -> bool:
    word = scene.folds[i]
    if lex.has("conjunctions", word) or lex.has("adverbs", word) or lex.has("auxiliaries", word):
        return False
    if word in lex.pronouns:
        return lex.pronoun_subject(word)
    parses = lex.pack.parses(scene.raw(i)) or lex.pack.parses(word)
    if scene.name_at[i] is not None or not parses or (scene.upper(i) and not any(p.known for p in parses)):
        return _name_subject(scene, lex, i)
    return any(not p.tags.isdisjoint(lex.data.subject_tags) and p.tags.isdisjoint(lex.data.finite_tags) for p in parses)


def _name_subject(scene: Scene, lex: Lexicon, i: int) -> bool:
    """Is a name in the subject case? By its base form, by the dictionary, else by its ending."""
    name = scene.name_at[i]
    if name is not None and name.lemma and fold(name.lemma) == fold(name.text):
        return True
    parses = lex.pack.parses(scene.raw(i)) or lex.pack.parses(scene.folds[i])
    proper = [p for p in parses if p.known and not p.tags.isdisjoint(lex.data.name_tags)]
    if proper:
        return any(not p.tags.isdisjoint(lex.data.subject_tags) for p in proper)
    if any(p.known and not p.tags.isdisjoint(lex.data.subject_tags) for p in parses):
        return True
    return not scene.folds[i].endswith(lex.data.oblique_endings)


def _tail(scene: Scene, lex: Lexicon, first: int, last: int) -> Span:
    """The phrase that begins at ``first``, up to a verb, or a preposition after which no name comes."""
    i = first + 1
    while i < last:
        word = scene.folds[i]
        if not scene.word(i) and word not in GLUE and scene.within[i] is None and word not in "()":
            break
        if scene.name_at[i] is None and scene.word(i):
            if lex.has("time_words", word) or scene.view.tokens[i].kind == "number":
                break
            chosen = i == first + 1 and lex.has("out_of", word)  # "один из жителей"
            if chosen or (lex.has("branch", word) and i + 1 < last and scene.upper(i + 1)):
                i += 1
                continue
            if lex.has("prepositions", word) and not any(
                (n := scene.name_at[k]) is not None and n.kind == "person" for k in range(i, last)
            ):
                break
            if lex.data.finite_tags and lex.only(word, lex.data.finite_tags):
                break
        i += 1
    return trim(scene, lex, (first, i))


def tail_phrase(scene: Scene, lex: Lexicon, part: Span) -> Span | None:
    """The noun phrase at the end of a stretch, in any case: what a relative clause hangs on."""
    first, last = trim(scene, lex, part)
    i = last
    while i > first:
        word = scene.folds[i - 1]
        if not scene.word(i - 1) and word not in GLUE:
            break
        if lex.has("prepositions", word) and (i == last or not scene.upper(i - 1)):
            break
        if i in scene.cue_ends and i < last and scene.name_at[i - 1] is None:
            break  # "said | Harvey, who"
        if lex.data.finite_tags and scene.name_at[i - 1] is None and lex.only(word, lex.data.finite_tags):
            break
        if last - i >= 1 and lex.has("determiners", word):
            i -= 1
            break
        if last - i >= 3 and not named(scene, (i - 1, i)):
            break
        i -= 1
    return (i, last) if i < last else None


def lead_phrase(scene: Scene, lex: Lexicon, part: Span) -> Span | None:
    """The subject at the head of an earlier clause of the sentence: "X came and said"."""
    first, last = trim(scene, lex, part)
    if lex.data.subject_tags:
        found = _inflected(scene, lex, (first, last))
        return found
    if first < last and lex.has("prepositions", scene.folds[first]):
        return None
    for i in range(first, last):
        name = scene.name_at[i]
        if name is not None and name.kind != "place":
            while i + 1 < last and scene.name_at[i + 1] is name:
                i += 1
            return first, i + 1
        if scene.folds[i] in lex.pronouns and not lex.has("determiners", scene.folds[i]):
            return i, i + 1
        owner = i + 1 < last and scene.folds[i + 1] in "'’"  # "the union's | negotiator"
        if lex.roles.longest(scene.folds, i) and scene.word(i) and not owner:
            return first, i + 1
        if lex.has("auxiliaries", scene.folds[i]):
            break
    return None
