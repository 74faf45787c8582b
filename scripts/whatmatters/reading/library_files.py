"""From the project's folder to a Library, with every problem that was met on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, RootModel

from ..files.sources import Document, SourceError, read_text, read_yaml, split_front_matter, validate
from ..language.bilingual import LANGUAGES, Bilingual, Lang
from ..library.anatomy import Anatomy
from ..library.checks import FILE, Checks, ChecksFile
from ..library.discussion_card import CardSet
from ..library.glossary import Glossary
from ..library.interface import Interface
from ..library.joins import Joins
from ..library.journey import Journey
from ..library.law import ReadAcross
from ..library.law_group import LawGroups
from ..library.library import Library
from ..library.page import Page, page_path
from ..library.person import PersonWord, PersonWords
from ..library.picture_files import read_picture
from ..library.question import QuestionBank
from ..library.recipe import Recipe, RecipeFile
from ..library.recording_files import read_recording
from ..library.regulations import Regulations
from ..library.resource import Resources
from ..library.session import Agenda, Facilitation, Session
from ..library.story import Story, StoryFacts, StoryText
from ..library.story_root import StoryRoot
from ..library.texts import INCLUDES, Words
from ..library.tool_sheet import ToolSheet
from ..library.training_film import TrainingFilm
from ..library.vocabulary import SLUG, Vocabulary
from ..library.withdrawn import FOLDER, Withdrawn, WithdrawnFile
from ..library.year import Year
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem, shown
from .discussion_cards import CARD_PAGES, read_card_set
from .front_matter import PageFront, read_front
from .question_banks import read_bank
from .story_text import SWAPPED, in_another, parse_story_text

Model = TypeVar("Model", bound=BaseModel)


class _GroundRules(RootModel[tuple[Bilingual, ...]]):
    pass


class _Agendas(RootModel[tuple[Agenda, ...]]):
    pass


def _of_texts(told: Mapping[Lang, list[Problem]]) -> list[Problem]:
    """What is wrong with the two texts of a story; where each is the other's, that is said once."""
    found = {lang: [p for p in told[lang] if (p.code, p.message, p.mend) == in_another(lang)] for lang in told}
    every = [p for problems in told.values() for p in problems]
    if not all(found.get(lang) for lang in LANGUAGES):
        return every
    swapped = Problem(found["cy"][0].path, 1, *SWAPPED)
    return [swapped, *(p for p in every if p not in found["en"] and p not in found["cy"])]


class Reader:
    """Reads everything under a project's folder and keeps every problem it meets."""

    def __init__(self, root: Path, stories: Path | None = None) -> None:
        """`stories` is the folder of stories, recipes and records of withdrawal; `root/stories` unless it is named."""
        self.root = root
        self.folder = stories or root / "stories"
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.documents: dict[str, Document] = {}
        self.as_written: dict[str, str] = {}

    def read(self) -> Library | None:
        """The library, made of all that can be read; `problems` then holds what could not.

        None when what everything else stands on (vocabulary, law, session) is broken.
        What is wrong between files (a tag that does not exist, say) is for the room `check`.
        """
        vocabulary = self._model(Vocabulary, self.root / "stories" / "tags.yml", go_on=True)
        stories = self.stories()
        recipes = self.recipes()
        person_words = self._model(PersonWords, self.root / "docs" / "data" / "person-words.yml")
        banks = self._banks(person_words.root[0]) if person_words else {}
        card_sets = self._card_sets()
        pages, written = self._pages()
        checks = self.checks(self.root / FILE)
        data = self.root / "docs" / "data"
        read_across = self._model(ReadAcross, data / "read-across.yml", go_on=True)
        regulations = self._model(Regulations, data / "regulations.yml", go_on=True)
        year = self._model(Year, data / "year.yml", go_on=True)
        interface = self._interface(data / "interface")
        law_groups = self._model(LawGroups, data / "law-groups.yml")
        anatomy = self._model(Anatomy, data / "anatomy.yml") or Anatomy({})
        session = self._session(data)
        joins = self._model(Joins, data / "joins.yml") or Joins({})
        glossary = self._model(Glossary, data / "glossary.yml") or Glossary(())
        sheets = self._sheets(data / "tools")
        journey = self._model(Journey, data / "journey.yml") or Journey(())
        training_film = self._model(TrainingFilm, data / "training-film.yml") or TrainingFilm(())
        resources = self._model(Resources, data / "resources.yml") or Resources(())
        if vocabulary is None or session is None or person_words is None:
            return None
        if read_across is None or regulations is None or year is None:
            return None
        return Library(
            self.root,
            vocabulary,
            stories,
            banks,
            card_sets,
            person_words.root,
            recipes,
            read_across,
            regulations,
            year,
            session,
            interface,
            pages,
            anatomy,
            {f"{page}/": join for page, join in joins.root.items()},
            glossary.root,
            journey.root,
            frozenset(self.broken),
            self.documents,
            self.withdrawn(),
            (StoryRoot(self.folder),),
            law_groups.root if law_groups else (),
            sheets,
            {**written, **self._includes()},
            self.as_written,
            {"": checks},
            training_film.root,
            resources.root,
        )

    def _model(self, model: type[Model], path: Path, *, go_on: bool = False) -> Model | None:
        try:
            document = read_yaml(path, self.root)
            self.documents[document.path] = document
            found, problems = validate(model, document, go_on=go_on)
        except SourceError as error:
            found, problems = None, [error.problem]
        self.problems += problems
        return found

    def _text(self, path: Path) -> str:
        """`read_text`; the rules that want the lines of a text need not ask for its file again."""
        text = self.as_written[shown(path, self.root)] = read_text(path, self.root)
        return text

    def checks(self, path: Path) -> Checks:
        """The records of what fluent readers have checked; none where there is no such file yet."""
        found = self._model(ChecksFile, path) if path.exists() else None
        return found.records if found is not None else {}

    def stories(self) -> dict[str, Story]:
        """The stories of the folder by their ids; ids of those that cannot be read go to `broken`."""
        stories: dict[str, Story] = {}
        for folder in sorted(self.folder.glob("*/*/")):
            if folder.parent.name.startswith("."):
                continue  # A root may be a repository of its own, with a folder `.git`.
            story = self._story(folder)
            if story is None:
                self.broken.add(folder.name)
                continue
            if story.id in stories:
                self.problems.append(
                    Problem(
                        f"{story.folder}/story.yml",
                        1,
                        "S02",
                        Message("the id `{name}` is taken by {folder}", name=story.id, folder=stories[story.id].folder),
                        Message("give this folder another name"),
                    )
                )
                continue
            stories[story.id] = story
        return dict(sorted(stories.items()))

    def _story(self, folder: Path) -> Story | None:
        where = shown(folder, self.root)
        if not re.fullmatch(SLUG, folder.name):
            self.problems.append(
                Problem(
                    f"{where}/story.yml",
                    1,
                    "S01",
                    Message("`{name}` cannot be an id", name=folder.name),
                    Message("name the folder with small letters a to z, digits and single hyphens"),
                )
            )
            return None
        if not folder.resolve().is_relative_to(self.folder.resolve()):
            self.problems.append(
                Problem(
                    f"{where}/story.yml",
                    1,
                    "R05",
                    Message("this folder is a link to somewhere else"),
                    Message("put the story's own folder here"),
                )
            )
            return None
        facts = self._model(StoryFacts, folder / "story.yml", go_on=True)
        texts: dict[Lang, StoryText] = {}
        told: dict[Lang, list[Problem]] = {}
        for lang in LANGUAGES:
            path = folder / f"{lang}.md"
            if not path.exists():
                self.problems.append(
                    Problem(
                        f"{where}/{lang}.md",
                        1,
                        "P01",
                        Message("the story has no Welsh text")
                        if lang == "cy"
                        else Message("the story has no English text"),
                        Message(
                            "write {file} beside the other language: a story is published in both or not at all",
                            file=f"{lang}.md",
                        ),
                    )
                )
                continue
            try:
                text, problems = parse_story_text(self._text(path), shown(path, self.root), lang)
            except SourceError as error:
                told[lang] = [error.problem]
                continue
            told[lang] = list(problems)
            if text is not None:
                texts[lang] = text
        self.problems += _of_texts(told)
        if facts is None or len(texts) < len(LANGUAGES):
            return None
        recording, found = read_recording(
            folder,
            self.root,
            facts.recording,
            self.documents[f"{where}/story.yml"],
            has_pause=any(text.pause_line is not None for text in texts.values()),
        )
        self.problems += found
        picture, found = read_picture(folder, self.root, facts.picture, self.documents[f"{where}/story.yml"])
        self.problems += found
        return Story(
            id=folder.name,
            collection=folder.parent.name,
            facts=facts,
            texts=texts,
            folder=where,
            recording=recording,
            picture=picture,
        )

    def withdrawn(self) -> dict[str, Withdrawn]:
        """The records of withdrawn stories by the stories' ids."""
        records: dict[str, Withdrawn] = {}
        for path in sorted((self.folder / FOLDER).glob("*.yml")):
            if not re.fullmatch(SLUG, path.stem):
                mend = Message("the file's name is the id of the story that was withdrawn")
                self.problems.append(
                    Problem(shown(path, self.root), 1, "S01", Message("`{name}` cannot be an id", name=path.stem), mend)
                )
                continue
            record = self._model(WithdrawnFile, path)
            if record is not None:
                records[path.stem] = Withdrawn(id=path.stem, file=shown(path, self.root), **dict(record))
        return records

    def recipes(self) -> dict[str, Recipe]:
        """The recipes of the folder by their ids."""
        recipes: dict[str, Recipe] = {}
        for path in sorted((self.folder / "packs").glob("*.yml")):
            where = shown(path, self.root)
            if not re.fullmatch(SLUG, path.stem):
                self.problems.append(
                    Problem(
                        where,
                        1,
                        "S01",
                        Message("`{name}` cannot be an id", name=path.stem),
                        Message("name the file with small letters a to z, digits and single hyphens"),
                    )
                )
                continue
            recipe = self._model(RecipeFile, path)
            if recipe is not None:
                recipes[path.stem] = Recipe(id=path.stem, file=where, **dict(recipe))
        return recipes

    def _banks(self, person: PersonWord) -> dict[str, QuestionBank]:
        banks: dict[str, QuestionBank] = {}
        docs = self.root / "docs"
        ids = {p.stem for lang in LANGUAGES for p in (docs / lang / "questions").glob("*.md")} - {"index"}
        for bank_id in sorted(ids):
            pages = {lang: docs / lang / "questions" / f"{bank_id}.md" for lang in LANGUAGES}
            missing = [p for p in pages.values() if not p.exists()]
            if missing:
                self.problems += [
                    Problem(
                        shown(p, self.root),
                        1,
                        "P01",
                        Message("this bank exists in the other language only"),
                        Message("write it here too, with the same ids"),
                    )
                    for p in missing
                ]
                continue
            bank, problems = read_bank(bank_id, pages, self.root, person)
            self.problems += problems
            if bank is not None:
                banks[bank_id] = bank
        return banks

    def _card_sets(self) -> dict[str, CardSet]:
        sets: dict[str, CardSet] = {}
        for name in CARD_PAGES:
            cards, problems = read_card_set(name, self.root)
            self.problems += problems
            if cards is not None:
                sets[name] = cards
        return sets

    def _pages(self) -> tuple[dict[str, Page], dict[str, Words]]:
        """The pages by their addresses, and the words of each by its source."""
        docs, pages, written = self.root / "docs", dict[str, Page](), dict[str, Words]()
        sources = {p.relative_to(docs / lang).as_posix() for lang in LANGUAGES for p in (docs / lang).rglob("*.md")}
        for relative in sorted(sources):
            found = {lang: self._page(docs / lang / relative) for lang in LANGUAGES}
            both = {lang: page for lang, page in found.items() if page is not None}
            if len(both) < len(LANGUAGES):
                continue
            pages[page_path(relative)] = Page(
                path=page_path(relative),
                title=Bilingual(**{lang: front.title for lang, (front, _) in both.items()}),
                summary=Bilingual(**{lang: front.summary for lang, (front, _) in both.items()}),
                principle=both["en"][0].principle,
            )
            written[relative] = {lang: (front.title, front.summary, text) for lang, (front, text) in both.items()}
        return pages, written

    def _page(self, path: Path) -> tuple[PageFront, str] | None:
        """Front matter and text of a page, or None where a problem was noted."""
        if not path.exists():
            return None  # The rule P05 says so, naming both files.
        try:
            document, text, _ = split_front_matter(self._text(path), shown(path, self.root))
        except SourceError as error:
            self.problems.append(error.problem)
            return None
        front, problems = read_front(document)
        self.problems += problems
        return (front, text) if front else None

    def _includes(self) -> dict[str, Words]:
        """The words of each text that pages include, where it stands in both languages."""
        folder, written = self.root / "docs" / "includes", dict[str, Words]()
        names = {p.relative_to(folder / lang).as_posix() for lang in LANGUAGES for p in (folder / lang).rglob("*.md")}
        for name in sorted(names):
            try:
                written[f"{INCLUDES}{name}"] = {lang: (self._text(folder / lang / name),) for lang in LANGUAGES}
            except SourceError:
                continue  # Whoever includes it says so, and where it exists in one language the rule P05 does.
        return written

    def _interface(self, folder: Path) -> Interface:
        """The wordings of all files in the folder, which share one set of names."""
        wordings: dict[str, Bilingual] = {}
        for path in sorted(folder.glob("*.yml")):
            found = self._model(Interface, path)
            for name, words in (found.root if found else {}).items():
                if name in wordings:
                    self.problems.append(
                        Problem(
                            shown(path, self.root),
                            1,
                            "Y02",
                            Message("the wording `{name}` is taken already", name=name),
                            Message("give it another name"),
                        )
                    )
                wordings[name] = words
        return Interface(wordings)

    def _sheets(self, folder: Path) -> dict[str, ToolSheet]:
        """The sheets of tools by the names of their pages."""
        found = {path.stem: self._model(ToolSheet, path) for path in sorted(folder.glob("*.yml"))}
        return {name: sheet for name, sheet in found.items() if sheet is not None}

    def _session(self, data: Path) -> Session | None:
        rules = self._model(_GroundRules, data / "ground-rules.yml")
        agendas = self._model(_Agendas, data / "agendas.yml")
        facilitation = self._model(Facilitation, data / "facilitator.yml")
        confidentiality: dict[str, str] = {}
        for lang in LANGUAGES:
            try:
                confidentiality[lang] = read_text(data.parent / "includes" / lang / "confidentiality.md", self.root)
            except SourceError as error:
                self.problems.append(error.problem)
        if rules is None or agendas is None or facilitation is None or len(confidentiality) < len(LANGUAGES):
            return None
        return Session(
            ground_rules=rules.root, agendas=agendas.root, facilitation=facilitation, confidentiality=confidentiality
        )


def read_library(root: Path) -> Library:
    """The library of the project at `root`, without further story roots.

    Raises LibraryError with everything that is wrong in the files.
    """
    reader = Reader(root)
    library = reader.read()
    if reader.problems or library is None:
        raise LibraryError(reader.problems)
    return library
