"""Measuring search: what is compared, and what is said where something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import REPOSITORY
from whatmatters.bench.browser import chromium
from whatmatters.bench.measure import BenchError
from whatmatters.bench.peers import our_bytes, searched_pages
from whatmatters.cli.main import app
from whatmatters.search import Entry, write_index


def test_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """One plain sentence that says how to get one."""
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(BenchError, match="needs a browser: run `make test`"), chromium():
        pass


def test_the_command_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 and the sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    result = CliRunner().invoke(app, ["bench", "--only", "search", "--root", str(REPOSITORY)])
    assert result.exit_code == 1
    assert "needs a browser" in result.output


def test_a_part_that_is_not_there() -> None:
    """Called wrongly: exit code 2."""
    assert CliRunner().invoke(app, ["bench", "--only", "serch", "--root", str(REPOSITORY)]).exit_code == 2


def test_the_pages_that_are_compared(tmp_path: Path) -> None:
    """Peers get the pages that our search knows, each language its own."""
    write_index([Entry("cy", "cy/a/", "A", "page", "", "un"), Entry("en", "b/", "B", "page", "", "one")], tmp_path)
    assert (list(searched_pages(tmp_path, "cy")), list(searched_pages(tmp_path, "en"))) == (["cy/a/"], ["b/"])
    assert 0 < our_bytes(tmp_path, "cy") < sum(path.stat().st_size for path in (tmp_path / "search" / "cy").iterdir())
