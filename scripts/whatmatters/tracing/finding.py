"""What a story is known by, living or withdrawn, and which files of a site may name it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ..language.codes import LANGUAGES
from ..language.table import TABLE
from ..library.library import Library
from ..library.story_root import StoryRoot
from ..library.withdrawn import Traces
from ..messages.problem import Problem, nearest
from .fingerprints import Known, dense
from .ledger import Entry, read_sound_lines
from .names import Name
from .recorded import read_recorded
from .shared_passages import Elsewhere
from .story_words import Told, is_copy


@dataclass(frozen=True)
class Wanted:
    """A story that is looked for."""

    id: str
    withdrawn_on: date | None
    """None for a story that is in the library."""
    name: Name
    known: Known
    allowed: tuple[str, ...]
    """Files of a site that may hold its id: the pages that say that it was withdrawn."""
    copies: tuple[str, ...] = ()
    """Ids of stories in the library that say what it says."""


class UnknownStory(Exception):
    """There is no story of this id, and no record of one."""

    def __init__(self, story_id: str, known: Sequence[str]) -> None:
        self.near = nearest(story_id, known)
        super().__init__(story_id)


def wanted(library: Library, story_id: str) -> Wanted:
    """What the story is known by. Raises UnknownStory."""
    story, record = library.stories.get(story_id), library.withdrawn.get(story_id)
    name = name_of(library, story_id)
    if record is not None:
        pages = tuple(f"{TABLE[lang].folder}{record.path}index.html" for lang in LANGUAGES)
        copies = _copies(library, story_id, record.traces.values())
        known = Known(record.known_by, record.recorded_files)
        return Wanted(story_id, record.withdrawn_on, name, known, pages, copies)
    if story is not None:
        told = [Told.of(text) for text in story.texts.values()]
        recorded = read_recorded(*library.source(story.folder))
        common = Elsewhere(library).common(story_id, [*told, *recorded.told])
        traces = [dense(one.title, one.blocks, common) for one in told]
        heard = [dense(one.title, one.blocks, common) for one in recorded.told]
        said = [words for one in (*told, *recorded.told) for words in one.said]
        known = Known([*traces, *heard], recorded.files, said)
        return Wanted(story_id, None, name, known, (), _copies(library, story_id, traces))
    if story_id in library.broken:
        return Wanted(story_id, None, name, Known(()), ())  # Its words cannot be read, its id can be looked for.
    raise UnknownStory(story_id, sorted({*library.stories, *library.withdrawn}))


def _copies(library: Library, story_id: str, traces: Collection[Traces]) -> tuple[str, ...]:
    others = (story for story in library.stories.values() if story.id != story_id)
    return tuple(story.id for story in others if is_copy(traces, map(Told.of, story.texts.values())))


def name_of(library: Library, story_id: str) -> Name:
    """The id of a story, to be looked for, with all that a site has of other ids."""
    things = {
        *library.recipes,
        *library.read_across.topic,
        *library.banks,
        *library.vocabulary.tags,
        *(part for path in library.pages for part in path.split("/") if part),
    }
    return Name(story_id, {*library.stories, *library.withdrawn, *things}, shared=story_id in things)


def printed(roots: Sequence[StoryRoot], story_id: str) -> tuple[list[Entry], list[Problem]]:
    """The versions of packs that held the story, oldest first; each once, whichever records name it.

    A line that cannot be read is a problem, and takes nothing away from what the others say.
    """
    entries, problems = list[Entry](), list[Problem]()
    for root in roots:
        sound, spoilt = read_sound_lines(root)
        entries += sound
        problems += spoilt
    held = {(e.pack, e.lang, e.version): e for e in entries if story_id in e.stories}
    return sorted(held.values(), key=lambda e: (e.made, e.pack, e.lang, e.version)), problems
