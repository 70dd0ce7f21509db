"""Candidate names: rows of capitalised words with what may stand between them."""

from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.annotate.names import dictionary, places
from rashomon.annotate.names.scene import Scene

CURRENCY = frozenset("$€£¥")  # "US$ 40" is money


@dataclass(slots=True)
class Run:
    """Units ``first:last`` of a scene, and the evidence for each kind."""

    scene: Scene
    first: int
    last: int
    votes: dict[str, float] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)
    kind: str = ""
    place_id: str | None = None
    lemma: str | None = None
    role: str | None = None
    rule: str = "names.run"
    coref: tuple[int, int] | None = None
    expands: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        return self.scene.units[self.first].start

    @property
    def end(self) -> int:
        return self.scene.units[self.last - 1].end

    @property
    def text(self) -> str:
        return self.scene.text[self.start : self.end]

    @property
    def words(self) -> list[str]:
        return [u.fold for u in self.scene.units[self.first : self.last]]

    @property
    def key(self) -> str:
        return " ".join(self.words)

    def vote(self, kind: str, weight: float, why: str) -> None:
        self.votes[kind] = self.votes.get(kind, 0) + weight
        self.why.append(f"{kind}: {why}")


def runs_of(scene: Scene) -> list[Run]:
    """All candidates of a sentence, disjoint and in order."""
    runs: list[Run] = []
    capitals = [u for u in scene.units if u.capital]
    flat = len(capitals) > 2 and all(u.weak for u in capitals)
    i = 0
    while i < len(scene.units):
        fixed = _fixed(scene, i)
        if fixed:
            runs.append(fixed)
            i = fixed.last
            continue
        if not _starts(scene, i) or (_capital(scene, i + 1) and _opening_word(scene, i)):
            i += 1
            continue
        j = _extend(scene, i)
        for first, last in _flat_pieces(scene, i, j) if flat else _pieces(scene, i, j):
            trimmed = _trim(scene, first, last)
            if trimmed:
                runs.append(Run(scene, *trimmed))
        i = j
    return runs


def _fixed(scene: Scene, i: int) -> Run | None:
    """A phrase of the pack's lists of organisations and places."""
    j = scene.marks["place_lower"].get(i)
    if j is not None and _starts(scene, j):
        run = Run(scene, i, _extend(scene, j), rule="names.list.place_lower")
        run.vote("place", 5, "head word of a place")
        return run
    for name, kind in (("org_lower", "org"), ("orgs", "org"), ("places", "place")):
        j = scene.marks[name].get(i)
        if j is None or (name != "org_lower" and not _proper(scene, i, j)):
            continue
        j = _longer(scene, i, j, name)
        run = Run(scene, i, j, rule=f"names.list.{name}")
        run.vote(kind, 6, "in the pack's list")
        return run
    return _territory(scene, i)


def _territory(scene: Scene, i: int) -> Run | None:
    """A country's name of several words ("Stanach Zjednoczonych"), unless a body's name goes on."""
    if not scene.units[i].capital or not _capital(scene, i + 1):
        return None
    found = places.prefix(scene.code, scene.language, [u.fold for u in scene.units[i : i + 6]])
    if not found or found[0] < 2 or found[0] > 6:
        return None
    j = i + found[0]
    goes_on = _capital(scene, j) and _named_after(scene, j, _extend(scene, j))
    run = Run(scene, i, j, rule="names.list.territory")
    run.vote("place", 5, found[1].why)
    run.place_id, run.lemma = found[1].id, found[1].name
    return None if goes_on else run


def _longer(scene: Scene, i: int, j: int, name: str) -> int:
    """The end of a listed name that goes on: "Security Council of Chile", "Kenya Airways"."""
    if not _starts(scene, i):
        return j
    longer = _extend(scene, i)
    if longer <= j or _pieces(scene, i, longer)[0][1] < longer:
        return j
    linked = not scene.units[j].capital and name != "places" and not scene.lex.has("conjunctions", scene.fold(j))
    goes_on = scene.within("org_heads", j, longer) or scene.within("org_tails", j, longer)
    goes_on = goes_on or (name == "org_lower" and dictionary.plain(scene, j) and not dictionary.place(scene, j))
    return longer if linked or goes_on else j


def _proper(scene: Scene, i: int, j: int) -> bool:
    units = scene.units[i:j]
    if len(units) == 1 and units[0].weak and units[0].shape == "title":
        return not scene.facts.lower[units[0].fold]
    return units[0].capital or any(u.capital for u in units[1:])


def _starts(scene: Scene, i: int) -> bool:
    unit = scene.units[i]
    if scene.text[unit.end : unit.end + 1] in CURRENCY or (
        i in scene.covers["titles"] and i not in scene.marks["titles"] and not _outside(scene, i)
    ):
        return False
    if unit.capital:
        return unit.shape != "initial" or _initial(scene, i)
    after = scene.units[i + 1] if i + 1 < len(scene.units) else None
    kept = unit.fold in _KEPT and not scene.lex.has("connectors", unit.fold) and not scene.lex.has("openers", unit.fold)
    return unit.shape == "lower" and kept and after is not None and after.capital


def _outside(scene: Scene, i: int) -> bool:
    """Is a unit of a title also the beginning of a name ("Foreign Ministry")?"""
    return i in scene.covers["org_heads"] or i in scene.marks["orgs"] or i in scene.marks["places"]


_KEPT = frozenset(("al", "el", "аль", "эль", "bin", "ibn", "ибн", "бин", "von", "фон", "van"))


def _initial(scene: Scene, i: int) -> bool:
    """One letter begins a name only as an initial: "J. Smith", not "I" or "В"."""
    if i + 1 >= len(scene.units):
        return False
    return scene.units[i].end - scene.units[i].start > 1 and scene.units[i + 1].capital


def _extend(scene: Scene, i: int) -> int:
    """End of the longest row of name words from unit ``i``."""
    j = i + 1
    while j < len(scene.units):
        step = _step(scene, i, j)
        if not step:
            break
        j += step
    return j


def _step(scene: Scene, i: int, j: int) -> int:
    """How many units from ``j`` on belong to the row that began at ``i``."""
    unit = scene.units[j]
    if unit.shape == "number":
        return int(scene.units[j - 1].capital and scene.units[j - 1].end == unit.start and False)
    if unit.capital:
        return 0 if unit.shape == "initial" and not _initial_inside(scene, j) else 1
    if unit.shape == "sign":
        both = scene.text[unit.start] == "&" and _capital(scene, j + 1)
        return 2 if both else 0
    if unit.shape != "lower":
        return 0
    if _capital(scene, j + 1) and scene.lex.has("particles", unit.fold):
        return 2
    if not _bodied(scene, i, j):
        return 0
    if _capital(scene, j + 1) and (scene.lex.has("connectors", unit.fold) or scene.lex.has("conjunctions", unit.fold)):
        return 2
    second = scene.lex.has("connectors", unit.fold) and scene.lex.has("connectors", scene.fold(j + 1))
    apostrophe = scene.lex.has("connectors", unit.fold) and scene.fold(j + 1) in ("'",)
    return 3 if (second or apostrophe) and _capital(scene, j + 2) else 0


def _bodied(scene: Scene, i: int, j: int) -> bool:
    """Does the row hold an organisation's head word, so that "of" and "and" go on with it?"""
    return scene.within("org_heads", i, j) or scene.word_in("place_heads", i, j)


def _capital(scene: Scene, i: int) -> bool:
    return i < len(scene.units) and scene.units[i].capital and scene.units[i].shape != "initial"


def _initial_inside(scene: Scene, j: int) -> bool:
    unit = scene.units[j]
    return unit.end - unit.start > 1 or scene.units[j - 1].capital


def _pieces(scene: Scene, i: int, j: int) -> list[tuple[int, int]]:
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


def _flat_pieces(scene: Scene, i: int, j: int) -> list[tuple[int, int]]:
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
    return opener or bool(scene.facts.lower[scene.fold(k)])


def _reasoned(scene: Scene, k: int) -> bool:
    """Is a word of a line in capitals known as a name, or seen as one elsewhere in the report?"""
    if _opens(scene, k) or scene.units[k].shape not in ("title", "upper", "mixed"):
        return False
    word = scene.text[scene.units[k].start : scene.units[k].end]
    seen = scene.facts.capital[scene.fold(k)] > 0 and not dictionary.is_never(scene.code, word)
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
        if rest < j and not _named_after(scene, rest, j) and (j - rest >= 2 or dictionary.given(scene, rest)):
            return rest
    return 0


def _meets(scene: Scene, k: int) -> bool:
    """Do a place and another name meet before unit ``k`` ("w Lizbonie Marta Nowak", "Nowaka Polska")?

    Only languages with case endings put two names side by side without a sign.
    """
    before, after = scene.units[k - 1], scene.units[k]
    if not scene.lex.endings or not (before.capital and after.capital):
        return False
    words = [scene.text[u.start : u.end] for u in (before, after)]
    known = [places.known(scene.code, scene.language, word) for word in words]
    left, right = (place.weight if place else 0.0 for place in known)
    person = dictionary.is_surname(scene.code, words[0]) and left < 2
    return (left >= 3 and dictionary.given(scene, k) and right < 3) or (right >= 5 and (person or left >= 5))


def _named_after(scene: Scene, first: int, last: int) -> bool:
    """Does an organisation or a larger place name go on: "Kenya Airways", "Congo River"?"""
    return (
        scene.within("org_heads", first, last)
        or scene.within("org_tails", first, last)
        or scene.word_in("place_heads", first, last)
        or not scene.units[first].capital
    )


def _trim(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
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
        return unit.fold not in _KEPT
    if lex.has("articles", unit.fold):
        return True
    if lex.has("openers", unit.fold) and unit.weak and unit.shape == "title":
        return True
    if last - i > 1 and _opening_word(scene, i):
        return True
    if bodied:
        return False
    return dictionary.never(scene, i) or (lex.has("portfolios", unit.fold) and _after_title(scene, i))


def _opening_word(scene: Scene, i: int) -> bool:
    """Is a capital due to the sentence only: "Mentre Save the Children", "Decyzja Parlamentu"?"""
    unit = scene.units[i]
    if not unit.weak or unit.shape != "title":
        return False
    if scene.lex.has("openers", unit.fold):
        return True
    idle = scene.facts.lower[unit.fold] or dictionary.common_noun(scene, i)
    head = i in scene.covers["org_heads"] or scene.lex.has("place_heads", unit.fold)
    listed = i in scene.marks["orgs"] or i in scene.marks["places"] or i in scene.covers["titles"]
    return bool(idle) and not head and not listed and not dictionary.given(scene, i)


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
