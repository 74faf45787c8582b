"""What gives an ending away: a title, a summary or a question at the pause with a word that first stands after it.

A word tells something when it is a name, or when hardly any other text of the library has it: `doll`, not `after`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

from ..files.memo import remembered
from ..language.bilingual import LANGUAGES, Lang
from ..language.contractions import without_contraction
from ..language.mutations import radicals
from ..language.table import TABLE
from ..library.library import Library
from ..library.story import Story, StoryText
from ..messages.message import Message
from ..messages.problem import Problem
from .allowing import or_allowed

#: Shorter words tell nothing by themselves.
SHORTEST = 4
#: A word that more texts of the library (stories, hand-written pages) have than this is an everyday word.
EVERYDAY = 6

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: A name: a capital that does not begin a sentence.
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z]\w+")

_TITLE, _SUMMARY, _QUESTION = Message("the title"), Message("the summary"), Message("this question at the pause")
_MEND = or_allowed(Message("say it without what the group does not know yet"))


def ending_problems(library: Library) -> Iterator[Problem]:
    """Advice for each place before the pause that says a telling word of the ending."""
    for lang in LANGUAGES:
        texts = [(*story.texts[lang].before, *story.texts[lang].after) for story in library.stories.values()]
        spread = Counter(word for text in (*texts, *_pages(library, lang)) for word in _words(text, lang))
        for story in library.stories.values():
            if story.texts[lang].after:
                yield from _of_story(story, lang, spread)


def says_only_after(text: StoryText, word: str, lang: Lang) -> bool:
    """Does a text first name a thing after its pause, by that word or one of its forms?"""
    forms = _forms(word, lang)
    return bool(_words(text.after, lang) & forms) and not _words((text.title, *text.before), lang) & forms


def allows_a_word(story: Story, word: str) -> bool:
    """Does a story say a word that its editor allows, in either language, only after its pause?"""
    return any(
        _words(text.after, lang) & _forms(word, lang) and not _known(text, lang) & _forms(word, lang)
        for lang, text in story.texts.items()
    )


def _of_story(story: Story, lang: Lang, spread: Mapping[str, int]) -> Iterator[Problem]:
    text = story.texts[lang]
    told, names = _words(text.before, lang), {name.casefold() for p in text.after for name in _NAME.findall(p)}
    telling = {
        word
        for word in _words(text.after, lang) - told
        if len(word) >= SHORTEST and (word in names or spread[word] <= EVERYDAY)
    }
    first = text.asked_line("at_pause")
    # A question is one line of its file, under an empty line below the heading.
    questions = [(q, first + n, "T21", _QUESTION) for n, q in enumerate(text.at_pause, start=2)]
    for said, line, code, place in (
        (text.title, 2, "T20", _TITLE),
        (text.summary, 3, "T20", _SUMMARY),
        *questions,
    ):
        found = {word for word in _WORD.findall(said) if telling.intersection(_forms(word, lang))}
        if found:
            free = _known(text, lang).union(*(_forms(allowance.text, lang) for allowance in story.facts.allowed))
            found = {word for word in found if free.isdisjoint(_forms(word, lang))}
        if found:
            words = tuple(f"`{word}`" for word in sorted(found))
            what = Message("{place} says {words}, which the story says only after its pause", place=place, words=words)
            yield Problem(f"{story.folder}/{lang}.md", line, code, what, _MEND, advice=True)


def _known(text: StoryText, lang: Lang) -> set[str]:
    """The words that a group has read at the pause, with all that each may be a form of."""
    return {form for word in _words(text.before, lang) for form in _forms(word, lang)}


def _pages(library: Library, lang: Lang) -> Iterator[tuple[str, ...]]:
    return (written[lang] for written in library.written.values())


@remembered
def _words(paragraphs: tuple[str, ...], lang: Lang) -> frozenset[str]:
    """The words of a text in small letters, without what an apostrophe joins to them."""
    # The same words stand in many texts: each is kept once.
    return frozenset(
        sys.intern(without_contraction(word.casefold(), lang))
        for paragraph in paragraphs
        for word in _WORD.findall(paragraph)
    )


def _forms(word: str, lang: Lang) -> set[str]:
    """A word as the story may have it: in Welsh without its mutation, in English with another ending."""
    plain = without_contraction(word.casefold(), lang)
    if TABLE[lang].mutates:
        return set(radicals(plain))
    return {plain, plain + "s", plain.removesuffix("s")}
