"""Places: by the gazetteer where it knows them, by their sound where it does not."""

from collections import Counter
from functools import lru_cache
from itertools import product

from rashomon.lang import gazetteer
from rashomon.link.alike import Alike
from rashomon.link.blocks import skeletons
from rashomon.link.established import both_established
from rashomon.link.forms import Form
from rashomon.link.match import Score, compare
from rashomon.link.scheme import Scheme
from rashomon.link.scripts import join_across_scripts
from rashomon.link.sound import coarse, sounds
from rashomon.link.tables import adjective, territory
from rashomon.link.union import Groups
from rashomon.link.words import agreed, bases, rules, split

_TOWN = 15_000  # people: a smaller town is no better than the name itself
_LARGE = 100_000  # people of a town whose other names are trusted
_OWN = 20  # how much more a main name counts
_SHARE = 6  # a country is what a pile is about with one mention of places in so many
_SEEN = 4  # towns of one name looked at
_TRIES = 60
_MANY = 200  # towns of one name looked at for one in the pile's countries
_SAME = {"EU": "eu", "UN": "un"}  # territories of CLDR that are bodies


@lru_cache(maxsize=50_000)
def town(text: str, language: str | None, lemma: str | None = None) -> str | None:
    """Gazetteer id of the town that a name in any case stands for.

    The largest, but its main name spelled so wins over a larger town's other name ("Islamabad"); a town of few people
    must bear the name as its main one, since small towns have all kinds of other names.
    """
    best: tuple[int, str] | None = None
    for name in _base_names(text, language, lemma):
        for place in gazetteer.lookup(name)[:_SEEN]:
            own = gazetteer.key(place.name) == gazetteer.key(name)
            enough = _TOWN if own or _sounds_so(place.name, name, language) else _LARGE
            weight = place.population * (_OWN if own else 1)
            if place.population >= enough and (best is None or weight > best[0]):
                best = weight, place.id
    return best[1] if best else None


def _sounds_so(main: str, name: str, language: str | None) -> bool:
    return bool(set(sounds(main.casefold(), "en")) & set(sounds(name, language)))


def _base_names(text: str, language: str | None, lemma: str | None) -> list[str]:
    """The name as written and the base forms it may have: "Новом Саде" -> "новый сад"."""
    words = split(text)
    choices = [
        (w, *agreed(w, language), *bases(w, language)) if i + 1 < len(words) else bases(w, language)
        for i, w in enumerate(words)
    ]
    names = [" ".join(words), *([lemma] if lemma else [])]
    if len(words) <= 3:
        limit = _TRIES if len(words) == 1 else 12
        names += [" ".join(row) for row in product(*(c[:limit] for c in choices))]
    return list(dict.fromkeys(names))


def identify(form: Form) -> str | None:
    """The gazetteer or territory id of a form; an area of a town is "1526273/region"."""
    known = rules(form.language)
    folds = split(form.text)
    words = [w for w in folds if w not in known.place_nouns]
    for text in dict.fromkeys((form.text, " ".join(words))):
        code = territory(text, form.language) if text else None
        if code:
            return code
    area = next((known.areas[w] for w in folds if w in known.areas), None)
    rest = [w for w in words if w not in known.areas and w not in known.small]
    if not rest:
        return None
    if area and (whole := town(" ".join(folds), form.language)):
        return whole  # "Salt Lake City"
    if area is None:
        code = adjective(rest[0], form.language) if len(rest) == 1 else None
        bent = not form.text[:1].isupper() or _like_adjective(rest[-1], form.language)
        return code or (None if bent else town(" ".join(words), form.language, form.lemma))
    inside = territory(" ".join(rest), form.language) or town(" ".join(rest), form.language)
    return f"{inside}/{area}" if inside and inside.isdigit() else None


def country_of(form: Form) -> str | None:
    """Territory code of the country that ends or opens a place name: "Ostmark Province, Ruritania", "Луганской
    области Украины"; None where none does.
    """
    words = split(form.text)
    edges = (words[-1:], words[-2:], words[:1]) if len(words) > 1 else ()
    found = (territory(" ".join(edge), form.language) for edge in edges)
    return next((code for code in found if code and gazetteer.place(code)), None)


def _like_adjective(fold: str, language: str | None) -> bool:
    """Whether a word bends like "московского": that is no town, though "московский" may be the name of one."""
    known = rules(language).demonyms
    return any(ending in base[-4:] for base in agreed(fold, language) for ending in known)


def link_places(alike: Alike, nodes: dict[str, int]) -> None:
    """Join place forms. ``nodes`` collects the node of each place id met."""
    forms, groups = alike.forms, alike.groups
    rest: list[int] = []
    for i, form in enumerate(forms):
        if form.kind != "place":
            continue
        if form.known is None:
            rest.append(i)
        else:
            groups.join(nodes.setdefault(_SAME.get(form.known, form.known), i), i)
    here = _countries(forms, groups, nodes)
    for i in rest:
        small = _small_town(forms[i], here)
        if small:
            groups.join(nodes.setdefault(small, i), i)
    _join_rest(alike, rest)


def _countries(forms: list[Form], groups: Groups, nodes: dict[str, int]) -> frozenset[str]:
    """The countries that the pile is about: those of a good part of its mentions of places."""
    weights: Counter[str] = Counter()
    for name, node in nodes.items():
        place = gazetteer.place(name)
        if place is not None and place.country:
            weights[place.country] += sum(len(forms[m].uses) for m in groups.members[groups.find(node)])
    return frozenset(country for country, count in weights.items() if count * _SHARE >= weights.total())


def _small_town(form: Form, countries: frozenset[str]) -> str | None:
    """A town of few people whose main name this is, in a country that the pile is about."""
    if any(w in rules(form.language).areas for w in split(form.text)) or not form.text[:1].isupper():
        return None
    for name in _base_names(form.text, form.language, form.lemma):
        for place in gazetteer.lookup(name)[:_MANY]:
            known = place.population >= _TOWN or _sounds_so(place.name, name, form.language)
            if place.country in countries and known:
                return place.id
    return None


def _keys(form: Form) -> list[str]:
    return sorted({f"{coarse(sound)[:3]}{len(form.words)}" for sound in form.words[0].sounds})


def _finer(form: Form) -> tuple[str, ...]:
    return skeletons(form.words[0])


def _order(form: Form) -> list[str]:
    return [w.least for w in form.words]


def _score(a: Form, b: Form) -> Score | None:
    score = compare(a.words, b.words, "place")
    return score if score.same else None


_SCHEME = Scheme(_keys, _finer, _order, _score)


def _join_rest(alike: Alike, rest: list[int]) -> None:
    """Places without an id: the same words in another case or script."""
    forms, groups = alike.forms, alike.groups
    named = [i for i in rest if forms[i].words]
    for i, j, _ in alike.pairs(_SCHEME, named, "place"):
        if groups.find(i) != groups.find(j):
            _join_two(forms, groups, i, j)
    join_across_scripts(forms, named, groups)


def _join_two(forms: list[Form], groups: Groups, i: int, j: int) -> None:
    two = both_established(forms, groups.members[groups.find(i)], groups.members[groups.find(j)])
    if two:
        groups.note(i, (f"against {forms[j].text}: {two}",))
    else:
        groups.join(i, j, (f"{forms[i].text} ~ {forms[j].text}",))
