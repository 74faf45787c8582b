"""Sentences of other programs (the system, the YAML reader, Pydantic), known again by their templates.

They come as English text. One that is known becomes a sentence that can be said in Welsh; any other is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from string import Formatter

from .message import Message, quoted

#: The place in a template in which a sentence of the same program stands.
WHY = "why"


@dataclass(frozen=True)
class ForeignMessage:
    """A sentence that another program says, with places for what changes in it."""

    template: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = Formatter().parse(self.template)
        return re.compile("".join(re.escape(text) + (f"(?P<{name}>.+)" if name else "") for text, name, _, _ in parts))

    def again(self, sentence: str, known: tuple[ForeignMessage, ...]) -> Message | None:
        """The sentence, if it is this one; what stands in the place `why` is one of the `known` in its turn."""
        match = self._pattern.fullmatch(sentence)
        if match is None:
            return None
        parts = match.groupdict()
        return Message(
            self.template, **{name: heard(said, known) if name == WHY else said for name, said in parts.items()}
        )


def heard(sentence: str, known: tuple[ForeignMessage, ...]) -> Message:
    """A sentence of another program as the first of the `known` that it is, or else as a quotation."""
    return next((said for one in known if (said := one.again(sentence, known)) is not None), None) or quoted(sentence)
