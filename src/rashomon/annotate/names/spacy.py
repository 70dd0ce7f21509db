"""An installed spaCy pipeline as another voter; spaCy is imported only when asked for."""

from functools import cache
from typing import Any

from rashomon.annotate.names.kinds import judge
from rashomon.annotate.names.runs import Run
from rashomon.annotate.names.scene import Scene
from rashomon.view import View

KINDS = {
    "PER": "person", "PERSON": "person", "persName": "person", "ORG": "org", "orgName": "org",
    "LOC": "place", "GPE": "place", "FAC": "place", "placeName": "place", "geogName": "place",
}  # fmt: skip


@cache
def _pipeline(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise ValueError(f"the name finder spacy:{name} needs the spaCy package, which is not installed") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise ValueError(f"the spaCy pipeline {name!r} is not installed") from error


def merge(view: View, scenes: list[Scene], runs: list[Run], name: str) -> list[Run]:
    """The pipeline's entities vote on the rules' candidates, and add what the rules left out."""
    for entity in _pipeline(name)(view.text).ents:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start_char, entity.end_char
        touched = [r for r in runs if r.start < end and start < r.end]
        for run in touched:
            run.vote(kind, 2, f"spaCy {name}")
        scene = next((s for s in scenes if s.sentence.start <= start and end <= s.sentence.end), None)
        inside = [i for i, u in enumerate(scene.units) if u.start < end and u.end > start] if scene else []
        if not touched and inside and scene:
            run = Run(scene, inside[0], inside[-1] + 1, rule=f"names.spacy.{name}")
            run.vote(kind, 3, f"spaCy {name}")
            judge(run)
            runs.append(run)
    return sorted(runs, key=lambda run: (run.start, run.end))
