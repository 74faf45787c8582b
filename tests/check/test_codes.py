"""CONTRIBUTING's table of problem codes is the source's: no code more, no code less, and advice is called advice."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "scripts" / "whatmatters"
CODE = re.compile(r"[A-Z]\d\d")
ROW = re.compile(r"^\| (?P<codes>[A-Z]\d\d[^|]*) \| (?P<about>.*) \|$", re.M)


def codes_of(cell: str) -> Iterator[str]:
    """The codes of a cell: `T01 to T08`, `D01, D03 to D05`, `P20 and P21`."""
    for part in re.split(r",|\band\b", cell):
        first, _, last = (words.strip() for words in part.partition(" to "))
        assert CODE.fullmatch(first), cell
        assert not last or (CODE.fullmatch(last) and last[0] == first[0] and last > first), cell
        yield from (f"{first[0]}{n:02}" for n in range(int(first[1:]), int((last or first)[1:]) + 1))


def table() -> dict[str, str]:
    """What each code is about, by CONTRIBUTING."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for row in ROW.finditer(text.partition("## Problem codes")[2].partition("\n# ")[0]):
        for code in codes_of(row["codes"]):
            assert code not in found, f"{code} stands in two rows"
            found[code] = row["about"]
    return found


@cache
def calls_and_codes() -> tuple[list[ast.Call], set[str]]:
    """The calls of the source that are given a code as it is, and every code that stands in it as a string of its own."""
    nodes = [node for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    calls = [node for node in nodes if isinstance(node, ast.Call) and any(code_in(given) for given in node.args)]
    return calls, {code for node in nodes if (code := code_in(node))}


def code_in(node: ast.AST) -> str | None:
    """The code that an expression is, if it is one."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value) else None


def in_source() -> set[str]:
    """Every code that stands in the source as a string of its own."""
    return calls_and_codes()[1]


def kinds() -> dict[str, set[str]]:
    """How each code is told of, as far as the call that makes the problem says so itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in calls_and_codes()[0]:
        if isinstance(node.func, ast.Name) and node.func.id == "Problem":
            advice = next((k.value for k in node.keywords if k.arg == "advice"), ast.Constant(False))
            kind = {True: "advice", False: "error"}[advice.value] if isinstance(advice, ast.Constant) else "it depends"
        else:
            kind = "told by a function of its own"
        for code in filter(None, map(code_in, node.args)):
            found[code].add(kind)
    return found


def test_every_code_stands_in_the_table():
    """Who meets a code in a report finds it."""
    assert sorted(in_source() - set(table())) == []


def test_the_table_has_no_code_that_nothing_says():
    """A rule that went takes its row along."""
    assert sorted(set(table()) - in_source()) == []


def test_advice_is_called_advice():
    """The row of what never fails a build says so, and `advice:` stands before nothing else."""
    told, about = kinds(), table()
    assert {code for code, kind in told.items() if kind == {"advice"} and "advice" not in about[code]} == set()
    assert {code for code, kind in told.items() if kind == {"error"} and about[code].startswith("advice")} == set()
    assert {code for code, kind in told.items() if "it depends" in kind and "advice" not in about[code]} == set()


def test_ranges_and_lists_are_read():
    """As the table has them, and as somebody may add to it."""
    assert list(codes_of("D01, D03 to D05")) == ["D01", "D03", "D04", "D05"]
    assert list(codes_of("P20 and P21")) == ["P20", "P21"]
    assert list(codes_of("T16")) == ["T16"]
