"""From votes to kinds: what the report says elsewhere of the same words decides the weak cases."""

from collections import defaultdict

from rashomon.annotate.names import dictionary
from rashomon.annotate.names.places import bases
from rashomon.annotate.names.runs import Run

KINDS = ("place", "org", "person")
ENOUGH = 1.4


def settle(runs: list[Run]) -> list[Run]:
    """Runs with a kind; candidates without enough evidence are left out."""
    shared = _shared(runs)
    kept = []
    for run in runs:
        votes = {kind: run.votes.get(kind, 0) for kind in KINDS}
        for kind, weight in shared[_key(run)].items():
            votes[kind] += weight * 0.5
        best = max(KINDS, key=lambda kind: votes[kind])
        if votes[best] <= 0:
            continue
        run.kind = best
        if best != "person":
            run.coref = None
        if best != "place":
            run.place_id = None
            run.lemma = None
        if _stands(run, votes[best]):
            kept.append(run)
    return kept


def join(runs: list[Run]) -> list[Run]:
    """A headed name takes in the place right after it where the language needs no preposition:
    "Международный аэропорт Омска"."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        if last is not None and run.kind == "place" and last.last == run.first and _takes(last, run):
            last.last, last.why = run.last, [*last.why, "takes the place after it"]
        else:
            kept.append(run)
    return kept


def _takes(head: Run, place: Run) -> bool:
    scene = head.scene
    if place.scene is not scene or not scene.lex.endings or not scene.units[place.first].gap:
        return False
    if head.kind == "place":
        return scene.word_in("place_heads", head.first, head.last) and head.place_id is None
    return head.kind == "org" and head.last - head.first > 1 and scene.within("org_heads", head.first, head.last)


def _key(run: Run) -> str:
    """Inflected forms of one word share a key, as far as the dictionary or endings tell."""
    words = run.words
    if len(words) > 1:
        return " ".join(words)
    return min(bases(run.scene.code, words[0]), key=lambda form: (len(form), form))


def _shared(runs: list[Run]) -> dict[str, dict[str, float]]:
    """Votes of all mentions with one key, the strongest of each kind."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for run in runs:
        row = found[_key(run)]
        for kind, weight in run.votes.items():
            row[kind] = max(row.get(kind, 0), weight)
    return found


def _stands(run: Run, weight: float) -> bool:
    """A word whose capital says nothing needs better evidence than a row inside a sentence."""
    scene = run.scene
    units = scene.units[run.first : run.last]
    if scene.language in scene.lex.data.noun_capitals and weight < 2:
        return False
    if not all(u.weak for u in units if u.capital):
        return True
    if len(units) == 1:
        unit = units[0]
        if unit.fold in scene.facts.lower or scene.lex.has("openers", unit.fold):
            return False
        if unit.fold in scene.facts.capital:
            return True
        if run.rule == "names.run" and run.first in scene.covers["org_heads"]:
            return False
        if len(unit.fold) <= 3 and unit.shape == "title" and weight < 4:
            return False
        if "common" in dictionary.tags(scene.code, run.text.lower()):
            known = any("territory" in reason for reason in run.why)
            return weight >= 4 and (run.rule != "names.run" or known)
        return weight >= ENOUGH + 0.1
    return weight >= ENOUGH


def surnames(runs: list[Run]) -> None:
    """A single word that ends a full name of the report votes for that person."""
    full: dict[str, Run] = {}
    for run in sorted(runs, key=lambda run: run.start):
        words = run.words
        person = run.votes.get("person", 0)
        if len(words) > 1 and person >= 0.8 and person >= max(run.votes.values()):
            for form in bases(run.scene.code, words[-1]):
                full.setdefault(form, run)
    for run in runs:
        words = run.words
        if len(words) > 1 or run.votes.get("place", 0) >= 5 or run.votes.get("org", 0) >= 5:
            continue
        same = [full[form] for form in bases(run.scene.code, words[0]) if form in full]
        if same and run.first not in run.scene.covers["org_heads"]:
            sure = max(s.votes["person"] for s in same) >= ENOUGH
            run.vote("person", 4.5 if sure else 2.5, "surname of a full name in the report")
            run.coref = next(((s.start, s.end) for s in same if s.start < run.start), None)
