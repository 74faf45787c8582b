"""The rooms of the program: each knows those below it, and none the one beside it."""

from __future__ import annotations

import runpy

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "scripts" / "whatmatters"
#: A story, a tag, a law topic as values, and what those are made of.
LIBRARY = {"language", "messages", "files", "library"}
#: What each room may import from. docs/decisions/architecture.md says the same in words.
MAY_KNOW = {
    "stamp": set(),
    "beside": set(),
    "languages_beside": {"beside"},
    "language": set(),
    "messages": {"language"},
    "files": {"language", "messages"},
    "library": {"language", "messages", "files"},
    "manifest": {"language", "messages", "files"},
    "reading": LIBRARY,
    "typography": set(),
    "deck": LIBRARY | {"typography"},
    "check": LIBRARY | {"reading"},
    "print": LIBRARY | {"typography", "deck"},
    "office": LIBRARY | {"typography", "deck"},
    "site": LIBRARY | {"reading", "check", "deck", "typography"},
    "search": LIBRARY | {"reading", "check"},
    "tracing": LIBRARY | {"reading", "check"},
    "importing": LIBRARY | {"reading", "check"},
    "review": LIBRARY | {"reading", "check", "office"},
    "year": LIBRARY | {"reading", "check", "deck", "print", "typography"},
    "packs": LIBRARY | {"beside", "reading", "check", "deck", "typography", "print", "office"},
}
MAY_KNOW["build"] = set(MAY_KNOW) - {"stamp", "review"}
MAY_KNOW["bench"] = set(MAY_KNOW) - {"stamp", "review"}
MAY_KNOW["serving"] = LIBRARY | {"reading", "packs", "build"}
MAY_KNOW["cli"] = set(MAY_KNOW) | {"review"}


#: The rooms that a module imports from: the picture of the data's way is drawn by the same.
known = runpy.run_path(str(REPOSITORY / "scripts/architecture_picture.py"))["rooms_known"]


@pytest.mark.parametrize(
    "room", sorted(p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists())
)
def test_a_room_knows_those_below_it(room):
    """No import goes upwards, or sideways between rooms that are strangers; a new room has its place in the list."""
    if room == "__init__":
        assert set(known((PACKAGE / "__init__.py").read_text(encoding="utf-8"), ("whatmatters",))) == set()
        return
    files = [PACKAGE / f"{room}.py"] if (PACKAGE / f"{room}.py").exists() else sorted((PACKAGE / room).rglob("*.py"))
    strangers = {
        (path.relative_to(PACKAGE).as_posix(), other)
        for path in files
        for other in known(path.read_text(encoding="utf-8"), ("whatmatters", *path.relative_to(PACKAGE).parts[:-1]))
        if other != room and other not in MAY_KNOW[room]
    }
    assert strangers == set()


@pytest.mark.parametrize(("line", "room"), [
    ("from ..packs.plan import plan", "packs"), ("from .. import packs", "packs"), ("from whatmatters import packs", "packs"),
    ("import whatmatters.deck.leader_papers", "deck"), ("from .shell import x", "site"),
    ("def f():\n    from ..packs import plan", "packs"), ("import json", None),
])  # fmt: skip
def test_an_import_is_seen_however_it_is_written(line, room):
    """Also in a function, and by its whole name."""
    assert next(known(line, ("whatmatters", "site")), None) == room
