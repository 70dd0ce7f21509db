"""Document to view: language, lines, tokens and sentences."""

from rashomon.model import Document, replace
from rashomon.segment import language
from rashomon.segment.lines import paragraphs
from rashomon.segment.sentences import split
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
    return View(document, tokens, split(document.text, tokens, blocks, spoken))
