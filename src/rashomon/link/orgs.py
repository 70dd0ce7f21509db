"""Organisations: known bodies, state bodies of a country, acronyms, and names that sound alike."""

from collections import Counter, defaultdict

from rashomon.link.alike import Alike
from rashomon.link.blocks import skeletons
from rashomon.link.established import both_established
from rashomon.link.forms import Form
from rashomon.link.match import Score, compare, near
from rashomon.link.meaning import join_by_meaning
from rashomon.link.scheme import Scheme
from rashomon.link.sound import coarse
from rashomon.link.tables import adjective, territory
from rashomon.link.union import Groups
from rashomon.link.words import Word, rules

_ALIKE = 0.8
_CLOSE = 0.84  # agreement of two names as a whole
_CLEAR = 3  # how many times more mentions make one country's body the one that is meant

Moved = dict[tuple[int, int], int]


def link_orgs(alike: Alike, nodes: dict[str, int]) -> Moved:
    """Join organisation forms; returns the node of each (form index, reading) that is not its form's own.

    ``nodes`` collects the node of each known body met ("nato", "foreign-ministry/FR").
    """
    forms, groups = alike.forms, alike.groups
    rest, bare = [], []
    for i, form in enumerate(forms):
        if form.kind != "org":
            continue
        if form.known is None:
            rest.append(i)
            continue
        groups.join(nodes.setdefault(form.known, i), i)
        if "/" not in form.known:
            bare.append((i, form.known))
    _join_alike(alike, rest)
    _join_acronyms(forms, rest, groups)
    join_by_meaning(alike, rest)
    return _completed(forms, groups, nodes, bare)


def _completed(forms: list[Form], groups: Groups, nodes: dict[str, int], bare: list[tuple[int, str]]) -> Moved:
    """ "The Supreme Court" is the one of the country that the report, else the pile, names with it."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for known in sorted(nodes):
        if "/" in known:
            by_type[known.partition("/")[0]].append(known)
    moved: Moved = {}
    for i, kind in bare:
        weights = {known: _weights(forms, groups, nodes[known]) for known in by_type.get(kind, ())}
        for r in forms[i].docs if weights else ():
            told = {known: count for known, count in weights.items() if _told(forms, groups, nodes, known, r)}
            chosen = _chosen(weights, told, r)
            if chosen:
                moved[i, r] = nodes[chosen]
    return moved


def _weights(forms: list[Form], groups: Groups, node: int) -> Counter[int]:
    """Mentions of a group by report."""
    members = [m for m in groups.members[groups.find(node)] if m < len(forms)]
    return Counter(r for m in members for r, _ in forms[m].uses)


def _told(forms: list[Form], groups: Groups, nodes: dict[str, int], known: str, r: int) -> bool:
    """Whether a report names the country of a body."""
    node = nodes.get(known.partition("/")[2])
    return node is not None and any(r in forms[m].docs for m in groups.members[groups.find(node)])


def _chosen(weights: dict[str, Counter[int]], told: dict[str, Counter[int]], r: int) -> str | None:
    """The body that the report names with its country, else one of the pile whose country the report names."""
    here = [known for known in weights if weights[known][r]]
    if here:
        return here[0] if len(here) == 1 else None
    ranked = sorted(told, key=lambda known: (-told[known].total(), known))
    if not ranked or (len(ranked) > 1 and told[ranked[0]].total() < _CLEAR * told[ranked[1]].total()):
        return None
    return ranked[0]


def _core(form: Form) -> tuple[Word, ...]:
    """The words without head nouns: "agency", "company"."""
    generic = rules(form.language).generic
    return tuple(w for w in form.words if w.fold not in generic) or form.words


def _without_country(form: Form, core: tuple[Word, ...]) -> tuple[tuple[Word, ...], str] | None:
    """The words and the country of "Neftegaz of Latvia", where some name is left."""
    if len(core) < 2:
        return None
    place = territory(core[-1].fold, form.language)
    if place:
        return core[:-1], place
    place = adjective(core[0].fold, form.language)
    return (core[1:], place) if place else None


def _join_countries(forms: list[Form], rest: list[int], groups: Groups) -> None:
    """ "Neftegaz" with "Neftegaz of Latvia", where the pile knows the bare name and one country beside it."""
    cores = {i: _core(forms[i]) for i in rest}
    bare: dict[str, list[int]] = defaultdict(list)
    for i in rest:
        bare["-".join(w.main for w in cores[i])].append(i)
    longer: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i in rest:
        found = _without_country(forms[i], cores[i])
        if found and any(c.isupper() for c in forms[i].text[1:]):
            longer["-".join(w.main for w in found[0])][found[1]].append(i)
    for name, countries in longer.items():
        members = next(iter(countries.values()))
        if name in bare and len(countries) == 1 and not forms[bare[name][0]].text.islower():
            for i in members:
                groups.join(bare[name][0], i, (f"{forms[i].text}: {forms[bare[name][0]].text} with its country",))


def _keys(form: Form) -> list[str]:
    core = _core(form)
    head = coarse(core[0].main)[:3]
    size = min(len(core), 4)
    own = {f"={sound}" for sound in core[0].sounds} if size == 1 else set()
    return sorted({f"{head}{size}", "+" + "".join(w.main for w in core), *own})


def _finer(form: Form) -> tuple[str, ...]:
    return skeletons(_core(form)[0])


def _order(form: Form) -> list[str]:
    return [w.least for w in _core(form)]


def _score(a: Form, b: Form) -> Score | None:
    """Whether the names are alike, and the head nouns beside them."""
    one, other = _core(a), _core(b)
    if len(one) != len(other) and "".join(w.main for w in one) != "".join(w.main for w in other):
        return None
    score = compare(one, other, "org")
    alike = score.same and score.value >= _CLOSE and _heads_agree(_head(a, one), _head(b, other))
    return score if alike else None


_SCHEME = Scheme(_keys, _finer, _order, _score)


def _join_alike(alike: Alike, rest: list[int]) -> None:
    forms, groups = alike.forms, alike.groups
    for i, j, _ in alike.pairs(_SCHEME, rest, "org"):
        if groups.find(i) != groups.find(j):
            _join_two(forms, groups, i, j)
    _join_countries(forms, rest, groups)


def _join_two(forms: list[Form], groups: Groups, i: int, j: int) -> None:
    two = both_established(forms, groups.members[groups.find(i)], groups.members[groups.find(j)])
    if two:
        groups.note(i, (f"against {forms[j].text}: {two}",))
        return
    groups.join(i, j, (f"{forms[i].text} ~ {forms[j].text}",))


def _head(form: Form, core: tuple[Word, ...]) -> list[Word]:
    return [w for w in form.words if w not in core]


def _heads_agree(a: list[Word], b: list[Word]) -> bool:
    """ "Unity" may be "Unity Bank", but "Unity Bank" is not "Unity Party". Across languages heads say nothing."""
    if not a or not b or a[0].latin != b[0].latin:
        return True
    return any(near(x, y) >= _ALIKE for x in a for y in b)


def _join_acronyms(forms: list[Form], rest: list[int], groups: Groups) -> None:
    """ "WUM" with the only full name of its language and reports whose initials it is."""
    by_initials: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for i in rest:
        initials = "".join(w.fold[0] for w in forms[i].words)
        if len(initials) > 1:
            by_initials[forms[i].language, initials].append(i)
    for i in rest:
        form = forms[i]
        if len(form.words) != 1 or not 2 <= len(form.text) <= 6 or not form.text.isupper():
            continue
        full = by_initials.get((form.language, form.text.casefold()), [])
        near = [j for j in full if set(forms[j].docs) & set(form.docs)]
        if near and len({groups.find(j) for j in near}) == 1:
            groups.join(i, near[0], (f"{form.text}: the initials of {forms[near[0]].text} in the same report",))
