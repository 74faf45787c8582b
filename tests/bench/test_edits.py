"""Measuring an edit: a sentence is written, and the page is asked for until it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from whatmatters.bench.edits import edited, served, with_sentence
from whatmatters.bench.measure import BenchError


def test_a_story_stays_as_long_as_it_was() -> None:
    """Its card may be full: the new sentence takes the place of one."""
    text = "---\ntitle: A\n---\n\nOne. Two.\n\nThree is long. Four.\nFive.\n\n<!-- pause -->\n\nSix.\n"
    assert with_sentence(text, "New.") == (
        "---\ntitle: A\n---\n\nOne. Two.\n\nNew. Four.\nFive.\n\n<!-- pause -->\n\nSix.\n"
    )


def test_a_page_gets_one_more_paragraph() -> None:
    """Whatever stands at its end."""
    assert with_sentence("# A\n\n- b\n", "New.") == "# A\n\n- b\n\nNew.\n"


def test_what_is_edited_is_there() -> None:
    """A story and a page of this project, in English."""
    found = edited(REPOSITORY)
    assert [file.is_file() for _, file, _ in found] == [True, True]
    assert all(url.endswith("/") for _, _, url in found)


def test_an_edit_is_seen(tmp_path: Path) -> None:
    """A real server, a small site: both times count from the writing of the file."""
    page = tmp_path / "docs" / "index.md"
    page.parent.mkdir()
    page.write_text("# One\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: One\nplugins: []\n", encoding="utf-8")
    with served(tmp_path) as one:
        assert "One" in one.get("")
        took = one.edit(page, "# One\n\nNews came in.\n", "", "News came in.")
    assert took.seconds > 0
    assert 0 < took.cpu <= took.in_all


def test_a_server_that_cannot_start(tmp_path: Path) -> None:
    """What it printed is told, and nobody waits."""
    (tmp_path / "mkdocs.yml").write_text("no_such_setting: [", encoding="utf-8")
    with pytest.raises(BenchError, match="mkdocs"), served(tmp_path):
        pass
