"""The hand-written pages as files, read once for all the rules that look into their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..files.sources import Document, SourceError, split_front_matter
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..messages.problem import shown
from .structure import Structure, read_structure


@dataclass(frozen=True)
class PageFile:
    """A page, or a text that pages include, in one language."""

    path: str
    """The same in both languages: `principles/carers.md`, `includes/ground-rules.md`."""
    lang: Lang
    where: str
    """The file as messages show it."""
    front: Document | None = field(repr=False)
    """Its front matter; a text that is included has none."""
    text: str = field(repr=False)
    """What follows the front matter."""
    first_line: int
    """The line at which `text` begins."""

    @property
    def folder(self) -> str:
        """The folder it stands in, `principles`; empty for the home page."""
        return self.path.rpartition("/")[0]

    @property
    def is_include(self) -> bool:
        """Is it a text that pages share?"""
        return self.path.startswith("includes/")

    @cached_property
    def structure(self) -> Structure:
        """The parts of its text."""
        return read_structure(self.text, self.first_line)


@dataclass(frozen=True)
class Pair:
    """A page in the first language, and its twin in another."""

    first: PageFile
    twin: PageFile


@dataclass(frozen=True)
class PageFiles:
    """All pages that can be read; what is wrong with the others, reading the library has said already."""

    files: tuple[PageFile, ...]
    """Sorted by path, then in the order of the languages."""

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Each page that stands in the first language, with each of its twins."""
        first = {page.path: page for page in self.files if page.lang == LANGUAGES[0]}
        return tuple(
            Pair(first[page.path], page) for page in self.files if page.lang != LANGUAGES[0] and page.path in first
        )

    @cached_property
    def by_file(self) -> dict[str, PageFile]:
        """Every page by its file as messages show it."""
        return {page.where: page for page in self.files}


def read_page_files(library: Library) -> PageFiles:
    """Every `.md` file of `docs/<lang>/` and `docs/includes/<lang>/`."""
    docs = library.root / "docs"
    found = [
        page
        for lang in LANGUAGES
        for folder, prefix in ((docs / lang, ""), (docs / "includes" / lang, "includes/"))
        for page in _read_folder(library, folder, prefix, lang)
    ]
    return PageFiles(tuple(sorted(found, key=lambda page: (page.path, LANGUAGES.index(page.lang)))))


def _read_folder(library: Library, folder: Path, prefix: str, lang: Lang) -> Iterator[PageFile]:
    for file in folder.rglob("*.md"):
        path, where = prefix + file.relative_to(folder).as_posix(), shown(file, library.root)
        try:
            text = library.text(where)
            if prefix:
                yield PageFile(path, lang, where, None, text, 1)
            else:
                front, body, first_line = split_front_matter(text, where)
                yield PageFile(path, lang, where, front, body, first_line)
        except SourceError:
            continue
