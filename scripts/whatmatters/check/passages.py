"""The passages of a story's file or of a page, each with the line on which it begins.

A passage is what is read in one go: a paragraph, an item of a list, a cell, a heading, a line of the front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..files.memo import remembered
from ..files.sources import SourceError
from ..language.bilingual import LANGUAGES, Lang, others
from ..library.library import Library
from ..library.story import Story
from .blocks import DELIMITER, ITEM, cells
from .page_files import PageFile
from .pages import INCLUDE
from .plain import MARK, without_code

#: Fields of the front matter that readers see.
SHOWN = re.compile(r"^(?P<field>title|summary):\s*(?P<said>.*)$")
#: Of a link or a picture its words are read; those of a link to another site are mostly the title of something there.
OUTSIDE = re.compile(r"\[[^\[\]]{0,500}\]\(https?:[^()]*\)")
LINKED = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()]*\)")
ATTRIBUTES = re.compile(r"\{[:#.][^{}]*\}")
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Passage:
    """A run of words, on one line."""

    line: int
    """Where it begins, counted from 1."""
    text: str


def story_passages(library: Library, story: Story) -> dict[Lang, tuple[Passage, ...]]:
    """The passages of a story in each language, title first; none of a file that cannot be read again."""
    return {lang: tuple(_of_story(library, story, lang)) for lang in LANGUAGES}


def story_lines(library: Library, story: Story, lang: Lang) -> list[str]:
    """The lines of a story's text as its file has them, which the text itself has lost."""
    try:
        return library.text(f"{story.folder}/{lang}.md").split("\n")
    except SourceError:
        return []


def _of_story(library: Library, story: Story, lang: Lang) -> Iterator[Passage]:
    text, lines = story.texts[lang], story_lines(library, story, lang)
    at = {name: n for n, line in reversed(list(enumerate(lines, start=1))) if (name := line.partition(":")[0])}
    yield Passage(at.get("title", 1), text.title)
    yield Passage(at.get("summary", 1), text.summary)
    # Passages come in the order of the lines: each is looked for behind the one before.
    line = at.get("---", 1)
    for said in (*text.before, *text.after, *text.questions):
        line = _line_of(said, lines, line)
        yield Passage(line, said)


def _line_of(passage: str, lines: list[str], after: int) -> int:
    """The line with which a passage begins; the one before it where it is not found."""
    for number, line in enumerate(lines[after:], start=after + 1):
        words = line.strip().removeprefix("- ").strip()
        if words and passage.startswith(words):
            return number
    return after


def page_passages(page: PageFile) -> Iterator[Passage]:
    """The passages of a page that are in its own language: without what is marked as another."""
    for name in ("title", "summary"):
        data = page.front.data if page.front else None
        if page.front and isinstance(data, dict) and isinstance(data.get(name), str):
            yield Passage(page.front.line((name,)), data[name])
    yield from _passages(page.text, page.first_line, page.lang)


@remembered
def _passages(written: str, first_line: int, lang: Lang) -> tuple[Passage, ...]:
    return tuple(_in_text(written, first_line, lang))


def _in_text(written: str, first_line: int, lang: Lang) -> Iterator[Passage]:
    block: list[str] = []
    begins = first_line
    text = _without(others(lang), without_code(written))
    for number, line in enumerate(text.split("\n"), start=first_line):
        plain = TAG.sub(" ", INCLUDE.sub("", ATTRIBUTES.sub("", LINKED.sub(r"\1", OUTSIDE.sub(" ", line))))).strip()
        item = ITEM.match(plain)
        alone = plain.startswith(("|", "#")) or MARK.match(line.strip())
        if (not plain or item or alone) and block:
            yield Passage(begins, " ".join(block))
            block = []
        if plain.startswith("|"):
            if not DELIMITER.match(plain):
                yield from (Passage(number, cell) for cell in cells(plain) if cell)
        elif plain.startswith("#"):
            yield Passage(number, plain.lstrip("# "))
        elif plain and not MARK.match(line.strip()):
            begins = begins if block else number
            block.append(plain[item.end() - 1 :] if item else plain.lstrip("> "))
    if block:
        yield Passage(begins, " ".join(block))


def _without(langs: Iterable[Lang], text: str) -> str:
    """The same lines, without the elements that say that they are in one of `langs`."""
    marked = re.compile(rf"<(?P<name>\w+)\b[^<>]*\blang=[\"']?(?:{'|'.join(langs)})\b[^<>]*>.*?</(?P=name)>", re.S)
    return marked.sub(lambda match: " " + "\n" * match[0].count("\n"), text)
