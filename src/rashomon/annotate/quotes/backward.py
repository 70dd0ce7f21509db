""" "Об этом сообщает X", "Lo riferisce X": a sentence that gives the source of the one before."""

from bisect import bisect_left

from rashomon.annotate.quotes.clauses import joining, trim_end, trim_start
from rashomon.annotate.quotes.phrases import noun_phrase
from rashomon.annotate.quotes.scene import Cue, Draft, Scene, Span, Unit
from rashomon.annotate.quotes.subjects import region_left, subject_after

HEAD = 8  # tokens from the sentence start within which "about this" stands
REACH = 7  # tokens between "about this" and its cue


def find_backward(scene: Scene, unit: Unit, cues: list[Cue]) -> list[Draft]:
    """Quotes whose content is the sentence before."""
    drafts = []
    for a, b, _ in unit.lex.about.scan(unit.folds):
        lead = (unit.first + a, unit.first + b)
        start = scene.sentence_start(lead[0], unit.first)
        cue = _cue(scene, cues, lead, start)
        if cue is None or lead[0] - start > HEAD or scene.within[lead[0]] is not None:
            continue
        content = _before(scene, unit, start)
        source = _source(scene, unit, cue, lead, start)
        if content and source:
            scene.taken.add(cue.first)
            at = (cue.first, cue.last)
            drafts.append(Draft(*content, at, source, "indirect", cue.stance("speech"), "backward", False, cue.first))
    return drafts


def _cue(scene: Scene, cues: list[Cue], lead: Span, start: int) -> Cue | None:
    """The cue beside "about this", unless a clause of its own follows it."""
    for cue in cues:
        near = start <= cue.first and (0 <= cue.first - lead[1] <= REACH or 0 <= lead[0] - cue.last <= 2)
        if (
            near
            and cue.stance("speech") not in ("accuses", "demands")
            and (cue.takes("speech") or cue.takes("that"))
            and cue.first not in scene.taken
        ):
            return cue
    return None


def _source(scene: Scene, unit: Unit, cue: Cue, lead: Span, start: int) -> Span | None:
    lex = unit.lex
    end = scene.sentence_end(max(cue.last, lead[1]) - 1, unit.last)
    if joining(scene, lex, cue, end, set()) is not None:
        return None
    for i in range(cue.last, min(end, cue.last + 3)):
        if lex.has("agents", scene.folds[i]):
            return subject_after(scene, lex, i + 1, end)
    between = (lead[1], cue.first) if lead[1] <= cue.first else region_left(scene, lex, cue.first, start)[-1]
    return noun_phrase(scene, lex, between) or subject_after(scene, lex, max(cue.last, lead[1]), end)


def _before(scene: Scene, unit: Unit, start: int) -> Span | None:
    """The sentence before, with those it takes up again ("This is ..."); it may close the paragraph before."""
    sentences = scene.view.sentences
    k = bisect_left(sentences, start, key=lambda sentence: sentence.first)
    k = k if k < len(sentences) and sentences[k].first == start else 0
    while k > 1 and unit.lex.about.longest(scene.folds, sentences[k - 1].first):
        k -= 1  # "Об этом говорится в докладе. Полиция подтвердила эту информацию."
    if k == 0 or sentences[k - 1].heading:
        return None
    first = k - 1
    while first > 0 and sentences[first - 1].paragraph == sentences[k - 1].paragraph and k - first < 3:
        if not unit.lex.has("anaphora", scene.folds[sentences[first].first]):
            break
        first -= 1
    begin = trim_start(scene, unit.lex, sentences[first].first, sentences[k - 1].last)
    last = trim_end(scene, begin, sentences[k - 1].last)
    return (begin, last) if scene.words(begin, last) > 2 else None
