"""The words of one pack that tell of sources, compiled once."""

from dataclasses import dataclass
from functools import cache

from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.bodies import bodies
from rashomon.lang.schema.citations import CitationsData
from rashomon.lang.schema.quotes import QuotesData
from rashomon.text import fold, tokenize

__all__ = ["Words", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """What the finder compiles from a pack."""

    pack: Pack
    data: CitationsData
    general: CitationsData
    nouns: PhraseTable[str]  # outlet | sure | social | document | never
    before: PhraseTable[bool]
    told: PhraseTable[bool]
    framing: PhraseTable[bool]  # "according to"
    media: PhraseTable[str]
    blocked: frozenset[str]
    of: frozenset[str]
    on: frozenset[str]
    articles: frozenset[str]
    name_words: frozenset[str]


def words(pack: Pack) -> Words:
    data, general = pack.read(CitationsData), load("und").read(CitationsData)
    nouns = [(p, "outlet") for p in data.outlets] + [(p, "sure") for p in data.sure_outlets]
    nouns += [(p, "social") for p in data.social] + [(p, "document") for p in data.documents]
    nouns += [(p, "people") for p in data.people]
    nouns += [(p, "never") for p in data.never]
    quotes = pack.read(QuotesData)
    told = [p for row in quotes.cues if {"speech", "that"} & set(row.takes) for p in row.words]
    according = [*quotes.according, *quotes.according_open, *quotes.according_weak]
    told += [*according, *quotes.about_this]
    return Words(
        pack=pack,
        data=data,
        general=general,
        nouns=PhraseTable(nouns, pack.lemmas),
        before=PhraseTable([(p, True) for p in data.before], pack.lemmas),
        framing=PhraseTable([(p, True) for p in according], pack.lemmas),
        told=PhraseTable([(p, True) for p in told], pack.lemmas),
        media=PhraseTable(_media(data.case_endings), pack.lemmas),
        blocked=frozenset(map(fold, data.blocked)),
        of=frozenset(map(fold, data.of)),
        on=frozenset(map(fold, data.on)),
        articles=frozenset(map(fold, data.articles)),
        name_words=frozenset(general.name_words),
    )


@cache
def _media(endings: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names of the world's outlets in all languages, the last word with its case endings."""
    general = load("und").read(CitationsData)
    rows = []
    for body in (b for b in bodies() if b.table == "media" and b.id not in general.no_media):
        kind = "social" if body.id in general.platforms else "outlet"
        for name in dict.fromkeys(n for names in body.names.values() for n in names):
            *before, last = _folds(name)
            forms = [[*before, last + e] for e in ("", *(endings if len(last) > 3 else ()))]
            kept = kind if fold(name) not in general.unclear else f"{kind}?"
            rows += [(" ".join(w), kept) for w in forms if not {"*", "=", "_", "|", "?"} & set("".join(w))]
    return tuple(rows)


@cache
def _folds(name: str) -> tuple[str, ...]:
    return tuple(token.fold for token in tokenize(name))
