"""One sentence as the number rules see it."""

from dataclasses import dataclass, field
from decimal import Decimal

from rashomon.annotate.numbers._lexicon import Lexicon
from rashomon.model import Token

SPACES = "\u00a0\u202f\u2009\u2007\u2006\u2005\u2008"
LONGEST = 60  # digits: what is longer is noise, and beyond some thousands Python refuses to read it
DASHES = frozenset("-–—−‒")


@dataclass(slots=True)
class Line:
    """Tokens of a sentence with the pack's tables. Indexes are into ``tokens``."""

    text: str
    tokens: list[Token]
    folds: list[str]
    lex: Lexicon
    earlier: list[str] = field(default_factory=list)  # the last words of the sentence before
    barred: frozenset[int] = field(default=frozenset())  # digits that are no numbers
    chains: dict[int, "Piece | None"] = field(default_factory=dict)  # ranges by the token they begin at

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """Folded token ``i``, or "" outside the sentence."""
        return self.folds[i] if 0 <= i < len(self.folds) else ""

    def touches(self, i: int) -> bool:
        """Token ``i`` follows token ``i - 1`` without space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def gap(self, i: int) -> str:
        """What stands between tokens ``i - 1`` and ``i``."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else ""

    def digits(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens) or self.tokens[i].kind != "number":
            return False
        return self.tokens[i].end - self.tokens[i].start <= LONGEST

    def signed(self, i: int) -> bool:
        """A currency sign stands before token ``i``."""
        return any(end == i for j in range(max(0, i - 4), i) for end, _ in self.lex.signs.at(self.folds, j))

    def written(self, i: int) -> str:
        """Token ``i`` as it stands in the text."""
        return self.text[self.tokens[i].start : self.tokens[i].end] if 0 <= i < len(self.tokens) else ""


@dataclass(slots=True)
class Piece:
    """A number under construction; ``first:last`` its tokens with modifiers, ``core`` without."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    approx: bool = False
    form: str = "digits"
    unit: str | None = None
    rule: str = ""
    scale: Decimal = Decimal(1)  # the last magnitude, which an earlier number of a range may share
    core: tuple[int, int] = (0, 0)
    tail: int = 0  # the token after its unit, where that stands outside the span


def tidy(value: Decimal | None) -> Decimal | None:
    """Without exponent or idle zeros: 3.5E+6 -> 3500000, 2.50 -> 2.5."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(format(value.normalize(), "f"))
