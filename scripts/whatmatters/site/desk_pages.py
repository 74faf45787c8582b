"""Pages that a reader works at: drawing a card, a sheet for supervision.

What they show comes from script files (`browser_data.py`); without scripts each page leads to what is there anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.question import QuestionBank
from ..library.texts import page_text
from .model import MadePage
from .render import Renderer
from .script_pages import script_page, script_words
from .standing import of_banks, of_stories
from .story_pages import href_from
from .views import story_cards

SUPERVISION = "supervision"
#: What the Word file of the sheet says beside its questions, as the page itself does.
IN_WORD = ("sheet-heading", "sheet-date", "sheet-no-names", "sheet-draft", "sheet-try", "packs-author")
DRAW, SHEET = "packs/draw/", "questions/sheet/"


def desk_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """The two pages in one language."""
    yield script_page(
        library,
        render,
        lang,
        DRAW,
        "draw",
        "pack",
        context=lambda: {
            "sets": list(library.card_sets.values()),
            "stories": story_cards(library, library.stories.values(), lang, href_from(DRAW, lang)),
        },
        words=script_words(library, lang, "draw-js-"),
        texts=(
            *(page_text(library, cards.path) for cards in library.card_sets.values()),
            *of_stories(library.stories.values()),
        ),
    )
    yield script_page(
        library,
        render,
        lang,
        SHEET,
        "sheet",
        "question",
        context=lambda: {
            "banks": [(b, href_from(SHEET, lang)(b.path)) for b in sorted(library.banks.values(), key=_for_sheet)],
            "person": [(word.form("person", lang), i) for i, word in enumerate(library.person_words)],
        },
        words=script_words(library, lang, "sheet-js-") | {name: library.interface(name, lang) for name in IN_WORD},
        texts=("person-words", *of_banks(library)),
    )


def _for_sheet(bank: QuestionBank) -> tuple[bool, str]:
    """The bank that the sheet is made for first comes first."""
    return bank.id != SUPERVISION, bank.id
