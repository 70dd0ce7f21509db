"""Packs read by `rashomon.lang.toml` are what `tomllib` reads."""

import tomllib
from pathlib import Path

import pytest

from rashomon.lang import HERE, toml


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.toml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_pack_is_read_as_by_tomllib(path: Path) -> None:
    text = path.read_text("utf-8")
    assert toml.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'words = ["one", # a comment with "quotes"\n  "two",\n]\n"key of its own" = ["three"]\n',
        'none = []\none = ["a"] # after\n[[rows]]\nof = ["b", "c"]\nodd = ["d\\n", \'e\', 1]\n',
        'text = """\nwords = ["none"]\n"""\nwords = ["one"]\n',
        '# words = ["one"]\nnested = [["a"], ["b"]]\nline = { of = ["a"] }\n',
    ],
)
def test_lists_comments_and_strings(text: str) -> None:
    assert toml.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", ['a = ["b" "c"]', 'a = ["b"\n', 'a = ["b"]\na = ["c"]\n', "a = [b]"])
def test_errors_are_errors(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        toml.loads(text)
