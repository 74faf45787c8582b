"""What `whatmatters import` does and prints."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..importing import Draft, Refused, bring_in, story_id, write_draft
from ..importing.formats import name_of
from ..importing.halves import is_half
from ..importing.lines import Asked, Note
from ..importing.sniffing import LARGEST
from ..importing.wording import note_said
from ..language.bilingual import LANGUAGES, Lang
from ..library.vocabulary import SLUG
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem
from .draft_page import SpokenOf
from .form_page import draft_page, form_page, say_form
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
        bool | None,
        typer.Option(
            "--open/--no-open", help="Open the page Add a story with the draft in it; done if you sit at a screen."
        ),
    ] = None,
    answer: Annotated[Lang | None, typer.Option(help="The language to answer in, and of the page: en or cy.")] = None,
    root: Annotated[Path | None, typer.Option("--root", help="The project's folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
) -> None:
    """Make a draft of a story from captions or a transcript. The file itself is only read."""
    speaks = answer or "en"
    chosen = _lang(lang, speaks)
    if story is not None and not re.fullmatch(SLUG, story):
        why = Message("`{name}` cannot be an id (use small letters a to z, digits and single hyphens)", name=story)
        _wrongly(why, speaks)
    if not file.is_file():
        folder_too = Message("there is no file {name} (it is a folder)", name=str(file))
        _wrongly(
            folder_too if file.is_dir() else Message("there is no file {name} (check its name)", name=str(file)), speaks
        )
    folder = out if out is not None else find_root(root, speaks) / DRAFTS
    name = file.name.encode("utf-8", "replace").decode("utf-8")
    try:
        draft = bring_in(_bytes(file), name, Asked(chosen, tidy=tidy, anyway=anyway))
        target = write_draft(draft, folder, story or story_id(name))
    except Refused as error:
        problem = Problem(
            name,
            error.line,
            error.code,
            Message("{message}; nothing was written", message=error.message),
            error.mend,
        )
        print_problems([problem], as_json=as_json, closing=False, lang=speaks)
        raise typer.Exit(1) from error
    project = nearest_root(root or Path.cwd(), above=root is None)
    files = {f"{target.name}/{file}": text for file, text in draft.files.items()}
    page_lang = answer or draft.lang
    page = draft_page(project, target, files, page_lang, [_spoken_of(draft, note) for note in draft.notes])
    _tell(draft, target, page or form_page(project, page_lang), speaks, as_json=as_json)
    say_form(target, page, page_lang, speaks, open_it=open_it, quiet=as_json)


def _lang(word: str | None, answer: Lang) -> Lang | None:
    for known in LANGUAGES:
        if word == known:
            return known
    if word is not None:
        _wrongly(
            Message("there is no language `{name}` here (known: {names})", name=word, names=tuple(LANGUAGES)), answer
        )
    return None


def _wrongly(why: Message, answer: Lang) -> None:
    print(f"whatmatters: {why.in_language(answer)}", file=sys.stderr)
    raise typer.Exit(2)


def _bytes(file: Path) -> bytes:
    """The bytes of a file, and never more than can be a transcript."""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        why = Message("this file cannot be read: {error}", error=of_system(error))
        raise Refused("R01", why, Message("check that it may be read")) from error


def _tell(draft: Draft, target: Path, page: Path | None, lang: Lang, *, as_json: bool) -> None:
    """What was made; signs that the transcript is not whole stand first, since they are easily overlooked."""
    halves = [_as_advice(draft.source.name, note, lang) for note in draft.notes if is_half(note)]
    if as_json:
        print(json.dumps(_as_dict(draft, target, page, halves, lang), ensure_ascii=False, indent=1))
        return
    if halves:
        print_problems(halves, as_json=False, lang=lang)
    made = Message(
        "{folder}: a draft of {words} words from {file} ({format}), with {guesses} in import-report.md.",
        folder=str(target),
        words=f"{draft.words:,}",
        file=draft.source.name,
        format=name_of(draft.source.format, lang),
        guesses=_guesses(len(draft.notes)),
    )
    retell = Message(
        "Next: retell it in {file}; the report says what else is to do before it can be published.",
        file=f"{draft.lang}.md",
    )
    for said in (made, retell):
        print(said.in_language(lang))


def _spoken_of(draft: Draft, note: Note) -> SpokenOf:
    words = note.values.get("words", note.values.get("name", ""))
    return SpokenOf(draft.paragraph_of(note), str(words))


def _guesses(n: int) -> Message:
    return Message("1 guess or repair") if n == 1 else Message("{n} guesses and repairs", n=n)


def _as_advice(file: str, note: Note, lang: Lang) -> Problem:
    """A note has its words in both languages already: it is said in the one that will be read."""
    message = note_said(note, lang, plain=True).rstrip(".")
    return Problem(
        file,
        note.place,
        "B05",
        Message("{note}", note=message),
        Message("get the whole transcript, if this is not all of it"),
        advice=True,
    )


def _as_dict(draft: Draft, target: Path, page: Path | None, halves: list[Problem], lang: Lang) -> dict[str, object]:
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
        "problems": [problem.in_language(lang).as_dict() for problem in halves],
        "errors": 0,
    }
