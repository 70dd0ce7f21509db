"""Range plots: where the bounds of figures stand on one scale, in per cent of its width."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rashomon.model import Figure

__all__ = ["Mark", "Scale", "scale_for"]

_LEFT, _RIGHT = 5.0, 95.0
_OPEN = 15.0  # more room on the side of an open end, for its arrow
_LOG_FROM = 12  # values further apart than this factor are drawn on a logarithmic scale


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the scale; ``None`` where the end is open."""

    low: float | None
    high: float | None
    approx: bool

    @property
    def dot(self) -> bool:
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Scale:
    """``ticks`` are (per cent, value)."""

    first: float
    last: float
    log: bool
    ticks: tuple[tuple[float, Decimal], ...] = ()
    left: float = _LEFT
    right: float = _RIGHT

    def at(self, value: Decimal) -> float:
        """Per cent of the width, one decimal."""
        x, first, last = float(value), self.first, self.last
        if self.log:
            x, first, last = math.log10(x), math.log10(first), math.log10(last)
        share = 0.5 if last == first else (x - first) / (last - first)
        return round(self.left + share * (self.right - self.left), 1)

    def mark(self, figure: Figure) -> Mark | None:
        """Where a figure stands; None where it has no bound at all."""
        if figure.low is None and figure.high is None:
            return None
        low = None if figure.low is None else self.at(figure.low)
        return Mark(low, None if figure.high is None else self.at(figure.high), figure.approx)


def scale_for(figures: Iterable[Figure]) -> Scale | None:
    """One scale for all bounds of some figures; None where there is nothing to place."""
    bounded = [f for f in figures if f.low is not None or f.high is not None]
    values = [float(v) for f in bounded for v in (f.low, f.high) if v is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    log = low > 0 and high / low >= _LOG_FROM
    if low == high:
        return Scale(low, high, False, ((50.0, _number(low)),))
    ends = _log_ends(low, high) if log else (low, high)
    left = _LEFT + _OPEN * any(f.low is None for f in bounded)
    right = _RIGHT - _OPEN * any(f.high is None for f in bounded)
    bare = Scale(ends[0], ends[1], log, (), left, right)
    steps = _log_steps(*ends) if log else _steps(low, high)
    return Scale(ends[0], ends[1], log, tuple((bare.at(v), v) for v in steps), left, right)


def _number(value: float) -> Decimal:
    return Decimal(str(round(value, 10))).normalize() + 0


def _steps(low: float, high: float) -> list[Decimal]:
    """Three to six round values between two."""
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next((f * power for f in (1, 2, 5, 10) if f * power >= rough), 10 * power)
    if step < 1 and float(low).is_integer() and float(high).is_integer():
        step = 1
    first = math.ceil(low / step)
    return [_number(i * step) for i in range(first, math.floor(high / step + 1e-9) + 1)]


def _log_ends(low: float, high: float) -> tuple[float, float]:
    return 10.0 ** math.floor(math.log10(low)), high


def _log_steps(low: float, high: float) -> list[Decimal]:
    """Powers of ten within the ends, with steps between them where they are few."""
    first, last = math.floor(math.log10(low) + 1e-9), math.floor(math.log10(high) + 1e-9)
    factors = (1,) if last - first > 2 else (1, 3) if last - first > 1 else (1, 2, 5)
    every = [Decimal(f) * Decimal(10) ** i for i in range(first, last + 1) for f in factors]
    return [value for value in every if low <= float(value) <= high]
