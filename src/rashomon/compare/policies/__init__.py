"""Written rules of casualty recorders for one number out of many: by name, never by default.

Each policy is a function from the claims of a question to low, best, high, the rule in a few words
and the reason with the figures it rests on. The raw figures always stand beside it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rashomon.compare.pile import Claim, Pile
from rashomon.compare.policies import acled, ibc, plain, ucdp
from rashomon.compare.policies.common import Case, Outcome
from rashomon.model import Options

__all__ = ["POLICIES", "apply"]

POLICIES: dict[str, Callable[[Case], Outcome | None]] = {
    "acled": acled.most_conservative,
    "ibc": ibc.minimum_maximum,
    "latest": plain.latest,
    "majority": plain.majority,
    "official": plain.official,
    "ucdp": ucdp.low_best_high,
}


def apply(claims: Sequence[Claim], voice: Mapping[str, str], pile: Pile, options: Options) -> dict[str, dict[str, Any]]:
    """The policies the reader switched on; one that has nothing to say is left out.

    Raises ValueError on an unknown name, with the names there are.
    """
    unknown = sorted(set(options.policies) - set(POLICIES))
    if unknown:
        raise ValueError(f"unknown policy {', '.join(unknown)}; there are: {', '.join(POLICIES)}")
    usable = [c for c in claims if c.figure.status in ("asserted", "alleged") and not c.scope.withdrawn]
    if not usable:
        return {}
    whole = [c for c in usable if not c.scope.kinds]  # "8 soldiers" is no estimate of all the injured
    case = Case(whole or usable, voice, pile, options.official)
    found = {name: POLICIES[name](case) for name in sorted(set(options.policies))}
    return {name: outcome._asdict() for name, outcome in found.items() if outcome is not None}
