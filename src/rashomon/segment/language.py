"""Which language: of a report, and of a passage in another one.

py3langid (Lui & Baldwin 2012, retrained) with a fixed set of languages, after looking at the
script: its answers on short text are only good within a known set.
"""

import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from rashomon.lang import available, load
from rashomon.model import Document
from rashomon.segment.lines import Paragraph

LANGUAGES = ("ru en pl it es fr de uk pt tr ar kk be bg cs sk sl ro nl sv az fa sr hy ka zh ky el hu he").split(" ")
SAMPLE = 6000  # characters: enough to be sure, cheap on a book
LONG = 90  # letters: shorter passages of the same script are not judged
FEW = 20  # letters: below this nothing is judged


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(LANGUAGES)
    return found


def identify(text: str) -> str | None:
    """ISO 639-1 code of the main language, or None where there is too little to judge by."""
    sample = text[:SAMPLE]
    letters = Counter(_script(sign) for sign in sample if sign.isalpha())
    if letters.total() < FEW:
        return None
    main = letters.most_common(1)[0][0]  # the other scripts' words would outvote it: their letters are rarer
    sample = "".join(sign for sign in sample if not sign.isalpha() or _script(sign) == main)
    code, sure = _identifier().classify(sample)
    return str(code) if sure > 0.5 else None


def of_paragraphs(document: Document, blocks: list[Paragraph]) -> list[str]:
    """The language of each paragraph: the report's own, unless the passage clearly is another's."""
    main = document.language or "und"
    script = load(main).data.script
    spoken = []
    for block in blocks:
        body = document.text[block.start : block.end]
        spoken.append(_passage(body, main, script) or main)
    return spoken


def _passage(body: str, main: str, script: str) -> str | None:
    """Another language with a pack, where the letters or the words say so."""
    counts = Counter(_script(sign) for sign in body[:600] if sign.isalpha())
    letters = counts.total()
    if letters < FEW:
        return None
    same = main == "und" or counts.get(script, 0) * 2 >= letters
    if same and letters < LONG:
        return None
    code, sure = _identifier().classify(body[:1500])
    if code == main or sure < (0.99 if same else 0.5) or code not in available():
        return None
    return str(code)


def _script(letter: str) -> str:
    if letter < "\u0250":
        return "Latn"
    if "\u0400" <= letter < "\u0530":
        return "Cyrl"
    return unicodedata.name(letter, "Zyyy").split()[0].title()[:4]
