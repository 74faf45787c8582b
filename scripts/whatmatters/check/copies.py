"""Rules for stories that were copied: the same words under another name, and consent that came along."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from ..files.memo import remembered
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.story import GIVEN_TO_US, Story
from ..messages.message import Message
from ..messages.problem import Problem

#: Words in a row that are compared. Rows come through whole where a name or a title was changed.
ROW = 3
#: Share of the shorter story's rows that are the other's too. Two stories of this library share 6 of 100 at the most;
#: of a copy in which every fifth word was changed, half are left.
MOST = 0.35
#: A text with fewer rows is too short to say anything of.
LEAST = 12
#: Stories that a row leads to: where more have it, the first are enough to find that it was copied.
LEADS = 20
#: While rows that stand in several texts are looked for, they are told apart by what is left of their numbers, divided
#: by this prime. A row that is taken for another is looked at in vain, which changes nothing.
SLOTS = 8_388_593
#: Bits of a row's number for each of its words.
BITS = 21
#: Names do not count, nor the capital with which a sentence begins.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Row = int
"""Three words, by their numbers: as tuples of words the rows of 2,000 stories took 200 MB, and as numbers take 16."""
Rows = Mapping[str, "array[int]"]
"""The rows of each text, by its story, in their order."""

#: Every word that was met in this process, and its number: the same row has the same number, and no other row has it.
_numbers: dict[str, int] = {}


def copy_problems(library: Library) -> Iterator[Problem]:
    """Both kinds, over all stories; what one of two stories allows by the other's id is told of neither."""
    yield from _same_words(library)
    yield from _same_consent(library)


def allows_a_copy(library: Library, story: Story, text: str) -> bool:
    """Is what a story allows the id of another story?"""
    return any(text in _names(other) for other in library.stories.values() if other.id != story.id)


def _names(story: Story) -> tuple[str, str]:
    """Its id, and its id within its own folder of stories."""
    return story.id, story.id.rpartition("--")[2]


def _allowed(one: Story, other: Story) -> bool:
    """Has an editor said in one of the two that the other is like it, and why?"""
    pairs = ((one, other), (other, one))
    return any(allowance.text in _names(like) for story, like in pairs for allowance in story.facts.allowed)


def _same_words(library: Library) -> Iterator[Problem]:
    alike: dict[tuple[str, str], Lang] = {}
    for lang in LANGUAGES:
        for pair in _alike({story.id: rows(story, lang) for story in library.stories.values()}):
            alike.setdefault(pair, lang)
    for pair, lang in sorted(alike.items()):
        one, two = (library.stories[i] for i in pair)
        if _allowed(one, two):
            continue
        # A team may tell a story of the library in its own way; within one folder it is a copy.
        same_root = one.root == two.root
        for here, there in ((one, two), (two, one)):
            if same_root or here.root:
                yield Problem(
                    f"{here.folder}/{lang}.md",
                    1,
                    "O01",
                    Message("this story shares most of its words with `{name}`", name=there.id),
                    Message(
                        "tell another story, or take one of the two out; or say under `allowed` in story.yml, "
                        "with the text `{name}`, why both may stand",
                        name=there.id,
                    ),
                    advice=not same_root,
                )


def rows(story: Story, lang: Lang) -> array[int]:
    """The rows of words in a story's text, without names and without the first word of each sentence."""
    text = story.texts[lang]
    return _rows((*text.before, *text.after))


@remembered
def _rows(paragraphs: tuple[str, ...]) -> array[int]:
    found: set[Row] = set()
    for paragraph in paragraphs:
        words = [
            _numbers.setdefault(word.lower(), len(_numbers))
            for word in _WORD.findall(paragraph)
            if not word[0].isupper()
        ]
        found.update(
            (one << 2 * BITS) + (two << BITS) + three
            for one, two, three in zip(*(words[i:] for i in range(ROW)), strict=False)
        )
    return array("Q", sorted(found))


def _alike(rows_of: Rows) -> Iterator[tuple[str, str]]:
    """Pairs of ids whose texts share most of their rows, the earlier id first."""
    # Nearly every row stands in one text alone and leads to no other.
    times = bytearray(SLOTS)
    for mine in rows_of.values():
        for slot in {row % SLOTS for row in mine}:
            times[slot] = min(times[slot] + 1, 2)
    having: dict[Row, tuple[str, ...]] = {}
    for one, mine in sorted(rows_of.items()):
        if len(mine) < LEAST:
            continue
        leading = [row for row in mine if times[row % SLOTS] > 1]
        shared = Counter(other for row in leading for other in having.get(row, ()))
        for other, count in shared.items():
            if count >= MOST * min(len(mine), len(rows_of[other])):
                yield other, one
        alone = (one,)  # Once for all the rows that lead to it and to no other yet.
        for row in leading:
            known = having.get(row, ())
            if len(known) < LEADS:
                having[row] = (*known, one) if known else alone


def _same_consent(library: Library) -> Iterator[Problem]:
    """A person says yes to one story; who copies a folder copies what another person said."""
    given: dict[tuple[object, ...], list[Story]] = defaultdict(list)
    for story in library.stories.values():
        consent = story.facts.consent
        if consent.basis in GIVEN_TO_US and consent.held_by and consent.given:
            given[(consent.basis, " ".join(consent.held_by.casefold().split()), consent.given)].append(story)
    for stories in given.values():
        for here in stories:
            others = [there for there in stories if there.id != here.id and not _allowed(here, there)]
            if not others:
                continue
            file = f"{here.folder}/story.yml"
            yield Problem(
                file,
                library.line(file, "consent", "given"),
                "O02",
                Message(
                    "this consent is the same as that of `{name}`: given on one day, and held by the same",
                    name=others[0].id,
                ),
                Message(
                    "write who holds this story's own consent and when it was given; if it was given on that day too, "
                    "say so under `allowed` in story.yml, with the text `{name}` and why",
                    name=others[0].id,
                ),
            )
