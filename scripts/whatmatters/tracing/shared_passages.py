"""What of a story's words others say too: by custom, which is nobody's trace, or because they repeat the story.

A question may end several stories, a phrase may stand in any text, and a bank may ask what a story asks.
That is custom: a fingerprint of it would be found for ever where nothing is left.
A text that says two sentences of what another tells has them from there. Its words are no excuse for the story's:
they are a part of it that is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from ..language.bilingual import LANGUAGES
from ..library.library import Library
from ..library.passages import PASSAGE, digest, passages, words
from .story_words import Told

#: Words of what a story tells that another may say by chance or by custom: fewer than two sentences.
CUSTOM = 3 * PASSAGE
#: As many as that are worth a person's look, as long as not several say them.
LOOK = PASSAGE + 2
#: What more than this many say is a form of words.
SEVERAL = 3


class Elsewhere:
    """Which stories and question banks of a library say what; made once, asked for many stories."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _sayers(self) -> dict[str, set[str]]:
        """Who says a passage: ids of stories, and addresses of banks."""
        found = defaultdict[str, set[str]](set)
        for sayer, block in _blocks(self._library):
            for mark in passages(block):
                found[mark].add(sayer)
        return dict(found)

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        """Who has a title or a label: story, bank, pack, page, tag."""
        found = defaultdict[str, set[str]](set)
        for bearer, title in _labels(self._library):
            found[digest(words(title))].add(bearer)
        return dict(found)

    def common(self, story_id: str, told: Iterable[Told], *, to_look: bool = False) -> frozenset[str]:
        """Digests of the passages and titles of a story that others say by custom.

        With `to_look` what remains is for a person who will look at it, once, and a sentence of it is kept as well;
        else it is for a search whose every find counts.
        """
        told = tuple(told)
        said = self._said(story_id, told)
        by_custom = {sayer for sayer, count in said.items() if count < CUSTOM}
        found = set[str]()
        for mark in {mark for one in told for block in one.text for mark in passages(block)}:
            others = self._sayers.get(mark, set()) & by_custom
            if others and not (to_look and len(others) <= SEVERAL and min(said[o] for o in others) >= LOOK):
                found.add(mark)
        asked = {mark for one in told for block in one.questions for mark in passages(block)}
        found |= {mark for mark in asked if self._others(self._sayers, mark, story_id) - (said.keys() - by_custom)}
        titles = {digest(words(one.title)) for one in told}
        found |= {mark for mark in titles if self._others(self._titles, mark, story_id) - (said.keys() - by_custom)}
        return frozenset(found)

    def _said(self, story_id: str, told: Iterable[Told]) -> dict[str, int]:
        """How many words of what a story tells each other says, in the language in which it says most."""
        most = defaultdict[str, int](int)
        for one in told:
            here = defaultdict[str, int](int)
            for block in one.text:
                reached = defaultdict[str, int](int)
                for at, mark in enumerate(passages(block)):
                    for sayer in self._others(self._sayers, mark, story_id):
                        here[sayer] += at + PASSAGE - max(at, reached[sayer])
                        reached[sayer] = at + PASSAGE
            for sayer, count in here.items():
                most[sayer] = max(most[sayer], count)
        return dict(most)

    @staticmethod
    def _others(sayers: Mapping[str, Collection[str]], mark: str, story_id: str) -> set[str]:
        return set(sayers.get(mark, ())) - {story_id}


def _blocks(library: Library) -> Iterator[tuple[str, str]]:
    for story in library.stories.values():
        for text in story.texts.values():
            yield from ((story.id, block) for block in text.blocks)
    for bank in library.banks.values():
        for question in (question for category in bank.categories for question in category.questions):
            yield from ((bank.path, question.text[lang]) for lang in LANGUAGES)


def _labels(library: Library) -> Iterator[tuple[str, str]]:
    for story in library.stories.values():
        yield from ((story.id, text.title) for text in story.texts.values())
    bilingual = [
        *((bank.path, bank.title) for bank in library.banks.values()),
        *((bank.path, category.label) for bank in library.banks.values() for category in bank.categories),
        *((f"packs/{i}/", recipe.title) for i, recipe in library.recipes.items()),
        *(("", page.title) for page in library.pages.values()),
        *(("", tag.label) for tag in library.vocabulary.tags.values()),
    ]
    for bearer, label in bilingual:
        yield from ((bearer, label[lang]) for lang in LANGUAGES)
