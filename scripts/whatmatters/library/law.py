"""The read-across: what each topic of the law asks, of whom, how often, and how sure we are."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from ..language.bilingual import Bilingual, Frozen
from ..messages.message import Message
from .vocabulary import SLUG
from .web_address import WebAddress

Who = Literal[
    "service-provider",
    "responsible-individual",
    "local-authority",
    "local-health-board",
    "relevant-partner",
    "welsh-ministers",
    "anyone-under-the-act",
    "workforce-regulator",
    "worker",
    "others",
]
When = Literal[
    "before-start",
    "within",
    "at-least-every",
    "not-under",
    "at-least-before",
    "for",
    "longer-than",
    "immediately",
    "without-delay",
    "as-appropriate",
]
WITHOUT_A_NUMBER = frozenset({"before-start", "immediately", "without-delay", "as-appropriate"})
Offence = Literal["straight", "if-harm", "none", "authority-duty", "not-stated"]
"""Is breaking the duty an offence under regulations 85 and 86 of the 2017 Regulations? `authority-duty`: those
regulations reach providers and responsible individuals alone, and this duty is an authority's."""


class Law(Frozen):
    """An Act, a set of regulations, a code or a piece of guidance."""

    id: str = Field(pattern=SLUG)
    kind: Literal["act", "regulations", "code", "guidance"]
    jurisdiction: Literal["wales", "uk", "england-and-wales"]
    """How far it reaches: Wales alone, England and Wales, or further (`uk`)."""
    name: Bilingual
    short: Bilingual
    url: WebAddress | None = None
    copy_read: Bilingual | None = None
    """Which text was read, as a clause with its date: `the text as it stood on 31 March 2024`; None where none was."""


class Place(Frozen):
    """A provision: which law, and where in it."""

    law: str
    provision: str | None = None
    """As cited, without the word before it: `6(2)(a)`, `15`, `Part 10`; none or empty where the whole law is meant."""


class Provision(Place):
    """A provision with a few words on what it says."""

    note: Bilingual | None = None


class Limit(Frozen):
    """A frequency or a time limit."""

    when: When
    value: int | None = Field(default=None, ge=1)
    unit: Literal["minutes", "hours", "days", "months", "years"] | None = None
    of: Bilingual
    at: Place
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _number_and_unit_go_together(self) -> Limit:
        if (self.value is None) != (self.unit is None):
            raise ValueError(Message("a number needs its unit, and a unit its number"))
        if self.value is None and self.when not in WITHOUT_A_NUMBER:
            raise ValueError(Message("`{value}` needs a number and a unit", value=self.when))
        return self


class Ask(Frozen):
    """What the topic asks of one body."""

    who: Who
    what: Bilingual


class Topic(Frozen):
    """One row of the read-across."""

    id: str = Field(pattern=SLUG)
    name: Bilingual
    duty: Bilingual
    """The duty in one plain sentence."""
    asks: tuple[Ask, ...] = Field(min_length=1)
    limits: tuple[Limit, ...] = ()
    practice: Bilingual
    """What it means for practice, in two to four sentences."""
    provisions: tuple[Provision, ...] = Field(min_length=1)
    offence: Offence
    certainty: Literal["A", "B", "part"]
    """A: the provision was read. B: an official page about it was read. part: some of it was confirmed."""
    unconfirmed: Bilingual | None = None
    """What could not be confirmed, said plainly."""
    principles: tuple[str, ...] = ()
    checked: date

    @property
    def path(self) -> str:
        """Address of the topic's page within a language."""
        return f"legislation/{self.id}/"


class CardLimit(Limit):
    """A row of the frequency card."""

    topic: str


class ReadAcross(Frozen):
    """All of `docs/data/read-across.yml`."""

    checked: date
    review_by: date
    laws: tuple[Law, ...]
    topics: tuple[Topic, ...]
    frequency_card: tuple[CardLimit, ...] = ()

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Every topic by its id."""
        return {t.id: t for t in self.topics}

    @cached_property
    def law(self) -> dict[str, Law]:
        """Every law by its id."""
        return {law.id: law for law in self.laws}
