"""Lines to paragraphs: which line ends mean something, in hard-wrapped and in flowing text.

A line end inside a paragraph counts as white space when the block (the lines between two blank
lines) looks wrapped by a machine: no line longer than a page is wide, and this line filled.
"""

from dataclasses import dataclass
from itertools import pairwise

from rashomon.model import Token

NARROW, WIDE = 36, 132  # a wrapped line: wider than a heading, narrower than a paragraph
FILLED = 0.6  # of the block's widest line
CLOSING = ".!?…:;»”\"')]"
HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``first:last`` are token indexes; ``heading``: one short line that does not end a sentence."""

    start: int
    end: int
    first: int
    last: int
    heading: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without trailing white space
    text: str


def paragraphs(text: str, tokens: list[Token]) -> list[Paragraph]:
    """Paragraphs with at least one token, in order; together they cover every token."""
    spans = [(rows[0].start, rows[-1].end, len(rows)) for block in _blocks(text) for rows in _joined(block)]
    found, i = [], 0
    for start, end, count in spans:
        first = i
        while i < len(tokens) and tokens[i].start < end:
            i += 1
        if i > first:
            heading = count == 1 and _is_heading(text[start:end], i - first) and i < len(tokens)
            found.append(Paragraph(tokens[first].start, tokens[i - 1].end, first, i, heading))
    return found


def _blocks(text: str) -> list[list[_Line]]:
    """Runs of lines without a blank line between them."""
    blocks: list[list[_Line]] = [[]]
    at = 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            start = at + len(raw) - len(raw.lstrip())
            blocks[-1].append(_Line(start, start + len(body), body))
        elif blocks[-1]:
            blocks.append([])
        at += len(raw)
    return [block for block in blocks if block]


def _joined(block: list[_Line]) -> list[list[_Line]]:
    """The lines of a block as paragraphs: wrapped lines together, others apart."""
    width = max(len(line.text) for line in block)
    if len(block) < 2 or not NARROW <= width <= WIDE or not _wrapped(block, width):
        return [[line] for line in block]
    rows = [[block[0]]]
    for before, line in pairwise(block):
        full = len(before.text) >= FILLED * width
        runs_on = line.text[0].islower() or before.text[-1] in "-,–—"
        (rows[-1].append(line) if full or runs_on else rows.append([line]))
    return rows


def _wrapped(block: list[_Line], width: int) -> bool:
    """Most lines but the last are filled and break off in the middle of a sentence."""
    inner = block[:-1]
    filled = sum(len(line.text) >= FILLED * width for line in inner)
    broken = sum(line.text[-1] not in CLOSING for line in inner)
    return filled * 3 >= len(inner) * 2 and broken * 2 >= len(inner) and _continues(block)


def _continues(block: list[_Line]) -> bool:
    """Some line goes on in lower case, or the block is all capitals (wire texts)."""
    body = "".join(line.text for line in block)
    return body.isupper() or any(line.text[0].islower() for line in block[1:])


def _is_heading(line: str, count: int) -> bool:
    opens = line[0].isalnum() or line[0] in "«„“\"'‘"  # a bullet is no heading
    bare = "://" not in line and any(sign.isalpha() for sign in line)
    return opens and bare and count <= HEADING_WORDS and line[-1] not in CLOSING + ","
