"""Citations: the outlets, platforms, links and documents a report says it got something from."""

import re
from functools import cached_property
from itertools import pairwise

from rashomon.annotate.citations._lexicon import Words, words
from rashomon.model import Citation, Sentence
from rashomon.view import Placed, View

__all__ = ["find"]

LINK = re.compile(r"(?:https?://|www\.|t\.me/|pic\.twitter\.com/)[^\s<>\"«»“”„]+", re.IGNORECASE)
LINKED = ("://", "www.", "t.me/", "pic.twitter.com/")  # one of these is in every link
AGAIN = re.compile(r"(?<=.)(?=https?://)", re.IGNORECASE)
TRAILING = ".,;:!?)]}'’…"
DATELINE = 600  # characters of a report in which its dateline stands
DASHES = frozenset("-–—")
REACH = 3  # adjectives before a noun ("official Chinese state television")


def find(view: View) -> list[Citation]:
    """All citations of a report, sorted by (start, end) and disjoint; ``ref`` is the name at the words."""
    found = _links(view)
    links = Placed(list(found))
    for sentence, pack, _ in view.by_sentence():
        taken = links.touch(sentence.start, sentence.end)
        for citation in _Reader(view, sentence, pack.build(words)).read():
            if not any(citation.start < other.end and other.start < citation.end for other in taken):
                found.append(citation)
                taken.append(citation)
    return sorted(found, key=lambda c: (c.start, c.end))


def _links(view: View) -> list[Citation]:
    """Addresses; two that stand together without a space are two."""
    links: list[Citation] = []
    small = view.text.lower()
    if not any(sign in small for sign in LINKED):
        return links
    for match in LINK.finditer(view.text):
        again = (m.start() for m in AGAIN.finditer(view.text, match.start(), match.end()))
        for start, end in pairwise(sorted({match.start(), *again, match.end()})):
            text = view.text[start:end].rstrip(TRAILING)
            if len(text) > 6:
                links.append(_citation(view, start, start + len(text), "link", "link"))
    return links


def _citation(view: View, start: int, end: int, kind: str, rule: str) -> Citation:
    ref = None
    if kind != "link":
        inside = [n for n in view.placed(view.names).touch(start, end) if n.kind != "place"]
        ref = (inside[-1].start, inside[-1].end) if inside else None
    return Citation(
        doc=view.document.doc,
        start=start,
        end=end,
        text=view.text[start:end],
        kind=kind,
        ref=ref,
        rule=f"citation.{rule}",
    )


class _Reader:
    """One sentence; what few sentences need is looked for when it is asked."""

    def __init__(self, view: View, sentence: Sentence, lex: Words) -> None:
        self.view, self.lex = view, lex
        self.first = sentence.first
        self.tokens = view.words(sentence)
        self.folds = view.folds(sentence)
        self.media = list(lex.media.scan(self.folds))
        self.nouns = list(lex.nouns.scan(self.folds))

    @cached_property
    def framing(self) -> list[tuple[int, int]]:
        return [(a, b) for a, b, _ in self.lex.framing.scan(self.folds)]

    @cached_property
    def told(self) -> list[tuple[int, int]]:
        return [(a, b) for a, b, _ in self.lex.told.scan(self.folds)]

    def read(self) -> list[Citation]:
        """Named outlets first: "the newspaper X" is one citation, not two."""
        return [*self.dateline(), *self.domains(), *self.named(), *self.by_name_word(), *self.described()]

    def made(self, a: int, b: int, kind: str, rule: str) -> Citation:
        return _citation(self.view, self.tokens[a].start, self.tokens[b - 1].end, kind, rule)

    def upper(self, i: int) -> bool:
        return self.view.text[self.tokens[i].start].isupper()

    def word(self, i: int) -> bool:
        return self.tokens[i].kind == "word"

    def dateline(self) -> list[Citation]:
        """The agency in brackets before the text: "LISBON, May 4 (Agency) - "; a dateline is a sentence of its own."""
        if len(self.tokens) < 4 or self.tokens[-1].start > DATELINE or self.folds[-1] not in DASHES:
            return []
        opens = [i + 1 for i, fold in enumerate(self.folds) if fold == "("]
        groups = [(a, self.folds.index(")", a)) for a in opens if ")" in self.folds[a:]]
        return [
            self.made(a, b, "outlet", "dateline")
            for a, b in groups
            if 0 < b - a <= 4 and all(self.word(i) for i in range(a, b)) and self.upper(b - 1)
        ]

    def domains(self) -> list[Citation]:
        """ "Lenta.ru": a word with a top-level domain."""
        found = []
        dots = [i for i, fold in enumerate(self.folds) if fold == "." and 0 < i < len(self.folds) - 1]
        for i in dots:
            if self.folds[i + 1] not in self.lex.general.domains or not self.word(i - 1):
                continue
            glued = self.tokens[i - 1].end == self.tokens[i].start and self.tokens[i].end == self.tokens[i + 1].start
            inside = i > 1 and self.folds[i - 2] in "@/." and self.tokens[i - 2].end == self.tokens[i - 1].start
            if glued and not inside and len(self.folds[i - 1]) > 1:
                found.append(self.made(i - 1, i + 2, "outlet", "domain"))
        return found

    def named(self) -> list[Citation]:
        """Outlets and platforms of the world list; those that are also common words only where something is reported."""
        found = []
        for a, b, kind in self.media:
            if not (self.upper(a) or self.upper(b - 1)):
                continue
            social = kind.startswith("social")
            near = bool(self.told) and (not kind.endswith("?") or self.beside(a, b) or self.announced(a))
            if not near and (kind.endswith("?") or social):
                continue
            if social and not (a and self.folds[a - 1] in self.lex.on) and not self.beside(a, b):
                continue
            span = self.social_phrase(a, b) if social else self.whole_name(a, b)
            if span:
                found.append(self.made(*span, kind.rstrip("?"), "media"))
        return found

    def whole_name(self, a: int, b: int) -> tuple[int, int] | None:
        """The longer name around an outlet's: "Mail & ⟦Guardian⟧"; None where the longer one is no outlet:
        "Komisja ⟦Wyborcza⟧"."""
        start, end = self.tokens[a].start, self.tokens[b - 1].end
        around = [n for n in self.view.placed(self.view.names).around(start, end) if n.kind == "org"]
        inside = [i for n in around for i, t in enumerate(self.tokens) if n.start <= t.start < n.end]
        first, last = (min(inside), max(inside) + 1) if inside else (a, b)
        if (first, last) == (a, b) or first == a:  # "BBC Russian Service": the outlet opens its name
            return a, b
        outlet = any(x < last and first < y for x, y, kind in self.nouns if kind == "outlet" and (x, y) != (a, b))
        paired = not self.word(a - 1)  # "&", a hyphen
        return (first, last) if paired else (a, b) if outlet or last > b else None

    def platforms(self) -> list[tuple[int, int]]:
        return [(a, b) for a, b, kind in self.media if kind.startswith("social")]

    def social_phrase(self, a: int, b: int) -> tuple[int, int]:
        """ "canale telegram", "Facebook post" as one phrase."""
        for first, last, kind in self.nouns:
            if kind == "social" and first < b and a < last:
                return min(a, first), max(b, last)
        return a, b

    def beside(self, a: int, b: int) -> bool:
        """Does a word of reporting stand next to these words (two words between at most)?"""
        return any(0 <= a - last <= 2 or 0 <= first - b <= 2 for first, last in self.told)

    def announced(self, a: int) -> bool:
        return any(self.lex.before.longest(self.folds, k) for k in range(max(0, a - 2), a))

    def by_name_word(self) -> list[Citation]:
        """Organisations whose name tells that they are outlets, and those after "the newspaper"."""
        found = []
        first, last = self.tokens[0].start, self.tokens[-1].end
        for name in self.view.placed(self.view.names).begin(first, last):
            if name.kind != "org" or name.end > last:
                continue
            a = self.view.token_at(name.start) - self.first
            b = self.view.token_at(name.end - 1) + 1 - self.first
            if any(x < b and a < y for x, y in self.platforms()):
                continue
            inner = not self.lex.name_words.isdisjoint(self.folds[a:b])
            if a < b and (self.announced(a) or (inner and b - a > 1)) and self.told:
                found.append(self.made(a, b, "outlet", "name"))
        return found

    def described(self) -> list[Citation]:
        """Unnamed outlets, channels and documents: "local media", "канал в Telegram", "the UN report"."""
        found = []
        for a, b, kind in self.nouns:
            if kind == "social":
                found.append(self.made(a, b, "social", "social"))
            elif kind == "document":
                found += self.document(a, b)
            elif kind != "never" and not self.takes_name(b) and self.outlet(a, b, kind):
                behind = b < len(self.folds) and self.folds[b] in self.lex.data.behind
                found.append(self.made(self.opening(a), b + behind, "outlet", "described"))
        return found

    def outlet(self, a: int, b: int, kind: str) -> bool:
        """Is an unnamed outlet a source here?"""
        if kind == "people":
            return self.speak(a, b)
        return kind == "sure" or (bool(self.told) and self.reported(a, b))

    def takes_name(self, b: int) -> bool:
        """ "агентство «Волна»": the name is the citation, found before."""
        noun, after = self.tokens[b - 1], [t.start for t in self.tokens[b : b + 3]]
        names = self.view.placed(self.view.names)
        near = names.around(noun.start, noun.start + 1) + [n for at in after for n in names.begin(at, at + 1)]
        return any(n.kind == "org" for n in near)

    def speak(self, a: int, b: int) -> bool:
        """Journalists are a source before a word of reporting or behind "according to", not where they are told."""
        first = self.opening(a)
        before = any(0 <= first - y <= 1 for x, y in self.framing)
        return (
            before or any(0 <= x - b <= 2 for x, _ in self.told) or (first > 0 and self.folds[first - 1] in self.lex.on)
        )

    def opening(self, a: int) -> int:
        """The adjectives before a noun, which say whose outlet it is."""
        first = a
        while first > max(0, a - REACH) and self.word(first - 1) and self.folds[first - 1] not in self.lex.blocked:
            if any(last == first for _, last in self.told) and first < a:
                break
            if any(begin < first <= last for begin, last in self.told) or not self.describes(first - 1):
                break
            first -= 1
            if self.folds[first] in self.lex.articles:
                break
        return first

    def describes(self, i: int) -> bool:
        """May this word stand before an outlet's noun: an adjective where the dictionary knows?"""
        tags = self.lex.data.adjective_tags
        parses = self.lex.pack.parses(self.folds[i]) if tags else ()
        return not parses or any(not p.tags.isdisjoint(tags) for p in parses)

    def reported(self, a: int, b: int) -> bool:
        """Is the phrase beside a word of reporting: before or behind it, with little between?"""
        first = self.opening(a)
        gaps = [(y, first) if y <= first else (b, x) for x, y in self.told if y <= first or x >= b]
        return any(y - x <= 3 and all(self.word(k) for k in range(x, y)) for x, y in gaps)

    def document(self, a: int, b: int) -> list[Citation]:
        """A document that is cited: a word of reporting stands at its phrase, with its author behind it."""
        last = b
        if b < len(self.folds) and self.folds[b] in self.lex.of:
            last = self.author(b + 1)
        elif not self.lex.of:
            last = self.author(b)
        own = [(x, y) for x, y in self.told if not (x < b and a < y)]
        first = self.opening(a)
        framed = any(0 <= first - y <= 1 for _, y in self.framing)
        near = (
            framed or any(0 <= x - last <= 1 for x, _ in own) or (last > b and any(0 <= first - y <= 2 for _, y in own))
        )
        return [self.made(first, last, "document", "document")] if near or (last > b and first == 0) else []

    def author(self, i: int) -> int:
        """End of the name that begins at ``i`` (an article may stand before it); ``i`` where there is none."""
        k = i
        while k < len(self.folds) and self.folds[k] in self.lex.articles:
            k += 1
        if k >= len(self.tokens):
            return min(i, len(self.tokens))
        begun = self.view.placed(self.view.names).begin(self.tokens[k].start, self.tokens[k].start + 1)
        name = next((n for n in begun if n.kind == "org"), None)
        if name is None:
            return i if not self.lex.of else max(i - 1, 1)
        while k < len(self.tokens) and self.tokens[k].start < name.end:
            k += 1
        return k
