"""Full names of persons: those that agree word by word are one, unless something in their groups speaks against it.

Exact agreement goes first (the same sounds, or forms of one given name); then the best of what is only near. Of the
forms that are one already a few stand for all, so that the cost grows with the number of persons, not of spellings.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from rashomon.link.alike import Alike
from rashomon.link.blocks import skeletons
from rashomon.link.established import both_established
from rashomon.link.forms import Form
from rashomon.link.match import Score, compare
from rashomon.link.roles import Roles
from rashomon.link.scheme import Pair, Scheme
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


def join_full(alike: Alike, full: list[int], roles: Roles) -> None:
    """Join the full names that agree."""
    kept, judge = full, _Judge(alike.forms, alike.groups, roles)
    for of, least in ((_exact, _EXACT), (keys, 0.0)):
        scheme = Scheme(partial(_pairs, of), _finer, _order, _score)
        judge.join_best(alike.pairs(scheme, kept, "person"), least)
        kept = _standing(alike.forms, full, alike.groups)


def _pairs(of: Callable[[Word], list[str]], form: Form) -> list[str]:
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


def _order(form: Form) -> list[str]:
    return [w.least for w in reversed(form.plain)]


def _score(a: Form, b: Form) -> Score | None:
    score = scored(a, b)
    if not score.same:
        return None
    return score if score.value < _EXACT else Score(score.value, True, ())  # what agrees needs no reasons


def _standing(forms: list[Form], full: list[int], groups: Groups) -> list[int]:
    """Of forms that are one already, the shortest of each language: these stand for all."""
    rows: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for i in full:
        rows[groups.find(i), forms[i].language].append(i)
    shortest = (sorted(row, key=lambda i: (len(forms[i].text), i))[:_STAND] for row in rows.values())
    return sorted(i for row in shortest for i in row)


def scored(a: Form, b: Form) -> Score:
    """How far two persons' names agree, whichever comes first."""
    a, b = sorted((a, b), key=lambda form: form.order)
    return compare(a.words, b.words, "person")


class _Judge:
    """Joins names that agree, best first, unless something in their groups is against it."""

    def __init__(self, forms: list[Form], groups: Groups, roles: Roles) -> None:
        self.forms, self.groups, self.roles = forms, groups, roles
        self.scores: dict[tuple[int, int], Score] = {}  # groups are checked again at each join

    def score(self, i: int, j: int) -> Score:
        pair = (i, j) if i < j else (j, i)
        if pair not in self.scores:
            self.scores[pair] = scored(self.forms[i], self.forms[j])
        return self.scores[pair]

    def join_best(self, pairs: Iterator[Pair], least: float) -> None:
        """Join the pairs that agree at least so well."""
        edges: list[tuple[float, int, int]] = []
        for i, j, score in pairs:
            self.scores[min(i, j), max(i, j)] = score
            if score.value >= least:
                edges.append((-score.value, min(i, j), max(i, j)))
        for _, i, j in sorted(edges):
            if self.groups.find(i) != self.groups.find(j):
                self._join(i, j)

    def _join(self, i: int, j: int) -> None:
        a, b = self.groups.find(i), self.groups.find(j)
        why = self._against(i, j, self.groups.members[a], self.groups.members[b])
        if why:
            self.groups.note(a, (f"against {self.forms[j].text}: {why}",))
            self.groups.note(b, (f"against {self.forms[i].text}: {why}",))
            return
        score = self.score(i, j)
        told = f"{self.forms[i].text} ~ {self.forms[j].text}: " + "; ".join(score.why)
        self.groups.join(a, b, () if score.value >= _EXACT else (told,))

    def _against(self, i: int, j: int, left: list[int], right: list[int]) -> str | None:
        """What contradicts the join: other members (two Ivanovs), two spellings in steady use, roles."""
        few = left[:_CHECKED], right[:_CHECKED]
        differs = next(((x, y) for x in few[0] for y in few[1] if not self._fit(x, y, few[0] + few[1])), None)
        if differs:
            return f"{self.forms[differs[0]].text} is not {self.forms[differs[1]].text}"
        if self.score(i, j).value >= _EXACT:
            return None
        one, other = self.roles.group(left), self.roles.group(right)
        if one.far(other):
            return one.against(other)
        alike = len(self.forms[i].words) == len(self.forms[j].words)
        return both_established(self.forms, left, right) if alike else None

    def _fit(self, x: int, y: int, others: list[int]) -> bool:
        """Two names do not contradict each other: their words are alike, or a longer name holds both of them
        ("Ana Ruiz", "Ana Soler" and "Ana Ruiz Soler")."""
        if self.score(x, y).value >= _ALIKE:
            return True
        size = max(len(self.forms[x].words), len(self.forms[y].words))
        longer = (m for m in others if len(self.forms[m].words) > size)
        return any(all(self.score(m, i).same for i in (x, y)) for m in longer)
