"""Rules for the ids in the front matter of pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.vocabulary import Vocabulary
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .page_files import PageFile, PageFiles

FACET = "principle"


def front_matter_problems(vocabulary: Vocabulary, pages: PageFiles) -> Iterator[Problem]:
    """A `principle:` or one of `principles:` that the vocabulary does not know."""
    known = [tag.id for facet in vocabulary.facets if facet.id == FACET for tag in facet.tags]
    for page in pages.files:
        for value, line in _principles(page):
            if value not in known:
                yield Problem(
                    page.where,
                    line,
                    "V01",
                    Message("there is no principle `{name}`", name=value),
                    did_you_mean(value, known, Message("stories/tags.yml lists them")),
                )


def _principles(page: PageFile) -> Iterator[tuple[str, int]]:
    """Every principle that a page names, with its line."""
    front = page.front
    if front is None or not isinstance(front.data, dict):
        return
    if front.data.get("principle") is not None:
        yield str(front.data["principle"]), front.line(("principle",))
    many = front.data.get("principles") or []
    for i, value in enumerate(many if isinstance(many, list) else [many]):
        yield str(value), front.line(("principles", i))
