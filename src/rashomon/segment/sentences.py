"""Where sentences end: split at every end sign, then ordered rules vote to join (after razdel).

A rule looks at a `Gap` (the end sign, what stands before and after) and answers JOIN, SPLIT or
nothing; the first answer counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, pairwise

from rashomon.lang import Pack, general
from rashomon.lang.schema.ingest import IngestData
from rashomon.lang.schema.quotes import QuotesData
from rashomon.lang.schema.times import Times
from rashomon.model import Sentence, Token
from rashomon.segment.datelines import dateline
from rashomon.segment.lines import Paragraph

ENDS = frozenset(".!?…。！？؟")
CLOSERS = frozenset("»”“’\"')]}")
OPENERS = frozenset("«„“‘\"'([{")
DASHES = frozenset("-–—―")
PAUSES = frozenset(",;:")
ROMAN = frozenset("IVXL")
LONGEST = 250  # tokens: what has no end in sight (a table, a list of names) is cut, so that time stays linear
DATED = 4  # paragraphs at the head of a report that may open with a dateline
JOIN, SPLIT = True, False


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sentence may end: after token ``end``, an end sign; ``next`` opens what follows."""

    text: str
    tokens: list[Token]
    sign: int  # index of the first end sign
    next: int  # index of the first token that may open a sentence
    limit: int
    first: int
    pack: Pack

    def raw(self, i: int) -> str:
        return self.text[self.tokens[i].start : self.tokens[i].end] if self.first <= i < self.limit else ""

    @property
    def before(self) -> str:
        return self.raw(self.sign - 1)

    @property
    def after(self) -> str:
        return self.raw(self.next)

    @property
    def glued(self) -> bool:
        """No white space between the end sign and what follows."""
        return self.tokens[self.next - 1].end == self.tokens[self.next].start

    @property
    def dotted(self) -> str:
        """The last two words before the end sign when both are shortened: "т. д." -> "т.д."."""
        return f"{self.raw(self.sign - 3).lower()}.{self.before.lower()}."

    @property
    def touching(self) -> bool:
        """The end sign stands directly behind its word."""
        return self.sign > self.first and self.tokens[self.sign - 1].end == self.tokens[self.sign].start


def glued_words(gap: Gap) -> bool | None:
    """ "lenta.ru", "3.5", "U.S.A" are one; "dead.The" has lost its space."""
    if not gap.glued or gap.after in OPENERS:
        return None
    lost = len(gap.before) > 2 and gap.before.islower() and len(gap.after) > 1 and gap.after.istitle()
    return SPLIT if lost else JOIN


def dash_follows(gap: Gap) -> bool | None:
    """ "Кто там?» — спросил он": the cue belongs to the sentence, unless a bullet or new speech begins."""
    if gap.after not in DASHES:
        return None
    beyond = gap.raw(gap.next + 1)
    return JOIN if beyond[:1].islower() else SPLIT


def lower_follows(gap: Gap) -> bool | None:
    """ "ul. długa", "Really?" he asked."""
    return JOIN if gap.after[:1].islower() else None


def link_follows(gap: Gap) -> bool | None:
    """ "... in Paris. https://…": a bare address is a line of its own."""
    return SPLIT if gap.after in ("http", "https", "www") else None


def sign_follows(gap: Gap) -> bool | None:
    """ "Yes!", he said: a comma or colon goes on."""
    return JOIN if gap.after in (",", ";", ":", ")", "%") else None


def strong_end(gap: Gap) -> bool | None:
    """Question and exclamation marks before a capital always end."""
    return SPLIT if gap.raw(gap.sign) not in (".", "…") else None


def initial(gap: Gap) -> bool | None:
    """ "J. Smith", "А. С. Орлов", "U.S. troops"."""
    word = gap.before
    if gap.raw(gap.sign) == "." and gap.touching and len(word) == 1 and word.isupper():
        return JOIN
    return None


def hour_goes_on(gap: Gap) -> bool | None:
    """ "9 a.m. EST", "5 p.m. Tuesday": the hour takes its zone or day with it."""
    if not gap.touching or gap.dotted not in gap.pack.build(_finals):
        return None
    zone = gap.after.isupper() and 2 <= len(gap.after) <= 4
    return JOIN if zone or gap.after.casefold() in gap.pack.build(_days) else None


def number_goes_on(gap: Gap) -> bool | None:
    """ "13 авг. 2005 г. 19:13", "w latach 90. XX wieku": a clock time, or the Roman number of a century."""
    if not gap.touching:
        return None
    after = gap.tokens[gap.next]
    if after.kind == "number":
        clock = gap.raw(gap.next + 1) == ":" and gap.raw(gap.next + 2).isdecimal()
        return JOIN if clock and f"{gap.before.lower()}." in gap.pack.build(_finals) else None
    counted = gap.tokens[gap.sign - 1].kind == "number" and 1 < len(gap.after) <= 5
    return JOIN if counted and set(gap.after) <= ROMAN else None


def country_goes_on(gap: Gap) -> bool | None:
    """ "than U.S. President Hill" goes on before a name; "in the U.S. The court" and "Washington, D.C. Police" end."""
    first = gap.raw(gap.sign - 3)
    if not gap.touching or len(first) != 1 or not (first + gap.before).isupper() or gap.raw(gap.sign - 4) == ",":
        return None
    named = gap.dotted in gap.pack.build(_finals) and gap.after[:1].isupper()
    return JOIN if named and gap.after.casefold() not in gap.pack.build(_small) else None


def year_mark(gap: Gap) -> bool | None:
    """ "в 2022 г. Президент" ends, "в г. Орле" does not; "и т. д. Это" ends."""
    finals = gap.pack.build(_finals)
    if not gap.touching or not {f"{gap.before.lower()}.", gap.dotted} & finals:
        return None
    number = gap.sign - 2 >= gap.first and gap.tokens[gap.sign - 2].kind == "number"
    opening = gap.sign - gap.first <= 3  # "В 2019 г. Совет решил": the date opens the sentence
    ends = (number and not opening) or len(gap.before) > 1 or gap.dotted in finals
    return SPLIT if ends else JOIN


def abbreviation(gap: Gap) -> bool | None:
    """ "gen. Nowak", "ул. Ленина", "Mr. Hill"."""
    known = gap.pack.build(_shorts)
    return JOIN if gap.touching and {f"{gap.before.lower()}.", gap.dotted} & known else None


def ordinal(gap: Gap) -> bool | None:
    """ "1. The first point" at the head of a line."""
    return JOIN if gap.tokens[gap.sign - 1].kind == "number" and gap.sign - 1 == gap.first else None


def day_of_month(gap: Gap) -> bool | None:
    """ "am 6. Januar": the dot makes an ordinal, where the month has a capital."""
    if not gap.touching or gap.tokens[gap.sign - 1].kind != "number" or len(gap.before) > 2:
        return None
    return JOIN if gap.after.casefold() in gap.pack.build(_months) else None


RULES: tuple[Callable[[Gap], bool | None], ...] = (
    glued_words,
    dash_follows,
    link_follows,
    lower_follows,
    sign_follows,
    strong_end,
    ordinal,
    day_of_month,
    hour_goes_on,
    number_goes_on,
    country_goes_on,
    year_mark,
    abbreviation,
    initial,
)


def _shorts(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.data.abbreviations)


def _finals(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.data.final_abbreviations)


def _small(pack: Pack) -> frozenset[str]:
    """Ordinary words that open sentences: articles, pronouns, prepositions, conjunctions, adverbs."""
    data = pack.read(QuotesData)
    lists = (
        data.determiners,
        data.prepositions,
        data.conjunctions,
        data.but,
        data.auxiliaries,
        data.adverbs,
        data.openers,
    )
    pronouns = (word for row in data.pronouns for word in row.words)
    return frozenset(
        word.casefold() for words in (*lists, data.relatives, data.first_person, pronouns) for word in words
    )


def _months(pack: Pack) -> frozenset[str]:
    return frozenset(name for names in pack.read(Times).months_extra.values() for name in names)


def _days(pack: Pack) -> frozenset[str]:
    data = pack.read(IngestData)
    return frozenset(word.casefold() for word in (*data.date_line, *(name for month in data.months for name in month)))


def split(text: str, tokens: list[Token], blocks: list[Paragraph], spoken: list[str]) -> list[Sentence]:
    """Sentences of all paragraphs, in order; ``spoken`` is the language of each paragraph."""
    found: list[Sentence] = []
    for number, (block, language) in enumerate(zip(blocks, spoken, strict=True)):
        first = block.first
        pack = general(language)
        head = dateline(text, tokens, block, pack) if number < DATED and not block.heading else None
        opens = [first] if head is None else [first, head]
        starts = [*opens, *_ends(text, tokens, block, opens[-1], pack), block.last]
        for last in chain.from_iterable((*_bounded(tokens, *span), span[1]) for span in pairwise(starts)):
            if last > first:
                found.append(
                    Sentence(
                        start=tokens[first].start,
                        end=tokens[last - 1].end,
                        first=first,
                        last=last,
                        paragraph=number,
                        language=language,
                        heading=block.heading,
                    )
                )
                first = last
    return found


def _ends(text: str, tokens: list[Token], block: Paragraph, first: int, pack: Pack) -> list[int]:
    """Token indexes at which a new sentence begins inside a paragraph, behind its dateline."""
    cuts, i = [], first
    worded = (k for k in range(block.last, block.first, -1) if tokens[k - 1].kind != "sign")
    spoken = next(worded, block.first)  # behind the last word or number
    while i < block.last:
        if tokens[i].fold not in ENDS:
            i += 1
            continue
        sign = i
        i = _closed(tokens, i, block.last)
        wordless = i >= spoken  # a stray closing mark: no sentence
        if not wordless and not _votes(Gap(text, tokens, sign, i, block.last, first, pack)):
            cuts.append(i)
            first = i
    return cuts


def cut_off(tokens: list[Token], sentence: Sentence) -> bool:
    """Whether a sentence that others of its paragraph follow ends where `_bounded` cut it."""
    count = sentence.last - sentence.first
    return count == LONGEST or (count > LONGEST // 2 and tokens[sentence.last - 1].fold in PAUSES)


def _bounded(tokens: list[Token], first: int, last: int) -> list[int]:
    """Where a sentence of more than ``LONGEST`` tokens is cut: behind its last comma, or at the limit."""
    cuts = []
    while last - first > LONGEST:
        limit = first + LONGEST
        marks = (i for i in range(limit, limit - LONGEST // 2, -1) if tokens[i - 1].fold in PAUSES)
        first = next(marks, limit)
        cuts.append(first)
    return cuts


def _closed(tokens: list[Token], i: int, limit: int) -> int:
    """Past the end signs and the closing marks that touch them."""
    while i < limit and tokens[i].fold in ENDS:
        i += 1
    while i < limit and tokens[i].fold in CLOSERS and tokens[i].start == tokens[i - 1].end:
        i += 1
    return i


def _votes(gap: Gap) -> bool:
    return next((vote for rule in RULES if (vote := rule(gap)) is not None), SPLIT)
