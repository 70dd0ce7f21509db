"""Persons: full names over the pile first, then short ones, report by report."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon.link.forms import Form
from rashomon.link.match import Score, compare, near
from rashomon.link.sound import coarse
from rashomon.link.union import Groups
from rashomon.link.words import Word

_SAME = 0.95
_ALIKE = 0.7
_STRAY = 8  # a word that fewer than one mention in so many holds is no key of the name
_CHECKED = 8  # members of each group that must fit each other
_MANY = 40  # names of a block that each is compared with
_CLEAR = 4  # how many times more mentions make one of two namesakes the one that is meant


def keys(word: Word) -> list[str]:
    """Blocking keys of a word: its given names, and the first consonants of each way to read it."""
    heard = (word.main, *word.readings, word.least)
    classes = list(dict.fromkeys(map(coarse, heard)))
    ends = [f"~{c[-n:]}" for c in classes for n in _ends(len(c)) if not word.given]
    return list(dict.fromkeys([f"={name}" for name in sorted(word.given)] + [c[:3] for c in classes] + ends))


def _ends(size: int) -> tuple[int, ...]:
    """How many last consonants of a word make a key, where an error may stand in the first ones."""
    return () if size < 4 else (3,) if size == 4 else (3, 4) if size == 5 else (4,)


def link_people(forms: list[Form], groups: Groups) -> dict[tuple[int, int], int]:
    """Join the person forms; returns the node of each (form index, reading) that is not its form's own.

    Nodes are form indexes.
    """
    people = [i for i, form in enumerate(forms) if form.kind == "person"]
    full = _single(forms, [i for i in people if len(forms[i].plain) > 1])
    short = [i for i in people if len(forms[i].plain) <= 1]
    _join_full(forms, full, groups)
    _join_polite(forms, full, groups)
    _join_short(forms, short, groups)
    return _attach(forms, full, short, groups)


def _single(forms: list[Form], full: list[int]) -> list[int]:
    """Without runs of two names ("Ivan Petrov Anna Orlova"), whose halves stand in the pile as names."""
    pairs = {tuple(w.main for w in forms[i].plain) for i in full if len(forms[i].plain) == 2}

    def double(i: int) -> bool:
        mains = tuple(w.main for w in forms[i].plain)
        return len(mains) > 3 and mains[:2] in pairs and mains[-2:] in pairs

    return [i for i in full if not double(i)]


def _join_full(forms: list[Form], full: list[int], groups: Groups) -> None:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in full:
        pairs = combinations(forms[i].plain[:5], 2)
        for key in sorted({(min(a, b), max(a, b)) for x, y in pairs for a in keys(x) for b in keys(y)}):
            blocks[key].append(i)
    edges: dict[tuple[int, int], Score] = {}
    for block in blocks.values():
        for pair in _near_pairs(forms, block):
            if pair not in edges:
                edges[pair] = compare(forms[pair[0]].words, forms[pair[1]].words, "person")
    for (i, j), score in sorted(edges.items(), key=lambda edge: (-edge[1].value, edge[0])):
        if score.same:
            _join_if_fitting(forms, groups, i, j, score)


def _near_pairs(forms: list[Form], block: list[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a block; of a large one each name with its neighbours in the order of their sounds."""
    if len(block) > _MANY:
        block = sorted(block, key=lambda i: ([w.least for w in reversed(forms[i].plain)], i))
    for n, i in enumerate(block):
        for j in block[n + 1 : n + 1 + _MANY]:
            yield (i, j) if i < j else (j, i)


def _join_polite(forms: list[Form], full: list[int], groups: Groups) -> None:
    """ "Ivan Petrovich" with the only "Ivan Petrovich Sidorov" of the pile."""
    whole: dict[str, list[tuple[int, Word]]] = defaultdict(list)
    for i in full:
        for name, father in combinations(forms[i].words if len(forms[i].words) > 2 else (), 2):
            for sound in father.sounds if father.patronymic else ():
                whole[sound].append((i, name))
    for i in full:
        words = forms[i].words if len(forms[i].words) == 2 else ()
        heard = sorted(words[1].sounds) if words and words[1].patronymic else []
        found = [j for sound in heard for j, name in whole.get(sound, ()) if near(name, words[0]) >= _SAME]
        if len({groups.find(j) for j in found}) == 1:
            groups.join(i, found[0], (f"{forms[i].text}: polite address of {forms[found[0]].text}",))


def _join_if_fitting(forms: list[Form], groups: Groups, i: int, j: int, score: Score) -> None:
    """Join unless a member of one group contradicts a member of the other (two Ivanovs)."""
    a, b = groups.find(i), groups.find(j)
    if a == b:
        return
    left, right = groups.members[a][:_CHECKED], groups.members[b][:_CHECKED]
    against = next(((x, y) for x in left for y in right if not _fit(forms, x, y, left + right)), None)
    if against:
        groups.note(a, (f"against {forms[against[1]].text}: {forms[against[0]].text} differs",))
        return
    reasons = () if score.value >= 0.999 else (f"{forms[i].text} ~ {forms[j].text}: " + "; ".join(score.why),)
    groups.join(a, b, reasons)


def _fit(forms: list[Form], x: int, y: int, others: list[int]) -> bool:
    """Two names do not contradict each other: their words are alike, or a longer name holds both of them
    ("Ana Ruiz", "Ana Soler" and "Ana Ruiz Soler")."""
    if compare(forms[x].words, forms[y].words, "person").value >= _ALIKE:
        return True
    size = max(len(forms[x].words), len(forms[y].words))
    longer = (forms[m].words for m in others if len(forms[m].words) > size)
    return any(all(compare(words, forms[i].words, "person").same for i in (x, y)) for words in longer)


def _core(form: Form) -> Word | None:
    return form.plain[0] if form.plain else None


def _join_short(forms: list[Form], short: list[int], groups: Groups) -> None:
    """Short names among themselves: the same word in another case or script."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in short:
        core = _core(forms[i])
        if core is not None and len(forms[i].words) == 1:
            blocks[coarse(core.main)[:3]].append(i)
    for block in blocks.values():
        first: dict[str, int] = {}
        for i in block:
            heard = sorted(forms[i].words[0].sounds)
            met = next((first[sound] for sound in heard if sound in first), None)
            if met is not None:
                groups.join(met, i)
            first.update((sound, i) for sound in heard if sound not in first)


def _attach(forms: list[Form], full: list[int], short: list[int], groups: Groups) -> dict[tuple[int, int], int]:
    """Each use of a short name goes to a full name of its report, else of the pile where only one fits."""
    bearers = _Bearers(forms, full, groups)
    moved: dict[tuple[int, int], int] = {}
    for i in short:
        core = _core(forms[i])
        if core is None:
            continue
        for r in forms[i].docs:
            node = bearers.choose(forms[i], core, r)
            if node is not None and groups.allowed(node, i):
                moved[i, r] = node
    return moved


class _Bearers:
    """Full names by the words they hold: who a surname can stand for."""

    def __init__(self, forms: list[Form], full: list[int], groups: Groups) -> None:
        self.forms, self.groups = forms, groups
        self.by_key: dict[str, set[tuple[int, Word]]] = defaultdict(set)
        self.in_doc: dict[int, set[int]] = defaultdict(set)
        self.weight: dict[int, int] = defaultdict(int)
        self.words: dict[int, set[Word]] = defaultdict(set)
        for i in full:
            root = groups.find(i)
            self.weight[root] += len(forms[i].uses)
            for r in forms[i].docs:
                self.in_doc[r].add(root)
            self.words[root].update(forms[i].words)
        for i in full:
            self._add(i, groups.find(i))

    def _add(self, i: int, root: int) -> None:
        """The words of a form as keys of its group, but not a word that strayed into one of many mentions."""
        for word in self.forms[i].plain:
            members = (m for m in self.groups.members[root] if m < len(self.forms))
            holding = (
                len(self.forms[m].uses) for m in members if any(near(word, w) >= _SAME for w in self.forms[m].words)
            )
            if sum(holding) * _STRAY >= self.weight[root]:
                for key in keys(word):
                    self.by_key[key].add((root, word))

    def choose(self, form: Form, core: Word, r: int) -> int | None:
        """The group that a short name of report ``r`` stands for, or None."""
        found: dict[int, float] = {}
        for key in keys(core):
            for root, word in self.by_key.get(key, ()):
                value = near(core, word)
                if word.given and value >= 0.95:  # a given name is a weaker reason than a surname
                    value = 0.9 if core.sounds & word.sounds else 0.0
                if value >= 0.8 and self._initials(form, root):
                    found[root] = max(value, found.get(root, 0.0))
        here = {root: v for root, v in found.items() if root in self.in_doc[r]}
        wide = {
            root: v for root, v in found.items() if v > 0.95 or (v >= 0.86 and len(core.main) > 4 and not core.given)
        }
        return self._best(here) if here else self._best(wide)

    def _initials(self, form: Form, root: int) -> bool:
        """Whether the initials of a form ("Т. Мэй") agree with some word of the group."""
        return all(any(near(w, other) > 0 for other in self.words[root]) for w in form.words if w.initial)

    def _best(self, found: dict[int, float]) -> int | None:
        if not found:
            return None
        top = max(found.values())
        ranked = sorted((root for root, v in found.items() if v >= top - 0.02), key=lambda n: (-self.weight[n], n))
        if len(ranked) > 1 and self.weight[ranked[0]] < _CLEAR * self.weight[ranked[1]]:
            return None
        return ranked[0]
