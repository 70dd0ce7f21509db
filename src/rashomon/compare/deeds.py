"""What an event is and who did it, comparable across languages.

The *sense* of a trigger ("opened fire", "стреляла") comes from the packs' ``acts``. The *agent* is a
group or a named person or body that the words make the one who acts: the nearest before an active
trigger, the one behind "by" after any. Names of the sentence at large (`Event.actors`) are too many to say so.
"""

from bisect import bisect_left
from typing import NamedTuple

from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.compare import CompareData
from rashomon.model import Event, Reading, Sentence, Token
from rashomon.text import tokenize

__all__ = ["VIOLENT", "Deed", "deeds", "sense_of"]

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


def deeds(reading: Reading) -> dict[tuple[int, int], Deed]:
    """The deed of each event of a report, by its span."""
    found: dict[tuple[int, int], Deed] = {}
    doers = _doers(reading)
    words: dict[int, list[Token]] = {}
    starts = [s.start for s in reading.sentences]
    for event in reading.events:
        at = bisect_left(starts, event.start + 1) - 1
        if at < 0:
            continue
        sentence = reading.sentences[at]
        row = words.get(at)
        if row is None:
            row = words[at] = _tokens(reading.document.text, sentence)
        found[event.start, event.end] = _deed(event, row, load(sentence.language).build(tables), doers)
    return found


def sense_of(deed: Deed, measures: list[str]) -> str | None:
    """An outcome's measure where the trigger has a word of it, else the act, else any measure."""
    outcome = next((m for m in measures if m in _OUTCOMES), None)
    act = _MEASURED.get(deed.sense, deed.sense) if deed.sense else None
    if outcome == "injured" and act in VIOLENT:
        return act  # "was shot" tells more than that he was hurt
    return outcome or act or next(iter(measures), None)


def _tokens(text: str, sentence: Sentence) -> list[Token]:
    start = sentence.start
    rows = tokenize(text[start : sentence.end])
    return [Token(start=t.start + start, end=t.end + start, fold=t.fold, kind=t.kind) for t in rows]


def _doers(reading: Reading) -> dict[int, tuple[int, str]]:
    """Where groups and named people and bodies begin: start -> (end, id)."""
    found = {n.start: (n.end, n.entity) for n in reading.names if n.entity and n.kind in ("person", "org")}
    found.update({t.start: (t.end, t.group) for t in reading.terms if t.group})
    return found


def _deed(event: Event, words: list[Token], lexicon: Tables, doers: dict[int, tuple[int, str]]) -> Deed:
    first = next((i for i, w in enumerate(words) if w.end > event.start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= event.end), len(words))
    folds = [w.fold for w in words]
    window = folds[first : last + _AFTER]
    met = [value for start, _, value in lexicon.acts.scan(window) if start < last - first]
    subject = _subject(words, folds, first, lexicon, doers)
    by = _by(words, folds, last, lexicon, doers)
    passive = by is not None or any(True for _ in lexicon.passive.scan(folds[max(0, first - 2) : last]))
    after = next((doers[w.start][1] for w in _clause(words[last : last + _BEHIND]) if w.start in doers), None)
    agent, patient = (by, subject) if passive else (subject, after)
    return Deed(min(met)[1] if met else None, agent, patient)


def _clause(words: list[Token]) -> list[Token]:
    stop = next((i for i, w in enumerate(words) if w.fold in _STOPS), len(words))
    return words[:stop]


def _by(
    words: list[Token], folds: list[str], last: int, lexicon: Tables, doers: dict[int, tuple[int, str]]
) -> str | None:
    """ "shot by police": the first doer behind the preposition."""
    for i in range(max(0, last - 1), min(last + _BEHIND, len(words))):
        if folds[i] in _STOPS:
            return None
        if lexicon.by.at(folds, i):
            return next((doers[w.start][1] for w in words[i + 1 : i + 1 + _BEHIND] if w.start in doers), None)
    return None


def _subject(
    words: list[Token], folds: list[str], first: int, lexicon: Tables, doers: dict[int, tuple[int, str]]
) -> str | None:
    """ "police opened fire": the nearest doer before the act, in its clause."""
    for i in range(first - 1, max(-1, first - 2 - _BEFORE), -1):
        if folds[i] in _STOPS or lexicon.by.at(folds, i):
            return None
        if words[i].start in doers:
            end, who = doers[words[i].start]
            return who if first < len(words) and end <= words[first].start else None
    return None
