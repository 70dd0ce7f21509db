"""Words that report what somebody says: cues, attributions, and the small words around them."""

from rashomon.lang.schema import Data


class Cues(Data, frozen=True, kw_only=True):
    """Cue words of one stance and construction.

    ``takes``: speech (direct speech; may stand after or inside what is said), that (a that-clause),
    bare (a clause without a joining word), rest (all that follows is the content), inf (an
    infinitive), told (the hearer stands between cue and content), prep (``preps`` open the content), passive (the
    form is a participle that may stand in "is said to"), impersonal (nobody is named),
    noun (a noun: "statement that", "rumours that").
    """

    stance: str = "asserts"
    takes: tuple[str, ...]
    preps: tuple[str, ...] = ()
    words: tuple[str, ...]


class Pronouns(Data, frozen=True, kw_only=True):
    """Pronouns that stand for a speaker: gender m, f, n or empty; number s or p."""

    gender: str = ""
    number: str = "s"
    words: tuple[str, ...]


class QuotesData(Data, frozen=True, kw_only=True):
    FILE = "quotes.toml"

    cues: tuple[Cues, ...] = ()
    according: tuple[str, ...] = ()  # the source follows: "according to"
    citing: tuple[str, ...] = ()  # whom an outlet passes on: "citing", "со ссылкой на"
    according_after: tuple[str, ...] = ()  # the source stands before
    according_closed: tuple[str, ...] = ()  # the source is a pronoun inside: "in his opinion"
    according_open: tuple[str, ...] = ()  # a source may follow or not: "по предварительным данным"
    cites: tuple[str, ...] = ()  # cues whose object is the speaker: "приводит слова", "cytuje"
    opens: tuple[str, ...] = ()  # adverbs with which a clause begins, no asides of its cue: "said | there is"
    out_of: tuple[str, ...] = ()  # prepositions of a choice: "один из", "jeden z"
    according_weak: tuple[str, ...] = ()  # where the source must be somebody who speaks: "zgodnie z" a law is none
    indefinite: tuple[str, ...] = ()  # determiners of somebody new: "a spokesman"
    plural_determiners: tuple[str, ...] = ()  # where endings do not tell: "i ministri"
    plural_endings: tuple[str, ...] = ()  # of roles, where there is no dictionary: "ministers"
    same_roles: tuple[str, ...] = ()  # stems of titles for one office: "глав президен лидер"
    beliefs: tuple[str, ...] = ()  # first letters of cues that report even when denied: "does not believe that"
    neither: tuple[str, ...] = ()  # negations that leave nothing said: "neither confirmed nor denied"
    only: tuple[str, ...] = ()  # "not only said"
    not_as: tuple[str, ...] = ()  # before "as" where it compares or tells a time: "с тех пор, как", "tak jak"
    subject_pronouns: tuple[str, ...] = ()  # that are never objects: "he"
    as_words: tuple[str, ...] = ()  # "as X said", "secondo quanto ha detto"
    about_this: tuple[str, ...] = ()  # what is said stands in the sentence before: "об этом" сообщает
    anaphora: tuple[str, ...] = ()  # first words of a sentence that takes up the one before: "this"
    rumours: tuple[str, ...] = ()  # cue nouns that are the source themselves
    pronouns: tuple[Pronouns, ...] = ()
    that: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()  # those of ``that`` that open a question: "how", "почему"
    determiners: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()  # those that open a noun phrase wherever they stand: "il", "the"
    prepositions: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()  # prepositions that stay inside a noun phrase: "of"
    places: tuple[str, ...] = ()  # prepositions before a body that speaks: "в МВД заявили"
    conjunctions: tuple[str, ...] = ()
    but: tuple[str, ...] = ()  # conjunctions after which the report speaks in its own name
    auxiliaries: tuple[str, ...] = ()
    passive_auxiliaries: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()  # before the speaker of a passive: "by"
    infinitive_marks: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()  # a word before what is said that is not part of it: "however"
    time_words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # nouns of people and bodies that speak
    feminine_roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()  # nouns of organisations
    male_names: tuple[str, ...] = ()
    female_names: tuple[str, ...] = ()
    noun_before: tuple[str, ...] = ()  # words after which a cue word is a noun ("the report")
    drop_tags: tuple[str, ...] = ()  # dictionary tags of forms that are no cue (participles, gerunds)
    subject_tags: tuple[str, ...] = ()  # tags of the subject case
    noun_tags: tuple[str, ...] = ()
    finite_tags: tuple[str, ...] = ()
    infinitive_tags: tuple[str, ...] = ()
    case_tags: tuple[str, ...] = ()  # tags of the cases; the first is the one of a noun that depends on another
    gerund_tags: tuple[str, ...] = ()
    feminine_tags: tuple[str, ...] = ()  # of verbs: "сказала"
    masculine_tags: tuple[str, ...] = ()
    plural_tags: tuple[str, ...] = ()
    adjunct_tags: tuple[str, ...] = ()  # of participles that describe: "родившийся в селе"
    own_voice_tags: tuple[str, ...] = ()  # of a cue in the first person, the writer's own: "напомним"
    own_voice_endings: tuple[str, ...] = ()
    adverb_tags: tuple[str, ...] = ()
    passive_tags: tuple[str, ...] = ()  # of short participles, cues only of impersonal reports: "приглашены"
    gerund_endings: tuple[str, ...] = ()  # where there is no dictionary
    participle_aux: tuple[str, ...] = ()  # without one of them before it a participle is no cue: "ha detto"
    not_speakers: tuple[str, ...] = ()  # "this shows that" reports nobody
    posts: tuple[str, ...] = ()  # who speaks for a body as a person: "head" of it is not the body
    mute: tuple[str, ...] = ()  # nouns of things that cannot speak: "the damage", "ситуация"
    branch: tuple[str, ...] = ()  # a preposition between a body and its district: "МЧС по Омской области"
    base_nouns: tuple[str, ...] = ()  # cue words that are as often nouns ("report", "claims")
    expected: tuple[
        str, ...
    ] = ()  # before an infinitive where somebody does speak: "went on to say", "начали сообщать"
    infinitive_endings: tuple[str, ...] = ()  # of the word behind an infinitive mark
    name_tags: tuple[str, ...] = ()  # dictionary tags of names
    oblique_endings: tuple[str, ...] = ()  # of names that are not in the subject case
