"""One report as the quote finder sees it: folded words, marked passages, names, units, cues."""

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.annotate.quotes.lexicon import Cues, Lexicon, lexicon
from rashomon.annotate.quotes.marks import Marked, find_marked
from rashomon.lang import Folds
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
    folds: Folds


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word as token indexes, with its rows of the lexicon."""

    first: int
    last: int
    rows: tuple[Cues, ...]
    constructions: frozenset[str]  # of all rows
    denied: bool = False  # a negation stands before it

    def takes(self, what: str) -> bool:
        return what in self.constructions

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
            folds = made.view.folds(first) if sentence is first else Folds(made.folds[first.first : sentence.last])
            units.append(Unit(first.first, sentence.last, first.paragraph, lex, first.heading, folds))
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


def between(cues: list[Cue], first: int, last: int) -> list[Cue]:
    """The cues that begin in ``first:last``; ``cues`` are in order of position."""
    low = bisect_left(cues, first, key=lambda cue: cue.first)
    return cues[low : bisect_left(cues, last, low, key=lambda cue: cue.first)]
