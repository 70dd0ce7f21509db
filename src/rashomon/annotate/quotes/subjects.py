"""The words that name a speaker: the subject before or behind a cue."""

from rashomon.annotate.quotes.heads import ends_noun, named, nominal, with_name
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.phrases import belongs, lead_phrase, loose, may_be_subject, noun_phrase, tail_phrase, trim
from rashomon.annotate.quotes.scene import SHORT, Cue, Scene, Span

HARD = frozenset(";:!?…")
AFTER = 12  # words: a subject behind its cue begins no later than this


def region_left(scene: Scene, lex: Lexicon, cue: int, floor: int) -> list[Span]:
    """The comma-separated stretches between the clause border and the cue, nearest last."""
    stretches: list[Span] = []
    i = end = cue
    while i > floor:
        mark = scene.within[i - 1]
        if mark is not None and mark.close == i - 1 and mark.open >= floor:
            if scene.words(mark.first, mark.last) > SHORT:
                break
            i = mark.open
            continue
        sign = scene.folds[i - 1]
        if sign in HARD or scene.dash(i - 1) or sign in "([":
            break
        if sign in ")]":
            i = _bracket(scene, i - 1, floor)
            continue
        joined = lex.that.longest(scene.folds, i - 1)
        asks = joined and _goes_on(scene, lex, joined[0] - 1)  # ", где", ", jak": the clause goes on
        if joined and not asks and joined[0] <= cue and (lex.data.subject_tags or i - 1 in scene.cue_ends):
            i = joined[0]  # ", что", "said that": a reported clause begins here
            break
        if sign == ",":
            stretches.append((i, end))
            end = i - 1
        i -= 1
    stretches.append((i, end))
    return stretches[::-1]


def _goes_on(scene: Scene, lex: Lexicon, i: int) -> bool:
    return lex.has("adverbs", scene.folds[i]) or lex.as_words.longest(scene.folds, i) is not None


def _bracket(scene: Scene, i: int, floor: int) -> int:
    """Index of the bracket that opens what closes at ``i``."""
    j = i
    while j > floor and scene.folds[j] not in "([":
        j -= 1
    return j if scene.folds[j] in "([" else i


def subject_before(scene: Scene, lex: Lexicon, cue: Cue, floor: int) -> tuple[Span | None, bool]:
    """Subject to the left of a cue, and whether it stands in the cue's own clause."""
    parts = region_left(scene, lex, cue.first, floor)
    own = parts[-1]
    if not lex.data.subject_tags and lex.gerund(scene.folds[cue.first]):
        found = next((lead for part in parts if (lead := lead_phrase(scene, lex, part))), None)
        if found:  # "Marsh wrote to Dunn, | telling him": the subject of the sentence
            return found, True
    bare = trim(scene, lex, own)
    if bare[0] >= bare[1] and len(parts) > 2:  # "the union's negotiator, Tom Beale, | has | warned"
        return _described(scene, lex, parts[:-1]), True
    relative = _relative(scene, lex, own)
    if relative is not None:
        inside = noun_phrase(scene, lex, (relative + 1, own[1]))
        if inside:  # "the levy, which | she believes | will fail"
            return inside, True
        before = (own[0], relative) if relative > own[0] else (parts[-2] if len(parts) > 1 else None)
        if before is None:
            return None, True
        return tail_phrase(scene, lex, before), True
    found = noun_phrase(scene, lex, own)
    if found:
        return found, True
    for part in parts[:-1]:
        found = lead_phrase(scene, lex, part)
        if found:
            return found, False
    return None, False


def _described(scene: Scene, lex: Lexicon, parts: list[Span]) -> Span | None:
    """ "Ellen Marsh, one of the owners, who live abroad, | said": who is described, over what describes."""
    heads = [part for part in parts if not _describes(scene, lex, part)][-2:]
    phrases = [found for part in heads if (found := noun_phrase(scene, lex, part))]
    return next((found for found in phrases if named(scene, found)), phrases[0] if phrases else None)


def _describes(scene: Scene, lex: Lexicon, part: Span) -> bool:
    """A relative clause or a participle with its words: ", who live abroad,", ", выступая в эфире,"."""
    head = range(part[0], min(part[0] + 2, part[1]))
    if any(lex.has("relatives", scene.folds[i]) for i in head):
        return True
    return lex.adjunct(scene.folds[part[0]]) if part[0] < part[1] else False


def _relative(scene: Scene, lex: Lexicon, part: Span) -> int | None:
    for i in range(part[0], min(part[1], part[0] + 25)):
        if lex.has("relatives", scene.folds[i]):
            return i
    return None


def subject_after(scene: Scene, lex: Lexicon, start: int, limit: int) -> Span | None:
    """Subject to the right of a cue: "said John Smith", "ha scritto su Twitter il premier"."""
    inflected = bool(lex.data.subject_tags)
    i, last = start, min(limit, start + AFTER)
    while i < last:
        word = scene.folds[i]
        if not scene.word(i):
            short = i in scene.opened and scene.words(*_inner(scene, i)) <= SHORT
            return _right(scene, lex, i, limit) if short else None
        if lex.that.longest(scene.folds, i) and not scene.upper(i):
            return None
        if lex.has("prepositions", word) and scene.name_at[i] is None:
            i = _phrase_end(scene, lex, i, last)
        elif inflected and belongs(scene, lex, i, start):
            i += 1
        elif inflected and may_be_subject(scene, lex, i):
            return _right(scene, lex, i, limit)
        elif not inflected and not loose(scene, lex, i):
            found = _right(scene, lex, i, limit)
            return found if nominal(scene, lex, found) else None
        else:
            i += 1
    return None


def cited_speaker(scene: Scene, lex: Lexicon, cue: int, limit: int) -> Span | None:
    """Whose words a cue passes on: "приводит | его | слова агентство", "cytuje | ministra | PAP"."""
    match = lex.cites.longest(scene.folds, cue)
    if match is None:
        return None
    owner = next((i for i in range(cue, match[0]) if scene.folds[i] in lex.pronouns), None)
    if owner is not None:
        return owner, owner + 1
    for i in range(match[0], min(limit, match[0] + 8)):
        name = scene.name_at[i]
        if not scene.word(i) and name is None:
            return None
        if name is not None and name.kind == "person":
            last = i
            while last < limit and scene.name_at[last] is name:
                last += 1
            first = match[0] if i - match[0] <= 6 else i
            return first, last
    return None


def _phrase_end(scene: Scene, lex: Lexicon, i: int, limit: int) -> int:
    """Behind a prepositional phrase: "su Twitter | il premier", "на брифинге | глава МЧС"."""
    k = i + 1
    while k < limit and scene.folds[k] in "'’":
        k += 1
    while k < limit and not ends_noun(scene, lex, k) and scene.word(k) and lex.data.noun_tags:
        k += 1
    if not lex.data.noun_tags:
        while k < limit and (lex.has("determiners", scene.folds[k]) or scene.folds[k] in "'’"):
            k += 1
        name = scene.name_at[k] if k < limit else None
        while name is not None and k + 1 < limit and scene.name_at[k + 1] is name:
            k += 1
    return k + 1


def _inner(scene: Scene, i: int) -> Span:
    mark = scene.opened[i]
    return mark.first, mark.last


def _right(scene: Scene, lex: Lexicon, first: int, limit: int) -> Span:
    """A noun phrase from its first word on, up to punctuation or a preposition that leaves it."""
    i = first
    while i < limit:
        word = scene.folds[i]
        name = scene.name_at[i]
        if not scene.word(i) and name is None and scene.within[i] is None and word not in "-'’()./&":
            break
        if scene.dash(i) or (word == "." and scene.view.tokens[i].end < len(scene.view.text) and i + 1 in scene.breaks):
            break
        if i > first and name is None and scene.word(i) and _leaves(scene, lex, i, first, limit):
            break
        if i > first and scene.folds[i - 1] in lex.pronouns and not lex.has("determiners", scene.folds[i - 1]):
            break
        i += 1
    return with_name(scene, lex, trim(scene, lex, (first, max(i, first + 1))), limit)


def _leaves(scene: Scene, lex: Lexicon, i: int, first: int, limit: int) -> bool:
    word = scene.folds[i]
    if lex.has("inner", word) or (i == first + 1 and lex.has("out_of", word)):
        return False
    if lex.has("prepositions", word) and not lex.has("determiners", word):
        return not (
            lex.data.subject_tags and any(n and n.kind == "person" for n in scene.name_at[i : min(limit, i + 6)])
        )
    if lex.that.longest(scene.folds, i) or lex.has("relatives", word) or lex.has("auxiliaries", word):
        return True
    if lex.has("time_words", word) or lex.adverb(word) or (not lex.data.subject_tags and lex.gerund(word)):
        return True
    return bool(lex.data.finite_tags) and lex.only(word, lex.data.finite_tags)
