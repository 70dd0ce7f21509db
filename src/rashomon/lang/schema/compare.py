"""``compare.toml``: how the scope of a figure is worded, and the sentences the comparison writes."""

from typing import ClassVar

from msgspec import field

from rashomon.lang.schema import Data


class Phrase(Data, frozen=True, kw_only=True):
    """A counted noun after its "how many": "ilu cywilów"; ``form`` picks the verb that agrees."""

    ask: str
    form: str = "m"


class CompareData(Data, frozen=True, kw_only=True):
    """Patterns are `PhraseTable` rows in this language; sentences are in this language as reader's.

    ``states`` are sub-scopes of a measure that is worded round the figure ("in critical condition",
    "beheaded"); ``kinds`` specific nouns below a `who` or unit class ("policemen", "buses"), each id
    shared by all packs. ``before``/``after`` are partitive wordings on that side of the number.
    ``settings`` say what a crowd was at ("march", "funeral").
    ``topics`` say what a sum, share, size or span is about ("turnout", "damages"), each id shared by all packs.
    ``starts`` before a date make it the beginning of what is counted ("since Monday"), unless ``then`` stands
    behind it ("since January, when").
    ``not_before``/``not_after`` stand beside a number that is taken back ("not seven as reported").
    ``whence`` before a place says where people came from ("arrived from the south"), not where they are.
    ``magnitude`` marks an earthquake's strength, whatever unit it is given in.
    ``feared`` make a number a fear or a forecast ("could rise to").
    ``since`` beside a number makes it a count over a longer time than a day ("since the protests began").
    ``alike`` are words that count the dead with the injured ("shot", "casualties").
    ``acts`` are senses of events ("shooting", "strike"), each id shared by all packs; ``by`` stands before
    the one who acts ("shot by police"), ``passive`` in an act whose subject does not ("was shot").
    ``denials`` are reporting words that deny a statement ("denied", not "declined to comment").
    ``base`` stands between a part and its whole ("two of the three").
    ``joins`` are the words for "and": "policemen and soldiers" is no narrower than both.
    ``verbs``: measure -> form -> what follows the counted noun; ``*`` is any form.
    """

    FILE: ClassVar[str] = "compare.toml"

    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    settings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    starts: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    until: tuple[str, ...] = ()  # before the date of a count: "by Tuesday"
    as_of: tuple[str, ...] = ()
    retraction: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    feared: tuple[str, ...] = ()
    whence: tuple[str, ...] = ()
    magnitude: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    dozens: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    acts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()

    who: dict[str, Phrase] = field(default_factory=dict)
    units: dict[str, Phrase] = field(default_factory=dict)
    verbs: dict[str, dict[str, str]] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)  # money, share ...: a whole question, {label} where it helps
    frame: dict[str, str] = field(default_factory=dict)  # place, scope, planned, label
    scopes: dict[str, str] = field(default_factory=dict)  # state or kind -> what it is called in a question
    measures: dict[str, str] = field(default_factory=dict)  # a noun for each measure: "killed" -> "deaths"
    reasons: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
