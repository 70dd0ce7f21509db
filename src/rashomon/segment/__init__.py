"""Document to view: language, lines, tokens and sentences."""

from collections import Counter
from itertools import pairwise

from rashomon.lang import general, load
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
    spoken = language.of_paragraphs(document, tokens, blocks)
    view = View(document, tokens, split(document.text, tokens, blocks, spoken))
    view.issues += _issues(view)
    return view


def _issues(view: View) -> list[Issue]:
    """What is read in part only: sentences cut at the limit, passages in a language without a pack."""
    return [*_cuts(view), *_uncovered(view)]


def _cuts(view: View) -> list[Issue]:
    cut = sum(one.paragraph == two.paragraph and cut_off(view.tokens, one) for one, two in pairwise(view.sentences))
    detail = f"{cut} cuts in sentences of more than {LONGEST} words and signs"
    return [Issue(doc=view.document.doc, room="segment", code="long-sentence", detail=detail)] if cut else []


def _uncovered(view: View) -> list[Issue]:
    """One for each language without a pack, and for passages too short or too mixed to tell one."""
    counts = Counter(s.language for s in view.sentences if not load(s.language).covered)
    issues = []
    for code, count in sorted(counts.items()):
        name = general(code).data.name if code != "und" else "language not told"
        detail = (
            f"{count} of {len(view.sentences)} sentences ({name}): only names, links and written-out dates are read"
        )
        issues.append(Issue(doc=view.document.doc, room="segment", code="no-language-pack", detail=detail))
    return issues
