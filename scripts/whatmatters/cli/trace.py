"""`whatmatters trace`: what of a story stands in a built site, and which printed packs held it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from ..library.story_root import StoryRoot
from ..messages.problem import LibraryError, did_you_mean
from ..reading.all_roots import read_everything
from ..tracing.finding import UnknownStory, Wanted, printed, wanted
from ..tracing.ledger import Entry
from ..tracing.search import Searched, search_folder
from .left_in_drafts import left_in_drafts
from .report import print_failure, print_problems

WORDS = {"id": "its name", "title": "its title", "words": "words of it", "recording": "its recording or picture"}


def trace_story(project: Path, further: Sequence[StoryRoot], story_id: str, site: Path, *, as_json: bool) -> int:
    """Search the site for a story and list the packs that held it.

    The exit code: 1 when something of a withdrawn story is left, in the site or among the drafts, when a file could not
    be opened, or when a line of the record of printed packs cannot be read; 0 otherwise.
    """
    library, problems = read_everything(project, further)
    if library is None:
        if as_json:
            print_problems(problems, as_json=True)
            return 1
        raise LibraryError(problems)
    try:
        story = wanted(library, story_id)
    except UnknownStory as error:
        known = [*library.stories, *library.withdrawn]
        mend = did_you_mean(story_id, known, "an id is the name of a story's folder; name its root with --stories")
        why = f"whatmatters: there is no story `{error}`, and no record of one ({mend})"
        print_failure(why, as_json=as_json)
        return 2
    if not site.is_dir():
        why = f"whatmatters: there is no site in {site} (build one, or name it with --site)"
        print_failure(why, as_json=as_json)
        return 2
    searched = search_folder(site, story.name, story.known, story.allowed)
    drafts = left_in_drafts(project, story.name, story.known) or ()
    packs, spoilt = printed(library.roots, story_id)
    if as_json:
        data = (
            _as_data(story, searched, packs)
            | {"drafts": list(drafts)}
            | {"problems": [p.as_dict() for p in spoilt], "errors": len(spoilt)}
        )
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _say(story, searched, packs)
        _say_drafts(drafts)
        for problem in spoilt:
            print(problem, file=sys.stderr)
    if spoilt:
        # Which packs were printed is not known for sure then, whatever the search found.
        return 1
    return 1 if story.withdrawn_on and (searched.finds or searched.closed or drafts) else 0


def _as_data(story: Wanted, searched: Searched, packs: Sequence[Entry]) -> dict[str, object]:
    return {
        "id": story.id,
        "withdrawn_on": story.withdrawn_on.isoformat() if story.withdrawn_on else None,
        "files": searched.files,
        "copies": list(story.copies),
        "finds": [asdict(find) for find in searched.finds],
        "closed": [{"file": file, "place": place, "why": why} for file, place, why in searched.closed],
        "printed": [entry.model_dump(mode="json", exclude={"stories"}) for entry in packs],
    }


def _say(story: Wanted, searched: Searched, packs: Sequence[Entry]) -> None:
    state = f"withdrawn on {story.withdrawn_on}" if story.withdrawn_on else "in the library"
    print(f"{story.id} is {state}. {searched.files} files were searched.")
    by_place: dict[tuple[str, str], list[str]] = {}
    for find in searched.finds:
        by_place.setdefault((find.file, find.place), []).append(WORDS[find.what])
    for (file, place), what in by_place.items():
        print(f"  {file}{f' > {place}' if place else ''}: {', '.join(what)}")
    for file, place, why in searched.closed:
        print(f"  not searched: {file}{f' > {place}' if place else ''}: {why}")
    for copy in story.copies:
        print(f"The story {copy} says what it says. If it is a copy, withdraw it as well: whatmatters withdraw {copy}")
    if story.withdrawn_on:
        if searched.finds:
            print("Something of it is left. Build the site again; what then remains stands in a page's own text,")
            print(f"or in another story. Where: whatmatters withdraw {story.id}")
        elif not searched.closed:
            print("Nothing of it is left in this site but the page that says that it was withdrawn.")
    if packs:
        print(f"Printed packs that hold it ({len(packs)} versions; the version stands at the foot of each card):")
        for entry in packs:
            print(f"  {entry.pack} · {entry.version} · {entry.lang}, first made on {entry.made}")
    else:
        print("No pack on record held it.")


def _say_drafts(drafts: Sequence[str]) -> None:
    """Drafts are no part of a site, and no command removes them: whoever looks for a story is told of them."""
    if drafts:
        print("Among the drafts of this computer, which no site holds and no command removes, these are of it:")
        for file in drafts:
            print(f"  {file}")
