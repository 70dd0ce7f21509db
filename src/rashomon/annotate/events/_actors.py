"""Who acts and whom it concerns: the names in the places of a clause where subject and object stand.

A name that stands elsewhere in the sentence (a source, a place, an owner) is no actor: better none than a wrong one.
"""

from rashomon.annotate.events._scene import STOPS, Scene, Trigger
from rashomon.model import Name, Quote, Ref

ACTORS = 3
BEFORE = 9  # tokens between a subject and its predicate
BEHIND = 4  # tokens between a trigger and whom it concerns
JOINED = 3  # tokens between two names that act together: "Anna Nowak and the mayor, Jan Lis"


class Cast:
    """The names of a clause by their tokens."""

    def __init__(self, scene: Scene, trigger: Trigger, quote: Quote | None) -> None:
        self.scene, self.trigger = scene, trigger
        first, last = scene.clause(trigger.first)
        last = max(last, trigger.last)
        named = [name for name in scene.names if not _speaks(scene, name, quote)]
        spans = [(name, scene.index(name.start), scene.index(name.end - 1) + 1) for name in named]
        self.before = [s for s in spans if first <= s[1] and s[2] <= trigger.first]
        self.behind = [s for s in spans if trigger.last <= s[1] < last]

    def subject(self) -> list[Name]:
        """The last name before the predicate that may be its subject, with the names joined to it."""
        for at in range(len(self.before) - 1, -1, -1):
            name, first, last = self.before[at]
            if self._gap(last, self.trigger.first, BEFORE) is None:
                return []
            if self._may_act(name, first, last):
                return [name, *self._joined(at)]
        return []

    def _joined(self, at: int) -> list[Name]:
        found = []
        for i in range(at - 1, -1, -1):
            name, first, last = self.before[i]
            gap = self._gap(last, self.before[i + 1][1], JOINED)
            and_so = gap is not None and any(word in self.scene.lex.joins for word in gap)
            listed = gap == [","] and name.kind == self.before[i + 1][0].kind  # "the clinic, Anna Nowak" are two things
            if not and_so and not listed:
                break
            if self.scene.word(first - 1) in self.scene.lex.oblique:
                break
            found.append(self.before[i][0])
        return found

    def _may_act(self, name: Name, first: int, last: int) -> bool:
        """No preposition before it, not an owner ("Japan's"), in the case of a subject; a place stands next to its verb."""
        scene, words = self.scene, self.scene.folds
        if scene.word(first - 1) in scene.lex.oblique or (
            words[last : last + 1] == ["'"] and last < self.trigger.first
        ):
            return False
        if scene.word(first - 2) in scene.lex.oblique and scene.word(first - 1) in scene.lex.trailing:
            return False  # "of the League"
        if name.kind == "place" and last != self.trigger.first and scene.word(last) not in scene.lex.joins:
            return False
        return all(self._nominative(i) for i in range(first, last))

    def _nominative(self, i: int) -> bool:
        """In the case of a subject, or of no case that the dictionary knows."""
        wanted, parses = (
            self.scene.lex.subject,
            self.scene.lex.pack.parses(self.scene.word(i)) if self.scene.lex.subject else (),
        )
        return not parses or any(not p.known or any(case <= p.tags for case in wanted) for p in parses)

    def by(self) -> list[Name]:
        """ "was detained by the SBU", "zatrzymany przez CBA"."""
        words = self.scene.lex.agent_words
        for name, first, _ in self.behind:
            gap = self._gap(self.trigger.last, first, BEFORE)
            if gap and any(word in words for word in gap[-3:]):
                return [name]
        return []

    def patient(self) -> list[Name]:
        """The first name behind the trigger, with nothing but small words between, and the one joined to it."""
        found: list[Name] = []
        at = self.trigger.last
        for name, first, last in self.behind:
            gap = self._gap(at, first, BEHIND)
            if gap is None or not self._leads(gap, bool(found)):
                break
            if name.kind == "place" and gap and gap[-1] in self.scene.lex.place_words:
                break
            found.append(name)
            at = last
        return found

    def _leads(self, gap: list[str], joined: bool) -> bool:
        """Only small words to the first name, "and" or a comma to the next; a noun needs one: "attack on N."."""
        lex = self.scene.lex
        if joined:
            return all(word in lex.patient_words or word in lex.joins or word == "," for word in gap)
        bare = not gap and self.trigger.kind != "verb" and not lex.subject
        return not bare and all(word in lex.patient_words for word in gap)

    def _gap(self, start: int, stop: int, limit: int) -> list[str] | None:
        """The words between, or None where they are too many or a stop parts them."""
        gap = self.scene.folds[start:stop]
        return None if len(gap) > limit or any(word in STOPS for word in gap) else gap


def actors(scene: Scene, trigger: Trigger, quote: Quote | None) -> tuple[Ref, ...]:
    """At most three names: who acts, then whom it concerns."""
    if not scene.names:
        return ()
    cast = Cast(scene, trigger, quote)
    subject = cast.subject() if trigger.kind == "verb" or trigger.carried else []
    found = [*subject, *cast.by(), *cast.patient()]
    refs = dict.fromkeys((n.start, n.end) for n in found)
    return tuple(refs)[:ACTORS]


def _speaks(scene: Scene, name: Name, quote: Quote | None) -> bool:
    """The source of what is reported, and outlets: they tell of it."""
    source = (quote.source_start, quote.source_end) if quote is not None else (None, None)
    if source[0] is not None and source[1] is not None and source[0] < name.end and name.start < source[1]:
        return True
    return bool(scene.view.placed(scene.view.citations).touch(name.start, name.end))
