"""``link.toml``: how names of people, bodies and places are spelled and bent in one language."""

import msgspec

from rashomon.lang.schema import Data


class LinkData(Data, frozen=True, kw_only=True):
    """All entries are folded words; strings hold several separated by spaces.

    ``cases``: "ending>nominative ending" rows that undo a case, an article or a possessive
    ("ем>", "ии>ия", "'s>"). The general pack ``und`` holds them by script.
    ``spelling``: "letters>sound" rows, the longest match wins ("sz>S", "ch>h"; ^ is the beginning of a word); capital letters stand for
    sounds of their own (S sh, C ch, Z zh, J dzh).
    ``given``: given name -> its forms in this language. Keys are shared between the languages.
    """

    FILE = "link.toml"

    cases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()  # "ending>nominative ending" of words that agree with their noun
    spelling: tuple[str, ...] = ()
    given: dict[str, str] = msgspec.field(default_factory=dict)
    pinyin_initials: tuple[str, ...] = ()  # "zh>чж"; only in the general pack, as the next three
    pinyin_finals: tuple[str, ...] = ()  # "ang>ан"
    pinyin_whole: tuple[str, ...] = ()  # whole syllables: "shi>ши"
    korean: tuple[str, ...] = ()  # all spellings of a syllable: "geun keun кын"
    home: str = ""  # the country whose reports are written in this language, where there is one
    plurals: tuple[str, ...] = ()  # endings of nouns for several people
    outward: tuple[str, ...] = ()  # state bodies that deal with other countries; only in the general pack
    heads: tuple[
        str, ...
    ] = ()  # meanings (`_bodies/words.tsv`) that can stand for a body alone; only in the general pack
    surname_ends: tuple[str, ...] = ()  # sounds that end surnames of a kind ("ov ev"); only in the general pack
    patronymics: tuple[str, ...] = ()  # endings
    demonyms: tuple[str, ...] = ()  # what an adjective has after the stem of its country
    particles: tuple[str, ...] = ()  # parts of surnames that may be left out ("von", "al")
    small: tuple[str, ...] = ()  # words of a body's name that carry nothing (articles, prepositions)
    generic: tuple[str, ...] = ()  # head words that may be left out ("agency", "company", "newspaper")
    legal: tuple[str, ...] = ()  # legal forms ("ltd", "gmbh")
    titles: tuple[str, ...] = ()  # words before a person's name that are no part of it
    place_nouns: tuple[str, ...] = ()  # "city", "republic": may be left out beside a place's name
    areas: dict[str, str] = msgspec.field(
        default_factory=dict
    )  # class (region, airport ...) -> nouns that make another place of a place's name
