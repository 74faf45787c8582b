"""`whatmatters stage DIR`: all pages as files that any other generator can take."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..build import start_build
from ..library.publication import AUDIENCES
from ..library.story import Audience
from ..messages.problem import LibraryError
from .failing import in_words
from .progress import progress_on
from .project import find_root, site_url
from .report import print_failure, print_problems
from .roots import Stories, roots_of


def stage(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet, or empty.")],
    root: Annotated[
        Path | None, typer.Option("--root", help="The project's folder; found from where you are if not given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
    audience: Annotated[str, typer.Option(help="Whom it is for: team, intranet, public or training.")] = "public",
    stories: Stories = "",
    packs: Annotated[bool, typer.Option(help="Make the packs too.")] = True,
) -> None:
    """Write all pages as finished Markdown and HTML for another generator."""
    project = find_root(root)
    chosen = next((one for one in AUDIENCES if one == audience), None)
    if chosen is None or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))):
        why = (
            f"there is no audience `{audience}` (known: {', '.join(AUDIENCES)})"
            if chosen is None
            else (f"`{folder}` is no empty folder (name one that is not there yet)")
        )
        print_failure(f"whatmatters: {why}", as_json=as_json)
        raise typer.Exit(2)
    raise typer.Exit(_stage(project, folder, chosen, stories, packs=packs, as_json=as_json))


def _stage(project: Path, folder: Path, audience: Audience, stories: str, *, packs: bool, as_json: bool) -> int:
    roots = roots_of(project, stories, as_json=as_json)
    try:
        with progress_on(sys.stderr) as progress:
            url = site_url(project)
            made = start_build(project, url, progress, audience=audience, roots=roots, packs=packs)
            pages, wrong = made.stage(folder)
    except LibraryError as error:
        print_problems(error.problems, as_json=as_json)
        return 1
    except OSError as error:
        wrong = [in_words(error)]
    if wrong:
        print_failure("\n".join(wrong), as_json=as_json)
        return 1
    left_out = [f"left out {gone.id}: {gone.why}" for gone in made.left_out]
    if as_json:
        print(json.dumps({"pages": pages, "folder": str(folder), "left_out": left_out}, ensure_ascii=False, indent=2))
    else:
        for line in left_out:
            print(line)
        print(f"{pages} pages stand in {folder}, in both languages; the index of search is not among them.")
    return 0
