"""Cards printed from a page and cards printed from a pack: the same words on the same sides, at the same places."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pypdfium2
import pytest
from playwright.sync_api import Page
from pypdfium2 import raw

from tests.conftest import real_library
from whatmatters.deck.card_sheets import CARDS, Box, sheets
from whatmatters.deck.choosing_ways import in_one_pack, story_ways
from whatmatters.deck.pack_description import describe, rules_card, story_card
from whatmatters.deck.story_card_faces import ON_TWO
from whatmatters.deck.type_size import SIZES, Ruler
from whatmatters.library.library import Library
from whatmatters.library.publication import for_audience
from whatmatters.print.bilingual_cards_pdf import bilingual_cards_of_pack, bilingual_pdf
from whatmatters.print.pack_pdfs import cards_of_pack, cards_pdf

pytestmark = pytest.mark.browser
A6 = sheets()[CARDS]
MM = 72 / 25.4
#: How far the foot of a letter may be from where a pack has it, in mm: browsers put every line on a whole pixel.
NEAR = 1
#: The same where a line ends a word sooner or later, since a browser's letters are a ten-thousandth narrower.
A_LINE = 6.5
#: One face in so many may have such a line.
SELDOM = 20
#: What a line may end with in one of the two and not in the other.
NOT_COMPARED = " \t\r\n\u00a0-\u00ad\u0002\ufffe"

#: A letter and how far its foot is below the head of its face (mm).
Letter = tuple[str, float]

DRAW = """async ([stories, lang, rules]) => {
  document.querySelectorAll("[data-wm-when-full]").forEach(e => { e.hidden = false; });
  await wmCards.sheets({ items: stories.map((id) => `story:${id}`), lang, rules }, document.querySelector("[data-wm-sheets]"), () => "");
}"""

READ = """() => [...document.querySelectorAll(".wm-a4")].map((paper) => [...paper.querySelectorAll(".wm-face")].map((face) => {
  const box = face.getBoundingClientRect();
  let said = "";
  const walk = document.createTreeWalker(face, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const item = node.parentElement.closest("li");
    if (node.parentElement.closest(".wm-face__foot")) continue;
    if (item) said += item.parentElement.tagName === "OL" ? `${[...item.parentElement.children].indexOf(item) + 1}.` : "•";
    said += node.data;
  }
  const inside = [...face.children].every((one) => {
    const { right, bottom } = one.getBoundingClientRect();
    return right <= box.right + 1 && bottom <= box.bottom + 1;
  }) && [...face.querySelectorAll("*")].every((one) => one.scrollWidth <= one.clientWidth + 1 || !one.clientWidth);
  const small = [...face.querySelectorAll(".wm-face__small")].map((one) => one.textContent).join("");
  return { said, small, inside, foot: face.querySelector(".wm-face__foot")?.innerText || "" };
}))"""


def squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter not in NOT_COMPARED)


def words_of(letters: list[Letter]) -> str:
    return "".join(letter for letter, _ in letters)


@pytest.fixture(scope="module", params=["en", "cy", "both"])
def chosen(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def printed(chosen) -> list[tuple[list[Letter], list[Letter]]]:
    """Front and back of every story's cards and of the ground rules, as a pack prints them."""
    return in_a_pack(chosen)


@cache
def public_library() -> Library:
    """What a site for everyone has of the real library."""
    library, _ = for_audience(real_library(), "public", date.today())
    return library


@cache
def in_a_pack(chosen: str) -> list[tuple[list[Letter], list[Letter]]]:
    """The same from the PDFs that packs of them would have, set once for the page over HTTP and the one from disk."""
    library = public_library()
    ruler = Ruler(A6, SIZES)
    found = []
    for some, rules in packs_of(chosen):
        packs = {
            lang: replace(
                describe(library, next(iter(library.recipes.values())), lang),
                cards=(
                    *(story_card(library, library.stories[i], lang) for i in some),
                    *([rules_card(library, lang, "packs/")] if rules else []),
                ),
            )
            for lang in (("cy", "en") if chosen == "both" else (chosen,))
        }
        if chosen == "both":
            data = bilingual_pdf(library, packs, bilingual_cards_of_pack(library, packs, ruler), ruler.sheet)
        else:
            ways = in_one_pack(library, ways_of_all(), some, ruler)
            cards = cards_of_pack(library, packs[chosen], ways, ruler)
            data = cards_pdf(library, packs[chosen], cards, ruler.sheet)
        found += cards_of(data)
    return found


@cache
def ways_of_all() -> dict[str, int]:
    library = public_library()
    return story_ways(library, library.stories, Ruler(A6, SIZES))


def packs_of(chosen: str) -> list[tuple[list[str], bool]]:
    """All stories with the ground rules; and without these the stories that have one card there, and two beside all others."""
    library = public_library()
    ways = ways_of_all()
    alone = [i for i, way in ways.items() if way < ON_TWO and library.stories[i].texts["en"].after]
    assert alone
    assert len(alone) < len(ways)
    return [(list(library.stories), True), *([(alone, False)] if chosen != "both" else [])]


def cards_of(pdf: bytes) -> list[tuple[list[Letter], list[Letter]]]:
    """The cards of a PDF, the letters of each side in the order in which they are read."""
    return _cards_of(re.sub(rb"/(CreationDate|ModDate) \([^)]*\)", b"", pdf))


@cache
def _cards_of(pdf: bytes) -> list[tuple[list[Letter], list[Letter]]]:
    """Read once: but for its dates, what is printed over HTTP is what is printed from disk, byte for byte."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for at in range(0, len(document), 2):
        sides = [_letters(document[at + back], [A6.safe_box(slot, back=bool(back)) for slot in range(A6.slots)]) for back in (0, 1)]
        found += [(front, back) for front, back in zip(*sides, strict=True) if front]
    return found


def _letters(page: pypdfium2.PdfPage, boxes: list[Box]) -> list[list[Letter]]:
    text, height = page.get_textpage(), page.get_height()
    found: list[list[Letter]] = [[] for _ in boxes]
    x, y = ctypes.c_double(), ctypes.c_double()
    x_there, y_there = ctypes.byref(x), ctypes.byref(y)
    # A hundred thousand letters: each box is asked for its edges once.
    edges = [(box.x - 1, box.x + box.width, box.y, box.y + box.height, letters) for box, letters in zip(boxes, found, strict=True)]
    for i in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, i))
        if letter in NOT_COMPARED:
            continue
        raw.FPDFText_GetCharOrigin(text.raw, i, x_there, y_there)
        left, foot = x.value / MM, (height - y.value) / MM
        for first, last, top, bottom, letters in edges:
            if first <= left <= last and top <= foot <= bottom:
                letters.append((letter, foot - top))
    return found


@dataclass(frozen=True)
class Side:
    """A side of a card as a page prints it."""

    said: str
    """All its words but for its foot, squeezed."""
    small: str
    """The small print, which comes last and has addresses in it that are broken by other rules."""
    letters: list[Letter]
    """Those of the printed page, with the foot."""
    inside: bool
    """Does it keep within its box?"""
    foot: str


@pytest.fixture(scope="module")
def drawing(chromium, library_base) -> Iterator[Page]:
    """The page that draws cards, for one choice of their language after the other."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(library_base + "sessions/mine/index.html")
    # What draws cards, and their style, come when there is something to draw.
    page.evaluate("(story) => wmTray.add([`story:${story}`])", next(iter(packs_of("en")))[0][0])
    page.locator(".wm-a4 .wm-face").first.wait_for(state="attached")
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture(scope="module")
def drawn(chosen, drawing) -> list[tuple[Side, Side]]:
    """Front and back of every card as a page prints them."""
    page, found = drawing, []
    for some, rules in packs_of(chosen):
        page.evaluate(DRAW, [some, chosen, rules])
        pages = page.evaluate(READ)
        pdf = page.pdf(prefer_css_page_size=True)
        cards = [card for at in range(0, len(pages), 2) for card in zip(pages[at], pages[at + 1], strict=True)]
        found += [
            tuple(
                Side(squeezed(face["said"]), squeezed(face["small"]), letters, face["inside"], face["foot"])
                for face, letters in zip(faces, read, strict=True)
            )
            for faces, read in zip(cards, cards_of(pdf), strict=True)
        ]
    return found


def test_the_same_words_stand_on_the_same_sides(printed, drawn):
    """Every story and the ground rules, face by face: all that a pack's card says above its foot, in the same order."""
    mine = Counter((front.said, back.said) for front, back in drawn)
    assert max(mine.values()) == 1
    wanted = {(words_of(front), words_of(back)) for front, back in printed}
    for front, back in mine:
        # What is left of the PDF's side is its foot, with the pack's id and version.
        assert [one for one in wanted if one[0].startswith(front) and one[1].startswith(back)], (front, back)
    assert len(mine) == len(wanted)


def test_lines_end_where_packs_end_them(printed, drawn):
    """On paper each letter stands on the line on which the pack has it, and as far down, but for a word here and there."""
    elsewhere = []
    said = [(words_of(front), words_of(back)) for front, back in printed]
    for sides in drawn:
        for n, side in enumerate(sides):
            assert words_of(side.letters).startswith(side.said)
            pack = next(card[n] for card, words in zip(printed, said, strict=True) if all(words[k].startswith(sides[k].said) for k in (0, 1)))
            pairs = zip(side.letters[: len(side.said) - len(side.small)], pack, strict=False)
            off = max(abs(here - there) for (_, here), (_, there) in pairs)
            assert off < A_LINE, (side.said, off)
            elsewhere += [side.said] if off > NEAR else []
    assert len(elsewhere) * SELDOM < 2 * len(drawn), elsewhere


def test_no_face_runs_over(drawn):
    """Neither down nor to the side."""
    assert [side.said[:60] for sides in drawn for side in sides if not side.inside] == []


def test_a_foot_says_which_library_and_which_version(drawn):
    """On every front; a site without an address prints none."""
    for front, back in drawn:
        assert front.foot.count(" · ") >= 1
        assert "/" not in front.foot + back.foot
