"""A cue behind or inside what is said: "The road is closed, | said the minister"."""

from rashomon.annotate.quotes.attributed import clause_end, clause_start
from rashomon.annotate.quotes.clauses import trim_start
from rashomon.annotate.quotes.heads import leads
from rashomon.annotate.quotes.phrases import noun_phrase, place
from rashomon.annotate.quotes.reading import Reading
from rashomon.annotate.quotes.scene import Draft, Span
from rashomon.annotate.quotes.subjects import region_left, subject_after

APART = 5  # words before "said X," that make a clause of their own


class Around(Reading):
    """The construction that stands around its content."""

    def around(self) -> Draft | None:
        """The content before the cue clause, with what goes on behind it."""
        if not self.cue.takes("speech") or self.gerund():
            return None
        own = region_left(self.scene, self.lex, self.cue.first, self.start)[-1]
        source = noun_phrase(self.scene, self.lex, own)
        if self.relative(own) or (source is None and self.spoken_before()):
            return None
        behind = self.behind() if source is None else None
        speaker = source or behind
        if speaker is None or not leads(self.scene, self.lex, speaker):
            return None
        if source and self.cue.takes("prep") and self.scene.word(min(self.cue.last, self.end - 1)):
            return None
        border = own[0] - 1
        if border <= self.start or not (self.scene.folds[border] == "," or self.scene.dash(border)):
            return None
        last = self.closing(behind[1] if behind else self.told(self.cue.last))
        return None if last is None else self.framed(border, last, speaker, behind)

    def spoken_before(self) -> bool:
        """Does the subject stand before: "praised him and | promised help", "the lawyers, who came, | told"?"""
        joined = self.lex.has("conjunctions", self.scene.folds[self.cue.first - 1])
        return joined or bool(self.left and self.own)

    def behind(self) -> Span | None:
        """The speaker behind the cue: its subject, or a body in a place."""
        found = subject_after(self.scene, self.lex, self.cue.last, self.end)
        region = self.cue.last, clause_end(self.scene, self.cue.last, self.end)
        return found or place(self.scene, self.lex, region, True)

    def framed(self, border: int, last: int, speaker: Span, behind: Span | None) -> Draft | None:
        """The quote whose first part ends at ``border`` and whose cue clause ends at ``last``."""
        begin = trim_start(self.scene, self.lex, clause_start(self.scene, border, self.start), border)
        if self.lex.about.longest(self.scene.folds, begin):
            return None
        more = self.goes_on(last, behind)
        if more and self.scene.words(self.start, border) <= 2:
            begin = trim_start(self.scene, self.lex, self.start, last + 2)
            begin = last if begin > border else begin
        stop = self.to_end(last + 1) if more else border
        return self.made(begin, stop, speaker, "around")

    def goes_on(self, last: int, behind: Span | None) -> bool:
        """Does the content go on behind the cue clause?"""
        if last >= self.end or self.scene.folds[last] != "," or self.scene.words(last, self.end) <= 1:
            return False
        cited = any(0 <= c.cue_at - last <= 2 for c in self.scene.citing)
        return not cited and not (behind and self.apposed(last))

    def relative(self, part: Span) -> bool:
        """Is the cue's own clause one that hangs on a noun: ", che | chiede le dimissioni"?"""
        folds = self.scene.folds
        if any(self.lex.has("relatives", folds[i]) and not self.lex.has("determiners", folds[i]) for i in range(*part)):
            return True
        return self.lex.has("relatives", folds[part[0]]) or self.lex.has("asks", folds[part[0]])

    def apposed(self, comma: int) -> bool:
        """ "..., said Smith, head of the union": what follows the speaker tells who that is."""
        if self.scene.words(self.start, self.cue.first) < APART or comma + 2 >= self.end:
            return False
        after = self.scene.folds[comma + 1]
        if self.lex.has("determiners", after) or self.lex.has("relatives", after):
            return True
        if self.scene.view.tokens[comma + 1].kind == "number":
            return True
        head = range(comma + 1, min(comma + 5, self.end))
        return any(self.lex.roles.longest(self.scene.folds, k) for k in head)
