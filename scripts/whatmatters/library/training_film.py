"""The guide to a training film: its parts, and the chapters of each with the pages that take them further."""

from __future__ import annotations

from itertools import pairwise

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual
from .film import Film, Scene
from .story import Story
from .vocabulary import SLUG


class Chapter(Scene):
    """A part of the film that is about one thing: it lasts until the next one begins."""

    id: str = Field(pattern=SLUG)
    name: Bilingual
    doing: Bilingual | None = None
    """What a group can do when the film is stopped here."""
    pages: tuple[str, ...] = Field(min_length=1)
    """Hand-written pages that take it further: `principles/well-being`."""
    law: tuple[str, ...] = ()
    """Topics of the read-across."""


class FilmPart(Film):
    """A part of the film, which can be watched by itself."""

    id: str = Field(pattern=SLUG)
    scenes: tuple[Chapter, ...] = Field(min_length=1)

    def chapters(self) -> tuple[tuple[Chapter, str | None], ...]:
        """Each chapter with the time at which it ends; None where the length of the film is not known."""
        ends = [*(later.time for _, later in pairwise(self.scenes)), self.lasts]
        return tuple(zip(self.scenes, ends, strict=True))

    def tells(self, story: Story) -> bool:
        """Is a story told in this part? So it is where the story's film is this one."""
        film = story.facts.film
        return film is not None and (film.title, film.url) == (self.title, self.url)

    def chapter_of(self, story: Story) -> Chapter | None:
        """The chapter in which a story begins; None where it is told elsewhere, or nobody knows when."""
        film = story.facts.film
        if film is None or film.begins is None or not self.tells(story):
            return None
        begun = [chapter for chapter in self.scenes if chapter.at <= film.begins]
        return begun[-1] if begun else None


class TrainingFilm(RootModel[tuple[FilmPart, ...]]):
    """All of `docs/data/training-film.yml`, in the order in which it is watched."""
