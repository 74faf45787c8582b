"""Advice on what writing left behind in a story: places to fill in, bullets, tables and marks of other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..files.memo import remembered
from ..files.sources import SourceError
from ..language.bilingual import LANGUAGES, Lang
from ..library.leftovers import leftovers, possible
from ..library.library import Library
from ..library.story import PAUSE, Story, StoryText
from ..messages.message import Message
from ..messages.problem import Problem

#: Letters of a line that a message shows.
BEGINNING = 40
#: What stands at the end of a line behind which a sentence begins.
END_OF_SENTENCE = '.!?:…"”’)'


def leftover_problems(library: Library) -> Iterator[Problem]:
    """Of every story, line by line."""
    for story in library.stories.values():
        for lang in LANGUAGES:
            yield from _of_text(library, story, lang)


def _of_text(library: Library, story: Story, lang: Lang) -> tuple[Problem, ...]:
    try:
        written = library.text(f"{story.folder}/{lang}.md")
    except SourceError:
        return ()
    return _of_file(f"{story.folder}/{lang}.md", written, story.texts[lang])


@remembered
def _of_file(file: str, written: str, text: StoryText) -> tuple[Problem, ...]:
    lines = tuple(_lines(written.split("\n"), text))
    return (*_quoted(file, lines[0][0] if lines else 1, text.title), *_problems(file, lines))


def _quoted(file: str, number: int, title: str) -> Iterator[Problem]:
    """Of a title in the quotation marks that Word puts in place of typed ones: YAML takes those away, and not these."""
    if len(title) > 2 and (title[0], title[-1]) in {("“", "”"), ("‘", "’")} and title[0] not in title[1:]:
        what = Message("quotation marks stand round the whole title: {title}", title=title)
        mend = Message('take them out, or type plain ones (") in their place')
        yield Problem(file, number, "T14", what, mend, advice=True)


def _problems(file: str, found: Sequence[tuple[int, str, bool]]) -> Iterator[Problem]:
    among = possible("\n".join(line for _, line, _ in found))
    for number, line, begins in found if among else ():
        for one in leftovers(line, among, begins=begins):
            words = line.strip()
            shown = words if len(words) <= BEGINNING else f"{words[:BEGINNING]} …"
            what = Message("{what}: “{words}”", what=one.what, words=shown)
            yield Problem(file, number, one.code, what, one.mend, advice=True)


def _lines(lines: Sequence[str], text: StoryText) -> Iterator[tuple[int, str, bool]]:
    """Title, summary and every line of text with its number, and whether a sentence begins with it.

    An item of the questions comes without its dash.
    """
    ends = [number for number, line in enumerate(lines, start=1) if line.strip() == "---"][:2]
    if len(ends) < 2:
        return
    front = dict(enumerate(lines[: ends[1]], start=1))
    for field, said in (("title", text.title), ("summary", text.summary)):
        yield next((n for n, line in front.items() if line.startswith(f"{field}:")), 1), said, True
    above = ""
    for number, line in enumerate(lines[ends[1] :], start=ends[1] + 1):
        if line.strip() and line.strip() != PAUSE and not line.startswith("## "):
            yield number, line.removeprefix("- "), not above or above[-1] in END_OF_SENTENCE
        above = line.rstrip()
