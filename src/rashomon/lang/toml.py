"""TOML read faster: the lists of strings that packs consist of are taken by one pattern, the rest by `tomllib`.

A pack is half a megabyte of ``key = ["...", "..."]``, and `tomllib` reads it sign by sign.
"""

import re
import tomllib
from typing import Any

_GAP = r"(?:\s|#[^\n]*+\n)*+"
_STRING = r'"[^"\\\n]*+"'
_KEY = rf"(?:[A-Za-z_][\w-]*+|{_STRING})[ ]*+=[ ]*+"
_LIST = re.compile(rf"^({_KEY})\[({_GAP}{_STRING}{_GAP}(?:,{_GAP}{_STRING}{_GAP})*+,?+{_GAP})\][ ]*+$", re.MULTILINE)
_ITEM = re.compile(rf"{_STRING}|#[^\n]*+")
_ASIDE = "\ue000"  # stands in a text where a list was: for private use, in no pack


def loads(text: str) -> dict[str, Any]:
    """As `tomllib.loads`. Raises tomllib.TOMLDecodeError."""
    if '"""' in text or "'''" in text or _ASIDE in text:  # strings of several lines, which may look like lists
        return tomllib.loads(text)
    lists: list[list[str]] = []

    def aside(match: re.Match[str]) -> str:
        lists.append([item[1:-1] for item in _ITEM.findall(match[2]) if item[0] == '"'])
        return f'{match[1]}"{_ASIDE}{len(lists) - 1}"'

    found: dict[str, Any] = _back(tomllib.loads(_LIST.sub(aside, text)), lists)
    return found


def _back(value: Any, lists: list[list[str]]) -> Any:
    """``value`` with its lists in their places."""
    if isinstance(value, dict):
        return {key: _back(inner, lists) for key, inner in value.items()}
    if isinstance(value, list):
        return [_back(inner, lists) for inner in value]
    return lists[int(value[1:])] if isinstance(value, str) and value[:1] == _ASIDE else value
