"""Descriptions that stand for a name of their report: "the minister", "the union", "агентство".

Only where one person of the report holds the office, or one body of it is such a body; else it stays a description.
"""

from collections import defaultdict

from rashomon.lang import load
from rashomon.lang.schema.link import LinkData
from rashomon.link.heads import nouns
from rashomon.link.meaning import meaning
from rashomon.link.roles import profile
from rashomon.link.words import rules, split
from rashomon.model import Name, Reading

_OFFICES = frozenset(
    "president prime-minister chancellor minister governor mayor ambassador commissioner king queen "
    "police prosecutor church doctor scholar coach".split()
)
_ARTICLES = 2  # words of a description: an article and the noun

__all__ = ["Described"]


class Described:
    """The people and bodies of one linked report, by what they are."""

    def __init__(self, reading: Reading) -> None:
        self.language = reading.document.language or "en"
        self.names = [name for name in reading.names if name.entity]
        self.offices: dict[str, set[str]] | None = None
        self.bodies: dict[str, set[str]] | None = None

    def entity(self, text: str) -> str | None:
        """The entity that a description stands for; None where several may be meant, or none."""
        small = rules(self.language).small
        folds = tuple(w for w in split(text) if w not in small)
        if len(folds) != 1 or len(split(text)) > _ARTICLES or not text[-1:].islower():
            return None
        several = folds[0].endswith(load(self.language).read(LinkData).plurals)
        office = None if several else self._one(self._offices(), profile(folds[0], self.language).roles & _OFFICES)
        return office or self._body(folds)

    def _body(self, folds: tuple[str, ...]) -> str | None:
        told = meaning(folds, self.language, False)
        heads = frozenset(one for part in told.parts for one in part) & nouns()
        return self._one(self._bodies(), heads)

    def _one(self, table: dict[str, set[str]], keys: frozenset[str]) -> str | None:
        found = {entity for key in keys for entity in table.get(key, ())}
        return next(iter(found)) if len(found) == 1 else None

    def _offices(self) -> dict[str, set[str]]:
        if self.offices is None:
            self.offices = defaultdict(set)
            for name in self.names:
                for office in self._roles(name):
                    self.offices[office].add(str(name.entity))
        return self.offices

    def _roles(self, name: Name) -> frozenset[str]:
        told = name.role if name.kind == "person" else None
        return profile(told, name.language or self.language).roles if told else frozenset()

    def _bodies(self) -> dict[str, set[str]]:
        if self.bodies is None:
            self.bodies = defaultdict(set)
            for name in (name for name in self.names if name.kind == "org"):
                told = meaning(split(name.text), name.language or self.language, False)
                for one in frozenset[str]().union(*told.parts):
                    self.bodies[one].add(str(name.entity))
        return self.bodies
