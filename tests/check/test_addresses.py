"""Names that are the address of another page."""

from __future__ import annotations

import shutil

import pytest


@pytest.mark.parametrize("name", ["build", "draw"])
def test_a_pack_may_not_stand_where_another_page_does(project, errors, name):
    """Such a recipe is named before it hides a page."""
    packs = project / "stories" / "packs"
    shutil.copy(packs / "worth-it.yml", packs / f"{name}.yml")
    assert ("K04", f"stories/packs/{name}.yml") in [(p.code, p.path) for p in errors()]


@pytest.mark.parametrize("name", ["sheet", "find"])
def test_a_bank_may_not_stand_where_another_page_does(project, errors, name):
    """Such a bank is named before it hides a page."""
    for lang in ("en", "cy"):
        banks = project / "docs" / lang / "questions"
        shutil.copy(banks / "carers.md", banks / f"{name}.md")
    assert ("K04", f"docs/cy/questions/{name}.md") in [(p.code, p.path) for p in errors()]
