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
