"""Words for where a report got something: outlets, platforms, documents."""

from rashomon.lang.schema import Data


class CitationsData(Data, frozen=True, kw_only=True):
    """Patterns of `PhraseTable`. The general pack ``und`` holds what is the same in all languages."""

    FILE = "citations.toml"

    outlets: tuple[str, ...] = ()  # nouns of unnamed outlets: "media", "news agency"
    sure_outlets: tuple[str, ...] = ()  # those that need no word of reporting beside them
    people: tuple[str, ...] = ()  # journalists: a source where they report, not where they are told
    before: tuple[str, ...] = ()  # nouns before an outlet's name: "newspaper X"
    social: tuple[str, ...] = ()  # "Telegram channel", "tweet"
    never: tuple[str, ...] = ()  # phrases around such nouns that are no source: "press conference"
    adjective_tags: tuple[str, ...] = ()  # dictionary tags of words that describe an outlet
    documents: tuple[str, ...] = ()  # "report", "chronicle"
    of: tuple[str, ...] = ()  # joins a document to its author: "of the"
    articles: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()  # adjectives that follow an outlet's noun: "media | locali"
    blocked: tuple[str, ...] = ()  # words that are never part of an outlet's description
    on: tuple[str, ...] = ()  # prepositions before a platform: "on", "via"
    case_endings: tuple[str, ...] = ()  # endings a foreign name may take: "Guardian-a"
    name_words: tuple[str, ...] = ()  # words inside names of outlets: "Times", "Gazeta"
    platforms: tuple[str, ...] = ()  # ids of `lang.bodies` that are social platforms
    no_media: tuple[str, ...] = ()  # ids of the media table that are no outlets
    unclear: tuple[str, ...] = ()  # names that are also common words: only beside a word of reporting
    domains: tuple[str, ...] = ()  # top-level domains that outlets carry in their name: "Lenta.ru"
