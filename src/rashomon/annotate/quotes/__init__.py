"""Quotes: who is reported as saying what (source, cue, content)."""

import hashlib
from collections import Counter

from rashomon.annotate.quotes.attributed import find_attributed
from rashomon.annotate.quotes.backward import find_backward
from rashomon.annotate.quotes.cues import find_cues
from rashomon.annotate.quotes.dialogue import find_dialogue
from rashomon.annotate.quotes.direct import find_direct
from rashomon.annotate.quotes.headings import find_heading
from rashomon.annotate.quotes.heads import speaks
from rashomon.annotate.quotes.indirect import find_indirect
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.reasons import reasons
from rashomon.annotate.quotes.scene import Draft, Scene, Unit, scene
from rashomon.annotate.quotes.speakers import Meant, resolve
from rashomon.model import Quote, Ref, replace
from rashomon.text import fold
from rashomon.view import View

__all__ = ["find"]


def find(view: View) -> list[Quote]:
    """All quotes of a report, sorted by (start, end). ``source_ref`` points at a name of the view,
    ``via`` at its citations."""
    if not view.tokens:
        return []
    made = scene(view)
    drafts: list[tuple[Draft, Lexicon]] = []
    for unit, paragraph_end in zip(made.units, _paragraph_ends(made.units), strict=True):
        earlier = [d for d, _ in drafts[-3:]]
        drafts += [(d, unit.lex) for d in _read(made, unit, earlier, paragraph_end)]
    drafts.sort(key=lambda pair: (pair[0].cue_at, pair[0].first, pair[0].last))
    meant = resolve(made, drafts)
    rows = [_quote(made, d, lex, who) for (d, lex), who in zip(drafts, meant, strict=True)]
    return _named(view, sorted(_distinct(_who_speak(rows)), key=lambda q: (q.start, q.end)))


def _who_speak(quotes: list[Quote]) -> list[Quote]:
    """A heading "X: ..." quotes X only if X speaks in the report: not "Ellen Marsh: a life in pictures"."""
    spoken = " ".join(fold(_said_by(q)) for q in quotes if not q.rule.endswith(".heading"))
    return [q for q in quotes if not q.rule.endswith(".heading") or not spoken or _among(_said_by(q), spoken)]


def _said_by(quote: Quote) -> str:
    return quote.source_text or ""


def _among(source: str, spoken: str) -> bool:
    """Is a word of ``source`` (without its ending) in these words?"""
    words = [word for word in fold(source).split() if len(word) > 2]
    return bool(words) and words[-1][: max(4, len(words[-1]) - 2)] in spoken


def _read(made: Scene, unit: Unit, earlier: list[Draft], paragraph_end: int) -> list[Draft]:
    if unit.last <= made.spoken:  # inside a dialogue that began in a sentence before
        return []
    cues = [c for c in find_cues(made, unit) if c.first >= made.spoken]
    found = find_dialogue(made, unit, cues, paragraph_end)
    if not found:
        found = find_direct(made, unit, cues, earlier)
    found += find_backward(made, unit, cues)
    found += find_attributed(made, unit, cues)
    found += find_indirect(made, unit, cues)
    found = found or find_heading(made, unit, paragraph_end)
    return _own_reports(made, unit.lex, _passed_on(made, found))


def _own_reports(made: Scene, lex: Lexicon, found: list[Draft]) -> list[Draft]:
    """Inside what one says only a report with a speaker of its own is another: not "he said that he knew that"."""
    return [d for d in found if not any(_holds(o, d) for o in found if o is not d) or _whose(made, lex, d)]


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.first <= inner.cue_at < outer.last and outer.cue_at != inner.cue_at


def _whose(made: Scene, lex: Lexicon, draft: Draft) -> bool:
    """Does somebody of its own speak here?"""
    return draft.source is not None and not draft.implied and speaks(made, lex, draft.source)


def _passed_on(made: Scene, found: list[Draft]) -> list[Draft]:
    """ "X reports, citing Y": what X passes on is Y's; where nothing else reports, "citing Y" does itself."""
    for citing in made.citing:
        near = [d for d in found if 0 <= citing.cue_at - d.cue_at < 30 and d.cue and d.cue[1] <= citing.cue_at]
        if near:
            near[-1].source, near[-1].implied = citing.source, False
        else:
            found.append(citing)
    made.citing.clear()
    return found


def _paragraph_ends(units: list[Unit]) -> list[int]:
    """For each unit the token behind its paragraph."""
    last = {unit.paragraph: unit.last for unit in units}
    return [last[unit.paragraph] for unit in units]


def _quote(made: Scene, draft: Draft, lex: Lexicon, meant: Meant) -> Quote:
    tokens, text = made.view.tokens, made.view.text
    start, end = tokens[draft.first].start, tokens[draft.last - 1].end
    source = (tokens[draft.source[0]].start, tokens[draft.source[1] - 1].end) if draft.source else None
    cue = (tokens[draft.cue[0]].start, tokens[draft.cue[1] - 1].end) if draft.cue else None
    return Quote(
        doc=made.view.document.doc,
        start=start,
        end=end,
        text=text[start:end],
        source_text=text[source[0] : source[1]] if source else None,
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        source=meant.words or _nobody(made, draft, lex),
        source_ref=meant.ref,
        cue=text[cue[0] : cue[1]] if cue else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        kind=draft.kind,
        stance=draft.stance,
        via=_via(made, draft, source),
        rule=f"{lex.pack.code}.quote.{draft.rule}",
        why=reasons(made, draft, meant.ref, meant.words),
    )


def _nobody(made: Scene, draft: Draft, lex: Lexicon) -> str | None:
    """Rumours and "reportedly" name nobody: "ходят слухи, что", "podobno"."""
    if draft.rule == "according.open":
        return "unspecified"
    rumour = draft.rule == "impersonal" and draft.source is not None
    return "unspecified" if rumour and lex.has("rumours", made.folds[(draft.source or (0,))[0]]) else None


def _via(made: Scene, draft: Draft, source: tuple[int, int] | None) -> tuple[Ref, ...]:
    """Outlets and platforms in the sentence of the cue, outside the content, that are not the source."""
    at = made.view.sentence_at(made.view.tokens[draft.cue_at].start)
    if at is None:
        return ()
    start, end = made.view.tokens[draft.first].start, made.view.tokens[draft.last - 1].end
    return tuple(
        (c.start, c.end)
        for c in made.view.placed(made.view.citations).begin(at.start, at.end)
        if c.kind in ("outlet", "social")
        and not (start <= c.start < end)
        and not (source and c.start < source[1] and source[0] < c.end)
    )


def _distinct(quotes: list[Quote]) -> list[Quote]:
    """One quote for each content: of two that cover the same words the one with a named source stays."""
    kept: list[Quote] = []
    near: list[int] = []  # those of ``kept`` that reach this far: ``quotes`` are in order of their starts
    for quote in quotes:
        near = [k for k in near if kept[k].end > quote.start]
        twin = next((k for k in near if _share(kept[k], quote) > 0.8), None)
        if twin is None:
            near.append(len(kept))
            kept.append(quote)
        elif _better(quote, kept[twin]):
            kept[twin] = quote
    return kept


def _better(new: Quote, old: Quote) -> bool:
    """A named speaker beats none, and one who is passed on by an outlet beats the outlet."""
    if new.source_text is None or old.source_text is None:
        return old.source_text is None and new.source_text is not None
    passed = any(ref is not None and old.source_start is not None and ref[0] >= old.source_start for ref in new.via)
    return passed and bool(new.via) and not old.via


def _share(a: Quote, b: Quote) -> float:
    both = max(0, min(a.end, b.end) - max(a.start, b.start))
    return both / (a.end - a.start + b.end - b.start - both)


def _named(view: View, quotes: list[Quote]) -> list[Quote]:
    """Give each quote its id: by document and start, with the end where two share a start."""
    head = hashlib.sha256(view.document.doc.encode()).hexdigest()[:6]
    starts = Counter(q.start for q in quotes)
    out = []
    for quote in quotes:
        tail = f"-{quote.end}" if starts[quote.start] > 1 else ""
        out.append(replace(quote, id=f"quote-{head}-{quote.start}{tail}"))
    return out
