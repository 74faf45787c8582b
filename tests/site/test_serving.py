"""While somebody writes, packs and search are those of the first build, as long as they hold the same stories."""

from __future__ import annotations

import shutil

import pytest
from tests.conftest import TODAY

from whatmatters.build import start_build
from whatmatters.cli.main import app


def build(project, after=None):
    """One round of serving: what is made, and the site put together from it."""
    made = start_build(project, None, lambda _: None, today=TODAY, after=after)
    site = project / "served"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    made.finish_site(site, thorough=False)
    return made, {path.name for path in (site / "packs").rglob("*") if path.is_file()}


def test_packs_are_made_once_and_again_when_a_story_is_withdrawn(project):
    first, files = build(project)
    second, again = build(project, first)
    assert (first.first, second.first) == (True, False)
    assert again == files
    assert second.packs == first.packs

    (recipe,) = first.library.recipes
    gone = first.library.chosen[recipe][-1].story.id
    with pytest.raises(SystemExit) as end:
        app(["withdraw", gone, "--on", TODAY.isoformat(), "--root", str(project)])
    assert end.value.code == 0
    third, _ = build(project, second)
    assert third.first
    assert gone not in third.library.stories
    assert {f.name for f in third.packs} == {f.name for f in first.packs}
    assert {f.path for f in third.packs}.isdisjoint({f.path for f in first.packs})


def test_a_cache_that_was_thrown_away_is_made_anew(project):
    first, files = build(project)
    shutil.rmtree(project / ".cache")
    second, again = build(project, first)
    assert second.first
    assert again == files
