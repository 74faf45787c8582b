"""A topic of the law in words: how soon and how often, where it is written, how sure we are."""

from __future__ import annotations

from ..language.bilingual import Lang
from ..library.certainty import Certainty
from ..library.interface import Interface
from ..library.law import ReadAcross, Topic
from ..library.law_wording import amount, by_law
from .blocks import Amount, Text, labelled, plain


def limits(words: Interface, topic: Topic, lang: Lang) -> tuple[Amount, ...]:
    """Every limit of a topic."""
    return tuple(
        Amount(amount(words, limit, lang), limit.of[lang], limit.note[lang] if limit.note else "")
        for limit in topic.limits
    )


def provisions(words: Interface, read_across: ReadAcross, topic: Topic, lang: Lang) -> tuple[str, ...]:
    """A line for each law, with its provisions one after another."""
    return tuple(
        f"{law.short[lang][:1].upper()}{law.short[lang][1:]}{': ' if said else ''}{'; '.join(said)}"
        for law, said in by_law(words, read_across, topic.provisions, lang)
    )


def open_points(sure: Certainty, *, offence: bool = True) -> tuple[Text, ...]:
    """What is not confirmed, and whether breaking the duty is an offence."""
    unconfirmed = sure.unconfirmed
    return (
        *((labelled(unconfirmed.label, unconfirmed.text),) if unconfirmed else ()),
        *((plain(sure.offence),) if offence else ()),
    )


def what_was_read(sure: Certainty) -> tuple[Text, ...]:
    """Which text of the law was read, for forms that have the room; nothing where no law says so."""
    if not sure.read:
        return ()
    return (labelled(sure.read_label, f"{'; '.join(sure.read)}. {sure.newest}"),)
