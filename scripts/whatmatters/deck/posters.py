"""Posters for a wall: what stands on each, decided here for both sizes of paper and both languages.

A story's poster goes as far as its pause: a wall cannot wait until a group turns the page together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, zip_longest
from typing import Literal

from ..language.bilingual import LANGUAGES, Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.provenance import real_first
from ..library.story import Story
from ..library.texts import RULES, page_text
from .addresses import is_whole
from .kinds import KINDS, PACK, KindStyle, emblem_tile
from .pack_description import address_of, story_card

#: What posters there are; each set is one file, a page a poster.
PosterSet = Literal["ground-rules", "question-of-the-week", "stories"]
SETS: tuple[PosterSet, ...] = ("ground-rules", "question-of-the-week", "stories")
#: Paper, by its width and height in mm. A3 is the same drawing, larger by the root of two.
Paper = Literal["a4", "a3"]
PAPERS: dict[Paper, tuple[int, int]] = {"a4": (210, 297), "a3": (297, 420)}
#: Questions of one set: one for each week of a year.
WEEKS = 52
#: Where the page that offers them stands, with the files beside it.
PATH = "packs/posters/"


@dataclass(frozen=True)
class Note:
    """A line in small type."""

    text: str
    lang: Lang | None = None
    """Where it is not the poster's."""


@dataclass(frozen=True)
class Poster:
    """One poster, in words."""

    word: str
    """What kind of poster it is, at its head."""
    title: str
    style: KindStyle
    emblem: str = ""
    """A story's picture, as SVG."""
    paragraphs: tuple[str, ...] = ()
    stop: str = ""
    """Where people stop and talk."""
    listed: tuple[str, ...] = ()
    """Rules or questions, numbered."""
    notes: tuple[Note, ...] = ()
    address: str = ""
    """Where it goes on, where the site's own address is known."""


def file_name(kind: PosterSet, paper: Paper, lang: Lang) -> str:
    """What a file of posters is called."""
    return f"{kind}-{paper}-{lang}.pdf"


def posters(library: Library, kind: PosterSet, lang: Lang, site_url: str | None = None) -> tuple[Poster, ...]:
    """The posters of a set, in one language; none where the library has nothing to put on them."""
    if kind == "ground-rules":
        return (_rules(library, lang, site_url),)
    if kind == "stories":
        stories = real_first(library.by_title(tuple(library.stories.values()), lang))
        return tuple(_story(library, story, lang, site_url) for story in stories)
    return tuple(_question(library, n, asked, lang, site_url) for n, asked in enumerate(weekly(library), start=1))


def day_of(library: Library) -> str:
    """The day that is written into the files: when the newest consent was last looked at, as 2026-11-21."""
    return max((s.facts.consent.reviewed for s in library.stories.values()), default=date(2000, 1, 1)).isoformat()


@dataclass(frozen=True)
class Asked:
    """A question in every language, and the bank that it comes from."""

    bank: str
    text: dict[Lang, str]


def weekly(library: Library) -> tuple[Asked, ...]:
    """A question for each week: one of each bank in turn, so that no theme stays for long."""

    def of_bank(name: str) -> Iterator[Asked]:
        for category in zip_longest(*(c.questions for c in library.banks[name].categories)):
            for question in filter(None, category):
                yield Asked(name, {lang: question.text[lang] for lang in LANGUAGES})

    in_turn = zip_longest(*(of_bank(name) for name in library.banks))
    return tuple(islice((one for turn in in_turn for one in turn if one), WEEKS))


def _rules(library: Library, lang: Lang, site_url: str | None) -> Poster:
    rules = tuple(rule[lang] for rule in library.session.ground_rules)
    address = address_of("tools/exploratory-talk/", lang, site_url)
    drafted = _draft_note(library, lang, *RULES)
    title = library.interface("session-rules", lang)
    return Poster(
        library.interface("poster-rules", lang), title, PACK, listed=rules, notes=drafted, address=_whole(address)
    )


def _question(library: Library, week: int, asked: Asked, lang: Lang, site_url: str | None) -> Poster:
    bank = library.banks[asked.bank]
    return Poster(
        word=library.interface("poster-week", lang, n=week),
        title=asked.text[lang],
        style=KINDS["question"],
        notes=(Note(bank.title[lang]), *_draft_note(library, lang, page_text(library, bank.path))),
        address=_whole(address_of(bank.path, lang, site_url)),
    )


def _story(library: Library, story: Story, lang: Lang, site_url: str | None) -> Poster:
    card, ui = story_card(library, story, lang, site_url), library.interface
    source = (Note(card.source, card.source_lang),) if card.source else ()
    return Poster(
        word=ui("poster-story", lang),
        title=card.title,
        style=KINDS["story"],
        emblem=emblem_tile(card.emblem) if card.emblem else "",
        paragraphs=card.before,
        stop=ui("page-pause" if card.after else "packs-questions", lang),
        listed=card.at_pause or card.afterwards,
        notes=(
            *((Note(card.told),) if card.told else ()),
            *source,
            *_draft_note(library, lang, story.folder),
        ),
        address=_whole(card.address),
    )


def _whole(address: str) -> str:
    return address if is_whole(address) else ""


def _draft_note(library: Library, lang: Lang, *texts: str) -> tuple[Note, ...]:
    drafted = is_draft(library, lang, *texts)
    return (Note(library.interface("poster-draft", lang)),) if drafted else ()
