"""A picture of a story: a photograph or a drawing in the story's folder, shown on the story's page.

It stands before the pause, so it must not tell the ending. Whoever cannot see it reads what is on it.
"""

from __future__ import annotations

from ..language.bilingual import Bilingual, Frozen


class PictureFacts(Frozen):
    """What `story.yml` says of the picture beside it."""

    shows_people: bool
    """Whether anybody can be told on it: it is then published to those alone whom `consent.picture` names."""
    alt: Bilingual
    """What is on it, for who cannot see it."""


class Picture(Frozen):
    """The picture itself."""

    name: str
    """The file, one of `picture_file.FORMS`; it stands in the story's folder."""
    width: int
    """Dots."""
    height: int
    """Dots."""
    shows_people: bool
    alt: Bilingual
