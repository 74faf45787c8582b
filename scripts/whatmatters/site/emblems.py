"""The emblems of all stories in one picture, from which long lists show each by its name: `emblems.svg#cup`.

A hundred drawings in a page would weigh more than its words, and come again with every list; one file comes once, for
all lists and both languages, without scripts and from disk. A page with few stories has its drawings in itself.
"""

from __future__ import annotations

from pathlib import Path

from ..library.emblem import emblem_of, outline
from ..library.library import Library

#: Where it stands within the site's assets.
FILE = "data/emblems.svg"


def emblems_svg(library: Library, ink: str) -> str:
    """The picture: of all drawings that one is seen which the address names; nothing where it names none."""
    names = sorted({name for story in library.stories.values() if (name := emblem_of(story))})
    paths = "".join(f'<path id="{name}" d="{outline(name)}"/>' for name in names)
    style = f"<style>path{{display:none;fill:{ink}}}path:target{{display:inline}}</style>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{style}{paths}</svg>\n'


def write_emblems(library: Library, site_dir: Path, ink: str) -> None:
    """Write it beside the data that pages read; same library, same bytes."""
    target = site_dir / "assets" / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(emblems_svg(library, ink), encoding="utf-8")
