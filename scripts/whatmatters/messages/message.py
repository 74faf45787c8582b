"""A sentence for a person, which remembers how it was made, so that it can be said in the other language.

A message is made where something is found wrong, and that place knows nothing of languages: it writes the English.
`Message` is that English, and a `str` like any other to whatever sorts, compares or prints it.
It also keeps the template and what was put into it; `catalogue` has the Welsh of each template.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias, Union

from ..language.bilingual import Lang
from .catalogue import welsh

#: What may be put into a sentence: something to be shown as it stands, another sentence, or several, parted by commas.
Value: TypeAlias = Union["Message", str, int, float, date, "tuple[Message | str | int, ...]"]

#: Stands before a sentence that has no Welsh: whoever asked for Welsh is told that what follows is not.
NOT_WELSH = "[Saesneg] "


class Message(str):
    """A sentence in English, unless it was asked for in Welsh.

    `Message("there is no tag `{name}`", name=tag)`: the template is written out where it is used, with plain
    places only, because the catalogue is held against the source. Braces in a value stay braces; those of a
    template stand double.
    """

    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Message:
        return cls._made(template, values, "en")

    @classmethod
    def _made(cls, template: str, values: Mapping[str, Value], lang: Lang) -> Message:
        text = template if lang == "en" else welsh(template)
        filled = (NOT_WELSH + template if text is None else text).format(
            **{name: _put(value, lang) for name, value in values.items()}
        )
        said = super().__new__(cls, filled)
        said.template, said.values = template, values
        return said

    def in_language(self, lang: Lang) -> Message:
        """The same sentence in a language, with all the sentences that were put into it."""
        return self._made(self.template, self.values, lang)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (str(self), self.template, self.values)


def quoted(words: str) -> Message:
    """Words that another program chose, or another part of this one that speaks English alone."""
    return Message("{words}", words=words)


def _put(value: Value, lang: Lang) -> str:
    if isinstance(value, tuple):
        return ", ".join(_put(one, lang) for one in value)
    return value.in_language(lang) if isinstance(value, Message) else str(value)


def _again(text: str, template: str, values: Mapping[str, Value]) -> Message:
    """A copied or unpickled sentence, in the language in which it was."""
    said = str.__new__(Message, text)
    said.template, said.values = template, values
    return said
