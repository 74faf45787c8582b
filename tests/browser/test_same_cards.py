"""Cards printed from a page and cards printed from a pack: the same words on the same sides, at the same places."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.conftest import real_library
from whatmatters.packs.bilingual_pdf import bilingual_pdf
from whatmatters.packs.describe import describe, rules_card, story_card
from whatmatters.packs.divide import story_ways
from whatmatters.packs.measure import Ruler
from whatmatters.packs.printed import cards_pdf
from whatmatters.packs.sheets import CARDS, Box, sheets

pytestmark = pytest.mark.browser
A6 = sheets()[CARDS]
MM = 72 / 25.4
#: How far the foot of a letter may be from where the PDF has it, in mm: browsers round a line's height to pixels.
NEAR = 0.5
#: What a line may end with in one of the two and not in the other.
NOT_COMPARED = " \t\r\n\u00a0-\u00ad\u0002\ufffe"

#: A letter and how far its foot is below the head of its face (mm).
Letter = tuple[str, float]

READ = """() => [...document.querySelectorAll(".wm-a4")].map((paper) => [...paper.querySelectorAll(".wm-face")].map((face) => {
  const box = face.getBoundingClientRect();
  const letters = [];
  const put = (text, rect, size) => {
    for (const letter of text) letters.push([letter, (rect.top - box.top + Math.round(0.984 * size)) * 25.4 / 96]);
  };
  const walk = document.createTreeWalker(face, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest(".wm-face__foot")) continue;
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    const item = node.parentElement.closest("li");
    let first = Boolean(item);
    for (const word of node.data.matchAll(/[^\\s-]+-*/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const [rect] = range.getClientRects();
      const list = item && item.parentElement;
      if (first) put(list.tagName === "OL" ? `${[...list.children].indexOf(item) + 1}.` : "•", rect, size);
      first = false;
      put(word[0], rect, size);
    }
  }
  const inside = [...face.querySelectorAll(":scope > *, li, p, h3, h4")].every((one) => {
    const { right, bottom } = one.getBoundingClientRect();
    return right <= box.right + 1 && (bottom <= box.bottom + 1 || one.matches("li, p, h3, h4")) && one.scrollWidth <= one.clientWidth + 1;
  });
  return { letters, inside, foot: face.querySelector(".wm-face__foot")?.innerText || "" };
}))"""


def compared(letters: list[Letter]) -> list[Letter]:
    return [(letter, foot) for letter, foot in letters if letter not in NOT_COMPARED]


def words_of(letters: list[Letter]) -> str:
    return "".join(letter for letter, _ in letters)


@pytest.fixture(scope="module", params=["en", "cy", "both"])
def chosen(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def printed(chosen, tmp_path_factory) -> list[tuple[list[Letter], list[Letter]]]:
    """Front and back of every story's cards and of the ground rules, from the PDF that a pack of all of them would have."""
    library = real_library()
    packs = {
        lang: replace(
            describe(library, next(iter(library.recipes.values())), lang),
            cards=(*(story_card(library, story, lang) for story in library.stories.values()), rules_card(library, lang, "packs/")),
        )
        for lang in ("cy", "en")
    }
    ruler = Ruler(A6)
    if chosen == "both":
        data = bilingual_pdf(library, packs, ruler)
    else:
        data = cards_pdf(library, packs[chosen], story_ways(library, library.stories, ruler), ruler)
    path = tmp_path_factory.mktemp("cards") / "all.pdf"
    path.write_bytes(data)
    return cards_of(path)


def cards_of(path: Path) -> list[tuple[list[Letter], list[Letter]]]:
    """The cards of a PDF, the letters of each side in the order in which they are read."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for at in range(0, len(document), 2):
        sides = [_letters(document[at + back], [A6.safe_box(slot, back=bool(back)) for slot in range(A6.slots)]) for back in (0, 1)]
        found += [(front, back) for front, back in zip(*sides, strict=True) if front]
    return found


def _letters(page: pypdfium2.PdfPage, boxes: list[Box]) -> list[list[Letter]]:
    text, height = page.get_textpage(), page.get_height()
    found: list[list[Letter]] = [[] for _ in boxes]
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(text.count_chars()):
        raw.FPDFText_GetCharOrigin(text.raw, i, x, y)
        left, foot = x.value / MM, (height - y.value) / MM
        for box, letters in zip(boxes, found, strict=True):
            if box.x - 1 <= left <= box.x + box.width and box.y <= foot <= box.y + box.height:
                letters.append((text.get_text_range(i, 1), foot - box.y))
    return [compared(letters) for letters in found]


@pytest.fixture(scope="module")
def drawn(chosen, chromium, library_base) -> list[tuple[dict, dict]]:
    """Front and back of every card as a page prints them."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(library_base + "packs/build/index.html")
    page.wait_for_function("window.wmCards && window.wmData")
    page.evaluate("""async lang => {
        document.querySelectorAll("[data-wm-when-full]").forEach(e => { e.hidden = false; });
        const { stories } = await wmData.load("en", "frame");
        await wmCards.sheets({ items: stories.map((id) => `story:${id}`), lang, rules: true }, document.querySelector("[data-wm-sheets]"), () => "");
    }""", chosen)
    page.emulate_media(media="print")
    pages = page.evaluate(READ)
    context.close()
    for faces in pages:
        for face in faces:
            face["letters"] = compared([tuple(letter) for letter in face["letters"]])
    return [card for at in range(0, len(pages), 2) for card in zip(pages[at], pages[at + 1], strict=True)]


def test_the_same_words_stand_on_the_same_sides(printed, drawn):
    """Every story and the ground rules, face by face: all that a pack's card says above its foot, in the same order."""
    fronts = Counter((words_of(front["letters"]), words_of(back["letters"])) for front, back in drawn)
    assert max(fronts.values()) == 1
    wanted = [(words_of(front), words_of(back)) for front, back in printed]
    for front, back in fronts:
        # What is left of the PDF's side is its foot, with the pack's id and version.
        assert [one for one in wanted if one[0].startswith(front) and one[1].startswith(back)], (front, back)
    assert len(fronts) == len(set(wanted))


def test_lines_end_where_the_pdf_ends_them(printed, drawn):
    """Each letter stands on the line on which the PDF has it, and as far down: nothing is decided by the browser."""
    for card in drawn:
        for side, n in ((card[0], 0), (card[1], 1)):
            said = words_of(side["letters"])
            mine = next(one[n] for one in printed if words_of(one[0]).startswith(words_of(card[0]["letters"])) and words_of(one[n]).startswith(said))
            off = [(letter, foot, there) for (letter, foot), (_, there) in zip(side["letters"], mine, strict=False) if abs(foot - there) > NEAR]
            assert not off, (said, off[:3], len(off))


def test_no_face_runs_over(drawn):
    """Neither down nor to the side."""
    assert [words_of(face["letters"])[:60] for card in drawn for face in card if not face["inside"]] == []


def test_a_foot_says_which_library_and_which_version(drawn):
    """On every front; a site without an address prints none."""
    for front, back in drawn:
        assert front["foot"].count(" · ") >= 1
        assert "/" not in front["foot"] + back["foot"]
