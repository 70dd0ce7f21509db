"""Whether the words around an expression speak of the past or of the future."""

from collections.abc import Iterator

from rashomon.annotate.times.slots import Line
from rashomon.lang import Pack, PhraseTable
from rashomon.lang.schema.times import Tense, Times

PAST, UNKNOWN, FUTURE = -1, 0, 1
REACH = 25  # tokens
COMMA = 4  # words that a sign between clauses stands for
AND = 3  # and a conjunction: "planned a rally on Saturday and were ..."
TERM = 7  # how far off a preposition of terms counts: "by August" of a plain account is ahead

OPENERS = frozenset(',;:—–."“„«')

Sign = tuple[int, int, int]  # first token, token after the last, tense


class Tenses:
    """The tense signs of a language, each word judged once."""

    def __init__(self, pack: Pack) -> None:
        data: Tense = pack.read(Times).tense
        self.conjunctions = frozenset(pack.read(Times).conjunctions)
        self.terms = frozenset(data.terms)
        self.limits = frozenset(data.limits)
        self.pack = pack
        rows = [(phrase, PAST) for phrase in data.past] + [(phrase, FUTURE) for phrase in data.future]
        self.phrases = PhraseTable([row for row in rows if " " in row[0]], pack.lemmas)
        self.past, self.future = frozenset(data.past), frozenset(data.future)
        self.neutral = frozenset(data.neutral)
        self.links = frozenset(data.links)
        self.past_endings, self.future_endings = data.past_endings, data.future_endings
        self.past_tags = [frozenset(tags.split()) for tags in data.past_tags]
        self.future_tags = [frozenset(tags.split()) for tags in data.future_tags]
        self._known: dict[str, int] = {}

    def of_word(self, word: str) -> int:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._judge(word)
        return found

    def _judge(self, word: str) -> int:
        if word in self.future:
            return FUTURE
        if word in self.past:
            return PAST
        if word in self.neutral:
            return UNKNOWN
        if len(word) > 4 and self.future_endings and word.endswith(self.future_endings):
            return FUTURE
        if len(word) > 4 and self.past_endings and word.endswith(self.past_endings):
            return PAST
        if self.past_tags or self.future_tags:
            return self._by_dictionary(word)
        return UNKNOWN

    def _by_dictionary(self, word: str) -> int:
        if len(word) < 3 or not word.isalpha():
            return UNKNOWN
        for parse in self.pack.parses(word)[:2]:
            if any(tags <= parse.tags for tags in self.future_tags):
                return FUTURE
            if any(tags <= parse.tags for tags in self.past_tags):
                return PAST
        return UNKNOWN

    def near(self, line: Line, first: int, last: int) -> int:
        """The tense of the nearest sign on either side; a comma between counts as many words."""
        if self._fronted(line, first):
            return self._after(line, last)
        best = (TERM, FUTURE) if first and line.words[first - 1] in self.terms else (10_000, UNKNOWN)
        for _, end, tense in self._signs(line, max(first - REACH, 0), first):
            best = min(best, (self._distance(line, end, first), tense))
        for begin, _, tense in self._signs(line, last, min(last + REACH, len(line.words))):
            distance = self._distance(line, last, begin)
            best = (distance, tense) if distance < best[0] else best
        return best[1]

    def _fronted(self, line: Line, first: int) -> bool:
        """ "Until Thursday, they had not ...": the limit opens its clause, and the verb behind it decides."""
        if not first or line.words[first - 1] not in self.limits:
            return False
        return first == 1 or line.words[first - 2] in OPENERS

    def _after(self, line: Line, last: int) -> int:
        """The first tense sign behind an expression; FUTURE where there is none, as a limit lies ahead."""
        found = self._signs(line, last, min(last + REACH, len(line.words)))
        return next((tense for _, _, tense in found), FUTURE)

    def _signs(self, line: Line, start: int, stop: int) -> Iterator[Sign]:
        """Words and phrases of tense, with the participle that belongs to them: "will be named"."""
        i, ahead, linked = start, -1, False  # ahead: where a participle would still be of the future
        while i < stop:
            end, tense = self._sign(line, i, stop)
            if i == ahead and tense == UNKNOWN and line.words[i] in self.links:
                ahead, linked = end, True
            elif tense != UNKNOWN and not (i == ahead and linked and tense == PAST):
                yield i, end, tense
                ahead, linked = (end if tense == FUTURE else -1), line.words[end - 1] in self.links
            i = end

    def _sign(self, line: Line, i: int, stop: int) -> tuple[int, int]:
        """End and tense of what stands at ``i``: "had been due" is past, "due" alone is future."""
        found = self.phrases.longest(line.words, i)
        if found is not None and found[0] <= stop:
            return found
        return i + 1, self.of_word(line.words[i]) if line.tokens[i].kind == "word" else UNKNOWN

    def _distance(self, line: Line, start: int, stop: int) -> int:
        words = line.words[start:stop]
        return sum(COMMA if word in ",;:—–" else AND if word in self.conjunctions else 1 for word in words)
