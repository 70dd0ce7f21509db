"""The one matcher behind every lexicon: atoms, longest first, errors."""

import pytest

from rashomon.lang import PhraseTable
from rashomon.text import tokenize


def found(patterns: list[str], text: str) -> list[str]:
    words = [token.fold for token in tokenize(text)]
    table = PhraseTable((p, p) for p in patterns)
    return [" ".join(words[i:j]) for i, j, _ in table.scan(words)]


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("at least", "At least ten, at the least", ["at least"]),
        ("погиб*", "Погибших нет, погибли все, гибель", ["погибших", "погибли"]),
        ("more|fewer than", "more than one, fewer than two, less than three", ["more than", "fewer than"]),
        ("as many? as", "as many as ten, as as", ["as many as", "as as"]),
        ("state _ emergency", "a state of emergency, the state emergency", ["state of emergency"]),
        ("l'ex", "L’ex ministro", ["l ’ ex"]),
        ("ёлка", "ЁЛКА и елка", ["елка", "елка"]),
    ],
)
def test_atoms(pattern: str, text: str, matches: list[str]) -> None:
    assert found([pattern], text) == matches


def test_the_longest_match_wins_and_nothing_overlaps() -> None:
    assert found(["state", "state of", "state of emergency", "emergency law"], "state of emergency law") == [
        "state of emergency"
    ]


def test_the_first_listed_wins_among_equals() -> None:
    table = PhraseTable([("a b", 1), ("a|c b", 2)])
    assert table.longest(["a", "b"], 0) == (2, 1)


def test_lemmas_are_asked_for_lemma_atoms_only() -> None:
    table = PhraseTable([("=go", "go")], lambda word: ("go",) if word in ("went", "gone") else (word,))
    assert [value for _, _, value in table.scan(["we", "went", "on"])] == ["go"]


@pytest.mark.parametrize("pattern", ["a*", "_", "x?", "_ _"])
def test_patterns_that_match_everything_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="matches"):
        PhraseTable([(pattern, 1)])
