"""The front matter of a hand-written page: what stands between the lines `---` at its head."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from ..files.sources import Document, validate
from ..messages.message import Message
from ..messages.problem import Problem, nearest


class PageFront(BaseModel):
    """Fields of a page; those that only the theme knows may stand beside them."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    title: str = Field(min_length=1)
    summary: str = Field(min_length=1)
    principle: str | None = None
    """The tag that the page is about."""
    principles: tuple[str, ...] = ()
    kind: str | None = None
    template: str | None = None


def read_front(document: Document) -> tuple[PageFront | None, list[Problem]]:
    """The front matter, or every reason why it is none; a name that is nearly one of ours is a slip."""
    front, problems = validate(PageFront, document)
    data = document.data if isinstance(document.data, dict) else {}
    for name in map(str, data):
        if name not in PageFront.model_fields and (known := nearest(name, PageFront.model_fields, 0.75)):
            line, what = document.line((name,)), Message("`{name}` is not a field that is known here", name=name)
            problems.append(Problem(document.path, line, "F01", what, Message("did you mean `{name}`?", name=known)))
    return (None if problems else front), problems
