"""A story's emblem: an object of the story, drawn beside its title, by which people who read little tell stories apart.

It is decoration: nothing is said by it alone, and a screen reader passes over it. All emblems are icons of one set, so
that they look alike and one licence holds for all.
"""

from __future__ import annotations

import re
from functools import cache

from . import theme_icons as icons
from .story import Story

#: Material Design Icons, Apache License 2.0.
SET = "material"

#: Side of a tile, in the units of its drawing; an icon of the set has 24, so that 2 are left on every side.
TILE = 28

_PATH = re.compile(r'\bd="([^"]+)"')


def icon_name(emblem: str) -> str:
    """An emblem as a file of the theme's package without `.svg`."""
    return f"{SET}/{emblem}"


def exists(emblem: str) -> bool:
    """Is there an icon of this name in the set, of a single outline, as every form can draw it?"""
    return "/" not in emblem and icons.exists(icon_name(emblem)) and len(_PATH.findall(_svg(emblem))) == 1


def emblem_of(story: Story) -> str:
    """The emblem of a story; empty where it has none, or one that is not there, of which `check` tells."""
    name = story.facts.emblem or ""
    return name if name and exists(name) else ""


@cache
def names() -> tuple[str, ...]:
    """The names of all icons of the set."""
    return tuple(sorted(path.stem for path in (icons.folder() / SET).glob("*.svg")))


def outline(emblem: str) -> str:
    """The path of an emblem, on a square of 24. Raises FileNotFoundError for one that is not there."""
    found: list[str] = _PATH.findall(_svg(emblem))
    return found[0]


@cache
def tile(emblem: str, ink: str, ground: str) -> str:
    """An emblem in a colour on a tile of another, as SVG. Raises FileNotFoundError for one that is not there."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {TILE} {TILE}">'
        f'<rect width="{TILE}" height="{TILE}" rx="5" fill="{ground}"/>'
        f'<path transform="translate(2 2)" fill="{ink}" d="{outline(emblem)}"/></svg>'
    )


def _svg(emblem: str) -> str:
    return icons.svg(icon_name(emblem))
