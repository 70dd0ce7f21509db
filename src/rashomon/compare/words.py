"""Words of a label or a passage in a form that can be compared within a language."""

from rashomon.lang import Pack, load
from rashomon.text import tokenize

__all__ = ["content", "content_words"]


def content(label: list[str], pack: Pack) -> list[str]:
    """Comparable forms of the label's longer words: dictionary lemma, or a stem where there is none."""
    found = []
    for word in label:
        if len(word) > 3 and word.isalpha():
            lemma = pack.lemmas(word)[0]
            found.append(f"{pack.code}:{lemma if lemma != word else word[: max(4, len(word) - 2)]}")
    return found


def content_words(text: str, language: str | None) -> frozenset[str]:
    """Comparable forms of the longer words of a passage."""
    return frozenset(content([t.fold for t in tokenize(text)], load(language)))
