"""What is kept of a story that was withdrawn: enough to keep its id taken and to look for what is left of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from ..language.bilingual import Frozen, Lang
from .story import Audience
from .vocabulary import SLUG

#: The folder of a story root in which the records stand, one file a story.
FOLDER = "withdrawn"


class Traces(Frozen):
    """Fingerprints of a text in one language, by which its words are known again and cannot be read.

    `tracing` says how they are made and why they do not give the words back.
    """

    passages: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")], ...] = ()
    """Digests of eight words in a row, taken here and there."""
    titles: tuple[Annotated[str, Field(pattern=r"^[0-9]{1,2} [0-9a-f]{10}$")], ...] = ()
    """`words digest` of the title, where it has more than one word."""


class RecordingTraces(Frozen):
    """By what a recording and its captions are known again."""

    files: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...] = ()
    """SHA-256 of each film, sound or picture: it knows the file again as a whole and gives nothing of it back."""
    captions: dict[Lang, Traces] = Field(default_factory=dict)


class WithdrawnFile(Frozen):
    """All of `withdrawn/<id>.yml`: committed, and so without a reason, which may name a person."""

    collection: str = Field(pattern=SLUG)
    """The collection it was in, for the address of the page that says that it is gone."""
    withdrawn_on: date
    """The day from which it is withdrawn."""
    scope: tuple[Audience, ...] = Field(min_length=1)
    """For whom it was published: nobody else is told that it existed."""
    packs: tuple[str, ...] = ()
    """The packs that held it."""
    traces: dict[Lang, Traces] = Field(default_factory=dict)
    recording: RecordingTraces | None = None
    """Of the team's own recording, where there was one; what is said in it is no part of `traces`."""

    @property
    def known_by(self) -> tuple[Traces, ...]:
        """Fingerprints of all its words, those of captions too."""
        return (*self.traces.values(), *(self.recording.captions.values() if self.recording else ()))

    @property
    def recorded_files(self) -> tuple[str, ...]:
        """SHA-256 of each film, sound or picture."""
        return self.recording.files if self.recording else ()


class Withdrawn(WithdrawnFile):
    """A record with its id, which is its file's name; for a further root, with that root's name before it."""

    id: str
    file: str
    """The file as messages show it."""
    root: str = ""
    """Name of the story root that it belongs to; empty for this project's own."""

    @property
    def path(self) -> str:
        """Address within a language: the one that the story had."""
        return f"stories/{self.collection}/{self.id}/"
