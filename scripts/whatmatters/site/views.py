"""Pieces that several kinds of page show: story cards, tags with their links, provisions in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..language.bilingual import Lang
from ..language.table import TABLE
from ..library.certainty import certainty
from ..library.emblem import emblem_of
from ..library.law import Place, Topic
from ..library.law_numbers import anchor_of
from ..library.law_wording import named_part
from ..library.library import Library
from ..library.provenance import real_first, told_in_short
from ..library.story import Story
from .model import StoryCard

Href = Callable[[str], str]


def story_card(library: Library, story: Story, lang: Lang, href: Href, because: str | None = None) -> StoryCard:
    """A story as a list shows it; `href` makes the link from the page that holds the list."""
    tags, text = library.vocabulary.tags, story.texts[lang]
    return StoryCard(
        id=story.id,
        title=text.title,
        summary=text.summary,
        minutes=text.minutes,
        href=href(story.path),
        theme=tags[story.theme],
        emblem=emblem_of(story),
        settings=tuple(tags[t].label[lang] for t in story.facts.tags.get("setting", ())),
        kind=library.vocabulary.term("kinds", story.facts.kind).label[lang],
        label=told_in_short(library.vocabulary, story.facts, lang),
        because=because,
    )


def story_cards(library: Library, stories: Iterable[Story], lang: Lang, href: Href) -> list[StoryCard]:
    """Cards of real accounts first, then of what was imagined, each in the order of their titles."""
    return [story_card(library, s, lang, href) for s in real_first(library.by_title(tuple(stories), lang))]


@dataclass(frozen=True)
class TopicLine:
    """A topic of the law as a list shows it."""

    name: str
    duty: str
    sure: str
    """How sure we are, in a few words: no duty stands anywhere without them."""
    href: str


def topic_lines(library: Library, topics: Iterable[str], lang: Lang, href: Href) -> list[TopicLine]:
    """Topics by their ids, in the order given."""
    data = library.read_across
    return [
        TopicLine(
            topic.name[lang],
            topic.duty[lang],
            certainty(library.interface, data, topic, lang).short,
            href(topic.path),
        )
        for topic in (data.topic[i] for i in topics)
    ]


@dataclass(frozen=True)
class ProvisionView:
    """A provision in words, and where to read it."""

    law: str
    text: str
    """`section 6(2)(a) of the 2014 Act`"""
    note: str | None
    href: str | None
    here: str | None
    """Where it stands in this library by its number, with all its topics."""


def place_text(library: Library, place: Place, lang: Lang) -> str:
    """A provision as a sentence cites it: `regulation 15(3)`, `adran 54`."""
    law = library.read_across.law[place.law]
    if not place.provision:
        return law.short[lang]
    number = place.provision
    if part := named_part(library.interface, number, lang):
        return part
    name = {"act": "law-section", "regulations": "law-regulation"}.get(law.kind)
    return library.interface(name, lang, number=number) if name else number


def provision_href(library: Library, place: Place, lang: Lang) -> str | None:
    """The provision on legislation.gov.uk, in the reader's language where the law stands there in both."""
    law = library.read_across.law[place.law]
    if law.url is None:
        return None
    url = str(law.url).rstrip("/")
    number = (place.provision or "").split("(")[0].strip()
    if "legislation.gov.uk" in url and law.kind in ("act", "regulations"):
        if number.isdigit() or (number[:-1].isdigit() and number[-1:].isalpha()):
            url += f"/{'section' if law.kind == 'act' else 'regulation'}/{number}"
        # Acts for more than Wales have no Welsh text.
        if TABLE[lang].own_law_texts and law.jurisdiction == "wales":
            url += "/welsh"
    return url


def provisions(library: Library, topic: Topic, lang: Lang) -> list[ProvisionView]:
    """Where a topic stands in the law, in the order of the data."""
    laws = library.read_across.law
    return [
        ProvisionView(
            law=laws[p.law].name[lang],
            text=place_text(library, p, lang),
            note=p.note[lang] if p.note else None,
            href=provision_href(library, p, lang),
            here=anchor_of(p),
        )
        for p in topic.provisions
    ]
