"""Questions that differ in place or in a loose predicate, and turn out to ask the same: both give one odd number.

"51 came out", "51 were rescued"; "3,456 cases in Beitbridge", "3456 in Бейтбридж", which no gazetteer knows. Only in
reports that surely tell of one event, and never where each sentence names another place.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rashomon.compare.bounds import meet
from rashomon.compare.keys import Key, head_key
from rashomon.compare.pile import Claim, Pile
from rashomon.compare.stories import firm

__all__ = ["with_equals"]

_COUNTED = frozenset(
    "killed injured missing detained hospitalised displaced rescued present deployed damaged looted cases".split()
)
_LOOSE = frozenset({"other", "present", "deployed"})  # predicates that reports choose freely, or that no list knows
_NOUNS = ({"all", "workers"}, {"all", "civilians"})  # what reports choose freely as well
_LEAST = 10
_LOOKED_AT = 12  # claims of one number that each is held against
_Number = tuple[Decimal | None, Decimal | None]


def with_equals(groups: Sequence[list[Claim]], pile: Pile) -> list[list[Claim]]:
    """Questions after joining those of one number; the order of what stays is kept."""
    found = [list(group) for group in groups]
    keys = [head_key(group) for group in groups]
    home = {claim.key: i for i, group in enumerate(found) for claim in group}
    for a, b in _by_number(found, keys):
        i, j = home[a.key], home[b.key]
        if i != j and _one(a, b, (keys[i], keys[j]), pile):
            _join(found, (i, j), (a, b), keys, home)
    return [sorted(group, key=lambda c: c.key) for group in found if group]


def _by_number(groups: Sequence[list[Claim]], keys: Sequence[Key]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that give one exact and odd number."""
    shelf: dict[tuple[str, _Number], list[Claim]] = defaultdict(list)
    for group, key in zip(groups, keys, strict=True):
        for claim in group:
            low, high = claim.figure.low, claim.figure.high
            if low is not None and low >= _LEAST and high in (low, None) and key[0] in _COUNTED | {"other"}:
                shelf[key[4], (low, high)].append(claim)
    for rows in shelf.values():
        ordered = sorted(rows, key=lambda c: c.key)
        for n, a in enumerate(ordered):
            yield from ((a, b) for b in ordered[n + 1 : n + 1 + _LOOKED_AT])


def _one(a: Claim, b: Claim, keys: tuple[Key, Key], pile: Pile) -> bool:
    if a.doc == b.doc or a.figure.status != b.figure.status or _apart(a, b, pile):
        return False
    if a.scope.kinds and b.scope.kinds and not a.scope.kinds & b.scope.kinds:
        return False
    same = keys[0] == keys[1] and keys[0][0] != "other"  # what no list knows may be two things of one number
    return (same or _loosely(a, b, keys)) and firm(a.report, b.report, pile)


def _apart(a: Claim, b: Claim, pile: Pile) -> bool:
    """Each sentence names a place of its own, and both are known."""
    p, q = a.place, b.place
    if p is None or q is None or p == q or pile.within(p, q) or pile.within(q, p):
        return False
    return pile.located(p) and pile.located(q)


def _loosely(a: Claim, b: Claim, keys: tuple[Key, Key]) -> bool:
    """Keys that differ in a predicate that says little: "44 vehicles were battling", "44 vehicles were sent"."""
    (m, who, unit, states, _), (n, other, counted, more, _) = keys
    loose = "other" in (m, n) or {m, n} <= _LOOSE
    free = loose if m != n else ({who, other} in _NOUNS and m != "other")
    if states != more or not free or not _odd(a.figure.low):
        return False
    bare = any(c.figure.label is None and k[1] == "things" and not k[2] for c, k in ((a, keys[0]), (b, keys[1])))
    people = unit == counted == "people" and (who == other or "all" in (who, other))
    things = who == other == "things" and unit == counted and bool(unit)
    return people or things or (bare and "people" in (unit, counted))


def _odd(low: Decimal | None) -> bool:
    return low is not None and len(low.normalize().as_tuple().digits) > 1


def _join(
    groups: list[list[Claim]],
    pair: tuple[int, int],
    both: tuple[Claim, Claim],
    keys: Sequence[Key],
    home: dict[tuple[str, int, int], int],
) -> None:
    """The smaller question goes into the larger; of one with a loose predicate only the number itself does."""
    i, j = pair
    if (len(groups[i]), keys[i][0] != "other") > (len(groups[j]), keys[j][0] != "other"):
        i, j, both = j, i, (both[1], both[0])
    if keys[i] != keys[j] and keys[i][0] != "other" and keys[j][0] == "other":
        i, j, both = j, i, (both[1], both[0])
    moving = groups[i] if keys[i] == keys[j] else [both[0]]
    rows = [c for c in moving if all(o.doc != c.doc or meet(c.loose, o.loose) for o in groups[j])]
    if both[0] not in rows:
        return
    for claim in rows:
        home[claim.key] = j
    groups[j] += rows
    groups[i] = [c for c in groups[i] if c not in rows]
