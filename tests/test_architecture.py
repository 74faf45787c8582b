"""The picture of the data's way in docs/decisions is what the imports say."""

from __future__ import annotations

import importlib.util
import re

import pytest

from tests.conftest import REPOSITORY


def test_the_picture_is_drawn_anew():
    """Byte for byte; whoever lets a room know another calls `make architecture` and looks at what has become of it."""
    spec = importlib.util.spec_from_file_location("architecture_picture", REPOSITORY / "scripts/architecture_picture.py")
    assert spec is not None
    assert spec.loader is not None
    drawing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawing)
    assert drawing.PICTURE.read_text(encoding="utf-8") == drawing.picture()
    joins = {"a": frozenset[str](), "b": frozenset({"a"}), "c": frozenset({"a", "b"})}
    assert drawing.levels(joins) == {"a": 0, "b": 1, "c": 2}
    assert drawing.shortest(joins) == [("a", "b"), ("b", "c")]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ENGINEERING.md", "docs/decisions/architecture.md"])
def test_links_between_the_projects_own_pages(page):
    """Each reader has a page, and the pages find each other."""
    here = REPOSITORY / page
    text = re.sub(r"`[^`\n]*`", "", here.read_text(encoding="utf-8"))
    links = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", text)
    assert [link for link in links if not (here.parent / link).exists()] == []


def test_each_reader_has_a_page():
    """The engineers' half is no longer below the editors'; every room of the program stands in its table."""
    told = (REPOSITORY / "docs/decisions/architecture.md").read_text(encoding="utf-8")
    rooms = {p.stem for p in (REPOSITORY / "scripts/whatmatters").iterdir() if not p.name.startswith("_") and p.suffix in {"", ".py"}}
    rows = "".join(line.split("|")[1] for line in told.splitlines() if line.startswith("| `"))
    assert {room for room in rooms if f"`{room}`" not in rows} == set()
    assert "# For engineers" not in (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
