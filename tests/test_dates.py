"""The pile settles years; where it cannot, nothing is said."""

import itertools

import pytest

from rashomon import segment
from rashomon.annotate import times
from rashomon.link.dates import settle
from rashomon.model import Document, Reading


def reading(doc: str, text: str, published: str | None = None, language: str = "en") -> Reading:
    view = segment.segment(Document(doc=doc, text=text, language=language, published=published))
    return Reading(document=view.document, sentences=tuple(view.sentences), times=tuple(times.find(view)))


def values(found: Reading) -> list[str | None]:
    return [time.value for time in found.times]


DATED = reading("a", "The mine was closed on 7 January 2019.")
OTHER = reading("b", "The mine was closed on 8 January 2019 and the road on 9 January 2019.")
OPEN = reading("c", "On 5 January the miners met. At 20:00 they left. The next day they came back.")


def test_an_open_year_comes_from_the_pile() -> None:
    found = settle([DATED, OTHER, OPEN])[2]
    assert values(found) == ["2019-01-05", "2019-01-05T20:00", "2019-01-06"]
    assert {time.anchor for time in found.times} == {"pile"}
    assert all("pile" in time.why[-1] for time in found.times)


def test_the_order_of_reports_does_not_matter() -> None:
    pile = [DATED, OTHER, OPEN, reading("d", "They met on 3 March 2017.")]
    wanted = {r.document.doc: r for r in settle(pile)}
    for order in itertools.permutations(pile):
        found = settle(order)
        assert [r.document.doc for r in found] == [r.document.doc for r in order]
        assert {r.document.doc: r for r in found} == wanted


def test_conflicting_years_leave_it_open() -> None:
    other = reading("b", "The mine was closed on 8 January 2017.")
    assert values(settle([DATED, other, OPEN])[2]) == [None, None, None]


def test_a_far_month_stays_open() -> None:
    far = reading("c", "On 5 July the miners met.")
    assert values(settle([DATED, OTHER, far])[2]) == [None]


def test_weekdays_and_yesterday_stay_open() -> None:
    loose = reading("c", "On Wednesday the miners met. Yesterday they left.")
    assert values(settle([DATED, OTHER, loose])[2]) == [None, None]


def test_a_range_over_the_new_year_ends_in_the_next() -> None:
    span = reading("c", "The mine was shut from 28 December to 4 January.")
    assert values(settle([DATED, OTHER, span])[2]) == ["2018-12-28/2019-01-04"]


def test_december_beside_january_is_of_the_year_before() -> None:
    late = reading("c", "On 29 December the miners met.")
    assert values(settle([DATED, OTHER, late])[2]) == ["2018-12-29"]


def test_a_report_with_its_own_date_is_left_alone() -> None:
    own = reading("c", "On 5 January the miners met.", published="2018-01-09")
    assert settle([DATED, OTHER, own])[2] == own


def test_the_old_year_in_january_is_a_slip_that_the_pile_shows() -> None:
    slip = reading("c", "On 7 January 2018 the mine was closed. On 8 January 2018 the road was cut.")
    more = [reading(doc, "It was closed on 7 January 2019, the road on 8 January 2019.") for doc in "de"]
    found = settle([DATED, *more, slip])[3]
    assert [time.meant for time in found.times] == ["2019-01-07", "2019-01-08"]
    assert values(found) == ["2018-01-07", "2018-01-08"]


@pytest.mark.parametrize("pile", [[], [OPEN], [DATED], [OPEN, OPEN]])
def test_small_piles(pile: list[Reading]) -> None:
    assert list(settle(pile)) == pile
