"""Rules for `stories/tags.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem

FILE = "stories/tags.yml"


def vocabulary_problems(library: Library) -> Iterator[Problem]:
    """Ids that are taken twice, themes without an icon, and tags that nothing carries."""
    seen: set[str] = set()
    used = {tag for story in library.stories.values() for tag in story.tag_ids}
    for i, facet in enumerate(library.vocabulary.facets):
        for j, tag in enumerate(facet.tags):
            line = library.line(FILE, "facets", i, "tags", j)
            if tag.id in seen:
                yield Problem(
                    FILE,
                    line,
                    "V03",
                    Message("the tag id `{name}` is taken already", name=tag.id),
                    Message("give one of the two another id"),
                )
            seen.add(tag.id)
            if facet.id == "theme" and not tag.icon:
                yield Problem(
                    FILE,
                    line,
                    "V04",
                    Message("the theme `{name}` has no icon", name=tag.id),
                    Message("add `icon:` with the name of an icon of the theme's package"),
                )
            if tag.id not in used:
                yield Problem(
                    FILE,
                    line,
                    "V05",
                    Message("no story carries the tag `{name}`", name=tag.id),
                    Message("tag a story with it, or take it out"),
                    advice=True,
                )
