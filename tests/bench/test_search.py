"""Measuring in a browser: what is said where something is missing, and query sets."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from statistics import median

import pytest
from typer.testing import CliRunner

from tests.conftest import REPOSITORY
from whatmatters.bench.browser import chromium
from whatmatters.bench.measure import BenchError
from whatmatters.bench.queries import Answer, read_strangers
from whatmatters.bench.search import _milliseconds, _seconds
from whatmatters.cli.main import app


def test_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """One plain sentence that says how to get one."""
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(BenchError, match="needs a browser: run `make test`"), chromium():
        pass


def test_the_command_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 and the sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    result = CliRunner().invoke(app, ["bench", "--part", "search", "--root", str(REPOSITORY)])
    assert result.exit_code == 1
    assert "needs a browser" in result.output


def test_a_part_that_is_not_there() -> None:
    """Called wrongly: exit code 2."""
    assert CliRunner().invoke(app, ["bench", "--part", "serch", "--root", str(REPOSITORY)]).exit_code == 2


def test_a_strangers_set(tmp_path: Path) -> None:
    """Any of its wanted pages is an answer; where there is no set, there are no queries."""
    assert read_strangers(tmp_path, "cy") == ()
    folder = tmp_path / "tests/search/queries"
    folder.mkdir(parents=True)
    (folder / "others-cy.yml").write_text('- {q: "cwymp", wanted: [a/, b/], why: "need"}\n', encoding="utf-8")
    (query,) = read_strangers(tmp_path, "cy")
    assert query.wanted == ("a/", "b/")
    assert (Answer(query, ("x/", "b/")).recall, Answer(query, ("x/", "b/")).reciprocal_rank) == (1, 0.5)
    assert Answer(query, ("x/",)).recall == 0


def test_an_engine_that_finds_nothing_in_the_longest_wait_is_told_as_such() -> None:
    """Its figure is no number, and the others' stand."""
    assert _seconds(math.inf) == "over 120 s"
    assert _seconds(median([900, math.inf, 1400])) == "1.40 s"
    assert _milliseconds(math.inf) == "over 120000"
