"""Intervals of figures: what "about 20 thousand" leaves open, and when two can both hold."""

from decimal import Decimal
from typing import NamedTuple

from rashomon.model import Figure

__all__ = ["Bounds", "exact", "loose", "lower", "meet", "same", "small_word", "stated", "vague"]

_QUARTER = Decimal("0.25")
_TWENTIETH = Decimal("0.05")
_HUGE = Decimal(10) ** 20  # beyond it Decimal division runs out of digits


class Bounds(NamedTuple):
    """``low``..``high``, None = open on that side."""

    low: Decimal | None
    high: Decimal | None


def stated(figure: Figure) -> Bounds:
    """The interval as the report gives it."""
    return Bounds(figure.low, figure.high)


def same(a: Figure, b: Figure) -> bool:
    """The same value was given: the same bounds, "about" or not."""
    return a.low == b.low and a.high == b.high


def exact(figure: Figure) -> bool:
    """One plain number, neither a bound nor "about"."""
    return figure.low == figure.high and figure.low is not None and not figure.approx


def vague(figure: Figure) -> bool:
    """A word for a size: "dozens", "several hundred"."""
    return figure.approx and figure.low is not None and figure.high is not None and figure.low != figure.high


def small_word(figure: Figure) -> bool:
    """ "several": says that there were some, not how many."""
    return vague(figure) and figure.high is not None and figure.high < 20


def loose(figure: Figure) -> Bounds:
    """The interval with what rounding leaves open.

    "about 20 thousand" is 15,000..25,000: half a unit of the last digit that is said, at most a
    quarter. A round number from 100 on ("3,000 people") leaves a twentieth. A word for a size is half to
    double its interval: nobody counts "hundreds" against "over a thousand".
    """
    low, high = figure.low, figure.high
    if low is None or high is None or low != high:
        return _eased(figure)
    room = _room(low, figure.approx)
    if figure.unit == "percent":  # "67%" and "67.17%" are one share
        room = max(room, Decimal(1).scaleb(int(low.as_tuple().exponent)) / 2 if low.is_finite() else room)
    return Bounds(low - room, high + room)


def _eased(figure: Figure) -> Bounds:
    """An open or vague bound: "nearly a hundred or more" leaves room below its number."""
    if figure.low is not None and figure.high is not None:
        stretch = vague(figure) and figure.low >= 20
        return Bounds(figure.low / 2, figure.high * 2) if stretch else stated(figure)
    if not figure.approx:
        return stated(figure)
    low = figure.low - _room(figure.low, True) if figure.low is not None else None
    high = figure.high + _room(figure.high, True) if figure.high is not None else None
    return Bounds(low, high)


def _room(value: Decimal, approx: bool) -> Decimal:
    if not value.is_finite() or value == 0:
        return Decimal(0)
    digits = value.normalize()
    half = Decimal(1).scaleb(int(digits.as_tuple().exponent)) / 2
    if approx:
        return min(half, abs(value) * _QUARTER) if half >= 1 else abs(value) * _TWENTIETH
    round_number = 100 <= abs(value) < _HUGE and value % 100 == 0
    return min(half, abs(value) * _TWENTIETH) if round_number else Decimal(0)


def meet(a: Bounds, b: Bounds) -> bool:
    """Some number lies in both."""
    return not lower(a, b) and not lower(b, a)


def lower(a: Bounds, b: Bounds) -> bool:
    """All of ``a`` lies below all of ``b``."""
    return a.high is not None and b.low is not None and a.high < b.low
