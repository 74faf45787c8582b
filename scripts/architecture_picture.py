"""The picture of the data's way, drawn from the imports: `make architecture` writes it, and a test draws it again.

A box is a room of the package, or a module that stands by itself. An arrow leads from a room to one that imports it, so
along it goes what the first room makes; where a longer way says the same, the short one is left out. Rooms stand as far
down as the longest way that leads to them. Nothing is placed by hand but where data comes in and where it goes out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "scripts" / "whatmatters"
PICTURE = REPOSITORY / "docs" / "decisions" / "architecture.svg"

#: Measures of the picture, in px.
BOX, TALL, BETWEEN, GAP, STEP, BEND, MARGIN, LETTERS = 148, 48, 24, 28, 112, 26, 24, 15

#: How often the rows are put in order, down and up again; more change nothing.
TURNS = 6

#: What stands outside, where data comes in, and where it goes out: the hooks hand the pages to MkDocs.
SOURCES, SITE = "stories/, docs/", "site/"
INTO, OUT_OF = "reading", "mkdocs_hooks"

#: The look of a room.
INSIDE = 'fill="#ffffff" stroke="#26201a"'

Joins = Mapping[str, frozenset[str]]


def rooms_known(source: str, package: tuple[str, ...]) -> Iterator[str]:
    """The rooms that a module imports from; `package` is where it stands, `("whatmatters", "site")`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            full = (*above, *(node.module.split(".") if node.module else ()))
            names = [(*full, name.name) for name in node.names]
        elif isinstance(node, ast.Import):
            names = [tuple(name.name.split(".")) for name in node.names]
        else:
            continue
        yield from (name[1] for name in names if name[0] == "whatmatters" and len(name) > 1)


def imports() -> dict[str, frozenset[str]]:
    """Each room, and the rooms that its modules import from."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        room = parts[0].removesuffix(".py")
        if not room.startswith("__"):
            known = rooms_known(path.read_text(encoding="utf-8"), ("whatmatters", *parts[:-1]))
            found.setdefault(room, set()).update(known)
    hooks = (PACKAGE.parent / f"{OUT_OF}.py").read_text(encoding="utf-8")
    found[OUT_OF] = set(rooms_known(hooks, ()))
    return {room: frozenset(known & set(found)) - {room} for room, known in found.items()}


def levels(joins: Joins) -> dict[str, int]:
    """How far down each stands: one below the lowest of those that it imports. Raises RecursionError for a circle."""
    found: dict[str, int] = {}

    def level(room: str) -> int:
        if room not in found:
            found[room] = 1 + max((level(one) for one in joins[room]), default=-1)
        return found[room]

    for room in joins:
        level(room)
    return found


def shortest(joins: Joins) -> list[tuple[str, str]]:
    """The joins that no longer way says too, from what is imported to who imports it."""
    below = levels(joins)
    reach: dict[str, frozenset[str]] = {}
    for room in sorted(joins, key=lambda one: below[one]):
        reach[room] = joins[room].union(*(reach[one] for one in joins[room]))
    return [
        (one, room)
        for room in sorted(joins)
        for one in sorted(joins[room])
        if not any(one in reach[other] for other in joins[room] - {one})
    ]


def with_the_outside(joins: Joins) -> dict[str, frozenset[str]]:
    """The rooms between what is written by people and what is published."""
    return {**joins, SOURCES: frozenset(), INTO: joins[INTO] | {SOURCES}, SITE: frozenset({OUT_OF})}


def ways(below: Mapping[str, int], arrows: list[tuple[str, str]]) -> list[list[str]]:
    """What each arrow passes, level by level: between its two rooms a gap in every row that it crosses."""
    return [[a, *(f"{a} {b} {n}" for n in range(below[a] + 1, below[b])), b] for a, b in arrows]


def places(below: Mapping[str, int], passed: list[list[str]]) -> dict[str, tuple[int, int]]:
    """The middle of each box and of each gap, in px: rows by level, each place near those that it is joined to."""
    level = {**below, **{gap: int(gap.split()[2]) for way in passed for gap in way[1:-1]}}
    rows = [sorted(one for one in level if level[one] == n) for n in range(max(level.values()) + 1)]
    joined: dict[str, list[str]] = {one: [] for one in level}
    for way in passed:
        for a, b in pairwise(way):
            joined[a].append(b)
            joined[b].append(a)
    widest = max(sum(map(_width, row)) for row in rows)
    found: dict[str, tuple[int, int]] = {}
    for turn in range(2 * TURNS):
        down = turn % 2 == 0
        for n in range(len(rows)) if down else reversed(range(len(rows))):
            near = {one: [found[x][0] for x in joined[one] if x in found and (level[x] < n) == down] for one in rows[n]}
            own = {one: found.get(one, (widest // 2, 0))[0] for one in rows[n]}
            rows[n].sort(key=lambda one: (sum(near[one]) / len(near[one]) if near[one] else own[one], one))
            x = MARGIN + (widest - sum(map(_width, rows[n]))) // 2
            for one in rows[n]:
                found[one] = (x + _width(one) // 2, MARGIN + n * STEP + TALL // 2)
                x += _width(one)
    return found


def _width(place: str) -> int:
    """Of a box or a gap with the distance to the next."""
    return GAP if place.count(" ") == 2 else BOX + BETWEEN


def picture() -> str:
    """The picture as SVG: the same bytes for the same imports."""
    joins = with_the_outside(imports())
    arrows = shortest(joins)
    below = levels(joins)
    below[SOURCES] = below[INTO] - 1  # What comes in stands just above the room that reads it.
    passed = ways(below, arrows)
    at = places(below, passed)
    wide = max(x for x, _ in at.values()) + BOX // 2 + MARGIN
    tall = max(y for _, y in at.values()) + TALL // 2 + MARGIN
    said = "; ".join(f"{a} to {b}" for a, b in arrows)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}" '
        'role="img" aria-labelledby="title desc" font-family="Atkinson Hyperlegible Next, Verdana, sans-serif">',
        '<title id="title">The way of the data, from what is written to what is published</title>',
        f'<desc id="desc">Arrows lead from a room to one that imports it. {escape(said)}.</desc>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#4b443d"/></marker></defs>',
        f'<rect width="{wide}" height="{tall}" fill="#fffdfa"/>',
        '<g fill="none" stroke="#4b443d" stroke-width="1.5">',
    ]
    for way in passed:
        x, y = at[way[0]]
        drawn = f"M{x} {y + TALL // 2}"
        for one in way[1:]:
            (x, y), (before, from_y) = at[one], (x, y + TALL // 2)
            end = y - TALL // 2
            drawn += f"C{before} {from_y + BEND} {x} {end - BEND} {x} {end}"
            drawn += f"V{y + TALL // 2}" if one != way[-1] else ""
        lines.append(f'<path d="{drawn}" marker-end="url(#tip)"/>')
    lines.append(f'</g><g text-anchor="middle" font-size="{LETTERS}">')
    for room in joins:
        x, y = at[room]
        look = 'fill="#f7f0e5" stroke="#7a3a1c" stroke-dasharray="5 3"' if room in (SOURCES, SITE) else INSIDE
        corner = f'x="{x - BOX // 2}" y="{y - TALL // 2}"'
        lines.append(
            f'<rect {corner} width="{BOX}" height="{TALL}" rx="8" stroke-width="1.5" {look}/>'
            f'<text x="{x}" y="{y + 5}" fill="#26201a">{escape(room)}</text>'
        )
    return "\n".join([*lines, "</g></svg>", ""])


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
