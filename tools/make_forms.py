"""Build ``lang/_forms/<code>.tsv``: the forms of the lemmas that packs name in ``=`` atoms.

    python tools/make_forms.py

Forms come from the dictionaries that `lang.morph` uses (pymorphy3, morfeusz2); every one is looked up again, so that the
table says what the dictionary says. Run it after writing a new ``=`` atom (a test reminds you); until then the table
of that atom asks the dictionary.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from rashomon.lang import HERE, morph, polish, russian
from rashomon.lang.forms import FOLDER
from rashomon.text import fold

AGGLUTINATED = ("m", "em", "ś", "eś", "śmy", "eśmy", "ście", "eście", "by", "bym", "byś", "byśmy", "byście")


def lemmas(code: str) -> list[str]:
    """Folded lemmas of the ``=`` atoms of a pack."""
    found: set[str] = set()
    for path in sorted((HERE / code).glob("*.toml")):
        for phrase in _phrases(tomllib.loads(path.read_text("utf-8"))):
            for atom in phrase.split():
                choices = atom.removesuffix("?").split("|")
                found.update(fold(choice[1:]) for choice in choices if choice[:1] == "=" and len(choice) > 1)
    return sorted(found)


def _phrases(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _phrases(inner)


def forms_ru(lemma: str) -> set[str]:
    readings = [p for p in russian.analyzer().parse(lemma) if fold(p.normal_form) == lemma]
    return {fold(form.word) for reading in readings for form in reading.lexeme}


def forms_pl(lemma: str) -> set[str]:
    """Past tenses go on with the ending of the person: "był", "byłem", "byłbyś"."""
    rows = [row for word in (lemma, lemma.capitalize()) for row in polish.analyzer().generate(word)]
    past = {form + end for form, _, tag, _, _ in rows if tag.startswith(("praet", "winien")) for end in AGGLUTINATED}
    return {fold(form) for form in past | {row[0] for row in rows}}


FORMS: dict[str, Callable[[str], set[str]]] = {"pl": forms_pl, "ru": forms_ru}


def rows(code: str) -> Iterator[str]:
    listed = lemmas(code)
    of: dict[str, list[str]] = defaultdict(list)
    for lemma in listed:
        forms = sorted(form for form in FORMS[code](lemma) if lemma in morph.lemmas(code, form))
        for form in forms:
            of[form].append(lemma)
        stem = _common(forms)
        # "-" stands for no ending: an empty cell is a lemma without forms
        yield f"{lemma}\t{stem}\t{' '.join(form[len(stem) :] or '-' for form in forms)}"
    for form in sorted(form for form, several in of.items() if len(several) > 1):
        yield f"\t{form}\t{' '.join(lemma for lemma in morph.lemmas(code, form) if lemma in of[form])}"


def _common(forms: list[str]) -> str:
    """The stem that sorted forms share."""
    size = 0
    while forms and size < len(forms[0]) and forms[0][: size + 1] == forms[-1][: size + 1]:
        size += 1
    return forms[0][:size] if forms else ""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for code in FORMS:
        (FOLDER / f"{code}.tsv").write_text("".join(f"{row}\n" for row in rows(code)), "utf-8")


if __name__ == "__main__":
    main()
