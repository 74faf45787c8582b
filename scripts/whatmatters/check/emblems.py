"""The emblems of stories: each has one of its own, of the set, and none tells how the story ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..library import emblem as emblems
from ..library.library import Library
from ..library.story import Story
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .endings import says_only_after

#: Parts of an icon's name that say how it is drawn, and name no object.
DRAWN = frozenset({"outline", "variant", "multiple", "open", "closed"})

_MEND = Message(
    "write `emblem: …` with the name of a Material Design icon: an object of the story that stands before its pause"
)


def emblem_problems(library: Library) -> Iterator[Problem]:
    """Unknown emblems; and as advice, stories without one, those that share one, and one that tells the ending."""
    bearers: dict[str, list[Story]] = defaultdict(list)
    for story in library.stories.values():
        file, name = f"{story.folder}/story.yml", story.facts.emblem
        line = library.line(file, "emblem")
        if not name:
            yield Problem(file, 1, "V09", Message("the story has no emblem"), _MEND, advice=True)
        elif not emblems.exists(name):
            otherwise = Message("use the name of a Material Design icon of a single outline, such as `cup`")
            nearest = did_you_mean(name, emblems.names(), otherwise)
            mend = otherwise if name in emblems.names() else nearest
            yield Problem(file, line, "V08", Message("there is no emblem `{name}`", name=name), mend)
        else:
            bearers[name].append(story)
    for name, stories in bearers.items():
        for story in stories[1:]:
            file = f"{story.folder}/story.yml"
            what = Message("the story `{name}` has the emblem `{emblem}` too", name=stories[0].id, emblem=name)
            yield Problem(file, library.line(file, "emblem"), "V10", what, _MEND, advice=True)
        for story in stories:
            yield from _telling(library, story, name)


def _telling(library: Library, story: Story, emblem: str) -> Iterator[Problem]:
    """Advice where the English text names the object only after its pause: the names of icons are English."""
    parts = (part for part in emblem.split("-") if part not in DRAWN)
    found = tuple(f"`{part}`" for part in parts if says_only_after(story.texts["en"], part, "en"))
    if found:
        file = f"{story.folder}/story.yml"
        what = Message("the emblem shows {words}, which the story says only after its pause", words=found)
        yield Problem(file, library.line(file, "emblem"), "T22", what, _MEND, advice=True)
