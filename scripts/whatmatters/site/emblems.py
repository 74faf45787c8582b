"""The emblems of all stories in one picture, from which long lists show each by its story's id: `emblems.svg#may-bath`.

A hundred drawings in a page would weigh more than its words, and come again with every list; one file comes once, for
all lists and both languages, without scripts and from disk. A page with few stories has its drawings in itself.
"""

from __future__ import annotations

from pathlib import Path

from ..deck.kinds import KINDS
from ..library.emblem import SET, emblem_of, outline
from ..library.library import Library

#: Where it stands within the site's assets.
FILE = "data/emblems.svg"
#: What is drawn for a story that has no emblem yet.
NONE_YET = KINDS["story"].icon.removeprefix(f"{SET}/")


def emblems_svg(library: Library) -> str:
    """The picture: of all drawings that one is seen which the address names; nothing where it names none."""
    paths = "".join(
        f'<path id="{story_id}" d="{outline(emblem_of(story) or NONE_YET)}"/>'
        for story_id, story in sorted(library.stories.items())
    )
    style = f"<style>path{{display:none;fill:{KINDS['story'].colour}}}path:target{{display:inline}}</style>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{style}{paths}</svg>\n'


def write_emblems(library: Library, site_dir: Path) -> None:
    """Write it beside the data that pages read; same library, same bytes."""
    target = site_dir / "assets" / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(emblems_svg(library), encoding="utf-8")
