"""Linking beyond the letters: other writing systems, how often a spelling is used, what reports say beside a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.link.blocks import LIMIT, Blocks
from rashomon.link.match import same_person
from rashomon.model import Options, Quote, Reading, replace
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


def test_a_bare_body_goes_to_the_country_its_report_is_about() -> None:
    pile = [
        report("a", "ru", "l:Осло", "l:Норвегии", "o:МВД"),
        report("b", "en", "l:Oslo", "o:Interior Ministry"),
        report("c", "pl", "l:Norwegii", "l:Oslo", "o:MSW"),
        report("d", "it", "l:Oslo", "o:Ministero dell'Interno"),
        report("e", "en", "l:Finland", "l:Helsinki", "o:Ministry of the Interior"),
    ]
    linked = link(pile, Options())
    assert together(linked, "МВД", "Interior Ministry")
    assert together(linked, "МВД", "MSW")
    assert together(linked, "МВД", "Ministero dell'Interno")
    assert not together(linked, "МВД", "Ministry of the Interior")
    assert {"org-interior-ministry-no", "org-interior-ministry-fi"} <= {e.id for e in linked.entities}
    assert any("the country that the report names most" in why for e in linked.entities for why in e.why)


def test_a_bare_body_stays_apart_where_no_country_is_told() -> None:
    pile = [
        report("a", "en", "l:Norway", "l:Sweden", "o:Interior Ministry"),
        report("b", "en", "l:Finland", "o:Ministry of the Interior"),
        report("c", "pl", "l:Oslo", "o:MSZ"),
        report("d", "en", "l:Oslo", "o:Foreign Ministry"),
    ]
    linked = link(pile, Options())
    assert not together(linked, "Interior Ministry", "Ministry of the Interior")
    assert not together(linked, "MSZ", "Foreign Ministry")  # may be Warsaw's
    assert {(i.doc, i.code) for i in linked.issues} == {(d, "body-without-country") for d in ("a", "c")}


MEANING = [
    ("en", "o:Blue Lake Green Party", "it", "o:Partito Verde Blue Lake"),
    ("en", "o:Green Party", "ru", "o:Партией зелёных"),
    ("pl", "o:Uniwersytetu Oksfordzkiego", "en", "o:University of Oxford"),
    ("it", "o:Istituto nazionale dei tumori", "ru", "o:Национальный институт рака"),
    ("ru", "o:Ассоциация учителей Норвегии", "pl", "o:Norweski Związek Nauczycieli"),
]


@pytest.mark.parametrize("pair", MEANING, ids=lambda p: f"{p[1]}={p[3]}")
def test_bodies_whose_names_mean_the_same(pair: tuple[str, str, str, str]) -> None:
    assert len(link([report("a", pair[0], pair[1]), report("b", pair[2], pair[3])], Options()).entities) == 1


def test_bodies_whose_names_mean_other_things() -> None:
    pile = [
        report("a", "en", "o:Green Party", "o:University of Oxford", "o:National Cancer Institute"),
        report("b", "pl", "o:Partia Czerwonych", "o:Uniwersytet w Cambridge", "o:Narodowy Instytut Kardiologii"),
    ]
    assert len(link(pile, Options()).entities) == 6


def with_role(reading: Reading, at: int, role: str) -> Reading:
    names = list(reading.names)
    names[at] = replace(names[at], role=role)
    return replace(reading, names=tuple(names))


def test_a_role_keeps_two_bearers_of_a_surname_apart() -> None:
    full = with_role(report("a", "en", "p:Ivan Karev"), 0, "Health Minister")
    alone = report("b", "ru", "p:Карев")
    assert together(link([full, alone], Options()), "Ivan Karev", "Карев")
    assert together(link([full, with_role(alone, 0, "министр здравоохранения")], Options()), "Ivan Karev", "Карев")
    for other in ("вратарь", "начальник полиции", "министр обороны", "министр здравоохранения Латвии"):
        who = with_role(full, 0, "Health Minister of Norway")
        linked = link([who, with_role(alone, 0, other)], Options())
        assert not together(linked, "Ivan Karev", "Карев")
        assert [i.code for i in linked.issues] == ["namesake"]
        assert any("kept apart from Ivan Karev" in why for e in linked.entities for why in e.why)


def test_a_role_tells_which_of_two_bearers_is_meant() -> None:
    pile = [
        with_role(report("a", "en", "p:Ivan Karev"), 0, "Health Minister"),
        with_role(report("b", "en", "p:Oleg Karev"), 0, "police chief"),
        with_role(report("c", "it", "p:Karev"), 0, "ministro della Salute"),
        report("d", "pl", "p:Karewa"),
    ]
    linked = link(pile, Options())
    assert together(linked, "Ivan Karev", "Karev")
    assert not together(linked, "Oleg Karev", "Karewa")
    assert [(i.doc, i.code) for i in linked.issues] == [("d", "namesake")]


def test_company_tells_which_of_two_bearers_is_meant() -> None:
    pile = [
        report("a", "en", "p:Ivan Karev", "p:Nel Duarte", "o:Harbour Board"),
        report("b", "en", "p:Oleg Karev", "p:Ada Lindqvist", "o:Steel Union"),
        report("c", "pl", "p:Karew", "p:Nel Duarte"),
        report("d", "it", "p:Karev", "p:Tove Brandt"),
    ]
    linked = link(pile, Options())
    assert together(linked, "Ivan Karev", "Karew")
    assert any("named together with Nel Duarte" in why for e in linked.entities for why in e.why)
    assert [(i.doc, i.code) for i in linked.issues] == [("d", "namesake")]


def test_reports_without_a_name_in_common_keep_a_surname_apart() -> None:
    first = ("p:Nel Duarte", "o:Harbour Board", "p:Ada Lindqvist", "o:Steel Union", "p:Tove Brandt", "o:Drivers League")
    other = ("p:Piotr Zawada", "o:River Guard", "p:Lea Conti", "o:Miners Bank", "p:Igor Belov", "o:Poets Circle")
    full = report("a", "en", "p:Ivan Karev", *first)
    linked = link([full, report("b", "en", "p:Karev", *other)], Options())
    assert not together(linked, "Ivan Karev", "Karev")
    assert [(i.doc, i.code) for i in linked.issues] == [("b", "namesake")]
    assert together(link([full, report("b", "en", "p:Karev", *other, first[0])], Options()), "Ivan Karev", "Karev")


def test_a_title_tells_a_woman_from_a_man() -> None:
    pile = [
        with_role(report("a", "en", "p:Ivan Karev"), 0, "Mr"),
        with_role(report("b", "en", "p:Karev"), 0, "Mrs"),
    ]
    assert not together(link(pile, Options()), "Ivan Karev", "Karev")


def test_a_head_alone_is_the_only_such_body_of_its_report() -> None:
    pile = [
        report("a", "en", "o:Lakeside Drivers League", "o:League"),
        report("b", "en", "o:League", "o:Northern League", "o:League of Poets"),
        report("c", "pl", "o:Komisja Portowa", "o:Komisję"),
    ]
    linked = link(pile, Options())
    ids = [{n.text: n.entity for n in r.names} for r in linked.readings]
    assert ids[0]["League"] == ids[0]["Lakeside Drivers League"]
    assert ids[1]["League"] not in (ids[1]["Northern League"], ids[1]["League of Poets"], ids[0]["League"])
    assert ids[2]["Komisję"] == ids[2]["Komisja Portowa"]


def test_one_name_under_two_kinds_is_one_entity() -> None:
    pile = [report("a", "en", "p:Vella Gold"), report("b", "it", "o:Vella Gold"), report("c", "ru", "o:Велла голд")]
    linked = link(pile, Options())
    assert [(e.kind, e.mentions) for e in linked.entities] == [("org", 3)]


def quoting(reading: Reading, *sources: str) -> Reading:
    quotes = tuple(Quote(start=0, end=1, text=reading.document.text[:1], source_text=text) for text in sources)
    return replace(reading, quotes=quotes)


def test_a_description_stands_for_the_only_name_of_its_report() -> None:
    one = with_role(report("a", "en", "p:Ivan Karev", "o:Lakeside Drivers League"), 0, "Health Minister")
    first = link([quoting(one, "the minister", "the league", "The ministers", "a driver")], Options()).readings[0]
    ids = {n.text: n.entity for n in first.names}
    assert [q.source for q in first.quotes] == [
        ids["Ivan Karev"],
        ids["Lakeside Drivers League"],
        "The ministers",
        "a driver",
    ]
    two = with_role(report("b", "ru", "p:Иван Карев", "p:Ольга Мостовая"), 0, "министр здравоохранения")
    both = with_role(two, 1, "министр культуры")
    assert link([quoting(two, "министр")], Options()).readings[0].quotes[0].source == "person-ivan-karev"
    assert link([quoting(both, "министр")], Options()).readings[0].quotes[0].source == "министр"


def test_a_word_at_the_head_of_a_sentence_is_no_town_out_of_the_blue() -> None:
    head = report("a", "it", "l:Sale", "l:Milano", unsure=("Sale",))
    assert [n.text for n in link([head], Options()).readings[0].names] == ["Milano"]
    told = report("b", "it", "l:Bari", "l:Milano", unsure=("Bari",))
    assert [n.text for n in link([told], Options()).readings[0].names] == ["Bari", "Milano"]
    small = replace(told, document=replace(told.document, text=told.document.text + "i bari al tavolo\n"))
    assert [n.text for n in link([small], Options()).readings[0].names] == ["Milano"]


POOL = [
    report("a", "en", "p:Igor Savchenko", "p:Savchenko", "o:Veltronix Ltd", "l:Oslo", "o:Interior Ministry"),
    report("b", "ru", "p:Игоря Савченко", "p:Анна Кольцова", "o:МВД", "l:Норвегии", "o:Партия зелёных"),
    report("c", "pl", "p:Igorem Sawczenką", "o:MSW", "l:Oslo", "l:Norwegii", "o:Partia Zielonych"),
    report("d", "it", "p:Anna Koltsova", "p:Koltsova", "o:Veltronix", "l:Helsinki", "o:Partito Verde"),
    report("e", "en", "p:Rowan Lacey", "o:Lakeside Drivers League", "o:League", "l:Finland"),
    report("f", "ru", "p:Роуэн Лейси", "p:Ольга Савченко", "o:МВД", "l:Хельсинки"),
]


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(POOL))))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    linked = link([POOL[n] for n in order], Options())
    assert linked.entities == link(POOL, Options()).entities
    assert sorted(linked.issues, key=lambda i: i.detail) == sorted(link(POOL, Options()).issues, key=lambda i: i.detail)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(0, len(POOL) - 1), min_size=1))
def test_ids_of_full_names_stay_as_the_pile_grows(chosen: set[int]) -> None:
    """Every sure name of a small pile has an entity in the large one under an id that one of its parts had."""
    few = link([POOL[n] for n in sorted(chosen)], Options())
    every = link(POOL, Options())
    alone = {n.text: n.entity for r in few.readings for n in r.names}
    ids = {e.id for reading in POOL for e in link([reading], Options()).entities}
    for text in ("Igor Savchenko", "Анна Кольцова", "Anna Koltsova", "Oslo", "Rowan Lacey", "Veltronix"):
        assert text not in alone or alone[text] in ids
    assert {e.id for e in few.entities if e.place_id} <= {e.id for e in every.entities}
