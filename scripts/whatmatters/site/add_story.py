"""The page on which an editor writes a story: fields from the vocabulary and the model, rules from `check`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_args

from ..check.stories import REQUIRED
from ..library.checks import is_draft
from ..library.languages import LANGUAGES, Lang
from ..library.library import Library, sort_key
from ..library.new_story import BASES, GIVEN_TO_US
from ..library.publication import AUDIENCES
from ..library.story import Consent, WelshText
from ..library.story_text import FORBIDDEN
from ..library.texts import wording_text
from ..library.theme_icons import svg
from ..library.vocabulary import Tag, Term
from .model import MadePage
from .render import Renderer
from .script_pages import script_words
from .views import LABELLED_ROUTES

ADD = "about/add-a-story/"
GUIDE = "about/looking-after-stories/"
#: How the Welsh may have been made.
MADE_BY: tuple[str, ...] = get_args(WelshText.model_fields["made_by"].annotation)
WORDS = "add-js-"

#: An id and what a reader sees of it.
Option = tuple[str, str]


def add_story_page(library: Library, render: Renderer, lang: Lang) -> MadePage:
    """The page in one language."""
    ui, about = library.interface, library.pages["about/"]
    html = render(
        "add_story.html",
        lang,
        ADD,
        words=json.dumps(script_words(library, lang, WORDS), ensure_ascii=False),
        options=_options(library, lang),
        facets=[(f, f.id in REQUIRED, _by_label(f.tags, lang)) for f in library.vocabulary.facets],
        topics=_sorted([(t.id, t.name[lang]) for t in library.read_across.topics], lang),
        consent=tuple(Consent.model_fields),
        guide=GUIDE,
    )
    return MadePage(
        path=ADD,
        lang=lang,
        title=ui("add-title", lang),
        description=ui("add-lead", lang),
        draft=is_draft(library, lang, wording_text(library, "add-title"), "tags"),
        kind="page",
        html=html,
        crumbs=((about.title[lang], about.path),),
    )


def _options(library: Library, lang: Lang) -> dict[str, list[Option]]:
    """What each list of the page offers."""
    ui, vocabulary = library.interface, library.vocabulary
    groups: dict[str, tuple[Term, ...]] = {
        "kinds": vocabulary.kinds,
        "collections": vocabulary.collections,
        "routes": vocabulary.routes,
        "provenances": vocabulary.provenances,
        "jurisdictions": vocabulary.jurisdictions,
    }
    return {
        **{name: [(term.id, term.label[lang]) for term in terms] for name, terms in groups.items()},
        "bases": [(one, ui(f"add-basis-{one}", lang)) for one in BASES],
        "audiences": [(one, ui(f"add-scope-{one}", lang)) for one in AUDIENCES],
        "made_by": [(one, ui(f"add-made-by-{one}", lang)) for one in MADE_BY],
        "languages": [(one, ui(f"add-language-{one}", lang)) for one in LANGUAGES],
    }


def _by_label(tags: Iterable[Tag], lang: Lang) -> list[Option]:
    return _sorted([(tag.id, tag.label[lang]) for tag in tags], lang)


def _sorted(options: list[Option], lang: Lang) -> list[Option]:
    return sorted(options, key=lambda option: sort_key(option[1], lang))


def add_story_data(library: Library, lang: Lang) -> dict[str, Any]:
    """What the page's script must know to draw a card and to say what is missing."""
    vocabulary = library.vocabulary
    return {
        "tags": {
            t.id: {"label": t.label[lang], "icon": svg(t.icon) if t.icon else ""} for t in vocabulary.tags.values()
        },
        "routes": {r.id: r.label[lang] for r in vocabulary.routes},
        "warned": list(LABELLED_ROUTES),
        "composite": vocabulary.term("provenances", "composite").label[lang],
        "countries": {j.id: None if j.id == "wales" else j.meaning[lang] for j in vocabulary.jurisdictions},
        # Not those of withdrawn stories: no page but its own may name one. `check` refuses them all the same.
        "taken": sorted({*library.stories, *library.broken}),
        "nameless": library.interface("add-js-draft", lang),
        "forbidden": [[pattern.pattern, code] for pattern, code, _, _ in FORBIDDEN],
        "needed": list(REQUIRED),
        "consent": list(Consent.model_fields),
        "toUs": list(GIVEN_TO_US),
    }
