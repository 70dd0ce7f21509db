"""What stands around one cue: its subject, the words that open its content, where that ends."""

from rashomon.annotate.quotes.clauses import BEYOND, content_end, skip_asides, trim_end, trim_start
from rashomon.annotate.quotes.heads import mute
from rashomon.annotate.quotes.phrases import place
from rashomon.annotate.quotes.scene import ENDS, Cue, Draft, Scene, Span, Unit, between
from rashomon.annotate.quotes.sources import source_phrase
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


class Reading:
    """One cue and what stands around it."""

    def __init__(self, scene: Scene, unit: Unit, cue: Cue, cues: list[Cue]) -> None:
        self.scene, self.unit, self.lex, self.cue = scene, unit, unit.lex, cue
        self.start = scene.sentence_start(cue.first, unit.first)
        self.end = scene.sentence_end(cue.last - 1, unit.last)
        self.cues = between(cues, self.start, self.end + BEYOND)
        self.others = {c.first for c in self.cues if c.first > cue.first and not c.takes("noun")}
        self.left, self.own = subject_before(scene, self.lex, cue, self.start)
        self.many = self.lex.plural(scene.folds[cue.last - 1]) or self.lex.plural(scene.folds[cue.first])
        if self.many and self.left and self.lone(self.left):
            self.left = None  # "Громова обвиняют": the one who is spoken of

    def lone(self, span: Span) -> bool:
        """Is this one person and no more?"""
        head = self.scene.folds[span[0]]
        if span[1] - span[0] == 1 and self.lex.roles.longest(self.scene.folds, span[0]) and self.lex.single(head):
            return True  # "сына назвали": one of whom others speak
        names = {id(n) for i in range(*span) if (n := self.scene.name_at[i]) is not None and n.kind == "person"}
        joined = any(self.lex.has("conjunctions", self.scene.folds[i]) for i in range(*span))
        bare = self.scene.name_at[span[0]] is not None  # "наблюдатели миссии Громова" are many
        return len(names) == 1 and not joined and bare

    def silent(self) -> bool:
        """The writer's or reader's own speech ("I think", "we note") is no report."""
        if (
            self.left
            and self.left[1] - self.left[0] == 1
            and self.lex.has("not_speakers", self.scene.folds[self.left[0]])
        ):
            return True
        nouns = self.lex.data.noun_tags  # "wyraził | nadzieję": a noun behind the verb has no voice of its own
        words = [self.scene.folds[i] for i in range(self.cue.first, self.cue.last)]
        if any(self.lex.own_voice(w) and not (k and self.lex.tagged(w, nouns)) for k, w in enumerate(words)):
            return True
        before = self.scene.folds[self.cue.first - 1] if self.cue.first > self.start else ""
        if self.left and self.own and self.scene.folds[self.left[0]] in self.lex.sets["first_person"]:
            return self.left[1] - self.left[0] == 1 or bool(self.lex.data.subject_tags)
        return before in self.lex.sets["first_person"]

    def made(self, first: int, last: int, source: Span | None, rule: str, implied: bool = False) -> Draft | None:
        first = trim_start(self.scene, self.lex, first, last)
        last = trim_end(self.scene, first, last)
        if self.scene.words(first, last) < (1 if rule == "that" else LEAST) or (
            source and mute(self.scene, self.lex, source)
        ):
            return None
        cue = self.cue
        if self.anaphor(first, last):
            return None
        stance = cue.stance(*STANCE.get(rule, ()))
        return Draft(
            first, last, (cue.first, cue.last), source, "indirect", stance, rule, implied and not self.many, cue.first
        )

    def anaphor(self, first: int, last: int) -> bool:
        """ "Об этом | уведомили": what is said stands elsewhere."""
        match = self.lex.about.longest(self.scene.folds, first)
        return match is not None and match[0] >= last

    def to_end(self, start: int) -> int:
        limit = self.asked(start)
        if self.lex.data.gerund_tags and self.gerund():
            limit = min([c.first for c in self.cues if c.first > start] + [limit])  # "apelując o spokój stwierdził"
        return content_end(self.scene, self.lex, start, limit, self.cues)

    def asked(self, start: int) -> int:
        """ "Asked if he would resign, | the mayor said no": a participle that opens the sentence ends at its comma."""
        word = self.scene.folds[self.cue.first]
        if self.cue.first != self.start or not self.lex.participle(word) or self.lex.data.subject_tags:
            return self.end
        commas = [k for k in range(start, self.end) if self.scene.folds[k] == ","]
        return next((k for k in commas if self.scene.within[k] is None), self.end)

    def agent(self) -> Span | None:
        """The speaker of a passive: "by the court"."""
        for i in range(self.cue.last, min(self.end, self.cue.last + 10)):
            if self.lex.has("agents", self.scene.folds[i]):
                return subject_after(self.scene, self.lex, i + 1, self.end)
        return None

    def rumoured(self) -> bool:
        """ "could not confirm reports that": words that go round without a speaker, next to their clause."""
        return self.lex.has("rumours", self.scene.folds[self.cue.last - 1]) or self.lex.has(
            "rumours", self.scene.folds[self.cue.first]
        )

    def rumour(self) -> Span | None:
        """Rumours are their own source."""
        for i in range(self.cue.first, self.cue.last):
            if self.lex.has("rumours", self.scene.folds[i]):
                return i, i + 1
        return self.place()

    def holder(self, clause: int) -> Span | None:
        """Whose statement: "his claim that", "заявление министра о том, что"."""
        before = self.cue.first - 1
        if before >= self.start and self.scene.folds[before] in self.lex.pronouns:
            return before, before + 1
        owner = self.scene.name_at[before - 2] if before - 2 >= self.start else None
        if owner is not None and self.scene.folds[before] == "s" and self.scene.folds[before - 1] in "'’":
            first = before - 2  # "Marsh's claim that"
            while first > self.start and self.scene.name_at[first - 1] is owner:
                first -= 1
            return first, before - 1
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

    def gerund(self) -> bool:
        """ "adding", "комментируя": a cue beside the verb of its sentence."""
        return self.lex.gerund(self.scene.folds[self.cue.first])

    def borrow(self, drafts: list[Draft]) -> None:
        """ "X said that A, and added that B": the speaker of the cue before in the same sentence."""
        head = self.scene.folds[self.cue.first - 1] if self.cue.first > self.start else ""
        if self.left and self.own and not self.lex.has("conjunctions", head):
            return
        joined = self.lex.has("conjunctions", head) or self.lex.has("auxiliaries", head) or head == ","
        earlier = [d for d in drafts if d.cue_at >= self.start and d.source]
        behind = subject_after(self.scene, self.lex, self.cue.last, self.end)
        named = behind and any(
            self.scene.name_at[i] or self.scene.folds[i] in self.lex.pronouns for i in range(*behind)
        )
        if joined and earlier and not named:
            self.left, self.own = earlier[-1].source, True

    def source(self) -> Span | None:
        """The subject: in the cue's clause, else behind the cue, else in an earlier clause."""
        if self.left and self.own:
            return self.left
        if self.cue.takes("told") and self.left:
            return self.left  # "but told | city leaders": who comes behind is the hearer
        return subject_after(self.scene, self.lex, self.cue.last, self.end) or self.left or self.place()

    def place(self) -> Span | None:
        """A body that speaks, after a preposition of place: "в МВД заявили"."""
        found = place(self.scene, self.lex, region_left(self.scene, self.lex, self.cue.first, self.start)[-1])
        if found and not self.cue.takes("that"):
            names = [n for i in range(*found) if (n := self.scene.name_at[i]) is not None]
            found = None if any(n.kind == "place" for n in names) else found  # "в Туле представили"
        return found

    def preposition(self) -> int | None:
        """The first of the cue's own prepositions behind it, in the same clause."""
        for i in range(self.cue.last, min(self.end, self.cue.last + 8)):
            word = self.scene.folds[i]
            if any(word in row.preps for row in self.cue.rows):
                return i
            if not self.scene.word(i) and self.scene.within[i] is None:
                return None
        return None

    def closing(self, i: int) -> int | None:
        """The sign that ends the cue's own clause; None where an object follows."""
        governed = i < self.end and self.lex.has("prepositions", self.scene.folds[i])  # "in a video message to voters"
        i = i if governed else skip_asides(self.scene, self.lex, i, self.end)
        for k in range(i, min(self.end, i + 9)):
            sign = self.scene.folds[k]
            if sign == ":":
                return None
            if sign in ",;" or self.scene.dash(k) or (sign in ENDS and k + 1 in self.scene.breaks):
                return k
            if k == i and self.lex.gerund(sign):  # "..., said the mayor | adding to the confusion"
                return k
            if k == i and self.scene.word(k) and not self.lex.has("prepositions", sign):
                return None
        return self.end if self.end - i < 9 else None

    def told(self, i: int) -> int:
        """Over the hearer of a cue that tells somebody: "officials told | our reporter"."""
        if not self.cue.takes("told") or self.scene.folds[min(i, self.end - 1)] in ",.;":
            return i
        return self.hearer(i)

    def hearer(self, i: int) -> int:
        """Over the one spoken to: "told the newspaper"."""
        if i >= self.end:
            return i
        name = self.scene.name_at[i]
        if name is not None:
            while i < self.end and self.scene.name_at[i] is name:
                i += 1
            if i + 1 < self.end and self.scene.folds[i] in "'’" and self.scene.folds[i + 1] == "s":
                i += 2  # "told ABC's “Morning Show” on Monday"
            mark = self.scene.opened.get(i)
            return mark.close + 1 if mark is not None and self.scene.words(mark.first, mark.last) <= 4 else i
        return i + 2 if self.lex.has("determiners", self.scene.folds[i]) else i + 1

    def infinitive(self) -> bool:
        i = skip_asides(self.scene, self.lex, self.cue.last, self.end)
        if i >= self.end:
            return False
        word = self.scene.folds[i]
        data = self.lex.data
        if data.infinitive_tags:
            return self.lex.tagged(word, data.infinitive_tags)
        if not data.infinitive_marks:  # "aseguró | haber visto a dos hombres"
            return bool(data.infinitive_endings) and word.endswith(data.infinitive_endings)
        if not self.lex.has("infinitive_marks", word) or i + 1 >= self.end:
            return False
        return not data.infinitive_endings or self.scene.folds[i + 1].endswith(data.infinitive_endings)
