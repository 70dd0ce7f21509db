"""The sentence that asks a question, and the reasons of its relations, in the reader's language."""

from collections.abc import Sequence
from functools import lru_cache

from rashomon.compare.dates import in_words
from rashomon.compare.keys import Key
from rashomon.compare.pairs import Pair
from rashomon.compare.pile import Claim, Pile
from rashomon.lang import load
from rashomon.lang.schema.compare import CompareData, Phrase
from rashomon.text import squeeze

__all__ = ["ask", "noun_of", "reason", "wording_of"]


@lru_cache(maxsize=8)
def wording_of(ui: str) -> CompareData:
    """The sentence templates of the reader's language; English where a language has none."""
    data = load(ui).read(CompareData)
    return data if data.verbs else load("en").read(CompareData)


_SIZES = {
    "magnitude": "strength", "km": "distance", "m": "distance", "cm": "distance", "mm": "distance",
    "miles": "distance", "feet": "distance", "square km": "area", "square m": "area", "hectares": "area",
    "acres": "area", "cubic m": "amount", "tons": "amount", "kg": "amount", "litres": "amount",
    "barrels": "amount", "km/h": "speed", "people": "population",
}  # fmt: skip


def ask(key: Key, claims: Sequence[Claim], place: str | None, pile: Pile) -> str:
    """One sentence: "Lindholm: how many members of the security forces were killed?"."""
    words = wording_of(pile.ui)
    _, _, _, states, period = key
    asked = _core(key, claims, pile.ui)
    scopes = [words.scopes[s] for s in states if s in words.scopes]
    if scopes:
        asked = words.frame["scope"].format(ask=asked, scope=", ".join(scopes))
    if period == "before":
        asked = words.frame["scope"].format(ask=asked, scope=words.frame["before"])
    elif period:
        asked = words.frame["earlier"].format(ask=asked, period=_years(period))
    if claims and all(c.figure.status == "planned" for c in claims):
        asked = words.frame["planned"].format(ask=asked)
    asked = words.frame["place"].format(place=pile.label(place), ask=asked) if place else asked
    return asked[:1].upper() + asked[1:] + "?"


def _core(key: Key, claims: Sequence[Claim], ui: str) -> str:
    """Who or what is counted, and what became of it."""
    words = wording_of(ui)
    measure, who, unit, states, _ = key
    label = noun_of(claims, ui, measure) if unit != "magnitude" else ""
    shown = label or _unit(unit, words)
    if measure in words.whole:
        return words.whole[_SIZES.get(unit, measure) if measure == "size" else measure].format(label=shown)
    counted = words.who.get(who) if who != "things" else words.units.get(unit)
    verbs = words.verbs.get(measure)
    if counted is None and verbs and measure != "other":
        counted = Phrase(ask=words.frame["count"].format(label=shown))
    if counted is None or verbs is None:
        return words.frame["label"].format(label=shown)
    said = _agreed(verbs, counted)
    if measure == "other" and label and not states and label.casefold() not in counted.ask.casefold():
        return words.frame["others"].format(who=counted.ask, verb=said, label=label)
    named = words.frame["called"].format(who=counted.ask, words=calls) if (calls := _calls(who, claims)) else ""
    return words.frame["ask"].format(who=named or counted.ask, verb=said)


_SIDES = frozenset({"gloss:people", "gloss:person", "gloss:victims", "gloss:dead"})


def _calls(who: str, claims: Sequence[Claim]) -> str:
    """What the reports call the other side, in their own words: no word of ours stands for them."""
    if who != "participants":
        return ""
    labels = [squeeze(c.figure.label) for c in claims if c.figure.label and not c.scope.words & _SIDES]
    return ", ".join(f"“{label}”" for label in sorted(set(labels), key=lambda text: (len(text), text))[:3])


def _agreed(verbs: dict[str, str], counted: Phrase) -> str:
    return verbs.get(counted.form) or verbs.get("*") or next(iter(verbs.values()))


# Where a noun near the number is not always what is counted ("a 35 million fire", "early Monday").
_LOOSE = frozenset({"money", "share", "duration", "size"})


def noun_of(claims: Sequence[Claim], ui: str, measure: str) -> str:
    """The counted noun as the reports word it: the reader's language first, then what most reports say,
    then the shortest. "" where none names what is counted.
    """
    rows = [(squeeze(c.figure.label), c) for c in claims if c.figure.label and _is_noun(c)]
    if not rows:
        return ""
    own = [row for row in rows if row[1].report.document.language == ui]
    votes: dict[str, set[str]] = {}
    for text, claim in own or rows:
        votes.setdefault(text.casefold(), set()).add(claim.doc)
    if measure in _LOOSE and len(claims) > 1 and max(map(len, votes.values())) < 2:
        return rows[0][0] if len(rows) == 1 and measure != "money" else ""
    return min((text for text, _ in own or rows), key=lambda text: (-len(votes[text.casefold()]), len(text), text))


def _is_noun(claim: Claim) -> bool:
    """Whether a label can stand for what is counted: no date, no name, no lone sign."""
    figure, reading = claim.figure, claim.report.reading
    start, end = figure.label_start, figure.label_end
    if start is None or end is None:
        return True
    taken = [(t.start, t.end) for t in reading.times]
    if figure.who == "things":
        taken += [(n.start, n.end) for n in reading.names]
    words = any(part.isalpha() and len(part) > 1 for part in figure.label.split()) if figure.label else False
    return words and not any(a < end and start < b for a, b in taken)


def _unit(unit: str, words: CompareData) -> str:
    return words.units[unit].ask if unit in words.units else unit or words.measures.get("other", "?")


def _years(period: str) -> str:
    first, _, last = period.partition("/")
    return first if first == last else f"{first}–{last}"


def reason(key: str, p: Pair, voices: tuple[str, str]) -> str:
    """Why a relation holds, in a sentence with the two figures, their dates and sources."""
    words = wording_of(p.pile.ui)
    a, b = p.a, p.b
    return words.reasons[key].format(
        a=_quoted(a, words),
        b=_quoted(b, words),
        when_a=_when(a, p.pile.ui),
        when_b=_when(b, p.pile.ui),
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


def _when(claim: Claim, ui: str) -> str:
    """As of when, in words: "as of 15 May 2024", "published 15 May 2024"."""
    words = wording_of(ui)
    days, given = claim.known
    if days is None:
        return words.notes["undated"]
    text = in_words(days, ui if load(ui).read(CompareData).verbs else "en")
    return words.notes[given if given in words.notes else "dated"].format(date=text)


def _kinds(claim: Claim, words: CompareData) -> str:
    return ", ".join(words.scopes.get(kind, kind) for kind in sorted(claim.scope.kinds))
