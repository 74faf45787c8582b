"""The library as a whole: everything that pages and packs are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..files.sources import Document, read_text
from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from .anatomy import Anatomy
from .checks import Checks
from .discussion_card import CardSet
from .glossary import Word
from .interface import Interface
from .joins import Join
from .journey import JourneyStep
from .law import ReadAcross
from .law_group import LawGroup
from .page import Page
from .person import PersonWord
from .question import QuestionBank
from .recipe import Recipe
from .regulations import Regulations
from .resource import Resource
from .selection import Chosen, ChosenQuestions, choose_questions, choose_stories, rank_stories
from .session import Session
from .story import Story
from .story_root import StoryRoot
from .texts import Text, Words, texts_of
from .tool_sheet import ToolSheet
from .training_film import FilmPart
from .vocabulary import Vocabulary
from .withdrawn import Withdrawn
from .year import Year


@dataclass(frozen=True)
class Library:
    """One typed value that holds all the sources say."""

    root: Path
    """The project's folder, for messages and for files that are copied as they are."""
    vocabulary: Vocabulary
    stories: dict[str, Story]
    """By id, in the order of their ids."""
    banks: dict[str, QuestionBank]
    card_sets: dict[str, CardSet]
    """Cards to draw, by the name of the page that holds them."""
    person_words: tuple[PersonWord, ...]
    """Words for the person whom a question speaks of; the first stands until a reader chooses another."""
    recipes: dict[str, Recipe]
    read_across: ReadAcross
    regulations: Regulations
    year: Year
    session: Session
    interface: Interface
    pages: dict[str, Page]
    """Hand-written pages by their address."""
    anatomy: Anatomy
    joins: dict[str, Join]
    """What tools and question banks belong to, by their address."""
    glossary: tuple[Word, ...]
    journey: tuple[JourneyStep, ...]
    broken: frozenset[str]
    """Ids of stories that exist and could not be read, so that no rule calls them unknown."""
    documents: Mapping[str, Document] = field(repr=False)
    """Every YAML source by its path as messages show it, so that a rule can name a line."""
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    """What is kept of stories that were withdrawn, by their ids."""
    roots: tuple[StoryRoot, ...] = ()
    """The story roots: this project's own first, then further ones."""
    law_groups: tuple[LawGroup, ...] = ()
    """The topics of the law in groups; each topic is in one."""
    sheets: Mapping[str, ToolSheet] = field(default_factory=dict)
    """What people fill in on the pages of tools, by the name of the page."""
    written: Mapping[str, Words] = field(default_factory=dict, repr=False)
    """Title, summary and text of each hand-written page, and each text that pages include, by its id."""
    as_written: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the files of stories, pages and included texts held when they were read, by their paths in messages."""
    checks: Mapping[str, Checks] = field(default_factory=dict)
    """What fluent readers have checked, by the name of the story root that keeps the record."""
    training_film: tuple[FilmPart, ...] = ()
    """The parts of the training film, with their chapters."""
    resources: tuple[Resource, ...] = ()
    """What can be watched and read elsewhere."""
    arriving: Mapping[str, Path] = field(default_factory=dict)
    """Folders of stories that do not stand in their place yet, and the folder that each stands under meanwhile."""

    def root_of(self, name: str) -> StoryRoot:
        """The story root of this name; the project's own has an empty one. Raises KeyError."""
        for root in self.roots:
            if root.name == name:
                return root
        raise KeyError(name)

    def source(self, path: str) -> tuple[Path, Path]:
        """Where a source lies, from its path as messages show it, and the folder that it must not lead out of."""
        for folder, stage in self.arriving.items():
            if path == folder or path.startswith(f"{folder}/"):
                return stage / path, stage
        first, _, rest = path.partition("/")
        for root in self.roots:
            if root.name and root.name == first:
                return root.folder / rest, root.folder
        return self.root / path, self.root

    def text(self, path: str) -> str:
        """What a text's file held when it was read, or holds now if it has not been. Raises SourceError."""
        written = self.as_written.get(path)
        return read_text(*self.source(path)) if written is None else written

    def without_sources(self) -> Library:
        """The same for whoever applies no rule any more, without what the files held and the lines of stories' facts.

        They were a third of the library. `text` reads a file again, should it be asked for one.
        """
        facts = {f"{story.folder}/story.yml" for story in self.stories.values()}
        documents = {path: document for path, document in self.documents.items() if path not in facts}
        return replace(self, documents=documents, as_written={})

    def line(self, path: str, *loc: str | int) -> int:
        """The line of a part of a YAML source: `line("stories/packs/x.yml", "stories", "any", 0)`."""
        return self.documents[path].line(loc)

    @cached_property
    def texts(self) -> dict[str, Text]:
        """Everything that can be read and checked by itself, by its id."""
        return texts_of(self)

    @cached_property
    def chosen(self) -> dict[str, tuple[Chosen, ...]]:
        """The stories of each pack, by its id."""
        return {i: choose_stories(recipe, self.open_to(recipe)) for i, recipe in self.recipes.items()}

    def beyond(self, recipe: Recipe) -> tuple[Chosen, ...]:
        """The stories that fit a pack and are left out of it by its limit alone."""
        return rank_stories(recipe, self.open_to(recipe))[recipe.stories.limit :]

    def open_to(self, recipe: Recipe) -> Mapping[str, Story]:
        """The stories that a recipe may choose from: one of a further root takes none of another further root's."""
        if not recipe.root:
            return self.stories
        return {i: story for i, story in self.stories.items() if story.root in ("", recipe.root)}

    @cached_property
    def questions(self) -> dict[str, tuple[ChosenQuestions, ...]]:
        """The questions of each pack, by its id."""
        return {i: choose_questions(recipe, self.banks) for i, recipe in self.recipes.items()}

    def tools_of(self, recipe: Recipe) -> tuple[Page, ...]:
        """The pages of a pack's tools. Raises KeyError for one that does not exist."""
        return tuple(self.pages[path] for path in recipe.tool_paths)

    def packs_with(self, story: Story) -> tuple[Recipe, ...]:
        """The packs that hold a story."""
        return tuple(r for i, r in self.recipes.items() if any(c.story.id == story.id for c in self.chosen[i]))

    def stories_tagged(self, tag_id: str) -> tuple[Story, ...]:
        """Stories that carry a tag."""
        return self._tagged.get(tag_id, ())

    def stories_on(self, topic_id: str) -> tuple[Story, ...]:
        """Stories that bear on a topic of the law."""
        return self._on.get(topic_id, ())

    @cached_property
    def _tagged(self) -> dict[str, tuple[Story, ...]]:
        return _by_each(self.stories.values(), lambda story: story.tag_ids)

    @cached_property
    def _on(self) -> dict[str, tuple[Story, ...]]:
        return _by_each(self.stories.values(), lambda story: story.facts.law)

    def by_title(self, stories: tuple[Story, ...], lang: Lang) -> tuple[Story, ...]:
        """Stories in the order of their titles, in the language's own alphabet."""
        return tuple(sorted(stories, key=lambda s: sort_key(s.texts[lang].title, lang)))


def _by_each(stories: Iterable[Story], ids: Callable[[Story], Iterable[str]]) -> dict[str, tuple[Story, ...]]:
    """Stories by each of their ids, in one go: looked through page by page, a large library would take seconds."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        for one in dict.fromkeys(ids(story)):
            found.setdefault(one, []).append(story)
    return {one: tuple(them) for one, them in found.items()}
