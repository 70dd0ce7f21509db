"""The reader's judgements as pairs of forms: a judgement names forms as written, or entity ids."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.link.forms import Form
from rashomon.model import Entity, Judgement
from rashomon.text import fold, squeeze


def judged(
    forms: list[Form], judgements: Sequence[Judgement], entities: Sequence[Entity] = ()
) -> list[tuple[int, int, bool]]:
    """Pairs of form indexes that must be one entity (True) or two (False).

    Ids are those of ``entities``, found without the judgements. Of an entity against one of its own forms, the form
    is kept apart from all the others.
    """
    by_text: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        by_text[fold(form.text)].append(i)
    for entity in entities:
        every = [i for alias in entity.aliases for i in by_text[fold(alias)]]
        by_text.setdefault(entity.id, list(dict.fromkeys(every)))
    pairs = []
    for row in judgements:
        one, other = (by_text.get(side, by_text.get(fold(squeeze(side)), [])) for side in (row.a, row.b))
        if row.same:
            pairs += [(a, b, True) for a in one for b in other if a != b]
        else:
            pairs += _split(one, other)
    return pairs


def _split(one: list[int], other: list[int]) -> list[tuple[int, int, bool]]:
    inner, outer = sorted((one, other), key=len)
    return [(a, b, False) for a in inner for b in outer if b not in inner]


def about_entities(judgements: Sequence[Judgement], forms: list[Form]) -> bool:
    """Whether a judgement names something that is no form of the pile."""
    texts = {fold(form.text) for form in forms}
    return any(fold(squeeze(side)) not in texts for row in judgements for side in (row.a, row.b))
