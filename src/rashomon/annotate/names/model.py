"""slovnet's Russian news model (natasha, MIT) as a voter beside the rules."""

from bisect import bisect_right
from collections import defaultdict

from rashomon.annotate.names import dictionary
from rashomon.annotate.names.cuts import named
from rashomon.annotate.names.kinds import judge
from rashomon.annotate.names.places import bases
from rashomon.annotate.names.runs import Run
from rashomon.annotate.names.scene import Scene
from rashomon.view import View

KINDS = {"PER": "person", "LOC": "place", "ORG": "org"}
STRESS = frozenset("\u0301\u0300\u00ad")


def spans(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Names in ``text[start:end]`` as (start, end, kind), offsets into ``text``. Stress marks are not shown to the model."""
    from rashomon.annotate.names import news  # numpy and the model are loaded for the languages it reads

    part = text[start:end]
    if STRESS.isdisjoint(part):
        return [(start + a, start + b, KINDS[kind]) for a, b, kind in news.names(part)]
    kept = [i for i in range(start, end) if text[i] not in STRESS]
    return [(kept[a], kept[b - 1] + 1, KINDS[kind]) for a, b, kind in news.names("".join(text[i] for i in kept))]


def merge(view: View, scenes: list[Scene], runs: list[Run]) -> list[Run]:
    """Candidates of the model and the rules together, disjoint."""
    chosen = {id(scene) for scene in scenes}
    kept = [run for run in runs if id(run.scene) not in chosen]
    ruled = defaultdict(list)
    for run in runs:
        ruled[id(run.scene)].append(run)
    spare: list[Run] = []
    for block in _blocks(scenes):
        starts = [scene.sentence.start for scene in block]
        found = []
        for start, end, kind in spans(view.text, starts[0], block[-1].sentence.end):
            for scene in block[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end)]:
                found += _runs(scene, start, end, kind)
        for scene in block:
            kept += _joined([run for run in found if run.scene is scene], ruled[id(scene)], spare)
    kept += _again(kept, spare)
    return sorted(kept, key=lambda run: (run.start, run.end))


def _blocks(scenes: list[Scene]) -> list[list[Scene]]:
    """Sentences that follow each other, read by the model in one go: it looks at the words around."""
    blocks: list[list[Scene]] = []
    for scene in scenes:
        last = blocks[-1][-1] if blocks else None
        if last is not None and last.sentence.last == scene.sentence.first and len(blocks[-1]) < 40:
            blocks[-1].append(scene)
        else:
            blocks.append([scene])
    return blocks


def _runs(scene: Scene, start: int, end: int, kind: str) -> list[Run]:
    """The part of a model's span in one sentence; a person or place ends at a conjunction."""
    if start >= scene.sentence.end or end <= scene.sentence.start:
        return []
    inside = [i for i, u in enumerate(scene.units) if u.start < end and u.end > start]
    if not inside:
        return []
    borders = [
        i
        for i in inside
        if scene.fold(i) in ("(", ")")
        or (kind != "org" and scene.units[i].shape == "lower" and scene.lex.has("openers", scene.fold(i)))
    ]
    rows, first = [], inside[0]
    for border in [*borders, inside[-1] + 1]:
        rows.append((first, border))
        first = border + 1
    if kind == "person":
        rows = [piece for a, b in rows for piece in (named(scene, a, b) if a < b else [])]
    return [run for a, b in rows if (run := _run(scene, a, b, kind))]


def _run(scene: Scene, first: int, last: int, kind: str) -> Run | None:
    if first >= last or not any(u.capital for u in scene.units[first:last]):
        return None
    if last - first == 1 and dictionary.never(scene, first):
        return None
    run = Run(scene, first, last, rule="names.slovnet")
    run.vote(kind, 4 if scene.language == "ru" else 2.2, "slovnet")
    return run


def _touch(run: Run, others: list[Run]) -> bool:
    return any(o.first < run.last and run.first < o.last for o in others)


def _joined(found: list[Run], ruled: list[Run], spare: list[Run]) -> list[Run]:
    """The model's spans in a sentence, judged by the rules too; the rules' own candidates only where strong."""
    kept: list[Run] = []
    for run in ruled:
        longer = [f for f in found if f.last - f.first > run.last - run.first]
        strong = max(run.votes.values(), default=0) >= (4.5 if run.scene.language == "ru" else 2.5)
        if run.rule.startswith("names.list") and not _touch(run, longer):
            kept.append(run)
        elif not _touch(run, found):
            (kept if strong else spare).append(run)
    for run in found:
        if not _touch(run, kept):
            judge(run)
            if run.scene.language == "ru" or not _doubtful(run):
                kept.append(run)
    return kept


def _doubtful(run: Run) -> bool:
    """Found by a model of another language, at a sentence's start, with nothing else for it."""
    units = run.scene.units[run.first : run.last]
    return len(units) == 1 and units[0].weak and len(run.votes) == 1 and max(run.votes.values()) < 2.5


def _again(kept: list[Run], spare: list[Run]) -> list[Run]:
    """Single words the model left out here but found elsewhere in the report."""
    seen = {form for run in kept for word in run.words for form in bases(run.scene.code, word)}
    return [
        run
        for run in spare
        if run.last - run.first == 1
        and not dictionary.never(run.scene, run.first)
        and any(form in seen for form in bases(run.scene.code, run.words[0]))
    ]
