"""A team's own recording as the page of its story shows it, and its files, which are published beside that page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..language.bilingual import LANGUAGES, Lang, others
from ..language.table import TABLE
from ..library.library import Library
from ..library.recording import Recording, captions_name
from ..library.story import Story
from ..library.transcript import Turn
from .address import link, url_of


@dataclass(frozen=True)
class Track:
    """A file of captions."""

    lang: Lang
    label: str
    """What a player's menu calls the language: as its own readers do."""
    address: str


@dataclass(frozen=True)
class ShownRecording:
    """A recording on its story's page in one language."""

    recording: Recording
    address: str
    tracks: tuple[Track, ...]
    """The page's own language first: players offer them in this order."""
    before: tuple[Turn, ...]
    """What is said up to the pause."""
    after: tuple[Turn, ...]
    cues: dict[Lang, list[tuple[float, float, str]]]
    """Seconds from, seconds to, and the text of each caption."""


def shown_recording(story: Story, lang: Lang) -> ShownRecording | None:
    """The recording of a story; None where it has none, or the build may not publish it."""
    one = story.recording
    if one is None:
        return None
    page = url_of(story.path, lang)
    return ShownRecording(
        recording=one,
        # Both pages play one file: a film is large.
        address=link(page, story.path + one.name),
        tracks=tuple(
            Track(code, TABLE[code].own_name, link(page, story.path + captions_name(code)))
            for code in (lang, *others(lang))
        ),
        before=one.before(lang),
        after=one.after(lang),
        cues={code: [(cue.at / 1000, cue.until / 1000, cue.text) for cue in one.captions[code]] for code in LANGUAGES},
    )


def recording_files(library: Library) -> Iterator[tuple[str, Path]]:
    """Each file of each recording of a library: its address within the site, and where it lies."""
    for story in library.stories.values():
        for name in story.recording.files if story.recording is not None else ():
            yield story.path + name, library.source(f"{story.folder}/{name}")[0]
