"""How easily pages and stories read: the same plain measures in both languages, as advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..files.memo import remembered
from ..files.sources import SourceError
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem
from .page_files import PageFiles
from .sentences import Piece, Sentence, page_sentences, sentences

#: Words a sentence, on average over a text: `docs` aims at 15.
MEAN = 20
#: Words of the longest sentence that still reads in one breath.
LONGEST = 35


@dataclass(frozen=True)
class Reading:
    """What was measured of one text."""

    path: str
    """The file as messages show it."""
    lang: Lang
    words: int
    sentences: int
    mean: float
    """Words a sentence, to one place."""
    longest: int
    """Words of the longest sentence."""


@dataclass(frozen=True)
class _Text:
    path: str
    lang: Lang
    sentences: Sequence[Sentence]
    of_story: bool = False


def reading_problems(library: Library, pages: PageFiles) -> Iterator[Problem]:
    """Advice on every page and story."""
    for text in _texts(library, pages):
        found = text.sentences
        if text.of_story and any(s.words > LONGEST for s in found):
            found = _with_lines(library, text)
        yield from text_advice(text.path, text.lang, found)


def text_advice(path: str, lang: Lang, found: Sequence[Sentence]) -> Iterator[Problem]:
    """Advice on a text whose sentences are long, and on each sentence that is very long."""
    reading = measure(path, lang, found)
    if reading.mean > MEAN:
        yield Problem(
            path,
            1,
            "W01",
            Message("the sentences have {mean} words on average", mean=reading.mean),
            Message("aim at 15, and stay under {most}: cut the longest ones in two", most=MEAN),
            advice=True,
        )
    for sentence in found:
        if sentence.words > LONGEST:
            yield Problem(
                path,
                sentence.line,
                "W02",
                Message(
                    "a sentence of {count} words begins here: “{words} …”",
                    count=sentence.words,
                    words=" ".join(sentence.text.split()[:6]),
                ),
                Message("make two of it; {most} words are the most that people read in one go", most=LONGEST),
                advice=True,
            )


def measure(path: str, lang: Lang, found: Sequence[Sentence]) -> Reading:
    """The measures of one text; a text without sentences has a mean of nought."""
    words = sum(s.words for s in found)
    return Reading(
        path=path,
        lang=lang,
        words=words,
        sentences=len(found),
        mean=round(words / len(found), 1) if found else 0.0,
        longest=max((s.words for s in found), default=0),
    )


def _texts(library: Library, pages: PageFiles) -> Iterator[_Text]:
    for page in pages.files:
        yield _Text(page.where, page.lang, page_sentences(page.text, page.first_line))
    for story in library.stories.values():
        for lang in LANGUAGES:
            text = story.texts[lang]
            found = _story_sentences((*text.before, *text.after, *text.questions))
            yield _Text(f"{story.folder}/{lang}.md", lang, found, of_story=True)


@remembered
def _story_sentences(blocks: tuple[str, ...]) -> tuple[Sentence, ...]:
    return tuple(s for block in blocks for s in sentences([Piece(1, block)]))


def _with_lines(library: Library, text: _Text) -> list[Sentence]:
    """A story's text has lost its lines: those of the sentences that are told of are looked for in its file."""
    try:
        lines = [" ".join(line.split()) for line in library.text(text.path).split("\n")]
    except SourceError:
        return list(text.sentences)
    return [replace(s, line=_line_of(s, lines)) if s.words > LONGEST else s for s in text.sentences]


def _line_of(sentence: Sentence, lines: Sequence[str]) -> int:
    """The line in which a long sentence begins: the first one that holds its first three words."""
    beginning = " ".join(sentence.text.split()[:3])
    return next((n for n, line in enumerate(lines, start=1) if beginning in line), 1)
