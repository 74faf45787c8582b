"""The wordings of cards and sheets in one language."""

from __future__ import annotations

from collections.abc import Callable

from ..library.languages import Lang
from ..library.library import Library

#: A wording by the end of its name: `word("stop")` is `packs-stop`; placeholders are filled by name.
Word = Callable[..., str]


def wording(library: Library, lang: Lang) -> Word:
    """The wordings whose names begin with `packs-`."""

    def word(name: str, **values: object) -> str:
        return library.interface(f"packs-{name}", lang, **values)

    return word
