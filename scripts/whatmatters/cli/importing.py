"""What `whatmatters import` does and prints."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..importing import Draft, Refused, bring_in, story_id, write_draft
from ..importing.halves import is_half
from ..importing.lines import Asked, Note
from ..importing.sniffing import LARGEST
from ..importing.wording import note_said
from ..language.bilingual import LANGUAGES, Lang
from ..library.vocabulary import SLUG
from ..messages.message import Message, quoted
from ..messages.problem import Problem
from .form_page import form_page, say_form
from .project import DRAFTS, find_root, nearest_root
from .report import print_problems


def import_(
    file: Annotated[Path, typer.Argument(help="Captions or a transcript; what it is, is told from what it holds.")],
    lang: Annotated[str | None, typer.Option(help="The language it is in: en or cy; guessed if not given.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where the draft's folder is made; the project's `drafts` if not given.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--id", help="The draft's id; made from the file's name if not given.")
    ] = None,
    tidy: Annotated[bool, typer.Option("--tidy", help="Put in capitals and full stops; no word changes.")] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Bring in a text in whatever language, and what seems to be no speech.")
    ] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open the page Add a story in your browser, if a site is built.")
    ] = False,
    root: Annotated[Path | None, typer.Option("--root", help="The project's folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
) -> None:
    """Make a draft of a story from captions or a transcript. The file itself is only read."""
    chosen = _lang(lang)
    if story is not None and not re.fullmatch(SLUG, story):
        _wrongly(f"`{story}` cannot be an id (use small letters a to z, digits and single hyphens)")
    if not file.is_file():
        _wrongly(f"there is no file {file}" + (" (it is a folder)" if file.is_dir() else " (check its name)"))
    folder = out if out is not None else find_root(root) / DRAFTS
    name = file.name.encode("utf-8", "replace").decode("utf-8")
    try:
        draft = bring_in(_bytes(file), name, Asked(chosen, tidy=tidy, anyway=anyway))
        target = write_draft(draft, folder, story or story_id(name))
    except Refused as error:
        problem = Problem(
            name,
            error.line,
            error.code,
            Message("{message}; nothing was written", message=quoted(error.message)),
            quoted(error.mend),
        )
        print_problems([problem], as_json=as_json, closing=False)
        raise typer.Exit(1) from error
    project = nearest_root(root or Path.cwd(), above=root is None)
    _tell(draft, target, form_page(project, draft.lang), as_json=as_json)
    say_form(project, target, draft.lang, open_it=open_it, quiet=as_json)


def _lang(word: str | None) -> Lang | None:
    for known in LANGUAGES:
        if word == known:
            return known
    if word is not None:
        _wrongly(f"there is no language `{word}` here (known: {', '.join(LANGUAGES)})")
    return None


def _wrongly(message: str) -> None:
    print(f"whatmatters: {message}", file=sys.stderr)
    raise typer.Exit(2)


def _bytes(file: Path) -> bytes:
    """The bytes of a file, and never more than can be a transcript."""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        raise Refused("R01", f"this file cannot be read: {error.strerror}", "check that it may be read") from error


def _tell(draft: Draft, target: Path, page: Path | None, *, as_json: bool) -> None:
    """What was made; signs that the transcript is not whole stand first, since they are easily overlooked."""
    halves = [_as_advice(draft.source.name, note) for note in draft.notes if is_half(note)]
    if as_json:
        print(json.dumps(_as_dict(draft, target, page, halves), ensure_ascii=False, indent=1))
        return
    if halves:
        print_problems(halves, as_json=False)
    guesses = len(draft.notes)
    print(
        f"{target}: a draft of {draft.words:,} words from {draft.source.name} ({draft.source.format}), "
        f"with {guesses} {'guess or repair' if guesses == 1 else 'guesses and repairs'} in import-report.md."
    )
    print(f"Next: retell it in {draft.lang}.md; the report says what else is to do before it can be published.")


def _as_advice(file: str, note: Note) -> Problem:
    message = note_said(note, "en", plain=True).rstrip(".")
    return Problem(
        file,
        note.place,
        "B05",
        quoted(message),
        Message("get the whole transcript, if this is not all of it"),
        advice=True,
    )


def _as_dict(draft: Draft, target: Path, page: Path | None, halves: list[Problem]) -> dict[str, object]:
    return {
        "folder": target.as_posix(),
        "page": page.as_posix() if page else None,
        "files": sorted(draft.files),
        "lang": draft.lang,
        "format": draft.source.format,
        "encoding": draft.source.encoding,
        "sha256": draft.source.sha256,
        "words": draft.words,
        "speakers": list(draft.speakers),
        "milliseconds": draft.length,
        "notes": [
            {
                "number": number,
                "code": note.code,
                "place": note.place,
                "last": note.last or note.place,
                "count": note.count,
                "message": note_said(note, draft.lang, plain=True),
            }
            for number, note in enumerate(draft.notes, start=1)
        ],
        "problems": [problem.as_dict() for problem in halves],
        "errors": 0,
    }
