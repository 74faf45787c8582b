"""What a face takes is worked out without Typst, and comes to what Typst gives it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import examples
from whatmatters.deck.bilingual_card_faces import sides
from whatmatters.deck.blocks import Amount, Aside, Heading, Listing, Ruled, Span, Text
from whatmatters.deck.card_face import Face, Stamp, TwoSided, faces_of
from whatmatters.deck.card_face_measuring import extent
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_sheets import CARDS, LARGE, QUESTIONS, Sheet, sheets
from whatmatters.deck.cards_at_their_size import CardAtItsSize
from whatmatters.deck.large_cards import parts_of
from whatmatters.deck.pack_description import blank_cards, law_card, question_card, rules_card, story_card
from whatmatters.deck.question_card_faces import question_blanks, question_cards
from whatmatters.deck.question_card_sizes import SIZES as QUESTION_SIZES
from whatmatters.deck.type_size import SIZES, face_data
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.print.large_cards_pdf import SIZE
from whatmatters.print.pack_pdfs import sheet_data
from whatmatters.print.typeset import TEMPLATES, TypesetError, pdf
from whatmatters.typography.fonts import fonts

#: How far the two may be apart, in mm.
NEAR = 0.1

STAMP = Stamp("a-pack", "2026-11-21 00000000")


@pytest.fixture(scope="module")
def templates(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
    shutil.copy(Path(__file__).with_name("extent.typ"), folder)
    return folder


def heights(templates: Path, faces: list[Face], asked: list[tuple[int, float]], lang: str, sheet: Sheet) -> list[float]:
    """What Typst gives: for each of `asked`, a face's number and a size."""
    told = json.dumps({**face_data(faces, lang, sheet), "asked": asked}, ensure_ascii=False)
    compiler = typst.Compiler(templates / "extent.typ", root=templates, font_paths=fonts(), sys_inputs={"data": told})
    return json.loads(compiler.query("<heights>", field="value", one=True))


def on_cards(real, lang: str) -> Iterator[Face]:
    """Every side of every way to print every card of the library, and of one way to print it in two languages."""
    word = wording(real, lang)
    for card in all_cards(real, lang):
        for way in ways(card, word, STAMP):
            yield from faces_of(way)
        for row in sides(card, word, STAMP)[-1:]:
            yield from row


def on_small(real, lang: str) -> Iterator[Face]:
    word, cards = wording(real, lang), all_cards(real, lang)
    yield from faces_of((*question_cards(cards, word, STAMP), *question_blanks(cards, word, STAMP)))


def on_large(real, lang: str) -> Iterator[Face]:
    """Each part of each card on one side, however long, with the pause and without."""
    word = wording(real, lang)
    for card in all_cards(real, lang):
        for part in parts_of(card, word, STAMP):
            face = replace(part.head, blocks=part.blocks)
            yield face
            yield replace(face, front=False, stop=word("stop"), then=word("then-card", n=2))


def all_cards(real, lang: str) -> list:
    return [
        *(story_card(real, story, lang) for story in real.stories.values()),
        *(question_card(real, chosen, lang) for recipe in real.recipes for chosen in real.questions[recipe]),
        *(law_card(real, topic, lang) for topic in real.read_across.topics),
        rules_card(real, lang, "packs/"),
        *blank_cards(real, lang, "packs/"),
    ]


SHEETS = [
    (CARDS, on_cards, {kind: (sizes[0], sizes[-1]) for kind, sizes in SIZES.items()}),
    (QUESTIONS, on_small, {kind: (sizes[0], sizes[-1]) for kind, sizes in QUESTION_SIZES.items()}),
    (LARGE, on_large, dict.fromkeys(SIZES, (SIZE,))),
]


@pytest.mark.typeset
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "faces_on", "sizes"), SHEETS, ids=[name for name, *_ in SHEETS])
def test_every_face_of_the_library_takes_what_typst_gives_it(real, templates, lang, name, faces_on, sizes):
    """Each at its best size or at its smallest, by turns."""
    sheet, faces = sheets()[name], list(dict.fromkeys(faces_on(real, lang)))
    asked = [(n, sizes[face.kind][-n % len(sizes[face.kind])]) for n, face in enumerate(faces)]
    wrong = [
        (faces[n].title, faces[n].part, size, ours - given)
        for (n, size), given in zip(asked, heights(templates, faces, asked, lang, sheet), strict=True)
        if abs((ours := extent(faces[n], sheet, size).height) - given) > NEAR
    ]
    assert not wrong, wrong[:5]


WORDS = st.lists(
    st.one_of(
        st.text("abcdefghiyATVWLlŵŷâ", min_size=1, max_size=14),
        st.sampled_from(
            [
                "yn",
                "15(7)(d),",
                "“Na,”",
                "–",
                "—",
                "e.e.",
                "hanner-awr",
                "24/7",
                "(un)",
                "£5.50",
                "50%",
                "d'oedd",
                "…",
                "?!",
                "a/b",
            ]
        ),
        st.sampled_from(
            ["https://www.example.org/cy/stories/mays-bath-time/?a=1,", "www.llyw.cymru/1a2b(c)", "x" * 60]
        ),
    ),
    min_size=1,
    max_size=20,
).map(" ".join)

SPANS = st.lists(st.builds(Span, WORDS.map("{} ".format), st.booleans()), min_size=1, max_size=3).map(tuple)

BLOCKS = st.one_of(
    st.builds(Heading, st.just(2), WORDS),
    st.builds(Text, SPANS, st.booleans()),
    st.builds(Listing, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.booleans(), st.integers(1, 120)),
    st.builds(Amount, WORDS, WORDS, st.one_of(st.just(""), WORDS)),
    st.builds(Ruled, st.integers(0, 4)),
    st.builds(Aside, st.lists(st.builds(Text, SPANS), min_size=1, max_size=2).map(tuple)),
)

FACES = st.builds(
    Face,
    kind=st.sampled_from(["story", "law", "tool"]),
    front=st.booleans(),
    word=WORDS,
    detail=WORDS,
    icon=st.sampled_from(["material/home-heart", "fontawesome/solid/people-arrows"]),
    title=WORDS,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    foot=st.sampled_from(["", "a · b"]),
    file=st.just("x"),
    part=st.just("before"),
    stop=st.sampled_from(["", "Arhoswch yma i drafod"]),
    then=st.one_of(st.just(""), WORDS),
    under=st.lists(st.builds(Text, SPANS, st.just(True)), max_size=2).map(tuple),
    dense=st.booleans(),
    code=st.sampled_from(["", "https://example.wales/"]),
)


@pytest.mark.typeset
@given(st.lists(FACES, min_size=4, max_size=4), st.sampled_from([CARDS, QUESTIONS, LARGE]), st.floats(8, 24))
@examples(40)
def test_any_face_takes_what_typst_gives_it(templates, faces, name, size):
    """Whatever stands on it, at any size: addresses, long words, provisions, marks and boxes."""
    sheet = sheets()[name]
    asked = [(n, size) for n in range(len(faces))]
    for face, given_by_typst in zip(faces, heights(templates, faces, asked, "cy", sheet), strict=True):
        assert extent(face, sheet, size).height == pytest.approx(given_by_typst, abs=NEAR)


@pytest.mark.typeset
def test_a_side_that_is_only_just_full_is_set(library):
    """A card that is nothing but its question, at the largest size that it can have."""
    sheet, word = sheets()[QUESTIONS], wording(library, "cy")
    card = story_card(library, next(iter(library.stories.values())), "cy")
    two = next(iter(question_cards([card], word, STAMP)))

    def over(size: float) -> float:
        return extent(two.front, sheet, size).height - sheet.inner.height

    size = max(n / 10 for n in range(80, 600) if over(n / 10) <= 0)
    assert over(size) > -2, "hardly anything is left"
    document = {"title": "t", "author": "a", "description": "d", "keywords": []}
    data = {**document, **sheet_data((CardAtItsSize(two, size, 11),), "cy", sheet)}
    assert pdf("cards", data, "2026-11-21").startswith(b"%PDF")


@pytest.mark.typeset
def test_typst_refuses_a_side_that_runs_over(library):
    """As the last guard: what is worked out here is looked at again where the paper is made."""
    sheet, word = sheets()[CARDS], wording(library, "en")
    card = story_card(library, next(iter(library.stories.values())), "en")
    (two,) = ways(card, word, STAMP)[0]

    def over(size: float) -> float:
        return extent(two.front, sheet, size).height - sheet.inner.height

    fits, too_large = 8.0, 40.0
    while too_large - fits > 1e-4:
        size = (fits + too_large) / 2
        fits, too_large = (size, too_large) if over(size) <= 0 else (fits, size)
    document = {"title": "t", "author": "a", "description": "d", "keywords": []}

    def made(size: float) -> bytes:
        back = replace(two.front, front=False, blocks=())
        return pdf(
            "cards",
            {**document, **sheet_data((CardAtItsSize(TwoSided(two.front, back), size, 11),), "en", sheet)},
            "2026-11-21",
        )

    # A little to either side, since a line may end elsewhere at the very edge.
    assert made(fits - 0.01).startswith(b"%PDF")
    with pytest.raises(TypesetError, match="this side of a card runs over"):
        made(too_large + 0.01)
