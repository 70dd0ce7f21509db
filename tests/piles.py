"""Small piles as records: what is compared, without the rooms that read text.

A pile of ``tests/piles/*.toml``:

    [[pile]]
    name = "two-tolls"
    entities = ["lindholm place SE: Lindholm, Линдхольм", "police org: police"]
    docs = ["a en 2024-03-02 publisher=Gazette", "b ru"]     # name, language, published
    figures = [
      "a: A blast killed [12] people in Lindholm. | killed all | where=lindholm",
      "b: Погибли [более 15=>15] человек. | killed all | where=lindholm when=2024-03-03 source=police",
    ]
    expect = ["a1 b1: update; a1-b1=update; origins=2"]

``[words=value]``: 12, >12 (at least), <12 (up to), ~12 (about), 20..99 (a range), 20..99~ (a word for a
size). ``a1`` is the first figure of report a. ``label`` is drawn in the sentence as ``{noun}``. Every
question of several figures must be listed; the rest is single.
"""

import re
import shlex
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from rashomon.model import Document, Entity, Figure, Linked, Name, Reading, Sentence, Term, Time, replace

PILES = Path(__file__).parent / "piles"
_FIGURE = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]")
_LABEL = re.compile(r"\{([^}]*)\}")


@dataclass
class Pile:
    name: str
    linked: Linked
    figures: dict[str, str]  # a1 -> figure id
    expect: list[str]
    options: dict[str, object] = field(default_factory=dict)
    more: dict[str, object] = field(default_factory=dict)


def read() -> list[Pile]:
    rows = [row for path in sorted(PILES.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["pile"]]
    return [build(row) for row in rows]


def build(row: dict) -> Pile:
    entities = [_entity(text) for text in row.get("entities", [])]
    docs: dict[str, dict] = {}
    for text in row["docs"]:
        words = shlex.split(text)
        docs[words[0]] = {"language": words[1], "published": None, "parts": [], "n": 0}
        for word in words[2:]:
            key, _, value = word.rpartition("=")
            docs[words[0]][key or "published"] = value
    figures: dict[str, str] = {}
    for text in row["figures"]:
        _add(text, docs, figures)
    readings = tuple(_reading(name, doc, entities) for name, doc in docs.items())
    known = tuple(entity for entity, _ in entities)
    return Pile(
        row["name"], Linked(readings=readings, entities=known), figures, row["expect"], row.get("options", {}), row
    )


def _entity(text: str) -> tuple[Entity, list[str]]:
    head, _, forms = text.partition(":")
    words = head.split()
    names = [f.strip() for f in forms.split(",")] if forms.strip() else [words[0].title()]
    country = next((w for w in words[2:] if len(w) == 2 and w.isupper()), None)
    parents = tuple(w for w in words[2:] if w != country)
    whole = country is not None and words[0] == country.lower()
    entity = Entity(id=words[0], kind=words[1], label=names[0], aliases=tuple(names), languages=(), documents=(),
                    country=country, parents=parents, place_id=country if whole else None)  # fmt: skip
    return entity, names


def _add(text: str, docs: dict, figures: dict[str, str]) -> None:
    """A row "a: sentence | measure who unit | key=value ..." to its report."""
    name, _, rest = text.partition(":")
    sentence, *more = (part.strip() for part in rest.split("|"))
    doc = docs[name.strip()]
    doc["parts"].append((sentence, more))
    for _ in _FIGURE.finditer(sentence):
        doc["n"] += 1
        figures[f"{name.strip()}{doc['n']}"] = f"{name.strip()}-{doc['n']}"


def _reading(name: str, doc: dict, entities: list) -> Reading:
    text, sentences, found, n = "", [], [], 0
    for i, (marked, more) in enumerate(doc["parts"]):
        plain, spans, labels = _plain(marked)
        start = len(text)
        text += plain + "\n"
        end = start + len(plain)
        sentences.append(Sentence(start=start, end=end, first=0, last=0, paragraph=i, language=doc["language"]))
        kinds = [m.split() for m in more if "=" not in m.partition(" ")[0]]
        extra = [dict(p.split("=", 1) for p in shlex.split(m)) for m in more if "=" in m.partition(" ")[0]]
        for j, (a, b, value) in enumerate(spans):
            n += 1
            kind = kinds[min(j, len(kinds) - 1)]
            given = extra[min(j, len(extra) - 1)] if extra else {}
            label = min((s for s in labels if s[0] >= b), default=None)
            found.append(_figure(f"{name}-{n}", name, plain, start, (a, b, value), kind, label, given, end))
    document = Document(doc=name, text=text, language=doc["language"], published=doc["published"],
                        publisher=doc.get("publisher"))  # fmt: skip
    names, times = _names(name, text, entities), _times(name, text)
    dated = tuple(replace(f, when_ref=_ref(f, times)) for f in found)
    return Reading(document=document, sentences=tuple(sentences), figures=dated, names=names, times=times,
                   terms=_terms(text, doc))  # fmt: skip


def _ref(figure: Figure, times: tuple[Time, ...]) -> tuple[int, int] | None:
    """The date written in a figure's own sentence, where it is the figure's."""
    start, end = figure.sentence_start, figure.sentence_end
    here = (t for t in times if t.value == figure.when and start <= t.start < end)
    return next(((t.start, t.end) for t in here), None)


def _plain(marked: str) -> tuple[str, list, list]:
    plain, spans, labels, at = "", [], [], 0
    for match in re.finditer(rf"{_FIGURE.pattern}|{_LABEL.pattern}", marked):
        plain += marked[at : match.start()]
        words = match.group(1) or match.group(3)
        (spans if match.group(1) else labels).append((len(plain), len(plain) + len(words), match.group(2) or words))
        plain += words
        at = match.end()
    return plain + marked[at:], spans, labels


def _bounds(value: str) -> tuple[Decimal | None, Decimal | None, bool]:
    approx = "~" in value
    value = value.replace("~", "").replace(" ", "")
    if value[0] in "<>":
        number = Decimal(value[1:])
        return (number, None, approx) if value[0] == ">" else (None, number, approx)
    low, _, high = value.partition("..")
    return Decimal(low), Decimal(high or low), approx


def _figure(
    id_: str, doc: str, plain: str, base: int, span: tuple, kind: list[str], label, given: dict, end: int
) -> Figure:
    a, b, value = span
    low, high, approx = _bounds(value)
    measure, who, *unit = kind
    return Figure(
        id=id_, doc=doc, start=base + a, end=base + b, text=plain[a:b], low=low, high=high, approx=approx,
        measure=measure, who=who, unit=unit[0] if unit else ("people" if who != "things" else None),
        label=plain[label[0] : label[1]] if label else None,
        label_start=base + label[0] if label else None, label_end=base + label[1] if label else None,
        where=given.get("where"), when=given.get("when"),
        when_from=given.get("from", "sentence") if given.get("when") else None,
        source=given.get("source", "author"), status=given.get("status", "asserted"),
        sentence_start=base, sentence_end=end,
    )  # fmt: skip


def _names(doc: str, text: str, entities: list) -> tuple[Name, ...]:
    found = [
        Name(doc=doc, start=m.start(), end=m.end(), text=m.group(), kind=entity.kind, entity=entity.id)
        for entity, forms in entities
        for form in forms
        for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    ]
    return tuple(sorted(found, key=lambda n: (n.start, n.end)))


def _times(doc: str, text: str) -> tuple[Time, ...]:
    return tuple(
        Time(doc=doc, start=m.start(), end=m.end(), text=m.group(), value=m.group())
        for m in re.finditer(r"\d{4}-\d{2}-\d{2}", text)
    )


def _terms(text: str, doc: dict) -> tuple[Term, ...]:
    rows = [row.split("/") for row in doc.get("terms", "").split(",") if row]
    return tuple(
        Term(start=m.start(), end=m.end(), text=m.group(), lemma=word, gloss=gloss, group=group or None)
        for word, gloss, group in rows
        for m in re.finditer(re.escape(word), text)
    )
