"""The base form of a name, where a dictionary or the pack's endings give one.

Words of a person's name agree in case and gender, so they are read together: «Тараса
Савчука» is "Тарас Савчук" because both can be the genitive of a man's name. In names
of bodies and places the adjectives and the head noun are declined, what follows stays.
"""

import re
from itertools import product
from typing import NamedTuple

from rashomon.annotate.names.lexicon import Lexicon
from rashomon.annotate.names.places import bases
from rashomon.annotate.names.runs import Run
from rashomon.lang import morph
from rashomon.text import fold, squeeze

CASES = {"nomn": "nom", "gent": "gen", "gen1": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "ablt": "inst"}
CASES |= {"loct": "loc", "loc1": "loc", "loc2": "loc"} | {c: c for c in ("nom", "gen", "dat", "acc", "inst", "loc")}
GENDERS = {"masc": "m", "m1": "m", "m2": "m", "m3": "m", "femn": "f", "f": "f", "neut": "n", "n": "n"}
ALL_CASES = frozenset(CASES.values())
PERSONAL = frozenset(("Name", "Surn", "Patr", "imię", "nazwisko"))
_LETTERS = r"[^\W\d_]+(?:['’](?=[яюєї])[^\W\d_]+)*"  # "Лук'яненко" is one word
WORD = re.compile(_LETTERS)


COMPOUND = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*")
NOUN = frozenset(("NOUN", "subst"))
ADJECTIVE = frozenset(("ADJF", "PRTF", "adj", "ppas", "pact"))
PLURAL = frozenset(("plur", "pl"))
Word = tuple["re.Match[str]", list[morph.Base]]


class Option(NamedTuple):
    """One reading of a word: its nominative, and the genders, numbers and cases it may stand in."""

    form: str
    genders: frozenset[str]
    cases: frozenset[str]
    weight: float
    plural: bool = False


def base_form(run: Run, seen: frozenset[str] = frozenset()) -> str | None:
    """Nominative of a name; None where nothing is known. ``seen``: folds of the report's names."""
    text = squeeze(run.text).replace("\u0301", "")
    if run.lemma:
        return recased(text, run.lemma)
    if run.scene.units[run.first].shape == "upper" and run.last - run.first == 1:
        return None
    if run.kind == "person":
        return _person(run, text, seen)
    return _headed(run, text, seen) or _single(run, text, seen)


def _single(run: Run, text: str, seen: frozenset[str]) -> str | None:
    """An inflected word no dictionary knows: a base form that is listed, or stands in the report."""
    lex = run.scene.lex
    if not WORD.fullmatch(text) or not lex.endings or run.scene.units[run.first].shape == "upper":
        return None
    forms = bases(run.scene.code, text)
    listed = [form for form in forms if fold(form) in seen or lex.longest("orgs", [fold(form)])]
    best = min(listed, key=len, default=text)
    return recased(text, best) if fold(best) != fold(text) else None


def recased(text: str, form: str) -> str:
    """``form`` with capitals where the words of ``text`` have them ("нью-йорк" -> "Нью-Йорк")."""
    if text.isupper():
        return form if form.isupper() else form.title()
    words = WORD.findall(text)
    parts = re.split(rf"({_LETTERS})", form)
    for n, i in enumerate(range(1, len(parts), 2)):
        if n >= len(words) or words[n][0].isupper():
            parts[i] = parts[i][:1].upper() + parts[i][1:]
    return "".join(parts)


def _person(run: Run, text: str, seen: frozenset[str]) -> str | None:
    lex = run.scene.lex
    if not lex.endings:
        return None
    words = WORD.findall(text)
    rows = [_options(lex, word, seen, first=i == 0 < len(words) - 1) for i, word in enumerate(words)]
    choices = [(_likeliest(options), options) for options in rows]
    # «Белова» alone: a man's genitive is likelier in news than a woman's nominative.
    lean = ("m", 0.1) if len(words) == 1 else ("", 0.0)
    best: tuple[float, list[Option]] = (0.0, [])
    for gender, case in product("mf", ("nom", "gen", "dat", "acc", "inst", "loc")):
        picked = [likeliest.get((gender, case), options[-1]) for likeliest, options in choices]
        total = sum(option.weight for option in picked) + (0.05 if case == "nom" else 0)
        total += lean[1] if gender == lean[0] else 0
        if total > best[0] + 1e-9:
            best = (total, picked)
    forms = iter(option.form for option in best[1])
    found = WORD.sub(lambda match: next(forms, match.group()), text)
    return recased(text, found) if best[1] else None


def _likeliest(options: list[Option]) -> dict[tuple[str, str], Option]:
    """By gender and case: the first of the weightiest that may stand so."""
    found: dict[tuple[str, str], Option] = {}
    for option in sorted(options, key=lambda o: -o.weight):
        for fit in product(option.genders, option.cases):
            found.setdefault(fit, option)
    return found


def _options(lex: Lexicon, word: str, seen: frozenset[str], first: bool) -> list[Option]:
    """Readings of one word of a person's name; the last stands for a word that does not change."""
    readings = [b for b in morph.nominatives(lex.pack.code, word) if not b.tags & PLURAL]
    found = [_reading(base, first) for base in readings]
    sure = any(o.weight >= 0.9 for o in found)
    found += [o for o in _ended(lex, word) if not sure or fold(o.form) in lex.given]
    if not sure or fold(word) in lex.given:
        found.append(Option(word, frozenset("mf"), frozenset(("nom",)), 0.5))
    fixed = word.lower().endswith(lex.data.fixed_endings) if lex.data.fixed_endings else False
    if fixed or not sure:
        found.append(Option(word, frozenset("mf" if fixed else "f"), ALL_CASES, 0.48 if fixed else 0.3))
    return [*(_weighed(o, word, lex, seen, first) for o in found), Option(word, frozenset("mf"), ALL_CASES, 0.15)]


def _weighed(option: Option, word: str, lex: Lexicon, seen: frozenset[str], first: bool) -> Option:
    """More for a given name of the list, and for a base form that stands elsewhere in the report."""
    form, weight = fold(option.form), option.weight
    if form in lex.given:
        weight = max(weight, 1.35 if first else 1.0)
    if form in seen and form != fold(word):
        weight += 0.6
    return option._replace(weight=weight)


def _reading(base: morph.Base, first: bool = False) -> Option:
    genders = frozenset(GENDERS[t] for t in base.tags if t in GENDERS) or frozenset("mf")
    cases = frozenset(CASES[t] for t in base.tags if t in CASES)
    weight = (1.0 if base.known else 0.7) if base.tags & PERSONAL else 0.35
    if first and base.tags & {"Name", "imię"}:
        weight += 0.3
    return Option(base.form, genders, cases, weight, bool(base.tags & PLURAL))


def _ended(lex: Lexicon, word: str) -> list[Option]:
    """Readings by the pack's endings of persons' names."""
    found = []
    for ending, base, use in lex.data.person_endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            gender, *cases = use.split()
            stem = word[: len(word) - len(ending)]
            found.append(Option(stem + base, frozenset(gender), frozenset(cases), 0.4))
    return found


def _headed(run: Run, text: str, seen: frozenset[str]) -> str | None:
    """Adjectives and head noun in the nominative, the rest as written."""
    code = run.scene.code
    words = list(COMPOUND.finditer(text))
    before: list[Word] = []
    for n, match in enumerate(words):
        bases = morph.nominatives(code, match.group())
        nouns = [b for b in bases if b.tags & NOUN and (b.known or fold(b.form) in seen)]
        adjectives = [b for b in bases if b.tags & ADJECTIVE]
        follows = n + 1 < len(words) and any(
            b.tags & NOUN for b in morph.nominatives(code, words[n + 1].group()) if b.known
        )
        if nouns and not (adjectives and follows and not before):
            after = _after(code, words[n + 1 :], text) if code == "pl" else []
            return _agree(text, before, (match, nouns), after)
        if not adjectives:
            return None
        before.append((match, adjectives))
    return None


def _after(code: str, words: "list[re.Match[str]]", text: str) -> "list[Word]":
    """Adjectives right after the head noun: "Unii Europejskiej"."""
    rows: list[Word] = []
    for n, match in enumerate(words):
        adjectives = [b for b in morph.nominatives(code, match.group()) if b.tags & ADJECTIVE]
        noun_next = n + 1 < len(words) and any(b.tags & NOUN for b in morph.nominatives(code, words[n + 1].group()))
        if not adjectives or noun_next:
            break
        rows.append((match, adjectives))
    return rows


def _agree(text: str, before: "list[Word]", head: "Word", after: "list[Word]") -> str | None:
    """The first reading of the head that all adjectives before it agree with."""
    for noun in sorted(head[1], key=lambda b: (not b.known, bool(b.tags & PLURAL), not b.tags & {"nomn", "nom"})):
        wanted = _reading(noun)
        picked = [(match, _agreeing(adjectives, wanted)) for match, adjectives in before]
        if not all(form for _, form in picked):
            continue
        tail = [(match, form) for match, adjectives in after if (form := _agreeing(adjectives, wanted))]
        out = text
        for match, form in sorted([*picked, (head[0], noun.form), *tail], key=lambda p: -p[0].start()):
            out = out[: match.start()] + recased(match.group(), form or "") + out[match.end() :]
        return out
    return None


def _agreeing(adjectives: list[morph.Base], noun: Option) -> str | None:
    for base in adjectives:
        mine = _reading(base)
        same_gender = noun.plural or mine.genders & noun.genders
        if mine.plural == noun.plural and mine.cases & noun.cases and same_gender:
            return base.form
    return None
