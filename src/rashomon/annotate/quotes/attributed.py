"""According-to: "according to X", "по словам X", "as X reported", and the sentence that they frame."""

from typing import NamedTuple

from rashomon.annotate.quotes.apposed import past_roles, persons
from rashomon.annotate.quotes.clauses import content_end, joining, trim_end, trim_start
from rashomon.annotate.quotes.heads import leads
from rashomon.annotate.quotes.lexicon import Lexicon
from rashomon.annotate.quotes.phrases import noun_phrase, place
from rashomon.annotate.quotes.scene import Cue, Draft, Scene, Span, Unit
from rashomon.annotate.quotes.sources import source_phrase
from rashomon.annotate.quotes.subjects import region_left, subject_after


class _Frame(NamedTuple):
    """An attribution: its cue, the whole clause to leave out, and its source."""

    cue: Span
    clause: Span
    source: Span | None
    stance: str = "asserts"
    implied: bool = False  # "jak dodał": the last speaker
    rule: str = "according"


def find_attributed(scene: Scene, unit: Unit, cues: list[Cue]) -> list[Draft]:
    """All attributions of a unit."""
    drafts = []
    words = unit.folds
    for a, b, kind in unit.lex.according.scan(words):
        first, last = unit.first + a, unit.first + b
        if scene.within[first] is not None or _ordinal(scene, unit, first, last):
            continue
        draft = _according(scene, unit, cues, (first, last), kind)
        if draft and kind == "citing":
            scene.citing.append(draft)
        elif draft:
            drafts.append(draft)
    for cue in cues:
        if scene.within[cue.first] is None and cue.first not in scene.taken:
            draft = _as_said(scene, unit, cues, cue)
            if draft:
                scene.taken.add(cue.first)
                drafts.append(draft)
    return drafts


def _ordinal(scene: Scene, unit: Unit, i: int, last: int) -> bool:
    """ "nel secondo trimestre": behind an article it is no attribution; "secondo quanto" is read with its verb."""
    clause = unit.lex.as_words.longest(scene.folds, i)
    if clause and clause[0] > last:
        return True
    return i > unit.first and unit.lex.has("noun_before", scene.folds[i - 1])


def _according(scene: Scene, unit: Unit, cues: list[Cue], at: Span, kind: str) -> Draft | None:
    lex = unit.lex
    end = scene.sentence_end(at[1] - 1, unit.last)
    if kind == "closed":
        inside = [i for i in range(*at) if scene.folds[i] in lex.pronouns]
        source: Span | None = (inside[0], inside[0] + 1) if inside else None
        stop = at[1]
    else:
        source = source_phrase(scene, lex, at[1], end)
        if source is None and kind != "open":
            return None
        if kind == "weak" and source and not leads(scene, lex, source):
            return None
        if kind == "open" and source and not leads(scene, lex, source):
            source = None  # "по предварительным данным | пожар начался ночью"
        stop = source[1] if source else at[1]
    rule = "according" if source else "according.open"
    return _framed(scene, unit, cues, _Frame(at, (at[0], stop), source, rule=rule))


def _as_said(scene: Scene, unit: Unit, cues: list[Cue], cue: Cue) -> Draft | None:
    """ "As X reported, ...", "..., как сообщил X"."""
    if not cue.takes("speech"):
        return None
    lex = unit.lex
    floor = scene.sentence_start(cue.first, unit.first)
    end = scene.sentence_end(cue.last - 1, unit.last)
    for part in region_left(scene, lex, cue.first, floor)[::-1][:3]:
        at, behind_as = _as_word(scene, lex, part, cue.first)
        if at is None or (at > floor and scene.word(at - 1) and not lex.has("conjunctions", scene.folds[at - 1])):
            continue
        if lex.has("not_as", scene.folds[at - 1]) or (at > 1 and lex.has("not_as", scene.folds[at - 2])):
            return None  # "с тех пор, | как прокурор потребовал"
        if _verb_between(scene, lex, behind_as, cue.first):
            return None  # "how things stand, and hopes"
        source = noun_phrase(scene, lex, (behind_as, cue.first))
        behind = source is None
        source = (
            source
            or subject_after(scene, lex, cue.last, end)
            or place(scene, lex, (cue.last, clause_end(scene, cue.last, end)), True)
            or _written_in(scene, lex, cue, end)
        )
        stop = source[1] if source and behind else cue.last
        many = lex.plural(scene.folds[cue.first]) or cue.takes("impersonal")
        stop = clause_end(scene, stop, end)
        return _framed(
            scene,
            unit,
            cues,
            _Frame((cue.first, cue.last), (at, stop), source, cue.stance("speech"), source is None and not many),
        )
    return None


def _written_in(scene: Scene, lex: Lexicon, cue: Cue, end: int) -> Span | None:
    """ "jak czytamy w | raporcie", "come si legge nella | nota": a cue that ends with a preposition."""
    if cue.last - cue.first < 2 or not lex.has("prepositions", scene.folds[cue.last - 1]):
        return None
    return source_phrase(scene, lex, cue.last, end)


def _as_word(scene: Scene, lex: Lexicon, part: Span, cue: int) -> tuple[int | None, int]:
    """Where "as" stands in a stretch, and the token behind it."""
    for i in range(*part):
        match = lex.as_words.longest(scene.folds, i)
        if match and match[0] <= cue:
            return i, match[0]
    return None, cue


def _verb_between(scene: Scene, lex: Lexicon, first: int, cue: int) -> bool:
    """Has the clause behind "as" a verb of its own before the cue?"""
    tags = lex.data.finite_tags
    return bool(tags) and any(
        scene.name_at[i] is None and scene.within[i] is None and lex.only(scene.folds[i], tags)
        for i in range(first, cue)
        if not lex.has("auxiliaries", scene.folds[i])
    )


def clause_end(scene: Scene, i: int, end: int) -> int:
    while i < end and scene.folds[i] not in ",;:" and not scene.dash(i):
        i += 1
    return i


def _framed(scene: Scene, unit: Unit, cues: list[Cue], frame: _Frame) -> Draft | None:
    """The quote that an attribution frames; direct where all of its content is marked."""
    first, last = _content(scene, unit, cues, frame.clause)
    first = trim_start(scene, unit.lex, first, last)
    if first >= last:
        return None
    if unit.lex.has("relatives", scene.folds[first]):  # "according to X, who was there, ..."
        comma = next((k for k in range(first, last) if scene.folds[k] == ","), last)
        first = trim_start(scene, unit.lex, comma, last)
    elif (
        frame.source
        and first > frame.clause[1]
        and (behind := past_roles(scene, unit.lex, frame.source, frame.clause[1], last))
    ):
        first = trim_start(scene, unit.lex, behind, last)
        if not persons(scene, frame.source):
            frame = frame._replace(source=(frame.source[0], behind))
    elif (
        first + 1 < last and unit.lex.participle(scene.folds[first]) and unit.lex.has("agents", scene.folds[first + 1])
    ):
        comma = next(
            (k for k in range(first, last) if scene.folds[k] == ","), first
        )  # "fonti | citate dal giornale, |"
        first = trim_start(scene, unit.lex, comma, last)
    elif first > frame.clause[1] and unit.lex.only(scene.folds[first], unit.lex.data.drop_tags):
        comma = next(
            (k for k in range(first, last) if scene.folds[k] == ","), first
        )  # "из отчета, | озвученного им, |"
        first = trim_start(scene, unit.lex, comma, last)
    first = _past_cue(scene, unit, cues, first, last)
    last = trim_end(scene, first, last)
    if first >= last or scene.words(first, last) < 2:
        return None
    kind, mark = "according_to", scene.within[first]
    if mark is not None and mark.open == first and mark.close >= last - 2:
        kind, first, last = "direct", mark.first, mark.last
    cue, source = frame.cue, frame.source
    return Draft(first, last, cue, source, kind, frame.stance, frame.rule, frame.implied, cue[0])


def _past_cue(scene: Scene, unit: Unit, cues: list[Cue], first: int, last: int) -> int:
    """ "From the reports | it follows that ...": a cue that only leads over to the content."""
    if first < last and scene.folds[first] in "([":  # "the paper (7 March) | says that ..."
        first = next((k + 1 for k in range(first, last) if scene.folds[k] in ")]"), first)
    for cue in cues:
        if cue.first == first and (opened := joining(scene, unit.lex, cue, last, set())) is not None:
            scene.taken.add(cue.first)
            return opened
    return first


def _content(scene: Scene, unit: Unit, cues: list[Cue], clause: Span) -> Span:
    """What an attribution clause frames: what is behind it where it leads, before it where it trails, else both."""
    start = clause_start(scene, clause[0], unit.first)
    end = scene.sentence_end(max(clause[1] - 1, clause[0]), unit.last)
    lead = trim_start(scene, unit.lex, start, clause[0])
    end = next((k for k in range(clause[1], end) if scene.folds[k] == ";" and scene.within[k] is None), end)
    if scene.words(clause[1], end) < 2 or _described(scene, unit.lex, clause[1], end):
        return lead, clause[0]
    links = _only_links(scene, unit.lex, start, clause[0]) or scene.words(lead, clause[0]) == 0
    leads = (
        links
        or _linked(scene, unit.lex, clause[0], start)
        or _spliced(scene, unit.lex, (lead, clause[0]), (clause[1], end))
    )
    return clause[1] if leads else lead, content_end(scene, unit.lex, clause[1], end, cues)


def clause_start(scene: Scene, i: int, floor: int) -> int:
    """Start of the sentence, or behind the last semicolon outside marks."""
    start = scene.sentence_start(i, floor)
    return next((k + 1 for k in range(i - 1, start, -1) if scene.folds[k] == ";" and scene.within[k] is None), start)


def _described(scene: Scene, lex: Lexicon, i: int, end: int) -> bool:
    """ "..., according to X, who was there.": only a relative clause follows."""
    if i + 1 < end and lex.participle(scene.folds[i]) and lex.has("agents", scene.folds[i + 1]):
        return "," not in scene.folds[i:end]  # "according to a log | obtained by the coastguard"
    if i + 1 >= end or scene.folds[i] != "," or not lex.has("relatives", scene.folds[i + 1]):
        return False
    return "," not in scene.folds[i + 1 : end]


def _spliced(scene: Scene, lex: Lexicon, before: Span, after: Span) -> bool:
    """Two whole clauses: "Полиция начала проверку, | по одной из версий, | взрыв вызвала искра"."""
    tags, first = lex.data.finite_tags, after[0] + 1
    if not tags or first >= after[1] or scene.folds[after[0]] != ",":
        return False
    if (
        lex.that.longest(scene.folds, after[0])
        or lex.has("relatives", scene.folds[first])
        or lex.has("asks", scene.folds[first])
    ):
        return False

    def whole(i: int, j: int) -> bool:
        verb = next((k for k in range(i, j) if scene.name_at[k] is None and lex.only(scene.folds[k], tags)), None)
        return verb is not None and noun_phrase(scene, lex, (i, verb)) is not None

    return whole(*before) and whole(first, after[1])


def _only_links(scene: Scene, lex: Lexicon, start: int, end: int) -> bool:
    """Do the words before an attribution only link to what came before: "besides, according to X, ..."?"""
    i = start
    while i < end:
        match = lex.openers.longest(scene.folds, i)
        if match and match[0] <= end:
            i = match[0]
        elif not scene.word(i) or lex.adverb(scene.folds[i]) or lex.has("conjunctions", scene.folds[i]):
            i += 1
        else:
            return False
    return True


def _linked(scene: Scene, lex: Lexicon, at: int, start: int) -> bool:
    """Does a new clause begin with the attribution: ", and according to", "; по словам"?"""
    if at - 1 <= start:
        return True
    word = scene.folds[at - 1]
    return (
        word in ";:"
        or lex.has("conjunctions", word)
        or lex.has("but", word)
        or lex.that.longest(scene.folds, at - 1) is not None
    )
