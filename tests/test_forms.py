"""The table of forms says what the dictionaries say, of every lemma that a pack names."""

import re
import sys
from pathlib import Path

import pytest

from rashomon.lang import PhraseTable, forms, load, morph

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from make_forms import lemmas


@pytest.mark.parametrize("code", ["pl", "ru"])
def test_every_lemma_of_a_pack_is_listed(code: str) -> None:
    missing = sorted(set(lemmas(code)) - forms._table(code)[0])
    assert not missing, f"run tools/make_forms.py: {missing[:10]}"


@pytest.mark.parametrize("code", ["pl", "ru"])
def test_the_table_agrees_with_the_dictionary(code: str) -> None:
    listed, table = forms._table(code)
    listed -= {"być"}  # Morfeusz reads the ending of "czytałem" as a word of its own, a form of this verb
    for word in sorted(table)[::97]:
        assert [lemma for lemma in table[word] if lemma != "być"] == [
            lemma for lemma in morph.lemmas(code, word) if lemma in listed
        ]


def test_a_lemma_that_is_not_listed_asks_the_dictionary() -> None:
    table = PhraseTable([("=землеройка", 1), ("=министр", 2)], load("ru").lemmas)
    words = re.findall(r"\w+", "министром землеройкой землю")
    assert [value for _, _, value in table.scan(words)] == [2, 1]
