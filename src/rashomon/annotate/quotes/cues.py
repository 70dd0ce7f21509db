"""Which words of a report are cues: homonyms sorted out by form and context, and what was not said."""

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import DASHES, Cue, Scene, Unit


def find_cues(made: Scene, unit: Unit) -> list[Cue]:
    """All words of a unit that may be cues, by position; homonyms sorted out by form and context."""
    words = unit.folds
    made.frames = {i for i in made.frames if i >= unit.first}
    for a, b, _ in unit.lex.according.scan(words):
        made.frames.add(unit.first + a)
        made.framed.update(range(unit.first + a, unit.first + b))
    found = []
    for a, b, _ in unit.lex.cues.scan(words):
        rows = [row for end, row in unit.lex.cues.at(words, a) if end == b]
        denied = any(unit.lex.has("negations", words[k]) for k in range(max(0, a - 2), a))
        noun = unit.lex.has("noun_before", _word_before(made, unit.first + a))
        noun = noun or (a > 1 and words[a - 1] == "s" and words[a - 2] in "'’")  # "Marsh's claim that"
        noun = noun and not _acts(made, unit.lex, unit.first + a)
        noun = noun or (bool(unit.lex.data.drop_tags) and b == a + 1 and not unit.lex.reports(words[a]))
        rows = [row for row in rows if ("noun" in row.takes) == noun] or rows
        constructions = frozenset(what for row in rows for what in row.takes)
        cue = Cue(unit.first + a, unit.first + b, tuple(rows[::-1]), constructions, denied)
        if _real(made, unit.lex, cue) and not _unsaid(made, unit, cue):
            found.append(cue)
            made.cue_ends.add(cue.last)
    return found


def _base_noun(made: Scene, lex: Lexicon, cue: Cue) -> bool:
    """English base forms are verbs only after a plural, a pronoun or an auxiliary: "voters' support" is none."""
    word = made.folds[cue.first]
    if cue.first == 0 or not lex.data.base_nouns or _nominal(cue):
        return False
    previous = made.folds[cue.first - 1]
    if lex.has("infinitive_marks", previous):
        return not (cue.first > 1 and lex.has("expected", made.folds[cue.first - 2]))
    if not lex.has("base_nouns", word):
        return False
    plural = previous.endswith("s") and len(previous) > 2
    return not (plural or previous in lex.pronouns or lex.has("auxiliaries", previous) or lex.adverb(previous))


def _unsaid(made: Scene, unit: Unit, cue: Cue) -> bool:
    """ "did not say when", "neither confirmed nor denied": nothing is said; "does not believe that" is a report."""
    before = made.folds[max(unit.first, cue.first - 2) : cue.first]
    if any(unit.lex.has("neither", word) for word in before):
        return True
    if not cue.denied or _nominal(cue) or any(unit.lex.has("only", word) for word in before):
        return False
    word = made.folds[cue.first]
    return (
        cue.stance() == "asserts"
        and all(row.stance == "asserts" for row in cue.rows)
        and not word.startswith(unit.lex.data.beliefs)
    )


def _loose_participle(made: Scene, lex: Lexicon, i: int) -> bool:
    """ "condannato" without "ha" is no report."""
    if not lex.sets["participle_aux"]:
        return False
    if not lex.participle(made.folds[i]):
        return i > 0 and lex.has("passive_auxiliaries", made.folds[i - 1])  # "è nota"
    k = i - 1
    while k >= 0 and lex.adverb(made.folds[k]) and made.folds[k] not in lex.sets["participle_aux"]:
        k -= 1
    return k < 0 or made.folds[k] not in lex.sets["participle_aux"]


def _acts(made: Scene, lex: Lexicon, i: int) -> bool:
    """A gerund behind a preposition is a verb: "by warning that", "in saying so"."""
    endings = lex.data.gerund_endings
    return bool(endings) and made.folds[i].endswith(endings) and lex.has("agents", _word_before(made, i))


def _nominal(cue: Cue) -> bool:
    return cue.takes("noun") or cue.takes("impersonal")


def _word_before(made: Scene, i: int) -> str:
    """The word before token ``i``, over an apostrophe ("l'accusa")."""
    k = i - 1
    while k > 0 and made.folds[k] in "'’":
        k -= 1
    return made.folds[k] if k >= 0 else ""


def _hyphened(made: Scene, cue: Cue) -> bool:
    """A part of a compound ("debt-backed") is no cue."""
    before, after = cue.first - 1, cue.last
    return (before > 0 and made.folds[before] in DASHES and not made.dash(before)) or (
        after < len(made.folds) and made.folds[after] in DASHES and not made.dash(after)
    )


def _is_noun(made: Scene, lex: Lexicon, i: int) -> bool:
    """A noun that is written like a cue: "rzecz", "na myśli"."""
    word = made.folds[i]
    if not lex.tagged(word, lex.data.noun_tags):
        return False
    return not lex.reports(word) or lex.has("prepositions", _word_before(made, i))


def _names(made: Scene, lex: Lexicon, cue: Cue) -> bool:
    """ "a group called Quiet Roads": the participle only gives a name."""
    if cue.takes("speech") or not lex.data.participle_endings or not lex.participle(made.folds[cue.first]):
        return False
    after = cue.last < len(made.folds) and (made.upper(cue.last) or cue.last in made.opened)
    near = range(max(0, cue.first - 3), cue.first)
    noun = cue.first > 0 and made.word(cue.first - 1) and made.name_at[cue.first - 1] is None
    return after and noun and any(lex.has("indefinite", made.folds[i]) for i in near)


def _real(made: Scene, lex: Lexicon, cue: Cue) -> bool:
    name = made.name_at[cue.first]
    token = made.view.tokens[cue.first]
    if name is not None and (name.start < token.start or name.end > token.end):
        return False  # "РИА Новости"
    previous = _word_before(made, cue.first)
    if _names(made, lex, cue):
        return False
    if _hyphened(made, cue) or any(k in made.framed for k in range(cue.first, cue.last)):
        return False
    if cue.last == cue.first + 1 and not _nominal(cue) and _loose_participle(made, lex, cue.first):
        return False
    if not cue.takes("noun") and (
        (lex.has("noun_before", previous) and not (cue.takes("speech") and _acts(made, lex, cue.first)))
        or _base_noun(made, lex, cue)
    ):
        return False
    if cue.last > cue.first + 1 or not lex.data.drop_tags or _nominal(cue):
        return True
    word = made.folds[cue.first]
    if _is_noun(made, lex, cue.first):
        return False
    if lex.data.infinitive_tags and lex.only(word, lex.data.infinitive_tags):
        return any(lex.has("expected", made.folds[k]) for k in range(max(0, cue.first - 4), cue.first))
    if lex.data.passive_tags and lex.only(word, lex.data.passive_tags):
        return False  # "приглашены 260 гостей"
    return lex.tagged(word, lex.data.finite_tags) or not lex.tagged(word, lex.data.drop_tags)
