"""A topic of the law in words: who must do what, how soon and how often, where it is written, how sure we are."""

from __future__ import annotations

from ..library.certainty import Certainty
from ..library.interface import Interface
from ..library.languages import Lang
from ..library.law import ReadAcross, Topic
from ..library.law_wording import amount, by_law
from .blocks import Amount, Text, labelled, plain


def limits(words: Interface, topic: Topic, lang: Lang) -> tuple[Amount, ...]:
    """Every limit of a topic."""
    return tuple(
        Amount(amount(words, limit, lang), limit.of[lang], limit.note[lang] if limit.note else "")
        for limit in topic.limits
    )


def asks(words: Interface, topic: Topic, lang: Lang) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each body with all that is asked of it, in the order in which they first come."""
    found: dict[str, list[str]] = {}
    for ask in topic.asks:
        found.setdefault(words(f"who-{ask.who}", lang), []).append(ask.what[lang])
    return tuple((who, tuple(what)) for who, what in found.items())


def provisions(words: Interface, read_across: ReadAcross, topic: Topic, lang: Lang) -> tuple[str, ...]:
    """A line for each law, with its provisions one after another."""
    return tuple(
        f"{law.short[lang][:1].upper()}{law.short[lang][1:]}{': ' if said else ''}{'; '.join(said)}"
        for law, said in by_law(words, read_across, topic.provisions, lang)
    )


def how_sure(sure: Certainty, *, small: bool = False) -> tuple[Text, ...]:
    """How sure we are, what is not confirmed, and whether breaking the duty is an offence."""
    return (labelled(sure.heading, sure.sentence, small=small), *open_points(sure, small=small))


def open_points(sure: Certainty, *, small: bool = False, offence: bool = True) -> tuple[Text, ...]:
    """The same under a heading of its own, without the first sentence."""
    unconfirmed = sure.unconfirmed
    return (
        *((labelled(unconfirmed.label, unconfirmed.text, small=small),) if unconfirmed else ()),
        *((plain(sure.offence, small=small),) if offence else ()),
    )


def what_was_read(sure: Certainty, *, small: bool = False) -> tuple[Text, ...]:
    """Which text of the law was read, for forms that have the room; nothing where no law says so."""
    if not sure.read:
        return ()
    return (labelled(sure.read_label, f"{'; '.join(sure.read)}. {sure.newest}", small=small),)
