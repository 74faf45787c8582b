"""What a withdrawal leaves to people: found, and told as steps."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..library.story_root import StoryRoot
from ..tracing.finding import printed
from ..tracing.history import GitSilent, folders_in_history
from ..tracing.places import Place
from ..tracing.search import Find
from ..tracing.sources import Copy, Left, Looked, search_sources
from ..tracing.withdrawing import Withdrawal
from .left_in_drafts import left_in_drafts
from .project import DRAFTS


@dataclass(frozen=True)
class Remains:
    """What the command cannot do, and so leaves to people; copies of the story, and names in it, aside."""

    sources: tuple[Find, ...]
    """Places in our own files that still hold the story."""
    drafts: tuple[str, ...] | None
    """What lies in the project's folder of drafts of the story, as far as a program can tell; None for no drafts."""
    site: bool
    """Whether a site stands in the project's folder that was built before."""
    packs: int
    """Versions of packs that held the story and may have been printed."""
    history: tuple[str, ...] | None
    """The folders of the story that Git's history holds, as Git names them; None where Git cannot be asked."""


def find_remains(
    project: Path, roots: Sequence[StoryRoot], place: Place, looked: Looked, transcript: str | None
) -> tuple[Left, Remains]:
    """What is left of a story that has just been withdrawn; `transcript` is the hash by which its draft is known."""
    packs, spoilt = printed(roots, place.full_id)
    for problem in spoilt:
        print(problem, file=sys.stderr)  # The withdrawal is done all the same, and is told below.
    left = search_sources(project, roots, looked)
    return left, Remains(
        sources=left.finds,
        drafts=left_in_drafts(project, looked.name, looked.known, transcript),
        site=(project / "site" / "index.html").exists(),
        packs=len(packs),
        history=_in_history(place),
    )


def _in_history(place: Place) -> tuple[str, ...] | None:
    try:
        return folders_in_history(place)
    except GitSilent:
        mend = f"an engineer can ask: git log --all -- {place.collection}/{place.own_id}, in the folder of the stories"
        print(f"whatmatters: Git could not be asked whether its history holds the story ({mend})", file=sys.stderr)
        return None


def say_remains(done: Withdrawal, left: Left, remains: Remains) -> None:
    """Everything that a person has to do now, as numbered steps."""
    print("\nWhat no command can do, and you can:")
    steps = [
        "Build the site again and put it in place of the old one"
        + (": the folder site/ and every copy of it hold the story until then." if remains.site else "."),
        f"Then run `whatmatters trace {done.id}`: it proves that nothing of the story is left in the new site.",
    ]
    if done.left:
        steps.insert(0, f"Remove the folder {done.left} by hand: the machine did not let it go.")
    steps[-2:-2] = _copy_steps(left.copies)
    steps += _source_steps(left)
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
    if remains.history:
        paths = " ".join(f"--path {folder}" for folder in remains.history)
        steps.append(
            "Git's history still holds the text. Commit this change; then an engineer can rewrite the history with\n"
            f"     git filter-repo --invert-paths {paths}\n"
            "     and everybody has to clone the repository anew."
        )
    _print(steps)


def say_left(left: Left, drafts: Sequence[str] = ()) -> None:
    """What is left in our own files and drafts of a story that was withdrawn before; nothing where nothing is left."""
    steps = [*_copy_steps(left.copies), *_source_steps(left)]
    if drafts:
        steps += ["Delete these among the drafts; no command removes them:", *(f"     {file}" for file in drafts)]
    if steps:
        print("What is left of it here:")
        _print(steps)


def _copy_steps(copies: Sequence[Copy]) -> Iterator[str]:
    for copy in copies:
        yield f"Withdraw `{copy.id}` as well: it is a copy of the story (`whatmatters withdraw {copy.id}`)."
        yield from (f"     {copy.folder}/{place}" for place in copy.places)


def _source_steps(left: Left) -> Iterator[str]:
    if left.finds:
        yield "Take what is left of it out of these files:"
        yield from (f"     {_place(find)} ({find.what})" for find in left.finds)
    if left.names:
        yield "Look at these lines: a name that stands in the story stands there too, and may be somebody else's."
        yield from (f"     {_place(find)}" for find in left.names)


def _place(find: Find) -> str:
    return f"{find.file}, {find.place}" if find.place else find.file


def _print(steps: Sequence[str]) -> None:
    number = 0
    for step in steps:
        number += not step.startswith("   ")
        print(step if step.startswith("   ") else f"  {number}. {step}")
