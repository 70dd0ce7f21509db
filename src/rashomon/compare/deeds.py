"""What an event is and who did it, comparable across languages.

The *sense* of a trigger ("opened fire", "стреляла") comes from the packs' ``acts``. The *agent* is a
group or a named person or body that the words make the one who acts: the nearest before an active
trigger, the one behind "by" after any. Names of the sentence at large (`Event.actors`) are too many to say so.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.compare.tokens import Tokens
from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.compare import CompareData
from rashomon.model import Event, Reading, Token

__all__ = ["VIOLENT", "Deed", "Frame", "deeds", "frames", "sense_of"]

# Acts of which it is disputed who did them.
VIOLENT = frozenset(
    "shooting shelling bombing stabbing beating stones arson looted storming kidnapping torture poisoning killed "
    "injured attack".split()
)
# Acts that a measure of figures names as well.
_MEASURED = {"killing": "killed", "detaining": "detained", "looting": "looted"}
_OUTCOMES = frozenset({"killed", "injured", "detained", "looted", "missing", "rescued"})
_BEFORE = 4  # words between the one who acts and the act
_BEHIND = 4
_AFTER = 3  # words after a trigger that may complete its phrase ("opened | fire on")
_STOPS = frozenset('.;:!?()—–,«»“”"„')


class Deed(NamedTuple):
    """``sense``: an act's id or None. ``agent`` and ``patient``, to whom it is done: a group's id or an
    entity's, None where the words do not say.
    """

    sense: str | None = None
    agent: str | None = None
    patient: str | None = None


class Frame(NamedTuple):
    """An event as its sentence words it, before anybody is known: starts of words where a doer may begin, nearest
    first. ``by``: behind the preposition, None where there is none. ``act``: where the trigger begins.
    """

    sense: str | None
    passive: bool
    by: tuple[int, ...] | None
    before: tuple[int, ...]
    after: tuple[int, ...]
    act: int


class Tables(NamedTuple):
    acts: PhraseTable[tuple[int, str]]
    by: PhraseTable[str]
    passive: PhraseTable[str]


def tables(pack: Pack) -> Tables:
    """The patterns of one language; an act's rank is its place in the pack."""
    data = pack.read(CompareData)
    acts = [(p, (rank, name)) for rank, name in enumerate(data.acts) for p in data.acts[name]]
    return Tables(
        acts=PhraseTable(acts, pack.lemmas),
        by=PhraseTable([(p, "by") for p in data.by], pack.lemmas),
        passive=PhraseTable([(p, "passive") for p in data.passive], pack.lemmas),
    )


def frames(reading: Reading, tokens: Tokens) -> tuple[Frame | None, ...]:
    """The frame of each event of a report; None where no sentence holds it."""
    starts = [s.start for s in reading.sentences]
    found: list[Frame | None] = []
    for event in reading.events:
        at = bisect_left(starts, event.start + 1) - 1
        if at < 0:
            found.append(None)
            continue
        sentence = reading.sentences[at]
        words = tokens.within(sentence.start, sentence.end)
        found.append(_frame(event, words, load(sentence.language).build(tables)))
    return tuple(found)


def deeds(reading: Reading, known: Sequence[Frame | None]) -> dict[tuple[int, int], Deed]:
    """The deed of each event of a linked report, by its span; ``known`` are its frames."""
    doers = _doers(reading)
    rows = zip(reading.events, known, strict=True)
    return {(event.start, event.end): _deed(frame, doers) for event, frame in rows if frame is not None}


def sense_of(deed: Deed, measures: list[str]) -> str | None:
    """An outcome's measure where the trigger has a word of it, else the act, else any measure."""
    outcome = next((m for m in measures if m in _OUTCOMES), None)
    act = _MEASURED.get(deed.sense, deed.sense) if deed.sense else None
    if outcome == "injured" and act in VIOLENT:
        return act  # "was shot" tells more than that he was hurt
    return outcome or act or next(iter(measures), None)


def _doers(reading: Reading) -> dict[int, tuple[int, str]]:
    """Where groups and named people and bodies begin: start -> (end, id)."""
    found = {n.start: (n.end, n.entity) for n in reading.names if n.entity and n.kind in ("person", "org")}
    found.update({t.start: (t.end, t.group) for t in reading.terms if t.group})
    return found


def _frame(event: Event, words: list[Token], lexicon: Tables) -> Frame:
    first = next((i for i, w in enumerate(words) if w.end > event.start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= event.end), len(words))
    folds = [w.fold for w in words]
    window = folds[first : last + _AFTER]
    met = [value for start, _, value in lexicon.acts.scan(window) if start < last - first]
    return Frame(
        sense=min(met)[1] if met else None,
        passive=any(True for _ in lexicon.passive.scan(folds[max(0, first - 2) : last])),
        by=_by(words, folds, last, lexicon),
        before=_before(words, folds, first, lexicon),
        after=tuple(w.start for w in _clause(words[last : last + _BEHIND])),
        act=words[first].start if first < len(words) else -1,
    )


def _clause(words: list[Token]) -> list[Token]:
    stop = next((i for i, w in enumerate(words) if w.fold in _STOPS), len(words))
    return words[:stop]


def _by(words: list[Token], folds: list[str], last: int, lexicon: Tables) -> tuple[int, ...] | None:
    """ "shot by police": the words behind the preposition."""
    for i in range(max(0, last - 1), min(last + _BEHIND, len(words))):
        if folds[i] in _STOPS:
            return None
        if lexicon.by.at(folds, i):
            return tuple(w.start for w in words[i + 1 : i + 1 + _BEHIND])
    return None


def _before(words: list[Token], folds: list[str], first: int, lexicon: Tables) -> tuple[int, ...]:
    """ "police opened fire": the words before the act, in its clause."""
    found = []
    for i in range(first - 1, max(-1, first - 2 - _BEFORE), -1):
        if folds[i] in _STOPS or lexicon.by.at(folds, i):
            break
        found.append(words[i].start)
    return tuple(found)


def _deed(frame: Frame, doers: dict[int, tuple[int, str]]) -> Deed:
    by = _first(frame.by or (), doers)
    subject = _subject(frame, doers)
    if by is not None or frame.passive:
        return Deed(frame.sense, by, subject)
    return Deed(frame.sense, subject, _first(frame.after, doers))


def _first(starts: Sequence[int], doers: dict[int, tuple[int, str]]) -> str | None:
    return next((doers[start][1] for start in starts if start in doers), None)


def _subject(frame: Frame, doers: dict[int, tuple[int, str]]) -> str | None:
    """The nearest doer before the act, unless it is a part of it."""
    start = next((start for start in frame.before if start in doers), None)
    if start is None:
        return None
    end, who = doers[start]
    return who if end <= frame.act else None
