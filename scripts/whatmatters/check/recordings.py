"""Rules for recordings that no single one of them shows: the language of captions, the size of all together."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.bilingual import LANGUAGES, others
from ..language.detection import heard, language_of
from ..library.library import Library
from ..library.media import MEGABYTE, SITE_LARGEST
from ..library.recording import captions_name
from ..messages.message import Message
from ..messages.problem import Problem


def recording_problems(library: Library) -> Iterator[Problem]:
    """Captions in the other language, and more recordings than a site can hold."""
    recorded = {story.folder: story.recording for story in library.stories.values() if story.recording is not None}
    for folder, recording in recorded.items():
        for lang in LANGUAGES:
            said = " ".join(recording.said(lang))
            if {heard([said]).lang, language_of(said)} & {*others(lang)}:
                yield Problem(
                    f"{folder}/{captions_name(lang)}",
                    1,
                    "P32",
                    Message("these captions are in English")
                    if lang == "cy"
                    else Message("these captions are in Welsh"),
                    Message("put the captions of this language here: each file holds what its name says"),
                )
    size = sum(recording.size for recording in recorded.values())
    if size > SITE_LARGEST:
        folder, largest = max(recorded.items(), key=lambda one: one[1].size)
        yield Problem(
            f"{folder}/{largest.name}",
            1,
            "M17",
            Message(
                "the recordings are {size} MB together, and {most} MB are the most; this is the largest",
                size=-(-size // MEGABYTE),
                most=SITE_LARGEST // MEGABYTE,
            ),
            Message("save the largest smaller, or keep some in a folder of stories of their own"),
        )
