"""Cards to draw and to talk about: a set of them for each page that holds such cards."""

from __future__ import annotations

from ..language.bilingual import Bilingual, Frozen


class DiscussionCard(Frozen):
    """One card."""

    number: int
    """Unique in its set."""
    group: Bilingual
    text: Bilingual
    """The moment, or the statement."""
    ask: Bilingual | None = None
    """What to think about or to try, where the card says it."""
    label: Bilingual | None = None
    """What stands over `ask`: Think about, Try."""


class CardSet(Frozen):
    """All cards of one page."""

    id: str
    """The page's name: `reflection-cards`."""
    title: Bilingual
    cards: tuple[DiscussionCard, ...]
    turned: bool = False
    """Whether `ask` stands behind the card, to be seen when the front has been talked about."""

    @property
    def path(self) -> str:
        """Address of the page within a language."""
        return f"tools/{self.id}/"
