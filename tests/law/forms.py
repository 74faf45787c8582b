"""Every form that shows a topic of the law, as plain text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from lxml import html

from tests.law.conftest import PACK
from whatmatters.deck.bilingual_card_faces import sides
from whatmatters.deck.blocks import Text
from whatmatters.deck.card_face import NO_STAMP
from whatmatters.deck.card_faces import ways
from whatmatters.deck.cards import LawCard
from whatmatters.deck.large_cards import parts_of
from whatmatters.deck.pack_description import describe
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import Lang
from whatmatters.library.certainty import Certainty
from whatmatters.library.law import Topic
from whatmatters.library.library import Library
from whatmatters.search import Entry
from whatmatters.search.furniture import without_furniture
from whatmatters.site.finish import page_text
from whatmatters.site.fragments import fill
from whatmatters.site.joined import joined_lists
from whatmatters.site.law_pages import law_pages
from whatmatters.site.model import MadePage
from whatmatters.site.pack_pages import pack_pages
from whatmatters.site.render import renderer
from whatmatters.site.story_pages import href_from, story_pages

TODAY = date(2026, 11, 21)
Forms = dict[str, dict[str, str]]


def forms(library: Library, lang: Lang) -> Forms:
    """What each form says of each topic: name of the form -> id of the topic -> text."""
    found: Forms = defaultdict(dict)
    for name, topic, text in (*_pages(library, lang), *_pieces(library, lang), *_cards(library, lang)):
        found[name][topic] = f"{found[name].get(topic, '')}\n{text}"
    return found


def needed(sure: Certainty) -> dict[str, tuple[str, ...]]:
    """What each form must say of how sure we are."""
    unsure = (sure.unsure,) if sure.unsure else ()
    open_points = (str(sure.unconfirmed),) if sure.unconfirmed else ()
    whole = (sure.said, sure.checked, sure.offence, *open_points)
    pointer = (sure.see_page,) if sure.see_page else ()
    return {
        "page": (*whole, *unsure, sure.newest, *sure.read),
        "description": pointer,
        "search entry": (*pointer, *open_points),
        **dict.fromkeys(("list of topics", "side by side", "frequency card", "neighbours"), (sure.short,)),
        **dict.fromkeys(("law of a principle", "law of a story", "law of a pack"), (sure.short,)),
        "front of a card": unsure,
        "back of a card": whole,
        "large card": (*unsure, *whole, *sure.read, sure.newest),
        "bilingual card": (*unsure, *whole),
    }


def entries(library: Library, lang: Lang) -> list[Entry]:
    """The pages of the law as search has them."""
    return without_furniture(
        [
            Entry(lang, page.path, page.title, "law", page.description, page_text(page.content()).told)
            for page in law_pages(library, renderer(library.interface), lang, TODAY)
        ]
    )


def said(value: object) -> str:
    """The text of blocks, cards and slides; what stands in one paragraph stays in one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return "".join(span.text for span in value.spans)
    if is_dataclass(value):
        return said([getattr(value, field.name) for field in fields(value)])
    if isinstance(value, Iterable):
        return "\n".join(said(inner) for inner in value)
    return ""


def _pages(library: Library, lang: Lang) -> Iterator[tuple[str, str, str]]:
    render = renderer(library.interface)
    topics = library.read_across.topics
    for topic, page in zip(topics, law_pages(library, render, lang, TODAY), strict=True):
        yield "page", topic.id, _text(page.html)
        yield "description", topic.id, page.description
    for entry in entries(library, lang):
        yield "search entry", entry.url.split("/")[1], f"{entry.summary}\n{entry.text}"
    made: tuple[tuple[str, Iterable[MadePage]], ...] = (
        ("law of a story", story_pages(library, render, lang)),
        ("law of a pack", pack_pages(library, render, {}, {}, lang)),
    )
    for name, pages in made:
        html_of = "".join(page.html for page in pages if PACK in page.path or name == "law of a story")
        yield from _by_link(name, html_of, "//ul[contains(@class, 'wm-lines--law')]/li", topics)


def _pieces(library: Library, lang: Lang) -> Iterator[tuple[str, str, str]]:
    render, topics = renderer(library.interface), library.read_across.topics
    index = fill("<!-- read-across -->", library, render, "legislation/", lang)
    yield from _by_link("list of topics", index, "//details[contains(@class, 'wm-lawgroup')]//li", topics)
    yield from _by_link("side by side", index, "//tbody/tr", topics)
    card = fill("<!-- frequency -->", library, render, "legislation/frequency-card/", lang)
    yield from _by_link("frequency card", card, "//tbody/tr", topics)
    for page in library.pages.values():
        if page.principle:
            law = fill("<!-- law -->", library, render, page.path, lang)
            yield from _by_link("law of a principle", law, "//ul[contains(@class, 'wm-lines--law')]/li", topics)
    for topic in topics:
        lists = joined_lists(library, (), [topic.id], lang, href_from("tools/x/", lang), ("law",))
        piece = render("neighbours.html", lang, "tools/x/", joined=lists)
        yield from _by_link("neighbours", piece, "//li[.//a]", [topic])


def _by_link(name: str, page: str, path: str, topics: Iterable[Topic]) -> Iterator[tuple[str, str, str]]:
    known = {topic.id for topic in topics}
    for element in html.fromstring(f"<div>{page}</div>").xpath(path):
        for topic in {
            link.rstrip("/").split("/")[-2 if link.endswith("index.html") else -1]
            for link in element.xpath(".//a/@href")
        } & known:
            yield name, topic, _text(element)


def _cards(library: Library, lang: Lang) -> Iterator[tuple[str, str, str]]:
    word = wording(library, lang)
    pack = describe(library, library.recipes[PACK], lang)
    cards = [card for card in pack.cards if isinstance(card, LawCard)]
    for card in cards:
        (both,) = ways(card, word, NO_STAMP)[0]
        yield "front of a card", card.id, said(both.front.blocks)
        yield "back of a card", card.id, said(both.back.blocks)
        yield "large card", card.id, said([part.blocks for part in parts_of(card, word, NO_STAMP)])
        for way in sides(card, word, NO_STAMP):
            yield "bilingual card", card.id, said([face.blocks for face in way])


def _text(piece: html.HtmlElement | str) -> str:
    element = html.fromstring(f"<div>{piece}</div>") if isinstance(piece, str) else piece
    return " ".join(" ".join(element.itertext()).split()).replace(" :", ":")
