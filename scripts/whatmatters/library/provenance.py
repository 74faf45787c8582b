"""Where a story comes from, in words, and what of that a reader must be told before trusting it.

The decision is taken here alone: every form, on paper, on the screen and in a browser, shows what these functions say.
The words stand in the vocabulary (`stories/tags.yml`, under routes, provenances and jurisdictions).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from ..language.bilingual import Bilingual, Lang, in_language
from .story import Source, Story, StoryFacts
from .vocabulary import Term, Vocabulary

#: With one of these a title ends a sentence by itself.
_ENDS = (".", "…", "!", "?")


@dataclass(frozen=True)
class Origin:
    """A source as a reader of one language sees it."""

    title: str | None
    publisher: str | None
    lang: Lang | None
    """The language of both where it is not the reader's: titles of real sources stay in their own."""
    told: bool
    """Does what must be told say the same as the title? So it is where the title is the route's own."""

    @property
    def line(self) -> str:
        """Title and publisher in one line, without a full stop, to stand beside what must be told."""
        title = None if self.told else self.title
        if title is None or self.publisher is None:
            return title or self.publisher or ""
        # A title may end with a mark of its own: `Where anyone can see it …`.
        return f"{title}{' ' if title.endswith(_ENDS) else '. '}{self.publisher}"


def must_be_told(words: Vocabulary, route: str, provenance: str, jurisdiction: str | None) -> tuple[Term, ...]:
    """The words of the vocabulary whose meaning a reader must be told of a story, in the order in which to tell them.

    What another of them says already is left out. A story that was invented here has no source, so none in England.
    Raises KeyError for a word that the vocabulary does not have.
    """
    terms = (words.route(route), words.term("provenances", provenance), _country(words, route, jurisdiction))
    warned = [term for term in terms if term and term.warn]
    said = {covered for term in warned for covered in term.covers}
    return tuple(term for term in warned if term.id not in said)


def told_terms(words: Vocabulary, facts: StoryFacts) -> tuple[Term, ...]:
    """`must_be_told` of a story."""
    source = facts.source
    return must_be_told(words, source.how_it_reached_us, facts.provenance, source.jurisdiction)


def country(words: Vocabulary, facts: StoryFacts) -> Term | None:
    """Where the source of a story comes from, if it has one: where it is set is no source."""
    return _country(words, facts.source.how_it_reached_us, facts.source.jurisdiction)


def _country(words: Vocabulary, route: str, jurisdiction: str | None) -> Term | None:
    if jurisdiction is None or words.route(route).source:
        return None
    return words.term("jurisdictions", jurisdiction)


#: How far a story happened: as told, in part, or not at all.
Account = Literal["real", "partly", "invented"]
ACCOUNTS: tuple[Account, ...] = get_args(Account)


def account(facts: StoryFacts) -> Account:
    """How far a story happened. A trainer's anecdote counts as real, and says beside it that nobody checked."""
    if facts.provenance == "composite" or facts.source.how_it_reached_us in ("invented", "hypothetical"):
        return "invented"
    return "partly" if facts.provenance == "imagined-further" else "real"


def real_first(stories: Iterable[Story]) -> tuple[Story, ...]:
    """What happened before what was imagined; beyond that in the order given."""
    return tuple(sorted(stories, key=lambda story: ACCOUNTS.index(account(story.facts))))


def how_many_real(stories: Iterable[Story]) -> int:
    """The number of stories that happened as told."""
    return sum(account(story.facts) == "real" for story in stories)


def told(words: Vocabulary, facts: StoryFacts, lang: Lang) -> str | None:
    """What a reader must be told of a story, in whole sentences; None where nothing must."""
    return sentences_of(told_terms(words, facts), lang)


def sentences_of(terms: tuple[Term, ...], lang: Lang) -> str | None:
    """The meanings of words as one text; None of none."""
    return " ".join(term.meaning[lang] for term in terms) or None


def told_in_short(words: Vocabulary, facts: StoryFacts, lang: Lang) -> str | None:
    """The first of it as a label, for lists: the story's own page and card say the rest."""
    terms = told_terms(words, facts)
    return terms[0].label[lang] if terms else None


def route_label(words: Vocabulary, facts: StoryFacts, lang: Lang) -> str | None:
    """How a story reached us, where what must be told does not say so already."""
    route = words.route(facts.source.how_it_reached_us)
    return None if route.warn else route.label[lang]


def origin(words: Vocabulary, source: Source, lang: Lang) -> Origin:
    """The source of a story; where it names none, the one that its route stands for."""
    own = words.route(source.how_it_reached_us).source
    title = source.title or (own.title if own else None)
    publisher = source.publisher or (own.publisher if own else None)
    # One string is in the language of its source.
    foreign = lang != source.language and not all(isinstance(part, Bilingual) for part in (title, publisher) if part)
    return Origin(
        in_language(title, lang) if title else None,
        in_language(publisher, lang) if publisher else None,
        source.language if foreign else None,
        told=source.title is None,
    )
