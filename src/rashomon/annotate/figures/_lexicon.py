"""The words of one pack that this room reads, compiled once."""

from dataclasses import dataclass, fields
from typing import NamedTuple

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.figures import FigureData
from rashomon.lang.schema.groups import Group, GroupData, group_table
from rashomon.lang.schema.numbers import NumbersData

__all__ = ["Cue", "Lexicon", "lexicon"]


class Cue(NamedTuple):
    """A word of a measure where it stands: ``first:last`` are token positions in the sentence."""

    first: int
    last: int
    measure: str
    kinds: frozenset[str]  # happens acts tolls weak counts


class Word(NamedTuple):
    measure: str
    kind: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Short lists that single rules read; named as in ``figures.toml``."""

    rallies: PhraseTable[str]
    others: PhraseTable[str]
    courts: PhraseTable[str]
    loosed: PhraseTable[str]
    offsets: PhraseTable[str]
    made: PhraseTable[str]
    compared: PhraseTable[str]
    against: PhraseTable[str]
    within: PhraseTable[str]
    holds: PhraseTable[str]
    musters: PhraseTable[str]
    quakes: PhraseTable[str]
    measures: PhraseTable[str]
    names_after: PhraseTable[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    pack: Pack
    data: FigureData
    groups: PhraseTable[Group]
    units: PhraseTable[str]
    cues: PhraseTable[Word]
    implies: PhraseTable[str]
    hedges: PhraseTable[str]
    parts: PhraseTable[str]
    identifies: PhraseTable[str]
    breaks: PhraseTable[str]
    strangers: PhraseTable[str]
    relatives: PhraseTable[str]
    nations: PhraseTable[str]
    population: PhraseTable[str]
    magnitude: PhraseTable[str]
    marks: Marks
    money: PhraseTable[str]
    idioms: PhraseTable[str]
    purpose: PhraseTable[str]
    recounts: PhraseTable[str]
    joins: frozenset[str]
    partitive: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    passive: frozenset[str]
    active: frozenset[str]
    behind_passive: frozenset[str]
    people_endings: tuple[str, ...]

    def find_cues(self, folds: list[str]) -> list[Cue]:
        """All words of a measure in a sentence.

        Two measures may claim the same words ("were burnt"), and so may a noun and what announces
        it ("bodies", "bodies of").
        """
        found: list[Cue] = []
        ends: dict[tuple[str, bool], int] = {}
        for i in self.cues.starts(folds):
            best: dict[tuple[str, bool], tuple[int, set[str]]] = {}
            for end, (measure, kind) in self.cues.at(folds, i):
                longest = best.setdefault((measure, kind == "counts"), (end, set()))
                if end == longest[0]:
                    longest[1].add(kind)
            for key, (end, kinds) in best.items():
                if end > ends.get(key, 0):
                    ends[key] = end
                    found.append(Cue(i, end, key[0], frozenset(kinds)))
        return _merged(found)


def _merged(cues: list[Cue]) -> list[Cue]:
    """One cue for the same words and measure: "wounded" is a verb and a noun."""
    kinds: dict[tuple[int, int, str], frozenset[str]] = {}
    for cue in cues:
        key = (cue.first, cue.last, cue.measure)
        kinds[key] = kinds.get(key, frozenset()) | cue.kinds
    return [Cue(*key, value) for key, value in kinds.items()]


def _words(data: FigureData) -> list[tuple[str, Word]]:
    return [
        (pattern, Word(measure, kind))
        for measure, cues in data.cues.items()
        for kind in ("happens", "acts", "tolls", "weak", "counts")
        for pattern in getattr(cues, kind)
    ]


def _table(pack: Pack, rows: dict[str, tuple[str, ...]]) -> PhraseTable[str]:
    return PhraseTable([(p, value) for value, patterns in rows.items() for p in patterns], pack.lemmas)


def _marks(pack: Pack, data: FigureData) -> Marks:
    names = [field.name for field in fields(Marks)]
    return Marks(**{name: _table(pack, {name: getattr(data, name)}) for name in names})


def lexicon(pack: Pack) -> Lexicon:
    """Compile the lists of ``figures.toml`` and ``groups.toml``; use through ``pack.build``."""
    data, groups = pack.read(FigureData), pack.read(GroupData)
    hedges = {"alleged": data.alleged, "planned": data.planned, "denied": data.denied, "maybe": data.conditional}
    return Lexicon(
        pack=pack,
        data=data,
        groups=pack.build(group_table),
        units=_table(pack, data.units),
        cues=PhraseTable(_words(data), pack.lemmas),
        implies=_table(pack, data.implies),
        hedges=_table(pack, hedges),
        parts=_table(pack, {"part": data.parts}),
        identifies=_table(pack, {"id": data.identifies}),
        breaks=_table(pack, {"break": data.breaks}),
        strangers=_table(pack, {"foreign": groups.strangers}),
        relatives=_table(pack, {"who": data.relatives}),
        nations=_table(pack, groups.nations),
        idioms=_table(pack, {"idiom": data.idioms}),
        purpose=_table(pack, {"purpose": data.purpose}),
        recounts=_table(pack, {"same": data.recounts}),
        money=_table(pack, pack.read(NumbersData).currencies),
        marks=_marks(pack, data),
        magnitude=_table(pack, {"magnitude": data.magnitude}),
        population=_table(pack, {"people": data.population}),
        joins=frozenset(data.joins),
        partitive=frozenset(data.partitive),
        links=frozenset(data.links),
        stops=frozenset(data.stops),
        passive=frozenset(data.passive),
        active=frozenset(data.active),
        behind_passive=frozenset(data.behind_passive),
        people_endings=groups.people_endings,
    )
