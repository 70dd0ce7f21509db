"""The trigger words of one pack, compiled."""

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.events import EventData, Happening


class Word(NamedTuple):
    """What a trigger phrase says: the type of happening and how it says it."""

    type: str
    kind: str  # verb | participle | noun | carried
    row: int  # index of its row: a row with objects counts only near one of them


class Lexicon:
    """All tables of one pack, each compiled once."""

    def __init__(self, pack: Pack) -> None:
        data = pack.read(EventData)
        self.pack, self.data = pack, data
        self.words = PhraseTable(_words(data.happenings), pack.lemmas)
        self.objects = {i: _table(row.objects, pack) for i, row in enumerate(data.happenings) if row.objects}
        self.finite = tuple(map(frozenset, data.finite))
        self.participial = tuple(map(frozenset, data.participial))
        self.nominal = tuple(map(frozenset, data.nominal))
        self.infinitive = tuple(map(frozenset, data.infinitive))
        self.future = tuple(map(frozenset, data.future))
        self.particles = frozenset(data.particles)
        self.support = _table(data.support, pack)
        self.peace = _table(data.peace, pack)
        self.unreal = _table(data.unreal, pack)
        self.auxiliaries = frozenset(data.auxiliaries)
        self.negations = frozenset(data.negations)
        self.counting = frozenset(data.counting)
        self.determiners = frozenset(data.determiners)
        self.trailing = frozenset(data.trailing)
        self.names = frozenset(w for row in data.names for w in row.split("|"))
        self.joins = frozenset(data.joins)
        self.breaks = frozenset(data.breaks)
        self.place_words = frozenset(data.place_words)
        self.background = _table(data.background, pack)
        self.modifying = tuple(map(frozenset, data.modifying))
        self.genitive = tuple(map(frozenset, data.genitive))
        self.subject = tuple(map(frozenset, data.subject))
        self.agent_words, self.oblique = frozenset(data.agent_words), frozenset(data.oblique)
        self.patient_words = frozenset(data.patient_words)
        self.infinitive_marks = frozenset(data.infinitive_marks)
        self.doubtful = _table(data.doubtful, pack)
        self.unreal_after, self.unreal_endings = frozenset(data.unreal_after), data.unreal_endings
        self.by_harm = frozenset(data.by_harm)
        signs = [(p, "ACCIDENT") for p in data.accident_signs] + [(p, "ASSAULT") for p in data.attack_signs]
        self.signs: PhraseTable[str] = PhraseTable(signs + [(p, "") for p in data.no_signs], pack.lemmas)
        self.standing = {kind: _table(getattr(data, kind), pack) for kind in ("denied", "planned", "alleged")}


def _words(rows: tuple[Happening, ...]) -> Iterator[tuple[str, Word]]:
    for i, row in enumerate(rows):
        kinds = {"verb": row.verbs, "participle": row.participles, "noun": row.nouns, "carried": row.carried}
        for kind, patterns in kinds.items():
            yield from ((pattern, Word(row.type, kind, i)) for pattern in patterns)


def _table(rows: tuple[str, ...], pack: Pack) -> PhraseTable[bool]:
    return PhraseTable(((row, True) for row in rows), pack.lemmas)


def lexicon(pack: Pack) -> Lexicon:
    return Lexicon(pack)
