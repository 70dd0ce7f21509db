"""The main happenings of one report, by PLOVER type.

Every sentence gives candidate triggers (`_triggers`): predicates, and event nouns with or without
a predicate that carries them. `_choice` keeps one for each happening, `_frame` adds when, where,
who, how sure and by whom.
"""

from rashomon.annotate.events import _choice, _frame, _triggers
from rashomon.annotate.events._lexicon import lexicon
from rashomon.annotate.events._scene import Scene, Trigger
from rashomon.model import Event, Token
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Event]:
    """All main happenings, sorted by (start, end); references point at names and times found before.

    ``type`` is a PLOVER type, DISASTER, ACCIDENT or OTHER (Halterman et al. 2023, PLOVER).
    """
    found: list[tuple[Scene, Trigger]] = []
    for sentence, pack, tokens in view.by_sentence():
        scene = Scene(view, sentence, pack.build(lexicon), tokens, _folds(tokens))
        found += [(scene, trigger) for trigger in _triggers.read(scene)]
    events = [_frame.event(scene, trigger) for scene, trigger in _choice.choose(found)]
    return sorted(events, key=lambda e: (e.start, e.end))


def _folds(tokens: list[Token]) -> list[str]:
    """Matching forms, with one kind of apostrophe ("l’allarme")."""
    return ["'" if token.fold == "’" else token.fold for token in tokens]
