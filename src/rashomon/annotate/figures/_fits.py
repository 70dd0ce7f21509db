"""Which measures go with which units: a unit may decide the measure alone, or rule it out."""

from rashomon.annotate.figures._scene import Spot

__all__ = ["MEASURES", "OF_PEOPLE", "OF_THINGS", "fits", "of_unit"]

_TIME = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades", "centuries"})
_SIZE = frozenset(
    {"km", "m", "cm", "mm", "miles", "feet", "hectares", "acres", "square km", "square m", "tons", "kg", "degrees"}
    | {"litres", "barrels", "knots", "km/h", "magnitude", "floors", "cubic m", "megawatts", "inhabitants"}
)
MEASURES = _TIME | _SIZE
OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "hospitalised", "displaced", "rescued"})
OF_THINGS = frozenset({"damaged", "looted"})
_PROPERTY = frozenset(
    "buildings houses schools hospitals businesses companies banks vehicles aircraft ships weapons cities".split()
)
_COINS = frozenset({"cents", "kopecks", "groszy", "money"})
_MOBILE = frozenset({"people", "vehicles", "aircraft", "ships", "weapons"})
_NEVER_SENT = frozenset({"children", "civilians", "officials", "journalists"})


def of_unit(unit: str | None) -> str | None:
    """The measure that a unit alone decides."""
    if unit in ("percent", "cases", "criminal cases"):
        return "share" if unit == "percent" else "cases"
    if (unit is not None and len(unit) == 3 and unit.isupper()) or unit in _COINS:
        return "money"
    if unit in _TIME:
        return "duration"
    if unit in _SIZE:
        return "size"
    return None


def fits(measure: str, spot: Spot) -> bool:
    """Whether what ``spot`` counts can have ``measure``: cars are not wounded, goals not deployed."""
    unit = spot.unit
    if unit == "people":
        sent = spot.noun is None or (spot.noun.who not in _NEVER_SENT and (spot.noun.known or spot.noun.bare))
        alone = spot.number.low == spot.number.high == 1 and spot.noun is not None and spot.noun.who == "all"
        return measure not in OF_THINGS and (measure != "deployed" or (sent and not alone))
    if unit is None:
        nameless = spot.noun is None or spot.noun.bare
        return nameless or measure in OF_PEOPLE or measure in OF_THINGS
    if measure in OF_PEOPLE:
        return (unit == "families" and measure in ("displaced", "rescued")) or (
            unit == "animals" and measure in ("killed", "rescued")
        )
    if measure == "deployed":
        return unit in _MOBILE
    return measure in OF_THINGS and unit in _PROPERTY
