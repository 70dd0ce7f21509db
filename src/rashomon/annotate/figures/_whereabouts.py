"""Which places of a report can say where something happened, and which only stand beside it.

A dateline says where the report was written, "40 km north of X" and "citizens of X" do not say that it was in X, and where
a speaker speaks is not where what he tells of happened.
"""

from typing import NamedTuple

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.figures import FigureData
from rashomon.model import Name, Quote
from rashomon.view import View

__all__ = ["aside", "bears", "datelines"]

_HEAD = 600  # characters of a report in which its dateline stands
_LINE = 90  # a byline on a line of its own is short
_WORDS = 3  # words that a dateline has besides its places and dates: "(Agency)", "from our correspondent"
_LONE = 1  # the same of a line without a place: "Published 3 May 2015"
_DASHES = frozenset("-–—")
_BEFORE = 4  # tokens between a bearing and its place: "north of ⟦the port city of⟧ X"
_BESIDE = 30  # characters between a speaker or his verb and where he speaks


class _Tables(NamedTuple):
    bearings: PhraseTable[bool]
    belongs: PhraseTable[bool]


def _tables(pack: Pack) -> _Tables:
    data = pack.read(FigureData)
    return _Tables(
        PhraseTable([(p, True) for p in data.bearings], pack.lemmas),
        PhraseTable([(p, True) for p in data.belongs], pack.lemmas),
    )


def datelines(view: View) -> frozenset[int]:
    """Where the places and dates of the dateline begin: "ROME, 3 May (Agency) - ", "Rome, 3 May 2015" or "3 May 2015"
    on its own line.
    """
    found: set[int] = set()
    start = 0
    for line in view.text[:_HEAD].split("\n"):
        found |= _of_line(view, start, start + len(line))
        start += len(line) + 1
    return frozenset(found)


def _of_line(view: View, start: int, end: int) -> set[int]:
    """The places and dates of one line that are its dateline: up to a dash, or all of a short line with a date."""
    names = [n for n in view.placed(view.names).begin(start, end) if n.kind == "place"]
    times = view.placed(view.times).begin(start, end)
    if not names and not times:
        return set()
    few = _WORDS if names else _LONE
    whole = bool(times) and end - start <= _LINE and _others(view, start, end) <= few
    stop = end if whole else _dash(view, start, end)
    head = [n for n in names if n.end <= stop]
    opens = whole or bool(head and _opens(view, head[0], start, stop) and _others(view, start, stop) <= _WORDS)
    return {n.start for n in head} | {t.start for t in times if t.end <= stop} if opens else set()


def _dash(view: View, start: int, end: int) -> int:
    """Where the first free-standing dash of a line, or the stop behind its date, is; its start where there is none."""
    for token in view.tokens[view.token_at(start) : view.token_at(max(start, end - 1)) + 1]:
        if token.start - start > _LINE:
            break
        free = view.text[token.start - 1 : token.start].isspace() and view.text[token.end : token.end + 1].isspace()
        if view.text[token.start : token.end] in _DASHES and free:
            return token.start
        if token.fold == "." and any(t.end == token.start for t in view.placed(view.times).begin(start, token.start)):
            return token.start
    return start


def _opens(view: View, first: Name, start: int, stop: int) -> bool:
    """A dateline before a dash begins with its place, and has a date, a comma or a bracket, or is in capitals."""
    marks = set(view.text[first.end : stop])
    dated = bool(view.placed(view.times).begin(start, stop))
    return first.start == start and (dated or bool(marks & set(",(/")) or first.text.isupper())


def _others(view: View, start: int, stop: int) -> int:
    """How many words of a stretch are neither names, dates nor numbers."""
    taken = [(n.start, n.end) for n in view.placed(view.names).begin(start, stop)]
    taken += [(t.start, t.end) for t in view.placed(view.times).begin(start, stop)]
    words = 0
    for token in view.tokens[view.token_at(start) : view.token_at(max(start, stop - 1)) + 1]:
        free = not any(a <= token.start < b for a, b in taken)
        words += start <= token.start < stop and token.kind == "word" and free
    return words


def bears(view: View, pack: Pack, name: Name) -> bool:
    """Whether a place only says how far off, or on the way to where: "20 km north of X"."""
    return _behind(view, pack.build(_tables).bearings, name, _BEFORE)


def aside(view: View, pack: Pack, name: Name, quote: Quote | None) -> bool:
    """Whether a place says nothing of where: whose somebody is ("citizens of X"), or where a speaker of the figure
    speaks ("told reporters in X")."""
    whose = _behind(view, pack.build(_tables).belongs, name, 0) or _describes(view, pack, name)
    return whose or (quote is not None and _speaks_there(name, quote))


def _describes(view: View, pack: Pack, name: Name) -> bool:
    """A country before the noun it only describes, where nouns come last: "a ⟦U.S.⟧ helicopter west of X"."""
    data = pack.read(FigureData)
    if data.head != "last" or not name.place_id or not name.place_id.isalpha():
        return False
    i, k = view.token_at(name.start), view.token_at(name.end - 1) + 1
    if not 0 < i < k < len(view.tokens) or view.tokens[i - 1].fold in data.locative:
        return False
    word, fold = view.text[view.tokens[k].start : view.tokens[k].end], view.tokens[k].fold
    return word.isalpha() and word.islower() and fold not in data.stops and fold not in data.joins


def _behind(view: View, table: PhraseTable[bool], name: Name, gap: int) -> bool:
    """Whether a phrase of ``table`` ends right before a name, or up to ``gap`` tokens before."""
    i = view.token_at(name.start)
    first = max(0, i - 4 - gap)
    folds = [t.fold for t in view.tokens[first:i]]
    return any(len(folds) - gap <= last and _bare(folds[last:]) for _, last, _ in table.scan(folds))


def _bare(folds: list[str]) -> bool:
    """Only words between: a comma or stop ends the phrase."""
    return all(fold.isalpha() for fold in folds)


def _speaks_there(name: Name, quote: Quote) -> bool:
    if quote.start <= name.start < quote.end:
        return False
    marks = [(quote.source_start, quote.source_end), (quote.cue_start, quote.cue_end)]
    return any(a is not None and b is not None and a <= name.start <= b + _BESIDE for a, b in marks)
