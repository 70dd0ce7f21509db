"""The house rules that tools do not check: sizes, linear regular expressions, clean data."""

import ast
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "rashomon").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# Functions that are one table or one ordered walk and would not read better in pieces; keep it empty.
EXCUSED: set[str] = set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_size(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name not in EXCUSED:
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            assert (node.end_lineno or 0) - first.lineno < LONGEST_FUNCTION, node.name


def patterns() -> list[tuple[str, str]]:
    """Every literal pattern handed to `re`, with its place."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and getattr(node.func.value, "id", "") == "re"
            ):
                for argument in node.args[:1]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str | bytes):
                        value = argument.value if isinstance(argument.value, str) else argument.value.decode("latin-1")
                        found.append((f"{path.name}:{node.lineno}", value))
    return found


def nested(tree: object, inside: bool = False) -> bool:
    """An unbounded repeat inside an unbounded repeat whose inside can match the same text twice."""
    for op, value in tree:  # type: ignore[attr-defined]
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            _, high, body = value
            endless = high == sre.MAXREPEAT
            if endless and inside and len(tree) == 1:  # type: ignore[arg-type]
                return True
            if nested(body, inside or endless):
                return True
        elif (op is sre.SUBPATTERN and nested(value[-1], inside)) or (
            op is sre.BRANCH and any(nested(branch, inside) for branch in value[1])
        ):
            return True
    return False


@pytest.mark.parametrize(("place", "pattern"), patterns(), ids=lambda value: str(value)[:40])
def test_no_repeat_inside_a_repeat(place: str, pattern: str) -> None:
    assert not nested(parser.parse(pattern)), place


def test_a_bad_pattern_would_be_caught() -> None:
    assert nested(parser.parse(r"(a+)+b"))
    assert nested(parser.parse(r"(?:x*|y)*z"))
    assert not nested(parser.parse(r"a+b*"))


def test_no_file_opens_the_network() -> None:
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert not re.search(
            r"^\s*(?:import|from) (?:urllib\.request|http\.client|requests|httpx|socket)\b", text, re.M
        ), path
