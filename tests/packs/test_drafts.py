"""Whatever is printed in Welsh says that its text is a draft, until a fluent reader has checked it."""

from __future__ import annotations

import io

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from tests.checks import with_checks
from tests.packs.conftest import with_recipe
from tests.packs.reading import letters, sides, squeezed, text_in
from whatmatters.deck.card_sheets import CARDS, LARGE, QUESTIONS, sheets
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.packs import build_packs

SHEETS = {"cards-cy": CARDS, "cards-bilingual": CARDS, "cards-large-cy": LARGE, "cards-questions-cy": QUESTIONS}


@pytest.mark.parametrize("form", SHEETS)
def test_every_welsh_card_says_so(made, form):
    """On one of its sides, which is the Welsh one where a card has both languages; on each large one."""
    pages, sheet = letters(made[form].path), sheets()[SHEETS[form]]
    if form == "cards-large-cy":
        fronts = [text_in(page, sheet.card_box(slot, back=False)) for page in pages for slot in range(sheet.slots)]
        cards = [(front, "") for front in fronts if front]
    else:
        cards = sides(pages, sheet)
    assert len(cards) > 8
    assert all("(drafft)" in front + (back if form != "cards-bilingual" else "") for front, back in cards)


@pytest.mark.parametrize("form", ["facilitator", "handout", "slides"])
def test_sheets_document_and_slides_say_so_at_their_beginning(long_library, made, form):
    note = squeezed(long_library.interface("packs-draft-note", "cy"))
    ending = {"facilitator": "", "handout": ".docx", "slides": ".pptx"}[form]
    said = {lang: _beginning(made[f"{form}-{lang}{ending}"].path) for lang in LANGUAGES}
    assert note in said["cy"]
    assert "draft" not in said["en"]


@pytest.mark.parametrize("form", ["facilitator", "handout"])
def test_each_storys_sheet_for_the_leader_says_so_on_both_sides(long_library, made, form):
    """A leader takes the sheet of one story along, and not the beginning of the pack."""
    ending = {"facilitator": "", "handout": ".docx"}[form]
    for lang in LANGUAGES:
        word = squeezed(long_library.interface("packs-leader-sheet", lang))
        marked = squeezed(long_library.interface("packs-draft", lang, said=word))
        said = _whole(made[f"{form}-{lang}{ending}"].path)
        assert said.count(marked) == (2 * len(long_library.stories) if lang == "cy" else 0)
        assert said.count(word) >= 2 * len(long_library.stories)


@pytest.mark.parametrize("form", ["cards-en", "cards-large-en", "cards-questions-en"])
def test_english_cards_do_not(made, form):
    assert "(draf" not in "".join(letter.text for page in letters(made[form].path) for letter in page)


def test_a_story_that_a_fluent_reader_has_checked_does_not(library, cache):
    first, *_ = sorted(library.stories)
    story = library.stories[first]
    one = with_recipe(with_checks(library, story.folder), "one", stories={"pinned": [first]}, law=[], questions=[])
    (file,) = build_packs(one, cache, forms=["cards"], langs=["cy"])
    own = [front + back for front, back in sides(letters(file.path), sheets()[CARDS])
           if squeezed(story.texts["cy"].title) in front]
    assert own
    assert not any("drafft" in said for said in own)


def _whole(path) -> str:
    if path.suffix == ".pdf":
        return squeezed("".join(letter.text for page in letters(path) for letter in page))
    return squeezed("".join(t.text or "" for t in docx.Document(io.BytesIO(path.read_bytes())).element.body.iter(qn("w:t"))))


def _beginning(path) -> str:
    if path.suffix == ".pdf":
        return squeezed("".join(letter.text for letter in letters(path)[0]))
    if path.suffix == ".docx":
        found = docx.Document(io.BytesIO(path.read_bytes())).element.body.iter(qn("w:t"))
        return squeezed("".join(t.text or "" for t in list(found)[:40]))
    slide = pptx.Presentation(path).slides[0]
    return squeezed("".join(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame))
