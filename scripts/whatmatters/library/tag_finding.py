"""From what an editor says to a tag or another word of the vocabulary: by id or by label, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..language.alphabet import without_marks
from ..messages.problem import nearest
from .vocabulary import Tag, Term

Named = Tag | Term


def plain(words: str) -> str:
    """Small letters without marks, parted by single spaces: `Dŵr  a  Ffrindiau` is `dwr a ffrindiau`."""
    return " ".join(without_marks(words.casefold()).replace("’", "'").replace("-", " ").split())


def by_any_name(things: Iterable[Named]) -> dict[str, Named]:
    """Everything under its plain id and its plain labels; what comes first keeps a name that two share."""
    found: dict[str, Named] = {}
    for thing in things:
        for name in (thing.id, thing.label.en, thing.label.cy):
            found.setdefault(plain(name), thing)
    return found


def find(words: str, things: Sequence[Named]) -> Named | None:
    """What is called so, or None."""
    return by_any_name(things).get(plain(words))


def near(words: str, things: Sequence[Named]) -> Named | None:
    """What is called most like it, if anything is at all."""
    names: Mapping[str, Named] = by_any_name(things)
    found = nearest(plain(words), names)
    return names[found] if found else None
