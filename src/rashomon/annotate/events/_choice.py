"""Which triggers are the main happenings of a report: one event for each, no repeats."""

from collections import Counter

from rashomon.annotate.events._scene import FORCE, Scene, Trigger

CLOSE = 60  # tokens within which a predicate repeats itself
STEM = 5  # letters that tell a repeated word
# Nouns of talk ("the investigation", "talks") mostly refer; nouns of force and protest mostly tell.
TELLING = (*FORCE, "PROTEST", "COERCE", "MOBILIZE", "AID", "RETREAT", "CONCEDE", "OTHER")

Found = tuple[Scene, Trigger]


def choose(found: list[Found]) -> list[Found]:
    """Predicates, carried nouns and first mentions; deaths and injuries take the type of their cause.

    A headline tells what the report tells below: its triggers count only where nothing repeats them.
    """
    causes = Counter(t.type for _, t in found if t.type in FORCE)
    beside: dict[int, list[Trigger]] = {}
    for scene, trigger in found:
        beside.setdefault(scene.sentence.first, []).append(trigger)
    for scene, trigger in found:
        if trigger.type == "HARM":
            trigger.type = _cause(trigger, beside[scene.sentence.first], causes)
    seen: dict[tuple[str, str], int] = {}
    body = [item for item in found if not item[0].sentence.heading and _new(*item, seen)]
    heads = [item for item in found if item[0].sentence.heading and _key(item[1]) not in seen]
    return body + [item for item in heads if item[1].kind == "verb" or item[1].type in FORCE]


def _key(trigger: Trigger) -> tuple[str, str]:
    return trigger.type, trigger.head[:STEM]


def _new(scene: Scene, trigger: Trigger, seen: dict[tuple[str, str], int]) -> bool:
    """Whether it tells something: a predicate not just told, or a noun of force not met before."""
    key, here = _key(trigger), scene.sentence.first
    before = seen.get(key)
    seen[key] = here
    if trigger.kind == "verb":
        again = before is not None and 0 < here - before <= CLOSE and trigger.type in FORCE
        return not again or _counted(scene)
    exact = trigger.last - trigger.first > 1  # "phone call", "peace deal" tell more than "talks"
    return trigger.carried or (before is None and (exact or trigger.type in TELLING))


def _counted(scene: Scene) -> bool:
    """A number in the sentence: the same word tells of other people ("another 40 were detained")."""
    sentence = scene.sentence
    return bool(scene.view.placed(scene.view.numbers).begin(sentence.start, sentence.end))


def _cause(trigger: Trigger, beside: list[Trigger], causes: Counter[str]) -> str:
    """The type of a happening of force told in the same sentence, else what the report is about."""
    own = [t.type for t in beside if t.type in FORCE]
    leading = max(FORCE, key=lambda kind: causes[kind]) if causes else "OTHER"
    trigger.why.append(f"harm by {own[0] if own else leading}")
    return own[0] if own else leading
