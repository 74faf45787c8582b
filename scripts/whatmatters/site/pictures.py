"""The picture of a story as its page shows it, and the file that the site holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.picture import Picture
from ..library.story import Story
from .address import link, url_of


@dataclass(frozen=True)
class ShownPicture:
    """A picture on its story's page in one language."""

    picture: Picture
    address: str
    alt: str


def shown_picture(story: Story, lang: Lang) -> ShownPicture | None:
    """The picture of a story; None where it has none, or the build may not publish it. Both pages show one file."""
    one = story.picture
    if one is None:
        return None
    return ShownPicture(one, link(url_of(story.path, lang), story.path + one.name), one.alt[lang])


def picture_files(library: Library) -> Iterator[tuple[str, Path]]:
    """Each picture of a library: its address within the site, and where it lies."""
    for story in library.stories.values():
        if story.picture is not None:
            yield story.path + story.picture.name, library.source(f"{story.folder}/{story.picture.name}")[0]
