"""Full names of persons: those that agree word by word are one, unless something in their groups speaks against it.

Exact agreement goes first (the same sounds, or forms of one given name); then the best of what is only near. Of the
forms that are one already a few stand for all, so that the cost grows with the number of persons, not of spellings.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from itertools import combinations

from rashomon.link.blocks import Blocks, skeletons
from rashomon.link.established import both_established
from rashomon.link.forms import Form
from rashomon.link.match import Score, compare
from rashomon.link.sound import coarse
from rashomon.link.union import Groups
from rashomon.link.words import Word

_ALIKE = 0.7
_EXACT = 0.999
_CHECKED = 8  # members of each group that must fit each other
_STAND = 2  # forms of a language that stand for all of one group
_WORDS = 5  # words of a name that make keys

__all__ = ["join_full", "keys"]


def keys(word: Word) -> list[str]:
    """Blocking keys of a word: its given names, and the first consonants of each way to read it."""
    heard = (word.main, *word.readings, word.least)
    classes = list(dict.fromkeys(map(coarse, heard)))
    ends = [f"~{c[-n:]}" for c in classes for n in _ends(len(c)) if not word.given]
    return list(dict.fromkeys([f"={name}" for name in sorted(word.given)] + [c[:3] for c in classes] + ends))


def _ends(size: int) -> tuple[int, ...]:
    """How many last consonants of a word make a key, where an error may stand in the first ones."""
    return () if size < 4 else (3,) if size == 4 else (3, 4) if size == 5 else (4,)


def join_full(forms: list[Form], full: list[int], groups: Groups) -> int:
    """Join the full names that agree; returns the number of names whose block was too large to look at all pairs."""
    kept, cut = full, 0
    for of, least in ((_exact, _EXACT), (keys, 0.0)):
        paired = {i: _pairs(forms[i], of) for i in kept}
        blocks = Blocks(paired, lambda i: _finer(forms[i]), lambda i: _order(forms[i]))
        _join_best(forms, groups, blocks, kept, least)
        kept, cut = _standing(forms, full, groups), cut + blocks.cut
    return cut


def _pairs(form: Form, of: Callable[[Word], list[str]]) -> list[str]:
    """Keys of a name: one of each of two words, in any order."""
    words = combinations([of(w) for w in form.plain[:_WORDS]], 2)
    return sorted({f"{min(a, b)} {max(a, b)}" for x, y in words for a in x for b in y})


def _exact(word: Word) -> list[str]:
    return [f"={name}" for name in sorted(word.given)] or list(dict.fromkeys((word.main, word.least)))


def _finer(form: Form) -> list[str]:
    """What splits a large block: the consonants of the words that are no given names."""
    plain = form.plain[:_WORDS]
    words = [w for w in plain if not w.given] or plain
    return list(dict.fromkeys(row for w in words for row in skeletons(w)))


def _order(form: Form) -> tuple[object, ...]:
    return [w.least for w in reversed(form.plain)], form.order


def _standing(forms: list[Form], full: list[int], groups: Groups) -> list[int]:
    """Of forms that are one already, the shortest of each language: these stand for all."""
    rows: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for i in full:
        rows[groups.find(i), forms[i].language].append(i)
    shortest = (sorted(row, key=lambda i: (len(forms[i].text), i))[:_STAND] for row in rows.values())
    return sorted(i for row in shortest for i in row)


def _join_best(forms: list[Form], groups: Groups, blocks: Blocks, names: list[int], least: float) -> None:
    edges: list[tuple[float, int, int]] = []
    pairs = ((i, j) for i in names for j in blocks.before(i))
    for i, j in pairs:
        score = compared(forms[i].words, forms[j].words) if groups.find(i) != groups.find(j) else None
        if score and score.same and score.value >= least:
            edges.append((-score.value, min(i, j), max(i, j)))
    for _, i, j in sorted(edges):
        _join_if_fitting(forms, groups, i, j)


@lru_cache(maxsize=200_000)
def compared(a: tuple[Word, ...], b: tuple[Word, ...]) -> Score:
    """`compare` of two persons' names, remembered: groups are checked again at each join."""
    return compare(a, b, "person")


def _join_if_fitting(forms: list[Form], groups: Groups, i: int, j: int) -> None:
    """Join unless a member of one group contradicts a member of the other (two Ivanovs)."""
    a, b = groups.find(i), groups.find(j)
    if a == b:
        return
    left, right = groups.members[a][:_CHECKED], groups.members[b][:_CHECKED]
    against = next(((x, y) for x in left for y in right if not _fit(forms, x, y, left + right)), None)
    if against:
        groups.note(a, (f"against {forms[against[1]].text}: {forms[against[0]].text} differs",))
        return
    score = compared(forms[i].words, forms[j].words)
    near_only = score.value < _EXACT and len(forms[i].words) == len(forms[j].words)
    two = both_established(forms, groups.members[a], groups.members[b]) if near_only else None
    if two:
        groups.note(a, (f"against {forms[j].text}: {two}",))
        groups.note(b, (f"against {forms[i].text}: {two}",))
        return
    reasons = () if score.value >= _EXACT else (f"{forms[i].text} ~ {forms[j].text}: " + "; ".join(score.why),)
    groups.join(a, b, reasons)


def _fit(forms: list[Form], x: int, y: int, others: list[int]) -> bool:
    """Two names do not contradict each other: their words are alike, or a longer name holds both of them
    ("Ana Ruiz", "Ana Soler" and "Ana Ruiz Soler")."""
    if compared(forms[x].words, forms[y].words).value >= _ALIKE:
        return True
    size = max(len(forms[x].words), len(forms[y].words))
    longer = (forms[m].words for m in others if len(forms[m].words) > size)
    return any(all(compared(words, forms[i].words).same for i in (x, y)) for words in longer)
