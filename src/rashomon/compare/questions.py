"""Sets of claims to questions: ids, sentence, relations, verdict, whole and parts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha1
from itertools import combinations
from typing import NamedTuple

from anyascii import anyascii

from rashomon.compare import policies
from rashomon.compare.asks import ask, reason
from rashomon.compare.keys import Key, head_key
from rashomon.compare.origins import folded, origins
from rashomon.compare.pile import Claim, Pile
from rashomon.compare.rules import pair, rule_on
from rashomon.compare.spokesmen import heard
from rashomon.compare.verdicts import bounds_of, verdict
from rashomon.model import Options, Question, Relation, replace

__all__ = ["Asked", "asked", "with_parts"]


class Asked(NamedTuple):
    """A question with what it was made from."""

    question: Question
    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]
    key: Key


def asked(groups: Sequence[Sequence[Claim]], pile: Pile, texts: Mapping[str, str], options: Options) -> list[Asked]:
    """All questions with their relations, in order of id."""
    named: dict[str, list[Sequence[Claim]]] = defaultdict(list)
    for group in groups:
        named[_slug(head_key(group), _place(group, pile), group, pile)].append(group)
    found = []
    for slug in sorted(named):
        for group in named[slug]:
            name = slug if len(named[slug]) == 1 else f"{slug}-{_mark(group[0])}"
            found.append(_question(name, group, pile, texts, options))
    return sorted(found, key=lambda row: row.question.id)


def _question(name: str, group: Sequence[Claim], pile: Pile, texts: Mapping[str, str], options: Options) -> Asked:
    voice = folded(group, texts)
    key, place = head_key(group), _place(group, pile)
    speak, copies = heard(group, voice, texts)
    relations, why = [], []
    for a, b in (*combinations(speak, 2), *copies):
        p = pair(a, b, pile, voice, texts)
        ruling, rule = rule_on(p)
        text = reason(ruling.reason, p, (voice[p.a.id], voice[p.b.id]))
        relations.append(Relation(question=name, a=p.a.id, b=p.b.id, relation=ruling.relation, reason=text))
        why.append(f"{rule}: {p.a.id} {p.b.id}")
    if len(speak) < len(group):
        why.insert(0, f"{len(group)} figures: one of each origin and value stands for the others")
    low, high = bounds_of(group)
    question = Question(
        id=name,
        asks=ask(key, group, place, pile),
        measure=key[0],
        who=key[1],
        unit=key[2] or None,
        where=place,
        figures=tuple(c.id for c in group),
        verdict=verdict((r.relation for r in relations), len(group)),
        low=low,
        high=high,
        origins=origins(group, voice),
        documents=tuple(sorted({c.doc for c in group})),
        when=_when(group),
        policies=policies.apply(group, voice, pile, options),
        why=tuple(why[:50]),
    )
    return Asked(question, tuple(relations), tuple(group), key)


def _place(group: Sequence[Claim], pile: Pile) -> str | None:
    """The place most of the figures are for; of several, the widest, then the first by name."""
    counts = Counter(sorted(c.where for c in group if c.where))
    inside = {p: sum(pile.within(p, other) for other in counts) for p in counts}
    return min(counts, key=lambda p: (-counts[p], inside[p], p)) if counts else None


def _when(group: Sequence[Claim]) -> str | None:
    """First and last day of the figures, as one EDTF interval."""
    spans = [c.asof.days for c in group if c.asof.days and c.asof.dated]
    if not spans:
        return None
    first, last = min(s.first[:10] for s in spans), max(s.last[:10] for s in spans)
    return first if first == last else f"{first}/{last}"


def _slug(key: Key, place: str | None, group: Sequence[Claim], pile: Pile) -> str:
    measure, who, unit, states, period = key
    parts = [measure, who if who != "things" else unit or "things", *states]
    if measure in ("money", "share", "duration", "size", "other"):
        labels = [c.figure.label for c in group if c.figure.label]
        parts += [min(labels, key=lambda t: (len(t), t))[:40]] if labels else []
    parts += [pile.label(place)] if place else []
    parts += [period.replace("/", "-")] if period else []
    return "-".join(filter(None, (_plain(part) for part in parts)))


def _plain(text: str) -> str:
    letters = "".join(c if c.isalnum() else " " for c in anyascii(text).lower())
    return "-".join(letters.split())


def _mark(claim: Claim) -> str:
    """A short sign of the first figure: stays when other reports come and go."""
    return sha1("|".join(map(str, claim.key)).encode(), usedforsecurity=False).hexdigest()[:6]


_BY_NOUN = frozenset({"money", "share", "duration", "size", "other"})


def with_parts(rows: Sequence[Asked], pile: Pile) -> list[Question]:
    """Questions linked as whole and parts: narrower people, sub-scopes, places within."""
    shelf: dict[tuple[object, ...], list[Asked]] = defaultdict(list)
    for row in rows:
        shelf[row.key[0], row.key[4], row.question.where].append(row)
    parts: dict[str, list[str]] = defaultdict(list)
    whole: dict[str, str] = {}
    for row in rows:
        if row.key[1] == "things" or row.key[0] in _BY_NOUN:
            continue  # what is counted by its noun has no whole that could be told
        around = pile.around(row.question.where)
        above = [o for place in around for o in shelf[row.key[0], row.key[4], place] if _contains(o, row)]
        if above:
            near = min(above, key=lambda o: (_distance(o, row), -len(o.claims), o.question.id))
            whole[row.question.id] = near.question.id
            parts[near.question.id].append(row.question.id)
    return [
        replace(row.question, parts=tuple(sorted(parts[row.question.id])), whole=whole.get(row.question.id))
        for row in rows
    ]


def _contains(a: Asked, b: Asked) -> bool:
    """Whether ``a``, of the same place or one around it, asks for all that ``b`` asks for a part of."""
    if (a.key, a.question.where) == (b.key, b.question.where):
        return False
    if "since" in b.key[3] and "since" not in a.key[3]:
        return False  # what is counted over a longer time is no part of a day's count
    return a.key[1] in ("all", b.key[1]) and set(a.key[3]) - {"since"} <= set(b.key[3])


def _distance(a: Asked, b: Asked) -> int:
    """How many steps of people, scope and place lie between part and whole."""
    scope = len(set(b.key[3]) - set(a.key[3]))
    return (a.key[1] != b.key[1]) + scope + (a.question.where != b.question.where)
