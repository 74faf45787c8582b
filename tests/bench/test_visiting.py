"""Measuring visits and searches in a browser: what goes over the line, and what moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.bench.browser import serving
from whatmatters.bench.first import Field, search_once
from whatmatters.bench.line import FREE, Line
from whatmatters.bench.visiting import measure_visit, measure_visits

pytestmark = pytest.mark.browser

STYLE = "p { margin: 1rem }\n" * 2000
#: A page whose text is pushed down by a script once it has been painted.
MOVES = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="s.css"><link rel="icon" href="data:,">
<div id="late"></div><p>Words that move.</p><p>More of them.</p>
<script>
new PerformanceObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => {
  document.getElementById("late").style.height = "300px";
}))).observe({ type: "paint", buffered: true });
</script>"""
STILL = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="s.css"><link rel="icon" href="data:,"><p>Words.</p>"""
#: A search that loads its index with the first key, and an excerpt with each.
SEARCH = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><input id="q"><ul></ul>
<script>
document.getElementById("q").addEventListener("input", async () => {
  await fetch("search/index.js");
  document.querySelector("ul").innerHTML = "<li>found</li>";
});
</script>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three pages, a style that is large until it is compressed, and an index."""
    for name, text in (("moves.html", MOVES), ("still.html", STILL), ("search.html", SEARCH), ("s.css", STYLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "index.js").write_text("x" * 100, encoding="utf-8")
    return tmp_path


def test_what_a_visit_takes(chromium, site: Path) -> None:
    """A page and its style, compressed; what moves counts, and on a page where nothing moves it is nothing."""
    with serving(site, packed=True) as base:
        moved = measure_visit(chromium, f"{base}moves.html", "en", FREE)
        still = measure_visit(chromium, f"{base}still.html", "cy", FREE)
    assert (moved.requests, still.requests) == (2, 2)
    assert 300 < still.bytes < len(STYLE) / 5
    assert moved.shift > 0.1
    assert still.shift == 0


def test_the_next_page_has_less_to_bring(chromium, site: Path) -> None:
    """What the browser has kept does not go over the line again."""
    with serving(site, packed=True) as base:
        first, then = measure_visits(chromium, [f"{base}moves.html", f"{base}still.html"], "en", FREE)
    assert [url.rpartition("/")[2] for url, _ in first.asked] == ["moves.html", "s.css"]
    assert [url.rpartition("/")[2] for url, _ in then.asked] == ["still.html"]
    assert then.bytes < first.bytes


def test_one_search(chromium, site: Path) -> None:
    """From the first key until a result is there, over a line that is slow; its bytes are those of the index alone."""
    field = Field("search.html", None, "#q", "ul li")
    slow = search_once(chromium, site, field, "en", "ab", Line(latency=300, down=1_600_000, up=750_000))
    assert 300 <= slow.milliseconds < 10_000
    assert 0 < slow.bytes < 100  # a hundred letters, compressed
