"""`whatmatters withdraw`: a story is taken back, and what remains to be done is said."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import typer

from ..files.sources import SourceError, read_yaml
from ..library.dates import typed_day
from ..library.library import Library
from ..library.story_root import StoryRoot, own_root
from ..library.withdrawn import FOLDER
from ..messages.problem import did_you_mean
from ..packs.checking import CACHE
from ..reading.all_roots import read_everything
from ..tracing.finding import name_of
from ..tracing.fingerprints import dense
from ..tracing.names import Name
from ..tracing.places import Place, kept_of, places, record_of
from ..tracing.recorded import read_recorded
from ..tracing.shared_passages import Elsewhere
from ..tracing.sources import Left, Looked, search_sources
from ..tracing.story_words import read_told
from ..tracing.withdrawing import clear, withdraw
from .folder import OUT as PACKAGES
from .left_in_drafts import left_in_drafts
from .remains import find_remains, say_left, say_remains
from .report import print_failure


def withdraw_story(
    project: Path, further: Sequence[StoryRoot], story_id: str, on: date | None, *, as_json: bool
) -> int:
    """Withdraw a story; the exit code. Where no day was typed, that of an earlier record holds."""
    roots = (own_root(project), *further)
    library, _ = read_everything(project, further)
    place = next((place for place in places(roots) if place.full_id == story_id), None)
    if place is None:
        return _not_there(project, roots, story_id, library, as_json=as_json)
    before = kept_of(place.root, place.own_id)
    day = on or (before.withdrawn_on if before is not None else date.today())
    transcript, looked = _transcript(place), _looked(place, roots, library)
    try:
        done = withdraw(project, roots, place, day, library)
    except (OSError, ValueError) as error:
        what = f"{error.strerror}: {error.filename}" if isinstance(error, OSError) else str(error)
        print_failure(f"Nothing was withdrawn, and every file is as it was: {what}", as_json=as_json)
        return 1
    _forget(project)
    left, remains = find_remains(project, roots, place, looked, transcript)
    if as_json:
        print(
            json.dumps(
                {**asdict(done), "date": day.isoformat(), **_as_data(left), "remains": asdict(remains)}, indent=1
            )
        )
    else:
        print(f"Withdrawn from {day}: {done.id}")
        print(f"  removed  {place.shown} and everything kept in .cache" if not done.left else f"  LEFT     {done.left}")
        print(f"  kept     {done.record}: the id, the date, fingerprints, and none of its words")
        print("           Why it was taken down belongs to your record of consent: it may name a person.")
        for file in (*done.recipes, *done.records):
            print(f"  mended   {file}")
        say_remains(done, left, remains)
    return 1 if done.left else 0


def _looked(place: Place, roots: Sequence[StoryRoot], library: Library | None) -> Looked:
    """What a story is known by to a person who looks: every passage, for its words are here still."""
    told, recorded = read_told(place), read_recorded(place.folder, place.root.folder)
    common = frozenset[str]()
    if library is not None:
        common = Elsewhere(library).common(place.full_id, (*told.values(), *recorded.told), to_look=True)
    traces = tuple(dense(one.title, one.blocks, common) for one in told.values())
    heard = recorded.traces(dense, common)
    said = tuple(words for one in (*told.values(), *recorded.told) for words in one.said)
    return Looked(_name(place.full_id, roots, library), traces, told, place.root, place.own_id, heard, said)


def _name(story_id: str, roots: Sequence[StoryRoot], library: Library | None) -> Name:
    return name_of(library, story_id) if library else Name(story_id, [place.full_id for place in places(roots)])


def _not_there(
    project: Path, roots: Sequence[StoryRoot], story_id: str, library: Library | None, *, as_json: bool
) -> int:
    """Say why there is nothing to withdraw: withdrawn already, with what is left of it (1), or never there (2)."""
    for root in roots:
        own_id = root.own_id(story_id)
        if root.full_id(own_id) == story_id and "/" not in own_id and record_of(root, own_id).is_file():
            clear(root, own_id)
            why = f"`{story_id}` is withdrawn already: {root.shown}/{FOLDER}/{own_id}.yml says since when."
            kept = kept_of(root, own_id)
            traces = tuple(kept.traces.values()) if kept is not None else ()
            heard = kept.recording if kept is not None else None
            looked = Looked(_name(story_id, roots, library), traces, {}, root, own_id, heard)
            left = search_sources(project, roots, looked)
            drafts = left_in_drafts(project, looked.name, looked.known) or ()
            more = {**_as_data(left), "sources": [asdict(f) for f in left.finds], "drafts": list(drafts)}
            print_failure(why, as_json=as_json, more=more)
            if not as_json:
                say_left(left, drafts)
            return 1
    known = [place.full_id for place in places(roots)]
    mend = did_you_mean(story_id, known, "an id is the name of a story's folder; name its root with --stories")
    print_failure(f"whatmatters: there is no story `{story_id}` ({mend})", as_json=as_json)
    return 2


def _as_data(left: Left) -> dict[str, object]:
    return {"copies": [asdict(copy) for copy in left.copies], "names": [asdict(find) for find in left.names]}


def _forget(project: Path) -> None:
    """Throw away everything that was made from the sources and kept, packages and half-built sites among it."""
    for folder in (project / CACHE, project / PACKAGES, *project.glob(".site*-new"), *project.glob(".site*-old")):
        shutil.rmtree(folder, ignore_errors=True)


def _transcript(place: Place) -> str | None:
    """The hash of the file that the story was imported from, by which its draft is known; None where none is named."""
    try:
        data = read_yaml(place.folder / "story.yml", place.root.folder).data
        return str(data["source"]["transcript"]["sha256"])
    except (SourceError, KeyError, TypeError):
        return None


def day_of(typed: str | None, today: date) -> date | None:
    """The day that was typed; None where none was. Ends the command with code 2 when it is not a day, or to come."""
    if typed is None:
        return None
    day = typed_day(typed)
    if day is None:
        print(f"whatmatters: `{typed}` is not a date (write it as {today.isoformat()})", file=sys.stderr)
        raise typer.Exit(2)
    if day > today:
        mend = "a withdrawal holds from the day on which it is made, or from an earlier one"
        print(f"whatmatters: {day} is still to come ({mend})", file=sys.stderr)
        raise typer.Exit(2)
    return day
