"""Story roots as they are typed: `--stories path:path`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..library.story_root import NoSuchRoot, StoryRoot, further_roots

Stories = Annotated[
    str,
    typer.Option(
        help="Further folders of stories, parted by `:` (on Windows by `;`). Each holds a root.yml.", show_default=False
    ),
]


def roots_of(project: Path, stories: str) -> tuple[StoryRoot, ...]:
    """The further roots that were asked for. Ends the command with code 2 where a folder is not there."""
    try:
        return further_roots(project, stories)
    except NoSuchRoot as error:
        print(f"whatmatters: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
