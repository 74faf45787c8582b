"""Reading the picture in a story's folder: every reason why it cannot be published, each with its file and line."""

from __future__ import annotations

from pathlib import Path

from ..files.sources import Document, is_inside
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem, shown
from .picture import Picture, PictureFacts
from .picture_file import FORMS, LARGEST, Refused, dots_of

#: How the name of a story's picture begins, whatever kind it is of.
STEM = "picture"


def pictures_in(folder: Path) -> list[Path]:
    """Every file of a story's folder that is named as its picture, of a kind that a page shows or not."""
    return sorted(path for path in folder.iterdir() if path.stem.lower() == STEM)


def read_picture(
    folder: Path, root: Path, facts: PictureFacts | None, document: Document
) -> tuple[Picture | None, list[Problem]]:
    """The picture in `folder`, or None where there is none or it cannot be published; and every problem.

    `document` is `story.yml`, for its lines.
    """
    found = pictures_in(folder)
    if not found:
        if facts is None:
            return None, []
        said = Message("the story's folder holds no picture")
        mend = Message("put picture.webp, picture.jpg or picture.png beside it, or take `picture` out")
        return None, [Problem(document.path, document.line(("picture",)), "M18", said, mend)]
    problems = [
        Problem(
            shown(path, root),
            1,
            "M18",
            Message("a story's picture has another name"),
            Message("save it as picture.webp, picture.jpg or picture.png, in small letters"),
        )
        for path in found
        if path.name not in FORMS
    ]
    known = [path for path in found if path.name in FORMS]
    if len(known) > 1:
        said = Message(
            "this folder holds two pictures, {first} and {second}", first=known[0].name, second=known[1].name
        )
        problems.append(Problem(shown(known[1], root), 1, "M18", said, Message("keep one: a story has one picture")))
    if facts is None:
        said = Message("story.yml says nothing of the picture")
        mend = Message(
            "add `picture:` with `shows_people: true` or `false`, and `alt: {what}` with what is on it",
            what="{en: …, cy: …}",
        )
        problems.append(Problem(document.path, 1, "M18", said, mend))
    dots, wrong = _dots(known[0], root) if known else (None, [])
    problems += wrong
    if dots is None or facts is None or problems:
        return None, problems
    width, height = dots
    return (
        Picture(name=known[0].name, width=width, height=height, shows_people=facts.shows_people, alt=facts.alt),
        [],
    )


def _dots(path: Path, root: Path) -> tuple[tuple[int, int] | None, list[Problem]]:
    where = shown(path, root)
    if not is_inside(path, root):
        mend = Message("put the file itself here")
        return None, [Problem(where, 1, "R05", Message("this file is a link to somewhere outside the project"), mend)]
    try:
        if path.stat().st_size > LARGEST:
            mend = Message("save it smaller: 1,600 dots across are enough for a page")
            return None, [Problem(where, 1, "M12", Message("this picture is larger than a megabyte"), mend)]
        return dots_of(path.read_bytes(), path.name), []
    except Refused as error:
        return None, [Problem(where, 1, error.code, error.why, error.mend)]
    except OSError as error:
        said = Message("this file cannot be read: {why}", why=of_system(error))
        return None, [Problem(where, 1, "R01", said, Message("check that it exists and may be read"))]
