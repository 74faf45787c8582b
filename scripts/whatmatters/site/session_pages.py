"""A pack as a session on a screen: one page a pack, which is read in order where scripts do not run."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.checks import is_draft
from ..library.languages import Lang
from ..library.library import Library
from ..library.provenance import told
from ..library.recipe import Recipe
from ..library.story import Story
from ..library.texts import pack_texts
from .model import MadePage
from .render import Renderer
from .story_pages import href_from
from .views import Href, story_card, topic_lines

#: What the scripts say in words; the rest of the words stand in the template.
WORDS = (
    *("session-start", "session-on", "session-full", "session-full-off", "session-saved", "session-file"),
    *("session-clear", "session-clear-sure", "session-cleared", "session-date", "session-notes"),
    *("session-commitments", "clock-run", "clock-run-label", "clock-pause", "clock-pause-label", "clock-left"),
    *("clock-over", "clock-stands", "clock-up", "clock-part", "clock-of"),
    *("page-minutes-one", "page-minutes-two", "page-minutes-many"),
    *(f"month-{n}" for n in range(1, 13)),
)


def session_path(recipe: Recipe) -> str:
    """Address of a pack's session within a language."""
    return f"{recipe.path}session/"


def session_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """The session of each pack, in one language."""
    for recipe in library.recipes.values():
        yield _session(library, render, recipe, lang)


def _session(library: Library, render: Renderer, recipe: Recipe, lang: Lang) -> MadePage:
    path, ui = session_path(recipe), library.interface
    draft = is_draft(library, lang, *pack_texts(library, recipe))

    def html() -> str:
        href = href_from(path, lang)
        agendas = recipe.offered(library.session.agendas)
        return render(
            "session.html",
            lang,
            path,
            recipe=recipe,
            pack_href=href(recipe.path),
            agendas=agendas,
            plans=[
                {"minutes": a.minutes, "steps": [{"minutes": s.minutes, "title": s.title[lang]} for s in a.steps]}
                for a in agendas
            ],
            rules=[rule[lang] for rule in library.session.ground_rules],
            confidentiality=library.session.confidential(lang),
            stories=[_story(library, c.story, lang, href) for c in library.chosen[recipe.id]],
            questions=[
                {
                    # Two banks may have a category of the same name.
                    "id": f"{q.bank.id}-{q.category.id}",
                    "label": q.category.label[lang],
                    "questions": [x.text[lang] for x in q.questions],
                }
                for q in library.questions[recipe.id]
            ],
            topics=topic_lines(library, recipe.law, lang, href),
            record=library.session.facilitation.record,
            slips=library.session.facilitation.slips,
            draft=draft,
            words={name: ui(name, lang) for name in WORDS},
        )

    return MadePage(
        path=path,
        lang=lang,
        title=ui("session-title", lang, title=recipe.title[lang]),
        description=ui("session-description", lang, title=recipe.title[lang]),
        draft=draft,
        kind="pack",
        make=html,
        crumbs=((ui("nav-packs", lang), "packs/"), (recipe.title[lang], recipe.path)),
        listed=False,
    )


def _story(library: Library, story: Story, lang: Lang, href: Href) -> dict[str, object]:
    """A story as the session shows it: its card for the list, its text and what must be told of it for the steps."""
    return {
        "id": story.id,
        "card": story_card(library, story, lang, href),
        "text": story.texts[lang],
        "told": told(library.vocabulary, story.facts, lang),
    }

