"""A story that somebody hands in: which of the files are its own, and where in the library it belongs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError
from ..library.library import Library
from ..library.story import Story
from ..library.vocabulary import SLUG
from ..messages.message import Message
from ..messages.problem import Problem
from .library_files import Reader

FACTS = "story.yml"


@dataclass(frozen=True)
class Arriving:
    """The files of one story."""

    place: str
    """Where they stand in what was handed in, with a slash at its end; empty where they stand at its top."""
    files: Mapping[str, bytes]
    """By their names in the story's folder."""

    @property
    def id(self) -> str:
        """The name of their folder, which is the story's id; empty where they stand in none."""
        return self.place.split("/")[-2] if self.place else ""

    @property
    def above(self) -> str:
        """The name of the folder above that, which may be a collection; empty where there is none."""
        return self.place.split("/")[-3] if self.place.count("/") > 1 else ""


def find_story(name: str, handed_in: Mapping[str, bytes], belongs: Callable[[str], bool]) -> Arriving:
    """The one story in the files of `name`; `belongs` tells whether a file may stand in a story's folder.

    Raises SourceError where there is none, where there are several, and where other files are among them.
    """
    facts = [file for file in handed_in if file.rpartition("/")[2] == FACTS]
    if not facts:
        what = Message("there is no story in it: no file `{name}`", name=FACTS)
        mend = Message("name the zip file that the page Add a story saved, or the folder of a story")
        raise SourceError(Problem(name, 1, "B13", what, mend))
    if len(facts) > 1:
        what = Message("there are several stories in it: {names}", names=tuple(_folders(facts)))
        raise SourceError(Problem(name, 1, "B14", what, Message("add them one by one: a zip file or a folder each")))
    place = facts[0].removesuffix(FACTS)
    foreign = [file for file in handed_in if not (file.startswith(place) and belongs(file[len(place) :]))]
    if foreign:
        what = Message("there are files in it that belong to no story: {names}", names=tuple(sorted(foreign)[:5]))
        mend = Message("take them out; a story has story.yml, en.md, cy.md, a picture, a recording and its captions")
        raise SourceError(Problem(name, 1, "B15", what, mend))
    return Arriving(place, {file[len(place) :]: data for file, data in handed_in.items()})


def _folders(facts: Collection[str]) -> list[str]:
    return [file.removesuffix(FACTS).rstrip("/").rpartition("/")[2] or FACTS for file in sorted(facts)[:5]]


def is_id(word: str) -> bool:
    """Can it be a story's id?"""
    return re.fullmatch(SLUG, word) is not None


def with_arriving(library: Library, stage: Path, story_id: str) -> tuple[Library, Story | None, list[Problem]]:
    """The library as it will be with the story that stands under `stage` as it will under the project, that story, and
    what is wrong in its files as such. No story where they cannot be read."""
    reader = Reader(stage)
    story = reader.stories().get(story_id)
    if story is None:
        return library, None, reader.problems
    after = dataclasses.replace(
        library,
        stories=dict(sorted({**library.stories, story_id: story}.items())),
        documents={**library.documents, **reader.documents},
        as_written={**library.as_written, **reader.as_written},
        broken=library.broken - {story_id},
        arriving={story.folder: stage},
    )
    return after, story, reader.problems
