"""The handout as neutral blocks: the facilitator's plan with every story in full."""

from __future__ import annotations

from ..library.library import Library
from .blocks import Block
from .cards import LawCard, QuestionCard, RulesCard, StoryCard
from .describe import PackDescription
from .plan import plan_blocks


def handout_blocks(library: Library, pack: PackDescription) -> tuple[Block, ...]:
    """Everything in the handout but its title and purpose."""
    return plan_blocks(
        library,
        library.recipes[pack.id],
        pack.lang,
        tuple(c for c in pack.cards if isinstance(c, StoryCard)),
        tuple(c for c in pack.cards if isinstance(c, QuestionCard)),
        tuple(c for c in pack.cards if isinstance(c, LawCard)),
        next(c for c in pack.cards if isinstance(c, RulesCard)),
        pack.tools,
        draft=pack.draft,
        whole=True,
    )
