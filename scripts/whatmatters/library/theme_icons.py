"""Icons that ship inside the theme's package, as SVG text."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder() -> Path:
    """Where the theme keeps its icons."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package mkdocs-material is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "templates" / ".icons"


@cache
def exists(name: str) -> bool:
    """Is there an icon of this name, such as `material/home-heart`? A name may not lead out of the folder."""
    path = (folder() / f"{name}.svg").resolve()
    return path.is_relative_to(folder().resolve()) and path.is_file()


@cache
def svg(name: str) -> str:
    """An icon as it stands in the package. Raises FileNotFoundError for a name that is not there."""
    if not exists(name):
        raise FileNotFoundError(f"there is no icon {name}")
    return (folder() / f"{name}.svg").read_text(encoding="utf-8")


#: An icon's box, and what is drawn in it.
_DRAWN = re.compile(r'<svg [^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>\s*', re.DOTALL)


@cache
def inside(name: str) -> str:
    """What an icon draws, for a box of 24 by 24. Raises FileNotFoundError for one that is not there."""
    found = _DRAWN.fullmatch(svg(name))
    if found is None:
        return svg(name)
    box, drawn = found.groups()
    return drawn if box == "0 0 24 24" else f'<svg viewBox="{box}">{drawn}</svg>'


def filled(name: str, colour: str = "#ffffff") -> str:
    """An icon filled with a colour, for print."""
    return svg(name).replace("<svg ", f'<svg fill="{colour}" ', 1)
