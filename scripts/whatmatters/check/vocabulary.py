"""Rules for `stories/tags.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..library.problems import Problem

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
                    FILE, line, "V03", f"the tag id `{tag.id}` is taken already", "give one of the two another id"
                )
            seen.add(tag.id)
            if facet.id == "theme" and not tag.icon:
                yield Problem(
                    FILE,
                    line,
                    "V04",
                    f"the theme `{tag.id}` has no icon",
                    "add `icon:` with the name of an icon of the theme's package",
                )
            if tag.id not in used:
                yield Problem(
                    FILE,
                    line,
                    "V05",
                    f"no story carries the tag `{tag.id}`",
                    "tag a story with it, or take it out",
                    advice=True,
                )
