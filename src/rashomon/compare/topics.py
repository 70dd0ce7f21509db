"""What a sum, a share, a size or a span is about: "turnout was 28%", "a loss of 3 million", "four days of mourning".

Such figures have no class of people or things to be told by; the topic is said in other words of the clause, each
id the same in all packs.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.lang import PhraseTable
from rashomon.model import Figure, Token

if TYPE_CHECKING:
    from rashomon.compare.pile import Claim

__all__ = ["OF_ONE", "Hit", "hits", "leads", "topics_of"]

# Of which an event has one: two values for it are held against each other. Of votes and prices there are many.
OF_ONE = frozenset(
    "turnout workforce damage_cost compensation need ransom reward bail coverage fatality_rate contained area height "
    "depth capacity mourning curfew truce captivity ultimatum queue".split()
)
_BREAKS = frozenset(".;!?—–•")
_BEFORE = 12  # words in which a clause says what its number is about
_AFTER = 6
_TO = 3  # words between "fell 19 percent" and "to 1.1 billion"


class Hit(NamedTuple):
    """A word of a topic: code points in the text."""

    start: int
    end: int
    topic: str


def hits(words: Sequence[Token], table: PhraseTable[str]) -> list[Hit]:
    """All topics named in a sentence, in order."""
    folds = [w.fold for w in words]
    found = [(i, row) for i in table.starts(folds) for row in table.at(folds, i)]
    return [Hit(words[i].start, words[end - 1].end, topic) for i, (end, topic) in found]


def topics_of(
    figure: Figure, words: Sequence[Token], spans: Sequence[tuple[int, int]], found: Sequence[Hit]
) -> frozenset[str]:
    """What a figure is about: the topics right behind it and in its clause before it, else farther before."""
    if not found:
        return frozenset()
    left = max((end for _, end in spans if end <= figure.start), default=-1)
    right = min((start for start, _ in spans if start >= figure.end), default=1 << 60)
    inside = (figure.start, figure.end if figure.label_end is None else max(figure.end, figure.label_end))
    after = _stretch([w for w in words if figure.end <= w.start and w.end <= right], _AFTER, commas=True)
    before = _stretch([w for w in words if left <= w.start and w.end <= figure.start][::-1], _BEFORE)[::-1]
    near = _last_clause(before)
    mine = {h.topic for h in found if _within(h, after) or _meets(inside, h)} | _of(found, near)
    if mine or near is not before:
        return frozenset(mine or _of(found, before))
    linked = left >= 0 and len(before) <= _TO and bool(before)
    behind = [w for w in words if w.end <= left] if linked else []
    return frozenset(_of(found, _stretch(behind[::-1], _BEFORE, commas=True)[::-1]))


def _of(found: Sequence[Hit], words: Sequence[Token]) -> set[str]:
    return {h.topic for h in found if _within(h, words)}


def _within(hit: Hit, words: Sequence[Token]) -> bool:
    return bool(words) and words[0].start <= hit.start and hit.end <= words[-1].end


def _meets(span: tuple[int, int], hit: Hit) -> bool:
    """A topic in the label, or round the number: "⟦burned⟧ 1,200 ⟦hectares⟧"."""
    return hit.start < span[1] and span[0] < hit.end


def _stretch(words: Sequence[Token], most: int, *, commas: bool = False) -> list[Token]:
    """The words up to the end of the clause."""
    found: list[Token] = []
    for word in words:
        if len(found) == most or word.fold in _BREAKS or (commas and word.fold == "," and found):
            break
        found.append(word)
    return found


def _last_clause(words: list[Token]) -> list[Token]:
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].fold == ","), None)
    return words if at is None else words[at + 1 :]


def leads(claims: Sequence["Claim"], texts: Mapping[str, str]) -> frozenset[str]:
    """The first figure that each account gives for a topic of which there is one: "turnout was 28%, down from 43%"."""
    first: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(claims, key=lambda c: c.key):
        for topic in claim.scope.topics & OF_ONE:
            if not claim.scope.background:
                first.setdefault((texts[claim.doc], claim.voice, topic), claim)
    return frozenset(claim.id for claim in first.values())
