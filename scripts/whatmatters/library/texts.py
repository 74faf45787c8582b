"""Texts: whatever has words in both languages and can be brought level, read and checked by itself.

A text has an id, which commands and records name it by: `stories/magic-moments/mays-bath-time`, `principles/carers.md`,
`includes/ground-rules.md`, `law/personal-plan`, `packs/risk-worth-taking`, `interface/shell`, `glossary`.
`FINDERS` is the one list of where texts come from: a new kind of text is a new entry there.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from ..files.memo import remembered
from ..language.bilingual import LANGUAGES, Lang
from .interface import FOLDER as INTERFACE
from .page import page_path
from .recording import captions_name
from .story import PAUSE, Story, StoryText
from .tool_sheet import FOLDER

if TYPE_CHECKING:
    from .library import Library
    from .recipe import Recipe

Kind = Literal["story", "page", "include", "law", "pack", "interface", "data"]
Words = Mapping[Lang, tuple[str, ...]]
"""The words of a text in each language, in their order; none in a language in which it could not be read."""

#: Letters of a digest that are kept: far more than it takes to tell two versions of a text apart.
LETTERS = 12
INCLUDES = "includes/"
SHEETS = "sheets/"


@dataclass(frozen=True)
class Text:
    """One text in both languages."""

    id: str
    kind: Kind
    files: Mapping[Lang, str]
    """The file that holds its words, as messages show it."""
    words: Words = field(repr=False)
    root: str = ""
    """Name of the story root that it comes from; empty for this project's own."""
    line: int = 1
    """Where it begins in its files."""

    @property
    def apart(self) -> bool:
        """Has each language a file of its own, so that one may go ahead of the other unseen?"""
        return len(set(self.files.values())) > 1

    def digest(self, lang: Lang) -> str:
        """What stands for its words in one language."""
        return self._digests[lang]

    @cached_property
    def _digests(self) -> Mapping[Lang, str]:
        """Worked out once: a story stands on dozens of pages, and each asks whether it is a draft."""
        return {lang: digest("\n".join(words)) for lang, words in self.words.items()}


@remembered
def digest(words: str) -> str:
    """Twelve hexadecimal letters that stand for the words of a text; where its lines break does not count."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:LETTERS]


def words_in(value: object, lang: Lang) -> Iterator[str]:
    """The words of any part of the library in one language: what its fields `en` and `cy` hold, in their order.

    Ids, addresses, numbers and dates belong to no language and are left out.
    """
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name in LANGUAGES and isinstance(part, str):
                yield from (part,) if name == lang else ()
            else:
                yield from words_in(part, lang)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from words_in(part, lang)


def _of(*parts: object) -> Words:
    return {lang: tuple(words_in(parts, lang)) for lang in LANGUAGES}


def _in(file: str) -> dict[Lang, str]:
    """One file that holds both languages."""
    return dict.fromkeys(LANGUAGES, file)


def _stories(library: Library) -> Iterator[Text]:
    for story in library.stories.values():
        files: dict[Lang, str] = {lang: f"{story.folder}/{lang}.md" for lang in LANGUAGES}
        yield Text(story.folder, "story", files, {k: _told(v) for k, v in story.texts.items()}, story.root)


def _films(library: Library) -> Iterator[Text]:
    """What is in the film of a story, told scene by scene in `story.yml`."""
    for story in library.stories.values():
        words = _of(story.facts.film)
        if any(words.values()):
            yield Text(film_text(story.folder), "data", _in(f"{story.folder}/story.yml"), words, story.root)


def _recordings(library: Library) -> Iterator[Text]:
    """What is said in a team's own recording, as its captions have it."""
    for story in library.stories.values():
        if story.recording is not None:
            files: dict[Lang, str] = {lang: f"{story.folder}/{captions_name(lang)}" for lang in LANGUAGES}
            words = {lang: story.recording.said(lang) for lang in LANGUAGES}
            yield Text(recording_text(story.folder), "data", files, words, story.root)


def _pictures(library: Library) -> Iterator[Text]:
    """What is on the picture of a story, told in `story.yml`."""
    for story in library.stories.values():
        if story.picture is not None:
            words = _of(story.picture)
            yield Text(picture_text(story.folder), "data", _in(f"{story.folder}/story.yml"), words, story.root)


def picture_text(folder: str) -> str:
    """The id of the text of a story's picture."""
    return f"{folder}/picture"


def recording_text(folder: str) -> str:
    """The id of the text of a story's recording."""
    return f"{folder}/recording"


def film_text(folder: str) -> str:
    """The id of the text of a story's film."""
    return f"{folder}/film"


def story_texts(library: Library, story: Story) -> tuple[str, ...]:
    """The texts on a story's page: its own, and those of its film, its recording and its picture where it has them."""
    names = (story.folder, *(of(story.folder) for of in (film_text, recording_text, picture_text)))
    return tuple(name for name in names if name in library.texts)


def _told(text: StoryText) -> tuple[str, ...]:
    """All that a story says, with the place of its pause."""
    return (text.title, text.summary, *text.before, PAUSE, *text.after, *text.questions)


def _pages(library: Library) -> Iterator[Text]:
    for path, words in library.written.items():
        name = path.removeprefix(INCLUDES)
        folders: dict[Lang, str] = {lang: lang if name == path else f"{INCLUDES}{lang}" for lang in LANGUAGES}
        files: dict[Lang, str] = {lang: f"docs/{folder}/{name}" for lang, folder in folders.items()}
        yield Text(path, "page" if name == path else "include", files, words)


def _law(library: Library) -> Iterator[Text]:
    """Each topic, and beside them what all of them share: the names of the laws, the card of numbers."""
    file, law = "docs/data/read-across.yml", library.read_across
    document = library.documents.get(file)
    for number, topic in enumerate(law.topics):
        line = document.line(("topics", number)) if document else 1
        yield Text(f"law/{topic.id}", "law", _in(file), _of(topic), line=line)
    yield Text("laws", "law", _in(file), _of(law.laws, law.frequency_card))


def _packs(library: Library) -> Iterator[Text]:
    for recipe in library.recipes.values():
        yield Text(f"packs/{recipe.id}", "pack", _in(recipe.file), _of(recipe), recipe.root)


def _interface(library: Library) -> Iterator[Text]:
    words = library.interface.root
    for file, document in library.documents.items():
        if file.startswith(f"{INTERFACE}/"):
            names = document.data if isinstance(document.data, dict) else {}
            own = [words[name] for name in names if name in words]
            yield Text(f"interface/{PurePosixPath(file).stem}", "interface", _in(file), _of(own))


def _sheets(library: Library) -> Iterator[Text]:
    """What people fill in on the page of a tool."""
    for name, sheet in library.sheets.items():
        yield Text(f"{SHEETS}{name}", "data", _in(f"{FOLDER}/{name}.yml"), _of(sheet))


def _data(
    name: str, part: Callable[[Library], object], folder: str = "docs/data"
) -> Callable[[Library], Iterator[Text]]:
    """The words of one data file as one text, which the file's name stands for."""

    def found(library: Library) -> Iterator[Text]:
        yield Text(name, "data", _in(f"{folder}/{name}.yml"), _of(part(library)))

    return found


#: Where texts come from. What a library lacks gives no text; a data file with words of its own is one line here.
FINDERS: tuple[Callable[[Library], Iterator[Text]], ...] = (
    _stories,
    _films,
    _pictures,
    _recordings,
    _pages,
    _law,
    _packs,
    _interface,
    _sheets,
    _data("law-groups", lambda library: library.law_groups),
    _data("regulations", lambda library: library.regulations),
    _data("year", lambda library: library.year),
    _data("glossary", lambda library: library.glossary),
    _data("journey", lambda library: library.journey),
    _data("training-film", lambda library: library.training_film),
    _data("resources", lambda library: library.resources),
    _data("agendas", lambda library: library.session.agendas),
    _data("facilitator", lambda library: library.session.facilitation),
    _data("ground-rules", lambda library: library.session.ground_rules),
    _data("person-words", lambda library: library.person_words),
    _data("tags", lambda library: library.vocabulary, "stories"),
)

#: Those that give texts with a file for each language.
FINDERS_APART: tuple[Callable[[Library], Iterator[Text]], ...] = (_stories, _recordings, _pages)


def texts_apart(library: Library) -> dict[str, Text]:
    """The texts whose languages may move apart unseen: not a word of the others is looked up for them."""
    return {text.id: text for found in FINDERS_APART for text in found(library) if text.apart}


def texts_of(library: Library) -> dict[str, Text]:
    """Every text of a library by its id, in the order of `FINDERS`."""
    return {text.id: text for found in FINDERS for text in found(library)}


def page_text(library: Library, path: str) -> str:
    """The id of a hand-written page's text, from its address within a language. Raises KeyError where there is none."""
    for name in library.written:
        if not name.startswith(INCLUDES) and page_path(name) == path:
            return name
    raise KeyError(path)


def wording_text(library: Library, wording: str) -> str:
    """The id of the text that holds a wording of the interface. Raises KeyError where there is none."""
    for file, document in library.documents.items():
        if file.startswith(f"{INTERFACE}/") and wording in (document.data or ()):
            return f"interface/{PurePosixPath(file).stem}"
    raise KeyError(wording)


def pack_texts(library: Library, recipe: Recipe) -> tuple[str, ...]:
    """The texts that a pack puts into people's hands: its own, its stories, banks, topics, and those of any session.

    Labels (tags, names of laws, the word for the person, the interface) are no part of it: they are texts that are
    checked by themselves. Raises KeyError for a topic or a category that does not exist.
    """
    return (
        f"packs/{recipe.id}",
        *(chosen.story.folder for chosen in library.chosen[recipe.id]),
        *dict.fromkeys(page_text(library, asked.bank.path) for asked in library.questions[recipe.id]),
        *(f"law/{topic}" for topic in recipe.law),
        *("agendas", "facilitator", *RULES),
    )


#: The texts on the card of ground rules.
RULES = ("ground-rules", f"{INCLUDES}confidentiality.md")
