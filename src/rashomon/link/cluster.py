"""All names of a pile to groups: one pass a kind, then the reader's judgements."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.link.forms import Form
from rashomon.link.orgs import link_orgs
from rashomon.link.people import link_people
from rashomon.link.places import link_places
from rashomon.link.union import Groups
from rashomon.model import Judgement
from rashomon.text import fold, squeeze


class Clusters:
    """``group(i, r)`` is the group of form ``i`` in report ``r``; ``known`` names groups found in tables."""

    def __init__(self, forms: list[Form], judgements: Sequence[Judgement]) -> None:
        self.forms = forms
        self.groups = Groups(len(forms))
        self.known: dict[str, int] = {}
        self.moved: dict[tuple[int, int], int] = {}
        pairs = _judged(forms, judgements)
        for a, b, same in pairs:
            if not same:
                self.groups.separate(a, b)
        link_places(forms, self.groups, self.known)
        self.moved.update(link_orgs(forms, self.groups, self.known))
        self.moved.update(link_people(forms, self.groups))
        for a, b, same in pairs:
            if same:
                self.groups.join(a, b, ("joined by the reader's judgement",))

    def group(self, form: int, reading: int) -> int:
        return self.groups.find(self.moved.get((form, reading), form))


def _judged(forms: list[Form], judgements: Sequence[Judgement]) -> list[tuple[int, int, bool]]:
    """Judgements on forms as pairs of form indexes (those on entity ids are settled in `entity`)."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        by_text[fold(form.text)].append(i)
    return [
        (a, b, row.same)
        for row in judgements
        for a in by_text.get(fold(squeeze(row.a)), ())
        for b in by_text.get(fold(squeeze(row.b)), ())
        if a != b
    ]
