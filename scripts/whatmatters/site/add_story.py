"""The page on which an editor writes a story: fields from the vocabulary and the model, rules from `check`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from ..check.stories import REQUIRED
from ..language.alphabet import sort_key
from ..language.bilingual import LANGUAGES, Lang, in_language
from ..library.checks import is_draft
from ..library.leftovers import LEFTOVERS
from ..library.library import Library
from ..library.provenance import must_be_told, sentences_of
from ..library.publication import AUDIENCES
from ..library.story import GIVEN_TO_US, Consent, WelshText
from ..library.texts import wording_text
from ..library.theme_icons import svg
from ..library.vocabulary import Tag, Term, Vocabulary
from ..reading.new_story import BASES
from ..reading.story_text import FORBIDDEN
from .model import MadePage
from .render import Renderer

ADD = "about/add-a-story/"
GUIDE = "about/looking-after-stories/"
#: How the Welsh may have been made.
MADE_BY: tuple[str, ...] = get_args(WelshText.model_fields["made_by"].annotation)
#: Wordings of what judges and draws what is written.
WORDS = "add-js-"
#: Wordings of what the page's script asks for only when it is needed.
REST_WORDS = "add-rest-"

#: An id and what a reader sees of it.
Option = tuple[str, str]


def add_story_page(library: Library, render: Renderer, lang: Lang) -> MadePage:
    """The page in one language."""
    ui, about = library.interface, library.pages["about/"]

    def html() -> str:
        return render(
            "add_story.html",
            lang,
            ADD,
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
        make=html,
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
        "tags": {t.id: {"label": t.label[lang]} for t in vocabulary.tags.values()},
        # None where what must be told says it.
        "routes": {r.id: None if r.warn else r.label[lang] for r in vocabulary.routes},
        "told": _told(vocabulary, lang),
        # Who stands as the publisher of what has no other source.
        "own": {r.id: in_language(r.source.publisher, lang) for r in vocabulary.routes if r.source},
        # Not those of withdrawn stories: no page but its own may name one. `check` refuses them all the same.
        "taken": sorted({*library.stories, *library.broken}),
        "nameless": library.interface("add-js-draft", lang),
        "forbidden": [[pattern.pattern, code] for pattern, code, _, _ in FORBIDDEN],
        "leftovers": [[one.pattern.pattern, "i" if one.ignores_case else "", one.code] for one in LEFTOVERS],
        "needed": list(REQUIRED),
        "consent": list(Consent.model_fields),
        "toUs": list(GIVEN_TO_US),
    }


def theme_icons(library: Library) -> dict[str, str]:
    """The icon of each theme, which a card bears when one has been chosen: SVG by the theme's id."""
    return {tag.id: svg(tag.icon) for tag in library.vocabulary.tags.values() if tag.icon}


def _told(vocabulary: Vocabulary, lang: Lang) -> dict[str, dict[str, dict[str, str | None]]]:
    """What must be told of a story by its route, its provenance and its country, which may be left open (`""`).

    The page looks it up: what is told is decided in `library/provenance.py` alone.
    """
    countries = [None, *(country.id for country in vocabulary.jurisdictions)]
    return {
        route.id: {
            provenance.id: {
                country or "": sentences_of(must_be_told(vocabulary, route.id, provenance.id, country), lang)
                for country in countries
            }
            for provenance in vocabulary.provenances
        }
        for route in vocabulary.routes
    }
