"""`whatmatters review`: a Word file for a fluent reader, and what comes back."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..check.checked import record_checks
from ..files.writing import write_whole
from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import state_of
from ..library.library import Library
from ..library.story_root import StoryRoot
from ..messages.message import Message
from ..messages.problem import LibraryError, did_you_mean
from ..reading.all_roots import read_everything
from ..review.comparing import compare
from ..review.outcome import Outcome
from ..review.package import LARGEST_FILE
from ..review.showing import marked, plain
from ..review.texts import Texts, read_texts
from .project import find_root, site_name
from .report import print_failure, print_problems
from .roots import Stories, roots_of

#: Whose words are read: the language that was drafted beside the other one.
READ = DRAFTED[0]
_COLOURS = {"same": None, "gone": "red", "new": "green"}


def review(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            help="With --out: texts by id or folder (stories, law, principles/carers.md, glossary); "
            "all that await a reader if none is named."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write this Word file for a fluent reader.")] = None,
    back: Annotated[Path | None, typer.Option("--in", help="Read back the Word file that the reader sent.")] = None,
    lang: Annotated[str, typer.Option(help="The language that is read: cy.")] = READ,
    yes: Annotated[bool, typer.Option("--yes", help="With --in: write without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --in: only show what would be written.")] = False,
    answer: Annotated[Lang, typer.Option(help="The language to answer in.")] = "en",
    root: Annotated[Path | None, typer.Option("--root", help="The project's folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
    stories: Stories = "",
) -> None:
    """Give Welsh texts to a fluent reader as a Word file, and bring the corrections back into the sources."""
    if (out is None) == (back is None):
        _wrongly(
            Message("say `--out FILE.docx` to write a file for a reader, or `--in FILE.docx` to read one back"), answer
        )
    if lang != READ:
        _wrongly(Message("there is no reading of `{lang}` here (known: {known})", lang=lang, known=READ), answer)
    project = find_root(root, answer)
    roots = roots_of(project, stories, as_json=as_json, lang=answer)
    library, problems = read_everything(project, roots)
    if library is None or problems:
        print_problems(problems, as_json=as_json, closing=False, lang=answer)
        raise typer.Exit(1)
    texts = read_texts(library)
    if out is not None:
        raise typer.Exit(_write(library, texts, what or [], out, site_name(project), answer, as_json=as_json))
    assert back is not None
    if what:
        _wrongly(Message("`--in` reads all that its file holds: name no texts with it"), answer)
    outcome = compare(_bytes(back, answer), back.name, texts, library.interface, site_name(project), date.today())
    apply = not dry_run and not outcome.errors and bool(outcome.told or outcome.sound)
    if not as_json:
        _show(outcome, answer)
        apply = apply and (yes or _asked(outcome, answer))
    else:
        apply = apply and yes
    if apply:
        try:
            _bring_in(outcome, texts, project, roots)
        except LibraryError as error:
            print_problems(error.problems, as_json=as_json, closing=False, lang=answer)
            if not as_json:
                print(Message("Nothing was written.").in_language(answer))
            raise typer.Exit(1) from None
    if as_json:
        print(json.dumps(_as_data(outcome, written=apply, lang=answer), ensure_ascii=False, indent=1))
    else:
        _close(outcome, answer, written=apply)
    raise typer.Exit(1 if outcome.errors else 0)


def awaits_reader(library: Library, text_id: str) -> bool:
    """Does a text await a fluent reader: was it never checked, or has it changed since?"""
    text = library.texts.get(text_id)
    return text is None or state_of(library, text, READ) != "checked"


def _wrongly(message: Message, lang: Lang) -> None:
    print(f"whatmatters: {message.in_language(lang)}", file=sys.stderr)
    raise typer.Exit(2)


def _write(
    library: Library, texts: Texts, what: Sequence[str], out: Path, project: str, lang: Lang, *, as_json: bool
) -> int:
    """Write the Word file; the exit code. A file that exists is left alone: it may hold a reader's work."""
    from ..review.document import review_docx  # The program for Word files takes a while to load.

    ids = [i for i in texts.by_id if awaits_reader(library, i)] if not what else []
    for name in what:
        named = texts.named(name)
        if not named:
            folders = {part for i in texts.by_id for part in (i.partition("/")[0], i.rpartition("/")[0]) if part}
            mend = did_you_mean(
                name, [*texts.by_id, *folders], Message("name a text by its id, or the folder of several")
            )
            _wrongly(Message("there is no text `{name}` ({mend})", name=name, mend=mend), lang)
        ids += [i for i in named if i not in ids]
    if not out.parent.is_dir():
        _wrongly(Message("there is no folder {folder}", folder=str(out.parent)), lang)
    if out.suffix.lower() != ".docx":
        _wrongly(Message("a Word file's name ends in .docx, not {name}", name=out.name), lang)
    if not ids:
        print(Message("No text awaits a reader: nothing was written.").in_language(lang))
        return 0
    if out.exists():
        why = Message("{file} exists, and may hold a reader's work: name another file", file=str(out)).in_language(lang)
        print_failure(f"whatmatters: {why}", as_json=as_json)
        return 1
    chosen = [texts.by_id[i] for i in ids]
    out.write_bytes(review_docx(chosen, library.interface, library.glossary, project))
    pieces = sum(len(text.segments) for text in chosen)
    if as_json:
        print(json.dumps({"file": str(out), "texts": ids, "segments": pieces}, ensure_ascii=False, indent=1))
    else:
        said = Message("{file}: texts: {texts}; rows: {pieces}.", file=str(out), texts=len(ids), pieces=pieces)
        print(said.in_language(lang))
        print(Message("Send it to a fluent reader, and read back what comes with `--in`.").in_language(lang))
    return 0


def _bring_in(outcome: Outcome, texts: Texts, project: Path, roots: Sequence[StoryRoot]) -> None:
    """Write the changes, and record the checks of what then stands there: both, or neither.

    Raises LibraryError when the checks cannot be recorded, OSError when something cannot be written.
    """
    new = {texts.files[where].path: raw for where, raw in outcome.new_files.items()}
    before = {path: path.read_bytes().decode("utf-8") for path in new}
    write_whole(new)
    if outcome.sound and outcome.day is not None:
        try:
            record_checks(project, outcome.sound, reader=outcome.reader, day=outcome.day, lang=READ, roots=roots)
        except BaseException:
            write_whole(before)
            raise


def _bytes(file: Path, lang: Lang) -> bytes:
    """The bytes of a file, and never many more than can be ours."""
    if not file.is_file():
        _wrongly(Message("there is no file {file}", file=str(file)), lang)
    with file.open("rb") as source:
        return source.read(LARGEST_FILE + 1)


def _show(outcome: Outcome, lang: Lang) -> None:
    """Every change with its place, then every problem and remark."""
    for told in outcome.told:
        change = told.change
        row = Message("row {number}", number=told.row).in_language(lang)
        print(f"{change.place.where}:{change.place.line}  {change.text} · {change.segment.id} ({row})")
        if sys.stdout.isatty():
            pieces = (typer.style(words, fg=_COLOURS[kind], strikethrough=kind == "gone" or None)
                      for kind, words in marked(change.old, change.new))  # fmt: skip
            print("  " + " ".join(pieces))
        else:
            print("  " + plain(change.old, change.new))
    if outcome.sound and not outcome.errors:
        told_by = Message("Ticked as sound by {reader}, {day}: {texts}.",
                       reader=outcome.reader, day=outcome.day or "", texts=tuple(outcome.sound))  # fmt: skip
        print(told_by.in_language(lang))
    print_problems(outcome.problems, as_json=False, closing=False, lang=lang)


def _asked(outcome: Outcome, lang: Lang) -> bool:
    question = Message(
        "Write these changes ({changes}) into the sources, and record the texts that were ticked ({texts})?",
        changes=len(outcome.told),
        texts=len(outcome.sound),
    )
    try:
        return typer.confirm(str(question.in_language(lang)))
    except typer.Abort:
        print()
        return False


def _close(outcome: Outcome, lang: Lang, *, written: bool) -> None:
    """What was done, in a line or two."""
    if outcome.errors:
        said = Message("Problems to mend in the Word file: {count}. Nothing was written.", count=len(outcome.errors))
    elif not outcome.told and not outcome.sound:
        said = Message("The file changes nothing, and no text in it can be recorded as sound.")
    elif not written:
        said = Message("Nothing was written.")
    else:
        said = Message(
            "Written: {changes} changes in {files} files; sound: {texts}.",
            changes=len(outcome.told),
            files=len(outcome.new_files),
            texts=tuple(outcome.sound) or Message("none"),
        )
    print(said.in_language(lang))
    if written and (pages := _apart(outcome)):
        command = f"whatmatters level {' '.join(pages)}"
        print(
            Message(
                "Next: run `make check`, and once the two languages say the same, `{command}`.", command=command
            ).in_language(lang)
        )


def _apart(outcome: Outcome) -> list[str]:
    """Changed texts whose two languages stand in files of their own."""
    return sorted({t.change.text for t in outcome.told if t.change.place.where.endswith(".md")})


def _as_data(outcome: Outcome, *, written: bool, lang: Lang) -> dict[str, object]:
    return {
        "file": outcome.file,
        "reader": outcome.reader,
        "day": outcome.day.isoformat() if outcome.day else None,
        "changes": [
            {
                "file": told.change.place.where,
                "line": told.change.place.line,
                "text": told.change.text,
                "segment": told.change.segment.id,
                "row": told.row,
                "old": told.change.old,
                "new": told.change.new,
            }
            for told in outcome.told
        ],
        "sound": outcome.sound,
        "written": written,
        "problems": [problem.in_language(lang).as_dict() for problem in outcome.problems],
        "errors": len(outcome.errors),
    }
