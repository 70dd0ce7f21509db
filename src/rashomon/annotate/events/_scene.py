"""One sentence as the event rules see it."""

from dataclasses import dataclass, field

from rashomon.annotate.events._lexicon import Lexicon
from rashomon.model import Name, Sentence, Token
from rashomon.view import View

FORCE = ("ASSAULT", "DISASTER", "ACCIDENT")
BLAST, COLLAPSE, DEATH, HARM, NONE = (
    "BLAST",
    "COLLAPSE",
    "DEATH",
    "HARM",
    "NONE",
)  # types of the lexicon that no event keeps
QUOTES = frozenset('«„“"')
STOPS = frozenset(";:.!?")
APART = STOPS | {","}


@dataclass(slots=True)
class Trigger:
    """Words that tell of a happening: tokens ``first:last`` of the sentence."""

    type: str
    kind: str  # verb | noun | carried (a noun that needs a predicate)
    first: int
    last: int
    head: str  # the first word, for telling repeats
    carried: bool = False  # a noun with its own predicate: "broke out"
    why: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    view: View
    sentence: Sentence
    lex: Lexicon
    tokens: list[Token]
    folds: list[str]
    names: list[Name] = field(default_factory=list)  # of the sentence

    def __len__(self) -> int:
        return len(self.folds)

    def word(self, i: int) -> str:
        """Folded token ``i``, or "" outside the sentence."""
        return self.folds[i] if 0 <= i < len(self.folds) else ""

    @property
    def counted(self) -> bool:
        """A number in the sentence: the same word tells of other people ("another 40 were detained")."""
        return bool(self.view.placed(self.view.numbers).begin(self.sentence.start, self.sentence.end))

    @property
    def peopled(self) -> bool:
        """A number that is no part of a date and has no unit: people are counted."""
        view, sentence = self.view, self.sentence
        numbers = view.placed(view.numbers).begin(sentence.start, sentence.end)
        times = view.placed(view.times)
        return any(n.low != 1 and not n.unit and not times.touch(n.start, n.end) for n in numbers)

    def index(self, offset: int) -> int:
        """The token of the sentence that covers a text offset."""
        return self.view.token_at(offset) - self.sentence.first

    def tags(self, i: int) -> list[frozenset[str]]:
        """Dictionary classes of token ``i``; empty without a dictionary."""
        return [parse.tags for parse in self.lex.pack.parses(self.word(i))]

    def has(self, i: int, classes: tuple[frozenset[str], ...]) -> bool:
        """Whether the dictionary may take token ``i`` for one of these classes; True where it does not know."""
        if not classes:
            return True
        tags = self.tags(i)
        return not tags or any(wanted <= have for wanted in classes for have in tags)

    def named(self, i: int) -> bool:
        """A capital after a small word or a quotation mark: the «Tornado» unit, no storm."""
        if i == 0 or not self.view.text[self.tokens[i].start].isupper():
            return False
        before = self.view.text[self.tokens[i - 1].start]
        return i > 1 and (before.islower() or before in QUOTES)

    def in_name(self, i: int) -> bool:
        """Token ``i`` belongs to the name of a person or body: the "Election" of a commission."""
        token = self.tokens[i]
        if not self.view.text[token.start].isupper():
            return False
        return any(n.start <= token.start < n.end for n in self.names if n.kind != "place")

    def hyphened(self, i: int) -> bool:
        """Token ``i`` is the second part of a compound: "state-backed"."""
        return self.word(i - 1) == "-" and self.tokens[i - 1].end == self.tokens[i].start

    def future(self, i: int) -> bool:
        """Every reading of token ``i`` is a future form."""
        wanted, tags = self.lex.future, self.tags(i)
        return bool(wanted and tags) and all(any(want <= have for want in wanted) for have in tags)

    def clause(self, i: int) -> tuple[int, int]:
        """The clause around token ``i``: to the next stop or clause-opening word on either side."""
        first = last = i
        while first > 0 and not self._edge(first - 1):
            first -= 1
        while last + 1 < len(self) and not self._edge(last + 1):
            last += 1
        return first, last + 1

    def _edge(self, i: int) -> bool:
        return self.folds[i] in STOPS or self.folds[i] in self.lex.breaks
