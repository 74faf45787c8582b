"""Addresses that are taken: a pack or a bank may not stand where a page of another kind does."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem

#: Pages that the site makes beside packs and beside banks.
PACKS = frozenset({"build", "draw", "index"})
BANKS = frozenset({"sheet", "find"})


def address_problems(library: Library) -> Iterator[Problem]:
    """Recipes and banks whose name is the address of another page."""
    files = [r.file for r in library.recipes.values() if r.id in PACKS]
    files += [f"docs/{lang}/questions/{bank}.md" for bank in library.banks if bank in BANKS for lang in ("en", "cy")]
    for file in files:
        name = file.rpartition("/")[2].partition(".")[0]
        yield Problem(
            file,
            1,
            "K04",
            Message("`{name}` is the address of another page", name=name),
            Message("give the file another name"),
        )
