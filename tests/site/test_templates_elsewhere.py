"""The theme's overrides hold nothing that only Python's Jinja knows: other engines have its tags and filters, and no `str.split`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes
from tests.conftest import REPOSITORY

OVERRIDES = REPOSITORY / "overrides"


def methods(template: str) -> Iterator[str]:
    """Methods that a template calls on values: those are the language's that the engine is written in."""
    tree = Environment().parse(template)
    macros = {module.target for module in tree.find_all(nodes.Import)} | {"self", "loop"}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and getattr(call.node.node, "name", None) not in macros:
            yield f"{call.lineno}: {call.node.attr}"


@pytest.mark.parametrize("path", [pytest.param(p, id=p.name) for p in sorted(OVERRIDES.rglob("*.*ml"))])
def test_an_override_calls_no_method(path):
    """What needs Python is a function that the build gives (`site/shell.py`)."""
    assert list(methods(path.read_text(encoding="utf-8"))) == []


def test_a_method_is_seen():
    """However it is called; a macro of another template and a parent's block are none."""
    assert list(methods("{% if x.y.endswith('/') %}{{ a|items }}{% endif %}\n{{ {1: 2}.get(1) }}")) == ["1: endswith", "2: get"]
    assert list(methods("{% import 'p.html' as p %}{{ p.card(1) }}{{ self.head() }}{{ ui('x') }}")) == []
