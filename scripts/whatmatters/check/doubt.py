"""The rule for doubt about the law: what is sure in part alone says which part is not."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.law import Topic
from ..library.regulations import Regulation
from ..library.year import Duty
from ..messages.message import Message
from ..messages.problem import Problem


def doubt_problems(entry: Topic | Regulation | Duty, name: str, file: str, line: int) -> Iterator[Problem]:
    """Doubt about a topic, a regulation or a duty that is not spelt out; `name` is what messages call it."""
    if entry.certainty == "part" and entry.unconfirmed is None:
        yield Problem(
            file,
            line,
            "L04",
            Message("`{name}` is sure in part, and does not say which part is not", name=name),
            Message("add `unconfirmed:` in both languages"),
        )
