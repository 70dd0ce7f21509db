"""Where reported content begins and ends inside a sentence."""

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import ENDS, Cue, Scene, Span, between
from rashomon.annotate.quotes.subjects import HARD

GOVERNED = 5  # words of a prepositional phrase with its preposition
BEYOND = 8  # tokens behind a stretch in which the report may speak again
JOIN = 14  # words between a cue and the word that opens its clause


def content_end(scene: Scene, lex: Lexicon, start: int, limit: int, cues: list[Cue]) -> int:
    """End of what is said from ``start`` on: the sentence end, a closing bracket opened before, or
    the place where the report comes back with another cue."""
    near = between(cues, start + 1, limit + BEYOND)
    starts = {c.first for c in near} | {
        i for i in scene.frames if start + 2 < i < limit + BEYOND
    }  # "said that, according to her, ...": one content
    i = start
    depth = 0
    while i < limit:
        mark = scene.within[i]
        if mark is not None and mark.open == i and mark.close < limit:
            i = mark.close + 1
            if scene.folds[mark.last - 1] == "," and _closed(scene, lex, mark.close, limit, starts):
                break
            continue
        sign = scene.folds[i]
        if sign in "([":
            if any(i < s < i + 8 for s in starts):
                break
            depth += 1
        elif sign in ")]":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and i > start and _stops(scene, lex, i, limit, starts, start):
            break
        i += 1
    return trim_end(scene, start, i)


def _closed(scene: Scene, lex: Lexicon, close: int, limit: int, starts: set[int]) -> bool:
    """A comma inside closing marks parts clauses like any other: "called it “a gift,” | a phrase that stuck"."""
    after = close + 1
    if after >= limit or not scene.word(after):
        return False
    return not lex.has("conjunctions", scene.folds[after]) or _returns(scene, lex, close, limit, starts)


def _stops(scene: Scene, lex: Lexicon, i: int, limit: int, starts: set[int], start: int) -> bool:
    """Does the content end before token ``i``?"""
    sign = scene.folds[i]
    if sign == ";" or (i in scene.breaks and scene.within[i] is None):
        return True
    if sign == ":":  # but "said that the nurse had told him: «...»" is one
        return i + 1 in scene.opened and not any(start < s < i for s in starts)
    if sign == ",":
        if lex.gerund(scene.folds[start]) and scene.words(start, i) < 12 and "," not in scene.folds[start:i]:
            return False  # "że dorastając, | czuł się gorszy"
        return _returns(scene, lex, i, limit, starts)
    return lex.has("conjunctions", sign) and _speaks_on(scene, lex, i, limit, starts)


def _returns(scene: Scene, lex: Lexicon, comma: int, limit: int, starts: set[int]) -> bool:
    """Does the report speak again after this comma: ", adding that", ", but the police denied"?"""
    i = comma + 1
    joined = i < limit and (lex.has("conjunctions", scene.folds[i]) or lex.has("but", scene.folds[i]))
    i += joined
    if i < limit and lex.has("relatives", scene.folds[i]) and any(i < s < i + 4 for s in starts):
        return True
    if _trailing(scene, comma, limit, starts):
        return True
    while i < limit and lex.adverb(scene.folds[i]) and i not in starts:
        i += 1
    if i in starts:
        return True
    if not joined or not any(i < s < i + 8 for s in starts):
        return False
    return not any(not scene.word(k) and scene.folds[k] == "," for k in range(i, min(s for s in starts if s > i)))


def _speaks_on(scene: Scene, lex: Lexicon, i: int, limit: int, starts: set[int]) -> bool:
    """A conjunction with a cue right behind it: "admitted the error and promised to pay"."""
    k = i + 1
    while k < limit and k not in starts and (lex.has("auxiliaries", scene.folds[k]) or lex.adverb(scene.folds[k])):
        k += 1
    tags = lex.data.infinitive_tags
    return k in starts and k < limit and not (tags and lex.tagged(scene.folds[k], tags))


def _trailing(scene: Scene, comma: int, limit: int, starts: set[int]) -> bool:
    """Does a short clause with a cue close the sentence or the next stretch: ", the agency said."?"""
    for k in range(comma + 1, min(limit, comma + 9)):
        if k in starts:
            after = next((e for e in range(k + 1, limit + 1) if e in scene.cue_ends), limit)
            return after >= limit or scene.folds[after] in ".,!?" or scene.dash(after)
        if not scene.word(k) and scene.folds[k] not in "-'’.":
            return False
    return False


def trim_end(scene: Scene, start: int, end: int) -> int:
    """Drop final punctuation, but not a closing mark that belongs to a passage opened inside."""
    while end > start:
        i = end - 1
        mark = scene.within[i]
        if scene.word(i) or (mark is not None and mark.open >= start and mark.close >= i):
            break
        if scene.folds[i] in ")]%" and "(" in scene.folds[start:i]:
            break
        if scene.folds[i] in "%€$£":
            break
        if scene.folds[i] == "…":
            break
        end -= 1
    return end


def trim_start(scene: Scene, lex: Lexicon, start: int, end: int) -> int:
    """Drop punctuation and words that only link to what came before ("however,")."""
    i = start
    while i < end and not scene.word(i) and scene.within[i] is None and scene.folds[i] not in "([€$£":
        i += 1
    match = lex.openers.longest(scene.folds, i)
    if match and match[0] < end and scene.folds[match[0]] == "," and match[0] + 1 < end:
        return trim_start(scene, lex, match[0] + 1, end)
    return i


def joining(scene: Scene, lex: Lexicon, cue: Cue, limit: int, others: set[int]) -> int | None:
    """Index behind the word that opens the reported clause ("that", ", что"), or None."""
    i, commas = cue.last, 0
    while i < min(limit, cue.last + JOIN):
        if scene.folds[i] == ":" and i == cue.last and i + 1 not in scene.opened and cue.takes("speech"):
            framed = lex.as_words.longest(scene.folds, i + 1) or i + 1 in scene.frames
            return None if framed else i + 1  # "the authorities say: ..."
        match = lex.that.longest(scene.folds, i)
        if match and _opens(scene, lex, cue, i, match[0]):
            return match[0]
        sign = scene.folds[i]
        mark = scene.within[i]
        if mark is not None and mark.open == i:
            if scene.words(mark.first, mark.last) > 4:
                return None
            i = mark.close + 1
            continue
        if sign in HARD or (sign in ENDS and i + 1 in scene.breaks) or scene.dash(i):
            return None
        commas += sign == ","
        if commas > 2 or (i in others and i > cue.last):
            return None
        i += 1
    return None


def _opens(scene: Scene, lex: Lexicon, cue: Cue, i: int, behind: int) -> bool:
    """A joining word after an object is a relative ("announced a plan that"), unless the cue tells somebody."""
    if i == cue.last:
        return True
    if lex.has("asks", scene.folds[behind - 1]) and (
        cue.takes("noun") or cue.takes("impersonal") or not _near(scene, lex, cue, i)
    ):
        return False  # "слухи появились после | того, как", "ha promesso aiuti | come parte"
    if lex.data.subject_tags:
        return True
    if not any(cue.takes(what) for what in ("speech", "bare", "told", "noun", "impersonal")):
        return all(lex.adverb(scene.folds[k]) for k in range(cue.last, i))  # "held a banner | that was torn"
    if cue.takes("bare"):  # "said the coverage would resemble that of others"
        told = cue.takes("told") and "," not in scene.folds[cue.last : i]  # "told a crowd in the port last week that"
        return told or _asides(scene, lex, cue.last, i)
    first = scene.folds[cue.last]
    if not lex.has("determiners", first):
        return True
    return any(lex.roles.longest(scene.folds, k) for k in range(cue.last, min(i, cue.last + 4)))


def _near(scene: Scene, lex: Lexicon, cue: Cue, i: int) -> bool:
    """Is a question the clause of this cue: only who asks and who is asked stand between?"""
    if lex.data.subject_tags:
        return not any(lex.tagged(scene.folds[k], lex.data.finite_tags) for k in range(cue.last, i))
    return _asides(scene, lex, cue.last, i)


def _asides(scene: Scene, lex: Lexicon, first: int, last: int) -> bool:
    """Only adverbs, times and prepositional phrases: "said | in a recent debate | that"."""
    left = 0  # words that a preposition may still govern
    for i in range(first, last):
        if lex.has("prepositions", scene.folds[i]):
            left = GOVERNED
        elif not _aside(scene, lex, i) and left == 0:
            return False
        left = max(0, left - 1)
    return True


def _aside(scene: Scene, lex: Lexicon, i: int) -> bool:
    word = scene.folds[i]
    light = lex.adverb(word) or lex.has("time_words", word) or lex.has("prepositions", word) or word == ","
    return (
        light or (i > 0 and lex.has("prepositions", scene.folds[i - 1])) or lex.has("determiners", scene.folds[i - 1])
    )


def skip_asides(scene: Scene, lex: Lexicon, i: int, limit: int) -> int:
    """Over adverbs, times and short circumstances after a cue: "said on Tuesday in a statement"."""
    while i < limit:
        word = scene.folds[i]
        if lex.has("opens", word):
            return i
        light = lex.adverb(word) and word not in lex.pronouns and not lex.has("determiners", word)
        if light or lex.has("time_words", word):
            i += 1
            continue
        step = _circumstance(scene, lex, i, limit)
        if step == i:
            return i
        i = step
    return i


def _circumstance(scene: Scene, lex: Lexicon, i: int, limit: int) -> int:
    """Over "on Tuesday", "in a statement", "to reporters"; ``i`` itself where there is none."""
    if not lex.has("prepositions", scene.folds[i]) or i + 1 >= limit:
        return i
    k = i + 1
    if lex.has("time_words", scene.folds[k]):
        return k + 1
    if lex.has("determiners", scene.folds[k]) and k + 1 < limit:
        return k + 2 if not scene.upper(k + 1) else i
    return i


def span_of(scene: Scene, first: int, last: int) -> Span:
    """Offsets of the tokens ``first:last``."""
    return scene.view.tokens[first].start, scene.view.tokens[last - 1].end
