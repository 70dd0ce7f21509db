"""Reading the packs' cases: one value, many phrasings, spans drawn in the sentence.

    # meaning: at-least-n-dead            a heading; meanings are shared between languages
    @published 2022-01-11                 holds for the lines below, until the next @published
    ⟦At least forty⟧ people died. => low=40 high=- measure=killed
    ⟦Six⟧ men and ⟦two⟧ boys ... => low=6 ; low=2
    !He is 12 years old.                  nothing of this room stands here
    ?the reason ⟦...⟧ ... => ...          a known failure (strict xfail), reason up to the first |

Everything of the room must be drawn: an extra mention fails. ``-`` is None, true/false are
booleans, values with spaces stand in double quotes, ``\\n`` is a line break.
"""

import shlex
from dataclasses import dataclass, field
from pathlib import Path

LANG = Path(__file__).parents[1] / "src" / "rashomon" / "lang"
ROOMS = ("numbers", "times", "names", "quotes", "figures", "events", "citations", "terms", "sentences")


@dataclass
class Case:
    language: str
    room: str
    line: int
    meaning: str
    text: str
    spans: list[tuple[int, int]]
    wanted: list[dict[str, str]]
    published: str | None = None
    reason: str | None = None  # of a known failure
    negative: bool = field(default=False)

    @property
    def id(self) -> str:
        return f"{self.language}-{self.room}-{self.line}"


def read(path: Path) -> list[Case]:
    """All cases of one file; raises ValueError on a line that is none."""
    cases, meaning, published = [], "", None
    for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = row.strip()
        if line.startswith("# meaning:"):
            meaning = line.partition(":")[2].strip()
        elif line.startswith("@published"):
            published = line.split()[1] if len(line.split()) > 1 else None
        elif line and not line.startswith("#"):
            cases.append(_case(path, number, line, meaning, published))
    return cases


def _case(path: Path, number: int, line: str, meaning: str, published: str | None) -> Case:
    reason = None
    if line.startswith("?"):
        reason, _, line = line[1:].partition("|")
    negative = line.strip().startswith("!")
    line = line.strip().removeprefix("!")
    drawn, _, wanted = line.partition("=>")
    text, spans = _drawn(drawn.strip().replace("\\n", "\n"))
    fields = [dict(p.split("=", 1) for p in shlex.split(w)) for w in wanted.split(";")] if wanted.strip() else []
    if negative == bool(spans) or (fields and len(fields) != len(spans)):
        raise ValueError(f"{path.name}:{number}: spans and values do not fit: {line}")
    fields = fields or [{} for _ in spans]
    return Case(path.parents[1].name, path.stem, number, meaning, text, spans, fields, published, reason, negative)


def _drawn(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Text without its brackets, and the spans they drew (they may nest), by start."""
    out: list[str] = []
    spans, open_at = [], []
    for sign in marked:
        if sign == "⟦":
            open_at.append(len(out))
        elif sign == "⟧":
            spans.append((open_at.pop(), len(out)))
        else:
            out.append(sign)
    if open_at:
        raise ValueError(f"a span is left open: {marked}")
    return "".join(out), sorted(spans)


def collect() -> list[Case]:
    return [case for path in sorted(LANG.glob("*/cases/*.txt")) for case in read(path)]
