"""``numbers.toml``: how a language writes numbers, and what it puts around them.

Keys of the tables of words are values as TOML strings ("2", "0.5"); rows are words separated by
spaces or, in the lists, phrases in `PhraseTable` notation. The pack ``und`` holds what every
language shares (signs, ISO codes); a language adds to it.
"""

from typing import ClassVar

import msgspec

from rashomon.lang.schema import Data


class Bound(Data, frozen=True, kw_only=True):
    """Words that bound or blur a number beside them."""

    kind: str  # min | max | approx | none: a phrase that looks like a bound and is none
    phrases: tuple[str, ...]
    unless_after: tuple[str, ...] = ()  # words that govern the phrase themselves: "doszło do"
    reach: bool = False  # only a goal after a verb of change: "wzrosła do 100" is 100
    verb: bool = False  # a predicate: it sets the interval but stays outside the span
    digits_only: bool = False  # "under 100", but not "under two"


class Opener(Data, frozen=True, kw_only=True):
    """A range with two words: from ... to, between ... and."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    change: bool = False  # says a change, never a range ("с 10 до 15")


class Vague(Data, frozen=True, kw_only=True):
    """Words for a number that is not said: several = 3..9."""

    low: int
    high: int
    phrases: tuple[str, ...]
    genitive: bool = False  # only before a genitive plural ("ряд стран", not "первый ряд")
    not_before: tuple[str, ...] = ()  # dictionary classes that must not follow ("несколько лучше")


class NumbersData(Data, frozen=True, kw_only=True):
    FILE: ClassVar[str] = "numbers.toml"

    cardinals: dict[str, str] = msgspec.field(default_factory=dict)
    hundreds: str = ""  # words that multiply by hundred ("two hundred", "duecento")
    magnitudes: dict[str, str] = msgspec.field(default_factory=dict)  # thousand and above, singular and counted forms
    many_magnitudes: dict[str, str] = msgspec.field(default_factory=dict)  # the forms that, alone, mean several of them
    glued: dict[str, str] = msgspec.field(default_factory=dict)  # only when they touch the digits: 5k
    glued_money: dict[str, str] = msgspec.field(default_factory=dict)  # ... and money or people are counted: $5m
    counted_people: tuple[str, ...] = ()
    collectives: dict[str, str] = msgspec.field(default_factory=dict)  # dozen, centinaio, полсотни
    many_collectives: dict[str, str] = msgspec.field(default_factory=dict)
    vague: tuple[Vague, ...] = ()
    articles: tuple[str, ...] = ()  # "a" before a magnitude or collective: one
    article_nouns: tuple[str, ...] = ()  # nouns before which the article counts ("una persona")
    article_between: tuple[str, ...] = ()  # adjectives that may stand between
    homographs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # word -> what follows the other word
    singular_after_bound: tuple[str, ...] = ()  # "более сотни" is 100, "сотни людей" hundreds
    compound_only: tuple[str, ...] = ()  # number words that alone mean something else ("семью")
    one: tuple[str, ...] = ()  # the numeral one where it may be a pronoun
    one_not_before: tuple[str, ...] = ()
    one_not_after: tuple[str, ...] = ()
    one_before: tuple[str, ...] = ()  # where given, one of these must follow
    one_before_tags: tuple[str, ...] = ()  # dictionary classes of the word that must follow
    one_after: tuple[str, ...] = ()  # before which words it always counts: "killed one and injured four"
    one_pronoun_before: tuple[str, ...] = ()  # ... but "killed one of", "one another"
    joins: tuple[str, ...] = ()  # "and" in one hundred and fifty
    joins_tens: bool = False  # "and" joins tens and units, and nothing else: treinta y cinco
    halves: tuple[str, ...] = ()  # "and a half"
    compounds: bool = False  # number words are written together (ventitremila)
    hyphens: bool = False  # twenty-six
    fractions: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # share as a decimal -> phrases
    fraction_needs: tuple[str, ...] = ()  # what must follow ("a third" of)
    fraction_bare: tuple[str, ...] = ()  # fractions that need nothing after them
    fraction_not_after: tuple[str, ...] = ()  # "second half"
    fraction_not_before: tuple[str, ...] = ()  # "a metà mandato" is no share
    each: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # share -> "every third", "каждый пятый"
    ratio_joins: tuple[str, ...] = ()  # "one in five": always a share
    ratio_choice: tuple[str, ...] = ()  # "nine out of ten": a share of round numbers only
    ratio_noun: bool = False  # the counted noun may stand between: "un elettore su cinque"
    ratio_not_before: tuple[str, ...] = ()  # "one in three days", "every third week" are no shares
    points: tuple[str, ...] = ()  # the decimal sign as a word: "two point five"
    points_joins: tuple[str, ...] = ()  # "and" behind it
    tenths: dict[str, str] = msgspec.field(default_factory=dict)  # place value -> words that must follow: "десятых"
    adjuncts: tuple[str, ...] = ()  # between a verb that bounds and its number: "on Friday", "already"
    before_large: dict[str, tuple[str, ...]] = msgspec.field(
        default_factory=dict
    )  # half as a count of a magnitude ("half a million")
    ordinal_words: tuple[str, ...] = ()  # stems: twenty-first is no twenty
    half_units: dict[str, tuple[str, ...]] = msgspec.field(
        default_factory=dict
    )  # half as an amount of a unit ("half an hour")
    bounds: tuple[Bound, ...] = ()
    after: tuple[Bound, ...] = ()  # the same after the number ("or more")
    fillers: tuple[str, ...] = ()  # words between a bound and its number ("circa il 30%")
    change: tuple[str, ...] = ()  # verbs of change: "rose from 10 to 15" is no range
    ranges: tuple[Opener, ...] = ()
    or_words: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    one_nouns: tuple[str, ...] = ()  # "год, два или три"
    inverted: tuple[str, ...] = ()  # "человек двадцать"
    minus: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    currencies: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    currency_fillers: tuple[str, ...] = ()
    ordinal_suffixes: str = ""
    cardinal_suffixes: str = ""  # "ти", or with its number where only that counts: "2-х"
    ordinal_dot: bool = False  # "45. prezydent"
    labels: tuple[str, ...] = ()  # what a number after these only names: "No.", "статья"
    units: str = ""  # measures written against the digits ("50km")
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    age_verbs: tuple[str, ...] = ()  # ... where years follow: "miał 12 lat"
    age_units: tuple[str, ...] = ()
    age_near: tuple[str, ...] = ()  # words that make years an age some words before: "the retirement age rises to 65"
    age_joins: tuple[str, ...] = ()  # "aged 6 ⟦and⟧ 9"
    age_more: tuple[str, ...] = ()  # behind the years they make a difference: "ha 20 anni più di lui"
    age_at: tuple[str, ...] = ()  # before a bare age: "dies at 91"
    age_goes_on: tuple[str, ...] = ()  # words that may follow it: "dies at 91 in hospital"
    age_unless: tuple[str, ...] = ()  # within a few words before: "pena di 12 anni"
    adjective_numbers: dict[str, str] = msgspec.field(default_factory=dict)  # first parts of "четырехпроцентный"
    adjective_units: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # unit -> second parts
    lasting: tuple[str, ...] = ()  # what lasts: "пятилетний контракт" is no age
    times_words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)  # twice; "3-9" for several
    score_words: tuple[str, ...] = ()  # near "3-1" they make it a score, not a range
    score_after: tuple[str, ...] = ()  # what may follow a score: "a 31-27 defeat"
    score_before: tuple[str, ...] = ()  # "per 3 a 1"
    score_joins: tuple[str, ...] = ()
    currency_not_before: tuple[str, ...] = ()  # "złotych medali" are no money
    clock_before: tuple[str, ...] = ()  # "at 1800": four digits are an hour where nothing counted follows
    clock_after: tuple[str, ...] = ()
    months: tuple[str, ...] = ()  # a day follows them ("January 5 300 people" is no 5300)
