"""The main happenings of one report, by PLOVER type.

Every sentence gives candidate triggers (`_triggers`): predicates, and event nouns with or without
a predicate that carries them. `_causes` says what explosions, deaths and injuries belong to, `_choice` keeps one
trigger for each happening, `_frame` adds when, where, who (`_actors`), how sure and by whom.
"""

from itertools import pairwise

from rashomon.annotate.events import _causes, _choice, _frame, _triggers
from rashomon.annotate.events._lexicon import lexicon
from rashomon.annotate.events._scene import Scene
from rashomon.model import Event, Token
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Event]:
    """All main happenings, sorted by (start, end); references point at names and times found before.

    ``type`` is a PLOVER type, DISASTER, ACCIDENT or OTHER (Halterman et al. 2023, PLOVER).
    """
    scenes: list[Scene] = []
    for sentence, pack, tokens in view.by_sentence():
        names = view.placed(view.names).begin(sentence.start, sentence.end)
        scenes.append(Scene(view, sentence, pack.build(lexicon), tokens, _folds(tokens), names))
    found = [(scene, trigger) for scene in scenes for trigger in _triggers.read(scene)]
    _causes.settle(found, scenes)
    events = [_frame.event(scene, trigger) for scene, trigger in _choice.choose(found)]
    return sorted(events, key=lambda e: (e.start, e.end))


def _folds(tokens: list[Token]) -> list[str]:
    """Matching forms, with one kind of apostrophe ("l’allarme"); the sign inside "6.8" ends no sentence."""
    folds = ["'" if token.fold == "’" else token.fold for token in tokens]
    digits = [i for i, token in enumerate(tokens) if token.kind == "number"]
    for i, after in pairwise(digits):
        if after == i + 2 and folds[i + 1] in ".,:":
            folds[i + 1] = "·"
    return folds
