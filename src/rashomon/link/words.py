"""A name taken apart: its words, each with the sounds it may stand for in the base form."""

from functools import cache, lru_cache

from rashomon.lang import Pack, available, load
from rashomon.lang.schema.link import LinkData
from rashomon.link.sound import sounds
from rashomon.link.syllables import is_syllable
from rashomon.model import Record
from rashomon.text import tokenize

_SIGNS = {"&": "and"}


class Word(Record, frozen=True, kw_only=True, eq=False, array_like=True):
    """One word of a name; words are kept and compared as objects (`word`). ``sounds`` holds the sounds of all its base forms, ``main`` the likeliest."""

    fold: str
    main: str
    base: str  # the base form where morphology gave one, else the form
    readings: tuple[str, ...]  # of the form as written
    sounds: frozenset[str]
    initial: bool = False
    given: frozenset[str] = frozenset()  # given names it may be (shared keys of the packs)
    patronymic: bool = False
    forms: frozenset[str] = frozenset()  # its base forms as written
    latin: bool = True
    least: str = ""  # the shortest of its sounds
    syllable: bool = False  # a whole Chinese or Korean syllable
    abjad: bool = False  # a script that leaves vowels out


class _Rules:
    """A pack's link data, compiled."""

    def __init__(self, pack: Pack) -> None:
        data = pack.read(LinkData)
        general = load("und").read(LinkData)
        self.cases = _suffixes(data.cases if pack.covered else general.cases)
        self.adjectives = _suffixes(data.adjectives)
        self.patronymics = (*data.patronymics, *general.patronymics)
        self.particles = frozenset((*data.particles, *general.particles))
        self.small = frozenset((*data.small, *general.small))
        legal = (*data.legal, *general.legal)
        self.legal = frozenset(form for form in legal if " " not in form)
        self.legal_phrases = tuple(tuple(form.split()) for form in legal if " " in form)
        self.demonyms = tuple(data.demonyms if pack.covered else general.demonyms)
        self.generic = frozenset(data.generic)
        self.titles = frozenset(data.titles)
        self.place_nouns = frozenset(data.place_nouns)
        self.areas = {noun: area for area, nouns in data.areas.items() for noun in nouns.split()}


def _suffixes(rows: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        ending, _, base = row.partition(">")
        found.setdefault(ending, []).append(base)
    return {ending: tuple(dict.fromkeys(bases)) for ending, bases in found.items()}


def rules(language: str | None) -> _Rules:
    """The compiled link data of a language (the general pack's where it has none)."""
    return load(language).build(_Rules)


@lru_cache(maxsize=200_000)
def bases(word: str, language: str | None) -> tuple[str, ...]:
    """The word and what it may be in the base form, by the endings of its language.

    At least two letters stay: "ивановым" -> "ивановым", "иванов", "ивановый".
    """
    known = rules(language)
    return (word, *_undone(word, known.cases), *_undone(word, known.adjectives))


def without_legal(folds: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    """The words of a company's name without its legal form ("joint stock company", "llc")."""
    known = rules(language)
    for phrase in known.legal_phrases:
        for i in range(len(folds) - len(phrase) + 1):
            if folds[i : i + len(phrase)] == phrase and len(folds) > len(phrase):
                return without_legal((*folds[:i], *folds[i + len(phrase) :]), language)
    return tuple(w for w in folds if w not in known.legal) or folds


@lru_cache(maxsize=50_000)
def agreed(word: str, language: str | None) -> tuple[str, ...]:
    """Base forms of an adjective that agrees with its noun: "верховного" -> "верховный"."""
    return tuple(_undone(word, rules(language).adjectives))


def _undone(word: str, cases: dict[str, tuple[str, ...]]) -> list[str]:
    found = []
    for n in range(min(7, len(word) - 2), 0, -1):
        found += [word[:-n] + base for base in cases.get(word[-n:], ())]
    return found


@cache
def _given() -> dict[str, frozenset[str]]:
    """Sound -> given names (shared keys) that sound so in some language."""
    found: dict[str, set[str]] = {}
    tables = ((code, load(code).read(LinkData).given) for code in available())
    rows = ((code, key, form) for code, given in tables for key, forms in given.items() for form in forms.split())
    for code, key, form in rows:
        for sound in sounds(form, code):
            found.setdefault(sound, set()).add(key)
    return {sound: frozenset(keys) for sound, keys in found.items()}


@lru_cache(maxsize=200_000)
def word(fold: str, language: str | None, lemma: str | None = None) -> Word:
    """A word of a name. ``lemma`` is its base form where morphology gave one."""
    own = sounds(fold, language)
    forms = list(bases(fold, language))
    if lemma and lemma != fold:
        forms.insert(0, lemma)
    every = tuple(dict.fromkeys(s for form in forms for s in sounds(form, language) if len(s) > 1))
    initial = len(fold) == 1 or fold in ("дж", "ю", "я", "dż", "cz", "sz", "dz")
    table = _given()
    likely = sounds(lemma or fold, language)
    given = frozenset().union(*(table.get(s, frozenset()) for s in likely)) or frozenset().union(
        *(table.get(s, frozenset()) for s in every)
    )
    return Word(
        fold=fold,
        main=(likely or own or (fold,))[0],
        base=lemma or fold,
        readings=own,
        sounds=frozenset(every or own),
        initial=initial,
        given=frozenset() if initial else given,
        patronymic=len(fold) > 5 and any(e.endswith(rules(language).patronymics) for e in forms),
        forms=frozenset(forms),
        least=min(every or own or (fold,), key=lambda sound: (len(sound), sound)),
        latin=fold[:1] < "\u0370",
        syllable=is_syllable(fold),
        abjad="\u0590" <= fold[:1] <= "\u07ff",
    )


@cache
def _surname_ends() -> dict[str, int]:
    rows = load("und").read(LinkData).surname_ends
    return {end: n for n, row in enumerate(rows) for end in row.split()}


@lru_cache(maxsize=200_000)
def surname_kind(sound: str) -> int | None:
    """A number for how a surname ends ("-ov", "-nko"); None where it ends in nothing special."""
    ends = _surname_ends()
    return next((ends[sound[-n:]] for n in (6, 5, 4, 3, 2) if len(sound) > n + 1 and sound[-n:] in ends), None)


@lru_cache(maxsize=200_000)
def split(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a name; an apostrophe keeps a word together ("o'neill")."""
    tokens = tokenize(text)
    found: list[str] = []
    end = glue = -1
    for token in tokens:
        if token.kind == "sign":
            if token.fold in "'’ʼ`" and found and token.start == end:
                glue = token.end
            elif token.fold in _SIGNS:
                found.append(_SIGNS[token.fold])
            end = token.end if glue == token.end else -1
            continue
        if token.start == glue and found:
            found[-1] += ("'" + token.fold) if token.fold != "s" else ""
        else:
            found.append(token.fold)
        end, glue = token.end, -1
    return tuple(found)
