"""Which language: of a report, and of a passage in another one.

py3langid (Lui & Baldwin 2012, retrained) with a fixed set of languages, after looking at the
script: its answers on short text are only good within a known set.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from rashomon.lang import available, load
from rashomon.model import Document, Token
from rashomon.segment.lines import Paragraph

LANGUAGES = ("ru en pl it es fr de uk pt tr ar kk be bg cs sk sl ro nl sv az fa sr hy ka zh ky el hu he").split(" ")
SAMPLE = 6000  # characters: enough to be sure, cheap on a book
JUDGED = 1500  # characters of a passage
LONG = 90  # letters: shorter passages of the same script are not judged
MANY = 12  # telling words: enough to do without the model
STRANGE = frozenset("іїєґўәқңөұүһјљњћђџѓќѕñßœåøőűřěůďťľĺŕșțşğıãõ¿¡")  # letters of few languages, strange in others
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
SEVERAL = 4  # letters of another pack: fewer may stand in a name
FEW = 20  # letters: below this nothing is judged


_WORD = re.compile(r"[^\W\d_]+")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(LANGUAGES)
    return found


def identify(text: str) -> str | None:
    """ISO 639-1 code of the main language, or None where there is too little to judge by."""
    sample = text[:SAMPLE]
    letters = _letters(sample)
    if letters.total() < FEW:
        return None
    main = letters.most_common(1)[0][0]  # the other scripts' words would outvote it: their letters are rarer
    if len(letters) > 1:
        sample = "".join(sign for sign in sample if not sign.isalpha() or _script(sign) == main)
    told = _told(sample, main)
    if told:
        return told
    code, sure = _identifier().classify(sample)
    return _lettered(sample, main, str(code)) if sure > 0.5 else None


def _told(sample: str, script: str) -> str | None:
    """The language of a pack whose telling words are as many as can be; None where there is any doubt.

    Saves the loading of the model, half a second, on the plain text that most reports are.
    """
    words = _WORD.findall(sample.lower())
    counts = _telling(words, script)
    best = max(counts, key=lambda code: counts[code], default=None)
    if best is None or counts[best] < MANY or counts[best] < len(words) * load(best).data.telling_share:
        return None
    strange = sum(sign in STRANGE and sign not in load(best).data.letters for sign in sample)
    return best if counts.total() - counts[best] <= counts[best] * 0.1 and strange * 200 <= len(sample) else None


def _lettered(sample: str, script: str, code: str) -> str:
    """``code``, or the pack that the letters speak for: "Мер пішов" has і and neither ы nor э, so it is no Russian.

    Only between packs that name such letters: a third language of the script may share both kinds.
    """
    sure = _sure_letters(script)
    seen = [other for other, letters in sure.items() if not letters.isdisjoint(sample)]
    return seen[0] if code in sure and len(seen) == 1 else code


def _by_letters(body: str, main: str, script: str) -> str | None:
    """The one pack whose own letters a passage holds; another than the report's only where they are several."""
    sure = _sure_letters(script)
    if main not in sure:
        return None
    seen = [code for code, letters in sure.items() if not letters.isdisjoint(body)]
    if len(seen) != 1 or (seen[0] != main and sum(sign in sure[seen[0]] for sign in body) < SEVERAL):
        return None
    return seen[0]


@cache
def _sure_letters(script: str) -> dict[str, frozenset[str]]:
    """Packs of a script -> the letters that give them away, small and capital."""
    named = ((code, load(code).data.sure_letters) for code in _packs(script))
    return {code: frozenset(letters + letters.upper()) for code, letters in named if letters}


def _telling(words: list[str], script: str) -> Counter[str]:
    """How many of ``words`` are telling ones, by the language of the pack."""
    counts: Counter[str] = Counter()
    for code in _packs(script):
        counts[code] = sum(map(_listed(code).__contains__, words))
    return counts


@cache
def _packs(script: str) -> tuple[str, ...]:
    return tuple(code for code in available() if load(code).data.script == script)


@cache
def _listed(code: str) -> frozenset[str]:
    """The telling words of a language without those of another pack in its script ("del", "una" of two)."""
    others = (load(other).data.telling for other in _packs(load(code).data.script) if other != code)
    return frozenset(load(code).data.telling).difference(*others)


def _letters(text: str) -> Counter[str]:
    """The letters of a text, by script."""
    found: Counter[str] = Counter()
    plain = len(text.encode("ascii", "ignore").translate(None, NO_LETTERS))
    if plain:
        found["Latn"] = plain
    for sign in dict.fromkeys(text) if not text.isascii() else ():
        if sign < "\x80":
            continue
        script = _writing(sign)
        if script:
            found[script] += text.count(sign)
    return found


@lru_cache(maxsize=10_000)
def _writing(sign: str) -> str:
    """The script of a letter; "" for what is none."""
    return _script(sign) if sign.isalpha() else ""


def of_paragraphs(document: Document, tokens: list[Token], blocks: list[Paragraph]) -> list[str]:
    """The language of each paragraph: the report's own, unless the passage clearly is another's."""
    main = document.language or "und"
    script = load(main).data.script
    spoken = []
    for block in blocks:
        body = document.text[block.start : min(block.end, block.start + JUDGED)]
        words = tokens[block.first : min(block.last, block.first + JUDGED)]
        spoken.append(_passage(body, words, main, script) or main)
    return spoken


def _passage(body: str, tokens: list[Token], main: str, script: str) -> str | None:
    """Another language with a pack, where the letters or the words say so."""
    counts = _letters(body[:600])
    letters = counts.total()
    if letters < FEW:
        return None
    same = main == "und" or counts.get(script, 0) * 2 >= letters
    if same and main != "und" and (plain := _by_letters(body, main, script)):
        return None if plain == main else plain
    if same and (letters < LONG or _settled(tokens, main, script)):
        return None
    code, sure = _identifier().classify(body)
    if code == main or sure < (0.99 if same else 0.5) or code not in available():
        return None
    return str(code)


def _settled(tokens: list[Token], main: str, script: str) -> bool:
    """Is no other pack in question: none writes in this script, or the report's own words are there and no other's?"""
    packs = _packs(script)
    if main not in packs:
        return False
    if len(packs) == 1:
        return True
    limit = tokens[0].start + JUDGED if tokens else 0
    counts = _telling([t.fold for t in tokens if t.start < limit], script)
    return counts[main] >= 2 and (counts.total() - counts[main]) * 8 <= counts[main]


def _script(letter: str) -> str:
    if letter < "\u0250":
        return "Latn"
    if "\u0400" <= letter < "\u0530":
        return "Cyrl"
    return unicodedata.name(letter, "Zyyy").split()[0].title()[:4]
