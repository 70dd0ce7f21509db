"""The page as one string: shell from a template, style and script inline under a strict policy."""

import base64
import hashlib
import json
from collections import Counter
from functools import lru_cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from rashomon.model import Dossier
from rashomon.report.cards import Card, card
from rashomon.report.page.data import build, stored
from rashomon.report.pile import DISPUTE, Pile, clean
from rashomon.report.shown import left_out, shown
from rashomon.report.summary import summarise
from rashomon.report.vocabulary import MEASURES, VERDICTS, WHO

__all__ = ["page"]

SCRIPTS = ("core", "reader", "questions", "matrix", "timeline", "people", "wording", "main")
EARLY = "document.documentElement.classList.add('js')"
_RICH = 60  # up to so many reports, sentences stand beside their figures without script
_FIRST = 3  # questions on the first screen
_MOST = 400  # questions in the page's own markup; the script draws the others when they are needed
_ROWS = 12  # figures of one question in a large pile's markup


def page(dossier: Dossier) -> str:
    """The whole report: one file, nothing loaded from anywhere."""
    pile = Pile(shown(dossier))
    cards = [card(pile, question) for question in pile.questions]
    style, script = _part("style.css") + _part("text.css"), _script()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["clean"] = clean
    template = environment.from_string(_part("page.html"))
    return template.render(
        _=pile.words,
        n_=pile.words.many,
        pile=pile,
        every=len(dossier.readings),
        left=left_out(dossier, pile.dossier),
        summary=summarise(pile),
        cards=cards,
        first=[c for c in cards if c.verdict != "single"][:_FIRST] or cards[:_FIRST],
        verdicts=[(v, pile.words(VERDICTS[v]), n) for v in DISPUTE if (n := pile.verdicts()[v])],
        verdict_words={v: pile.words(message) for v, message in VERDICTS.items()},
        choices=_choices(pile, cards),
        rich=len(pile.documents) <= _RICH,
        most=_MOST if len(pile.documents) <= _RICH else _MOST // 4,
        longest=len(pile.figures) if len(pile.documents) <= _RICH else _ROWS,
        style=Markup(style),
        early=Markup(EARLY),
        script=Markup(script),
        style_hash=_sha(style),
        script_hashes=[_sha(EARLY), _sha(script)],
        data=Markup(embedded(build(pile, cards))),
        body=_body,
        clean=clean,
        web=_web,
    )


@lru_cache(maxsize=32)
def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


@lru_cache(maxsize=1)
def _script() -> str:
    """The script's parts in order, in one closed scope."""
    parts = "\n".join(_part(f"{name}.js") for name in SCRIPTS)
    return f"(() => {{\n'use strict';\n{parts}\n}})();\n"


def _sha(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def embedded(value: dict[str, Any]) -> str:
    """JSON that can stand in a script element: no sign in it can end or open markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return stored(text)


def _body(text: str) -> Markup:
    """A report's text: the same characters at the same offsets once the page is parsed."""
    return Markup(str(escape(stored(text))).replace("\r", "&#13;"))


def _web(url: str | None) -> str | None:
    """A URL that may become a link: http or https, nothing else."""
    if url and url.lower().startswith(("http://", "https://")) and not any(c.isspace() for c in url):
        return url
    return None


def _choices(pile: Pile, cards: list[Card]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Filters that have something to choose: (key, label, [(value, shown)])."""
    words, questions = pile.words, [c.question for c in cards]
    speakers = Counter(row.source for c in cards for row in c.rows)
    found = [
        ("verdict", words("Verdict"), [(v, words(VERDICTS[v])) for v in DISPUTE if pile.verdicts()[v]]),
        ("measure", words("Measure"), _vocabulary(pile, MEASURES, [q.measure for q in questions])),
        ("who", words("Group"), _vocabulary(pile, WHO, [q.who for q in questions])),
        ("where", words("Place"), [(w, w) for w in sorted({clean(pile.place(c.question.where)) for c in cards} - {""})]),
        ("lang", words("Language"), sorted({(d.language, clean(words.tongue(d.language)))
                                            for d in pile.documents if d.language})),
        ("report", words("Report"), [(str(i), pile.short[d.doc]) for i, d in enumerate(pile.documents)]),
        ("side", words("Side"), [(s, s) for s in sorted({clean(d.side) for d in pile.documents if d.side})]),
        ("speaker", words("Speaker"), [(s, s) for s, _ in sorted(speakers.items(), key=lambda x: (-x[1], x[0]))]),
    ]  # fmt: skip
    return [(key, label, options) for key, label, options in found if len(options) > 1]


def _vocabulary(pile: Pile, table: dict[str, str], met: list[str]) -> list[tuple[str, str]]:
    known = [(key, pile.words(message)) for key, message in table.items() if key in met]
    return known + [(key, key) for key in sorted(set(met) - set(table))]
