"""Adding and multiplying number words into a value."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from rashomon.annotate.numbers._lexicon import Atom

ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


@dataclass(slots=True)
class Sum:
    """A running sum: ``total`` closed by magnitudes, ``low``/``high`` the open group."""

    total: tuple[Decimal, Decimal] = (ZERO, ZERO)
    low: Decimal = ZERO
    high: Decimal = ZERO
    open: bool = False  # the group holds something
    digits: bool = False  # ... in digits
    few: bool = False  # ... a vague count
    words: bool = False
    figures: bool = False
    scale: Decimal = ONE
    unit: Decimal = ONE  # what a following half is half of
    approx: bool = False
    vague: bool = False
    counted: bool = False  # a dozen, a hundred: closed to more digits

    def take(self, atom: Atom) -> bool:
        """Add one word; False where it does not belong to this number."""
        done = _TAKE[atom.kind](self, atom)
        self.words = self.words or done
        return done

    def take_digits(self, value: Decimal) -> bool:
        """Digits begin a number or fill the places below its last magnitude ("4 тысячи 353")."""
        if self.open or self.counted or (self.total != (ZERO, ZERO) and not _below(value, self.scale)):
            return False
        self.low = self.high = value
        self.open = self.digits = self.figures = True
        self.unit = ONE
        return True

    def value(self) -> tuple[Decimal, Decimal]:
        return self.total[0] + self.low, self.total[1] + self.high


def _below(value: Decimal, scale: Decimal) -> bool:
    return scale > 1 and ONE <= value < scale and value == value.to_integral_value()


def _card(total: Sum, atom: Atom) -> bool:
    """A plain number word goes below the last place: двадцать + шесть, never шесть + двадцать."""
    if total.counted or total.digits or total.few:
        return False
    free = _place(total.low) if total.open else (total.scale if total.total[1] else None)
    if free is not None and not (ZERO < atom.low < free):
        return False
    total.low, total.high = total.low + atom.low, total.high + atom.low
    total.open, total.unit = True, ONE
    return True


def _place(value: Decimal) -> Decimal:
    """The lowest place in use: 120 -> 10, 100 -> 100; nothing fits below units."""
    if value != value.to_integral_value() or value == 0:
        return ZERO
    place = ONE
    while value % (place * 10) == 0:
        place *= 10
    return place


def _hundred(total: Sum, atom: Atom) -> bool:
    if total.counted or (total.open and not (total.few or ONE <= total.low < 100)):
        return False
    if not total.open and total.total[1] and total.scale < 1000:
        return False
    _multiply(total, atom)
    total.unit, total.digits = atom.low, False
    return True


def _multiply(total: Sum, atom: Atom) -> None:
    """Open group times a word: several hundred is 200-999, dozens of thousands 20,000-99,999."""
    if not total.open:
        total.low, total.high = atom.low, atom.high
    elif total.low == total.high:
        total.low, total.high = total.low * atom.low, total.high * atom.low
    else:
        few = total.low < 10
        top = (total.high + 1) * atom.low - 1
        total.low, total.high = (Decimal(2) if few else total.low) * atom.low, top
    total.open, total.few = True, False


def _mag(total: Sum, atom: Atom) -> bool:
    if total.total[1] and total.scale == 1000 and atom.low > 1000:
        return _thousands(total, atom)
    if total.total[1] and (atom.low >= total.scale or not total.open):
        return False
    if atom.many and not total.open:
        _several(total, atom)
    else:
        _multiply(total, atom)
    total.total = (total.total[0] + total.low, total.total[1] + total.high)
    total.low = total.high = ZERO
    total.open = total.digits = total.counted = False
    total.scale = total.unit = atom.low
    return True


def _thousands(total: Sum, atom: Atom) -> bool:
    """A thousand of something larger, where there is no word for it: "dos mil quinientos millones", "mille miliardi"."""
    low, high = total.value()
    total.total = (low * atom.low, high * atom.low if low == high else (high + 1) * atom.low - 1)
    total.low = total.high = ZERO
    total.open = total.digits = total.counted = False
    total.scale = total.unit = atom.low
    return True


def _several(total: Sum, atom: Atom) -> None:
    """The bare plural: thousands 2,000-9,999, dozens 20-99, hundreds 200-999."""
    base = TEN if atom.low in (12, 20) else atom.low
    total.low, total.high = base * 2, base * 10 - 1
    total.open = total.few = total.vague = total.approx = True


def _coll(total: Sum, atom: Atom) -> bool:
    """A dozen, due decine, полтора десятка."""
    if total.total[1] or (total.open and total.low >= 100):
        return False
    if atom.many and not total.open:
        _several(total, atom)
    else:
        base = atom if not total.few else Atom("coll", TEN, TEN) if atom.low in (12, 20) else atom
        _multiply(total, base)
        total.approx = True
    total.few = total.low != total.high
    total.counted, total.unit, total.digits = True, atom.low, False
    return True


def _vague(total: Sum, atom: Atom) -> bool:
    if total.open or total.total[1]:
        return False
    total.low, total.high = atom.low, atom.high
    total.open = total.few = total.vague = total.approx = True
    return True


def _half(total: Sum, atom: Atom) -> bool:
    """Half of what was counted last: due milioni e mezzo, two and a half, un migliaio e mezzo."""
    if not (total.open or total.total[1]) or total.vague:
        return False
    half = atom.low * total.unit
    total.low, total.high = total.low + half, total.high + half
    total.open = True
    return True


_TAKE: dict[str, Callable[[Sum, Atom], bool]] = {
    "card": _card,
    "hundred": _hundred,
    "mag": _mag,
    "coll": _coll,
    "vague": _vague,
    "half": _half,
    "join": lambda total, atom: False,
    "article": lambda total, atom: False,
}
