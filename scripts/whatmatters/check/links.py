"""Rules for links between hand-written pages: the page exists, and so does the place in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..language.bilingual import LANGUAGES, Lang, others
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .page_files import PageFile, PageFiles
from .targets import Target

#: Addresses of another site, of a mail program and the like.
ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|/)", re.I)


def link_problems(pages: PageFiles, made: frozenset[str]) -> Iterator[Problem]:
    """Links to a `.md` file or an anchor that does not exist; `made` are files that the build will make.

    Texts that are included are left out: where their links lead depends on the page that takes them in.
    So are links to a page that stands in the other language only: another rule names that page, once.
    """
    for page in pages.files:
        if not page.is_include:
            for target in page.structure.targets:
                yield from _follow(page, target, pages, made)


def _follow(page: PageFile, target: Target, pages: PageFiles, made: frozenset[str]) -> Iterator[Problem]:
    path, _, anchor = target.target.partition("#")
    if ELSEWHERE.match(target.target) or (path and not path.endswith(".md")):
        return
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.where), path)) if path else page.where
    if file in made or (file not in pages.by_file and any(twin in pages.by_file for twin in _twins(file, page.lang))):
        return
    if file not in pages.by_file:
        here = posixpath.dirname(page.where)
        near = [posixpath.relpath(p.where, here) for p in pages.files if p.lang == page.lang and not p.is_include]
        yield Problem(
            page.where,
            target.line,
            "H01",
            Message("the link `{link}` leads to {file}, which does not exist", link=target.target, file=file),
            did_you_mean(path, near, Message("link to a page that exists, from this page's own folder")),
        )
    elif anchor:
        known = anchors_of(pages.by_file[file], pages)
        if anchor not in known:
            yield Problem(
                page.where,
                target.line,
                "H02",
                Message("there is no `#{anchor}` on {file}", anchor=anchor, file=file),
                did_you_mean(
                    anchor,
                    known,
                    Message("end a heading there with {{#{anchor}}}, or link to the page alone", anchor=anchor),
                ),
            )


def _twins(file: str, lang: Lang) -> Iterator[str]:
    return (file.replace(f"docs/{lang}/", f"docs/{one}/", 1) for one in others(lang))


def anchors_of(page: PageFile, pages: PageFiles) -> frozenset[str]:
    """Ids on the page itself and in the texts that it includes."""
    included = ("docs/" + i.value.replace("*", page.lang) for i in page.structure.includes)
    return page.structure.anchors.union(*(pages.by_file[i].structure.anchors for i in included if i in pages.by_file))


def made_files(library: Library) -> frozenset[str]:
    """Files that do not exist and may be linked to all the same: the build makes their pages from the library."""
    addresses = [
        *(story.path for story in library.stories.values()),
        *(recipe.path for recipe in library.recipes.values()),
        *(topic.path for topic in library.read_across.topics),
        *(f"tags/{tag}/" for tag in library.vocabulary.tags),
        *(f"stories/{collection.id}/" for collection in library.vocabulary.collections),
    ]
    files = [address.rstrip("/") + ".md" for address in addresses] + ["stories/index.md", "packs/index.md"]
    files += ["sessions/index.md", "sessions/mine.md", "packs/build.md", "packs/draw.md", "questions/sheet.md"]
    files += ["stories/find.md", "questions/find.md", "legislation/regulations.md", "legislation/sections.md"]
    files += ["legislation/year.md", "about/add-a-story.md"]
    return frozenset(f"docs/{lang}/{file}" for lang in LANGUAGES for file in files)
