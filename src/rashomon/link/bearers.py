"""Who a surname (or a lone given name) stands for: a full name of its report, else of the pile where one is meant."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from rashomon.link.blocks import LIMIT, skeletons
from rashomon.link.company import Company
from rashomon.link.forms import Form
from rashomon.link.fullnames import keys
from rashomon.link.match import near
from rashomon.link.roles import NOTHING, Profile, Roles
from rashomon.link.union import Groups
from rashomon.link.words import Word

_SAME = 0.95
_LIKE = 0.8  # a word of a full name of the same report
_SURE = 0.86  # a surname of the pile that is only near
_GIVEN = 0.9  # a given name is a weaker reason than a surname
_STRAY = 8  # a word that fewer than one mention in so many holds is no key of the name
_CLEAR = 4  # how many times more mentions make one of two namesakes the one that is meant

_LONG = 15  # letters of a sound, of which the least difference is told from none
_TOLD = 3  # bearers that an issue lists

Found = dict[int, float]  # group -> agreement


class Unsure(NamedTuple):
    """Something about report ``reading`` that was left open: the code and the words of an issue."""

    reading: int
    code: str
    detail: str


__all__ = ["Unsure", "attach"]


def attach(
    forms: list[Form], full: list[int], short: list[int], groups: Groups, roles: Roles
) -> tuple[dict[tuple[int, int], int], list[Unsure]]:
    """The group of each use of a short name, by (form, reading), and what could not be decided.

    Uses that no full name answers are left out.
    """
    bearers = _Bearers(forms, full, groups, roles)
    moved: dict[tuple[int, int], int] = {}
    for i in short:
        if forms[i].plain:
            chosen = ((r, bearers.choose(i, r)) for r in forms[i].docs)
            moved.update({(i, r): node for r, node in chosen if node is not None and groups.allowed(node, i)})
    return moved, bearers.unsure


class _Bearers:
    """Full names by the words they hold."""

    def __init__(self, forms: list[Form], full: list[int], groups: Groups, roles: Roles) -> None:
        self.forms, self.groups, self.roles = forms, groups, roles
        self.unsure: list[Unsure] = []
        self.profiles: dict[int, Profile] = {}
        self.company = Company(forms, groups)
        self.docs: dict[int, set[int]] = defaultdict(set)
        self.in_doc: dict[int, set[int]] = defaultdict(set)
        self.weight: dict[int, int] = defaultdict(int)
        self.every: dict[int, dict[Word, int]] = defaultdict(lambda: defaultdict(int))  # words of a group, mentions
        plain: dict[int, dict[Word, None]] = defaultdict(dict)
        for i in full:
            root = groups.find(i)
            self.weight[root] += len(forms[i].uses)
            self.docs[root].update(forms[i].docs)
            for r in forms[i].docs:
                self.in_doc[r].add(root)
            for word in forms[i].words:
                self.every[root][word] += len(forms[i].uses)
            plain[root].update(dict.fromkeys(forms[i].plain))
        self.words = {root: [w for w in words if self._steady(w, root)] for root, words in plain.items()}
        self.keyed = {root: [(w, keyset(w)) for w in words] for root, words in self.words.items()}
        self.keys = {root: frozenset().union(*map(keyset, words)) for root, words in self.words.items()}
        self.roots: dict[Word, list[int]] = defaultdict(list)
        for root, words in self.words.items():
            for word in words:
                self.roots[word].append(root)
        self.by_key = _indexed(self.roots)
        self.wide: dict[Form, Found] = {}

    def _steady(self, word: Word, root: int) -> bool:
        """Not a word that strayed into one of many mentions."""
        held = self.every[root]
        if held[word] * _STRAY >= self.weight[root]:
            return True
        holding = 0
        for w, count in held.items():
            holding += count * (near(word, w) >= _SAME)
            if holding * _STRAY >= self.weight[root]:
                return True
        return False

    def choose(self, i: int, r: int) -> int | None:
        """The group that a short name of report ``r`` stands for, or None."""
        form = self.forms[i]
        here = self._among(form, r)
        if here:
            chosen = self._best(here)
            said = NOTHING if (i, r) in self.roles.pointed else self.roles.use(i, r)
            return self._best(self._fitting(here, said)) if chosen is None and said.words else chosen
        wide = self._of_pile(form)
        said = self.roles.use(i, r)
        fitting = self._fitting(wide, said) if said.words else wide
        chosen = self._best(fitting)
        chosen = self._by_company(form, r, fitting) if chosen is None else chosen
        if chosen is not None and not said.words and self.company.strangers(r, self.docs[chosen], chosen):
            self.unsure.append(self._doubt(i, r, wide, said, "no name in common"))
            return None
        if chosen is None and wide:
            self.unsure.append(self._doubt(i, r, wide, said))
        elif chosen is not None and len(fitting) < len(wide):
            self.groups.note(chosen, (f"{form.text}: “{said.told()}” tells who of {len(wide)} it is",))
        return chosen

    def _by_company(self, form: Form, r: int, found: Found) -> int | None:
        """The one of several namesakes whose reports name whom and what this report names."""
        near = self.company.nearest(r, {root: self.docs[root] for root in found}) if len(found) > 1 else None
        if near is None:
            return None
        self.groups.note(near[0], (f"{form.text}: of {len(found)} the one named together with {near[1]}",))
        return near[0]

    def _fitting(self, found: Found, said: Profile) -> Found:
        """Those whom the role beside the name does not speak against; of these the ones who hold it, if any do."""
        left = {root: value for root, value in found.items() if said.against(self._profile(root)) is None}
        holding = {root: value for root, value in left.items() if said.supports(self._profile(root))}
        return holding or left

    def _profile(self, root: int) -> Profile:
        if root not in self.profiles:
            self.profiles[root] = self.roles.group(self.groups.members[self.groups.find(root)])
        return self.profiles[root]

    def _doubt(self, i: int, r: int, wide: Found, said: Profile, apart: str | None = None) -> Unsure:
        """Why a short name was left alone: a role or its company speaks against the only bearer, or several bear it."""
        ranked = sorted(wide, key=lambda n: (-self.weight[n], n))
        whom = ", ".join(self.forms[root].text for root in ranked[:_TOLD])
        against = said.against(self._profile(ranked[0])) if said.words else apart
        why = f"kept apart from {whom}: {against}" if against else f"may be {whom}"
        self.groups.note(i, (f"{self.forms[i].text}: {why}",))
        return Unsure(r, "namesake", f"{self.forms[i].text}: {why}")

    def _among(self, form: Form, r: int) -> Found:
        """Those of the full names of report ``r`` that a short name may stand for."""
        core = form.plain[0]
        own = keyset(core)
        roots = [root for root in self.in_doc.get(r, ()) if not own.isdisjoint(self.keys[root])]
        rows = [(root, w) for root in roots for w, theirs in self.keyed[root] if not own.isdisjoint(theirs)]
        sounding = self._valued(form, [row for row in rows if not core.sounds.isdisjoint(row[1].sounds)])
        if _clear(core, rows) and 1.0 in sounding.values() and self._best(sounding) is not None:
            return sounding  # what is only near cannot change it
        return self._valued(form, rows)

    def _valued(self, form: Form, rows: list[tuple[int, Word]]) -> Found:
        """Of groups with words that may be that of the form those that agree, and how far."""
        best: Found = {}
        for root, word in rows:
            best[root] = max(best.get(root, 0.0), _agreement(form.plain[0], word))
        return {root: value for root, value in best.items() if value >= _LIKE and self._initials(form, root)}

    def _of_pile(self, form: Form) -> Found:
        """Those that may be meant in a report that names none of them in full."""
        if form not in self.wide:
            self.wide[form] = self._everywhere(form)
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


def _clear(core: Word, rows: list[tuple[int, Word]]) -> bool:
    """Whether words that are only near cannot agree so far with a word as those that sound the same."""
    return max(map(len, core.sounds)) <= _LONG and all(word.abjad == core.abjad for _, word in rows)


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
