"""The cards that *Add a story* shows while one writes, held against those that are printed."""

from __future__ import annotations

import pytest

from tests.browser.test_add_story import opened
from whatmatters.deck import story_notes
from whatmatters.deck.blocks import Block, Heading, Listing, Text
from whatmatters.deck.card_face import NO_STAMP, Face, faces_of
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.choosing_ways import story_ways
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.story_card_faces import ON_TWO
from whatmatters.deck.type_size import SIZES, Ruler
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]

#: What the page shows on each side of each language's cards: its title, its blocks, the pause, and the foot of a back.
SIDES = """([id, stories]) => {
  const into = document.createElement("div");
  document.querySelector("article").append(into);
  for (const one of Object.values(stories)) { one.into = into.appendChild(document.createElement("div")); one.caption = String; }
  const said = (block) => [...block.children].some((one) => one.matches("li")) ? [...block.children].map((one) => one.textContent) : [block.textContent];
  const all = (face, one) => [...face.querySelectorAll(one)].map((found) => found.textContent);
  const side = (face) => [
    all(face, "h3"), [...face.querySelector(".wm-face__body").children].flatMap(said).filter(Boolean), all(face, ".wm-face__stop > *"),
    face.matches(".wm-face--front") ? [] : all(face, ".wm-face__foot"),
  ].flat();
  return wmCards.story(id, stories).then(() => Object.values(stories).map((one) => [...one.into.querySelectorAll(".wm-oneface .wm-face")].map(side)));
}"""

def shown(card) -> dict:
    """A card's story as the page hands it to its preview."""
    return {
        "title": card.title, "theme": card.theme, "draft": bool(card.draft), "icon": "", "before": card.before, "after": card.after, "at_pause": card.at_pause,
        "afterwards": card.afterwards, "source": card.source, "sourceLang": card.source_lang, "route": card.route, "told": card.told,
        "names": card.names_changed, "tags": card.tags,
    }  # fmt: skip


def stands_on(face: Face, law: str) -> list[str]:
    """What the press sets on a side, but for the law, which the page does not know.

    The foot of a front has the story's id there, which a pack prints small.
    """
    blocks = [said for block in face.blocks for said in words_of(block)]
    foot = [face.foot] if face.foot and not face.front else []
    return [face.title, *(said for said in blocks if not law or said != law), *([face.stop, face.then] if face.stop else []), *foot]


def words_of(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return (block.text,)
        case Text():
            return ("".join(span.text for span in block.spans),)
        case Listing():
            return block.items
        case _:
            return ()


def test_a_story_is_divided_as_it_will_be_printed(served, page, real):
    """The same words on the same sides, in both languages at once: every story that leaves something out to have room
    (its source, or questions that are asked afterwards), and the first ten of each other way.
    """
    chosen = story_ways(real, real.stories, Ruler(sheets()[CARDS], SIZES))
    assert {0, 1, ON_TWO, ON_TWO + 1} <= set(chosen.values())
    some = [i for way in set(chosen.values()) for i in [i for i in chosen if chosen[i] == way][: None if way not in (0, ON_TWO) else 10]]
    opened(page, served)
    for story_id in some:
        cards = {lang: story_card(real, real.stories[story_id], lang) for lang in LANGUAGES}
        printed = []
        for lang, card in cards.items():
            word = wording(real, lang)
            law = "".join(span.text for span in story_notes.law(card, word))
            printed.append([stands_on(face, law) for face in faces_of(ways(card, word, NO_STAMP)[chosen[story_id]])])
        stories = {lang: {"story": shown(card)} for lang, card in cards.items()}
        assert page.evaluate(SIDES, [story_id, stories]) == printed, (story_id, chosen[story_id])
