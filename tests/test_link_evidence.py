"""Linking beyond the letters: other writing systems, how often a spelling is used, what reports say beside a name."""

import pytest

from rashomon.link import link
from rashomon.link.blocks import LIMIT, Blocks
from rashomon.link.match import same_person
from rashomon.model import Options
from test_link import report, together

SAME = [
    ("Wang Xiaoming", "Ван Сяомин"),
    ("Zhou Lijun", "Чжоу Лицзюнем"),
    ("Park Jae-hyun", "Пак Чэ Хён"),
    ("Kim Jong-suk", "Kim Dzong Suk"),
    ("Ri Yong-chol", "Ли Ён Чхоль"),
    ("Nguyễn Văn Minh", "Nguyen Van Minh"),
    ("Mustafa al-Qadiri", "Мустафа Кадири"),
    ("Volodymyr Savchuk", "Владимир Савчук"),
    ("Siarhiej Rudenka", "Сергей Руденко"),
]
APART = [
    ("Kim Jong-suk", "Kim Jong-chol"),
    ("Wang Li", "Wang Lei"),
    ("Alexander Romashevich", "Alexander Romashenko"),
]


@pytest.mark.parametrize("pair", SAME, ids=" = ".join)
def test_other_ways_to_write_a_name(pair: tuple[str, str]) -> None:
    assert same_person(*pair).same


@pytest.mark.parametrize("pair", APART, ids=" != ".join)
def test_names_that_are_only_near(pair: tuple[str, str]) -> None:
    assert not same_person(*pair).same


def test_consonants_alone_join_two_scripts_where_nobody_else_bears_them() -> None:
    pile = [report("a", "en", "p:Rowan Lacey"), report("b", "ru", "p:Роуэн Лейси")]
    assert together(link(pile, Options()), "Rowan Lacey", "Роуэн Лейси")
    more = [*pile, report("c", "ru", "p:Рианна Лоуси")]
    assert not together(link(more, Options()), "Rowan Lacey", "Рианна Лоуси")


def test_two_spellings_that_reports_use_time_and_again_are_two_names() -> None:
    pile = [report(f"a{n}", "en", "p:Martin Hadlert") for n in range(3)]
    slip = link([*pile, report("b", "en", "p:Martin Handlert")], Options())
    assert together(slip, "Martin Hadlert", "Martin Handlert")
    often = link([*pile, *(report(f"b{n}", "en", "p:Martin Handlert") for n in range(3))], Options())
    assert not together(often, "Martin Hadlert", "Martin Handlert")
    assert any("each spelling is used" in why for entity in often.entities for why in entity.why)


def test_a_block_too_large_is_split_then_cut_and_told() -> None:
    keys = {i: ["k"] for i in range(3 * LIMIT)}
    split = Blocks(keys, lambda i: [str(i % 3)], lambda i: (i,))
    assert split.cut == 0
    assert split.before(5) == [2]
    cut = Blocks(keys, lambda i: ["same"], lambda i: (i,))
    assert cut.cut == 3 * LIMIT
    assert 0 < len(cut.before(3 * LIMIT - 1)) < LIMIT


def test_what_was_not_compared_is_an_issue() -> None:
    names = [f"p:Anna {a}{b}{c}nd" for a in "BCDFGHJKLM" for b in "aeiou" for c in ("rl", "rr", "l", "r")]
    pile = [report("a", "en", *names)]
    found = {issue.code for issue in link(pile, Options()).issues}
    assert found <= {"names-not-compared"}
