"""Which of the numbers that one report gives is its total."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.bounds import Bounds, meet, small_word, stated, vague
from rashomon.compare.pile import Claim

__all__ = ["totals"]


def totals(claims: list[Claim], texts: Mapping[str, str]) -> tuple[list[Claim], list[Claim]]:
    """Each text's total under this key, and what else it counts there.

    A text that gives 3,000, 100, 200 and 500 under one key counts parts, or other things: only one
    can be the total. Different sources or days in one text are accounts of their own.
    """
    heads: list[Claim] = []
    rest: list[Claim] = []
    by_account: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        day = claim.asof.days.last[:10] if claim.asof.days and claim.asof.given == "sentence" else ""
        by_account[texts[claim.doc], claim.voice, day].append(claim)
    for account in sorted(by_account):
        top = _total(by_account[account])
        for claim in by_account[account]:
            fits = _agree(claim, top) or _revises(claim, top)
            (heads if fits and not small_word(claim.figure) else rest).append(claim)
    told, given = _by_text(heads, texts), _by_value(rest, texts)
    parts = [
        c
        for c in heads
        if _is_part(c, heads, given, texts) or _mere_word(c, told[texts[c.doc]]) or _afterthought(c, told[texts[c.doc]])
    ]
    apart = {c.key for c in parts}
    return [c for c in heads if c.key not in apart], rest + parts


def _by_text(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[texts[claim.doc]].append(claim)
    return found


def _by_value(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[Bounds, set[str]]:
    """The texts that give each value."""
    found: dict[Bounds, set[str]] = defaultdict(set)
    for claim in claims:
        found[stated(claim.figure)].add(texts[claim.doc])
    return found


def _afterthought(claim: Claim, own: list[Claim]) -> bool:
    """The report's own undated number near its end, where its lead gives another by a source: the
    background ("a quake there killed 612 people") and not a second account of the event.
    """
    if claim.figure.source not in (None, "author") or claim.asof.given == "sentence" or _place(claim) < 0.5:
        return False
    lead = [h for h in own if h.voice != claim.voice and _place(h) < _LEAD]
    return bool(lead) and not any(_agree(claim, h) for h in lead)


def _place(claim: Claim) -> float:
    """Where in its report a figure stands: 0 is the start."""
    return claim.figure.start / max(len(claim.report.document.text), 1)


def _agree(a: Claim, b: Claim) -> bool:
    """Within one account a word for a size is taken as it stands: its "hundreds" are not "over 1,000"."""
    words = vague(a.figure) or vague(b.figure)
    return meet(stated(a.figure), stated(b.figure)) or (not words and meet(a.loose, b.loose))


def _mere_word(claim: Claim, own: list[Claim]) -> bool:
    """A word for a size beside another account's number in the same text: of something narrower."""
    return vague(claim.figure) and any(not vague(h.figure) and not meet(claim.loose, h.loose) for h in own)


def _is_part(claim: Claim, heads: list[Claim], given: Mapping[Bounds, set[str]], texts: Mapping[str, str]) -> bool:
    """Another text gives this very number as one of several, and not as its total: "200" of "3,000,
    100, 200 and 500" is the contingent, in a report that tells of it alone as well.
    """
    givers = given.get(stated(claim.figure), set()) - {texts[claim.doc]}
    agree = (h for h in heads if texts[h.doc] != texts[claim.doc] and meet(h.loose, claim.loose))
    return bool(givers) and next(agree, None) is None


_LEAD = 0.3  # of a text: the news comes first, the background later


def _total(claims: Sequence[Claim]) -> Claim:
    """The largest number of the lead, else of the text ("since 1999 more than 2,000 have died" closes
    many a report on forty dead); a number goes before a word for a size in the same part.
    """

    def rank(claim: Claim) -> tuple[object, ...]:
        low, high = claim.figure.low, claim.figure.high
        value = low if low is not None else high
        late = _place(claim) > _LEAD
        return late, vague(claim.figure), -(value or 0), claim.key

    return min(claims, key=rank)


def _revises(claim: Claim, top: Claim) -> bool:
    """ "16, not 26 as first reported": one account corrects its own number."""
    return claim.scope.takes_back or top.scope.takes_back
