"""`whatmatters add`: a story from a zip file or a folder goes where it belongs, once nothing is wrong with it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..check.arriving import belongs, check_arriving
from ..check.unfinished import unfinished
from ..files.handed_in import read_handed_in
from ..files.sources import SourceError, parse_yaml
from ..files.story_folder import begin, put_in_place
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.publication import AUDIENCES, why_not
from ..library.story import Audience, Story
from ..library.story_id import free_id, taken_ids
from ..library.withdrawn import FOLDER
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from ..packs.card_fit import fit_problems
from ..reading.all_roots import read_everything
from ..reading.arriving import FACTS, Arriving, find_story, is_id
from .changed_files import Change, changes, show_changes
from .likely_collection import likely_collection
from .project import DRAFTS, find_root
from .report import print_failure, print_problems

#: What a person types for yes, in either language.
YES = ("y", "yes", "ie", "iawn", "ydw", "do")


@dataclass(frozen=True)
class _Place:
    """Where a story goes."""

    id: str
    collection: str

    @property
    def folder(self) -> str:
        return f"stories/{self.collection}/{self.id}"


@dataclass(frozen=True)
class _Outcome:
    """What was done, or would be."""

    place: _Place
    story: Story
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    """Advice: a story with errors is not added."""
    replaces: bool

    @property
    def same(self) -> bool:
        """Is it there already, to the letter?"""
        return self.replaces and all(change.how == "same" for change in self.changes)


def add(
    story: Annotated[Path, typer.Argument(help="The zip file that the page Add a story saved, or a story's folder.")],
    replace_: Annotated[
        bool, typer.Option("--replace", help="Put it in place of the story of the same id, without asking.")
    ] = False,
    collection: Annotated[
        str | None, typer.Option(help="The collection it goes into, where its own folders do not say.")
    ] = None,
    story_id: Annotated[str | None, typer.Option("--id", help="Another id than the name of its folder.")] = None,
    lang: Annotated[Lang, typer.Option(help="The language to answer in.")] = "en",
    root: Annotated[Path | None, typer.Option("--root", help="The project's folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
) -> None:
    """Put a story saved by Add a story in its place, once nothing is wrong with it.

    Nothing is written where anything is wrong. A story of the same id is replaced only when you say so.
    """
    project, today = find_root(root, lang), date.today()
    if not story.exists():
        why = Message("there is no file or folder {name} (check its name)", name=str(story))
        raise _wrongly(why, lang)
    library, problems = read_everything(project)
    if library is None:
        print_problems(problems, as_json=as_json, lang=lang)
        raise typer.Exit(1)
    try:
        arriving = find_story(story.name, read_handed_in(story), belongs)
        place = _place(library, arriving, story, collection, story_id, lang)
        _free(project, place, arriving)
    except SourceError as error:
        raise _nothing([error.problem], Message("Nothing was written."), lang, as_json=as_json) from error
    shown = arriving.place if story.is_dir() else f"{story.name}/{arriving.place}"
    if lacking := unfinished(arriving.files, library, lang):
        closing = Message(
            "The story is not finished: nothing was written. Open it in the page Add a story, which lists the same "
            "fields: fill them in, save it, and add that."
        )
        raise _nothing([replace(p, path=shown + p.path) for p in sorted(lacking)], closing, lang, as_json=as_json)
    stage: Path | None = None
    try:
        stage = begin(project)
        kept = _lay_out(project, stage, place, arriving)
        outcome = _checked(library, project, stage, place, today)
        if isinstance(outcome, list):
            mine = [replace(p, path=shown + p.path.removeprefix(f"{place.folder}/")) for p in outcome]
            mend = Message(
                "Nothing was written. Open it in the page Add a story, mend what is named here, save it, and add that."
            )
            raise _nothing(mine, mend, lang, as_json=as_json)
        if outcome.replaces and not outcome.same and not (replace_ or _agreed(outcome, lang, as_json=as_json)):
            _tell(library, outcome, today, lang, written=False, as_json=as_json)
            raise typer.Exit(1)
        if not outcome.same:
            before = stage.with_name(f"{stage.name}-before")
            put_in_place(stage / place.folder, project / place.folder, before)
        stays = kept if not outcome.same else ()
        _tell(library, outcome, today, lang, written=not outcome.same, as_json=as_json, kept=stays)
    except OSError as error:
        why = Message("Nothing was written: {why}", why=f"{error.strerror}: {error.filename}")
        print_failure(why.in_language(lang), as_json=as_json)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        print("\n" + Message("Nothing was written.").in_language(lang), file=sys.stderr)
        raise typer.Exit(1) from None
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)


def _wrongly(why: Message, lang: Lang) -> typer.Exit:
    print(f"whatmatters: {why.in_language(lang)}", file=sys.stderr)
    return typer.Exit(2)


def _nothing(problems: Sequence[Problem], closing: Message, lang: Lang, *, as_json: bool) -> typer.Exit:
    """Says what is wrong, and that nothing was written."""
    print_problems(problems, as_json=as_json, closing=False, lang=lang)
    if not as_json:
        print(closing.in_language(lang))
    return typer.Exit(1)


def _place(
    library: Library, arriving: Arriving, handed_in: Path, collection: str | None, story_id: str | None, lang: Lang
) -> _Place:
    """Where it goes: by what was typed, by its own folders, and by its kind. Raises SourceError and typer.Exit."""
    known = [one.id for one in library.vocabulary.collections]
    if collection is not None and collection not in known:
        mend = did_you_mean(collection, known, Message("known: {names}", names=tuple(known)))
        raise _wrongly(Message("there is no collection `{name}` ({mend})", name=collection, mend=mend), lang)
    named = story_id or arriving.id or handed_in.stem
    if not is_id(named):
        what = Message("`{name}` cannot be an id", name=named)
        mend = Message(
            "say another with `--id`, of small letters a to z, digits and single hyphens: `--id mays-bath-time`"
        )
        raise SourceError(Problem(handed_in.name, 1, "S01", what, mend))
    if collection is None and arriving.above in known:
        collection = arriving.above
    return _Place(named, collection or likely_collection(_kind(arriving)))


def _kind(arriving: Arriving) -> str:
    """The kind that its facts name; empty where they cannot be read, which is told later."""
    try:
        data = parse_yaml(arriving.files[FACTS].decode("utf-8-sig"), FACTS).data
    except (SourceError, UnicodeDecodeError):
        return ""
    return str(data.get("kind", "")) if isinstance(data, Mapping) else ""


def _free(project: Path, place: _Place, arriving: Arriving) -> None:
    """Raises SourceError where another story has the id, or had it before it was withdrawn."""
    taken = taken_ids(project)
    file = f"{place.folder}/{FACTS}"
    if (project / "stories" / FOLDER / f"{place.id}.yml").exists():
        what = Message("`{name}` was the id of a story that was withdrawn, and is never used again", name=place.id)
        mend = Message("say another with `--id`, such as `--id {name}`", name=free_id(place.id, taken))
        raise SourceError(Problem(file, 1, "S04", what, mend))
    for other in (project / "stories").glob(f"*/{place.id}/"):
        where = other.relative_to(project).as_posix()
        if where != place.folder:
            what = Message("the id `{name}` is taken by {folder}", name=place.id, folder=where)
            mend = Message(
                "if it is that story, say `--collection {collection}`; if not, say another id: `--id {name}`",
                collection=other.parent.name,
                name=free_id(place.id, taken),
            )
            raise SourceError(Problem(file, 1, "S02", what, mend))


def _lay_out(project: Path, stage: Path, place: _Place, arriving: Arriving) -> tuple[str, ...]:
    """Write the story under `stage` as it will stand; names of files that stay of the one that it replaces.

    The page does not hold a film: what the story has beside its texts is not lost by saving these anew.
    """
    new, there = stage / place.folder, project / place.folder
    new.mkdir(parents=True)
    for name, data in arriving.files.items():
        (new / name).write_bytes(data)
    kept = [p for p in sorted(there.glob("*")) if p.is_file() and p.name not in arriving.files and belongs(p.name)]
    for path in kept:
        shutil.copy2(path, new / path.name)
    return tuple(path.name for path in kept)


def _checked(library: Library, project: Path, stage: Path, place: _Place, today: date) -> _Outcome | list[Problem]:
    """What would be done, or all that is wrong where anything is."""
    after, story, found = check_arriving(library, stage, place.id, place.folder, today)
    if story is not None and all(p.advice for p in found):
        alone = replace(after, stories={story.id: story}, recipes={})
        found += [p for p in fit_problems(alone) if p.path.startswith(f"{place.folder}/")]
    if story is None or not all(p.advice for p in found):
        return found
    there = project / place.folder
    return _Outcome(place, story, changes(there, stage / place.folder), tuple(found), there.exists())


def _agreed(outcome: _Outcome, lang: Lang, *, as_json: bool) -> bool:
    """Show what would change, and ask; no where nobody is there to answer."""
    if as_json:
        return False
    head = Message("There is a story in {folder} already. This one would change:", folder=outcome.place.folder)
    print(head.in_language(lang))
    show_changes(outcome.changes, lang)
    question = Message("Put it in place of the one that is there? (y/n)").in_language(lang)
    print(f"{question} ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer:
        print(file=sys.stderr)
    return answer.strip().casefold() in YES


def _tell(
    library: Library,
    outcome: _Outcome,
    today: date,
    lang: Lang,
    *,
    written: bool,
    as_json: bool,
    kept: Sequence[str] = (),
) -> None:
    """What was done, whom it is for, and what is next."""
    place, consent = outcome.place, outcome.story.facts.consent
    audiences = [one for one in AUDIENCES if why_not(consent, one, today) is None]
    if as_json:
        answer = {
            "id": place.id,
            "collection": place.collection,
            "folder": place.folder,
            "written": written,
            "replaced": written and outcome.replaces,
            "changes": [change.as_dict() for change in outcome.changes],
            "audiences": [{"audience": one, "command": _command(one)} for one in audiences],
            "problems": [p.in_language(lang).as_dict() for p in outcome.problems],
            "errors": 0,
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return

    def say(message: Message) -> None:
        print(message.in_language(lang))

    if not written and not outcome.same:
        say(
            Message(
                "Nothing was written. With `--replace` it takes the place of the one that is there, without a question."
            )
        )
        return
    files = ", ".join(change.name for change in outcome.changes if change.name not in kept)
    if outcome.same:
        say(Message("It is in its place already, as it is: {folder}/", folder=place.folder))
    elif outcome.replaces:
        say(Message("Replaced: {folder}/ ({files})", folder=place.folder, files=files))
    else:
        say(Message("Added: {folder}/ ({files})", folder=place.folder, files=files))
    if kept:
        say(Message("Kept of the one that was there: {files}", files=", ".join(kept)))
    for draft in _drafts(library.root, outcome):
        say(Message("Its draft still lies in {folder}/: delete it, as no command does.", folder=f"{DRAFTS}/{draft}"))
    if outcome.problems:
        print_problems(outcome.problems, as_json=False, lang=lang)
    if "public" not in audiences:
        say(Message("A build for everyone leaves it out: its consent does not go so far."))
    say(Message("Next, build the site for those who may see the story, and read it there in both languages:"))
    for one in sorted(audiences, key=lambda audience: audience != "public"):
        said = Message(
            "  {command}   for: {audience} (without `make`: {other})",
            command=_command(one),
            audience=_label(library, one, lang),
            other=f"whatmatters site --audience {one}",
        )
        say(said)
    page = f"stories/{place.collection}/{place.id}/index.html"
    say(Message("Then open `site/{page}` and `site/cy/{page}` in a browser.", page=page))


def _drafts(root: Path, outcome: _Outcome) -> list[str]:
    """Folders of drafts that are this story's: by its id, or by the transcript from which both come."""
    transcript = outcome.story.facts.source.transcript
    heard = transcript.sha256.encode() if transcript else None
    return [
        folder.name
        for folder in sorted((root / DRAFTS).glob("*/"))
        if folder.name == outcome.place.id
        or (heard and (folder / FACTS).is_file() and heard in (folder / FACTS).read_bytes())
    ]


def _command(audience: Audience) -> str:
    """What builds the site for an audience; without a word it is for everyone."""
    return "make site" if audience == "public" else f"make site AUDIENCE={audience}"


def _label(library: Library, audience: Audience, lang: Lang) -> str:
    return library.interface(f"add-scope-{audience}", lang)
