"""The emblems of all stories: in one picture, from which the longest lists show each by its story's id, and one by one.

A hundred drawings in a page would weigh more than its words; `emblems.svg#may-bath` comes once, for the list of all
stories, in both languages, without scripts and from disk. A page with four dozen stories at the most has its drawings
in itself, at a hundred bytes each; what a finder shows comes with its row (`finder_data.py`). The home page shows one,
of which only the date tells which: `emblems/may-bath.svg`.
"""

from __future__ import annotations

from pathlib import Path

from ..deck.kinds import KINDS
from ..library.emblem import SET, emblem_of, outline
from ..library.library import Library
from ..library.story import Story

#: Where it stands within the site's assets, and where those of single stories do.
FILE, FOLDER = "data/emblems.svg", "data/emblems"
#: What is drawn for a story that has no emblem yet.
NONE_YET = KINDS["story"].icon.removeprefix(f"{SET}/")
_COLOUR = KINDS["story"].colour


def outline_of(story: Story) -> str:
    """What is drawn for a story, on a square of 24."""
    return outline(emblem_of(story) or NONE_YET)


def emblems_svg(library: Library) -> str:
    """The picture: of all drawings that one is seen which the address names; nothing where it names none."""
    paths = "".join(
        f'<path id="{story_id}" d="{outline_of(story)}"/>' for story_id, story in sorted(library.stories.items())
    )
    style = f"<style>path{{display:none;fill:{_COLOUR}}}path:target{{display:inline}}</style>"
    return _drawn(style + paths)


def write_emblems(library: Library, site_dir: Path) -> None:
    """Write all of them beside the data that pages read; same library, same bytes."""
    folder = site_dir / "assets" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (site_dir / "assets" / FILE).write_text(emblems_svg(library), encoding="utf-8")
    # While serving, a story may have gone.
    for gone in {path.stem for path in folder.iterdir()} - library.stories.keys():
        (folder / f"{gone}.svg").unlink()
    for story_id, story in library.stories.items():
        drawn = _drawn(f'<path fill="{_COLOUR}" d="{outline_of(story)}"/>')
        (folder / f"{story_id}.svg").write_text(drawn, encoding="utf-8")


def _drawn(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{inside}</svg>\n'
