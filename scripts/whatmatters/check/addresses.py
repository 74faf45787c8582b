"""Addresses that are taken: a pack, a bank or a collection may not stand where a page of another kind does."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem

#: Pages that the site makes beside packs and beside banks.
PACKS = frozenset({"build", "draw", "index"})
BANKS = frozenset({"sheet", "find"})
#: Pages beside collections.
COLLECTIONS = frozenset({"find", "watch", "training-film"})


def address_problems(library: Library) -> Iterator[Problem]:
    """Recipes, banks and collections whose name is the address of another page."""
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
    for n, collection in enumerate(library.vocabulary.collections):
        if collection.id in COLLECTIONS:
            line = library.line("stories/tags.yml", "collections", n, "id")
            what = Message("`{name}` is the address of another page", name=collection.id)
            yield Problem("stories/tags.yml", line, "K04", what, Message("choose another name"))
