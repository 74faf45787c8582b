"""The command and its verbs.

Exit codes: 0 all is well, 1 problems were found, 2 the command was called wrongly.

What a verb needs beyond the library and its rules is imported when it is called: to import everything takes a second.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from ..language.codes import LANGUAGES, Lang
from ..library.pack_forms import FORMS
from .failing import end_plainly, in_words, keep_details
from .later import Verbs, promise
from .project import find_root, nearest_root, site_url
from .roots import Stories, roots_of

Word = TypeVar("Word", bound=str)

app = typer.Typer(
    cls=Verbs,
    help="Stories in; a Welsh and English site and printed discussion packs out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Root = Annotated[
    Path | None, typer.Option("--root", help="The project's folder; found from where you are if not given.")
]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")]


def _known(word: str, known: tuple[Word, ...]) -> Word:
    """The known word that was typed. Ends the command with code 2 where there is none."""
    for one in known:
        if one == word:
            return one
    from ..messages.problem import did_you_mean

    mend = did_you_mean(word, known, "known: " + ", ".join(known))
    print(f"whatmatters: there is no `{word}` ({mend})", file=sys.stderr)
    raise typer.Exit(2)


def _sizes(given: str, option: str) -> list[int]:
    """Whole numbers parted by commas. Ends the command with code 2 where one is none."""
    sizes = [size.strip() for size in given.split(",")]
    for size in sizes:
        if not (size.isascii() and size.isdecimal() and int(size)):
            print(f"whatmatters: {option} takes whole numbers parted by commas, not `{size}`", file=sys.stderr)
            raise typer.Exit(2)
    return [int(size) for size in sizes]


promise(app, "new")
promise(app, "add")


@app.command()
def check(
    root: Root = None,
    as_json: Json = False,
    stories: Stories = "",
    lang: Annotated[Lang, typer.Option(help="The language to answer in.")] = "en",
) -> None:
    """Look for everything that is wrong in stories, recipes, questions, law data and pages."""
    from ..messages.message import Message
    from ..messages.problem import LibraryError
    from ..packs.checking import check_everything
    from .progress import progress_on
    from .report import print_problems

    project = find_root(root, lang)
    try:
        further = roots_of(project, stories, as_json=as_json, lang=lang)
        with progress_on(sys.stderr, lang, logged=False) as progress:
            report = check_everything(project, date.today(), further, progress)
    except LibraryError as error:
        raise error.in_language(lang) from error
    print_problems(report.problems, as_json=as_json, lang=lang)
    if not as_json and report.library is not None and not report.errors:
        library = report.library
        well = Message(
            "All is well: {stories} stories, {packs} packs, {questions} questions, {topics} law topics, "
            "each in Welsh and in English.",
            stories=len(library.stories),
            packs=len(library.recipes),
            questions=sum(len(c.questions) for b in library.banks.values() for c in b.categories),
            topics=len(library.read_across.topics),
        )
        print(well.in_language(lang))
    raise typer.Exit(1 if report.errors else 0)


@app.command()
def site(
    root: Root = None,
    as_json: Json = False,
    out: Annotated[str, typer.Option(help="The folder to build, inside the project.")] = "site",
    audience: Annotated[
        str, typer.Option(help="Whom the build is for: team, intranet, public or training.")
    ] = "public",
    stories: Stories = "",
    packs: Annotated[bool, typer.Option(help="Make the packs; without them the pages stand in seconds.")] = True,
) -> None:
    """Build the whole site with all its packs. A build that fails leaves the last good one as it was."""
    from .site_summary import say_summary
    from .unchanged import site_stands

    started, project = time.monotonic(), find_root(root)
    if (facts := site_stands(project, out, stories, audience=audience, packs=packs)) is not None:
        say_summary(facts, project / out, time.monotonic() - started, as_json=as_json, unchanged=True)
        return
    from ..library.publication import AUDIENCES
    from .site import build_site

    chosen = _known(audience, AUDIENCES)
    roots = roots_of(project, stories, as_json=as_json)
    raise typer.Exit(build_site(project, out, as_json=as_json, audience=chosen, roots=roots, packs=packs))


@app.command()
def packs(
    pack: Annotated[list[str] | None, typer.Argument(help="Which packs; all if none is named.")] = None,
    form: Annotated[list[str] | None, typer.Option(help=f"Which forms: {', '.join(FORMS)}.")] = None,
    lang: Annotated[list[str] | None, typer.Option(help="Which languages: en, cy.")] = None,
    out: Annotated[Path | None, typer.Option(help="Copy the files here.")] = None,
    show: Annotated[bool, typer.Option("--list", help="Only show what each pack chooses, and why.")] = False,
    root: Root = None,
    as_json: Json = False,
    audience: Annotated[
        str, typer.Option(help="Whom the packs are for: team, intranet, public or training.")
    ] = "public",
    stories: Stories = "",
) -> None:
    """Make discussion packs, or show what each one chooses and why."""
    from .packs import MadeBefore, copy_packs
    from .unchanged import Unstamped, digest_of_files, packs_stand

    project, today = find_root(root), date.today()
    asked = {"packs": pack, "forms": form, "langs": lang, "audience": audience}
    unstamped = None if show else Unstamped.now(project, "packs", stories, **asked)
    if unstamped is not None and (told := packs_stand(unstamped)) is not None:
        for line in told["said"]:
            print(line, file=sys.stderr)
        before = [MadeBefore(**{**file, "path": project / file["path"]}) for file in told["files"]]
        copy_packs(before, out, as_json=as_json)
        return
    from ..check import check_project
    from ..library.publication import AUDIENCES, for_audience
    from ..packs import build_packs
    from ..packs.checking import CACHE, check_everything
    from .pack_list import list_packs
    from .progress import progress_on
    from .report import print_problems

    reach = _known(audience, AUDIENCES)
    forms = [_known(f, FORMS) for f in form or FORMS]
    langs = [_known(x, LANGUAGES) for x in lang or LANGUAGES]
    # To say what is chosen nobody needs to know whether it fits on cards, which takes far longer.
    look = check_project if show else check_everything
    roots = roots_of(project, stories, as_json=as_json)
    report = look(project, today, roots)
    if report.errors or report.library is None:
        print_problems(report.errors, as_json=as_json)
        raise typer.Exit(1)
    library, left_out = for_audience(report.library, reach, today)
    said = [f"left out {gone.id}: {gone.why}" for gone in left_out]
    for line in said:
        print(line, file=sys.stderr)
    wanted = [_known(p, tuple(library.recipes)) for p in pack or ()]
    if unstamped is None:
        list_packs(library, wanted or list(library.recipes), as_json=as_json)
        return
    # It brings all that makes a site, which a list or a wrong word is not to wait for.
    from ..build import note_printed

    address = site_url(project)
    with progress_on(sys.stderr) as progress:
        made = build_packs(
            library,
            project / CACHE / "packs",
            packs=wanted or None,
            forms=forms if form else None,
            langs=langs if lang else None,
            site_url=address,
            progress=progress,
        )
    if warning := note_printed(library, {f.pack for f in made}, address, today):
        print(warning, file=sys.stderr)
    copy_packs(made, out, as_json=as_json)
    # What was said of a root that this audience may not see is kept nowhere.
    if not warning and all(reach in root.audience for root in roots):
        files = [{**asdict(f), "path": f.path.relative_to(project).as_posix()} for f in made]
        with suppress(OSError):
            unstamped.keep(digest_of_files(project, (f["path"] for f in files)), {"files": files, "said": said})


@app.command()
def level(
    text: Annotated[
        list[str] | None,
        typer.Argument(help="A page of docs (principles/carers.md) or a story's folder."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every page and story, without naming them.")] = False,
    root: Root = None,
) -> None:
    """Record that Welsh and English say the same, after you have brought them level."""
    if bool(text) == everything:
        why = "name texts, or say --all, not both" if text else "name the texts that are level, or say --all"
        print(f"whatmatters: {why}", file=sys.stderr)
        raise typer.Exit(2)
    from ..check.level import write_record

    project = find_root(root)
    path = write_record(project, [t.strip("/") for t in text] if text else None)
    print(f"Recorded in {path.relative_to(project).as_posix()}.")


@app.command()
def checked(
    text: Annotated[
        list[str] | None,
        typer.Argument(help="What was read: a story's folder, principles/carers.md, law/voice, glossary …"),
    ] = None,
    reader: Annotated[str | None, typer.Option(help="The fluent reader's name or role.")] = None,
    on: Annotated[str | None, typer.Option(help="The day, as 2026-11-29 or 29/11/2026; today if not given.")] = None,
    lang: Annotated[Lang, typer.Option(help="The language that was checked.")] = "cy",
    show: Annotated[
        bool, typer.Option("--list", help="Show what is checked, what has changed since, and what never was.")
    ] = False,
    root: Root = None,
    as_json: Json = False,
    stories: Stories = "",
) -> None:
    """Record that a fluent reader has checked texts as they are now. A text that changes later is a draft again."""
    from . import checked as checks

    project = find_root(root)
    roots, texts = roots_of(project, stories, as_json=as_json), checks.named(text)
    if show:
        if reader is not None or on is not None:
            raise checks.called_wrongly("--list only shows what is recorded: leave out --reader and --on, or --list")
        raise typer.Exit(checks.show(project, roots, texts, lang, as_json=as_json))
    checks.record(project, roots, texts, reader, on, lang)


@app.command()
def withdraw(
    story: Annotated[str, typer.Argument(help="The story's id: the name of its folder.")],
    on: Annotated[
        str | None,
        typer.Option(help="The day from which it is withdrawn, as 2026-11-21 or 21/11/2026; today if not given."),
    ] = None,
    root: Root = None,
    as_json: Json = False,
    stories: Stories = "",
) -> None:
    """Take a story down for good: its text goes, its id stays taken, and a page at its old address says so."""
    from .withdraw import day_of, withdraw_story

    project, day = find_root(root), day_of(on, date.today())
    roots = roots_of(project, stories, as_json=as_json)
    raise typer.Exit(withdraw_story(project, roots, story, day, as_json=as_json))


@app.command()
def trace(
    story: Annotated[str, typer.Argument(help="The id of a story, living or withdrawn.")],
    site_folder: Annotated[Path | None, typer.Option("--site", help="The built site; `site` if not given.")] = None,
    root: Root = None,
    as_json: Json = False,
    stories: Stories = "",
) -> None:
    """Look for a story in every file of a built site, and list the printed packs that hold it."""
    from .trace import trace_story

    project = find_root(root)
    where = site_folder or project / "site"
    raise typer.Exit(trace_story(project, roots_of(project, stories, as_json=as_json), story, where, as_json=as_json))


@app.command()
def bench(
    root: Root = None,
    part: Annotated[
        list[str] | None,
        typer.Option(help="A part alone: builds, edits, checks, packs, visits, lighthouse, search or imports."),
    ] = None,
    stories: Annotated[str | None, typer.Option(help="Sizes of library, by commas; 60,500,2000 if not given.")] = None,
    cards: Annotated[str, typer.Option(help="Sizes of pack to make, by commas.")] = "12,60,500",
    save: Annotated[
        Path | None,
        typer.Option(help="Where to save the table; a whole run at all sizes saves it in docs/decisions/figures.md."),
    ] = None,
) -> None:
    """Measure everything beside its peer: plain Material of the same pages, its search, and Pagefind."""
    from ..bench.run import PARTS, STORIES, run_bench
    from ..bench.saved import PAGE

    project = find_root(root)
    parts = [_known(one, PARTS) for one in part or PARTS]
    sizes = _sizes(stories, "--stories") if stories else list(STORIES)
    # Figures of several runs do not belong on one page.
    if save is None and set(parts) == set(PARTS) and sizes == list(STORIES):
        save = project / PAGE
    raise typer.Exit(run_bench(project, parts, sizes, _sizes(cards, "--cards"), save))


promise(app, "import")
promise(app, "review")
promise(app, "verify")
promise(app, "folder")
promise(app, "stage")


def main() -> None:
    """Run the command; whatever fails is told in words, never as a traceback."""
    end_plainly()
    try:
        app()
    except OSError as error:
        print(f"whatmatters: {in_words(error)}", file=sys.stderr)
    except Exception as error:  # A person who calls a command gets words; the details are for whoever mends it.
        from ..messages.problem import LibraryError

        known = isinstance(error, LibraryError)
        print(error if known else f"whatmatters: {keep_details(error, nearest_root(Path.cwd()))}", file=sys.stderr)
    sys.exit(1)
