"""How a report names groups and outcomes: every group noun and every word of a measure."""

from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.figures import FigureData
from rashomon.lang.schema.groups import group_table
from rashomon.model import Term
from rashomon.text import fold
from rashomon.view import View

__all__ = ["find"]

# Grammemes of pymorphy and Morfeusz.
_PERSON = frozenset({"anim", "m1"})
_NOUN = frozenset({"NOUN", "subst"})


def find(view: View) -> list[Term]:
    """All terms of a report, sorted by (start, end), without overlap between groups; a word of a
    measure may also be a group noun."""
    terms: list[Term] = []
    for sentence, pack, tokens in view.by_sentence():
        folds = view.folds(sentence)
        for first, last, group in pack.build(group_table).scan(folds):
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
