"""`whatmatters folder`: the built site as one zip file, for a shared drive or for a server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..language.bilingual import Lang
from ..manifest.model import NAME
from ..manifest.package import USES, package
from ..manifest.reading import read_manifest
from ..messages.message import Message
from ..messages.problem import LibraryError
from .project import find_root
from .report import print_failure, print_problems

#: Where packages lie: no sources, and thrown away when a story is withdrawn.
OUT = "dist"
#: What of the project is put beside the site: what people should read first; for a server its configuration.
BESIDE = {"drive": "deploy/drive", "server": "deploy"}
#: What IIS looks for in the site itself.
WEB_CONFIG = "deploy/iis/web.config"


def folder(
    use: Annotated[str, typer.Option("--for", help=f"What the zip file is for: {' or '.join(USES)}.")] = "drive",
    site: Annotated[Path | None, typer.Option("--site", help="The built site; `site` if not given.")] = None,
    out: Annotated[Path | None, typer.Option(help=f"The folder to write it to; `{OUT}` if not given.")] = None,
    root: Annotated[
        Path | None, typer.Option("--root", help="The project's folder; found from where you are if not given.")
    ] = None,
    lang: Annotated[Lang, typer.Option(help="The language to answer in.")] = "en",
) -> None:
    """Put the built site into one zip file, once it is proven to be whole."""
    project = find_root(root, lang)
    where = site or project / "site"
    chosen = next((one for one in USES if one == use), None)
    if chosen is None:
        why = Message("there is no use `{name}` (known: {known})", name=use, known=", ".join(USES)).in_language(lang)
        print_failure(f"whatmatters: {why}", as_json=False)
        raise typer.Exit(2)
    try:
        if not (where / NAME).is_file():
            why = Message("there is no built site in `{name}` (call `make site` first)", name=str(where))
            print_failure(f"whatmatters: {why.in_language(lang)}", as_json=False)
            raise typer.Exit(1)
        audience = read_manifest(where / NAME)[0].audience
        target = (out or project / OUT) / f"what-matters-{audience}-{chosen}.zip"
        within = {"web.config": (project / WEB_CONFIG).read_bytes()} if chosen == "server" else {}
        digest = package(where, target, chosen, _beside(project / BESIDE[chosen]), within)
    except LibraryError as error:
        print_problems(error.problems, as_json=False, lang=lang)
        raise typer.Exit(1) from None
    size = f"{target.stat().st_size / 1_000_000:.1f}"
    print(Message("Written: {file} ({size} MB)", file=str(target), size=size).in_language(lang))
    print(Message("The SHA-256 of the manifest in it: {digest}", digest=digest).in_language(lang))
    if audience != "public":
        said = Message("It holds stories that are not for the public. Give it to nobody else.").in_language(lang)
        print(said, file=sys.stderr)


def _beside(folder: Path) -> dict[str, bytes]:
    """The files of a folder of the project, by what they are called in the package."""
    files = (path for path in folder.rglob("*") if path.is_file())
    base = folder if folder.name == "drive" else folder.parent
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in files}
