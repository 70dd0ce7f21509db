"""Which name a source stands for: pronouns, roles, bare surnames, and speakers left unsaid."""

from bisect import bisect_left
from typing import NamedTuple

from rashomon.annotate.quotes.descriptions import described, plural
from rashomon.annotate.quotes.heads import mute
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Draft, Scene, Span
from rashomon.model import Name, Ref
from rashomon.text import fold, squeeze

BACK = 2  # sentences before its own in which a pronoun looks for its subject
NEAR = 300  # names: a role or pronoun does not reach further back


class Meant(NamedTuple):
    """Whom a source stands for: a name, or the words that describe a speaker who has none."""

    ref: Ref = None
    words: str | None = None


def resolve(scene: Scene, drafts: list[tuple[Draft, Lexicon]]) -> list[Meant]:
    """The name or description each draft's source stands for, in the order of ``drafts`` (by cue position)."""
    speakers = _Speakers(scene)
    return [speakers.of(draft, lex) for draft, lex in drafts]


class _Speakers:
    """Remembers who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names = sorted(scene.view.names, key=lambda n: (n.start, n.end))
        self.last: Name | None = None
        self.genders: dict[str, str] = {}  # by surname
        self.said: dict[int, Name] = {}  # who spoke last in the sentence that begins with this token
        self.unnamed: Span | None = None  # who spoke last, where no name is known: "a spokesman"

    def of(self, draft: Draft, lex: Lexicon) -> Meant:
        if self.taken_up(draft, lex):
            return Meant(words=self.words())
        found = self.find(draft, lex)
        if found is not None:
            self.last, self.unnamed = found, None
            self.learn(draft, found, lex)
            here = self.scene.view.sentence_at(self.scene.view.tokens[draft.cue_at].start)
            if here is not None:
                self.said[here.first] = found
            return Meant((found.start, found.end))
        if draft.source is not None:
            self.last, self.unnamed = None, draft.source
        return Meant()

    def words(self) -> str | None:
        if self.unnamed is None:
            return None
        tokens = self.scene.view.tokens
        return squeeze(self.scene.view.text[tokens[self.unnamed[0]].start : tokens[self.unnamed[1] - 1].end])

    def taken_up(self, draft: Draft, lex: Lexicon) -> bool:
        """Does one without a name go on, right after: "A spokesman said ... | He added", "Rzecznik podał ... | Dodał"?"""
        if self.unnamed is None or mute(self.scene, lex, self.unnamed):
            return False
        if draft.source is not None:
            single = draft.source[1] - draft.source[0] == 1
            kind = lex.pronouns.get(self.scene.folds[draft.source[0]]) if single else None
            if kind is None or kind[1] != "s" or plural(self.scene, lex, self.unnamed):
                return False
        elif not draft.implied:
            return False
        if self.unnamed[0] > draft.cue_at:
            return False
        tokens = self.scene.view.tokens
        start, end = tokens[self.unnamed[1] - 1].end, tokens[(draft.source or draft.cue or (draft.first,))[0]].start
        between = self.scene.view.text.count("\n\n", start, end)
        return between == 0 and not any(n.kind == "person" for n in self.within(start, end))

    def learn(self, draft: Draft, name: Name, lex: Lexicon) -> None:
        """ "сказала Пелоси": the verb tells the gender that the name hides."""
        gender = lex.verb_gender(self.scene.folds[draft.cue[0]]) if draft.cue and draft.source else None
        if gender and name.kind == "person":
            self.genders.setdefault(_surname(name), gender)

    def fits(self, name: Name, gender: str, lex: Lexicon) -> bool:
        """May a pronoun of this gender stand for this name? Unknown gender fits."""
        if gender not in ("m", "f"):
            return True
        known = gender_of(name, lex) or self.genders.get(_surname(name))
        return known is None or known == gender

    def find(self, draft: Draft, lex: Lexicon) -> Name | None:
        if draft.source is None:
            return (self.last or self.just_named(draft.cue_at)) if draft.implied else None
        named = self.named(draft.source, lex, draft.rule != "according")
        if named is not None:
            return named
        words = [self.scene.folds[i] for i in range(*draft.source) if self.scene.word(i)]
        if len(words) == 1 and words[0] in lex.pronouns:
            return self.pronoun(draft.source, lex, *lex.pronouns[words[0]])
        return described(self.scene, lex, draft.source, self.before(draft.source[0]))

    def owner(self, name: Name, source: Span, lex: Lexicon, cased: bool) -> bool:
        """Is the person only whom the speaker belongs to: "Kovar's lawyer", "адвокат Громова", "il portavoce di Ferri"?"""
        tokens, folds = self.scene.view.tokens, self.scene.folds
        at = self.scene.view.token_at(name.start)
        last = self.scene.view.token_at(name.end - 1) + 1
        if at <= source[0]:
            return last + 1 < source[1] and folds[last] in "'’" and folds[last + 1] == "s"
        if lex.data.subject_tags:
            return cased and bool(name.lemma) and fold(name.lemma or "") != fold(name.text)
        return lex.has("inner", folds[at - 1]) and tokens[at - 1].kind == "word"

    def headed(self, source: Span, lex: Lexicon) -> bool:
        """Is the speaker one person of a body: "the head of the Red Cross", "глава МЧС"?"""
        for i in range(*source):
            match = lex.posts.longest(self.scene.folds, i) if self.scene.name_at[i] is None else None
            if match and match[0] <= source[1]:
                return True
        return False

    def of_body(self, source: Span, lex: Lexicon) -> bool:
        """Is the speaker somebody of a body: "собеседники агентства", "a Reuters correspondent"?"""
        for i in range(*source):
            match = lex.roles.longest(self.scene.folds, i) if self.scene.name_at[i] is None else None
            if match and match[0] <= source[1] and match[1] != "o":
                return True
        return False

    def named(self, source: Span, lex: Lexicon, cased: bool) -> Name | None:
        """A person inside the source words, else the first body, else a place that stands alone."""
        seen: list[Name] = []
        for i in range(*source):
            name = self.scene.name_at[i]
            if name is not None and name not in seen:
                seen.append(name)
        people = [n for n in seen if n.kind == "person" and not self.owner(n, source, lex, cased)]
        if people:
            return people[-1]
        bodies = [n for n in seen if n.kind == "org"]
        if bodies and (self.headed(source, lex) or self.of_body(source, lex)):
            return None
        if bodies:
            return bodies[0]
        tokens = self.scene.view.tokens
        if len(seen) == 1 and tokens[source[1] - 1].end == seen[0].end:
            alone = seen[0].start <= tokens[source[0]].start
            article = self.scene.words(*source) == 2 and len(self.scene.folds[source[0]]) <= 3
            return seen[0] if alone or article else None
        return None

    def just_named(self, at: int) -> Name | None:
        """The only person of the sentence before: "Minister Sowa came. Stressed that ..."."""
        here = self.scene.view.sentence_at(self.scene.view.tokens[at].start)
        if here is None:
            return None
        sentences = self.scene.view.sentences
        last = bisect_left(sentences, here.start, key=lambda sentence: sentence.start)
        before = [s for s in sentences[max(0, last - 1) : last] if s.paragraph == here.paragraph]
        names = self.scene.view.placed(self.names).begin(before[-1].start, here.start) if before else []
        people = [n for n in names if n.kind == "person"]
        return people[0] if len({n.text for n in people}) == 1 else None

    def before(self, at: int) -> list[Name]:
        start = self.scene.view.tokens[at].start
        last = bisect_left(self.names, start, key=lambda name: name.start)
        return [n for n in self.names[max(0, last - NEAR) : last] if n.end <= start]

    def pronoun(self, source: Span, lex: Lexicon, gender: str, number: str) -> Name | None:
        """The subject or speaker of the nearest sentence whose gender fits; "they" only a body that has just spoken."""
        if number == "p":
            return self.last if self.last is not None and self.last.kind == "org" else None
        kind = "org" if gender == "n" else "person"
        near = self.nearest(source[0], kind, gender, lex)
        if near is not None:
            return near
        if self.last is not None and self.last.kind == kind and self.fits(self.last, gender, lex):
            return self.last
        fitting = (n for n in reversed(self.before(source[0])[-12:]) if n.kind == kind and self.fits(n, gender, lex))
        return next(fitting, None) if kind == "person" else None

    def nearest(self, at: int, kind: str, gender: str, lex: Lexicon) -> Name | None:
        """Going back over the sentences: who spoke in it, else its first name in the subject case."""
        sentences, start = self.scene.view.sentences, self.scene.view.tokens[at].start
        k = bisect_left(sentences, start + 1, key=lambda sentence: sentence.start) - 1
        for here in sentences[max(0, k - BACK) : k + 1][::-1]:
            spoke = self.said.get(here.first)
            if spoke is not None and spoke.start < start and spoke.kind == kind and self.fits(spoke, gender, lex):
                return spoke
            inside = [
                n for n in self.within(here.start, min(here.end, start)) if n.kind == kind and self.fits(n, gender, lex)
            ]
            leading = [n for n in inside if self.leads(n, lex)]
            if leading:
                return leading[0]
        return None

    def within(self, start: int, end: int) -> list[Name]:
        first = bisect_left(self.names, start, key=lambda name: name.start)
        last = bisect_left(self.names, end, key=lambda name: name.start)
        return [n for n in self.names[first:last] if n.end <= end]

    def leads(self, name: Name, lex: Lexicon) -> bool:
        """May this name be a subject: outside marks, in its base form, behind no preposition?"""
        at = self.scene.view.token_at(name.start)
        if self.scene.within[at] is not None or (at and lex.has("prepositions", self.scene.folds[at - 1])):
            return False
        return not lex.data.subject_tags or not name.lemma or fold(name.lemma) == fold(name.text)


def _surname(name: Name) -> str:
    return fold(name.lemma or name.text).split()[-1]


def gender_of(name: Name, lex: Lexicon) -> str | None:
    """Gender of a person by given name (lists, dictionary), else by role; None unknown."""
    for word in (name.lemma or name.text).casefold().split():
        if lex.has("male_names", word):
            return "m"
        if lex.has("female_names", word):
            return "f"
        for parse in lex.pack.parses(word):
            if parse.known and "Name" in parse.tags:
                return "f" if "femn" in parse.tags else "m"
    return None
