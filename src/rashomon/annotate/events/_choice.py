"""Which triggers are the main happenings of a report: one event for each, no repeats."""

from collections import Counter

from rashomon.annotate.events._scene import Scene, Trigger

STEM = 5  # letters that tell a repeated word
FORCE = ("ASSAULT", "DISASTER", "ACCIDENT")


def choose(found: list[tuple[Scene, Trigger]]) -> list[tuple[Scene, Trigger]]:
    """Predicates, carried nouns and first mentions; deaths and injuries take the type of their cause."""
    causes = Counter(t.type for _, t in found if t.type in FORCE)
    leading = max(FORCE, key=lambda kind: causes[kind])
    seen: set[tuple[str, str]] = set()
    out = []
    for scene, trigger in found:
        if trigger.type == "HARM":
            trigger.type = _cause(scene, trigger, found, leading)
        key = (trigger.type, trigger.head[:STEM])
        if (key in seen and trigger.kind == "noun" and not trigger.carried) or scene.sentence.heading:
            continue
        seen.add(key)
        out.append((scene, trigger))
    return out


def _cause(scene: Scene, trigger: Trigger, found: list[tuple[Scene, Trigger]], leading: str) -> str:
    """The type of a happening of force told in the same sentence, else what the report is about."""
    own = [t.type for s, t in found if s is scene and t.type in FORCE]
    trigger.why.append(f"harm by {own[0] if own else leading}")
    return own[0] if own else leading
