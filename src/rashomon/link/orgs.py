"""Organisations: known bodies, state bodies of a country, acronyms, and names that sound alike."""

from collections import Counter, defaultdict

from rashomon.lang import bodies
from rashomon.link.forms import Form
from rashomon.link.match import compare
from rashomon.link.places import territory
from rashomon.link.sound import coarse
from rashomon.link.union import Groups
from rashomon.link.words import Word, rules, split, word

_MANY = 300


def link_orgs(forms: list[Form], groups: Groups, nodes: dict[str, int]) -> dict[tuple[int, int], int]:
    """Join organisation forms; returns the node of each (form index, reading) that is not its form's own.

    ``nodes`` collects the node of each known body met ("nato", "foreign-ministry/fr").
    """
    rest = []
    for i, form in enumerate(forms):
        if form.kind != "org":
            continue
        known = bodies.find(form.text, form.language)
        if known is None:
            rest.append(i)
        elif known in nodes:
            groups.join(nodes[known], i)
        else:
            nodes[known] = i
    _join_alike(forms, rest, groups)
    return {}


def _core(form: Form) -> tuple[Word, ...]:
    """The words without head nouns and the country: "agency", "company", "of Ukraine"."""
    generic = rules(form.language).generic
    kept = tuple(w for w in form.words if w.fold not in generic)
    return kept or form.words


def _join_alike(forms: list[Form], rest: list[int], groups: Groups) -> None:
    blocks: dict[str, list[int]] = defaultdict(list)
    cores = {i: _core(forms[i]) for i in rest}
    for i in rest:
        joined = "".join(w.main for w in cores[i])
        heads = (
            {coarse(cores[i][0].main)[:3] + str(min(len(cores[i]), 4))}
            if len(cores[i]) > 1
            else {coarse(cores[i][0].main)[:3]}
        )
        for key in sorted(heads | {"+" + joined}):
            blocks[key].append(i)
    for _, block in sorted(blocks.items()):
        for n, i in enumerate(block):
            for j in block[max(0, n - _MANY) : n]:
                if groups.find(i) != groups.find(j) and _alike(cores[i], cores[j]):
                    groups.join(i, j, (f"{forms[i].text} ~ {forms[j].text}",) if forms[i].text != forms[j].text else ())


def _alike(a: tuple[Word, ...], b: tuple[Word, ...]) -> bool:
    if len(a) != len(b) and "".join(w.main for w in a) != "".join(w.main for w in b):
        return False
    score = compare(a, b, "org")
    return score.same and score.value >= 0.84
