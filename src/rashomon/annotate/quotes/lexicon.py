"""What the quote finder compiles from a pack: cue tables and small word sets."""

from dataclasses import dataclass

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.quotes import Cues, QuotesData
from rashomon.text import fold

__all__ = ["Cues", "Lexicon", "lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words for reporting."""

    pack: Pack
    data: QuotesData
    cues: PhraseTable[Cues]
    according: PhraseTable[str]
    about: PhraseTable[bool]
    cites: PhraseTable[bool]
    as_words: PhraseTable[bool]
    roles: PhraseTable[str]
    mute: PhraseTable[bool]
    posts: PhraseTable[bool]
    that: PhraseTable[bool]
    openers: PhraseTable[bool]
    pronouns: dict[str, tuple[str, str]]
    sets: dict[str, frozenset[str]]

    def has(self, kind: str, word: str) -> bool:
        """Is ``word`` (folded) in the word set ``kind`` of quotes.toml?"""
        return word in self.sets[kind]

    def adverb(self, word: str) -> bool:
        """A word that may stand between subject and cue without meaning for us."""
        if word in self.sets["adverbs"]:
            return True
        return len(word) > 4 and word.endswith(self.data.adverb_endings) and not self.roles.longest([word], 0)

    def participle(self, word: str) -> bool:
        """May this form stand in a passive ("is said", "è stato riferito")?"""
        return word in self.sets["participles"] or (
            bool(self.data.participle_endings) and word.endswith(self.data.participle_endings)
        )

    def gerund(self, word: str) -> bool:
        """ "adding", "комментируя": a verb beside the verb of its sentence."""
        endings = self.data.gerund_endings
        return self.tagged(word, self.data.gerund_tags) or (bool(endings) and len(word) > 5 and word.endswith(endings))

    def adjunct(self, word: str) -> bool:
        """A gerund or a participle, whose words describe and do not speak: "speaking to reporters"."""
        return self.gerund(word) or (bool(self.data.adjunct_tags) and self.only(word, self.data.adjunct_tags))

    def pronoun_subject(self, word: str) -> bool:
        """Is a pronoun in the subject case ("они"), not an object or owner ("его")?"""
        parses = self.pack.parses(word)
        return not parses or any(
            not p.tags.isdisjoint(self.data.subject_tags) and not p.tags.isdisjoint(self.data.noun_tags) for p in parses
        )

    def plural(self, word: str) -> bool:
        """Is this verb only a plural ("обвиняют")? False without dictionary."""
        verbs = [p for p in self.pack.parses(word) if not p.tags.isdisjoint(self.data.finite_tags)]
        return bool(verbs and self.data.plural_tags) and all(
            not p.tags.isdisjoint(self.data.plural_tags) for p in verbs
        )

    def reports(self, word: str) -> bool:
        """Has ``word`` a reading as a verb of which somebody else is the subject?"""
        return any(
            not p.tags.isdisjoint(self.data.finite_tags) and p.tags.isdisjoint(self.data.own_voice_tags)
            for p in self.pack.parses(word)
        )

    def single(self, word: str) -> bool:
        """Is this noun a singular in every reading as a subject? False without dictionary."""
        nouns = [p for p in self.pack.parses(word) if not p.tags.isdisjoint(self.data.noun_tags)]
        subjects = [p for p in nouns if not p.tags.isdisjoint(self.data.subject_tags)]
        return bool(subjects) and all(p.tags.isdisjoint(self.data.plural_tags) for p in subjects)

    def verb_gender(self, word: str) -> str | None:
        """ "сказала": f, "сказал": m; None where the form does not tell."""
        data = self.data
        verbs = [p for p in self.pack.parses(word) if not p.tags.isdisjoint(data.finite_tags)]
        for gender, tags in (("f", data.feminine_tags), ("m", data.masculine_tags)):
            if verbs and tags and all(not p.tags.isdisjoint(tags) for p in verbs):
                return gender
        return None

    def own_voice(self, word: str) -> bool:
        """Is this verb only a first person: "напомним", "wyjaśniam"?"""
        tags, data = self.data.own_voice_tags, self.data
        if word.endswith(data.own_voice_endings):
            return True
        verbs = [p for p in self.pack.parses(word) if tags and p.tags.isdisjoint(data.passive_tags)]
        verbs = [p for p in verbs if not p.tags.isdisjoint((*data.finite_tags, *tags))]
        return bool(verbs) and all(not p.tags.isdisjoint(tags) for p in verbs)

    def tagged(self, word: str, tags: tuple[str, ...]) -> bool:
        """Does any dictionary reading of ``word`` carry one of ``tags``? False without dictionary."""
        return any(not p.tags.isdisjoint(tags) for p in self.pack.parses(word))

    def only(self, word: str, tags: tuple[str, ...]) -> bool:
        """Do all dictionary readings carry one of ``tags``?"""
        parses = self.pack.parses(word)
        return bool(parses) and all(not p.tags.isdisjoint(tags) for p in parses)


SETS = (
    "asks",
    "subject_pronouns",
    "not_as",
    "neither",
    "only",
    "indefinite",
    "plural_determiners",
    "out_of",
    "opens",
    "determiners",
    "articles",
    "prepositions",
    "inner",
    "places",
    "conjunctions",
    "but",
    "auxiliaries",
    "passive_auxiliaries",
    "agents",
    "infinitive_marks",
    "participles",
    "adverbs",
    "relatives",
    "negations",
    "first_person",
    "time_words",
    "male_names",
    "female_names",
    "noun_before",
    "base_nouns",
    "branch",
    "participle_aux",
    "not_speakers",
    "anaphora",
    "rumours",
    "expected",
)


def lexicon(pack: Pack) -> Lexicon:
    """Compile ``quotes.toml`` of a pack; use as ``pack.build(lexicon)``."""
    data = pack.read(QuotesData)
    according = [(p, "after") for p in data.according]
    according += [(p, "citing") for p in data.citing]
    according += [(p, "before") for p in data.according_after]
    according += [(p, "weak") for p in data.according_weak]
    according += [(p, "open") for p in data.according_open]
    according += [(p, "closed") for p in data.according_closed]
    roles = [(p, "f") for p in data.feminine_roles] + [(p, "o") for p in data.bodies] + [(p, "p") for p in data.roles]
    return Lexicon(
        pack=pack,
        data=data,
        cues=PhraseTable([(p, row) for row in data.cues for p in row.words], pack.lemmas),
        according=PhraseTable(according, pack.lemmas),
        about=PhraseTable([(p, True) for p in data.about_this], pack.lemmas),
        cites=PhraseTable([(p, True) for p in data.cites], pack.lemmas),
        as_words=PhraseTable([(p, True) for p in data.as_words], pack.lemmas),
        roles=PhraseTable(roles, pack.lemmas),
        mute=PhraseTable([(p, True) for p in data.mute], pack.lemmas),
        posts=PhraseTable([(p, True) for p in data.posts], pack.lemmas),
        that=PhraseTable([(p, True) for p in data.that], pack.lemmas),
        openers=PhraseTable([(p, True) for p in data.openers], pack.lemmas),
        pronouns={fold(w): (row.gender, row.number) for row in data.pronouns for w in row.words},
        sets={name: frozenset(fold(w) for w in getattr(data, name)) for name in SETS},
    )
