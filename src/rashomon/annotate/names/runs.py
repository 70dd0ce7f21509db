"""Candidate names: rows of capitalised words with what may stand between them."""

from dataclasses import dataclass, field

from rashomon.annotate.names import dictionary, places
from rashomon.annotate.names.cuts import KEPT, flat_pieces, named_after, opening_word, pieces, trim
from rashomon.annotate.names.quoted import quoted
from rashomon.annotate.names.scene import Scene
from rashomon.annotate.names.tails import tail_end

FIXED = ("place_lower", "org_lower", "orgs", "places")
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
    listed = {i for name in FIXED for i in scene.marks[name]}
    i = 0
    while i < len(scene.units):
        if scene.units[i].shape == "sign" and (marked := quoted(scene, i)):
            run = Run(scene, marked[0], marked[1], rule="names.quoted")
            run.vote(marked[2], 7, "in quotation marks behind what it is")
            runs.append(run)
            i = marked[1]
            continue
        if not scene.units[i].capital and i not in listed and scene.units[i].fold not in KEPT:
            i += 1
            continue
        fixed = _fixed(scene, i)
        if fixed:
            runs.append(fixed)
            i = fixed.last
            continue
        if not _starts(scene, i) or (_capital(scene, i + 1) and opening_word(scene, i)):
            i += 1
            continue
        j = _extend(scene, i)
        for first, last in flat_pieces(scene, i, j) if flat else pieces(scene, i, j):
            trimmed = trim(scene, first, last)
            if trimmed:
                runs.append(Run(scene, trimmed[0], tail_end(scene, *trimmed)))
        i = max([j, *(run.last for run in runs[-1:])])
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
    if not scene.units[i].capital or not (_capital(scene, i + 1) or scene.lex.endings):
        return None
    found = places.several(scene.code, scene.language, [u.fold for u in scene.units[i : i + 6]])
    if not found or found[0] < 2 or found[0] > 6:
        return None
    j = i + found[0]
    goes_on = _capital(scene, j) and named_after(scene, j, _extend(scene, j))
    run = Run(scene, i, j, rule="names.list.territory")
    run.vote("place", 5, found[1].why)
    run.place_id, run.lemma = found[1].id, found[1].name
    return None if goes_on else run


def _longer(scene: Scene, i: int, j: int, name: str) -> int:
    """The end of a listed name that goes on: "Security Council of Chile", "Kenya Airways"."""
    if not _starts(scene, i):
        return j
    longer = _extend(scene, i)
    if longer <= j or pieces(scene, i, longer)[0][1] < longer:
        return j
    linked = not scene.units[j].capital and name != "places" and not scene.lex.has("conjunctions", scene.fold(j))
    goes_on = scene.within("org_heads", j, longer) or scene.within("org_tails", j, longer)
    goes_on = goes_on or (name == "org_lower" and dictionary.plain(scene, j) and not dictionary.place(scene, j))
    return longer if linked or goes_on else j


def _proper(scene: Scene, i: int, j: int) -> bool:
    units = scene.units[i:j]
    if len(units) == 1 and units[0].weak and units[0].shape == "title":
        return units[0].fold not in scene.facts.lower
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
    kept = unit.fold in KEPT and not scene.lex.has("connectors", unit.fold) and not scene.lex.has("openers", unit.fold)
    return unit.shape == "lower" and kept and after is not None and after.capital


def _outside(scene: Scene, i: int) -> bool:
    """Is a unit of a title also the beginning of a name ("Foreign Ministry")?"""
    return i in scene.covers["org_heads"] or i in scene.marks["orgs"] or i in scene.marks["places"]


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
    if _capital(scene, j + 2) and all(scene.lex.has("particles", scene.fold(n)) for n in (j, j + 1)):
        return 3  # "Juan de la Fuente"
    if not _bodied(scene, i, j):
        return 0
    link = scene.lex.has("connectors", unit.fold) or scene.lex.has("conjunctions", unit.fold)
    if link and _capital(scene, j + 1) and not dictionary.never(scene, j + 1):  # "on Lake Kivu on ⟦Tuesday⟧"
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
