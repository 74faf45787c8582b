"""A whole run: each row stands in the saved table, and what fails says why while the rest goes on."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import REPOSITORY
from whatmatters.bench import lighthouse, run
from whatmatters.bench.findings import GOALS, Findings
from whatmatters.bench.measure import BenchError, measure
from whatmatters.bench.saved import page, rows
from whatmatters.cli.main import app


def fails(*_: object) -> None:
    """A part in which nothing can be measured."""
    raise BenchError("it printed this\nand ended with that")


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch):
    """Parts that measure nothing: the edits fail, packs have a figure and a table."""

    def edits(shop, _):
        with shop.findings.attempt("edits of 60 stories"):
            fails()

    def packs(shop, _):
        shop.findings.figure("packs", "15 packs", "unchanged 0.4 s CPU")
        shop.findings.table("Cards", ("stories", "wall, s"), [("6", "0.5")], "What | fits.")

    for name in ("bench_builds", "bench_checks", "bench_import", "bench_lighthouse", "bench_visits", "bench_search"):
        monkeypatch.setattr(run, name, lambda *_: None)
    monkeypatch.setattr(run, "bench_edits", edits)
    monkeypatch.setattr(run, "bench_packs", packs)


def test_every_row_is_on_the_page(parts, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Measured, failed or not measured: each has a line, with what is to be reached; the rest goes on after a failure."""
    saved = tmp_path / "figures.md"
    code = run.run_bench(REPOSITORY, run.PARTS, [60], [12], saved)
    text = saved.read_text(encoding="utf-8")
    assert code == 1
    for goal in GOALS:
        assert re.search(rf"^\| {re.escape(goal.what)} \|.*{re.escape(goal.reach)} \|$", text, re.M), goal.key
    assert "| All packs | 15 packs | unchanged 0.4 s CPU |" in text
    assert "edits of 60 stories: failed: and ended with that" in text
    assert "## Cards" in text and "| 6 | 0.5 |" in text  # noqa: PT018
    assert f"{date.today():%d %B %Y}, Python {sys.version.split()[0]}" in text
    assert re.search(r"\d+ processors?", text)
    assert "sizes measured: 60 stories" in text
    assert "it printed this" in capsys.readouterr().err


def test_only_a_whole_run_is_saved(parts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Figures of several runs do not stand on one page: a part, or other sizes, are printed alone."""
    asked: list[Path | None] = []
    monkeypatch.setattr(run, "run_bench", lambda root, parts, stories, cards, save: asked.append(save) or 0)
    for words in ([], ["--part", "packs"], ["--stories", "10"], ["--part", "packs", "--save", str(tmp_path / "x.md")]):
        assert CliRunner().invoke(app, ["bench", *words, "--root", str(REPOSITORY)]).exit_code == 0
    assert asked == [REPOSITORY / "docs/decisions/figures.md", None, None, tmp_path / "x.md"]


def test_what_no_part_measures_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Lighthouse its row says so, and nothing has failed."""
    monkeypatch.setattr(lighthouse.shutil, "which", lambda _: None)
    findings = Findings()
    lighthouse.bench_lighthouse(type("Shop", (), {"findings": findings})())  # type: ignore[arg-type]
    (row,) = rows(findings, next(goal for goal in GOALS if goal.key == "lighthouse"))
    assert row[2] == "not measured: no `lighthouse` on this machine"
    assert findings.failed == []
    assert row[2].partition(": ")[2] in page(findings, "", date.today(), "").split("Not measured")[1]


def test_each_goal_has_a_part() -> None:
    """A row that no part measured would never be filled."""
    assert {goal.part for goal in GOALS} < set(run.PARTS)


#: Two processes with 40 MB each, of which the second has worked for a while.
WORK = """
import subprocess, sys, time
held = bytearray(b"x") * 40_000_000
child = "import time; held = bytearray(b'x') * 40_000_000\\nwhile time.process_time() < 0.5: pass"
subprocess.run([sys.executable, "-c", child])
"""


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what processes share")
def test_memory_and_time_of_all_processes(tmp_path: Path) -> None:
    """What a command starts counts with it."""
    took = measure([sys.executable, "-c", WORK], tmp_path)
    assert took.cpu >= 0.5
    assert took.megabytes > 80


def test_a_command_that_fails(tmp_path: Path) -> None:
    """What it printed is told."""
    with pytest.raises(BenchError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
