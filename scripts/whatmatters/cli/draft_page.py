"""A draft's own page: *Add a story* of the built site as a file beside the draft, with the draft in it.

No page may read a disk unasked, and an address that held the words would keep them in the browser's history:
docs/decisions/0022-the-draft-comes-with-its-page.md says what else was weighed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from lxml import etree, html

from ..language.bilingual import LANGUAGES, Lang
from .form_page import form_page

#: The file in each language; both stand side by side, so that the page can be read in the other language too.
NAMES: dict[Lang, str] = {"en": "add-a-story.html", "cy": "ychwanegu-stori.html"}


@dataclass(frozen=True)
class SpokenOf:
    """What a line of an import's report speaks of."""

    paragraph: int | None
    """Of the draft's text, counted from 0; None where it speaks of the whole."""
    words: str
    """Words that stand there, or nothing."""


#: An address that needs no page to start from, or one within the page.
_WHOLE = re.compile(r"#|[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def write_draft_pages(
    project: Path, into: Path, files: Mapping[str, str], notes: Sequence[SpokenOf] = ()
) -> dict[Lang, Path]:
    """Write the page in both languages into the folder `into`, which is made; none where no site is built.

    `files` are the draft's, by their names from the folder above the draft's. `notes` says what each line of
    the import's report speaks of. Raises OSError.
    """
    built = {lang: page for lang in LANGUAGES if (page := form_page(project, lang)) is not None}
    if len(built) < len(LANGUAGES):
        return {}
    handed = {
        "folder": _shown(into, project),
        "files": [{"name": name, "text": text} for name, text in files.items()],
        "notes": [asdict(note) for note in notes],
    }
    into.mkdir(parents=True, exist_ok=True)
    made: dict[Lang, Path] = {}
    for lang, page in built.items():
        made[lang] = into / NAMES[lang]
        made[lang].write_text(_with_draft(page, built, made[lang], handed), encoding="utf-8", newline="\n")
    return made


def free_folder(drafts: Path, name: str) -> Path:
    """A folder for the page of a story that stands elsewhere: none that holds a draft already."""
    found, n = drafts / name, 2
    while found.exists():
        found, n = drafts / f"{name}-{n}", n + 1
    return found


def _with_draft(page: Path, built: Mapping[Lang, Path], target: Path, handed: Mapping[str, object]) -> str:
    """The page's text as it stands at `target`: its links lead to where they led, and the draft is in it."""
    document = html.document_fromstring(page.read_text(encoding="utf-8"))
    beside = {other.resolve(): NAMES[lang] for lang, other in built.items()}

    def moved(link: str) -> str:
        if _WHOLE.match(link):
            return link
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.S).groups()  # type: ignore[union-attr]
        goal = (page.parent / unquote(path)).resolve() if path else page.resolve()
        return beside.get(goal, _from(target.parent, goal, is_folder=path.endswith("/"))) + mark + rest

    document.rewrite_links(moved, resolve_base_href=False)
    box = document.xpath("//*[@data-wm-write]")
    if box:
        held = etree.SubElement(box[0], "script", {"type": "application/json", "data-wm-handed": ""})
        # Within a script nothing but its own end is markup.
        held.text = json.dumps(handed, ensure_ascii=False).replace("<", "\\u003c")
    text: str = html.tostring(document, encoding="unicode")
    return f"<!doctype html>\n{text}\n"


def _from(start: Path, goal: Path, *, is_folder: bool) -> str:
    """The address of a file or a folder from the folder `start`; a whole one where they stand on different drives."""
    end = "/" if is_folder else ""
    try:
        return quote(Path(os.path.relpath(goal, start.resolve())).as_posix()) + end
    except ValueError:
        return goal.as_uri() + end


def _shown(folder: Path, project: Path) -> str:
    """A folder as its owner knows it: from the project's folder, or by its name alone.

    A whole path would say who works at this computer.
    """
    try:
        return folder.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        return folder.name
