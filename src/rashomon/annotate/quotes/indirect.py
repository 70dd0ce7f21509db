"""Indirect speech: a cue with its clause, infinitive or object, before, after or around it."""

from rashomon.annotate.quotes.attributed import source_phrase
from rashomon.annotate.quotes.clauses import content_end, joining, skip_asides, trim_end, trim_start
from rashomon.annotate.quotes.phrases import noun_phrase, place, speaks
from rashomon.annotate.quotes.scene import ENDS, Cue, Draft, Scene, Span, Unit
from rashomon.annotate.quotes.subjects import region_left, subject_after, subject_before

LEAST = 2  # words of content
STANCE = {
    "that": ("that", "bare", "speech"),
    "following": ("rest", "inf", "bare"),
    "preposition": ("prep",),
    "around": ("speech",),
    "impersonal": ("impersonal",),
    "noun.that": ("noun",),
    "passive.that": ("that", "bare"),
}  # which construction of a cue each rule reads


def find_indirect(scene: Scene, unit: Unit, cues: list[Cue]) -> list[Draft]:
    """All indirect quotes of a unit; cues inside direct speech are not read."""
    drafts: list[Draft] = []
    for cue in cues:
        if cue.first in scene.taken or scene.within[cue.first] is not None:
            continue
        draft = _Reading(scene, unit, cue, cues).draft()
        if draft is not None:
            drafts.append(draft)
    return [d for d in drafts if not _weak(d, drafts)]


def _weak(draft: Draft, drafts: list[Draft]) -> bool:
    """Inside what somebody is reported to say, only a full report of its own counts ("said that X had said that")."""
    if draft.rule not in ("following", "passive.subject", "passive.object", "preposition", "around"):
        return False
    if draft.rule == "following" and draft.source and draft.stance in ("demands", "accuses", "denies"):
        return False
    return any(d is not draft and d.first <= draft.cue_at < d.last and d.cue_at != draft.cue_at for d in drafts)


class _Reading:
    """One cue and what stands around it."""

    def __init__(self, scene: Scene, unit: Unit, cue: Cue, cues: list[Cue]) -> None:
        self.scene, self.unit, self.lex, self.cue, self.cues = scene, unit, unit.lex, cue, cues
        self.start = scene.sentence_start(cue.first, unit.first)
        self.end = scene.sentence_end(cue.last - 1, unit.last)
        self.others = {c.first for c in cues if c.first > cue.first}
        self.left, self.own = subject_before(scene, self.lex, cue, self.start)

    def draft(self) -> Draft | None:
        if self.silent():
            return None
        for rule in (self.passive, self.impersonal, self.joined, self.around, self.prepositional, self.following):
            draft = rule()
            if draft is not None:
                return draft
        return None

    def silent(self) -> bool:
        """The writer's or reader's own speech ("I think", "we note") is no report."""
        if (
            self.left
            and self.left[1] - self.left[0] == 1
            and self.lex.has("not_speakers", self.scene.folds[self.left[0]])
        ):
            return True
        before = self.scene.folds[self.cue.first - 1] if self.cue.first > self.start else ""
        if self.left and self.own and self.scene.folds[self.left[0]] in self.lex.sets["first_person"]:
            return self.left[1] - self.left[0] == 1
        return before in self.lex.sets["first_person"]

    def made(self, first: int, last: int, source: Span | None, rule: str, implied: bool = False) -> Draft | None:
        first = trim_start(self.scene, self.lex, first, last)
        last = trim_end(self.scene, first, last)
        if self.scene.words(first, last) < LEAST:
            return None
        cue = self.cue
        return Draft(
            first,
            last,
            (cue.first, cue.last),
            source,
            "indirect",
            cue.stance(*STANCE.get(rule, ())),
            rule,
            implied,
            cue.first,
        )

    def to_end(self, start: int) -> int:
        limit = self.end
        if self.lex.data.gerund_tags and self.lex.tagged(self.scene.folds[self.cue.first], self.lex.data.gerund_tags):
            limit = min([c.first for c in self.cues if c.first > start] + [limit])  # "apelując o spokój stwierdził"
        return content_end(self.scene, self.lex, start, limit, self.cues)

    # ----------------------------------------------------------------- constructions

    def passive(self) -> Draft | None:
        """ "was accused of theft by the court", "is expected to rise", "the death is reported"."""
        k = self.cue.first - 1
        while k >= self.start and self.lex.adverb(self.scene.folds[k]):
            k -= 1
        if k < self.start or not self.lex.has("passive_auxiliaries", self.scene.folds[k]):
            return None
        if self.cue.last - self.cue.first > 1:
            return None
        form = self.scene.folds[self.cue.first]
        if not self.lex.participle(form):
            return None
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

    def agent(self) -> Span | None:
        """The speaker of a passive: "by the court"."""
        for i in range(self.cue.last, min(self.end, self.cue.last + 10)):
            if self.lex.has("agents", self.scene.folds[i]):
                return subject_after(self.scene, self.lex, i + 1, self.end)
        return None

    def impersonal(self) -> Draft | None:
        """ "it was reported that", "сообщается, что": nobody is named."""
        if not self.cue.takes("impersonal"):
            return None
        clause = joining(self.scene, self.lex, self.cue, self.end, self.others)
        if clause is None and self.cue.takes("prep"):
            clause = self.preposition()
        if clause is None and self.cue.takes("bare"):
            clause = self.cue.last
        return self.made(clause, self.to_end(clause), self.rumour(), "impersonal") if clause else None

    def rumour(self) -> Span | None:
        """Rumours are their own source."""
        for i in range(self.cue.first, self.cue.last):
            if self.lex.has("rumours", self.scene.folds[i]):
                return i, i + 1
        return self.place()

    def joined(self) -> Draft | None:
        """A clause opened by "that"."""
        if not (self.cue.takes("that") or self.cue.takes("bare")):
            return None
        clause = joining(self.scene, self.lex, self.cue, self.end, self.others)
        if clause is None:
            return None
        if self.cue.takes("noun"):
            holder = self.holder(clause)
            return self.made(clause, self.to_end(clause), holder, "noun.that") if holder else None
        source = self.source()
        return self.made(clause, self.to_end(clause), source, "that", implied=source is None)

    def holder(self, clause: int) -> Span | None:
        """Whose statement: "his claim that", "заявление министра о том, что"."""
        before = self.cue.first - 1
        if before >= self.start and self.scene.folds[before] in self.lex.pronouns:
            return before, before + 1
        between = (self.cue.last, clause - 1)
        if between[1] - between[0] < 1 or not self.scene.word(between[0]):
            return None
        found = source_phrase(self.scene, self.lex, *between)
        return (
            found
            if found
            and any(self.scene.name_at[i] or self.lex.roles.longest(self.scene.folds, i) for i in range(*found))
            else None
        )

    def source(self) -> Span | None:
        """The subject: in the cue's clause, else behind the cue, else in an earlier clause."""
        if self.left and self.own:
            return self.left
        return subject_after(self.scene, self.lex, self.cue.last, self.end) or self.left or self.place()

    def place(self) -> Span | None:
        """A body that speaks, after a preposition of place: "в МВД заявили"."""
        return place(self.scene, self.lex, region_left(self.scene, self.lex, self.cue.first, self.start)[-1])

    def preposition(self) -> int | None:
        """The first of the cue's own prepositions behind it, in the same clause."""
        for i in range(self.cue.last, min(self.end, self.cue.last + 8)):
            word = self.scene.folds[i]
            if any(word in row.preps for row in self.cue.rows):
                return i
            if not self.scene.word(i) and self.scene.within[i] is None:
                return None
        return None

    def prepositional(self) -> Draft | None:
        """ "called for calm", "обвинил полицию в бездействии"."""
        if not self.cue.takes("prep"):
            return None
        first = self.preposition()
        if first is None:
            return None
        source = self.left if self.left and self.own else self.source()
        return self.made(first, self.to_end(first), source, "preposition", implied=source is None)

    def around(self) -> Draft | None:
        """The cue stands behind or inside what is said: "..., said the minister"."""
        if not self.cue.takes("speech"):
            return None
        parts = region_left(self.scene, self.lex, self.cue.first, self.start)
        first = parts[-1][0]
        source = noun_phrase(self.scene, self.lex, parts[-1])
        behind = subject_after(self.scene, self.lex, self.cue.last, self.end) if source is None else None
        speaker = source or behind
        if speaker is None or not speaks(self.scene, self.lex, speaker):
            return None
        if source and self.cue.takes("prep") and self.scene.word(min(self.cue.last, self.end - 1)):
            return None
        border = first - 1
        if border <= self.start or not (self.scene.folds[border] == "," or self.scene.dash(border)):
            return None
        last = self.closing(behind[1] if behind else self.cue.last)
        if last is None:
            return None
        cited = any(0 <= c.cue_at - last <= 2 for c in self.scene.citing)
        more = not cited and last < self.end and self.scene.words(last, self.end) > 1 and self.scene.folds[last] == ","
        begin = trim_start(self.scene, self.lex, self.start, border)
        if more and self.scene.words(self.start, border) <= 2:
            begin = trim_start(self.scene, self.lex, self.start, last + 2)
            begin = last if begin > border else begin
        stop = self.to_end(last + 1) if more else border
        return self.made(begin, stop, speaker, "around")

    def closing(self, i: int) -> int | None:
        """The sign that ends the cue's own clause; None where an object follows."""
        i = skip_asides(self.scene, self.lex, i, self.end)
        for k in range(i, min(self.end, i + 9)):
            sign = self.scene.folds[k]
            if sign == "," or self.scene.dash(k) or (sign in ENDS and k + 1 in self.scene.breaks):
                return k
            if k == i and self.scene.word(k) and not self.lex.has("prepositions", sign):
                return None
        return self.end if self.end - i < 9 else None

    def following(self) -> Draft | None:
        """What follows the cue is what is said: an object, an infinitive, a bare clause."""
        takes = self.cue.takes
        if takes("noun"):
            return None
        if not (takes("rest") or takes("bare") or (takes("inf") and self.infinitive())):
            return None
        source = self.left or (self.place() if takes("rest") else None)
        if (
            takes("inf")
            and not (takes("bare") or takes("rest"))
            and source
            and not speaks(self.scene, self.lex, source)
        ):
            return None
        if source is None and takes("bare") and not takes("rest"):
            return None
        first = skip_asides(self.scene, self.lex, self.cue.last, self.end)
        if takes("told"):
            first = self.hearer(first)
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

    def hearer(self, i: int) -> int:
        """Over the one spoken to: "told the newspaper"."""
        if i >= self.end:
            return i
        name = self.scene.name_at[i]
        if name is not None:
            while i < self.end and self.scene.name_at[i] is name:
                i += 1
            return i
        return i + 2 if self.lex.has("determiners", self.scene.folds[i]) else i + 1

    def infinitive(self) -> bool:
        i = skip_asides(self.scene, self.lex, self.cue.last, self.end)
        if i >= self.end:
            return False
        word = self.scene.folds[i]
        data = self.lex.data
        if data.infinitive_tags:
            return self.lex.tagged(word, data.infinitive_tags)
        if not self.lex.has("infinitive_marks", word) or i + 1 >= self.end:
            return False
        return not data.infinitive_endings or self.scene.folds[i + 1].endswith(data.infinitive_endings)
