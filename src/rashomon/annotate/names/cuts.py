"""Where rows of capitalised words end: cuts between two names, and words that only open a sentence."""

from itertools import pairwise

from rashomon.annotate.names import dictionary, places
from rashomon.annotate.names.scene import Scene

KEPT = frozenset(("al", "el", "аль", "эль", "bin", "ibn", "ибн", "бин", "von", "фон", "van"))


def pieces(scene: Scene, i: int, j: int) -> list[tuple[int, int]]:
    """The row cut where one name ends and another begins: after titles, countries, before given names."""
    cuts = {i, j}
    for a, b in scene.marks["titles"].items():
        part = a > i and a - 1 in scene.covers["org_heads"]  # "Assemblea Generale": no general
        if i <= a < j and not part and not scene.within("org_heads", b, j):
            cuts |= {a, min(b, j)}
    body = False
    k = i
    while k < j:
        cut = _border(scene, i, k, j, body)
        if cut:
            cuts.add(cut)
        body = body or k in scene.covers["org_heads"] or scene.word_in("portfolios", k, k + 1)
        k += 1
    edges = sorted(cuts)
    rows = list(pairwise(edges))
    titled = scene.covers["titles"]
    return [
        (a, b) for a, b in rows if not all(n in titled for n in range(a, b)) or scene.within("org_heads", a, b)
    ] or [(j, j)]


def named(scene: Scene, i: int, j: int) -> list[tuple[int, int]]:
    """A person's row cut where a place meets the name ("України Володимир Бойко")."""
    cuts = sorted({i, j} | {cut for k in range(i, j) if i < (cut := _border(scene, i, k, j, False)) < j})
    return list(pairwise(cuts))


def flat_pieces(scene: Scene, i: int, j: int) -> list[tuple[int, int]]:
    """In a line of capitals only words with a reason of their own are names: "TALKS IN PERU FAIL"."""
    rows: list[tuple[int, int]] = []
    for k in range(i, j):
        joined = bool(rows) and rows[-1][1] == k
        surname = joined and dictionary.given(scene, k - 1) and not _opens(scene, k)
        if surname or _reasoned(scene, k):
            rows[-1:] = [(rows[-1][0], k + 1)] if joined and not _place_at(scene, k) else [*rows[-1:], (k, k + 1)]
    return rows


def _opens(scene: Scene, k: int) -> bool:
    opener = scene.lex.has("openers", scene.fold(k)) or k in scene.covers["speech"]
    return opener or scene.fold(k) in scene.facts.lower


def _reasoned(scene: Scene, k: int) -> bool:
    """Is a word of a line in capitals known as a name, or seen as one elsewhere in the report?"""
    if _opens(scene, k) or scene.units[k].shape not in ("title", "upper", "mixed"):
        return False
    word = scene.text[scene.units[k].start : scene.units[k].end]
    seen = scene.fold(k) in scene.facts.capital and not dictionary.is_never(scene.code, word)
    return seen or dictionary.given(scene, k) or _place_at(scene, k) or k in scene.covers["org_heads"]


def _place_at(scene: Scene, k: int) -> bool:
    word = scene.text[scene.units[k].start : scene.units[k].end]
    least = 2 if scene.units[k].shape == "title" else 3  # "NICE", "READING" in a line of capitals are no towns
    found = [places.known(scene.code, scene.language, part.title()) for part in {word, *word.split("-")}]
    return any(known is not None and known.weight >= least for known in found)


def _border(scene: Scene, i: int, k: int, j: int, body: bool) -> int:
    """A cut at or after unit ``k``, 0 for none."""
    if k > i and body and scene.units[k].capital and dictionary.given(scene, k) and k + 1 < j:
        return k
    if k > i and _meets(scene, k):
        return k
    if k == i or not scene.units[k - 1].capital:
        words = [u.fold for u in scene.units[k:j]]
        found = places.prefix(scene.code, scene.language, words) if len(words) > 1 else None
        rest = k + found[0] if found else j
        if rest < j and not named_after(scene, rest, j) and (j - rest >= 2 or dictionary.given(scene, rest)):
            return rest
    return 0


def _meets(scene: Scene, k: int) -> bool:
    """Do a place and another name meet before unit ``k`` ("w Lizbonie Marta Nowak", "Nowaka Polska")?

    Only languages with case endings put two names side by side without a sign.
    """
    before, after = scene.units[k - 1], scene.units[k]
    if not scene.lex.endings or not (before.capital and after.capital):
        return False
    first, second = (scene.text[u.start : u.end] for u in (before, after))
    if places.listed(scene.code, scene.language, second):
        left = _weight(scene, first)
        return left >= 5 or (left < 2 and dictionary.is_surname(scene.code, first))
    return dictionary.given(scene, k) and _weight(scene, first) >= 3 and _weight(scene, second) < 3


def _weight(scene: Scene, word: str) -> float:
    """How much speaks for a place."""
    place = places.known(scene.code, scene.language, word)
    return place.weight if place else 0.0


def named_after(scene: Scene, first: int, last: int) -> bool:
    """Does an organisation or a larger place name go on: "Kenya Airways", "Congo River"?"""
    return (
        scene.within("org_heads", first, last)
        or scene.within("org_tails", first, last)
        or scene.word_in("place_heads", first, last)
        or not scene.units[first].capital
    )


def trim(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Without openers, articles, portfolios and adjectives at the edges; None where nothing is left."""
    bodied = scene.within("org_heads", first, last) or scene.within("org_tails", first, last)
    while first < last and _idle(scene, first, last, bodied):
        first += 1
    while first < last and not scene.units[last - 1].capital:
        last -= 1
    while first < last and not bodied and dictionary.never(scene, last - 1):
        last -= 1
    return (first, last) if first < last else None


def _idle(scene: Scene, i: int, last: int, bodied: bool) -> bool:
    """Is the unit no part of the name that follows it?"""
    unit, lex = scene.units[i], scene.lex
    if unit.shape == "lower":
        return unit.fold not in KEPT
    if lex.has("articles", unit.fold):
        return True
    if lex.has("openers", unit.fold) and unit.weak and unit.shape == "title":
        return True
    if last - i > 1 and opening_word(scene, i):
        return True
    if bodied:
        return False
    return dictionary.never(scene, i) or (lex.has("portfolios", unit.fold) and _after_title(scene, i))


def opening_word(scene: Scene, i: int) -> bool:
    """Is a capital due to the sentence only: "Mentre Save the Children", "Decyzja Parlamentu"?"""
    unit = scene.units[i]
    if not unit.weak or unit.shape != "title":
        return False
    if scene.lex.has("openers", unit.fold):
        return True
    idle = unit.fold in scene.facts.lower or dictionary.common_noun(scene, i)
    head = i in scene.covers["org_heads"] or scene.lex.has("place_heads", unit.fold)
    listed = i in scene.marks["orgs"] or i in scene.marks["places"] or i in scene.covers["titles"]
    return idle and not head and not listed and not dictionary.given(scene, i)


def _after_title(scene: Scene, i: int) -> bool:
    """Does a title stand before unit ``i``, with only connectors and portfolios between?"""
    k = i
    while k > 0 and k not in scene.covers["titles"]:
        k -= 1
        fold = scene.fold(k)
        passes = any(scene.lex.has(n, fold) for n in ("connectors", "conjunctions", "portfolios", "articles"))
        if k not in scene.covers["titles"] and not passes:
            return False
    return k in scene.covers["titles"]
