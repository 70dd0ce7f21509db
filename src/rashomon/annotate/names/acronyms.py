"""Acronyms and their expansions in brackets: "Organisation of X (OX)"."""

from itertools import pairwise

from rashomon.annotate.names.runs import Run


def expand(runs: list[Run]) -> None:
    """Tie an acronym to the name that stands before or after its bracket."""
    for before, after in pairwise(runs):
        between = before.scene.text[before.end : after.start]
        if between.strip(" «„\"'“\n") != "(" or {before.kind, after.kind} == {"person"}:
            continue
        short, long = sorted((before, after), key=lambda run: run.end - run.start)
        if short.scene.units[short.first].shape not in ("upper", "mixed") or short.last - short.first > 1:
            continue
        if long.last - long.first > 1 and short.kind != "person":
            short.expands, long.expands = (long.start, long.end), (short.start, short.end)
            if short.kind != long.kind:
                best = long if max(long.votes.values()) >= max(short.votes.values()) else short
                short.kind = long.kind = best.kind
