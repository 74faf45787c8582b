"""Story roots as they are typed: `--stories path:path`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..language.codes import Lang

if TYPE_CHECKING:
    from ..library.story_root import StoryRoot

Stories = Annotated[
    str,
    typer.Option(
        help="Further folders of stories, parted by `:` (on Windows by `;`). Each holds a root.yml.", show_default=False
    ),
]


def roots_of(project: Path, stories: str, *, as_json: bool, lang: Lang = "en") -> tuple[StoryRoot, ...]:
    """The further roots that were asked for; complaints are in `lang`.

    Ends the command with code 2 where a folder is not there, and with code 1 where one cannot be used.
    """
    from ..library.story_root import NoSuchRoot, further_roots
    from ..messages.problem import LibraryError
    from .report import print_problems

    try:
        return further_roots(project, stories)
    except NoSuchRoot as error:
        print(f"whatmatters: {error.why.in_language(lang)}", file=sys.stderr)
        raise typer.Exit(2) from None
    except LibraryError as error:
        print_problems(error.problems, as_json=as_json, lang=lang)
        raise typer.Exit(1) from None
