"""Which triggers are the main happenings of a report: one event for each, no repeats."""

from rashomon.annotate.events._scene import FORCE, Scene, Trigger

CLOSE = 60  # tokens within which a predicate repeats itself
STEM = 5  # letters that tell a repeated word
# Nouns of talk ("the investigation", "talks") mostly refer; nouns of force and protest mostly tell.
TELLING = (*FORCE, "PROTEST", "COERCE", "MOBILIZE", "AID", "RETREAT", "CONCEDE", "OTHER")

Found = tuple[Scene, Trigger]


def choose(found: list[Found]) -> list[Found]:
    """Predicates, carried nouns and first mentions.

    A headline tells what the report tells below: its triggers count only where nothing repeats them.
    """
    seen: dict[tuple[str, str], int] = {}
    found = _unrepeated(found)
    body = [item for item in found if not item[0].sentence.heading and _new(*item, seen)]
    told = {trigger.type for _, trigger in body if trigger.type in FORCE}  # "12 killed" above, "12 died" below
    heads = [item for item in found if item[0].sentence.heading and _key(item[1]) not in seen]
    return body + [
        item for item in heads if (item[1].kind == "verb" or item[1].type in FORCE) and item[1].type not in told
    ]


def _unrepeated(found: list[Found]) -> list[Found]:
    """Without the triggers of sentences that stand in the report a second time, as a lead and in the body."""
    first: dict[tuple[str, ...], int] = {}
    for scene, _ in found:
        first.setdefault(tuple(scene.folds), scene.sentence.first)
    return [item for item in found if first[tuple(item[0].folds)] == item[0].sentence.first]


def _key(trigger: Trigger) -> tuple[str, str]:
    return trigger.type, trigger.head[:STEM]


def _new(scene: Scene, trigger: Trigger, seen: dict[tuple[str, str], int]) -> bool:
    """Whether it tells something: a predicate not just told, or a noun of force not met before."""
    key, here = _key(trigger), scene.sentence.first
    before = seen.get(key)
    seen[key] = here
    if trigger.kind == "verb":
        again = before is not None and 0 < here - before <= CLOSE and trigger.type in FORCE
        return not again or scene.counted
    exact = trigger.last - trigger.first > 1  # "phone call", "peace deal" tell more than "talks"
    return trigger.carried or (before is None and (exact or trigger.type in TELLING))
