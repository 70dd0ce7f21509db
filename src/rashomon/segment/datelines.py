"""Datelines: "LISBON, May 4 (Agency) - " before the first sentence of a report is none of its words."""

from rashomon.lang import Pack
from rashomon.lang.schema.ingest import IngestData
from rashomon.model import Token
from rashomon.segment.lines import Paragraph

__all__ = ["dateline"]

DASHES = frozenset("-–—")
BRACKETS = frozenset("(/[")
LONGEST = 18  # tokens up to the dash
ALONE = 5  # letters of a place in capitals that needs neither date nor agency: "NATO - Russia Council" is none
DAYS = 31


def dateline(text: str, tokens: list[Token], block: Paragraph, pack: Pack) -> int | None:
    """The token that opens the first sentence behind a dateline; None where a paragraph has none.

    A dateline is of names, dates and an agency in brackets or strokes, ends in a free-standing dash, and a capital,
    a number or a quotation mark follows: "WARSAW (PAP) - ", "(ANSA) - ROME, 5 JAN - ".
    """
    opening = None
    for i in range(block.first, min(block.last - 1, block.first + LONGEST)):
        raw = text[tokens[i].start : tokens[i].end]
        if raw in DASHES and _free(text, tokens[i]):
            if not _tells(text, tokens[block.first : i], pack) or not _opens(text, tokens[i + 1]):
                break
            opening = i + 1
        elif not _fits(raw, tokens[i], pack):
            break
    return opening


def _free(text: str, dash: Token) -> bool:
    return text[dash.start - 1 : dash.start].isspace() and text[dash.end : dash.end + 1].isspace()


def _fits(raw: str, token: Token, pack: Pack) -> bool:
    """Names, numbers, signs, and months, which some languages write small."""
    return token.kind != "word" or raw[0].isupper() or raw.casefold() in pack.build(_calendar)


def _opens(text: str, token: Token) -> bool:
    """What may open a sentence."""
    raw = text[token.start : token.end]
    return token.kind != "word" or raw[0].isupper()


def _tells(text: str, head: list[Token], pack: Pack) -> bool:
    """A date, an agency in brackets or a place in capitals: names alone may be a list or a score."""
    raws = [text[t.start : t.end] for t in head]
    words = [raw for raw, token in zip(raws, head, strict=True) if token.kind == "word"]
    if (
        not words
        or raws[0] not in (words[0], "(")
        or any(raw in ".!?:;" and not _short(raws, i) for i, raw in enumerate(raws))
    ):
        return False
    dated = any(raw.isdecimal() and int(raw) <= DAYS for raw in raws)
    months = any(word.casefold().rstrip(".") in pack.build(_calendar) for word in words)
    capitals = words[0].isupper() and len(words[0]) > 2
    bracketed = raws[-1] in ")/]" and bool(BRACKETS & set(raws))
    agency = bracketed and (capitals or (len(words) == 2 and words[1].isupper()))  # "Warsaw (PAP) - "
    return (dated and months) or agency or (raws[0] == "(" and capitals) or _shouts(words[0])


def _short(raws: list[str], i: int) -> bool:
    """The dot of "Feb. 7" or "St. Louis"."""
    return raws[i] == "." and i > 0 and len(raws[i - 1]) <= 4


def _shouts(word: str) -> bool:
    return word.isupper() and len(word) >= ALONE


def _calendar(pack: Pack) -> frozenset[str]:
    data = pack.read(IngestData)
    names = [*data.date_line, *(name for month in data.months for name in month)]
    return frozenset(name.casefold().rstrip(".") for name in names)
