"""`whatmatters verify FOLDER`: is this copy of a site what was built, to the byte?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.story_root import StoryRoot, own_root
from ..library.withdrawn import FOLDER
from ..manifest.found import found_in
from ..manifest.holding import Held, hold
from ..manifest.model import NAME, Manifest
from ..manifest.reading import manifest_name, read_manifest
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from ..reading.all_roots import read_everything
from ..tracing.withdrawn_left import CopiedFile, Left, withdrawn_left
from .project import find_root, nearest_root
from .report import print_failure
from .roots import Stories, roots_of

#: Lines of one kind that are shown; `--json` has all of them.
SHOWN = 20


def verify(
    folder: Annotated[Path, typer.Argument(help="The copy: a built site, a memory stick, a folder of an intranet.")],
    root: Annotated[
        Path | None,
        typer.Option("--root", help="The project whose records say what was withdrawn; found from where you are."),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="The language to answer in.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
    stories: Stories = "",
) -> None:
    """Hold any copy of a built site against its own manifest: what is damaged, missing, foreign or withdrawn since."""
    if not folder.is_dir():
        why = Message("there is no folder `{name}` (a zip file is unpacked first)", name=str(folder)).in_language(lang)
        print_failure(f"whatmatters: {why}", as_json=as_json)
        raise typer.Exit(2)
    project = find_root(root, lang) if root else nearest_root(Path.cwd())
    further = roots_of(project, stories, as_json=as_json, lang=lang) if project else ()
    try:
        own, manifest, digest = _manifest_of(folder)
    except LibraryError as error:
        _say(_answer(folder, error.problems), error.problems, [], lang, as_json=as_json)
        raise typer.Exit(1) from None
    found = found_in(folder)
    held = hold(manifest, found, own, _at_home(folder, manifest, found.files))
    files = [
        CopiedFile(
            path,
            file.sha256,
            held.present[path].stories if path in held.present else (),
            proven=path not in held.unproven,
        )
        for path, file in found.files.items()
        if path != own
    ]
    library, unread = _withdrawn(project, further) if project else (None, [])
    left, gone = withdrawn_left(library, folder, files) if library is not None else ([], [])
    problems = [*unread, *held.problems, *gone]
    answer = _answer(folder, problems) | {
        "manifest": {"sha256": digest, **manifest.model_dump(include={"format", "library", "audience"})},
        "files": len(manifest.files),
        "bytes": manifest.bytes,
        "whole": _whole(held),
        "withdrawn": [asdict(one) for one in left],
        # Where no project stands, nobody knows what was withdrawn.
        "withdrawn_known": project is not None and not unread,
    }
    _say(answer, problems, _closing(answer, manifest, left, lang), lang, as_json=as_json)
    raise typer.Exit(1 if answer["errors"] else 0)


def _manifest_of(folder: Path) -> tuple[str, Manifest, str]:
    """Name, contents and SHA-256 of the manifest in a copy. Raises LibraryError where there is none to rely on."""
    try:
        own = manifest_name(folder)
    except OSError:
        what, mend = Message("this folder cannot be read"), Message("ask for the right to read it")
        raise LibraryError([Problem(NAME, 1, "R26", what, mend)]) from None
    if own is None:
        mend = Message("name the folder that holds the site's index.html; a site of an older version is built again")
        raise LibraryError([Problem(NAME, 1, "R20", Message("there is no manifest in this folder"), mend)])
    return own, *read_manifest(folder / own)


def _at_home(folder: Path, manifest: Manifest, found: Any) -> set[str]:
    """Paths by which this system finds a file that is written otherwise in its folder: on many, case does not count."""
    others = (file.path for file in manifest.files if file.path is not None and file.path not in found)
    return {path for path in others if (folder / path).exists()}


def _withdrawn(project: Path, further: tuple[StoryRoot, ...]) -> tuple[Library | None, list[Problem]]:
    """The library where it has records of withdrawn stories, and what is wrong where they cannot be relied on."""
    if not any((one.folder / FOLDER).is_dir() for one in (own_root(project), *further)):
        return None, []
    library, problems = read_everything(project, further)
    if library is None:
        return None, problems
    return library, [problem for problem in problems if f"/{FOLDER}/" in problem.path]


def _whole(held: Held) -> int:
    """Files that are there as they were built."""
    return len(held.present) - len(set(held.unproven) & set(held.present))


def _answer(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    return {"folder": str(folder), "errors": sum(not problem.advice for problem in problems)}


def _closing(answer: dict[str, Any], manifest: Manifest, left: list[Left], lang: Lang) -> list[Message]:
    """What is said under the problems."""
    lines = [
        Message(
            "{library}, built for: {audience}. Files: {files}; as they were built: {whole}; size together: {size} MB.",
            library=manifest.library.get(lang, ""),
            audience=_audience(manifest.audience),
            files=answer["files"],
            whole=answer["whole"],
            size=f"{answer['bytes'] / 1_000_000:.1f}",
        ),
        Message("The manifest's SHA-256: {digest}", digest=answer["manifest"]["sha256"]),
    ]
    if not answer["withdrawn_known"]:
        lines.append(
            Message("Withdrawn stories were not looked for: call this in the project's folder, or name it with --root.")
        )
    for one in left:
        lines.append(
            Message("Still here, and withdrawn: {story} (files: {files})", story=one.story, files=len(one.files))
        )
    if not answer["errors"]:
        lines.append(Message("All is well: every file of this copy is as it was built."))
    return lines


def _audience(name: str) -> Message | str:
    known = {
        "public": Message("the public"),
        "intranet": Message("an intranet"),
        "team": Message("a team"),
        "training": Message("training"),
    }
    return known.get(name, name)


def _say(answer: dict[str, Any], problems: list[Problem], closing: list[Message], lang: Lang, *, as_json: bool) -> None:
    """Print all of it in a language; of each kind of problem a page of lines for people, and all for programs."""
    told = [problem.in_language(lang) for problem in problems]
    if as_json:
        print(json.dumps({**answer, "problems": [p.as_dict() for p in told]}, ensure_ascii=False, indent=1))
        return
    shown: Counter[str] = Counter()
    for problem in sorted(told, key=lambda one: (one.advice, one.code, one.path)):
        shown[problem.code] += 1
        if shown[problem.code] <= SHOWN:
            print(problem)
    for code, count in shown.items():
        if count > SHOWN:
            print(Message("{code}: {count} more (--json lists all)", code=code, count=count - SHOWN).in_language(lang))
    for line in closing:
        print(line.in_language(lang))
    if answer["errors"]:
        print(Message("Problems in this copy: {count}.", count=answer["errors"]).in_language(lang))
