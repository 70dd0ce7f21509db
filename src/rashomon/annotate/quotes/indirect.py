"""Indirect speech: a cue with its clause, infinitive or object, before, after or around it."""

from rashomon.annotate.quotes.around import Around
from rashomon.annotate.quotes.clauses import joining, skip_asides
from rashomon.annotate.quotes.heads import leads
from rashomon.annotate.quotes.phrases import noun_phrase
from rashomon.annotate.quotes.scene import Cue, Draft, Scene, Unit
from rashomon.annotate.quotes.subjects import region_left, subject_after


def find_indirect(scene: Scene, unit: Unit, cues: list[Cue]) -> list[Draft]:
    """All indirect quotes of a unit; cues inside direct speech are not read."""
    drafts: list[Draft] = []
    for cue in cues:
        if cue.first in scene.taken or scene.within[cue.first] is not None:
            continue
        reading = _Rules(scene, unit, cue, cues)
        reading.borrow(drafts)
        draft = reading.draft()
        if draft is not None:
            drafts.append(draft)
    drafts += [d for made in drafts if (d := _gapped(scene, unit, made))]
    return [d for d in drafts if not _weak(scene, d, drafts)]


def _gapped(scene: Scene, unit: Unit, draft: Draft) -> Draft | None:
    """ "Полиция насчитала 50 раненых, | оппозиция — двести": the verb is left out, the second speaker takes its own."""
    if draft.rule not in ("following", "preposition") or not unit.lex.data.subject_tags:
        return None
    for comma in range(draft.first + 1, draft.last):
        dash = next((k for k in range(comma + 2, min(comma + 6, draft.last - 1)) if scene.dash(k)), None)
        if scene.folds[comma] not in ",;" or dash is None:
            continue
        source = noun_phrase(scene, unit.lex, (comma + 1, dash))
        alike = scene.folds[dash + 1] == scene.folds[draft.first] or _counts(scene, draft.first, dash + 1)
        if source is None or source != (comma + 1, dash) or not alike or not leads(scene, unit.lex, source):
            continue
        last, draft.last = draft.last, comma
        return Draft(dash + 1, last, draft.cue, source, "indirect", draft.stance, draft.rule, False, dash)
    return None


def _counts(scene: Scene, one: int, two: int) -> bool:
    """Do both begin with a quantity?"""
    starts = [scene.view.tokens[i].start for i in (one, two)]
    return all(any(n.start <= start < n.end for n in scene.view.numbers) for start in starts)


def _weak(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Inside what somebody is reported to say, only a full report of its own counts ("said that X had said that")."""
    if draft.rule not in ("following", "passive.subject", "passive.object", "preposition", "around"):
        return False
    if (
        draft.rule == "following"
        and draft.source
        and draft.stance in ("demands", "accuses", "denies")
        and any(scene.name_at[i] is not None for i in range(*draft.source))
    ):
        return False
    return any(d is not draft and d.first <= draft.cue_at < d.last and d.cue_at != draft.cue_at for d in drafts)


class _Rules(Around):
    """The constructions, tried in order; the first that fits is read."""

    def draft(self) -> Draft | None:
        if self.silent():
            return None
        if self.is_passive():
            return self.passive()
        backward = self.lex.about.longest(self.scene.folds, self.start) and self.cue.first - self.start < 6
        if backward:  # "Lo riporta l'agenzia": what is said stands before
            return self.joined()
        if self.cue.takes("inf") and self.cue.takes("that") and not self.lex.data.subject_tags and self.infinitive():
            return self.following()  # "ha detto di sentirsi più tranquillo | che in passato"
        for rule in (self.impersonal, self.joined, self.around, self.prepositional, self.following):
            draft = rule()
            if draft is not None:
                return draft
        return None

    def is_passive(self) -> bool:
        """A participle behind a passive auxiliary: "was accused", "è stato riferito"."""
        k = self.cue.first - 1
        while k >= self.start and self.lex.adverb(self.scene.folds[k]):
            k -= 1
        if k < self.start or not self.lex.has("passive_auxiliaries", self.scene.folds[k]):
            return False
        return self.cue.last - self.cue.first == 1 and self.lex.participle(self.scene.folds[self.cue.first])

    def passive(self) -> Draft | None:
        """ "was accused of theft by the court", "is expected to rise", "the death is reported"."""
        by = self.agent()
        clause = joining(self.scene, self.lex, self.cue, self.end, self.others)
        if clause is not None:
            return self.made(clause, self.to_end(clause), by, "passive.that")
        if self.cue.takes("passive"):
            part = region_left(self.scene, self.lex, self.cue.first, self.start)[-1]
            return self.made(part[0], self.to_end(self.cue.last), by, "passive.subject")
        if by is None:
            return None
        object_ = (by[1], self.to_end(by[1])) if by[1] < self.end else (self.cue.last, self.cue.last)
        return self.made(*object_, by, "passive.object")

    def impersonal(self) -> Draft | None:
        """ "it was reported that", "сообщается, что": nobody is named."""
        if not self.cue.takes("impersonal") or (self.left and self.own and leads(self.scene, self.lex, self.left)):
            return None  # "врачи | говорят о ранениях"
        clause = joining(self.scene, self.lex, self.cue, self.end, self.others)
        if clause is None and self.cue.takes("prep"):
            clause = self.preposition()
        if clause is None and self.cue.takes("bare"):
            clause = self.cue.last
        return self.made(clause, self.to_end(clause), self.rumour(), "impersonal") if clause else None

    def joined(self) -> Draft | None:
        """A clause opened by "that"."""
        if not (self.cue.takes("that") or self.cue.takes("bare")):
            return None
        clause = joining(self.scene, self.lex, self.cue, self.end, self.others)
        if clause is None:
            return None
        if self.cue.takes("noun"):
            holder = self.holder(clause)
            if holder is None and not self.rumoured():
                return None  # "the claim that" of nobody
            return self.made(clause, self.to_end(clause), holder, "noun.that")
        source = self.source()
        if source and source == self.left and not self.own and not leads(self.scene, self.lex, source):
            source = None  # "сериал кончился, актёр ушёл, заявив": a thing of an earlier clause
        return self.made(clause, self.to_end(clause), source, "that", implied=source is None)

    def prepositional(self) -> Draft | None:
        """ "called for calm", "обвинил полицию в бездействии"."""
        if not self.cue.takes("prep"):
            return None
        first = self.preposition()
        behind = None if self.left else subject_after(self.scene, self.lex, self.cue.last, self.end)
        if first is None or (behind and behind[0] <= first < behind[1]):
            return None
        source = self.left if self.left and self.own else self.source()
        if source and not leads(self.scene, self.lex, source):
            if self.left:
                return None
            source = None
        if source is None and self.gerund():
            return None
        return self.made(first, self.to_end(first), source, "preposition", implied=source is None)

    def following(self) -> Draft | None:
        """What follows the cue is what is said: an object, an infinitive, a bare clause."""
        takes = self.cue.takes
        if takes("noun"):
            return None
        if not (takes("rest") or takes("bare") or (takes("inf") and self.infinitive())):
            return None
        source = self.left or (self.place() if takes("rest") else None)
        if source and not takes("bare") and not leads(self.scene, self.lex, source):
            return None  # "закон одобрил совет", "the plan supports"
        if source is None and self.many:
            return None  # "пригласили гостей": no one in particular
        if source is None and ((takes("bare") and not takes("rest")) or self.gerund()):
            return None  # "Considerando la struttura, ...": the speaker comes later
        first = skip_asides(self.scene, self.lex, self.cue.last, self.end)
        if takes("told"):
            first = skip_asides(self.scene, self.lex, self.hearer(first), self.end)
        if first >= self.end or self.scene.folds[first] in ",.;:)" or self.scene.dash(first):
            return None
        opening = self.scene.folds[first]
        single = self.cue.last == self.cue.first + 1
        if (
            single
            and self.lex.has("prepositions", opening)
            and not self.lex.has("determiners", opening)
            and not takes("inf")
        ):
            return None
        return self.made(first, self.to_end(first), source, "following", implied=source is None)
