"""Who a surname (or a lone given name) stands for: a full name of its report, else of the pile where one is meant."""

from collections import defaultdict
from functools import lru_cache

from rashomon.link.blocks import LIMIT, skeletons
from rashomon.link.forms import Form
from rashomon.link.fullnames import keys
from rashomon.link.match import near
from rashomon.link.union import Groups
from rashomon.link.words import Word

_SAME = 0.95
_LIKE = 0.8  # a word of a full name of the same report
_SURE = 0.86  # a surname of the pile that is only near
_GIVEN = 0.9  # a given name is a weaker reason than a surname
_STRAY = 8  # a word that fewer than one mention in so many holds is no key of the name
_CLEAR = 4  # how many times more mentions make one of two namesakes the one that is meant

Found = dict[int, float]  # group -> agreement

__all__ = ["attach"]


def attach(forms: list[Form], full: list[int], short: list[int], groups: Groups) -> dict[tuple[int, int], int]:
    """The group of each use of a short name, by (form, reading); uses that no full name answers are left out."""
    bearers = _Bearers(forms, full, groups)
    moved: dict[tuple[int, int], int] = {}
    for i in short:
        if forms[i].plain:
            chosen = ((r, bearers.choose(forms[i], r)) for r in forms[i].docs)
            moved.update({(i, r): node for r, node in chosen if node is not None and groups.allowed(node, i)})
    return moved


class _Bearers:
    """Full names by the words they hold."""

    def __init__(self, forms: list[Form], full: list[int], groups: Groups) -> None:
        self.in_doc: dict[int, set[int]] = defaultdict(set)
        self.weight: dict[int, int] = defaultdict(int)
        self.every: dict[int, dict[Word, int]] = defaultdict(lambda: defaultdict(int))  # words of a group, mentions
        plain: dict[int, dict[Word, None]] = defaultdict(dict)
        for i in full:
            root = groups.find(i)
            self.weight[root] += len(forms[i].uses)
            for r in forms[i].docs:
                self.in_doc[r].add(root)
            for word in forms[i].words:
                self.every[root][word] += len(forms[i].uses)
            plain[root].update(dict.fromkeys(forms[i].plain))
        self.words = {root: [w for w in words if self._steady(w, root)] for root, words in plain.items()}
        self.roots: dict[Word, list[int]] = defaultdict(list)
        for root, words in self.words.items():
            for word in words:
                self.roots[word].append(root)
        self.by_key = _indexed(self.roots)
        self.wide: dict[Form, int | None] = {}

    def _steady(self, word: Word, root: int) -> bool:
        """Not a word that strayed into one of many mentions."""
        holding = sum(count for w, count in self.every[root].items() if near(word, w) >= _SAME)
        return holding * _STRAY >= self.weight[root]

    def choose(self, form: Form, r: int) -> int | None:
        """The group that a short name of report ``r`` stands for, or None."""
        here = self._among(form, self.in_doc.get(r, ()))
        return self._best(here) if here else self._of_pile(form)

    def _among(self, form: Form, roots: set[int] | tuple[()]) -> Found:
        core = form.plain[0]
        own = keyset(core)
        found: Found = {}
        for root in roots:
            rows = (_agreement(core, w) for w in self.words[root] if not own.isdisjoint(keyset(w)))
            value = max(rows, default=0.0)
            if value >= _LIKE and self._initials(form, root):
                found[root] = value
        return found

    def _of_pile(self, form: Form) -> int | None:
        """The one that is meant in a report that names none of them in full."""
        if form not in self.wide:
            self.wide[form] = self._best(self._everywhere(form))
        return self.wide[form]

    def _everywhere(self, form: Form) -> Found:
        core = form.plain[0]
        found: Found = {}
        for word in self._candidates(core):
            value = _agreement(core, word)
            if value > _SAME or (value >= _SURE and len(core.main) > 4 and not core.given):
                found.update({root: max(value, found.get(root, 0.0)) for root in self.roots[word]})
        return {root: value for root, value in found.items() if self._initials(form, root)}

    def _candidates(self, core: Word) -> list[Word]:
        rows = [row for key in keys(core) for row in _asked(self.by_key, key, core)]
        return list(dict.fromkeys(rows))

    def _initials(self, form: Form, root: int) -> bool:
        """Whether the initials of a form ("Т. Мэй") agree with some word of the group."""
        return all(any(near(w, other) > 0 for other in self.every[root]) for w in form.words if w.initial)

    def _best(self, found: Found) -> int | None:
        if not found:
            return None
        top = max(found.values())
        ranked = sorted((root for root, v in found.items() if v >= top - 0.02), key=lambda n: (-self.weight[n], n))
        if len(ranked) > 1 and self.weight[ranked[0]] < _CLEAR * self.weight[ranked[1]]:
            return None
        return ranked[0]


def _agreement(core: Word, word: Word) -> float:
    value = near(core, word)
    if len(core.fold) < 3 and not core.initial and not set(core.readings[:1]) & set(word.readings[:1]):
        return 0.0  # "Ki" may be too many things
    if word.given and value >= _SAME:
        return _GIVEN if core.sounds & word.sounds else 0.0
    return value


@lru_cache(maxsize=200_000)
def keyset(word: Word) -> frozenset[str]:
    return frozenset(keys(word))


def _indexed(words: dict[Word, list[int]]) -> dict[str, list[Word]]:
    """Words by their keys; where a key has too many of them by finer keys instead ("ptr|ptrv")."""
    found: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        for key in keys(word):
            found[key].append(word)
    for key in [key for key, block in found.items() if len(block) > LIMIT]:
        for word in found[key]:
            for more in skeletons(word):
                found[f"{key}|{more}"].append(word)
        found[key] = []
    return dict(found)


def _asked(index: dict[str, list[Word]], key: str, core: Word) -> list[Word]:
    plain = index.get(key, [])
    if plain or key not in index:
        return plain
    return [word for more in skeletons(core) for word in index.get(f"{key}|{more}", ())]
