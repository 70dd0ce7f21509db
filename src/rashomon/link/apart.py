"""The forms of a pile taken apart: their words, and what tables know them by. A pure function of each form."""

from collections.abc import Iterable

from rashomon.link.forms import Form, Heard
from rashomon.link.heads import is_head
from rashomon.link.match import parts
from rashomon.link.meaning import is_told
from rashomon.link.places import identify
from rashomon.link.scripts import bones
from rashomon.link.slug import heard
from rashomon.link.tables import body
from rashomon.link.words import Word
from rashomon.model import Record
from rashomon.text import fold

__all__ = ["Known", "Row", "fill", "form_of", "row_of", "take_apart"]

Known = dict[tuple[str, str | None, str], Word]


class Row(Record, frozen=True, kw_only=True, array_like=True):
    """A form on its way between processes."""

    kind: str
    text: str
    language: str | None
    lemma: str | None
    words: tuple[Word, ...] = ()
    known: str | None = None
    told: bool = False
    head: bool = False
    heard: Heard = (False, False, 0, 0, "")
    bones: tuple[str, ...] = ()


def take_apart(forms: Iterable[Form]) -> None:
    """Fill in the words and the id that the tables have."""
    for form in forms:
        form.take(parts(form.text, form.kind, form.language, fold(form.lemma) if form.lemma else None))
        form.heard = heard(form)
        form.bones = bones(form) if form.kind != "org" else ()
        if form.kind == "place":
            form.known = identify(form)
        elif form.kind == "org":
            form.known = body(form.text, form.language)
            form.told, form.head = form.known is None and is_told(form), is_head(form)


def row_of(form: Form) -> Row:
    return Row(
        kind=form.kind,
        text=form.text,
        language=form.language,
        lemma=form.lemma,
        words=form.words,
        known=form.known,
        told=form.told,
        head=form.head,
        heard=form.heard,
        bones=form.bones,
    )


def form_of(row: Row, known: Known) -> Form:
    """A form as its row tells, without its uses. ``known`` holds the words met, which are compared as objects."""
    form = Form(kind=row.kind, language=row.language, text=row.text, lemma=row.lemma)
    fill(form, row, known)
    return form


def fill(form: Form, row: Row, known: Known) -> None:
    """What `take_apart` found in another process."""
    form.take(tuple(known.setdefault((word.fold, row.language, word.base), word) for word in row.words))
    form.heard, form.bones = row.heard, row.bones
    form.known, form.told, form.head = row.known, row.told, row.head
