"""The finders, by name, and the one door `find`."""

from collections.abc import Callable

from rashomon.annotate.names import acronyms, model, settle
from rashomon.annotate.names.base import base_form
from rashomon.annotate.names.kinds import judge, other, role_start
from rashomon.annotate.names.runs import Run, runs_of
from rashomon.annotate.names.scene import Scene, scenes_of
from rashomon.model import Name
from rashomon.text import squeeze
from rashomon.view import View

Finder = Callable[[View, list[Scene]], list[Run]]
MODELLED = ("ru", "be", "bg")  # slovnet reads Russian, and helps with neighbours that have no pack


def rules(view: View, scenes: list[Scene]) -> list[Run]:
    """Candidates of the rules alone."""
    runs = [run for scene in scenes for run in runs_of(scene) if not other(run)]
    for run in runs:
        judge(run)
    return runs


def mixed(view: View, scenes: list[Scene]) -> list[Run]:
    """The rules, with slovnet's votes where the language is one it reads."""
    runs = rules(view, scenes)
    chosen = [scene for scene in scenes if scene.language in MODELLED]
    return model.merge(view, chosen, runs) if chosen else runs


FINDERS: dict[str, Finder] = {"rules": rules, "mixed": mixed}


def find(view: View, finder: str | None = None) -> list[Name]:
    """All names of a report, sorted by (start, end), disjoint.

    ``finder`` is a key of `FINDERS`, or "spacy:<pipeline>" for an installed spaCy pipeline, whose
    findings are added to the rules'. Raises ValueError for an unknown or missing finder.
    """
    scenes = scenes_of(view)
    if finder and finder.startswith("spacy:"):
        from rashomon.annotate.names import spacy

        runs = spacy.merge(view, scenes, mixed(view, scenes), finder.removeprefix("spacy:"))
    elif (finder or "mixed") in FINDERS:
        runs = FINDERS[finder or "mixed"](view, scenes)
    else:
        raise ValueError(f"unknown name finder {finder!r}; there are {', '.join(FINDERS)}, spacy:<pipeline>")
    settle.surnames(runs)
    runs = settle.join(settle.settle(sorted(runs, key=lambda run: (run.start, run.end))))
    acronyms.expand(runs)
    seen = frozenset(part for run in runs for unit in run.scene.units[run.first : run.last] for part in unit.parts)
    names: dict[tuple[int, int], Name] = {}
    for run in sorted(runs, key=lambda r: (r.start, r.end)):
        names[run.start, run.end] = _name(run, seen, names)
    return list(names.values())


def _surname(lemma: str | None, full: Name | None) -> str | None:
    """The surname of the full name that a mention repeats: it knows whether it is a woman's."""
    if lemma is None or full is None or full.lemma is None:
        return lemma
    last = full.lemma.split()[-1]
    alike = last[: max(len(last) - 2, 3)].lower() == lemma[: max(len(last) - 2, 3)].lower()
    return last if alike else lemma


def _name(run: Run, seen: frozenset[str], before: dict[tuple[int, int], Name]) -> Name:
    role = None
    if run.kind == "person":
        first = role_start(run)
        if first is not None:
            role = squeeze(run.scene.text[run.scene.units[first].start : run.start])
    weak = all(u.weak for u in run.scene.units[run.first : run.last] if u.capital)
    return Name(
        start=run.start,
        end=run.end,
        text=run.text,
        kind=run.kind,
        lemma=_surname(base_form(run, seen), before.get(run.coref) if run.coref else None),
        role=role or None,
        expands=run.expands,
        coref=run.coref,
        place_id=run.place_id,
        language=run.scene.language,
        sure=max(run.votes.values(), default=0) >= settle.ENOUGH and not (weak and len(run.votes) < 2),
        rule=run.rule,
        why=tuple(run.why),
    )
