"""Every regular expression of the program on texts made to hurt it: its own characters, over and over."""

import ast
import importlib
import pkgutil
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import rashomon

CATEGORIES = {
    sre.CATEGORY_DIGIT: "7",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}
SIZES = (800, 6_400)  # eight times the characters
LATE = (
    0.08  # seconds of CPU: a linear pattern needs a hundredth of it, a quadratic one twice as much, a cubic one minutes
)


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Compiled patterns of all modules, and literal ones handed to functions of `re`, each once with its place."""
    seen: set[tuple[object, int]] = set()
    for info in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        found = [pattern for value in vars(module).values() for pattern in within(value)]
        found += literals(Path(str(module.__file__)))
        for pattern in found:
            if (pattern.pattern, pattern.flags) not in seen:
                seen.add((pattern.pattern, pattern.flags))
                yield info.name, pattern


def within(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns that a module's name holds, alone or in a collection."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (one for one in value.values() if isinstance(one, re.Pattern))
    elif isinstance(value, list | tuple):
        yield from (one for one in value if isinstance(one, re.Pattern))


def literals(path: Path) -> list[re.Pattern[Any]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        function = node.func if isinstance(node, ast.Call) else None
        if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "re":
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
                found.append(re.compile(first.value))
    return found


def letters(tree: Any) -> set[str]:
    """A character for each thing that a parsed pattern asks for."""
    found: set[str] = set()
    for op, value in tree:
        if op is sre.LITERAL:
            found.add(chr(value))
        elif op in (sre.NOT_LITERAL, sre.ANY):
            found |= {"a", " "}
        elif op is sre.IN:
            found |= {letter for kind, one in value for letter in members(kind, one)}
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            found |= letters(value[2])
        elif op in (sre.SUBPATTERN, sre.ASSERT, sre.ASSERT_NOT):
            found |= letters(value[-1])
        elif op is sre.BRANCH:
            found |= {letter for branch in value[1] for letter in letters(branch)}
    return found


def members(kind: Any, one: Any) -> set[str]:
    if kind is sre.LITERAL:
        return {chr(one)}
    if kind is sre.RANGE:
        return {chr(one[0])}
    return {CATEGORIES[one]} if kind is sre.CATEGORY else {"a", " ", "7"}


def slowest(pattern: re.Pattern[Any]) -> tuple[float, str]:
    """CPU seconds over the worst text, and what was repeated in it; texts grow only while they stay fast."""
    source = pattern.pattern
    flags = pattern.flags if isinstance(source, str) else pattern.flags & ~re.UNICODE
    found = sorted(letters(parser.parse(source, flags)))[:14]
    worst = (0.0, "")
    for size in SIZES:
        for piece in (*found, *map("".join, permutations(found[:7], 2))):
            worst = max(worst, (spent(pattern, piece * (size // len(piece))), piece))
            if worst[0] > LATE:
                return worst
    return worst


def spent(pattern: re.Pattern[Any], text: str) -> float:
    given = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    end = b"\0" if isinstance(given, bytes) else "\0"
    began = time.process_time()
    for _ in pattern.finditer(given):
        pass
    pattern.search(given + end)
    pattern.fullmatch(given + end)
    return time.process_time() - began


@pytest.mark.parametrize(
    ("place", "pattern"), list(patterns()), ids=lambda value: getattr(value, "pattern", value)[:40]
)
def test_time_is_linear(place: str, pattern: re.Pattern[Any]) -> None:
    took, piece = slowest(pattern)
    if took > LATE:  # once more: the machine may have been busy
        took, piece = slowest(pattern)
    assert took <= LATE, f"{place}: {took:.2f} s on {piece!r} over and over"


@pytest.mark.parametrize("bad", [r"\S+@\S+\.\w+", r"\d+x", r"\s*\s*;"])
def test_a_slow_pattern_would_be_caught(bad: str) -> None:
    assert slowest(re.compile(bad))[0] > LATE
