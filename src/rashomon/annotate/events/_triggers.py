"""Trigger words in one sentence, and which of them tell that something happened."""

from rashomon.annotate.events._background import background
from rashomon.annotate.events._lexicon import Word
from rashomon.annotate.events._scene import APART, BLAST, COLLAPSE, DEATH, FORCE, HARM, NONE, STOPS, Scene, Trigger
from rashomon.lang import PhraseTable

AHEAD, BEHIND = 8, 8  # tokens to look for the object that a broad verb needs
# What one says about a happening is no second one: "condemned the attack", "called for a ceasefire".
TALK = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONSULT"))
SAID = frozenset(("REQUEST", "SUPPORT", "REJECT", "THREATEN"))  # as the cue of a report, only a way of saying
HARMED = (HARM, DEATH)
HARMING = (*FORCE, BLAST, COLLAPSE)
TOLL = 9  # tokens between two harms of one toll: "12 died and more than 40 were hurt"
SAYING = 120  # characters between a cue and what is said
UNREAL = 4  # tokens before a trigger in which a word may make it unreal
DASHES = frozenset("-–—")
NEAR = 4  # tokens between an event noun and the predicate that carries it


def read(scene: Scene) -> list[Trigger]:
    """Candidate triggers from left to right, without overlap."""
    found: list[Trigger] = []
    done = 0
    for i in scene.lex.words.starts(scene.view.folds(scene.sentence)):
        trigger = _at(scene, i) if i >= done else None
        if trigger is None:
            continue
        done = trigger.last
        if trigger.type == NONE or _unreal(scene, trigger):
            continue
        trigger = _widened(scene, trigger)
        if _told(scene, trigger):
            found.append(trigger)
    return _merged(scene, found)


def _told(scene: Scene, trigger: Trigger) -> bool:
    """Not a noun that lacks its predicate, one only referred to, a reporting verb, or what is still to come."""
    if trigger.kind == "verb":
        return not scene.future(trigger.last - 1) and not scene.future(trigger.first) and not _reporting(scene, trigger)
    return trigger.carried or (trigger.kind == "noun" and not background(scene, trigger.first))


def _reporting(scene: Scene, trigger: Trigger) -> bool:
    """The word that introduces a report: "denied that ...", "the army warns: ..."."""
    if trigger.type not in SAID:
        return False
    start, end = scene.tokens[trigger.first].start, scene.tokens[trigger.last - 1].end
    clause = scene.word(trigger.last) in scene.lex.breaks or scene.word(trigger.last) in (":", ",")
    return any(
        q.cue_start is not None and q.cue_end is not None and q.cue_start < end and start < q.cue_end
        for q in scene.view.placed(scene.view.quotes).touch(start - SAYING, end + SAYING)
        if q.kind == "direct" or (clause and trigger.type != "REQUEST")
    )


def _at(scene: Scene, i: int) -> Trigger | None:
    """The trigger at token ``i``: the longest phrase whose reading and objects fit; first row first."""
    matches = sorted(scene.lex.words.at(scene.folds, i), key=lambda m: (-m[0], m[1].type != NONE, m[1].row))
    for end, word in matches:
        table = scene.lex.objects.get(word.row)
        if word.type == NONE and (table is None or _with_object(scene, i, end, table)):
            return Trigger(NONE, "noun", i, end, scene.folds[i])
        kind = _kind(scene, i, end, word) if word.type != NONE else None
        if kind is None:
            continue
        span = (i, end) if table is None else _with_object(scene, i, end, table)
        if span is not None:
            return Trigger(word.type, kind, span[0], span[1], scene.folds[i])
    return None


def _kind(scene: Scene, i: int, end: int, word: Word) -> str | None:
    """verb or noun as the word stands here; None where it is neither."""
    if scene.in_name(i):
        return None
    if word.kind in ("noun", "carried"):
        if scene.named(i) or (end == i + 1 and _verbal(scene, i)):
            return None
        return word.kind if end > i + 1 or scene.has(i, scene.lex.nominal) else None
    if end == i + 1 and (scene.word(i - 1) in scene.lex.determiners or scene.hyphened(i)):
        return None
    if word.kind == "participle":
        if i and scene.tokens[i - 1].kind == "number":
            return None  # "62 morti"
        return "verb" if _helped(scene, i, end) else None
    return "verb" if _predicate(scene, i, end) else None


def _verbal(scene: Scene, i: int) -> bool:
    """ "continue to ambush", "will protest": a noun's form in the place of an infinitive."""
    return scene.word(i - 1) in scene.lex.infinitive_marks and not scene.folds[i].endswith("s")


def _predicate(scene: Scene, i: int, end: int) -> bool:
    """The dictionary, where there is one, takes the word for a predicate."""
    lex = scene.lex
    if not lex.finite or scene.has(i, lex.finite):
        return True
    if lex.participial and scene.has(i, lex.participial):
        return _helped(scene, i, end)
    if scene.has(i, lex.infinitive):
        return scene.word(i - 1) in lex.auxiliaries
    return end > i + 1


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
        if scene.folds[at] == ",":
            break
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
    if trigger.kind == "verb" and _conditional(scene, trigger):
        return True
    first = i
    while first > 0 and i - first < UNREAL and scene.folds[first - 1] not in APART:
        first -= 1
    return any(
        (m := scene.lex.unreal.longest(scene.folds, j)) and m[0] <= i and not _titled(scene, j) for j in range(first, i)
    )


def _conditional(scene: Scene, trigger: Trigger) -> bool:
    """ "казнили бы", "odmówiłby": what would have happened."""
    endings = scene.lex.unreal_endings
    if scene.word(trigger.first + 1) in scene.lex.unreal_after or scene.word(trigger.last) in scene.lex.unreal_after:
        return True
    return bool(endings) and scene.folds[trigger.first].endswith(endings)


def _negated(scene: Scene, i: int) -> bool:
    """ "did not attack", "без жертв"; but "не менее 12 погибли", "not only attacked" tell of it."""
    for j in range(max(0, i - 3), i):
        if scene.folds[j] in scene.lex.negations and scene.word(j + 1) not in scene.lex.counting:
            return not any(fold in APART for fold in scene.folds[j:i])
    return False


def _titled(scene: Scene, i: int) -> bool:
    """ "in May": a name or a month, not the word in small letters; a heading in capitals says nothing."""
    token = scene.tokens[i]
    return i > 0 and scene.view.text[token.start].isupper() and not scene.view.text[token.start : token.end].isupper()


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
        if scene.folds[start] in APART or scene.folds[start] in DASHES or scene.folds[start] in scene.lex.breaks:
            break
        match = scene.lex.support.longest(scene.folds, start)
        if match and match[0] <= trigger.first and _carries(scene, start, match[0]):
            trigger.first, trigger.carried = start, True
            return trigger
    for start in range(trigger.last, min(len(scene), trigger.last + NEAR)):
        if scene.folds[start] in APART or scene.folds[start] in DASHES:
            break
        match = scene.lex.support.longest(scene.folds, start)
        if match and _carries(scene, start, match[0]):
            trigger.last, trigger.carried = match[0], True
            return trigger
    return trigger


def _carries(scene: Scene, start: int, end: int) -> bool:
    """Predicates and nouns of action carry an event noun; a participle beside it, "организованной", does not."""
    if end > start + 1 or not scene.lex.finite:
        return True
    return scene.has(start, scene.lex.finite) or scene.has(start, scene.lex.nominal)


def _merged(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Neighbours that tell of one happening are one: "погромы и бои", "launched ... attacks"."""
    out: list[Trigger] = []
    for trigger in found:
        last = out[-1] if out else None
        if last is None or not (trigger.first < last.last or _one(scene, last, trigger)):
            out.append(trigger)
            continue
        if last.type in HARMED or trigger.type in HARMED:
            last.type = trigger.type if last.type in HARMED else last.type
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
    if last.type == trigger.type and last.type in HARMED:
        return len(between) <= TOLL
    if len(between) > NEAR:
        return False
    if last.kind == "verb" and trigger.kind != "verb" and last.type in TALK:
        return len(between) < NEAR and not any(fold in scene.lex.breaks for fold in between)
    if last.type in HARMED and trigger.type in HARMING and trigger.kind != "verb":
        return bool(between) and any(fold in scene.lex.by_harm for fold in between) and "," not in between
    if trigger.type in HARMED:
        apart = any(fold == "," or fold in scene.lex.breaks for fold in between)
        return last.type in HARMING and not apart
    joined = len(between) == 1 and scene.word(trigger.first - 1) in scene.lex.joins  # "избил и ограбил": one deed
    return last.type == trigger.type and (joined or not last.kind == trigger.kind == "verb")
