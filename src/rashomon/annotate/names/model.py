"""slovnet's Russian news model (natasha, MIT) as a voter beside the rules."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.annotate.names.kinds import judge
from rashomon.annotate.names.runs import Run
from rashomon.annotate.names.scene import Scene
from rashomon.view import View

KINDS = {"PER": "person", "LOC": "place", "ORG": "org"}
STRESS = frozenset("\u0301\u0300\u00ad")


@cache
def _ner() -> Any:
    """The model with its embeddings; both lie in the natasha package, which is not imported."""
    from navec import Navec
    from slovnet import NER

    spec = importlib.util.find_spec("natasha")
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise ValueError("the natasha package, which holds the Russian name model, is not installed")
    data = Path(places[0]) / "data"
    ner = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"))
    ner.navec(Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")))
    return ner


def spans(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Names in ``text[start:end]`` as (start, end, kind), offsets into ``text``."""
    kept = [i for i in range(start, end) if text[i] not in STRESS]
    plain = "".join(" " if text[i] in "\r\n\t\u00a0" else text[i] for i in kept)
    if not plain.strip():
        return []
    found = _ner()(plain).spans
    return [(kept[s.start], kept[s.stop - 1] + 1, KINDS[s.type]) for s in found if s.type in KINDS]


def merge(view: View, scenes: list[Scene], runs: list[Run]) -> list[Run]:
    """Candidates of the model and the rules together, disjoint."""
    out = {id(scene): [r for r in runs if r.scene is scene] for scene in scenes}
    rest = [run for run in runs if id(run.scene) not in out]
    for scene in scenes:
        found = [r for s in spans(view.text, scene.sentence.start, scene.sentence.end) if (r := _run(scene, *s))]
        rest += _joined(found, out[id(scene)])
    return sorted(rest, key=lambda run: (run.start, run.end))


def _run(scene: Scene, start: int, end: int, kind: str) -> Run | None:
    inside = [i for i, u in enumerate(scene.units) if u.start < end and u.end > start]
    if not inside or not any(scene.units[i].capital for i in inside):
        return None
    run = Run(scene, inside[0], inside[-1] + 1, rule="names.slovnet")
    run.vote(kind, 4, "slovnet")
    return run


def _joined(found: list[Run], ruled: list[Run]) -> list[Run]:
    """The model's spans judged by the rules too; the rules' own candidates only where strong."""
    kept: list[Run] = []
    for run in ruled:
        fixed = run.rule.startswith("names.list") and not any(
            f.first < run.last and run.first < f.last and f.last - f.first > run.last - run.first for f in found
        )
        strong = max(run.votes.values(), default=0) >= 4.5
        if fixed or (strong and not any(f.first < run.last and run.first < f.last for f in found)):
            kept.append(run)
    for run in found:
        if not any(k.first < run.last and run.first < k.last for k in kept):
            judge(run)
            kept.append(run)
    return kept
