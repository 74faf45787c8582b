"""How sure we are of a topic of the law, in words: decided here once, and said alike by every form that shows a duty.

No form reads `Topic.unconfirmed` for itself: without its label it would stand there as if it were the law.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..language.bilingual import Bilingual, Lang
from .dates import in_words
from .interface import Interface
from .law import ReadAcross, Topic


@dataclass(frozen=True)
class Labelled:
    """A text that is never shown without its label."""

    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"


@dataclass(frozen=True)
class Certainty:
    """What one language says of how sure we are of a topic."""

    heading: str
    """`How sure we are`"""
    short: str
    """For lists: `Provision read`, and that some of it is not confirmed where that is so."""
    said: str
    """The same as a sentence: `We have read the provision itself.`"""
    unconfirmed: Labelled | None
    """`Not confirmed: Whether the 2016 Act has a definition of its own.`"""
    unsure: str | None
    """`Some of this is not confirmed.`, where that is so: for beside a duty that stands without the rest."""
    see_page: str | None
    """The same, sending to the page: for forms that have no room for what it is."""
    offence: str
    """Whether breaking the duty is an offence, as a sentence."""
    checked: str
    """`Checked on 21 November 2026.`"""
    read: tuple[str, ...]
    """Which text of each law was read, as far as that is known."""
    read_label: str
    newest: str
    """That what was read may be a stored copy, and not the newest text."""

    @property
    def sentence(self) -> str:
        """How it was read, and when."""
        return f"{self.said} {self.checked}"


def certainty(words: Interface, read_across: ReadAcross, topic: Topic, lang: Lang) -> Certainty:
    """How sure we are of `topic`, in the words of `lang`."""
    unsure = topic.certainty == "part" or topic.unconfirmed is not None
    short = words(f"certainty-{topic.certainty}-short", lang)
    if unsure and topic.certainty != "part":
        short = words("certainty-unsure-short", lang, certainty=short)
    return Certainty(
        heading=words("law-sure", lang),
        short=short,
        said=words(f"certainty-{topic.certainty}", lang),
        unconfirmed=not_confirmed(words, topic.unconfirmed, lang),
        unsure=words("law-unsure", lang) if unsure else None,
        see_page=words("law-unsure-see-page", lang) if unsure else None,
        offence=words(f"offence-{topic.offence}", lang),
        checked=words("law-checked", lang, date=in_words(topic.checked, words, lang)),
        read=_read(words, read_across, topic, lang),
        read_label=words("law-read", lang),
        newest=words("law-newest", lang),
    )


def not_confirmed(words: Interface, text: Bilingual | None, lang: Lang) -> Labelled | None:
    """What could not be confirmed, with its label; None where nothing is in doubt."""
    return Labelled(words("law-unconfirmed", lang), text[lang]) if text else None


def duty_alone(duty: str, sure: Certainty) -> str:
    """A duty for a place that has room for nothing beside it, such as a page's description."""
    return f"{duty} {sure.see_page}" if sure.see_page else duty


def _read(words: Interface, read_across: ReadAcross, topic: Topic, lang: Lang) -> tuple[str, ...]:
    cited = dict.fromkeys((*(p.law for p in topic.provisions), *(x.at.law for x in topic.limits)))
    laws = (read_across.law[law] for law in cited if law in read_across.law)
    return tuple(
        words("law-read-of", lang, law=law.short[lang], copy=law.copy_read[lang]) for law in laws if law.copy_read
    )
