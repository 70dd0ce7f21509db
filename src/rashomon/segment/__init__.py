"""Document to view: language, lines, tokens and sentences."""

from itertools import pairwise

from rashomon.model import Document, Issue, replace
from rashomon.segment import language
from rashomon.segment.lines import paragraphs
from rashomon.segment.sentences import LONGEST, cut_off, split
from rashomon.text import tokenize
from rashomon.view import View

__all__ = ["segment"]


def segment(document: Document) -> View:
    """Tokens and sentences of a document.

    Sentences are ordered and disjoint and cover every token. ``View.document`` has the language
    that was found where none was given; each sentence carries the language of its paragraph.
    """
    if document.language is None:
        document = replace(document, language=language.identify(document.text))
    tokens = tokenize(document.text)
    blocks = paragraphs(document.text, tokens)
    spoken = language.of_paragraphs(document, blocks)
    view = View(document, tokens, split(document.text, tokens, blocks, spoken))
    view.issues += _issues(view)
    return view


def _issues(view: View) -> list[Issue]:
    """A sentence that was cut at the limit is said to be."""
    cut = sum(one.paragraph == two.paragraph and cut_off(view.tokens, one) for one, two in pairwise(view.sentences))
    detail = f"{cut} cuts in sentences of more than {LONGEST} words and signs"
    return [Issue(doc=view.document.doc, room="segment", code="long-sentence", detail=detail)] if cut else []
