"""Whom and what reports name together: evidence for and against a surname's bearers.

"Karev" in a report that also names the harbour board and Nel Duarte is rather the Karev of the reports that name them
too (co-mention; Bagga & Baldwin 1998 compare the words around a name in the same way). Names that most reports of the
pile share tell nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.link.forms import Form
from rashomon.link.union import Groups

__all__ = ["Company"]

_CLEAR = 2.0  # times more that one bearer's company must weigh than the next one's
_LEAST = 0.5  # weight of what must be shared at all: a name that two of three reports have
_STRANGERS = 6  # names in each of two reports that share none of them: they tell of different things


class Company:
    """``shared(r, docs, but)``: the names that report ``r`` has in common with any of ``docs``, and their weight."""

    def __init__(self, forms: Sequence[Form], groups: Groups) -> None:
        self.forms = forms
        self.of: dict[int, set[int]] = defaultdict(set)
        for i, form in enumerate(forms):
            if form.kind != "person" or len(form.plain) > 1:
                for r in form.docs:
                    self.of[r].add(groups.find(i))
        self.spread = Counter(root for found in self.of.values() for root in found)

    def shared(self, r: int, docs: Iterable[int], but: int) -> tuple[float, list[int]]:
        """Weight (inverse document frequency, summed) and groups, the rarest first; ``but`` is left out."""
        theirs = set().union(*(self.of[d] for d in docs if d != r)) - {but}
        both = sorted(self.of[r] & theirs, key=lambda root: (self.spread[root], root))
        return sum(self._weight(root) for root in both), both

    def _weight(self, root: int) -> float:
        return math.log((len(self.of) + 1) / self.spread[root])

    def nearest(self, r: int, bearers: dict[int, set[int]]) -> tuple[int, str] | None:
        """The one of several bearers (group -> reports) whose company ``r`` keeps, and the name that says it most."""
        rows = {root: self.shared(r, docs, root) for root, docs in bearers.items()}
        ranked = sorted(rows, key=lambda root: (-rows[root][0], root))
        best, second = rows[ranked[0]], rows[ranked[1]] if len(ranked) > 1 else (0.0, [])
        if best[0] < _LEAST or best[0] < _CLEAR * second[0]:
            return None
        return ranked[0], self.forms[best[1][0]].text

    def strangers(self, r: int, docs: set[int], but: int) -> bool:
        """Whether a report shares no name at all with those of a bearer, though both name many."""
        rich = len(self.of[r]) >= _STRANGERS and any(len(self.of[d]) >= _STRANGERS for d in docs if d != r)
        return rich and not self.shared(r, docs, but)[1]
