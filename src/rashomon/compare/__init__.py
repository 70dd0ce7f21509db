"""Linked readings to a comparison: questions, relations, origins, wording, gaps, timeline."""

from rashomon.compare.claims import claims
from rashomon.compare.disputes import disputes
from rashomon.compare.gaps import gaps
from rashomon.compare.grouping import gather
from rashomon.compare.limits import limits
from rashomon.compare.origins import graph, voices
from rashomon.compare.pile import lay_out
from rashomon.compare.policies import POLICIES
from rashomon.compare.questions import asked, with_parts
from rashomon.compare.reuse import text_groups
from rashomon.compare.timeline import merged, timeline
from rashomon.compare.traits import traits
from rashomon.compare.wording import wording
from rashomon.model import Comparison, Linked, Options

__all__ = ["POLICIES", "compare", "limits", "traits"]


def compare(linked: Linked, options: Options) -> Comparison:
    """Lay the accounts side by side; the result does not depend on the order of the readings.

    Raises ValueError on an unknown policy.
    """
    pile = lay_out(linked, options.ui)
    texts = text_groups(pile)
    every = claims(pile, voices(pile, texts))
    rows = asked(gather(every, pile, texts), pile, texts, options)
    pile.asked = {i: q.id for q, *_ in rows if len(q.documents) > 1 for i in q.figures}
    sets = merged(pile)
    return Comparison(
        questions=tuple(with_parts(rows, pile)),
        relations=tuple(relation for row in rows for relation in row.relations),
        sources=graph(pile, every, texts),
        wording=wording(pile),
        gaps=gaps(rows, pile, texts),
        timeline=timeline(pile, sets),
        disputes=disputes(pile, texts, sets),
        asof={c.id: (c.known.days.edtf, c.known.given) for c in every if c.known.days and c.known.dated},
    )
