"""What recording and picture of a story are known by: their files as a whole, and the words of captions.

A film that was cut or saved anew is another file: then its captions are what gives it away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..files.sources import SourceError, read_text
from ..language.bilingual import LANGUAGES, Lang
from ..library.captions import read_captions
from ..library.media import ENDINGS
from ..library.picture_files import pictures_in
from ..library.recording import captions_name
from ..library.transcript import turns
from ..library.withdrawn import RecordingTraces, Traces
from .story_words import Told

#: How fingerprints of a text are made: `sparse` to be kept, `dense` to look for what is here anyway.
Mark = Callable[[str, Iterable[str], Collection[str]], Traces]


@dataclass(frozen=True)
class Recorded:
    """Recording and picture in a story's folder, sound or not."""

    files: tuple[str, ...] = ()
    """SHA-256 of each film, sound or picture."""
    said: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    """What its captions say, turn by turn."""

    @property
    def told(self) -> tuple[Told, ...]:
        """What is said, as if it were told."""
        return tuple(Told("", said, ()) for said in self.said.values())

    def traces(self, mark: Mark, common: Collection[str]) -> RecordingTraces | None:
        """What it is known by; None where there is nothing to know."""
        if not self.files and not self.said:
            return None
        captions = {lang: mark("", said, common) for lang, said in self.said.items()}
        return RecordingTraces(files=self.files, captions=captions)


def read_recorded(folder: Path, root: Path) -> Recorded:
    """What stands in a folder, also where no build would take it. Raises OSError for a film that cannot be read."""
    recorded = (path for path in folder.glob("*") if path.suffix.lower() in ENDINGS)
    media = sorted(path for path in (*recorded, *pictures_in(folder)) if path.is_file())
    said = {lang: words for lang in LANGUAGES if (words := _said(folder / captions_name(lang), root))}
    return Recorded(tuple(_sha256(path) for path in media), said)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _said(path: Path, root: Path) -> tuple[str, ...]:
    if not path.is_file():
        return ()
    try:
        text = read_text(path, root)
    except SourceError:
        return ()
    cues, _ = read_captions(text, path.name)
    # Of captions that cannot be read as such, each line that is no time may be words.
    return tuple(turn.said for turn in turns(cues)) or tuple(line for line in text.split("\n") if "-->" not in line)


def with_before(now: RecordingTraces | None, before: RecordingTraces | None) -> RecordingTraces | None:
    """What a record knew already stays known: where a withdrawal was cut off, part of the recording may be gone."""
    if now is None or before is None:
        return now or before
    captions = dict(before.captions)
    for lang, traces in now.captions.items():
        known = captions.get(lang, Traces())
        captions[lang] = Traces(passages=tuple(dict.fromkeys([*known.passages, *traces.passages])))
    return RecordingTraces(files=tuple(dict.fromkeys([*before.files, *now.files])), captions=captions)
