"""`whatmatters withdraw`: a story is taken back, and what remains to be done is said."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import typer

from ..build import CACHE
from ..library.gathering import read_everything
from ..library.problems import did_you_mean
from ..library.sources import SourceError, read_yaml, validate
from ..library.story_root import StoryRoot, own_root
from ..library.withdrawn import FOLDER, WithdrawnFile
from ..tracing.finding import printed
from ..tracing.fingerprints import Known
from ..tracing.ledger import FILE as LEDGER
from ..tracing.names import Name
from ..tracing.search import Find, search_folder
from ..tracing.withdrawing import Place, Withdrawal, begun, clear, places, record_of, withdraw
from .project import DRAFTS
from .report import print_failure

#: Folders of `docs` whose files say something; scripts are published with their comments.
WRITTEN = ("en", "cy", "data", "includes", "assets/js")


@dataclass(frozen=True)
class Remains:
    """What the command cannot do, and so leaves to people."""

    sources: tuple[Find, ...]
    """Places in our own sources that still hold the story."""
    drafts: tuple[str, ...] | None
    """What lies in the project's folder of drafts of the story, as far as a program can tell; None for no drafts."""
    site: bool
    """Whether a site stands in the project's folder that was built before."""
    packs: int
    """Versions of packs that held the story and may have been printed."""
    history: str | None
    """The folder that Git's history still holds, as Git names it; None where there is no repository."""


def withdraw_story(
    project: Path, further: Sequence[StoryRoot], story_id: str, on: date | None, reason: str | None, *, as_json: bool
) -> int:
    """Withdraw a story; the exit code. Where no day or no reason was typed, those of an earlier record hold."""
    roots = (own_root(project), *further)
    library, _ = read_everything(project, further)
    place = _place(roots, story_id)
    if place is None:
        return _not_there(roots, story_id, as_json=as_json)
    before = begun(place)
    day = on or (before.withdrawn_on if before is not None else date.today())
    reason = reason or (before.reason if before is not None else None)
    transcript = _transcript(place)
    try:
        done = withdraw(project, roots, place, day, reason, library)
    except (OSError, ValueError) as error:
        what = f"{error.strerror}: {error.filename}" if isinstance(error, OSError) else str(error)
        print_failure(f"Nothing was withdrawn, and every file is as it was: {what}", as_json=as_json)
        return 1
    _forget(project)
    remains = _remains(project, roots, place, done.id, transcript)
    if as_json:
        print(json.dumps({**asdict(done), "date": day.isoformat(), "remains": asdict(remains)}, indent=1))
    else:
        _say(done, place, day, remains)
    return 1 if done.left else 0


def _place(roots: Sequence[StoryRoot], story_id: str) -> Place | None:
    return next((place for place in places(roots) if place.full_id == story_id), None)


def _not_there(roots: Sequence[StoryRoot], story_id: str, *, as_json: bool) -> int:
    """Say why there is nothing to withdraw: withdrawn already (1), or never there (2)."""
    for root in roots:
        own_id = root.own_id(story_id)
        if root.full_id(own_id) == story_id and "/" not in own_id and record_of(root, own_id).is_file():
            clear(root, own_id)
            record = f"{root.shown}/{FOLDER}/{own_id}.yml"
            print_failure(f"`{story_id}` is withdrawn already: {record} says since when.", as_json=as_json)
            return 1
    known = [place.full_id for place in places(roots)]
    mend = did_you_mean(story_id, known, "an id is the name of a story's folder; name its root with --stories")
    print_failure(f"whatmatters: there is no story `{story_id}` ({mend})", as_json=as_json)
    return 2


def _forget(project: Path) -> None:
    """Throw away everything that was made from the sources and kept to save time, half-built sites among it."""
    for folder in (project / CACHE, *project.glob(".site*-new"), *project.glob(".site*-old")):
        shutil.rmtree(folder, ignore_errors=True)


def _transcript(place: Place) -> str | None:
    """The hash of the file that the story was imported from, by which its draft is known; None where none is named."""
    try:
        data = read_yaml(place.folder / "story.yml", place.root.folder).data
        return str(data["source"]["transcript"]["sha256"])
    except (SourceError, KeyError, TypeError):
        return None


def _remains(project: Path, roots: Sequence[StoryRoot], place: Place, story_id: str, transcript: str | None) -> Remains:
    packs, spoilt = printed(roots, story_id)
    for problem in spoilt:
        print(problem, file=sys.stderr)  # The withdrawal is done all the same, and is told below.
    kept, _ = validate(WithdrawnFile, read_yaml(record_of(place.root, place.own_id), place.root.folder))
    known = Known(kept.traces.values() if kept is not None else ())
    name = Name(place.full_id, [other.full_id for other in places(roots)])
    return Remains(
        sources=tuple(_in_sources(project, roots, place, name, known)),
        drafts=_in_drafts(project / DRAFTS, name, known, transcript),
        site=(project / "site" / "index.html").exists(),
        packs=len(packs),
        history=_in_history(place),
    )


def _in_sources(project: Path, roots: Sequence[StoryRoot], place: Place, name: Name, known: Known) -> Iterator[Find]:
    """Where pages, data and other stories still name it or say its words."""
    folders = {f"docs/{part}": project / "docs" / part for part in WRITTEN} | {r.shown: r.folder for r in roots}
    for shown, folder in folders.items():
        for find in search_folder(folder, name, known, [f"{FOLDER}/{place.own_id}.yml", LEDGER]).finds:
            yield Find(f"{shown}/{find.file}", find.place, find.what)


def _in_drafts(drafts: Path, name: Name, known: Known, transcript: str | None) -> tuple[str, ...] | None:
    """Files among the drafts that name the story or say its words, and drafts of its transcript; None for no drafts."""
    if not drafts.is_dir() or not any(drafts.iterdir()):
        return None
    found = {find.file for find in search_folder(drafts, name, known).finds}
    if transcript:
        for path in sorted(drafts.rglob("*.yml")):
            if path.is_file() and transcript.encode() in path.read_bytes():
                found.add(path.parent.relative_to(drafts).as_posix())
    return tuple(f"{DRAFTS}/{file}" for file in sorted(found))


def _in_history(place: Place) -> str | None:
    repository = next((p for p in (place.root.folder, *place.root.folder.parents) if (p / ".git").exists()), None)
    return place.folder.relative_to(repository).as_posix() if repository else None


def _say(done: Withdrawal, place: Place, day: date, remains: Remains) -> None:
    folder = f"{place.root.shown}/{place.collection}/{place.own_id}"
    print(f"Withdrawn from {day}: {done.id}")
    print(f"  removed  {folder} and everything kept in .cache" if not done.left else f"  LEFT     {done.left}")
    print(f"  kept     {done.record}: the id, the date, fingerprints, and none of its words")
    for recipe in done.recipes:
        print(f"  mended   {recipe}")
    print("\nWhat no command can do, and you can:")
    steps = [
        "Build the site again and put it in place of the old one"
        + (": the folder site/ and every copy of it hold the story until then." if remains.site else "."),
        f"Then run `whatmatters trace {done.id}`: it proves that nothing of the story is left in the new site.",
    ]
    if done.left:
        steps.insert(0, f"Remove the folder {done.left} by hand: the machine did not let it go.")
    if remains.sources:
        steps.append("Take what is left of it out of these files:")
        steps += [f"     {f.file}" + (f", {f.place}" if f.place else "") + f" ({f.what})" for f in remains.sources]
    if remains.drafts is not None:
        steps.append(
            f"Look into {DRAFTS}/, here and on every computer where the story was written: transcripts and drafts are "
            "kept there, and no command removes them." + (" These are of the story:" if remains.drafts else "")
        )
        steps += [f"     {file}" for file in remains.drafts]
    count = remains.packs
    steps.append(
        f"Call back what was printed: {count} {'version' if count == 1 else 'versions'} of packs held it. "
        "`whatmatters trace` lists them."
        if count
        else "Ask who has printed or saved it: no pack on record held it, but pages can be printed too."
    )
    if remains.history is not None:
        steps.append(
            "Git's history still holds the text. Commit this change; then an engineer can rewrite the history with\n"
            f"     git filter-repo --invert-paths --path {remains.history}\n"
            "     and everybody has to clone the repository anew."
        )
    number = 0
    for step in steps:
        number += not step.startswith("   ")
        print(step if step.startswith("   ") else f"  {number}. {step}")


def day_of(typed: str | None, today: date) -> date | None:
    """The day that was typed; None where none was. Ends the command with code 2 when it is not a day, or to come."""
    if typed is None:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        print(f"whatmatters: `{typed}` is not a date (write it as {today.isoformat()})", file=sys.stderr)
        raise typer.Exit(2) from None
    if day > today:
        mend = "a withdrawal holds from the day on which it is made, or from an earlier one"
        print(f"whatmatters: {day} is still to come ({mend})", file=sys.stderr)
        raise typer.Exit(2)
    return day
