"""Cards to draw: a moment or a statement, what to think about where the card says it, and room for notes behind."""

from __future__ import annotations

from dataclasses import replace

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.discussion_card import CardSet, DiscussionCard
from ..library.library import Library
from ..library.texts import page_text
from .addresses import where
from .blocks import Heading, Ruled, Span, Text, plain
from .card_face import Face, Stamp, TwoSided
from .kinds import KINDS
from .wordings import wording


def talk_faces(
    library: Library, cards: CardSet, card: DiscussionCard, lang: Lang, address: str, stamp: Stamp
) -> TwoSided:
    """A card of a set in one language; `address` is that of the set's page."""
    word = wording(library, lang)
    said = word("kind-tool")
    draft = is_draft(library, lang, page_text(library, cards.path))
    ask = (Heading(2, card.label[lang]), plain(card.ask[lang])) if card.ask and card.label else ()
    front = Face(
        kind="tool",
        front=True,
        word=word("draft", said=said) if draft else said,
        detail=card.group[lang],
        icon=KINDS["tool"].icon,
        title=cards.title[lang],
        blocks=(Text((Span(card.text[lang], strong=True),)), *(() if cards.turned else ask)),
        foot=word("author"),
        mark=stamp.mark(f"{cards.id}/{card.number}"),
        file=f"docs/{lang}/tools/{cards.id}.md",
        part="question",
    )
    notes = (Heading(2, word("notes")), Ruled(0))
    # The same behind every card of a set, so that it is measured and kept once; but where a card is turned over.
    back = replace(
        front,
        front=False,
        detail=card.group[lang] if cards.turned else "",
        blocks=(*ask, *notes) if cards.turned else notes,
        foot=where(address, word),
        mark="",
        code=address,
        part="about",
    )
    return TwoSided(front, back)
