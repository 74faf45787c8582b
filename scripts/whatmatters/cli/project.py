"""Finding the project's folder."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from ..language.codes import Lang

#: Where `whatmatters import` puts drafts if nothing else is said: a folder that Git does not keep and no build reads.
DRAFTS = "drafts"


def site_url(root: Path) -> str | None:
    """The site's own address, where `mkdocs.yml` or the variable SITE_URL gives it one."""
    return _setting(root, "site_url")


def site_name(root: Path) -> str:
    """What the project is called."""
    return _setting(root, "site_name") or root.name


def _setting(root: Path, name: str) -> str | None:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with (root / "mkdocs.yml").open("rb") as config:
            return yaml_load(config).get(name) or None
    except (ConfigurationError, AttributeError) as error:
        print(f"whatmatters: mkdocs.yml cannot be read: {error} (check its indents and colons)", file=sys.stderr)
        raise typer.Exit(1) from error


def find_root(given: Path | None, lang: Lang = "en") -> Path:
    """The folder that holds mkdocs.yml and stories/: the one given, or the nearest one above where we are.

    Ends the command with code 2 where there is none, and says so in `lang`.
    """
    found = nearest_root(given or Path.cwd(), above=given is None)
    if found is not None:
        return found
    from ..messages.message import Message

    why = Message(
        "{folder} is not a What Matters project "
        "(go to the folder that holds mkdocs.yml and stories, or name it with --root)",
        folder=str(given) if given else Message("this folder"),
    )
    print(f"whatmatters: {why.in_language(lang)}", file=sys.stderr)
    raise typer.Exit(2)


def nearest_root(folder: Path, *, above: bool = True) -> Path | None:
    """The nearest project: this folder or, if `above`, one that holds it."""
    start = folder.resolve()
    for one in [start, *start.parents] if above else [start]:
        if (one / "mkdocs.yml").is_file() and (one / "stories").is_dir():
            return one
    return None
