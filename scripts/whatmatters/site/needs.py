"""What each story still needs, from the advice of the check: for the page on the state of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import State, state_of
from ..library.library import Library
from ..library.story import Story
from ..messages.problem import Problem

#: The wording that tells an editor what to do about each piece of advice; the page never says which words it is about.
WORDING = {
    "D02": "state-need-review",
    "T09": "state-need-pause",
    "P04": "state-need-paragraphs",
    "P20": "state-need-level",
    "P21": "state-need-level",
    "W01": "state-need-sentences",
    "W02": "state-need-sentences",
    **{f"A{n:02}": "state-need-people" for n in range(1, 11)},
    "A12": "state-need-allowance",
}
#: What the state of a check asks for; the advice of the check on it says no more.
READER: dict[State, str] = {"never": "state-need-reader", "changed": "state-need-reader-again"}
SAID_BY_STATE = "X04"
OTHER = "state-need-other"


@dataclass(frozen=True)
class Need:
    """One thing that a story needs."""

    wording: str
    code: str
    """The advice's code, where no wording of its own tells what to do; else empty."""

    def said(self, library: Library, lang: Lang) -> str:
        """The need in words."""
        words = library.interface
        return words(self.wording, lang, code=self.code) if self.wording == OTHER else words(self.wording, lang)


@dataclass(frozen=True)
class StoryNeeds:
    """A story and all that it needs, each need with the number of places."""

    story: Story
    needs: tuple[tuple[Need, int], ...]


def story_needs(library: Library, advice: Sequence[Problem], lang: Lang) -> tuple[StoryNeeds, ...]:
    """Every story; those that need most come first, then by title."""
    of: dict[str, Counter[Need]] = {story.folder: Counter() for story in library.stories.values()}
    for problem in advice:
        folder = problem.path.rpartition("/")[0]
        if folder in of and problem.code != SAID_BY_STATE:
            wording = WORDING.get(problem.code, OTHER)
            of[folder][Need(wording, problem.code if wording == OTHER else "")] += 1
    for story in library.stories.values():
        if asked := READER.get(state_of(library, library.texts[story.folder], DRAFTED[0])):
            of[story.folder][Need(asked, "")] += 1
    found = [
        StoryNeeds(story, tuple(sorted(of[story.folder].items(), key=lambda need: (need[0].wording, need[0].code))))
        for story in library.by_title(tuple(library.stories.values()), lang)
    ]
    return tuple(sorted(found, key=lambda one: -len(one.needs)))


def totals(needs: Sequence[StoryNeeds]) -> list[tuple[Need, int]]:
    """Each need with the number of stories that have it, the commonest first."""
    counted = Counter(need for one in needs for need, _ in one.needs)
    return sorted(counted.items(), key=lambda need: (-need[1], need[0].wording, need[0].code))
