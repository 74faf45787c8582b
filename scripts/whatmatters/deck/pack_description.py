"""From the library and a recipe to the neutral description of a pack: what is on it, not how it looks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..language.bilingual import LANGUAGES, Lang
from ..library.certainty import certainty
from ..library.checks import is_draft
from ..library.emblem import emblem_of
from ..library.film import film_line
from ..library.law import Topic
from ..library.library import Library
from ..library.provenance import origin, route_label, told, told_in_short
from ..library.recipe import Recipe
from ..library.recording import recording_line
from ..library.selection import ChosenQuestions
from ..library.story import Story
from ..library.texts import RULES, pack_texts, page_text, wording_text
from . import law_words
from .addresses import is_whole
from .blocks import Side, as_json
from .cards import BlankCard, Card, LawCard, QuestionCard, RulesCard, StoryCard
from .leader_papers import plan_blocks
from .pack_tools import Tool
from .wordings import Word, words_hash


@dataclass(frozen=True)
class PackDescription:
    """All that a pack says in one language; every form is made from it."""

    id: str
    lang: Lang
    title: str
    purpose: str
    address: str
    cards: tuple[Card, ...]
    tools: tuple[Tool, ...]
    plan: tuple[Side, ...]
    """The leader's papers: a sheet for each story among them."""
    words: str
    """A hash of the wordings that stand on every pack's cards and sheets beside its own words."""
    draft: bool
    """Does any of its words, cards or sheets, await a fluent reader?"""
    date: str
    """The day on which the newest consent among its stories was last looked at, as 2026-11-21."""

    @cached_property
    def version(self) -> str:
        """Date and a short hash of all the pack says, by which a printed card can be matched to its source."""
        return f"{self.date} {hashlib.sha256(as_json(self).encode()).hexdigest()[:8]}"


def describe(library: Library, recipe: Recipe, lang: Lang, site_url: str | None = None) -> PackDescription:
    """The pack of a recipe. Raises KeyError for a topic, a category or a tool that does not exist.

    `site_url` is put before every address, when it is known.
    """
    chosen = library.chosen[recipe.id]
    stories = tuple(story_card(library, c.story, lang, site_url) for c in chosen)
    questions = tuple(question_card(library, q, lang, site_url) for q in library.questions[recipe.id])
    law = tuple(law_card(library, library.read_across.topic[i], lang, site_url) for i in recipe.law)
    address = address_of(recipe.path, lang, site_url)
    rules = rules_card(library, lang, address)
    tools = tuple(Tool(p.title[lang], address_of(p.path, lang, site_url)) for p in library.tools_of(recipe))
    draft = is_draft(library, lang, *pack_texts(library, recipe))
    dates = [c.story.facts.consent.reviewed for c in chosen] or [date(2000, 1, 1)]
    return PackDescription(
        id=recipe.id,
        lang=lang,
        title=recipe.title[lang],
        purpose=recipe.purpose[lang],
        address=address,
        cards=(rules, *stories, *questions, *law, *blank_cards(library, lang, address)),
        tools=tools,
        plan=plan_blocks(library, recipe, lang, stories, law, rules, tools, draft=draft),
        words=words_hash(library, lang),
        draft=draft,
        date=max(dates).isoformat(),
    )


def address_of(path: str, lang: Lang, site_url: str | None = None) -> str:
    """Where a page is to be found; Welsh pages stand under `cy/`. Without `site_url`, the address within the site."""
    inside = path if lang == LANGUAGES[0] else f"{lang}/{path}"
    return f"{site_url.rstrip('/')}/{inside}" if site_url else inside


def blank_cards(library: Library, lang: Lang, address: str) -> tuple[BlankCard, ...]:
    """The cards for a group's own story and its own question; `address` is the pack's.

    They hold no words but those that every card is printed with.
    """
    draft = is_draft(library, lang, wording_text(library, "packs-kind-story"))
    return BlankCard("story", address, draft), BlankCard("question", address, draft)


def story_card(library: Library, story: Story, lang: Lang, site_url: str | None = None) -> StoryCard:
    """The card of a story."""
    text, facts, words = story.texts[lang], story.facts, library.vocabulary
    theme, source = words.tags[story.theme], origin(words, facts.source, lang)
    return StoryCard(
        id=story.id,
        title=text.title,
        summary=text.summary,
        minutes=text.minutes,
        theme=theme.label[lang],
        icon=theme.icon or "",
        emblem=emblem_of(story),
        before=text.before,
        after=text.after,
        at_pause=text.at_pause,
        afterwards=text.afterwards,
        source=source.line,
        source_lang=source.lang,
        route=route_label(words, facts, lang),
        told=told(words, facts, lang),
        told_in_short=told_in_short(words, facts, lang),
        names_changed=facts.names_changed,
        tags=tuple(words.tags[t].label[lang] for t in story.tag_ids),
        law=tuple(library.read_across.topic[t].name[lang] for t in facts.law if t in library.read_across.topic),
        address=address_of(story.path, lang, site_url),
        draft=is_draft(library, lang, story.folder),
        film=(
            film_line(facts.film, library.interface, lang, ending=bool(text.after), own_voice=facts.own_voice)
            if facts.film
            else None
        ),
        recording=recording_line(story.recording, library.interface, lang) if story.recording else None,
        file=f"{story.folder}/{lang}.md",
    )


def question_card(library: Library, chosen: ChosenQuestions, lang: Lang, site_url: str | None = None) -> QuestionCard:
    """The card of a category's questions."""
    bank = chosen.bank
    return QuestionCard(
        id=f"{bank.id}/{chosen.category.id}",
        bank=bank.title[lang],
        category=chosen.category.label[lang],
        questions=tuple(q.text[lang] for q in chosen.questions),
        address=address_of(f"{bank.path}#{chosen.category.id}", lang, site_url),
        draft=is_draft(library, lang, page_text(library, bank.path)),
        file=f"docs/{lang}/questions/{bank.id}.md",
    )


def law_card(library: Library, topic: Topic, lang: Lang, site_url: str | None = None) -> LawCard:
    """The card of a law topic."""
    words = library.interface
    return LawCard(
        id=topic.id,
        name=topic.name[lang],
        duty=topic.duty[lang],
        limits=law_words.limits(words, topic, lang),
        practice=topic.practice[lang],
        provisions=law_words.provisions(words, library.read_across, topic, lang),
        sure=certainty(words, library.read_across, topic, lang),
        address=address_of(topic.path, lang, site_url),
        draft=is_draft(library, lang, f"law/{topic.id}"),
        file="docs/data/read-across.yml",
    )


def rules_card(library: Library, lang: Lang, address: str) -> RulesCard:
    """The ground rules, and the confidentiality note as its list of sentences."""
    return RulesCard(
        rules=tuple(rule[lang] for rule in library.session.ground_rules),
        confidentiality=library.session.confidential(lang),
        address=address,
        draft=is_draft(library, lang, *RULES),
    )


def foot_of(pack: PackDescription, word: Word) -> str:
    """What a holder needs of a sheet: the pack, the library and, where the site has one, the address."""
    return " · ".join((pack.title, word("author"), *((pack.address,) if is_whole(pack.address) else ())))
