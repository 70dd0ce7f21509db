"""Language packs: one folder a language, found by listing this folder.

``load("pl")`` gives the pack of a language, or the general pack ``und`` where there is none
(``covered`` is False then); ``general("es")`` what CLDR alone knows of a language without a pack. A pack is data: ``pack.toml`` (the language itself) and one TOML file
for each room, decoded into the room's struct in `lang.schema` - unknown keys are errors, and the
message names the path. Lexicons are compiled once, on first use.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from rashomon.lang import morph, toml
from rashomon.lang.forms import Lemmatizer
from rashomon.lang.phrases import Folds, PhraseTable
from rashomon.lang.schema import PackData

__all__ = ["Folds", "Pack", "PhraseTable", "available", "general", "load"]

HERE = Path(__file__).parent
T = TypeVar("T", bound=msgspec.Struct)
R = TypeVar("R")


class Pack:
    """One language: its data files, its morphology, and what rooms compile from them."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.folder = folder
        self.data = read_toml(folder / "pack.toml", PackData)
        self.covered = folder.parent == HERE and code != "und"
        self.lemmas = Lemmatizer(code)
        self._read: dict[type, Any] = {}
        self._built: dict[Any, Any] = {}

    def read(self, schema: type[T]) -> T:
        """The data of one room: ``lang/<code>/<schema.FILE>`` decoded as ``schema``.

        An absent file gives ``schema()``, so a pack may cover some rooms only.
        """
        if schema not in self._read:
            path = self.folder / schema.FILE  # type: ignore[attr-defined]
            self._read[schema] = read_toml(path, schema) if path.exists() else schema()
        found: T = self._read[schema]
        return found

    def build(self, maker: "Callable[[Pack], R]") -> R:
        """What ``maker`` compiles from this pack, kept for the life of the process."""
        if maker not in self._built:
            self._built[maker] = maker(self)
        found: R = self._built[maker]
        return found

    def parses(self, word: str) -> tuple[morph.Parse, ...]:
        """Dictionary readings of a word as written (ru, pl); empty without a dictionary."""
        return morph.parses(self.code, word)


def read_toml(path: Path, schema: type[T]) -> T:
    """Decode a data file; errors name the file and the path of the offending key."""
    try:
        return msgspec.convert(toml.loads(path.read_text("utf-8")), schema, str_keys=True)
    except (msgspec.MsgspecError, ValueError) as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a pack."""
    return tuple(sorted(p.parent.name for p in HERE.glob("*/pack.toml") if p.parent.name != "und"))


@lru_cache(maxsize=64)
def load(code: str | None) -> Pack:
    """The pack of a language, or the general pack ``und``."""
    known = code if code in available() else "und"
    return _pack(known or "und")


@lru_cache(maxsize=64)
def general(code: str | None) -> Pack:
    """The pack of a language, or what CLDR alone says of it (``lang/_general``: dates), or ``und``."""
    folder = HERE / "_general" / (code or "und")
    if code is None or load(code).covered or not folder.is_dir():
        return load(code)
    return Pack(code, folder)


@cache
def _pack(code: str) -> Pack:
    return Pack(code, HERE / code)
