"""Rules for texts that are in the other language than their file's name or their page's folder says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..files.memo import remembered
from ..language.bilingual import LANGUAGES, Lang, others
from ..language.detection import FEWEST, heard, language_of
from ..library.library import Library
from ..library.story import Story
from ..messages.message import Message
from ..messages.problem import Problem
from ..reading.story_text import SWAPPED, in_another
from .page_files import PageFiles
from .passages import Passage, page_passages, story_passages
from .sentences import Piece, sentences

#: A file is in the other language as a whole when so many of ten passages that show theirs are.
MOST = 8
#: Words of a passage that a message shows.
BEGINNING = 6


def wrong_language_problems(library: Library, pages: PageFiles) -> Iterator[Problem]:
    """English in a Welsh text and Welsh in an English one, in stories and on hand-written pages."""
    for story in library.stories.values():
        yield from story_language(library, story)
    for page in pages.files:
        yield from _passages(page.where, page.lang, tuple(page_passages(page)))


def story_language(library: Library, story: Story) -> Iterator[Problem]:
    """The same for one story; two files that were swapped are told of once."""
    texts = {lang: (story.texts[lang].title, *story.texts[lang].blocks) for lang in LANGUAGES}
    # The lines are asked for only where something is amiss, which is rare.
    if not any(_is_amiss(lang, texts[lang]) for lang in LANGUAGES):
        yield from _same_title(library, story)
        return
    passages = story_passages(library, story)
    if all(_whole(lang, passages[lang]) for lang in LANGUAGES):
        yield Problem(f"{story.folder}/cy.md", 1, *SWAPPED)
        return
    for lang in LANGUAGES:
        yield from _passages(f"{story.folder}/{lang}.md", lang, passages[lang])


@remembered
def _is_amiss(lang: Lang, texts: tuple[str, ...]) -> bool:
    return any(_wrong(lang, said) or _wrong_sentences(lang, said) for said in texts)


def _wrong(lang: Lang, said: str) -> bool:
    return language_of(said) in others(lang)


def _wrong_sentences(lang: Lang, said: str) -> list[str]:
    """The sentences in the other language of a passage that as a whole is not."""
    # Few passages have so many small words of the other language; only those are taken apart.
    if heard([said]).beside(lang) < FEWEST - 1:
        return []
    return [one.text for one in sentences([Piece(1, said)]) if _wrong(lang, one.text)]


def _whole(lang: Lang, passages: Sequence[Passage]) -> bool:
    """Is a text that is said to be in `lang` in the other language, as far as it shows?"""
    shown = [found for passage in passages if (found := language_of(passage.text))]
    return len(shown) > 1 and (len(shown) - shown.count(lang)) * 10 >= len(shown) * MOST


@remembered
def _passages(file: str, lang: Lang, passages: tuple[Passage, ...]) -> tuple[Problem, ...]:
    return tuple(_in_passages(file, lang, passages))


def _in_passages(file: str, lang: Lang, passages: Sequence[Passage]) -> Iterator[Problem]:
    wrong = [passage for passage in passages if _wrong(lang, passage.text)]
    if wrong and _whole(lang, passages):
        yield Problem(file, wrong[0].line, *in_another(lang))
        return
    for passage in passages:
        if passage in wrong:
            yield _problem(file, lang, passage.line, passage.text, advice=False)
        else:
            for sentence in _wrong_sentences(lang, passage.text):
                yield _problem(file, lang, passage.line, sentence, advice=True)


def _problem(file: str, lang: Lang, line: int, said: str, *, advice: bool) -> Problem:
    beginning = " ".join(said.split()[:BEGINNING])
    heard_in = language_of(said) or others(lang)[0]
    mend = Message("put it into the language of the file; what somebody says in the other one, into quotation marks")
    if file.startswith("docs/"):
        mend = Message(
            'put it into the language of the page, or mark it: `<span lang="{lang}">…</span>`', lang=heard_in
        )
    return Problem(
        file,
        line,
        "P30",
        Message("this is in English: “{words} …”", words=beginning)
        if heard_in == "en"
        else Message("this is in Welsh: “{words} …”", words=beginning),
        mend,
        advice=advice,
    )


def _same_title(library: Library, story: Story) -> Iterator[Problem]:
    """Advice on a title that is the same in both languages and has a small word of one of them; names have none."""
    title = story.texts["en"].title
    if title.casefold() != story.texts["cy"].title.casefold():
        return
    found = heard([title])
    for lang in LANGUAGES:
        if found.beside(lang) and not found.of(lang):
            line = story_passages(library, story)[lang][0].line
            yield _problem(f"{story.folder}/{lang}.md", lang, line, title, advice=True)
