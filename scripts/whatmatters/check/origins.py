"""The rule for where stories come from: each names its source, unless its route stands for one."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem

#: What every source has but that of a story which was invented here.
NAMED = ("title", "publisher", "jurisdiction")


def origin_problems(library: Library) -> Iterator[Problem]:
    """What the sources of stories lack, of those that cannot be read for another reason too.

    Only the vocabulary knows which routes stand for a source, so that the model cannot say it.
    """
    own = {route.id for route in library.vocabulary.routes if route.source}
    for file, document in library.documents.items():
        source = document.data.get("source") if isinstance(document.data, dict) else None
        if not file.endswith("/story.yml") or not isinstance(source, dict):
            continue
        if str(source.get("how_it_reached_us")) in own:
            continue
        for name in NAMED:
            if source.get(name) is None:
                yield Problem(
                    file,
                    document.line(("source", name)),
                    "F02",
                    Message("`{name}` is missing", name=f"source.{name}"),
                    Message("add a line `{field}: …`", field=name),
                )
