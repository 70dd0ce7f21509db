"""Direct speech: marked passages with their cue before, after or inside, and speech after a dash."""

from rashomon.annotate.quotes.clauses import trim_start
from rashomon.annotate.quotes.headings import heading_speaker
from rashomon.annotate.quotes.heads import leads
from rashomon.annotate.quotes.marks import Marked
from rashomon.annotate.quotes.phrases import noun_phrase
from rashomon.annotate.quotes.scene import ENDS, Cue, Draft, Scene, Span, Unit, between
from rashomon.annotate.quotes.subjects import cited_speaker, region_left, subject_after, subject_before

REACH = 26  # words from a closing mark to its cue
SAID = 3  # words of a marked passage that may be speech after a cue
OPEN = ("direct.partly", "around")  # speech only partly in marks may go on in full
TITLE = 6  # words of a marked passage that may be the name of a programme
ALONE = 5  # words of a marked sentence that stands without any cue


def find_direct(scene: Scene, unit: Unit, cues: list[Cue], earlier: list[Draft]) -> list[Draft]:
    """Direct quotes of a unit, in order; ``earlier`` are those of the units before (for speech that goes on)."""
    drafts: list[Draft] = []
    for mark in scene.openings(unit.first, unit.last):
        reading = _Marks(scene, unit, cues, mark)
        last = next((d for d in reversed([*earlier, *drafts]) if d.kind == "direct" or d.rule in OPEN), None)
        found = reading.before() or reading.after() or reading.inside()
        if last is not None and found is None and reading.goes_on(last):
            last.last = mark.last
            continue
        found = found or reading.alone()
        if found is not None:
            drafts.append(found)
    return drafts


class _Marks:
    """One marked passage and what stands around it."""

    def __init__(self, scene: Scene, unit: Unit, cues: list[Cue], mark: Marked) -> None:
        self.scene, self.unit, self.lex, self.mark = scene, unit, unit.lex, mark
        self.start = scene.sentence_start(mark.open, unit.first)
        self.end = scene.sentence_end(mark.close, unit.last)
        self.cues = between(cues, self.start, self.end)
        self.size = scene.words(mark.first, mark.last)

    def made(self, cue: Cue | Span, source: Span | None, rule: str) -> Draft:
        stance = cue.stance("speech") if isinstance(cue, Cue) else "asserts"
        at = (cue.first, cue.last) if isinstance(cue, Cue) else cue
        self.scene.taken.add(at[0])
        last = self.mark.last
        if self.scene.folds[last - 1] == "," and last - 1 > self.mark.first:
            last -= 1
        return Draft(self.mark.first, last, at, source, "direct", stance, rule, source is None, at[0])

    def before(self) -> Draft | None:
        """ "X said: «...»", "he said, “...”", "ha detto «...»"."""
        at = self.mark.open - 1
        sign = self.scene.folds[at] if at >= self.start else ""
        if at < self.start or (self.size < SAID and sign != ":" and not self.exclaimed()):
            return None
        colon, comma = sign == ":", sign == ","
        reach = 25 if colon else 12
        near = [c for c in self.cues if self.start <= c.first and c.last <= at + 1 and at - c.last < reach]
        near = [c for c in near if self.scene.within[c.first] is None and not self.bracketed(c, at)]
        near = [c for c in near if c.first not in self.scene.taken or sign == ":"]
        near = [c for c in near if not c.takes("noun")] or near
        spoken = [c for c in near if c.takes("speech") or c.takes("that") or c.takes("quote")]
        if not colon and (not spoken or not (comma or spoken[-1].last == at + 1)):
            return None
        if not colon and not comma and self.partly():
            return None
        if not near:
            return self.unspoken(at) if colon else None
        cue = (spoken or near)[-1]
        source, own = subject_before(self.scene, self.lex, cue, self.start)
        if source is None or not own:
            source = subject_after(self.scene, self.lex, cue.last, at + 1) or source
        return self.made(cue, source, "direct.before")

    def exclaimed(self) -> bool:
        """ "He said, “We lost.”": short speech that is a sentence of its own."""
        return self.size > 0 and self.scene.folds[self.mark.last - 1] in ENDS and self.scene.upper(self.mark.first)

    def bracketed(self, cue: Cue, at: int) -> bool:
        """A cue inside brackets that close before the passage is not its cue."""
        signs = self.scene.folds[cue.last : at]
        return ")" in signs and "(" not in signs

    def partly(self) -> bool:
        """A marked passage that the sentence goes on behind is a part of indirect speech."""
        after = self.mark.close + 1
        inner = self.scene.folds[self.mark.last - 1]
        return after < self.end and self.scene.word(after) and inner not in ".!?…,"

    def unspoken(self, colon: int) -> Draft | None:
        """A colon alone: "The minister: «...»"."""
        if self.size < ALONE - 1 or not self.scene.upper(self.mark.first) if self.mark.first < self.mark.last else True:
            return None
        if self.unit.heading and heading_speaker(self.scene, self.unit, colon) is None:
            return None
        parts = region_left(self.scene, self.lex, colon, self.start)
        part = parts[0]
        names = [i for i in range(*part) if (n := self.scene.name_at[i]) is not None and n.kind != "place"]
        if not names:
            role = noun_phrase(self.scene, self.lex, part)
            if role and not any(self.lex.roles.longest(self.scene.folds, i) for i in range(*role)):
                return None  # a place alone: "Trieste: «...»"
            return (
                self.made((colon, colon + 1), role, "direct.colon")
                if role and leads(self.scene, self.lex, role) and self.scene.folds[role[0]] not in self.lex.pronouns
                else None
            )
        name = self.scene.name_at[names[0]]
        if name is None or (name.kind != "person" and len(parts) > 1):
            return None  # "Volna, a day of mourning: «...»"
        last = names[0]
        while last < part[1] and self.scene.name_at[last] is name:
            last += 1
        return self.made((colon, colon + 1), (names[0], last), "direct.colon")

    def after(self) -> Draft | None:
        """ "«...», — заявил X", "“...,” X said"."""
        i, limit = self.mark.close + 1, min(self.end, self.mark.close + 1 + REACH)
        inner = self.scene.folds[self.mark.last - 1]
        parted = inner in ",.!?…"
        while i < limit and not self.scene.word(i):
            parted = parted or self.scene.folds[i] in ",!?…" or self.scene.dash(i)
            if self.scene.folds[i] in "(;:" or self.scene.within[i] is not None:
                return None
            i += 1
        opening = (
            self.mark.open == self.start
            or self.scene.folds[self.mark.open - 1] in ",:"
            or self.scene.dash(self.mark.open - 1)
        )
        if not opening and inner not in ",.!?…":
            return None
        if not parted and not (opening and self.size >= SAID):
            return None
        for cue in self.cues:
            if (
                cue.first < i
                or cue.first >= limit
                or not (cue.takes("speech") or cue.takes("that") or cue.takes("quote"))
            ):
                continue
            if cue.first in self.scene.taken or not self.reaches(i, cue.first):
                return None
            cited = cited_speaker(self.scene, self.lex, cue.first, self.end)
            if cited:
                return self.made(cue, cited, "direct.after")
            source = noun_phrase(self.scene, self.lex, region_left(self.scene, self.lex, cue.first, i)[0])
            source = source or subject_after(self.scene, self.lex, cue.last, self.end)
            if opening:
                return self.made(cue, source, "direct.after")
            loose = source is None or self.lex.has("prepositions", self.scene.folds[i])
            return None if loose else self.whole(cue, source)
        return self.unlisted(i) if self.scene.dash(i - 1) else self.spoken_by(i)

    def whole(self, cue: Cue, source: Span | None) -> Draft:
        """ "The bridge is “past repair,” the engineer said": a part in marks, the clause around it is the content."""
        draft = self.made(cue, source, "direct.partly")
        first = trim_start(self.scene, self.lex, self.start, self.mark.open)
        others = [
            c.last for c in self.cues if self.start <= c.first < self.mark.open and c.first not in self.scene.taken
        ]
        joined = [k for k in range(first, self.mark.open) if self.lex.has("conjunctions", self.scene.folds[k])]
        if others:  # "are asked to choose, and | the panel is “full of friends,” Hale said"
            joined = [k + 1 for k in joined if k > others[-1] and self.scene.folds[k - 1] == ","]
            if not joined:
                return draft
            first = joined[-1]
        if not any(self.scene.dash(k) or self.scene.folds[k] in ";:" for k in range(first, self.mark.open)):
            draft.first, draft.kind = first, "indirect"
            draft.last = self.mark.close + 1
        return draft

    def spoken_by(self, i: int) -> Draft | None:
        """ "“It was hell,” grinned Hale", "“Keep out,” it read": behind a comma inside the marks any verb is a cue."""
        if self.lex.data.subject_tags or not self.opening() or self.size < SAID or i + 1 >= self.end:
            return None
        if self.scene.folds[self.mark.last - 1] not in ",!?" or self.scene.upper(i) != bool(self.scene.name_at[i]):
            return None
        first = self.scene.name_at[i]
        k = i + 1
        while first is not None and k < self.end and self.scene.name_at[k] is first:
            k += 1
        pronoun = self.scene.folds[i] in self.lex.pronouns and not self.lex.has("determiners", self.scene.folds[i])
        if (first is not None and first.kind == "person") or pronoun:
            return self.made((k, k + 1), (i, k), "direct.unlisted") if self.verb(k) else None
        name = self.scene.name_at[i + 1]
        if name is None or name.kind != "person" or not self.verb(i):
            return None
        return self.made((i, i + 1), subject_after(self.scene, self.lex, i + 1, self.end), "direct.unlisted")

    def verb(self, i: int) -> bool:
        """May this unlisted word be a verb of saying? In English and Italian by what it is not."""
        word = self.scene.folds[i] if i < self.end else ""
        small = ("prepositions", "conjunctions", "but", "determiners", "relatives", "auxiliaries", "time_words")
        known = any(self.lex.has(kind, word) for kind in small) or self.lex.adverb(word) or word in self.lex.pronouns
        return self.scene.word(i) and not known and not self.scene.upper(i)

    def opening(self) -> bool:
        return self.mark.open == self.start or self.scene.folds[self.mark.open - 1] in ",:"

    def reaches(self, start: int, cue: int) -> bool:
        """Nothing but one subject stands between the closing mark and the cue."""
        commas = sum(self.scene.folds[k] == "," for k in range(start, cue))
        others = any(
            self.scene.folds[k] in ":;" or self.lex.that.longest(self.scene.folds, k) for k in range(start, cue)
        )
        joins = self.lex.has("conjunctions", self.scene.folds[start])  # "“a bad witness,” and then tweeted that"
        return not others and not joins and commas in (0, 2)

    def unlisted(self, i: int) -> Draft | None:
        """ "«...», — улыбнулся Петров": after a dash any verb with a speaker is a cue."""
        source = subject_after(self.scene, self.lex, i + 1, self.end)
        if source is None or source[0] - i > 3 or not (self.lex.tagged(self.scene.folds[i], self.lex.data.finite_tags)):
            return None
        return self.made((i, i + 1), source, "direct.unlisted")

    def inside(self) -> Draft | None:
        """The cue stands inside the marks: "«..., — сказал X. — ...»"."""
        if self.size < SAID + 3:
            return None
        for cue in self.cues:
            if not (self.mark.first < cue.first < self.mark.last) or not (cue.takes("speech") or cue.takes("quote")):
                continue
            turn = cue.first - 1
            while self.lex.has("auxiliaries", self.scene.folds[turn]):  # "– ha detto al giornale –"
                turn -= 1
            if not self.scene.dash(turn) or not (
                self.scene.folds[turn - 1] in ",.!?…»"
                or any(self.scene.dash(k) for k in range(cue.last, min(self.mark.last, cue.last + 10)))
            ):
                continue
            source = subject_after(self.scene, self.lex, cue.last, self.mark.last)
            if source is not None or self.scene.folds[turn + 1] != self.scene.folds[cue.first]:
                return self.made(cue, source, "direct.inside")
        return None

    def goes_on(self, last: Draft) -> bool:
        """ "«...», said X. «...»": the speech goes on behind its cue clause."""
        if last.cue is None or last.cue[0] < last.last or last.rule not in ("direct.after", *OPEN):
            return False
        here = self.mark.open
        gap = range(last.cue[1], here + 1)
        inner = {id(m): m for k in gap[:-1] if (m := self.scene.within[k]) is not None}
        if not 0 < len(gap) < 45 or any(self.scene.words(m.first, m.last) > TITLE for m in inner.values()):
            return False
        ends = [k for k in gap if k in self.scene.breaks]
        if len(ends) > 1 or (ends and here not in self.scene.breaks):
            return False
        if not ends:
            return self.scene.folds[here - 1] in ",—–-:"
        if last.rule == "around" and not self.scene.openings(last.first, last.last):
            return False
        same = self.scene.view.sentence_at(self.scene.view.tokens[here].start)
        before = self.scene.view.sentence_at(self.scene.view.tokens[last.cue[0]].start)
        if same is None or before is None:
            return False
        return same.paragraph == before.paragraph or self.alone() is not None

    def alone(self) -> Draft | None:
        """A whole sentence in marks without a cue: what the last speaker goes on to say."""
        if self.unit.heading or self.mark.open != self.start or self.size < ALONE or self.end - self.mark.close > 2:
            return None
        closed = (
            self.scene.folds[self.mark.last - 1] in ENDS
            or self.scene.folds[min(self.mark.close + 1, self.unit.last - 1)] in ENDS
        )
        if not closed or not self.scene.upper(self.mark.first):
            return None
        return Draft(
            self.mark.first, self.mark.last, None, None, "direct", "asserts", "direct.alone", True, self.mark.open
        )
