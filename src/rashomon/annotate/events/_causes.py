"""What deaths, injuries, explosions and collapses belong to: an attack, an accident, a disaster."""

from collections import Counter

from rashomon.annotate.events._scene import BLAST, COLLAPSE, DEATH, FORCE, HARM, Scene, Trigger

Found = list[tuple[Scene, Trigger]]
NEAR = 3  # how much a sign of the same sentence outweighs one elsewhere in the report
CALM = 3  # how many happenings of nature or mishap outweigh an attack
TOLD = 2  # ... and an attack that is told one that is only named


def settle(found: Found, scenes: list[Scene]) -> None:
    """Give every explosion, every collapse and every harm the type of its cause."""
    causes = Counter(t.type for _, t in found if t.type in FORCE)
    blasts = [(scene, trigger) for scene, trigger in found if trigger.type == BLAST]
    whole = _signs(scenes) if blasts else Counter()
    for scene, trigger in blasts:
        here = _signs([scene])
        accident = NEAR * here["ACCIDENT"] + whole["ACCIDENT"]
        attack = NEAR * here["ASSAULT"] + whole["ASSAULT"] + TOLD * causes["ASSAULT"]
        trigger.type = "ACCIDENT" if accident > attack else "ASSAULT"
        trigger.why.append(f"explosion: signs of an accident {accident}, of an attack {attack}")
    causes += Counter(trigger.type for _, trigger in blasts)
    _relieve(found, scenes, causes)
    for _, trigger in found:
        if trigger.type == COLLAPSE:
            trigger.type = "DISASTER" if causes["DISASTER"] > causes["ACCIDENT"] else "ACCIDENT"
    beside: dict[int, list[Trigger]] = {}
    for scene, trigger in found:
        if trigger.type in FORCE:
            beside.setdefault(scene.sentence.first, []).append(trigger)
    for scene, trigger in found:
        if trigger.type in (HARM, DEATH):
            trigger.type = _cause(scene, trigger, beside.get(scene.sentence.first, []), causes)


def _relieve(found: Found, scenes: list[Scene], causes: Counter[str]) -> None:
    """Troops that keep a peace, or come after a quake or a wreck with no attack told, come to help."""
    moved = [(scene, trigger) for scene, trigger in found if trigger.type == "MOBILIZE"]
    calm = causes["DISASTER"] + causes["ACCIDENT"] > CALM * causes["ASSAULT"]
    peace = {i for i, scene in enumerate(scenes) if moved and any(scene.lex.peace.scan(scene.folds))}
    at = {scene.sentence.first: i for i, scene in enumerate(scenes)} if peace else {}
    for scene, trigger in moved:
        here = at.get(scene.sentence.first, -NEAR)
        if calm or not peace.isdisjoint((here - 1, here, here + 1)):
            trigger.type = "AID"
            trigger.why.append("forces sent to help" if calm else "forces sent to keep a peace")


def _signs(scenes: list[Scene]) -> Counter[str]:
    """How many words speak of accidents, how many of attacks."""
    return Counter(kind for scene in scenes for _, _, kind in scene.lex.signs.scan(scene.folds))


def _cause(scene: Scene, trigger: Trigger, own: list[Trigger], causes: Counter[str]) -> str:
    """The type of the nearest happening of force in the sentence, else of what the report is about."""
    nearest = min(own, key=lambda t: (abs(t.first - trigger.first), t.first), default=None)
    leading = max(FORCE, key=lambda kind: causes[kind]) if causes else "OTHER"
    accident = nearest is not None and nearest.type == "ACCIDENT" and leading == "DISASTER"
    kind = leading if nearest is None or accident else nearest.type  # crushed by a wall in an earthquake
    if nearest is None and trigger.type == DEATH and not scene.peopled:
        kind = "OTHER"  # the death of one man, of whom nothing violent is told
    trigger.why.append(f"harm by {kind}")
    return kind
