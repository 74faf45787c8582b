"""A topic of the law in words: who must do what, how soon and how often, and where it is written."""

from __future__ import annotations

from ..library.interface import Interface
from ..library.languages import Lang
from ..library.law import Law, Provision, ReadAcross, Topic
from ..library.law_wording import amount, named_part
from .blocks import Amount


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
    by_law: dict[str, list[Provision]] = {}
    for provision in topic.provisions:
        by_law.setdefault(provision.law, []).append(provision)
    return tuple(_line(words, read_across.law[law], found, lang) for law, found in by_law.items())


def _line(words: Interface, law: Law, found: list[Provision], lang: Lang) -> str:
    name = law.short[lang][:1].upper() + law.short[lang][1:]
    numbers = list(dict.fromkeys(p.provision for p in found if p.provision))
    plain = [n for n in numbers if n[0].isdigit()]
    parts = [named_part(words, n, lang) or n for n in numbers if not n[0].isdigit()]
    if plain:
        many = "many" if len(plain) > 1 else "one"
        word = words(f"packs-provision-{law.kind}-{many}", lang)
        parts.insert(0, f"{word} {', '.join(plain)}")
    return f"{name}: {'; '.join(parts)}" if parts else name
