"""Measuring the finder."""

from __future__ import annotations

import re

import pytest

from whatmatters.bench.finder import bench_finder


@pytest.mark.browser
def test_each_language_has_a_line_of_four_figures(site, chromium, capsys):
    """Opening, a tick, the first words and more words: whole milliseconds, none of them a wait that ran out."""
    bench_finder(chromium, site)
    lines = [re.findall(r"\d+", line) for line in capsys.readouterr().out.split("\n") if "stories" in line]
    assert [len(figures) for figures in lines] == [4, 4]
    assert all(0 < int(figure) < 10_000 for figures in lines for figure in figures)
