"""Measuring the finder."""

from __future__ import annotations

import pytest

from whatmatters.bench.finder import finder_rows


@pytest.mark.browser
def test_each_language_has_four_figures(site, chromium):
    """Opening, a tick, the first words and more words: whole milliseconds, none of them a wait that ran out."""
    rows = finder_rows(chromium, site)
    assert [lang for lang, *_ in rows] == ["en", "cy"]
    assert all(len(figures) == 4 for _, *figures in rows)
    assert all(0 < int(figure) < 10_000 for _, *figures in rows for figure in figures)
