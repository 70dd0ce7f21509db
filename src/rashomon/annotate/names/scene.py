"""One sentence prepared for name finding: units, and where the pack's phrases stand in it."""

from collections import defaultdict
from dataclasses import dataclass, field

from rashomon.annotate.names.lexicon import Lexicon, lexicon
from rashomon.annotate.names.units import Facts, Unit, facts_of, units_of, weigh
from rashomon.model import Sentence
from rashomon.view import View


@dataclass(slots=True)
class Scene:
    """``marks[list]`` maps the unit a phrase begins at to the unit after its end."""

    text: str
    sentence: Sentence
    lex: Lexicon
    units: list[Unit]
    facts: Facts
    marks: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    covers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @property
    def code(self) -> str:
        return self.lex.pack.code

    @property
    def language(self) -> str:
        return self.sentence.language

    def fold(self, i: int) -> str:
        """Fold of a unit; "" outside the sentence."""
        return self.units[i].fold if 0 <= i < len(self.units) else ""

    def within(self, name: str, first: int, last: int) -> bool:
        """Does a phrase of list ``name`` stand inside units ``first:last``?"""
        covered = self.covers[name]
        return bool(covered) and not covered.isdisjoint(range(first, last))

    def word_in(self, name: str, first: int, last: int) -> bool:
        """Is one of the units ``first:last`` (or a hyphenated part) in a list of single words?"""
        lists = self.lex.words
        for unit in self.units[max(first, 0) : last]:
            if name in lists[unit.fold]:
                return True
            if unit.last - unit.first > 1 and any(name in lists[part] for part in unit.parts):
                return True
        return False

    def ending_at(self, name: str, i: int) -> int | None:
        """Where the longest phrase of ``name`` that ends before unit ``i`` begins."""
        marks = self.marks[name]
        return min((a for a, b in marks.items() if b == i), default=None) if marks else None


def scenes_of(view: View) -> list[Scene]:
    """Every sentence of a report, with the report-wide facts about its words."""
    rows: list[list[Unit]] = []
    for sentence in view.sentences:
        articles = lexicon(view.pack(sentence).code).data.articles
        units = units_of(view.text, view.words(sentence), sentence.first, articles)
        weigh(units, sentence, view.text)
        rows.append(units)
    facts = facts_of(rows)
    scenes = []
    for sentence, units in zip(view.sentences, rows, strict=True):
        scene = Scene(view.text, sentence, lexicon(view.pack(sentence).code), units, facts)
        _mark(scene, view)
        scenes.append(scene)
    return scenes


def _mark(scene: Scene, view: View) -> None:
    unit_at = [index for index, unit in enumerate(scene.units) for _ in range(unit.first, unit.last)]
    for first, last, name in scene.lex.phrases.every(view.folds(scene.sentence)):
        marks, a, b = scene.marks[name], unit_at[first], unit_at[last - 1] + 1
        if marks.get(a, 0) < b:
            marks[a] = b
    for name, marks in scene.marks.items():
        scene.covers[name] = {i for a, b in marks.items() for i in range(a, b)}
