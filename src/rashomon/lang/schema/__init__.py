"""Shapes of the packs' data files. One module a room; ``FILE`` names the file in each pack."""

from typing import ClassVar

import msgspec


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all pack data: unknown keys are errors."""

    FILE: ClassVar[str] = ""


class PackData(Data, frozen=True, kw_only=True):
    """``pack.toml``: the language itself."""

    FILE: ClassVar[str] = "pack.toml"

    code: str
    name: str  # in English
    own_name: str
    script: str  # ISO 15924
    morphology: str = "none"  # pymorphy3 | morfeusz2 | none
    telling: tuple[str, ...] = ()  # folded words, frequent here and rare in any other language: they give it away
    sure_letters: str = ""  # frequent here and in no other pack of the script: they decide where such letters are seen
    telling_share: float = 0.1  # of the words of a text in this language, at least
    letters: str = ""  # letters and signs of its own beyond ASCII, both cases (CLDR exemplar characters)
    decimal: str = "."
    group: tuple[str, ...] = (",",)  # digit group signs; a no-break space counts as a space
    date_order: str = "DMY"
    quotes: tuple[tuple[str, str], ...] = ()  # opening, closing
    abbreviations: tuple[str, ...] = ()  # with their final dot: no sentence ends there
    final_abbreviations: tuple[str, ...] = ()  # these may end a sentence before a capital ("2022 г. Президент")
