"""``events.toml``: the words that tell of a happening, by type, and the small words around them."""

from typing import ClassVar

from rashomon.lang.schema import Data


class Happening(Data, frozen=True, kw_only=True):
    """Triggers of one type. All are phrase patterns (see `lang.phrases`).

    ``type`` is a PLOVER type, DISASTER, ACCIDENT or OTHER; HARM stands for deaths and injuries,
    which take the type of what caused them, DEATH for those that may be of natural causes; BLAST for explosions, which are attacks or accidents by the words
    around; COLLAPSE for buildings that fall, of themselves or in a disaster; NONE for phrases that look like a trigger and are none.
    """

    type: str
    verbs: tuple[str, ...] = ()  # predicates that tell of it by themselves
    participles: tuple[str, ...] = ()  # ... only with an auxiliary, or opening a headline
    nouns: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()  # nouns that tell of it only with a predicate: "a crisis broke out"
    objects: tuple[str, ...] = ()  # where given, the words count only with one of these near


class EventData(Data, frozen=True, kw_only=True):
    FILE: ClassVar[str] = "events.toml"

    happenings: tuple[Happening, ...] = ()
    finite: tuple[tuple[str, ...], ...] = ()  # dictionary classes of a predicate; none: no dictionary
    participial: tuple[tuple[str, ...], ...] = ()  # ... of one that needs an auxiliary
    infinitive: tuple[tuple[str, ...], ...] = ()  # ... of one that needs an auxiliary right before it
    future: tuple[tuple[str, ...], ...] = ()  # ... of a predicate that is still to come
    particles: tuple[str, ...] = ()  # belong to the predicate before them: się
    nominal: tuple[tuple[str, ...], ...] = ()  # ... of an event noun
    auxiliaries: tuple[str, ...] = ()
    support: tuple[str, ...] = ()  # predicates that carry an event noun: took place, doszło do
    negations: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()  # after a negation that denies nothing: "не менее", "not only"
    unreal: tuple[str, ...] = ()  # before a trigger: it did not happen (threat of, could, if)
    unreal_after: tuple[str, ...] = ()  # right behind a predicate: "казнили бы"
    unreal_endings: tuple[str, ...] = ()  # of a predicate: "odmówiłby"
    determiners: tuple[str, ...] = ()  # before a form that is a verb otherwise: "the wounded"
    trailing: tuple[str, ...] = ()  # small words that no trigger ends with
    names: tuple[str, ...] = ()  # after an event noun that only names a thing: "attack helicopter"
    joins: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()  # words that open another clause
    place_words: tuple[str, ...] = ()  # prepositions before where something happens
    background: tuple[str, ...] = ()  # before an event noun that is only referred to: "since the", "after"
    modifying: tuple[tuple[str, ...], ...] = ()  # dictionary classes between such a word and its noun
    genitive: tuple[tuple[str, ...], ...] = ()  # ... of an event noun that belongs to the noun before it
    by_harm: tuple[str, ...] = ()  # between a harm and its cause: "died in a fire"
    accident_signs: tuple[str, ...] = ()  # words that make an explosion an accident
    attack_signs: tuple[str, ...] = ()  # ... and an attack
    peace: tuple[str, ...] = ()  # words of forces that keep a peace: "peacekeepers", "миротворцы"
    no_signs: tuple[str, ...] = ()  # longer phrases that are neither: "tear gas"
    infinitive_marks: tuple[str, ...] = ()  # before a form that is a verb still: "to protest", no protest
    agent_words: tuple[str, ...] = ()  # before who did it: "by", "przez"
    patient_words: tuple[str, ...] = ()  # may stand between a trigger and whom it concerns: "met with the", "против"
    oblique: tuple[str, ...] = ()  # before a name that is no subject
    subject: tuple[tuple[str, ...], ...] = ()  # dictionary classes of a subject
    alleged: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()  # before an event noun: "the alleged attack"; of a person they doubt no happening
    denied: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
