"""The sentence that asks a question, and the reasons of its relations, in the reader's language."""

from collections.abc import Sequence
from functools import lru_cache

from rashomon.compare.keys import Key
from rashomon.compare.pairs import Pair
from rashomon.compare.pile import Claim, Pile
from rashomon.lang import load
from rashomon.lang.schema.compare import CompareData, Phrase
from rashomon.text import squeeze

__all__ = ["ask", "reason", "wording_of"]


@lru_cache(maxsize=8)
def wording_of(ui: str) -> CompareData:
    """The sentence templates of the reader's language; English where a language has none."""
    data = load(ui).read(CompareData)
    return data if data.verbs else load("en").read(CompareData)


def ask(key: Key, claims: Sequence[Claim], place: str | None, pile: Pile) -> str:
    """One sentence: "Lindholm: how many members of the security forces were killed?"."""
    words = wording_of(pile.ui)
    measure, who, unit, states, period = key
    label = _label(claims) if unit != "magnitude" else _unit(unit, words)
    counted = words.who.get(who) if who != "things" else words.units.get(unit)
    verbs = words.verbs.get(measure)
    if counted is None and verbs and measure != "other":
        counted = Phrase(ask=words.frame["count"].format(label=label or _unit(unit, words)))
    if measure in words.whole:
        asked = words.whole[measure].format(label=label or _unit(unit, words))
    elif counted is None or verbs is None:
        asked = words.frame["label"].format(label=label or _unit(unit, words))
    elif measure == "other":
        asked = words.frame["others"].format(who=counted.ask, label=label)
    else:
        named = words.frame["called"].format(who=counted.ask, words=calls) if (calls := _calls(who, claims)) else ""
        asked = words.frame["ask"].format(who=named or counted.ask, verb=_agreed(verbs, counted))
    scopes = [words.scopes[s] for s in states if s in words.scopes]
    if scopes:
        asked = words.frame["scope"].format(ask=asked, scope=", ".join(scopes))
    if period:
        asked = words.frame["earlier"].format(ask=asked, period=_years(period, words))
    if claims and all(c.figure.status == "planned" for c in claims):
        asked = words.frame["planned"].format(ask=asked)
    asked = words.frame["place"].format(place=pile.label(place), ask=asked) if place else asked
    return asked[:1].upper() + asked[1:] + "?"


_SIDES = frozenset({"gloss:people", "gloss:person", "gloss:victims", "gloss:dead"})


def _calls(who: str, claims: Sequence[Claim]) -> str:
    """What the reports call the other side, in their own words: no word of ours stands for them."""
    if who != "participants":
        return ""
    labels = [squeeze(c.figure.label) for c in claims if c.figure.label and not c.scope.words & _SIDES]
    return ", ".join(f"“{label}”" for label in sorted(set(labels), key=lambda text: (len(text), text))[:3])


def _agreed(verbs: dict[str, str], counted: Phrase) -> str:
    return verbs.get(counted.form) or verbs.get("*") or next(iter(verbs.values()))


def _label(claims: Sequence[Claim]) -> str:
    """The noun as the first report words it, in the shortest wording."""
    labels = [squeeze(c.figure.label) for c in claims if c.figure.label]
    return min(labels, key=lambda text: (len(text), text)) if labels else ""


def _unit(unit: str, words: CompareData) -> str:
    return words.units[unit].ask if unit in words.units else unit or words.measures.get("other", "?")


def _years(period: str, words: CompareData) -> str:
    first, _, last = period.partition("/")
    return words.frame["before"] if first == "before" else first if first == last else f"{first}–{last}"


def reason(key: str, p: Pair, voices: tuple[str, str]) -> str:
    """Why a relation holds, in a sentence with the two figures, their dates and sources."""
    words = wording_of(p.pile.ui)
    a, b = p.a, p.b
    return words.reasons[key].format(
        a=_quoted(a, words),
        b=_quoted(b, words),
        when_a=_when(a, words),
        when_b=_when(b, words),
        voice_a=p.pile.label(voices[0]),
        voice_b=p.pile.label(voices[1]),
        place_a=p.pile.label(a.place or a.where) or "?",
        place_b=p.pile.label(b.place or b.where) or "?",
        kinds_a=_kinds(a, words),
        kinds_b=_kinds(b, words),
    )


def _quoted(claim: Claim, words: CompareData) -> str:
    """A number as written; one in words in quotation marks, as it may be of another language."""
    text = squeeze(claim.figure.text)
    return text if text[:1].isdigit() else words.frame["quoted"].format(words=text)


def _when(claim: Claim, words: CompareData) -> str:
    days, given = claim.known
    if days is None:
        return words.notes["undated"]
    text = days.last if days.exact else f"{days.first[:7]}…{days.last[:7]}"
    return words.notes[given if given in words.notes else "dated"].format(date=text)


def _kinds(claim: Claim, words: CompareData) -> str:
    return ", ".join(words.scopes.get(kind, kind) for kind in sorted(claim.scope.kinds))
