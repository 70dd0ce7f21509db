"""What narrows a figure: its sub-scope, the kind of people or things counted, its wording."""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.compare.tokens import Tokens
from rashomon.compare.topics import Hit, hits, topics_of
from rashomon.compare.words import content
from rashomon.lang import Pack, PhraseTable, load
from rashomon.lang.schema.compare import CompareData
from rashomon.lang.schema.figures import FigureData
from rashomon.model import Figure, Reading, Ref, Sentence, Term, Token
from rashomon.text import tokenize

__all__ = ["Scope", "scope_of"]

_BREAKS = frozenset(".;:!?()—–•")
_DASHES = frozenset("–—")
_ADDRESS = frozenset({"http", "https", "www"})
_SEXES = frozenset({"men", "women"})
_CROWD = frozenset({"present", "deployed"})
_REACH = 9  # words on each side of a number that can narrow it


class Scope(NamedTuple):
    """``states``: sub-scopes worded round the figure ("critical", "beheaded"). ``kinds``: specific
    nouns of the label ("police"). ``part``: partitive wording ("three of the dead"). ``background``:
    told of another, earlier event. ``as_of``: a count so far ("the toll"). ``until``: the date beside it is
    that of the count ("by Tuesday"). ``takes_back``: the sentence
    revises an earlier figure. ``words``: label words that can be compared, as "gloss:x" or "ru:stem".
    ``dozens``: counted by the dozen ("dozens of"). ``withdrawn``: quoted only to be taken back ("not
    seven, as earlier reported"). ``feared``: a fear or a forecast ("could rise to"). ``whence``: the
    figure's place is where its people came from. ``magnitude``: of an earthquake. ``address``: inside
    an address of the web. ``since``: counted over a longer time than a day ("since the protests began").
    ``alike``: worded for dead and injured alike ("shot", "casualties").
    ``base``: the whole of which another number is the part ("two of the three victims died").
    ``topics``: what a sum, share, size or span is about. ``start``: the date beside it is where its count begins.
    ``settings``: what a crowd was at ("march", "funeral").
    """

    states: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    part: bool = False
    background: bool = False
    as_of: bool = False
    until: bool = False
    takes_back: bool = False
    words: frozenset[str] = frozenset()
    dozens: bool = False
    withdrawn: bool = False
    feared: bool = False
    whence: bool = False
    magnitude: bool = False
    address: bool = False
    since: bool = False
    alike: bool = False
    base: bool = False
    topics: frozenset[str] = frozenset()
    start: bool = False
    settings: frozenset[str] = frozenset()


class Tables(NamedTuple):
    states: PhraseTable[str]
    kinds: PhraseTable[str]
    before: PhraseTable[str]
    after: PhraseTable[str]
    not_before: PhraseTable[str]
    not_after: PhraseTable[str]
    joins: PhraseTable[str]
    feared: PhraseTable[str]
    whence: PhraseTable[str]
    until: PhraseTable[str]
    magnitude: PhraseTable[str]
    sentence: PhraseTable[str]
    dozens: PhraseTable[str]
    since: PhraseTable[str]
    alike: PhraseTable[str]
    base: PhraseTable[str]
    topics: PhraseTable[str]
    starts: PhraseTable[str]
    then: PhraseTable[str]
    settings: PhraseTable[str]
    compared: PhraseTable[str]


def tables(pack: Pack) -> Tables:
    """The lexicons of one language, compiled."""
    data = pack.read(CompareData)

    def table(rows: Sequence[tuple[str, str]]) -> PhraseTable[str]:
        return PhraseTable(rows, pack.lemmas)

    return Tables(
        states=table([(p, name) for name in sorted(data.states) for p in data.states[name]]),
        kinds=table([(p, name) for name in sorted(data.kinds) for p in data.kinds[name]]),
        before=table([(p, "part") for p in data.before]),
        after=table([(p, "part") for p in data.after]),
        not_before=table([(p, "not") for p in data.not_before]),
        not_after=table([(p, "not") for p in data.not_after]),
        joins=table([(p, "and") for p in data.joins]),
        feared=table([(p, "feared") for p in data.feared]),
        magnitude=table([(p, "magnitude") for p in data.magnitude]),
        whence=table([(p, "whence") for p in data.whence]),
        until=table([(p, "until") for p in data.until]),
        sentence=table(
            [
                *((p, "background") for p in data.background),
                *((p, "as_of") for p in data.as_of),
                *((p, "takes_back") for p in data.retraction),
            ]
        ),
        dozens=table([(p, "dozens") for p in data.dozens]),
        since=table([(p, "since") for p in data.since]),
        alike=table([(p, "alike") for p in data.alike]),
        base=table([(p, "base") for p in data.base]),
        topics=table([(p, name) for name in sorted(data.topics) for p in data.topics[name]]),
        starts=table([(p, "start") for p in data.starts]),
        then=table([(p, "then") for p in data.then]),
        compared=table([(p, "then") for p in pack.read(FigureData).compared]),
        settings=table([(p, name) for name in sorted(data.settings) for p in data.settings[name]]),
    )


def scope_of(reading: Reading, tokens: Tokens) -> dict[tuple[int, int], Scope]:
    """The scope of each figure of a report, by its span."""
    found: dict[tuple[int, int], Scope] = {}
    spans = sorted((f.start, f.end) for f in reading.figures)
    cache: dict[int, tuple[list[Token], frozenset[str], list[Hit]]] = {}
    for figure in reading.figures:
        sentence = _sentence(figure, reading)
        pack = load(sentence.language)
        if sentence.start not in cache:
            words = tokens.within(sentence.start, sentence.end)
            rows = pack.build(tables).sentence.scan([w.fold for w in words])
            marks = frozenset(value for _, _, value in rows)
            cache[sentence.start] = words, marks, hits(words, pack.build(tables).topics)
        words, marks, topics = cache[sentence.start]
        scope = _scope(figure, words, marks, spans, (reading, pack))
        found[figure.start, figure.end] = scope._replace(topics=topics_of(figure, words, spans, topics))
    return found


def _sentence(figure: Figure, reading: Reading) -> Sentence:
    low, high = 0, len(reading.sentences)
    while low < high:
        mid = (low + high) // 2
        if reading.sentences[mid].end <= figure.start:
            low = mid + 1
        else:
            high = mid
    if low < len(reading.sentences) and reading.sentences[low].start <= figure.start:
        return reading.sentences[low]
    start, end = figure.sentence_start, max(figure.sentence_end, figure.end)
    language = reading.document.language or "und"
    return Sentence(start=start, end=end, first=0, last=0, paragraph=0, language=language)


def _scope(
    figure: Figure,
    words: list[Token],
    marks: frozenset[str],
    spans: list[tuple[int, int]],
    where: tuple[Reading, Pack],
) -> Scope:
    reading, pack = where
    lexicon = pack.build(tables)
    before, after = _around(figure, words, spans)
    states = {v for side in (before, after) for _, _, v in lexicon.states.scan(side)}
    crowd = figure.measure in _CROWD
    part = _ends(lexicon.before, before) or _begins(lexicon.after, after, 2)
    withdrawn = "takes_back" in marks and (_ends(lexicon.not_before, before) or _begins(lexicon.not_after, after, 4))
    label = [t.fold for t in tokenize(figure.label)] if figure.label else []
    terms = _terms(figure, reading)
    own = frozenset(v for _, _, v in lexicon.kinds.scan(label))
    kinds = own | _joined_kinds(figure, words, spans, lexicon)
    mixed = kinds >= _SEXES  # "two women and a man", "three people, a man and two women"
    return Scope(
        states=frozenset(states),
        kinds=kinds - _SEXES if mixed else kinds,
        part=part or (mixed and bool(own & _SEXES)),
        background="background" in marks or (figure.when is None and _ends(lexicon.compared, before)),
        as_of="as_of" in marks,
        takes_back="takes_back" in marks,
        words=frozenset(content(label, pack)) | frozenset("gloss:" + t.gloss for t in terms if t.gloss),
        withdrawn=withdrawn,
        magnitude=any(True for side in (before[-4:], after[:3]) for _ in lexicon.magnitude.scan(side)),
        whence=_leads(lexicon.whence, words, figure.where_ref),
        until=_leads(lexicon.until, words, figure.when_ref),
        start="background" not in marks and _since_then(lexicon, words, figure.when_ref),
        settings=frozenset(v for side in (before, after) for _, _, v in lexicon.settings.scan(side) if crowd),
        feared=any(True for side in (before, after) for _ in lexicon.feared.scan(side)),
        dozens=any(lexicon.dozens.scan([t.fold for t in tokenize(figure.text)])),
        alike=any(True for side in (before, label, after) for _ in lexicon.alike.scan(side)),
        base=_is_base(lexicon.base, before, words, figure, (spans, terms)),
        address=any(w.fold in _ADDRESS for w in words if w.start < figure.start),
        since=_since(lexicon.since, figure, words[0].start if words else figure.start, (before, after, spans)),
    )


def _since(
    table: PhraseTable[str], figure: Figure, start: int, around: tuple[list[str], list[str], list[tuple[int, int]]]
) -> bool:
    """Whether the words beside a number lengthen its time. Of two numbers in a sentence the phrase goes
    with the one in its own clause: "12 on Monday, in all since the start 200".
    """
    before, after, spans = around
    follows = any(start <= a < figure.start for a, _ in spans)
    behind = after[: after.index(",")] if "," in after else after
    if any(True for side in (_last_clause(before), behind) for _ in table.scan(side)):
        return True
    opens = not follows and len(before) < _REACH  # "Since the shooting, over 50 people have been detained"
    return opens and any(first <= 1 for first, _, _ in table.scan(before))


def _is_base(
    table: PhraseTable[str],
    before: list[str],
    words: list[Token],
    figure: Figure,
    around: tuple[list[tuple[int, int]], list[Term]],
) -> bool:
    """Whether nothing but "of the" stands between a number and the one before it, and the noun does not
    say what befell them ("two of the three dead").
    """
    spans, terms = around
    follows = bool(words) and any(words[0].start <= a < figure.start for a, _ in spans)
    starts = range(min(len(before), 2)) if follows else ()  # "18 camion ⟦su⟧ 31": its noun may stand before
    between = any((m := table.longest(before, i)) is not None and m[0] == len(before) for i in starts)
    return between and not any(t.measure for t in terms)


def _last_clause(words: list[str]) -> list[str]:
    return words[len(words) - words[::-1].index(",") :] if "," in words else words


def _joined_kinds(figure: Figure, words: list[Token], spans: list[tuple[int, int]], lexicon: Tables) -> frozenset[str]:
    """Kinds that a conjunction adds after the label: "policjantów [i żołnierzy gwardii narodowej]"."""
    if figure.label_end is None:
        return frozenset()
    right = min((start for start, _ in spans if start >= figure.end), default=1 << 60)  # "53 passengers and ⟦5⟧ crew"
    rest = [w.fold for w in words if figure.label_end <= w.start < right]
    found: set[str] = set()
    at = 0
    while at < len(rest) and (join := lexicon.joins.longest(rest, at)):
        step = next((i for i in range(join[0], min(join[0] + 2, len(rest))) if lexicon.kinds.at(rest, i)), None)
        if step is None:
            break
        end, kind = lexicon.kinds.at(rest, step)[0]
        found.add(kind)
        at = end
    return frozenset(found)


def _leads(table: PhraseTable[str], words: list[Token], ref: Ref) -> bool:
    """Whether a pattern ends where a place or date of the sentence begins."""
    return ref is not None and _ends(table, [w.fold for w in words if w.end <= ref[0]][-3:])


def _since_then(lexicon: Tables, words: list[Token], ref: Ref) -> bool:
    """ "since January", but not "the worst since January 2011, ⟦when⟧ four died"."""
    if ref is None or not _leads(lexicon.starts, words, ref):
        return False
    return not _begins(lexicon.then, [w.fold for w in words if w.start >= ref[1]], 3)


def _ends(table: PhraseTable[str], words: list[str]) -> bool:
    """Whether a pattern ends where the number begins."""
    return any(end == len(words) for i in range(len(words)) for end, _ in table.at(words, i))


def _begins(table: PhraseTable[str], words: list[str], reach: int) -> bool:
    """Whether a pattern begins within the first words after the number."""
    return any(table.at(words, i) for i in range(min(reach, len(words))))


def _around(figure: Figure, words: list[Token], spans: list[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """The words before and after a figure, up to a sign that breaks the clause or another figure."""
    left = max((end for start, end in spans if end <= figure.start), default=-1)
    right = min((start for start, end in spans if start >= figure.end), default=1 << 60)
    before: list[str] = []
    for word in reversed([w for w in words if left <= w.start and w.end <= figure.start]):
        if word.fold in _BREAKS or len(before) == _REACH:
            break
        before.append(word.fold)
    after: list[str] = []
    for i, word in enumerate(w for w in words if figure.end <= w.start and w.end <= right):
        if i == 0 and word.fold in _DASHES:
            continue  # "двенадцать ⟦—⟧ в тяжёлом состоянии": the dash stands for "are"
        if word.fold in _BREAKS or len(after) == _REACH:
            break
        after.append(word.fold)
    return before[::-1], after


def _terms(figure: Figure, reading: Reading) -> list[Term]:
    if figure.label_start is None or figure.label_end is None:
        return []
    return [t for t in reading.terms if figure.label_start <= t.start and t.end <= figure.label_end]
