"""One report as the quote finder sees it: folded words, marked passages, names, units, cues."""

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.annotate.quotes.lexicon import Cues, Lexicon, lexicon
from rashomon.annotate.quotes.marks import Marked, find_marked
from rashomon.model import Name, Sentence
from rashomon.view import View

DASHES = frozenset("—–―-−")
ENDS = frozenset(".!?…")
TAG = 14  # tokens of a sentence that only says who has spoken
SHORT = 4  # words: a marked passage so short may be a name («Заря») and is read through
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that belong together because a marked passage runs over their border."""

    first: int
    last: int
    paragraph: int
    lex: Lexicon
    heading: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word as token indexes, with its rows of the lexicon."""

    first: int
    last: int
    rows: tuple[Cues, ...]
    denied: bool = False  # a negation stands before it

    def takes(self, what: str) -> bool:
        return any(what in row.takes for row in self.rows)

    def stance(self, *whats: str) -> str:
        """Stance of the first row with one of these constructions; a doubt denied is an assertion."""
        fitting = [row for row in self.rows if not whats or not set(whats).isdisjoint(row.takes)]
        found = (fitting or list(self.rows))[0].stance
        return "asserts" if self.denied and found in ("denies", "doubts") else found


@dataclass(slots=True)
class Draft:
    """A quote as token indexes, before its source is resolved."""

    first: int
    last: int
    cue: Span | None
    source: Span | None
    kind: str
    stance: str
    rule: str
    implied: bool = False  # the source is the speaker of what stands before
    cue_at: int = 0  # where in the report the act of saying stands


@dataclass(slots=True)
class Scene:
    view: View
    folds: list[str] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    within: list[Marked | None] = field(default_factory=list)
    name_at: list[Name | None] = field(default_factory=list)
    opened: dict[int, Marked] = field(default_factory=dict)
    opening: list[int] = field(default_factory=list)  # the keys of ``opened`` in order
    taken: set[int] = field(default_factory=set)  # first tokens of cues already used
    citing: list[Draft] = field(default_factory=list)
    framed: set[int] = field(default_factory=set)  # tokens inside "according to"
    frames: set[int] = field(default_factory=set)  # first tokens of "according to"
    cue_ends: set[int] = field(default_factory=set)
    spoken: int = 0  # first token behind a dialogue that has been read
    units: list[Unit] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)  # token indexes at which a sentence has ended

    def raw(self, i: int) -> str:
        token = self.view.tokens[i]
        return self.view.text[token.start : token.end]

    def word(self, i: int) -> bool:
        return 0 <= i < len(self.folds) and self.view.tokens[i].kind != "sign"

    def upper(self, i: int) -> bool:
        return self.view.text[self.view.tokens[i].start].isupper()

    def words(self, first: int, last: int) -> int:
        return sum(t.kind != "sign" for t in self.view.tokens[first:last])

    def spaced(self, i: int) -> bool:
        """Does white space stand on either side of token ``i``?"""
        tokens = self.view.tokens
        before = i == 0 or tokens[i - 1].end < tokens[i].start
        after = i + 1 >= len(tokens) or tokens[i].end < tokens[i + 1].start
        return before or after

    def dash(self, i: int) -> bool:
        """A dash between words, not a hyphen inside one."""
        if not 0 <= i < len(self.folds) or self.folds[i] not in DASHES:
            return False
        return self.spaced(i) or self.folds[i] in "—―"

    def sentence_end(self, i: int, limit: int) -> int:
        """First sentence border after token ``i`` that no marked passage runs over."""
        j = i + 1
        while j < limit:
            inside = self.within[j]
            if j in self.breaks and (inside is None or inside.open == j):
                return j
            j += 1
        return limit

    def openings(self, first: int, last: int) -> list[Marked]:
        """The marked passages that open between these tokens, by position."""
        return [
            self.opened[i] for i in self.opening[bisect_left(self.opening, first) : bisect_left(self.opening, last)]
        ]

    def spoken_in(self, first: int, last: int) -> bool:
        """Does marked speech stand between these tokens?"""
        return any(self.words(m.first, m.last) > SHORT for m in self.openings(first, last))

    def sentence_start(self, i: int, limit: int) -> int:
        j = i
        while j > limit:
            inside = self.within[j]
            if j in self.breaks and (inside is None or inside.open == j):
                return j
            j -= 1
        return limit


def scene(view: View) -> Scene:
    """Read the marks, names and units of a report."""
    made = Scene(view, [t.fold for t in view.tokens], find_marked(view))
    size = len(view.tokens)
    made.within = [None] * size
    made.name_at = [None] * size
    for mark in made.marked:
        if mark.depth == 0 and made.within[mark.open] is None:
            made.opened[mark.open] = mark
            made.within[mark.open : mark.close + 1] = [mark] * (mark.close + 1 - mark.open)
    made.opening = sorted(made.opened)
    for name in view.names:
        i = view.token_at(name.start)
        while 0 <= i < size and view.tokens[i].start < name.end:
            made.name_at[i] = name
            i += 1
    made.breaks = {s.first for s in view.sentences} | {size}
    made.breaks -= {s.first for s in view.sentences if _tag(made, s)}
    made.units = list(_units(made))
    return made


def _units(made: Scene) -> list[Unit]:
    units: list[Unit] = []
    first = None
    sentences = made.view.sentences
    for k, sentence in enumerate(sentences):
        first = sentence if first is None else first
        nxt = sentences[k + 1] if k + 1 < len(sentences) else None
        if nxt is not None and nxt.first > 0 and (_joined(made, nxt.first) or nxt.first not in made.breaks):
            continue
        pack = made.view.pack(first)
        if pack.covered:
            lex = pack.build(lexicon)
            units.append(Unit(first.first, sentence.last, first.paragraph, lex, first.heading))
        first = None
    return units


def _tag(made: Scene, sentence: Sentence) -> bool:
    """ "“Is it safe?” | Ellen Marsh asked.": a short sentence that only says who has spoken."""
    first, last = sentence.first, sentence.last
    before = made.within[first - 1] if first else None
    if before is None or before.close != first - 1 or made.within[first] is not None or last - first > TAG:
        return False
    pack = made.view.pack(sentence)
    name = made.name_at[first]
    if not pack.covered or made.folds[before.last - 1] not in "?!…" or not name or name.kind != "person":
        return False
    i = first
    while i < last and made.name_at[i] is name:
        i += 1
    return any("speech" in row.takes or "quote" in row.takes for _, row in pack.build(lexicon).cues.at(made.folds, i))


def _joined(made: Scene, border: int) -> bool:
    """Does a marked passage run over this border?"""
    if border >= len(made.within):
        return False
    here, before = made.within[border], made.within[border - 1]
    return here is not None and here is before


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


def between(cues: list[Cue], first: int, last: int) -> list[Cue]:
    """The cues that begin in ``first:last``; ``cues`` are in order of position."""
    low = bisect_left(cues, first, key=lambda cue: cue.first)
    return cues[low : bisect_left(cues, last, low, key=lambda cue: cue.first)]


def find_cues(made: Scene, unit: Unit) -> list[Cue]:
    """All words of a unit that may be cues, by position; homonyms sorted out by form and context."""
    words = made.folds[unit.first : unit.last]
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
        cue = Cue(unit.first + a, unit.first + b, tuple(rows[::-1]), denied)
        if _real(made, unit.lex, cue) and not _unsaid(made, unit, cue):
            found.append(cue)
            made.cue_ends.add(cue.last)
    return found


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
