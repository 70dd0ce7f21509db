"""Trigger words in one sentence, and which of them tell that something happened."""

from rashomon.annotate.events._lexicon import Word
from rashomon.annotate.events._scene import FORCE, STOPS, Scene, Trigger
from rashomon.lang import PhraseTable

AHEAD, BEHIND = 8, 6  # tokens to look for the object that a broad verb needs
# What one says about a happening is no second one: "condemned the attack", "called for a ceasefire".
TALK = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONSULT"))
NONE, HARM = "NONE", "HARM"
TOLL = 9  # tokens between two harms of one toll: "12 died and more than 40 were hurt"
UNREAL = 4  # tokens before a trigger in which a word may make it unreal
APART = STOPS | {","}
NEAR = 4  # tokens between an event noun and the predicate that carries it


def read(scene: Scene) -> list[Trigger]:
    """Candidate triggers from left to right, without overlap."""
    found: list[Trigger] = []
    i = 0
    while i < len(scene):
        trigger = _at(scene, i) if scene.lex.words.opens(scene.folds[i]) else None
        if trigger is None:
            i += 1
            continue
        i = trigger.last
        if trigger.type == NONE or _unreal(scene, trigger):
            continue
        trigger = _widened(scene, trigger)
        if trigger.kind != "carried" or trigger.carried:
            found.append(trigger)
    return _merged(scene, found)


def _at(scene: Scene, i: int) -> Trigger | None:
    """The trigger at token ``i``: the longest phrase whose reading and objects fit; first row first."""
    matches = sorted(scene.lex.words.at(scene.folds, i), key=lambda m: (-m[0], m[1].type != NONE, m[1].row))
    for end, word in matches:
        if word.type == NONE:
            return Trigger(NONE, "noun", i, end, scene.folds[i])
        kind = _kind(scene, i, end, word)
        if kind is None:
            continue
        table = scene.lex.objects.get(word.row)
        span = (i, end) if table is None else _with_object(scene, i, end, table)
        if span is not None:
            return Trigger(word.type, kind, span[0], span[1], scene.folds[i])
    return None


def _kind(scene: Scene, i: int, end: int, word: Word) -> str | None:
    """verb or noun as the word stands here; None where it is neither."""
    if word.kind in ("noun", "carried"):
        if scene.named(i):
            return None
        return word.kind if end > i + 1 or _is(scene, i, scene.lex.nominal) else None
    if end == i + 1 and (scene.word(i - 1) in scene.lex.determiners or scene.hyphened(i)):
        return None
    if word.kind == "participle":
        return "verb" if _helped(scene, i, end) else None
    return "verb" if _predicate(scene, i, end) else None


def _predicate(scene: Scene, i: int, end: int) -> bool:
    """The dictionary, where there is one, takes the word for a predicate."""
    lex = scene.lex
    if not lex.finite or _is(scene, i, lex.finite):
        return True
    if lex.participial and _is(scene, i, lex.participial):
        return _helped(scene, i, end)
    if _is(scene, i, lex.infinitive):
        return scene.word(i - 1) in lex.auxiliaries
    return end > i + 1


def _is(scene: Scene, i: int, classes: tuple[frozenset[str], ...]) -> bool:
    if not classes:
        return True
    tags = scene.tags(i)
    return not tags or any(wanted <= have for wanted in classes for have in tags)


def _helped(scene: Scene, i: int, end: int) -> bool:
    """An auxiliary stands near a participle, or it opens a headline ("Arrestato l'ex ministro")."""
    reach = 9 if scene.word(i - 1) in scene.lex.joins else 4  # "hanno imposto il coprifuoco e bloccato"
    around = scene.folds[max(0, i - reach) : i] + scene.folds[end : end + 2]
    return i == 0 or any(fold in scene.lex.auxiliaries for fold in around)


def _with_object(scene: Scene, i: int, end: int, table: PhraseTable[bool]) -> tuple[int, int] | None:
    """Trigger and the object that decides it, in the same clause."""
    first, last = scene.clause(i)
    for at in range(end, min(last, end + AHEAD)):
        if match := table.longest(scene.folds, at):
            return i, (match[0] if match[0] - i <= AHEAD else end)
    for at in range(i - 1, max(first, i - BEHIND) - 1, -1):
        if match := table.longest(scene.folds, at):
            return (at if match[0] <= i else i), end
    return None


def _unreal(scene: Scene, trigger: Trigger) -> bool:
    """Negated, feared, possible, or part of a name: nothing happened."""
    i = trigger.first
    if trigger.kind != "verb" and scene.word(trigger.last) in scene.lex.names:
        return True
    if trigger.type != "REJECT" and _negated(scene, i):
        return True
    first = i
    while first > 0 and i - first < UNREAL and scene.folds[first - 1] not in APART:
        first -= 1
    return any(
        (m := scene.lex.unreal.longest(scene.folds, j)) and m[0] <= i and not _titled(scene, j) for j in range(first, i)
    )


def _negated(scene: Scene, i: int) -> bool:
    """ "did not attack", "без жертв"; but "не менее 12 погибли", "not only attacked" tell of it."""
    for j in range(max(0, i - 3), i):
        if scene.folds[j] in scene.lex.negations and scene.word(j + 1) not in scene.lex.counting:
            return not any(fold in APART for fold in scene.folds[j:i])
    return False


def _titled(scene: Scene, i: int) -> bool:
    """ "in May": a name or a month, not the word in small letters."""
    return i > 0 and scene.view.text[scene.tokens[i].start].isupper()


def _widened(scene: Scene, trigger: Trigger) -> Trigger:
    """Auxiliaries join a predicate; the predicate that carries an event noun joins the noun."""
    if trigger.kind == "verb":
        while scene.word(trigger.first - 1) in scene.lex.auxiliaries:
            trigger.first -= 1
        trigger.last += scene.word(trigger.last) in scene.lex.particles
        while trigger.last - 1 > trigger.first and scene.word(trigger.last - 1) in scene.lex.trailing:
            trigger.last -= 1
        return trigger
    return _carried(scene, trigger)


def _carried(scene: Scene, trigger: Trigger) -> Trigger:
    """Join an event noun with the predicate beside it: "broke out", "doszło do"."""
    for start in range(trigger.first - 1, max(-1, trigger.first - NEAR - 4), -1):
        if scene.folds[start] in APART:
            break
        match = scene.lex.support.longest(scene.folds, start)
        if match and match[0] <= trigger.first:
            trigger.first, trigger.carried = start, True
            return trigger
    for start in range(trigger.last, min(len(scene), trigger.last + NEAR)):
        if scene.folds[start] in APART:
            break
        match = scene.lex.support.longest(scene.folds, start)
        if match:
            trigger.last, trigger.carried = match[0], True
            return trigger
    return trigger


def _merged(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Neighbours that tell of one happening are one: "погромы и бои", "launched ... attacks"."""
    out: list[Trigger] = []
    for trigger in found:
        last = out[-1] if out else None
        if last is None or not (trigger.first < last.last or _one(scene, last, trigger)):
            out.append(trigger)
            continue
        if HARM in (last.type, trigger.type):
            last.type = trigger.type if last.type == HARM else last.type
        elif last.kind != "verb" and trigger.kind == "verb" and not last.carried:
            last.type = trigger.type
        last.last = max(last.last, trigger.last)
        last.carried = last.carried or trigger.carried
        last.kind = "verb" if "verb" in (last.kind, trigger.kind) else "noun"
    return out


def _one(scene: Scene, last: Trigger, trigger: Trigger) -> bool:
    """A noun beside its predicate, predicates joined by "and", talk and its topic, force and its harm."""
    between = scene.folds[last.last : trigger.first]
    if any(fold in STOPS for fold in between):
        return False
    if last.type == trigger.type == HARM:
        return len(between) <= TOLL
    if len(between) > NEAR:
        return False
    if last.kind == "verb" and trigger.kind != "verb" and last.type in TALK:
        return len(between) < NEAR and not any(fold in scene.lex.breaks for fold in between)
    if trigger.type == HARM:
        apart = any(fold == "," or fold in scene.lex.breaks for fold in between)
        return last.type in FORCE and not apart
    joined = scene.word(trigger.first - 1) in scene.lex.joins
    return last.type == trigger.type and (joined or not last.kind == trigger.kind == "verb")
