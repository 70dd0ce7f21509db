"""A body called by its head alone: "the Commission" is the only commission that its report names in full."""

from collections import defaultdict
from functools import cache

from rashomon.lang import load
from rashomon.lang.schema.link import LinkData
from rashomon.link.forms import Form
from rashomon.link.match import near
from rashomon.link.meaning import of_form
from rashomon.link.tables import state_types
from rashomon.link.union import Groups

_SAME = 0.95

Moved = dict[tuple[int, int], int]

__all__ = ["is_head", "join_heads", "nouns"]


def join_heads(forms: list[Form], groups: Groups, moved: Moved) -> None:
    """Send the uses of bare heads to the one body of their report whose name holds the word; ``moved`` grows."""
    heads = [i for i, form in enumerate(forms) if form.head and form.words]
    bare = set(heads)
    named: dict[int, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        if form.kind == "org" and len(form.words) > 1 and i not in bare:
            for r in form.docs:
                named[r].append(i)
    for i in heads:
        for r in forms[i].docs:
            if (i, r) not in moved:
                _send(forms, groups, moved, (i, r), named[r])


def _send(forms: list[Form], groups: Groups, moved: Moved, use: tuple[int, int], others: list[int]) -> None:
    """To the only group of the report with the word, in the language of the head."""
    i, r = use
    head = forms[i].words[0]
    holding = (j for j in others if any(near(head, w) >= _SAME for w in forms[j].words))
    found = {groups.find(moved.get((j, r), j)): j for j in holding}
    if len(found) == 1:
        node, full = next(iter(found.items()))
        if groups.allowed(node, i):
            moved[use] = node
            groups.note(node, (f"{forms[i].text}: the only one of its report is {forms[full].text}",))


def is_head(form: Form) -> bool:
    """One word that is a common noun of bodies ("Commission"), and no body of its own ("Parliament")."""
    if len(form.words) > 1 or form.text.isupper():
        return False
    told = of_form(form, False)
    noun = len(told.parts) == 1 and not told.parts[0].isdisjoint(nouns())
    return noun and not told.rest and (form.known is None or form.known in state_types())


@cache
def nouns() -> frozenset[str]:
    """Meanings of the common nouns that can stand for a body alone."""
    return frozenset(load("und").read(LinkData).heads)
