"""The cards that *Add a story* shows while one writes, held against those that are printed."""

from __future__ import annotations

import pytest

from tests.browser.test_add_story import opened
from whatmatters.deck.card_face import NO_STAMP
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.choosing_ways import story_ways
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.type_size import SIZES, Ruler
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES

pytestmark = pytest.mark.browser

#: The number of sides that the page shows of each language's cards.
SIDES = """([id, stories]) => {
  const into = document.createElement("div");
  document.querySelector("article").append(into);
  for (const one of Object.values(stories)) { one.into = into.appendChild(document.createElement("div")); one.caption = String; }
  return wmCards.story(id, stories).then(() => Object.values(stories).map((one) => one.into.querySelectorAll(".wm-oneface").length));
}"""


def shown(card) -> dict:
    """A card's story as the page hands it to its preview."""
    return {
        "title": card.title, "theme": card.theme, "draft": bool(card.draft), "icon": "", "before": card.before, "after": card.after, "at_pause": card.at_pause,
        "afterwards": card.afterwards, "source": card.source, "sourceLang": card.source_lang, "route": card.route, "told": card.told,
        "names": card.names_changed, "tags": card.tags,
    }  # fmt: skip


def test_a_story_is_divided_as_it_will_be_printed(served, page, real):
    """Of each way that stories of the library are printed in, the first five: as many sides, in both languages at once.

    Whether one card keeps its source is not compared: a browser finds room where the press, now and then, finds none.
    """
    chosen = story_ways(real, real.stories, Ruler(sheets()[CARDS], SIZES))
    assert {0, 1, 2} <= set(chosen.values())
    some = [i for way in (0, 1, 2) for i in [i for i in chosen if chosen[i] == way][:5]]
    opened(page, served)
    for story_id in some:
        cards = {lang: story_card(real, real.stories[story_id], lang) for lang in LANGUAGES}
        printed = [
            2 * len(ways(card, wording(real, lang), NO_STAMP)[chosen[story_id]]) for lang, card in cards.items()
        ]
        stories = {lang: {"story": shown(card)} for lang, card in cards.items()}
        assert page.evaluate(SIDES, [story_id, stories]) == printed, (story_id, chosen[story_id])
