"""All names of a pile to groups: one pass a kind, then what reports say themselves, then the reader's judgements."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.link.alike import Alike
from rashomon.link.bare import Bare
from rashomon.link.bearers import Unsure
from rashomon.link.forms import Form, Use
from rashomon.link.heads import join_heads
from rashomon.link.orgs import link_orgs
from rashomon.link.people import link_people
from rashomon.link.places import link_places
from rashomon.link.roles import Roles
from rashomon.link.scheme import Workers
from rashomon.link.union import Groups
from rashomon.model import Issue, Name, Reading, Ref

_SELDOM = 2  # mentions of a name of several words under a kind that may be a slip beside as many of another kind
_FEW = 3  # how many times rarer a kind must be to count as a slip of the name finder

_NOT_COMPARED = "have too many that sound alike; each was compared with its nearest neighbours only"

Pair = tuple[int, int, bool]


def _issue(readings: Sequence[Reading], one: Unsure) -> Issue:
    return Issue(doc=readings[one.reading].document.doc, room="link", code=one.code, detail=one.detail)


class Clusters:
    """``group(i, r)`` is the group of form ``i`` in report ``r``; ``known`` has the node of each table id met.

    ``pairs`` are forms (by index) that the reader judged the same or different; ``workers`` compare large piles.
    """

    def __init__(
        self,
        forms: list[Form],
        readings: Sequence[Reading],
        pairs: Sequence[Pair] = (),
        workers: Workers | None = None,
    ) -> None:
        self.forms = forms
        self.groups = Groups(len(forms))
        self.known: dict[str, int] = {}
        self.moved: dict[tuple[int, int], int] = {}
        self._roots: set[int] = set()
        self._roots_at = -1
        for a, b, same in pairs:
            if not same:
                self.groups.separate(a, b)
        for a, b, same in pairs:
            if same:
                self.groups.join(a, b, ("joined by the reader's judgement",))
        alike = Alike(forms, self.groups, workers)
        link_places(alike, self.known)
        self.moved.update(link_orgs(alike, self.known))
        moved, unsure = link_people(alike, Roles(forms, readings))
        self.moved.update(moved)
        self._as_reports_say(readings)
        join_heads(forms, self.groups, self.moved)
        bare = Bare(forms, readings, self.groups, self.known)
        bare.complete(self.moved)
        self.open = [*bare.issues, *(_issue(readings, one) for one in unsure)]
        self._slips_of_kind()

    def group(self, form: int, reading: int) -> int:
        """The group that a form stands for in a report."""
        return self.groups.find(self.moved.get((form, reading), form))

    def issues(self) -> tuple[Issue, ...]:
        """What of the pile could not be looked at or decided."""
        cut = sorted((kind, count) for kind, count in self.groups.cut.items() if count)
        told = (f"{kind}: {count} names {_NOT_COMPARED}" for kind, count in cut)
        return (*(Issue(doc="", room="link", code="names-not-compared", detail=row) for row in told), *self.open)

    def _as_reports_say(self, readings: Sequence[Reading]) -> None:
        """Expansions of acronyms, and short names that the name finder tied to an earlier one."""
        form_of: dict[Use, int] = {use: i for i, form in enumerate(self.forms) for use in form.uses}
        says: dict[int, dict[int, int]] = defaultdict(dict)
        for r, reading in enumerate(readings):
            at: dict[Ref, int] = {(name.start, name.end): n for n, name in enumerate(reading.names)}
            for n, name in enumerate(reading.names):
                other = self._pointed(name, at)
                if other is not None and (r, other) in form_of:
                    says[form_of[r, n]][r] = form_of[r, other]
        for i in sorted(says):
            self._follow(i, says[i])

    def _pointed(self, name: Name, at: dict[Ref, int]) -> int | None:
        return at.get(name.expands or name.coref) if name.expands or name.coref else None

    def _follow(self, i: int, says: dict[int, int]) -> None:
        """An acronym goes with its expansion everywhere if all reports agree, else report by report."""
        mine = self.forms[i]
        targets = {self.group(j, r) for r, j in says.items()}
        free = self.groups.find(i) not in self._known_roots()
        example = self.forms[next(iter(says.values()))]
        if mine.kind == "org" and free and len(targets) == 1 and example.kind == "org":
            self.groups.join(i, next(iter(targets)), (f"{mine.text}: {example.text} stands for it in a report",))
            return
        for r, j in says.items():
            if (
                (i, r) not in self.moved
                and len(mine.words) < len(self.forms[j].words)
                and mine.kind == self.forms[j].kind
            ):
                target = self.group(j, r)
                if self.groups.allowed(i, target) and (free or mine.kind == "person"):
                    self.moved[i, r] = target

    def _slips_of_kind(self) -> None:
        """One spelling under two kinds: a rare group of single words joins the frequent group of the other kind."""
        weights: Counter[int] = Counter()
        by_text: dict[str, set[int]] = defaultdict(set)
        for i, form in enumerate(self.forms):
            for r, _ in form.uses:
                weights[self.group(i, r)] += 1
            by_text[form.text].add(self.groups.find(i))
        for text in sorted(by_text):
            found = {self.groups.find(root) for root in by_text[text]}
            roots = sorted(found, key=lambda n: (-weights[n], self.forms[n].kind != "org", n))
            for rare in roots[1:]:
                self._mend(text, rare, self.groups.find(roots[0]), weights)

    def _mend(self, text: str, rare: int, frequent: int, weights: Counter[int]) -> None:
        """Join a slip to the frequent group, whose weight grows: the next spelling is judged by it."""
        times = 1 if " " in text and weights[rare] <= _SELDOM else _FEW
        if weights[frequent] < times * weights[rare] or not self._is_slip(text, rare, frequent):
            return
        total = weights[frequent] + weights[rare]
        kind = self.forms[self.groups.members[rare][0]].kind
        if self.groups.join(rare, frequent, (f"{text}: {weights[rare]} of {total} mentions taken for a {kind}",)):
            weights[self.groups.find(rare)] = total

    def _known_roots(self) -> set[int]:
        """The groups of the known ids; remembered until a join changes the groups."""
        if self._roots_at != self.groups.joins:
            self._roots = {self.groups.find(node) for node in self.known.values()}
            self._roots_at = self.groups.joins
        return self._roots

    def _is_slip(self, text: str, rare: int, frequent: int) -> bool:
        """Of single words only; but no full name is that of a person in one report and of a firm in another."""
        members = self.groups.members[rare]
        known = self._known_roots()
        kinds = {self.forms[m].kind for m in members}
        single = all(len(self.forms[m].words) == 1 for m in members)
        return (single or " " in text) and rare not in known and self.forms[frequent].kind not in kinds
