"""Which name a source stands for: pronouns, roles, bare surnames, and speakers left unsaid."""

from bisect import bisect_left

from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.scene import Draft, Scene, Span
from rashomon.model import Name, Ref
from rashomon.text import fold

NEAR = 300  # names: a role or pronoun does not reach further back


def resolve(scene: Scene, drafts: list[tuple[Draft, Lexicon]]) -> list[Ref]:
    """The name each draft's source stands for, in the order of ``drafts`` (by cue position)."""
    speakers = _Speakers(scene)
    return [speakers.of(draft, lex) for draft, lex in drafts]


class _Speakers:
    """Remembers who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names = sorted(scene.view.names, key=lambda n: (n.start, n.end))
        self.last: Name | None = None

    def of(self, draft: Draft, lex: Lexicon) -> Ref:
        found = self.find(draft, lex)
        if found is not None:
            self.last = found
            return found.start, found.end
        if draft.source is not None:
            self.last = None
        return None

    def find(self, draft: Draft, lex: Lexicon) -> Name | None:
        if draft.source is None:
            return (self.last or self.just_named(draft.cue_at)) if draft.implied else None
        named = self.named(draft.source, lex, draft.rule != "according")
        if named is not None:
            return named
        words = [self.scene.folds[i] for i in range(*draft.source) if self.scene.word(i)]
        if len(words) == 1 and words[0] in lex.pronouns:
            return self.pronoun(draft.source, lex, *lex.pronouns[words[0]])
        return self.role(draft.source, lex)

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
        if bodies and self.headed(source, lex):
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
        """The last speaker where gender and number fit, else the nearest fitting person before."""
        kinds = ("org",) if number == "p" or gender == "n" else ("person",)
        if self.last is not None and self.last.kind in kinds and fits(self.last, gender, lex):
            return self.last
        for name in reversed(self.before(source[0])[-12:]):
            if name.kind in kinds and fits(name, gender, lex):
                return name
        return None

    def role(self, source: Span, lex: Lexicon) -> Name | None:
        """ "the minister": the last person before who was given this role."""
        heads = {self.scene.folds[i][:6] for i in range(*source) if lex.roles.longest(self.scene.folds, i)}
        if not heads:
            return None
        bodies = {
            fold(n.text)[:5] for i in range(*source) if (n := self.scene.name_at[i]) is not None and n.kind == "org"
        }
        for name in reversed(self.before(source[0])):
            if name.kind != "person":
                continue
            role = fold(name.role or self.words_before(name))
            if not all(body in role for body in bodies):  # "the head of the Red Cross" is not any head
                continue
            if any(part[:6] in heads for part in role.replace("-", " ").split()):
                return name
        return None

    def words_before(self, name: Name) -> str:
        """Up to six words before a name in its clause, where a title may stand."""
        at = self.scene.view.token_at(name.start)
        out = []
        for i in range(at - 1, max(-1, at - 7), -1):
            if not self.scene.word(i) and self.scene.folds[i] not in "-":
                break
            out.append(self.scene.folds[i])
        return " ".join(out)


def fits(name: Name, gender: str, lex: Lexicon) -> bool:
    """May a pronoun of this gender stand for this name? Unknown gender fits."""
    if gender not in ("m", "f"):
        return True
    known = gender_of(name, lex)
    return known is None or known == gender


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
