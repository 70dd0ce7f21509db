"""Words for groups of people: who is counted, and under which name a report speaks of them."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

import msgspec

from rashomon.lang.phrases import PhraseTable
from rashomon.lang.schema import Data

if TYPE_CHECKING:
    from rashomon.lang import Pack


class Group(NamedTuple):
    """What a group noun says: its `who` class and an English gloss."""

    who: str
    gloss: str


class GroupData(Data, frozen=True, kw_only=True):
    """``groups.toml``: ``who`` class -> English gloss -> patterns (see `PhraseTable`)."""

    FILE: ClassVar[str] = "groups.toml"

    groups: dict[str, dict[str, tuple[str, ...]]] = msgspec.field(default_factory=dict)
    people_endings: tuple[str, ...] = ()  # of nouns for people that no list names ("fishermen")
    verbal: tuple[str, ...] = ()  # group nouns that are verbs behind an auxiliary: "ha inviato"
    adjectival: tuple[str, ...] = ()  # group nouns that are adjectives behind a noun: "i dati ufficiali"
    strangers: tuple[str, ...] = ()  # words that make troops foreign: "foreign", "allied"
    nations: dict[str, tuple[str, ...]] = msgspec.field(
        default_factory=dict
    )  # ISO 3166-1 alpha-2 -> adjectives and nouns of a nation


def group_table(pack: "Pack") -> PhraseTable[Group]:
    """The group nouns of a pack, compiled; use through ``pack.build(group_table)``."""
    data = pack.read(GroupData)
    rows = [
        (pattern, Group(who, gloss))
        for who, glosses in data.groups.items()
        for gloss, patterns in glosses.items()
        for pattern in patterns
    ]
    return PhraseTable(rows, pack.lemmas)
