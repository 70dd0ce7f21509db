"""``names.toml``: what tells persons, organisations and places apart in a language.

Lists are folded words or `PhraseTable` patterns. Lists that hold in every language (given names,
world organisations) live in the general pack ``und`` and are added to each pack's own.
"""

import msgspec

from rashomon.lang.schema import Data


class NamesData(Data, frozen=True, kw_only=True):
    """``lang/<code>/names.toml``."""

    FILE = "names.toml"

    articles: tuple[str, ...] = ()  # left out of a name at its start ("the Kremlin")
    particles: tuple[str, ...] = ()  # lower-case words inside names of persons and places ("van", "al")
    connectors: tuple[str, ...] = ()  # prepositions inside names of organisations ("of", "per la")
    conjunctions: tuple[str, ...] = ()  # join two words inside an organisation's name only
    openers: tuple[str, ...] = ()  # words that are capitalised only because they open a sentence
    never: tuple[str, ...] = ()  # capitalised by custom, never a name: weekdays, nationalities, faiths
    never_endings: tuple[str, ...] = ()  # endings of adjectives and inhabitants of places
    titles: tuple[str, ...] = ()  # patterns: words before (or after) a person: "president", "gen"
    portfolios: tuple[str, ...] = ()  # what ministers are of: "defence", "foreign affairs"
    given: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    org_heads: tuple[str, ...] = ()  # patterns: "ministry", "committee"
    org_lower: tuple[str, ...] = ()  # patterns of whole organisations written in lower case
    org_tails: tuple[str, ...] = ()  # "ltd", "s p a"
    org_before: tuple[str, ...] = ()  # common nouns that announce an organisation: "the company X"
    org_after: tuple[str, ...] = ()  # words that follow one: "shares", "spokesman"
    orgs: tuple[str, ...] = ()  # patterns of known organisations
    places: tuple[str, ...] = ()  # patterns of known regions, seas, parts of the world
    place_heads: tuple[str, ...] = ()  # "river", "oblast": part of the name
    place_first: tuple[str, ...] = ()  # first words of places' names: "⟦Port⟧ Ellis"
    place_lower: tuple[str, ...] = ()  # patterns of lower-case heads that open a name: "aeroporto di"
    place_before: tuple[str, ...] = ()  # common nouns that announce a place: "the city of X"
    place_after: tuple[str, ...] = ()  # common nouns behind a place: "the X mine"
    tail_heads: tuple[str, ...] = ()  # heads of bodies whose names go on in small letters: "Consiglio superiore"
    tail_links: tuple[str, ...] = ()  # prepositions inside such a name
    tail_endings: tuple[str, ...] = ()  # of adjectives inside such a name
    place_cues: tuple[str, ...] = ()  # prepositions of place
    speech: tuple[str, ...] = ()  # patterns of reporting verbs: a person or body speaks beside them
    other_before: tuple[str, ...] = ()  # what announces a thing that is none of the three: "ship X"
    territories: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # code -> names beside CLDR's
    noun_capitals: tuple[str, ...] = ()  # languages that write every noun with a capital
    endings: tuple[tuple[str, str], ...] = ()  # case ending -> ending of the base form
    fixed_endings: tuple[str, ...] = ()  # of persons' names that take no case endings
    person_endings: tuple[tuple[str, str, str], ...] = ()  # ending, base ending, "gender case case"
