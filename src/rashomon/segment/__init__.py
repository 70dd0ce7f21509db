"""Document to view: tokens and sentences, each sentence with its language."""

from rashomon.model import Document, Sentence
from rashomon.text import tokenize
from rashomon.view import View

__all__ = ["segment"]


def segment(document: Document) -> View:
    """Tokens and sentences of a document. Sentences are ordered and disjoint, and every token
    belongs to one."""
    tokens = tokenize(document.text)
    sentences = [
        Sentence(
            start=0, end=len(document.text), first=0, last=len(tokens), paragraph=0, language=document.language or "und"
        )
    ]
    return View(document, tokens, sentences if tokens else [])
