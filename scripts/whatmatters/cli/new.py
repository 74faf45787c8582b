"""`whatmatters new`: begin a story, by answering questions or by options."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..check import check_project
from ..check.unfinished import unfinished
from ..files.sources import SourceError, parse_yaml, read_text, validate
from ..files.story_folder import write_folder
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.publication import AUDIENCES
from ..library.story import StoryFacts
from ..library.story_id import free_id, taken_ids
from ..library.tag_suggesting import Suggestion, suggest
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem
from ..reading.library_files import Reader
from ..reading.new_story import BASES, NewSource, NewStory
from .asking import Asker, CalledWrongly
from .draft_page import free_folder
from .form_page import draft_page, form_page, say_form
from .likely_collection import likely_collection
from .new_answers import (
    address_of,
    consent_of,
    emblem_called,
    front,
    gives_an_id,
    handed_in,
    law_of,
    tags_of,
    texts_of,
)
from .project import DRAFTS, find_root


@dataclass(frozen=True)
class Written:
    """A story that was begun."""

    id: str
    folder: str
    files: tuple[str, ...]
    suggested: tuple[Suggestion, ...]
    problems: tuple[Problem, ...]
    """What it still lacks."""


def new(
    title_en: Annotated[str | None, typer.Option(help="The title in English; the id is made from it.")] = None,
    title_cy: Annotated[str | None, typer.Option(help="The title in Welsh.")] = None,
    summary_en: Annotated[str, typer.Option(help="One line in English that makes people want to read on.")] = "",
    summary_cy: Annotated[str, typer.Option(help="The same line in Welsh.")] = "",
    kind: Annotated[str | None, typer.Option(help="What kind of story, by id or label, in either language.")] = None,
    emblem: Annotated[str, typer.Option(help="A picture beside the title: the name of a Material Design icon.")] = "",
    collection: Annotated[str | None, typer.Option(help="The collection it belongs to.")] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(help="A tag by id or label, in either language; once for each. The first theme is the main one."),
    ] = None,
    law: Annotated[list[str] | None, typer.Option(help="A topic of the law; once for each.")] = None,
    source_title: Annotated[str | None, typer.Option(help="Title of the film, page or book.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address on the web, if it has one.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="wales or england.")] = None,
    route: Annotated[str | None, typer.Option(help="How it reached us.")] = None,
    provenance: Annotated[str | None, typer.Option(help="retold, imagined-further, composite or contributed.")] = None,
    names_changed: Annotated[bool, typer.Option(help="People's names have been changed.")] = False,
    consent: Annotated[str | None, typer.Option(help=f"Why it may be published: {', '.join(BASES)}.")] = None,
    held_by: Annotated[str | None, typer.Option(help="Who keeps the record of the consent.")] = None,
    given: Annotated[str | None, typer.Option(help="The day it was given, as 29/11/2026.")] = None,
    expires: Annotated[str | None, typer.Option(help="The day it ends, if it does, as 29/11/2026.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help=f"For whom: {', '.join(AUDIENCES)}; once for each.")] = None,
    review_by: Annotated[
        str | None, typer.Option(help="When to ask again, as 29/11/2026; in a year if not given.")
    ] = None,
    owner: Annotated[str | None, typer.Option(help="Who looks after the story.")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="A file with the text in one language.")] = None,
    lang: Annotated[str | None, typer.Option(help="The language of that text: en or cy.")] = None,
    open_it: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open", help="Open the page Add a story with the story in it; done if you sit at a screen."
        ),
    ] = None,
    answer: Annotated[Lang | None, typer.Option(help="The language to ask and answer in: en or cy.")] = None,
    root: Annotated[Path | None, typer.Option("--root", help="The project's folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")] = False,
) -> None:
    """Begin a story: asks what no option says, and writes its folder. Nothing that is there is ever overwritten.

    What cannot be is asked again: no answer is lost for one wrong word.
    """
    speaks = answer or "en"
    nothing = Message("Nothing was written.").in_language(speaks)
    project = find_root(root, speaks)
    try:
        library = _library(project)
        ask = Asker(library.interface, speaks)
        written, language = handed_in(source, lang, ask, library.interface)
        titles = {
            "en": ask.text(
                "--title-en",
                Message("Title in English"),
                title_en or front(written, language, "en", "title"),
                fits=gives_an_id,
            ),
            "cy": ask.text(
                "--title-cy", Message("Title in Welsh"), title_cy or front(written, language, "cy", "title")
            ),
        }
        summaries = {"en": summary_en, "cy": summary_cy}
        texts = texts_of(written, language, titles, summaries)
        body = " ".join((*texts[language].before, *texts[language].after)) if language else ""
        suggested = suggest(library.vocabulary, body, language) if language else ()
        words = library.vocabulary
        # What has a usual answer is asked only of those who are being asked anyway.
        usual = "wales" if source_title else None
        chosen_kind = ask.one("--kind", Message("Kind of story"), kind, words.kinds)
        how = ask.one("--route", Message("How it reached us"), route, words.routes)
        address = address_of(url or "", ask)
        own = any(one.id == how and one.source for one in words.routes)
        story = NewStory(
            kind=chosen_kind,
            tags=tags_of(library, tag or (), suggested, ask),
            law=tuple(law_of(library, law or (), ask)),
            # A story that was invented here has no source to ask for.
            source=NewSource(source_title or "", publisher or "", address, jurisdiction or "", how)
            if own
            else NewSource(
                title=ask.text("--source-title", Message("Source: title of the film, page or book"), source_title),
                publisher=ask.text("--publisher", Message("Who published it"), publisher),
                url=address,
                jurisdiction=ask.one(
                    "--jurisdiction", Message("Country"), jurisdiction or usual, words.jurisdictions, "wales"
                ),
                how_it_reached_us=how,
            ),
            provenance=ask.one("--provenance", Message("How it is told"), provenance, words.provenances),
            names_changed=names_changed,
            consent=consent_of(ask, library.interface, consent, held_by, given, expires, scope or (), review_by),
            owner=ask.text("--owner", Message("Who looks after the story"), owner),
            texts=texts,
            emblem=emblem_called(emblem, ask),
        )
        likely = likely_collection(chosen_kind)
        place = ask.one(
            "--collection", Message("Collection"), collection or (likely if kind else None), words.collections, likely
        )
        ask.finish()
        made = _write(project, story, place, suggested)
    except (CalledWrongly, SourceError, UnicodeDecodeError) as problem:
        print(f"whatmatters: {_why(problem, speaks)}\n{nothing}", file=sys.stderr)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        print(f"\n{nothing}", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        why = of_system(error)
        said = why.in_language(speaks) if isinstance(why, Message) else why
        print(f"whatmatters: {said}: {error.filename}\n{nothing}", file=sys.stderr)
        raise typer.Exit(1) from None
    folder = project / made.folder
    texts_made = {f"{folder.parent.name}/{made.id}/{name}": read_text(folder / name, project) for name in made.files}
    page_lang = answer or language or "en"
    page = draft_page(project, free_folder(project / DRAFTS, made.id), texts_made, page_lang)
    if not as_json:
        made = replace(
            made,
            problems=_in_words_of_the_form(made, {n: (folder / n).read_bytes() for n in made.files}, library, speaks),
        )
    _tell(made, page or form_page(project, page_lang), speaks, as_json=as_json)
    say_form(folder, page, page_lang, speaks, open_it=open_it, quiet=as_json)


def _why(problem: Exception, lang: Lang) -> str:
    if isinstance(problem, CalledWrongly):
        return problem.said(lang)
    return str(problem.problem.in_language(lang)) if isinstance(problem, SourceError) else str(problem)


def _library(project: Path) -> Library:
    """The library, or what keeps it from being read: a new story needs its vocabulary."""
    reader = Reader(project)
    library = reader.read()
    if library is None:
        raise CalledWrongly(Message("the library cannot be read: mend first what `whatmatters check` names"))
    return library


def _write(project: Path, story: NewStory, collection: str, suggested: tuple[Suggestion, ...]) -> Written:
    wanted = gives_an_id(story.texts["en"].title)
    story_id = free_id(wanted, taken_ids(project))
    folder = f"stories/{collection}/{story_id}"
    files = story.files()
    _, problems = validate(StoryFacts, parse_yaml(files["story.yml"], f"{folder}/story.yml"))
    if problems:
        raise CalledWrongly(*(Message("{what} ({mend})", what=p.message, mend=p.mend) for p in problems))
    write_folder(project, project / folder, files)
    found = check_project(project, date.today()).problems
    mine = tuple(p for p in found if p.path.startswith(f"{folder}/"))
    return Written(story_id, folder, tuple(files), suggested, mine)


def _in_words_of_the_form(
    made: Written, files: Mapping[str, bytes], library: Library, lang: Lang
) -> tuple[Problem, ...]:
    """What it still lacks, empty fields by their labels: the page Add a story is where they are filled in."""
    empty = [replace(p, path=f"{made.folder}/{p.path}") for p in unfinished(files, library, lang)]
    told = {(p.path, p.line) for p in empty}
    return tuple(sorted([*empty, *(p for p in made.problems if (p.path, p.line) not in told)]))


def _tell(made: Written, page: Path | None, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        answer = {
            "id": made.id,
            "folder": made.folder,
            "page": page.as_posix() if page else None,
            "files": list(made.files),
            "suggested": [{"tag": s.tag.id, "because": list(s.because)} for s in made.suggested],
            "problems": [p.in_language(lang).as_dict() for p in made.problems],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return

    def say(message: Message) -> None:
        print(message.in_language(lang))

    say(Message("Written: {folder}/ ({files})", folder=made.folder, files=made.files))
    for suggestion in made.suggested:
        tag = suggestion.tag
        say(
            Message(
                "The text suggests the tag {name} ({labels}): {words}",
                name=tag.id,
                labels=f"{tag.label.en} · {tag.label.cy}",
                words=tuple(suggestion.because),
            )
        )
    if made.problems:
        say(Message("What it still needs:"))
        for problem in made.problems:
            print(f"  {problem.in_language(lang)}")
