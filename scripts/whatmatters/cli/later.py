"""Verbs whose modules are imported when they are called: all of them together would make every call wait."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

#: Each verb: its module in this room, its function, and the line that `--help` says of it.
LATER = {
    "new": ("new", "new", "Begin a story: asks what no option says, and writes its folder."),
    "add": ("add", "add", "Put a story saved by Add a story in its place."),
    "import": ("importing", "import_", "Make a draft of a story from captions or a transcript."),
    "stage": ("stage", "stage", "Write all pages as finished Markdown and HTML for another generator."),
    "verify": ("verify", "verify", "Hold any copy of a built site against its own manifest."),
    "folder": ("folder", "folder", "Put the built site into one zip file."),
    "review": (
        "review",
        "review",
        "Give Welsh texts to a fluent reader as a Word file, and bring the corrections back into the sources.",
    ),
}


def promise(app: typer.Typer, verb: str) -> None:
    """Let a verb stand in the list of verbs, in its turn; what it takes is known when it is called."""
    app.command(verb, help=LATER[verb][2])(_nothing)


def _nothing() -> None:
    """Stands for a verb until it is called."""


class Verbs(TyperGroup):
    """All verbs; those that were promised become themselves when one of them is called."""

    def resolve_command(self, ctx: Any, args: Sequence[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, list(args))
        if name in LATER:
            module, function, _ = LATER[name]
            one = typer.Typer(add_completion=False, rich_markup_mode=None)
            one.command(name)(getattr(import_module(f".{module}", __package__), function))
            command = typer.main.get_command(one)
        return name, command, rest
