"""Why a quote has its kind, stance and source, in short words for readers."""

from rashomon.annotate.quotes.scene import Draft, Scene, Span
from rashomon.model import Ref

KINDS = {
    "direct.after": "marked words with their cue behind them",
    "direct.before": "marked words behind their cue",
    "direct.colon": "marked words behind a speaker and a colon",
    "direct.inside": "the cue stands inside the marks",
    "direct.partly": "a clause partly in marks with its cue behind it",
    "direct.unlisted": "marked words with a verb and a speaker behind them",
    "direct.alone": "a marked sentence without a cue",
    "direct.dash": "speech after a dash",
    "according": "an attribution frames the sentence",
    "according.open": "words that say it is hearsay frame the sentence",
    "backward": "the next sentence says who reports it",
    "turn": "a turn in an interview: a name and a colon open the paragraph",
    "heading": "a heading with a speaker and a colon",
    "that": "a clause opened by a joining word",
    "noun.that": "a noun of saying with its clause",
    "impersonal": "an impersonal report",
    "around": "the cue stands behind or inside the clause",
    "following": "what follows the cue",
    "preposition": "the cue's own preposition opens the content",
    "passive.that": "a passive cue with its clause",
    "passive.subject": "the subject of a passive cue",
    "passive.object": "a passive cue with its speaker",
}


def reasons(scene: Scene, draft: Draft, ref: Ref, words: str | None = None) -> tuple[str, ...]:
    """One reason each for kind, stance and source: "stance denies: cue «denied»"."""
    out = [f"kind {draft.kind}: {KINDS[draft.rule]}"] if draft.rule in KINDS else []
    if draft.cue:
        out.append(f"stance {draft.stance}: cue «{_words(scene, draft.cue)}»")
    out.append(f"source: the last speaker «{words}», without a name" if words else _source(scene, draft, ref))
    return tuple(out)


def _source(scene: Scene, draft: Draft, ref: Ref) -> str:
    meant = scene.view.text[slice(*ref)] if ref else None
    if draft.source is None:
        return f"source unsaid: the last speaker «{meant}»" if meant else "source unsaid"
    said = _words(scene, draft.source)
    if meant is None:
        return f"source «{said}»: as described, no name known"
    return f"source «{said}»" if meant in said else f"source «{said}»: stands for «{meant}»"


def _words(scene: Scene, span: Span) -> str:
    tokens = scene.view.tokens
    return " ".join(scene.view.text[tokens[span[0]].start : tokens[span[1] - 1].end].split())
