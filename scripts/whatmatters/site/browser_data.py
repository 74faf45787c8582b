"""What the pages' scripts read: stories, questions and cards as script files that call one function each.

A page that is opened from disk may not fetch, so data comes by script tag, piece by piece, as for search.
A story is a piece of its own: a page loads those that it shows, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..deck.session import questions_known_by
from ..deck.type_size import SIZES
from ..language.bilingual import LANGUAGES, Lang
from ..library.checks import is_draft
from ..library.discussion_card import CardSet
from ..library.library import Library
from ..library.person import FORMS
from ..library.provenance import told
from ..library.story import Story
from ..library.texts import page_text
from .add_story import REST_WORDS, WORDS, add_story_data, theme_icons
from .script_pages import script_words
from .session_pages import STAGE_WORDS

#: Words on the cards of a story that is being written.
PREVIEW_WORDS = (
    *("packs-kind-story", "packs-draft", "packs-stop", "packs-then-turn", "packs-then-ask"),
    *("packs-part", "packs-next", "packs-at-pause", "packs-afterwards", "packs-about", "packs-notes"),
    *("packs-source", "packs-how", "packs-names-changed", "packs-tags", "packs-author"),
)


def browser_data(library: Library, lang: Lang, shared: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every piece of a language but its cards, as its name and what it holds; `shared` is what all cards share."""
    yield "frame", _frame(library, shared)
    asked = _questions(library, lang)
    yield "questions", asked
    # A sheet of questions asks for the banks that are chosen, and for no other.
    for bank in asked["banks"]:
        yield f"bank-{bank['id']}", {"bank": bank, "words": asked["words"]}
    yield "session-words", {name: library.interface(name, lang) for name in STAGE_WORDS}
    yield "add-words", script_words(library, lang, WORDS)
    yield "add-rest", script_words(library, lang, REST_WORDS)
    yield "cards", {s.id: _cards(library, s, lang) for s in library.card_sets.values()}
    for story in library.stories.values():
        yield f"story-{story.id}", _story(library, story, lang)


#: The file that the page Add a story reads: both languages at once, as its form has.
BOTH = "both/add-a-story"


def write_browser_data(
    library: Library, site_dir: Path, shared: dict[str, Any], langs: Iterable[Lang] = LANGUAGES
) -> None:
    """Write the pieces of languages to `assets/data/<lang>/` of the site; same library, same bytes."""
    for lang in langs:
        for name, data in browser_data(library, lang, shared):
            write_piece(site_dir, lang, name, data)


def write_form_data(library: Library, site_dir: Path, shared: dict[str, Any]) -> None:
    """Write what the page Add a story reads: a file for both languages, and one with icons for a theme's choice."""
    target = site_dir / "assets" / "data" / f"{BOTH}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    pieces = [
        _call(lang, name, data)
        for lang in LANGUAGES
        for name, data in (
            ("preview", _preview(library, lang, shared)),
            ("add-a-story", add_story_data(library, lang)),
        )
    ]
    target.write_text("".join(pieces), encoding="utf-8")
    write_piece(site_dir, "both", "theme-icons", theme_icons(library))


def write_piece(site_dir: Path, place: str, name: str, data: object) -> None:
    """Write one piece: a script that calls one function and does nothing else; `place` is a language, or `both`."""
    folder = site_dir / "assets" / "data" / place
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.js").write_text(_call(place, name, data), encoding="utf-8")


def _call(place: str, name: str, data: object) -> str:
    return f'wmData.take("{place}","{name}",{json.dumps(data, ensure_ascii=False, separators=(",", ":"))});\n'


def _frame(library: Library, shared: dict[str, Any]) -> dict[str, Any]:
    """What whoever prints cards must know first."""
    return {**shared, "stories": sorted(library.stories)}


def _preview(library: Library, lang: Lang, shared: dict[str, Any]) -> dict[str, Any]:
    """What the cards of a story that is being written need: a card's box in mm, sizes of type in pt, looks, words."""
    return {
        "card": shared["sheet"]["front"][0],
        "safe": shared["sheet"]["safe"],
        "kinds": {"story": shared["kinds"]["story"]},
        "sizes": SIZES["story"],
        "words": {name: library.interface(name, lang) for name in PREVIEW_WORDS},
    }


def _story(library: Library, story: Story, lang: Lang) -> dict[str, Any]:
    """A story to its pause, for lists and for cards that are drawn; its printed cards are pieces of their own."""
    text = story.texts[lang]
    return {
        "path": story.path,
        "title": text.title,
        "summary": text.summary,
        "before": text.before,
        "told": told(library.vocabulary, story.facts, lang),
        "asks": questions_known_by(story),
    }


def _questions(library: Library, lang: Lang) -> dict[str, Any]:
    """Banks with their questions as they were written, placeholders and all, and the words that may fill them."""
    return {
        "banks": [
            {
                "id": bank.id,
                "title": bank.title[lang],
                "path": bank.path,
                "draft": is_draft(library, lang, page_text(library, bank.path)),
                "categories": [
                    {
                        "id": category.id,
                        "label": category.label[lang],
                        "questions": [[q.id, q.asked[lang]] for q in category.questions],
                    }
                    for category in bank.categories
                ],
            }
            for bank in library.banks.values()
        ],
        "words": [{form: word.form(form, lang) for form in FORMS} for word in library.person_words],
    }


def _cards(library: Library, cards: CardSet, lang: Lang) -> dict[str, Any]:
    return {
        "title": cards.title[lang],
        "path": cards.path,
        "cards": {
            str(c.number): {"group": c.group[lang], "text": c.text[lang], "ask": c.ask[lang] if c.ask else None}
            for c in cards.cards
        },
    }
