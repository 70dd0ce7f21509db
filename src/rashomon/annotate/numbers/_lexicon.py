"""The number words of one pack, compiled: what each word or phrase contributes."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from rashomon.annotate.numbers import _adjectives
from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.numbers import Bound, NumbersData, Opener, Vague
from rashomon.text import Known, fold


class Atom(NamedTuple):
    """One step of a number in words.

    ``kind``: card (a value) | hundred (multiplies) | mag (thousand and above) | coll (dozen) |
    vague (an interval) | half ("and a half") | join ("and") | article.
    ``many``: the form that, alone, means several ("тысячи", "dozens").
    """

    kind: str
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    many: bool = False
    genitive: bool = False  # only before a genitive plural
    not_before: frozenset[str] = frozenset()  # dictionary classes that must not follow


def atom(kind: str, value: str, many: bool = False) -> Atom:
    return Atom(kind, Decimal(value), Decimal(value), many)


NOTHING: frozenset[str] = frozenset()


class Lexicon:
    """All tables of one pack, each compiled once."""

    def __init__(self, pack: Pack) -> None:
        data, shared = pack.read(NumbersData), load("und").read(NumbersData)
        self.pack, self.data = pack, data
        self.words = PhraseTable(_atoms(data, shared), pack.lemmas)
        self._hedges(data, shared, pack)
        self._shares(data, shared, pack)
        self._ages(data, pack)
        self._inside(data, pack)
        self.glued = {w: Decimal(v) for v, row in data.glued.items() for w in row.split()}
        self.glued_money = {w: Decimal(v) for v, row in data.glued_money.items() for w in row.split()}
        self.homographs = {word: frozenset(row) for word, row in data.homographs.items()}
        self.labels = _phrases((*data.labels, *shared.labels), pack)
        self.ordinals = frozenset(data.ordinal_suffixes.split())
        self.case_endings = frozenset(data.cardinal_suffixes.split())
        self.units = frozenset(data.units.split())
        self.one = frozenset(data.one)
        self._parts = dict(_parts(data)) if data.compounds else {}
        kinds: dict[str, tuple[PhraseTable[Any], ...]] = {
            "range": (self.openers,),
            "noun": (self.one_nouns,),
            "share": (self.half_units, self.fractions, self.each),
            "amount": (self.words, self.large),
            "inside": (self.measured,),
        }
        self._kinds = {table.number: kind for kind, tables in kinds.items() for table in tables}
        self.begins = Known(self._begins)
        self.compound = lru_cache(maxsize=20_000)(self._compound)

    def _hedges(self, data: NumbersData, shared: NumbersData, pack: Pack) -> None:
        """Words around a number, and what makes a range."""
        self.before = _bounds((*data.bounds, *shared.bounds), pack)
        self.after = _bounds((*data.after, *shared.after), pack)
        self.blocked = {id(b): _phrases(b.unless_after, pack) for b in data.bounds if b.unless_after}
        self.fillers = _phrases((*data.fillers, *data.articles), pack)
        self.change = _phrases(data.change, pack)
        self.openers = PhraseTable(((p, o) for o in data.ranges for p in o.first), pack.lemmas)
        self.seconds = {id(o): _phrases(o.second, pack) for o in data.ranges}
        self.ors = _phrases(data.or_words, pack)
        self.tos = _phrases(data.to_words, pack)
        self.one_nouns = _phrases(data.one_nouns, pack)
        self.one_after = _phrases(data.one_after, pack)
        self.adjuncts = _phrases(data.adjuncts, pack)

    def _shares(self, data: NumbersData, shared: NumbersData, pack: Pack) -> None:
        """Units that a number carries itself, and parts of a whole."""
        self.percent = _phrases((*data.percent, *shared.percent), pack)
        self.currencies = PhraseTable(_currencies(data, shared), pack.lemmas)
        self.signs = PhraseTable(((p, c) for c, row in shared.currencies.items() for p in row), pack.lemmas)
        self.large = PhraseTable(((p, Decimal(v)) for v, row in data.before_large.items() for p in row), pack.lemmas)
        self.ordinal_words = _phrases(data.ordinal_words, pack)
        self.fractions = PhraseTable(((p, Decimal(v)) for v, row in data.fractions.items() for p in row), pack.lemmas)
        self.half_units = PhraseTable(((p, Decimal(v)) for v, row in data.half_units.items() for p in row), pack.lemmas)
        self.each = PhraseTable(((p, Decimal(v)) for v, row in data.each.items() for p in row), pack.lemmas)
        rows = (("any", data.ratio_joins), ("round", data.ratio_choice))
        self.ratios = PhraseTable(((p, kind) for kind, row in rows for p in row), pack.lemmas)
        self.not_shared = _phrases(data.ratio_not_before, pack)
        self.not_parted = _phrases(data.fraction_not_before, pack)
        self.tenths = {w: Decimal(v) for v, row in data.tenths.items() for w in row.split()}
        self.minus = _phrases(data.minus, pack)
        self.degrees = _phrases((*data.degrees, *shared.degrees), pack)
        self.bare_fractions = frozenset(data.fraction_bare)

    def _ages(self, data: NumbersData, pack: Pack) -> None:
        """Words that make a number an age."""
        self.age_before = _phrases(data.age_before, pack)
        self.age_after = _phrases(data.age_after, pack)
        self.age_verbs = _phrases(data.age_verbs, pack)
        self.age_units = _phrases(data.age_units, pack)
        self.age_near = _phrases(data.age_near, pack)
        self.age_at = _phrases(data.age_at, pack)
        self.age_unless = _phrases(data.age_unless, pack)

    def _inside(self, data: NumbersData, pack: Pack) -> None:
        """Numbers inside other words, and scores."""
        self.measured = PhraseTable(_adjectives.rows(data), pack.lemmas)
        self.suffixes = PhraseTable(_adjectives.suffixes(data), pack.lemmas)
        self.lasting = _phrases(data.lasting, pack)
        self.score_words = _phrases(data.score_words, pack)
        self.score_after = _phrases(data.score_after, pack)
        self.not_money = _phrases(data.currency_not_before, pack)
        self.percent_signs = frozenset({"%"})

    def seconds_of(self, opener: Opener) -> PhraseTable[bool]:
        return self.seconds[id(opener)]

    def step(self, folds: list[str], i: int) -> tuple[int, tuple[Atom, ...]] | None:
        """The number word or phrase at ``i``: its end and what it contributes."""
        found = self.words.longest(folds, i)
        if found:
            return found[0], (found[1],)
        if self._parts and len(folds[i]) > 5 and (atoms := self.compound(folds[i])):
            return i + 1, atoms
        return None

    def _begins(self, word: str) -> frozenset[str]:
        """What may begin with this word (range, noun, share, amount): most words, nothing."""
        kinds = [self._kinds[number] for number in self.words.openings[word] if number in self._kinds]
        if self._parts and len(word) > 5 and self.compound(word):
            kinds.append("amount")
        return frozenset(kinds) if kinds else NOTHING

    def _compound(self, word: str) -> tuple[Atom, ...] | None:
        """ "ventitremila" as venti + tre + mila; None where some of it is no number word."""
        rows: dict[int, tuple[Atom, ...]] = {0: ()}
        for start in range(len(word)):
            if start not in rows:
                continue
            for end in range(start + 2, len(word) + 1):
                part = self._parts.get(word[start:end])
                if part and _fits(rows[start], part) and end not in rows:
                    rows[end] = (*rows[start], part)
        return rows.get(len(word))


def _fits(before: tuple[Atom, ...], part: Atom) -> bool:
    """Places go down inside a word: venti+tre, never tre+venti; hundred and thousand multiply."""
    if part.kind in ("mag", "hundred") or not before:
        return True
    last = before[-1]
    return last.kind in ("mag", "hundred") or (last.low >= 20 and part.low < 10)


def _parts(data: NumbersData) -> Iterator[tuple[str, Atom]]:
    """Number words inside a compound, with vowels dropped before a vowel (vent+uno, cent+ottanta)."""
    for value, row in data.cardinals.items():
        for word in row.split():
            yield fold(word), atom("card", value)
            if Decimal(value) >= 20:
                yield fold(word)[:-1], atom("card", value)
            if word.endswith("o") and Decimal(value) == 1:
                yield fold(word)[:-1], atom("card", value)  # ventun feriti
    for word in data.hundreds.split():
        yield fold(word), atom("hundred", "100")
        yield fold(word)[:-1], atom("hundred", "100")
    for value, row in data.magnitudes.items():
        yield from ((fold(word), atom("mag", value)) for word in row.split() if len(word) > 3)


def _atoms(data: NumbersData, shared: NumbersData) -> Iterator[tuple[str, Atom]]:
    for kind, table in (("card", shared.cardinals), ("card", data.cardinals), ("mag", data.magnitudes)):
        yield from ((w, atom(kind, v)) for v, row in table.items() for w in row.split())
    yield from ((w, atom("hundred", "100")) for w in data.hundreds.split())
    yield from ((w, atom("mag", v, True)) for v, row in data.many_magnitudes.items() for w in row.split())
    yield from ((w, atom("coll", v)) for v, row in data.collectives.items() for w in row.split())
    yield from ((w, atom("coll", v, True)) for v, row in data.many_collectives.items() for w in row.split())
    yield from ((p, _vague(row)) for row in data.vague for p in row.phrases)
    yield from ((w, Atom("join")) for w in data.joins)
    yield from ((p, atom("half", "0.5")) for p in data.halves)
    yield from ((w, atom("article", "1")) for w in data.articles)


def _vague(row: Vague) -> Atom:
    return Atom("vague", Decimal(row.low), Decimal(row.high), False, row.genitive, frozenset(row.not_before))


def _bounds(rows: tuple[Bound, ...], pack: Pack) -> PhraseTable[Bound]:
    return PhraseTable(((p, row) for row in rows for p in row.phrases), pack.lemmas)


def _currencies(data: NumbersData, shared: NumbersData) -> Iterator[tuple[str, str]]:
    for table in (data.currencies, shared.currencies):
        yield from ((p, code) for code, row in table.items() for p in row)


def _phrases(rows: tuple[str, ...], pack: Pack) -> PhraseTable[bool]:
    return PhraseTable(((p, True) for p in rows), pack.lemmas)


def lexicon(pack: Pack) -> Lexicon:
    return Lexicon(pack)
