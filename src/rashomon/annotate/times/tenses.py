"""Whether the words around an expression speak of the past or of the future."""

from rashomon.annotate.times.slots import Line
from rashomon.lang import Pack
from rashomon.lang.schema.times import Tense, Times

PAST, UNKNOWN, FUTURE = -1, 0, 1
REACH = 25  # tokens
COMMA = 4  # words that a sign between clauses stands for


class Tenses:
    """The tense signs of a language, each word judged once."""

    def __init__(self, pack: Pack) -> None:
        data: Tense = pack.read(Times).tense
        self.pack = pack
        self.past, self.future = frozenset(data.past), frozenset(data.future)
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
        before = self._first_sign(line, range(first - 1, max(first - REACH, 0) - 1, -1))
        after = self._first_sign(line, range(last, min(last + REACH, len(line.words))))
        return min(before, after, key=lambda found: found[0])[1]

    def _first_sign(self, line: Line, way: range) -> tuple[int, int]:
        """Distance and tense of the first sign along ``way``."""
        distance = 0
        for i in way:
            distance += COMMA if line.words[i] in ",;:—–" else 1
            tense = self.at(line, i)
            if tense != UNKNOWN:
                return distance, tense
        return 10_000, UNKNOWN

    def at(self, line: Line, i: int) -> int:
        """The tense that the word at ``i`` shows."""
        if not 0 <= i < len(line.words) or line.tokens[i].kind != "word":
            return UNKNOWN
        return self.of_word(line.words[i])
