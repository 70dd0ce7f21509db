"""Polish readings by Morfeusz 2 with the SGJP dictionary."""

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from rashomon.lang.readings import Base, Parse


@cache
def analyzer() -> Any:
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False)


def readings(word: str) -> tuple[Parse, ...]:
    return tuple(Parse(lemma.split(":")[0].lower(), tags, tag != "ign") for lemma, tag, tags in _rows(word))


@lru_cache(maxsize=20_000)
def _rows(word: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Lemma, tag, and the grammemes with the kind of name. Strings of tags are asked for once: there are few.

    The list of rows is asked for its items without the class that Morfeusz puts around it, which takes a third of the
    time.
    """
    library, morfeusz = _library()
    found = library.new_InterpsList()
    library._Morfeusz_analyse(morfeusz, word, found)
    rows = [library.InterpsList___getitem__(found, i) for i in range(library.InterpsList_size(found))]
    return tuple([(row._lemma, *_tag(row.tagId, row.nameId)) for row in rows])


@cache
def _library() -> tuple[Any, Any]:
    return import_module("_morfeusz2"), analyzer()._morfeusz_obj


@cache
def _tag(tag: int, name: int) -> tuple[str, frozenset[str]]:
    names = analyzer()._morfeusz_obj.getIdResolver()
    text, kind = names.getTag(tag), names.getName(name)
    return text, frozenset(text.replace(":", ".").split(".")) | set(kind.split("|") if kind else ())


def nominatives(word: str) -> tuple[Base, ...]:
    found = []
    for lemma, tag, tags in _rows(word):
        fields = tag.split(":")
        if tag != "ign" and len(fields) > 2:
            form = _nominative(lemma, tag)
            found += [Base(form, tags, True)] if form else []
    return tuple(found)


@lru_cache(maxsize=20_000)
def _nominative(lemma: str, tag: str) -> str | None:
    """The nominative of one reading: the lemma of a singular noun, else a generated form."""
    fields = tag.split(":")
    if fields[0] == "subst" and "sg" in fields[1]:
        return lemma.split(":")[0]
    gender = fields[3] if len(fields) > 3 else ""
    for row in analyzer()._morfeusz_obj.generate(lemma):
        made = _tag(row.tagId, 0)[0].split(":")
        same = made[0] == fields[0] and len(made) > 3 and made[1] == fields[1] and "nom" in made[2].split(".")
        same = same and made[4:] == fields[4:]
        if same and set(made[3].split(".")) & set(gender.split(".")):
            return str(row.orth)
    return None
