"""The tools that go with a pack, and the lengths of session that it offers, in its sheets, handout and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tests.packs.conftest import with_recipe
from whatmatters.deck.blocks import Block, Heading, Listing, Side, Table, Text
from whatmatters.deck.pack_description import describe
from whatmatters.deck.pack_slides import slides_of
from whatmatters.language.bilingual import LANGUAGES

SITE = "https://care.example.wales/"
LANGS = pytest.mark.parametrize("lang", LANGUAGES)


def forms(library, lang) -> Iterator[list[Block]]:
    """The blocks of the leader's papers, which are the handout's too, and of the first slide's notes."""
    recipe = library.recipes["one"]
    pack = describe(library, recipe, lang, SITE)
    yield list(flat(pack.plan))
    yield list(flat(slides_of(library, pack)[0].notes))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from flat(block.blocks) if isinstance(block, Side) else (block,)


def headings(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


@LANGS
def test_tools_are_named_with_their_addresses(library, lang):
    """Under a heading of their own, in the order of the recipe, each in the form's language."""
    one = with_recipe(library, "one", tools=["strengths-map", "i-statements"])
    pages = [one.pages[f"tools/{tool}/"] for tool in ("strengths-map", "i-statements")]
    within = SITE if lang == "en" else f"{SITE}cy/"
    wanted = Listing(tuple(f"{page.title[lang]}: {within}{page.path}" for page in pages))
    for blocks in forms(one, lang):
        at = blocks.index(wanted)
        assert blocks[at - 1] == Heading(3, library.interface("packs-tools", lang))


@LANGS
def test_without_tools_nothing_is_said_of_them(library, lang):
    """No heading stands over nothing."""
    for blocks in forms(with_recipe(library, "one", tools=[]), lang):
        assert library.interface("packs-tools", lang) not in headings(blocks)


@LANGS
@pytest.mark.parametrize(
    ("lengths", "offered", "name"),
    [([], [15, 30, 60], "many"), ([60, 30], [30, 60], "many"), ([30], [30], "one")],
)
def test_only_the_lengths_offered_have_a_plan(library, lang, lengths, offered, name):
    """All plans unless the recipe names some; one plan alone is not called a choice."""
    ui = library.interface
    papers, notes = forms(with_recipe(library, "one", lengths=lengths), lang)
    plans = {ui("packs-agenda", lang, n=n): n for n in (15, 30, 60)}
    assert [plans[text] for text in headings(notes) if text in plans] == offered
    assert ui(f"packs-agendas-{name}", lang) in headings(notes)
    for table in (block for block in papers if isinstance(block, Table)):
        assert table.header[2:] == tuple(map(str, offered))
    for blocks in (papers, notes):
        said = "".join(span.text for block in blocks if isinstance(block, Text) for span in block.spans)
        assert ui(f"packs-agendas-own-{name}", lang) in said
