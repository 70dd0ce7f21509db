"""Words around a figure: units, predicates, hedges and the small words that bound a clause."""

from typing import ClassVar

import msgspec

from rashomon.lang.schema import Data


class Cues(Data, frozen=True, kw_only=True):
    """The words that give a measure, by how they govern a figure. All are phrase patterns."""

    happens: tuple[str, ...] = ()  # their subject, on either side: "died", "погибли", "zostało rannych"
    acts: tuple[str, ...] = ()  # their object, behind them; in front only in the passive: "killed"
    tolls: tuple[str, ...] = ()  # nouns that announce the figure: "death toll", "число погибших"
    weak: tuple[str, ...] = ()  # govern what stands behind them where nothing else does: "there were"
    counts: tuple[str, ...] = ()  # the counted noun itself or an adjective to it: "dead", "раненых"


class FigureData(Data, frozen=True, kw_only=True):
    """``figures.toml``."""

    FILE: ClassVar[str] = "figures.toml"

    head: str = "first"  # which noun of the phrase is counted: "police vehicles" last, "domów mieszkalnych" first
    units: dict[str, tuple[str, ...]] = msgspec.field(
        default_factory=dict
    )  # English plural -> patterns of counted nouns
    cues: dict[str, Cues] = msgspec.field(default_factory=dict)  # measure -> words
    implies: dict[str, tuple[str, ...]] = msgspec.field(
        default_factory=dict
    )  # who -> predicates that say so: "ликвидированы" participants
    joins: tuple[str, ...] = ()  # and, or
    breaks: tuple[str, ...] = ()  # words that open another clause: when, after, который
    relatives: tuple[str, ...] = ()  # breaks that speak of the noun before them: who, который
    infinitives: tuple[str, ...] = ()  # endings, or "to": what is meant to happen has not happened
    subject_first: bool = False  # verbs that take no object follow their subject: "12 died", not "died 12"
    parts: tuple[str, ...] = ()  # of them, including
    among: tuple[str, ...] = ()  # before a whole whose parts follow: "of the 58 dead, 12 were"
    recounts: tuple[str, ...] = ()  # before another number for the same: "put the figure at 14"
    agents: tuple[str, ...] = ()  # before whoever did it: "killed by 3 gunmen"
    partitive: tuple[str, ...] = ()  # between a number and what it is a part of: of, the, di, из
    links: tuple[str, ...] = ()  # words that carry the noun phrase on: of, di
    stops: tuple[str, ...] = ()  # words that no noun phrase contains
    passive: tuple[str, ...] = ()  # auxiliaries of the passive: were, sono state
    active: tuple[str, ...] = ()  # auxiliaries of the active perfect: hanno, have
    short_passive: tuple[str, ...] = ()  # endings; where given, no other form is passive by itself: "mataron a" is none
    behind_passive: tuple[str, ...] = ()  # what may follow a short passive: "12 people killed in"
    one: tuple[str, ...] = ()  # "one" and its forms
    one_counts: tuple[str, ...] = ()  # counted nouns that make "one" a number whatever follows: person
    one_never: tuple[str, ...] = ()  # what follows "one" as a pronoun: one of, один из
    identifies: tuple[str, ...] = ()  # words whose number is a name: article 5, flight 12
    idioms: tuple[str, ...] = ()  # set phrases whose number counts nothing: "on cloud nine"
    purpose: tuple[str, ...] = ()  # before an infinitive: what is meant, not what happened
    locative: tuple[str, ...] = ()
    bearings: tuple[str, ...] = ()  # before a place that only says how far off it is: "20 km north of"
    belongs: tuple[str, ...] = ()  # before a place that says whose somebody is: "citizens of"
    now: tuple[str, ...] = ()
    alleged: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    population: tuple[str, ...] = ()  # words of size whose figure counts people: population, населением
    magnitude: tuple[str, ...] = ()  # words of size whose figure is the strength of an earthquake
    quakes: tuple[str, ...] = ()  # earthquake, tremor: "a 5.4 ⟦quake⟧" gives its strength
    measures: tuple[str, ...] = ()  # before the strength of one: "the quake ⟦measured⟧ 5.4"
    names_after: tuple[str, ...] = ()  # behind digits they make them a name: ".38⟦-caliber⟧"
    within: tuple[str, ...] = ()  # "⟦among⟧ the dead were two nurses"
    holds: tuple[str, ...] = ()  # "the dead ⟦include⟧ two nurses"
    musters: tuple[str, ...] = ()  # after a group its strength: "troops ⟦numbering⟧ 5,000 men"
    goals: tuple[str, ...] = ()  # before where a count got to: "arrivato ⟦a⟧ 832"
    plurals: tuple[str, ...] = ()  # measures whose plural ends in no s: feet
    shares_of: tuple[str, ...] = ()  # between a share or a sum and what it is of: of, di
    determiners: tuple[str, ...] = ()  # right behind a number they begin another phrase: "73 ⟦the⟧ year before"
    rallies: tuple[str, ...] = ()  # what makes a crowd participants
    others: tuple[str, ...] = ()  # "34 ⟦others⟧": of those counted before
    courts: tuple[str, ...] = ()  # what happens to the accused is neither presence nor arrest
    loosed: tuple[str, ...] = ()  # let go; of those arrested that is no rescue
    compared: tuple[str, ...] = ()  # before a number of another time: "14%, ⟦compared with⟧ 6% in 2009"
    against: tuple[str, ...] = ()  # the same, or before what another side counts: "140, ⟦against⟧ the 120 of the firm"
    made: tuple[str, ...] = ()  # before a year that dates a thing and not the figures: "⟦built in⟧ 1981"
    offsets: tuple[str, ...] = ()  # behind a span of time they make it a point: "100 years ⟦on⟧"
    oblique: tuple[str, ...] = ()  # endings of numerals that govern no nominative: троих, czterech
    verbs: tuple[str, ...] = ()  # endings of finite verbs, which no noun phrase contains: "persone ⟦mancavano⟧"
    of_people: tuple[str, ...] = ()  # numerals that alone count people: пятеро, dwóch
    adverbs: tuple[str, ...] = ()  # endings of words that nothing counts: "several of them seriously"
    conditional: tuple[str, ...] = ()  # verb forms that report without vouching: "sarebbero morti"
