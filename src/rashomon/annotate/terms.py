"""How a report names groups and outcomes: every group noun and every word of a measure."""

from typing import NamedTuple

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.figures import FigureData
from rashomon.lang.schema.groups import GroupData, group_table
from rashomon.lang.schema.quotes import QuotesData
from rashomon.model import Term
from rashomon.text import fold
from rashomon.view import View

__all__ = ["find"]

# Grammemes of pymorphy and Morfeusz.
_PERSON = frozenset({"anim", "m1"})
_NOUN = frozenset({"NOUN", "subst"})
_ADJECTIVE = frozenset({"ADJF", "PRTF", "adj", "ppas", "pact"})
_AFTER = "adj"  # of languages whose adjectives may follow their noun
_CASES = frozenset("nomn gent datv accs ablt loct nom gen dat acc inst loc".split())
_NUMBERS = frozenset({"sing", "plur", "sg", "pl"})


def find(view: View) -> list[Term]:
    """All terms of a report, sorted by (start, end), without overlap between groups; a word of a
    measure may also be a group noun."""
    terms: list[Term] = []
    for sentence, pack, tokens in view.by_sentence():
        folds = view.folds(sentence)
        groups = list(pack.build(group_table).scan(folds))
        named = {k for first, last, _ in groups for k in range(first, last)}
        for first, last, group in groups:
            if last == first + 1 and _describes(pack, folds, first, named):
                continue
            start, end = tokens[first].start, tokens[last - 1].end
            lemma = _noun_lemma(pack, folds[first:last])
            terms.append(
                Term(start=start, end=end, text=view.text[start:end], lemma=lemma, gloss=group.gloss, group=group.who)
            )
        for first, last, measure in pack.build(_measures).scan(folds):
            start, end = tokens[first].start, tokens[last - 1].end
            lemma = _lemma(pack, folds[first:last])
            terms.append(
                Term(start=start, end=end, text=view.text[start:end], lemma=lemma, gloss=measure, measure=measure)
            )
    return sorted(terms, key=lambda t: (t.start, t.end, t.group is None))


class _Small(NamedTuple):
    """Words of a language without a dictionary that tell a noun from an adjective or a verb."""

    verbal: PhraseTable[bool]
    adjectival: PhraseTable[bool]
    auxiliaries: frozenset[str]
    openers: frozenset[str]  # articles, prepositions, conjunctions: a noun follows


def _small(pack: Pack) -> _Small:
    groups, quotes, figures = pack.read(GroupData), pack.read(QuotesData), pack.read(FigureData)
    openers = (*quotes.determiners, *quotes.prepositions, *quotes.conjunctions, *quotes.but)
    return _Small(
        verbal=PhraseTable([(p, True) for p in groups.verbal], pack.lemmas),
        adjectival=PhraseTable([(p, True) for p in groups.adjectival], pack.lemmas),
        auxiliaries=frozenset(map(fold, (*figures.passive, *figures.active))),
        openers=frozenset(map(fold, openers)),
    )


def _describes(pack: Pack, folds: list[str], i: int, named: set[int]) -> bool:
    """Whether a word that may name a group stands there as an adjective or a verb: "военных баз", "dati ufficiali",
    "ha inviato"; ``named`` are the positions of all group nouns."""
    if pack.parses(folds[i]):
        around = [k for k in (i + 1, i - 1) if 0 <= k < len(folds) and k not in named]
        return any(_agrees(pack, folds[i], folds[k], behind=k < i) for k in around)
    small = pack.build(_small)
    if i == 0 or i - 1 in named:
        return False
    if small.verbal.at(folds, i) and folds[i - 1] in small.auxiliaries:
        return True
    before = folds[i - 1]
    free = before in small.openers or before in small.auxiliaries or not before.isalpha()
    return not free and bool(small.adjectival.at(folds, i)) and not pack.build(_measures).at(folds, i - 1)


def _agrees(pack: Pack, word: str, noun: str, behind: bool) -> bool:
    """Whether ``word`` can be the adjective of a thing beside it, in the same case and number; ``behind`` its noun
    only where the language puts adjectives there."""
    if behind and not any(_AFTER in parse.tags for parse in pack.parses(word)):
        return False
    adjectives = [parse.tags for parse in pack.parses(word) if parse.tags & _ADJECTIVE]
    nouns = [p.tags for p in pack.parses(noun) if p.tags & _NOUN and not p.tags & _PERSON]
    return any(a & b & _CASES and a & b & _NUMBERS for a in adjectives for b in nouns)


def _lemma(pack: Pack, folds: list[str]) -> str:
    """The dictionary form of a single word; a phrase stays as it is."""
    return pack.lemmas(folds[0])[0] if len(folds) == 1 else " ".join(folds)


def _noun_lemma(pack: Pack, folds: list[str]) -> str:
    """The same for a group noun: a person before a woman of that name or a verb ("górnicy")."""
    nouns = [parse for parse in pack.parses(folds[0]) if parse.tags & _NOUN] if len(folds) == 1 else []
    persons = [parse for parse in nouns if parse.tags & _PERSON]
    return fold((persons or nouns)[0].lemma) if nouns else _lemma(pack, folds)


def _measures(pack: Pack) -> PhraseTable[str]:
    cues = pack.read(FigureData).cues
    rows = [
        (pattern, measure)
        for measure, words in cues.items()
        for kind in ("happens", "acts", "tolls", "counts")
        for pattern in getattr(words, kind)
    ]
    return PhraseTable(rows, pack.lemmas)
