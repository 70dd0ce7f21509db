"""Persons: full names over the pile first, then short ones, report by report."""

from collections import defaultdict
from itertools import combinations

from rashomon.link.alike import Alike
from rashomon.link.bearers import Unsure, attach
from rashomon.link.forms import Form
from rashomon.link.fullnames import join_full
from rashomon.link.match import near
from rashomon.link.roles import Roles
from rashomon.link.scripts import join_across_scripts
from rashomon.link.sound import coarse
from rashomon.link.union import Groups
from rashomon.link.words import Word

_SAME = 0.95


def link_people(alike: Alike, roles: Roles) -> tuple[dict[tuple[int, int], int], list[Unsure]]:
    """Join the person forms; returns the node of each (form index, reading) that is not its form's own, and doubts.

    Nodes are form indexes.
    """
    forms, groups = alike.forms, alike.groups
    people = [i for i, form in enumerate(forms) if form.kind == "person"]
    full = _single(forms, [i for i in people if len(forms[i].plain) > 1])
    short = [i for i in people if len(forms[i].plain) <= 1]
    join_full(alike, full, roles)
    join_across_scripts(forms, full, groups)
    _join_polite(forms, full, groups)
    _join_short(forms, short, groups)
    return attach(forms, full, short, groups, roles)


def _single(forms: list[Form], full: list[int]) -> list[int]:
    """Without runs of two names ("Ivan Petrov Anna Orlova"), whose halves stand in the pile as names."""
    pairs = {tuple(w.main for w in forms[i].plain) for i in full if len(forms[i].plain) == 2}

    def double(i: int) -> bool:
        mains = tuple(w.main for w in forms[i].plain)
        return len(mains) > 3 and mains[:2] in pairs and mains[-2:] in pairs

    return [i for i in full if not double(i)]


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


def _join_short(forms: list[Form], short: list[int], groups: Groups) -> None:
    """Short names among themselves: the same word in another case or script."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in short:
        if len(forms[i].words) == 1:
            blocks[coarse(forms[i].words[0].main)[:3]].append(i)
    for block in blocks.values():
        first: dict[str, int] = {}
        for i in block:
            heard = sorted(forms[i].words[0].sounds)
            met = next((first[sound] for sound in heard if sound in first), None)
            if met is not None:
                groups.join(met, i)
            first.update((sound, i) for sound in heard if sound not in first)
