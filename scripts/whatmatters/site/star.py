"""The empty star of a tool: a spoke for each point, marked from 1 in the middle to 10 at its tip, as SVG.

A pen may draw on it. `docs/assets/js/star.js` draws scores on the same spokes: it reads the measures that stand here.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, pi, sin

#: Of the picture, in units of its own, and how far the mark 10 is from the middle; names stand beyond it.
WIDTH, HEIGHT, RADIUS = 440, 340, 120
#: A name that is longer stands on two lines.
LONGEST = 11
#: Height of a line of a name.
LINE = 17


def place(point: int, points: int, score: float) -> tuple[float, float]:
    """Where a score lies on a spoke; the first spoke points up, the others follow clockwise."""
    turn = 2 * pi * point / points
    away = RADIUS * score / 10
    return round(WIDTH / 2 + away * sin(turn), 1), round(HEIGHT / 2 - away * cos(turn), 1)


def empty_star(names: Sequence[str], title: str) -> str:
    """The star without scores, in one line of SVG; `title` is what a screen reader calls it."""
    count = len(names)
    x, y = WIDTH / 2, HEIGHT / 2
    rings = (f'<circle class="wm-star__ring" cx="{x:g}" cy="{y:g}" r="{RADIUS * n / 10:g}"/>' for n in range(1, 11))
    tips = (place(i, count, 10) for i in range(count))
    spokes = (f'<path class="wm-star__spoke" d="M{x:g} {y:g}L{tip[0]} {tip[1]}"/>' for tip in tips)
    # Beside the first spoke, which points up.
    marks = (
        f'<text class="wm-star__mark" x="{x - 4:g}" y="{place(0, count, n)[1] + 4:g}">{n}</text>' for n in (1, 5, 10)
    )
    called = (_name(i, count, name) for i, name in enumerate(names))
    inside = "".join((*rings, *spokes, *marks, *called))
    return (
        f'<svg class="wm-star__picture" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}"'
        f' data-radius="{RADIUS}">{inside}<g data-wm-drawn></g></svg>'
    )


def _name(point: int, points: int, name: str) -> str:
    """A point's name beyond its tip, and its number, which a narrow screen shows in its place."""
    x, y = place(point, points, 11.3)
    side = x - WIDTH / 2
    anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
    lines = _lines(name)
    # Names above the star end there, those below it begin there.
    top = y + 5 - LINE * (len(lines) - 1) * (1 - (y - HEIGHT / 2) / (RADIUS * 1.13)) / 2
    spans = (f'<tspan x="{x}" y="{top + LINE * i:.1f}">{escape(line)}</tspan>' for i, line in enumerate(lines))
    return (
        f'<text class="wm-star__name" text-anchor="{anchor}">{"".join(spans)}</text>'
        f'<text class="wm-star__number" text-anchor="{anchor}" x="{x}" y="{y + 8:g}">{point + 1}</text>'
    )


def _lines(name: str) -> list[str]:
    """A name in one line, or in two that are as even as its words allow."""
    words = name.split()
    if len(name) <= LONGEST or len(words) < 2:
        return [name]
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]
