"""A team's own recording of a story: a film or a sound in the story's folder, with captions in both languages.

It stops at its pause. Words that begin before it stand before it; nothing said from then on is shown until somebody
presses on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..language.bilingual import Frozen, Lang
from .captions import Cue
from .film import Clock, clock
from .interface import Interface
from .media import FORMS, Kind
from .transcript import Turn, turns

#: What of a person is in a recording beside their words; consent covers each apart (`story.Consent`).
Part = Literal["voice", "picture"]
#: What somebody gives of themselves in a recording of each kind, beside their words.
GIVES: dict[Kind, tuple[Part, ...]] = {"film": ("voice", "picture"), "sound": ("voice",)}


def captions_name(lang: Lang) -> str:
    """The file of the captions in a language."""
    return f"captions.{lang}.vtt"


class RecordingFacts(Frozen):
    """What `story.yml` says of the recording beside it."""

    language: Lang
    """The language that is spoken in it."""
    pause: Clock | None = None
    """Seconds at which it stops: where the story's text has its pause. Only a story without one has none."""


class Recording(Frozen):
    """The recording itself."""

    name: str
    """The file, one of `FORMS`; it stands in the story's folder."""
    language: Lang
    pause: int | None
    """Seconds."""
    length: int
    """Milliseconds."""
    size: int
    """Bytes."""
    captions: dict[Lang, tuple[Cue, ...]]

    @property
    def kind(self) -> Kind:
        """Film or sound."""
        return FORMS[self.name].kind

    @property
    def mime(self) -> str:
        """What a browser is told of the file."""
        return FORMS[self.name].mime

    @property
    def gives(self) -> tuple[Part, ...]:
        """What of a person's it holds: nothing of it is published without consent to each."""
        return GIVES[self.kind]

    @property
    def files(self) -> tuple[str, ...]:
        """Names of all files that belong to it and are published with it."""
        return (self.name, *(captions_name(lang) for lang in self.captions))

    @property
    def lasts(self) -> str:
        """Its length, as a player's clock shows it."""
        return clock(round(self.length / 1000))

    @property
    def stops(self) -> str | None:
        """Its pause, as a player's clock shows it."""
        return None if self.pause is None else clock(self.pause)

    def before(self, lang: Lang) -> tuple[Turn, ...]:
        """The transcript up to the pause."""
        return turns(cue for cue in self.captions[lang] if self.pause is None or cue.at < self.pause * 1000)

    def after(self, lang: Lang) -> tuple[Turn, ...]:
        """The transcript from the pause on."""
        return turns(cue for cue in self.captions[lang] if self.pause is not None and cue.at >= self.pause * 1000)

    def said(self, lang: Lang) -> tuple[str, ...]:
        """All that is said, turn by turn."""
        return tuple(turn.said for turn in (*self.before(lang), *self.after(lang)))


@dataclass(frozen=True)
class RecordingLine:
    """What whoever leads a session is told of a team's own recording, in a line."""

    label: str
    play: str
    """Where it is played, and when it stops by itself."""


def recording_line(recording: Recording, words: Interface, lang: Lang) -> RecordingLine:
    """The line in one language: `Play the recording on the story's page; it stops at 1:13.`"""
    stops = recording.stops
    return RecordingLine(
        label=words("recording-heading", lang),
        play=words("recording-play", lang) if stops is None else words("recording-play-stop", lang, pause=stops),
    )
