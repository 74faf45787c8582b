"""Rules for the files of `docs/` and `stories/` as files: their names, where they lead, what they are.

The site takes files as they stand, so a link to a file elsewhere on the machine would be published,
and a picture that is none would stay a gap on the page.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from ..files.sources import MAX_BYTES, is_inside
from ..language.codes import LANGUAGES
from ..library.media import ENDINGS, FORMS
from ..library.picture_files import STEM
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem, shown

#: How a picture of each kind begins, by the end of its name: the formats' own specifications.
BEGINS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".ico": (b"\x00\x00\x01\x00",),
}
SVG = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.S)
#: What an SVG may not hold: scripts, what runs one, entities, and anything of another host.
ACTIVE = re.compile(
    rb"<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|@import"
    rb"|(?:href|src)\s*=\s*[\"']?\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//",
    re.I,
)
#: Files that a browser would run; they stand in docs/assets, where the people who write the program put them.
RUN = (".html", ".htm", ".xhtml", ".js", ".mjs", ".xml")
_CODES = "|".join(LANGUAGES)
#: What belongs in a story's folder.
OF_STORY = re.compile(
    rf"story\.yml|(?:{_CODES})\.md|.+\.(?:{_CODES})\.vtt|import-report\.md|"
    rf"{'|'.join(map(re.escape, FORMS))}|picture\.[a-z]+",
    re.I,
)


def file_problems(root: Path) -> Iterator[Problem]:
    """Every file under `docs/` and `stories/` that is not what its name or its place says."""
    for top in ("docs", "stories"):
        for folder, folders, files in os.walk(root / top):
            here = Path(folder)
            parts = here.relative_to(root).parts
            for name in sorted((*folders, *files)):
                yield from _entry(here / name, root, (*parts, name))


def _entry(path: Path, root: Path, parts: tuple[str, ...]) -> Iterator[Problem]:
    """The same of one file or folder; `parts` is its path within the project."""
    where = shown(path, root)
    if not path.name.isprintable():
        mend = Message("give it a name of letters, digits and hyphens")
        yield Problem(where, 1, "R06", Message("the name of this file is not plain text"), mend)
        return
    if path.is_symlink() and not is_inside(path, root):
        mend = Message("put the file itself here")
        yield Problem(where, 1, "R05", Message("this file is a link to somewhere outside the project"), mend)
        return
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return
        if not stat.S_ISREG(mode):
            yield Problem(
                where, 1, "R01", Message("this is not a file"), Message("take it away: a pipe or a device has no text")
            )
            return
        if not _of_story(parts) or path.stem.lower() != STEM:
            yield from _picture(path, where)
    except OSError as error:
        mend = Message("check that it exists and may be read")
        yield Problem(where, 1, "R01", Message("this file cannot be read: {why}", why=of_system(error)), mend)
        return
    if parts[0] == "docs" and parts[1] != "assets" and path.suffix.lower() in RUN:
        mend = Message("write it as Markdown, or put it into docs/assets if it is part of the program")
        yield Problem(where, 1, "M03", Message("this file would be published as it is, and run"), mend)
    if _of_story(parts) and not OF_STORY.fullmatch(path.name):
        if path.suffix.lower() in ENDINGS:
            return  # Whoever reads the story says what its recording should be.
        mend = Message("keep story.yml, en.md, cy.md, a picture, a recording and its captions there, and nothing else")
        yield Problem(where, 1, "S03", Message("nothing uses this file of the story"), mend, advice=True)


def _of_story(parts: tuple[str, ...]) -> bool:
    """Does it stand in a story's folder? Whoever reads the story says what its picture should be."""
    return parts[0] == "stories" and len(parts) == 4


def _picture(path: Path, where: str) -> Iterator[Problem]:
    """A picture that is not one, an SVG that does more than show, a picture too large for a page. Raises OSError."""
    suffix = path.suffix.lower()
    if suffix not in BEGINS and suffix != ".svg":
        return
    if path.stat().st_size > MAX_BYTES:
        mend = Message("save it smaller: 1,600 dots across are enough for a page")
        yield Problem(where, 1, "M04", Message("this picture is larger than a megabyte"), mend, advice=True)
    with path.open("rb") as file:
        head = file.read(MAX_BYTES if suffix == ".svg" else 16)
    if suffix == ".svg":
        right = SVG.match(head) is not None
    else:
        right = head.startswith(BEGINS[suffix]) and (suffix != ".webp" or head[8:12] == b"WEBP")
    if not right:
        mend = Message("export it again from the program that made it, and look at it")
        yield Problem(
            where, 1, "M01", Message("this file is not a picture of the kind {kind}", kind=suffix[1:].upper()), mend
        )
    elif suffix == ".svg" and (found := ACTIVE.search(head)):
        line = head[: found.start()].count(b"\n") + 1
        mend = Message("export it as plain SVG, without scripts and without anything from elsewhere")
        yield Problem(
            where, line, "M02", Message("this drawing holds a script or asks another host for something"), mend
        )
