"""What the pages' scripts read: stories, questions and cards as script files that call one function each.

A page that is opened from disk may not fetch, so data comes by script tag, piece by piece, as for search.
A story is a piece of its own: a page loads those that it shows, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..library.checks import is_draft
from ..library.languages import LANGUAGES, Lang
from ..library.library import Library
from ..library.person import FORMS
from ..library.provenance import origin, route_label, told
from ..library.story import Story
from ..library.talk_card import CardSet
from ..library.texts import RULES, page_text
from ..library.theme_icons import svg
from .add_story import add_story_data

#: Words on cards that are printed from the browser.
CARD_WORDS = (
    *("packs-kind-story", "packs-kind-question", "packs-kind-tool", "packs-stop", "packs-then-turn", "packs-then-card"),
    *("packs-next", "packs-questions", "packs-part", "packs-how", "packs-tags", "packs-names-changed", "packs-notes"),
    *("packs-exploratory-talk", "packs-ground-rules", "packs-confidentiality", "packs-who-to-tell", "packs-author"),
    *("draw-think-about", "packs-draft"),
)
ICONS = {"question": "material/comment-question-outline", "tool": "material/toolbox-outline"}


def browser_data(library: Library, lang: Lang, sheet: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every piece of a language as its name and what it holds; `sheet` is the geometry of printed cards in mm."""
    yield "frame", _frame(library, lang, sheet)
    yield "questions", _questions(library, lang)
    yield "cards", {s.id: _cards(library, s, lang) for s in library.card_sets.values()}
    for story in library.stories.values():
        yield f"story-{story.id}", _story(library, story, lang)


#: The file that the page Add a story reads: both languages at once, as its form has.
BOTH = "both/add-a-story"


def write_browser_data(
    library: Library, site_dir: Path, sheet: dict[str, Any], langs: Iterable[Lang] = LANGUAGES
) -> None:
    """Write the pieces of languages to `assets/data/<lang>/` of the site; same library, same bytes."""
    for lang in langs:
        for name, data in browser_data(library, lang, sheet):
            write_piece(site_dir, lang, name, data)


def write_form_data(library: Library, site_dir: Path, sheet: dict[str, Any]) -> None:
    """Write what the page Add a story reads, in one file for both languages."""
    target = site_dir / "assets" / "data" / f"{BOTH}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    pieces = [
        _call(lang, name, data)
        for lang in LANGUAGES
        for name, data in (("frame", _frame(library, lang, sheet)), ("add-a-story", add_story_data(library, lang)))
    ]
    target.write_text("".join(pieces), encoding="utf-8")


def write_piece(site_dir: Path, lang: Lang, name: str, data: object) -> None:
    """Write one piece: a script that calls one function and does nothing else."""
    folder = site_dir / "assets" / "data" / lang
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.js").write_text(_call(lang, name, data), encoding="utf-8")


def _call(lang: Lang, name: str, data: object) -> str:
    return f'wmData.take("{lang}","{name}",{json.dumps(data, ensure_ascii=False, separators=(",", ":"))});\n'


def _frame(library: Library, lang: Lang, sheet: dict[str, Any]) -> dict[str, Any]:
    """What every card and sheet needs."""
    ui = library.interface
    return {
        "words": {name: ui(name, lang) for name in CARD_WORDS},
        "icons": {kind: svg(name) for kind, name in ICONS.items()},
        "rules": [rule[lang] for rule in library.session.ground_rules],
        "confidentiality": library.session.confidential(lang),
        "draft": is_draft(library, lang, *RULES),
        "sheet": sheet,
        "stories": sorted(library.stories),
    }


def _story(library: Library, story: Story, lang: Lang) -> dict[str, Any]:
    tags, facts, text = library.vocabulary.tags, story.facts, story.texts[lang]
    theme, source = tags[story.theme], origin(library.vocabulary, facts.source, lang)
    return {
        "path": story.path,
        "title": text.title,
        "summary": text.summary,
        "theme": theme.label[lang],
        "icon": svg(theme.icon) if theme.icon else "",
        "before": text.before,
        "after": text.after,
        "questions": text.questions,
        "told": told(library.vocabulary, facts, lang),
        "source": source.line,
        "sourceLang": source.lang,
        "route": route_label(library.vocabulary, facts, lang),
        "names": facts.names_changed,
        "tags": [tags[t].label[lang] for t in story.tag_ids],
        "draft": is_draft(library, lang, story.folder),
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
        "draft": is_draft(library, lang, page_text(library, cards.path)),
        "cards": {
            str(c.number): {"group": c.group[lang], "text": c.text[lang], "ask": c.ask[lang] if c.ask else None}
            for c in cards.cards
        },
    }
