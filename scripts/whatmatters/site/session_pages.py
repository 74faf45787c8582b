"""The session of each story: a page that prepares it, prints its leader's sheet and runs it on a screen.

Its address holds what was chosen: `?minutes=30&people=8&lang=cy&start=14:00&ask=1.3-4f2a`; all of it may be left out.
`ask` are the numbers of the questions, where they are not those of the plan, and the mark of their words.
Where scripts do not run it is the leader's sheet, by the plan that is chosen at first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..deck.session import SessionStep, StorySession, questions_known_by, story_sessions
from ..language.bilingual import Lang, other
from ..library.checks import is_draft
from ..library.emblem import emblem_of
from ..library.film import film_line
from ..library.library import Library
from ..library.provenance import origin, route_label, told
from ..library.recording import recording_line
from ..library.story import Story
from ..library.texts import RULES
from .address import url_of
from .model import MadePage, Publish, unpublished
from .render import Renderer
from .session_form import session_form
from .story_pages import href_from
from .views import topic_lines

#: What the scripts say in words; the rest of the words stand in the template.
WORDS = (
    *("session-saved", "session-span", "session-facts", "session-facts-start", "session-odd", "packs-leader-sheet"),
    *("session-odd-questions", "session-questions-least", "session-kept-mine"),
    *("session-people-odd", "session-broken", "session-file", "session-sheets", "shell-moment"),
    *("page-minutes-one", "page-minutes-two", "page-minutes-many", "packs-author"),
)
#: What the scripts say besides, once a session takes the screen.
STAGE_WORDS = (
    *("session-start", "session-on", "session-full", "session-full-off", "session-clear", "session-clear-sure"),
    *("session-cleared", "session-date", "session-notes", "session-commitments", "session-question"),
    *("session-date-first", "session-calendar-what", "session-file-notes", "session-file-date"),
    *("clock-run", "clock-run-label", "clock-pause", "clock-pause-label", "clock-left", "clock-over", "clock-stands"),
    *("clock-up", "clock-part", "clock-of", *(f"month-{n}" for n in range(1, 13))),
)
#: Tools whose pages hold what a step hands out besides the cards.
FORMS = ("what-so-what-now-what", "stop-start-continue")


def session_path(story: Story) -> str:
    """Address of a story's session within a language."""
    return f"{story.path}session/"


def session_pages(library: Library, render: Renderer, lang: Lang, publish: Publish = unpublished) -> Iterator[MadePage]:
    """The session of each story, in one language; `publish` says where a page is to be found from anywhere."""
    for story in library.stories.values():
        yield _session(library, render, story, lang, publish)


def session_texts(story: Story) -> tuple[str, ...]:
    """The texts that a session puts into people's hands: the story, and those of any session."""
    return (story.folder, "agendas", "facilitator", *RULES)


def _session(library: Library, render: Renderer, story: Story, lang: Lang, publish: Publish) -> MadePage:
    path, ui, text = session_path(story), library.interface, story.texts[lang]
    collection = library.vocabulary.term("collections", story.collection)
    draft = is_draft(library, lang, *session_texts(story))

    def html() -> str:
        href = href_from(path, lang)
        sessions = story_sessions(library, story, lang)
        form = session_form(library)
        return render(
            "session.html",
            lang,
            path,
            story=story,
            text=text,
            emblem_name=emblem_of(story),
            form=form,
            plans=_json([_plan(library, session, story, lang) for session in sessions]),
            at_pause=text.at_pause or text.afterwards,
            afterwards=text.afterwards if text.after else (),
            asks=questions_known_by(story),
            first=next(session for session in sessions if session.minutes == form.minutes),
            hands=lambda step: _hands(library, step, lang),
            rules=[rule[lang] for rule in library.session.ground_rules],
            confidentiality=library.session.confidential(lang),
            record=library.session.facilitation.record,
            slips=library.session.facilitation.slips,
            follow_ups=[asked[lang] for asked in library.session.facilitation.follow_ups],
            topics=topic_lines(library, story.facts.law, lang, href),
            told=told(library.vocabulary, story.facts, lang),
            origin=list(_origin(library, story, lang)),
            forms=[page for page in (library.pages.get(f"tools/{name}/") for name in FORMS) if page],
            packs=[(recipe, href(recipe.path)) for recipe in library.packs_with(story)],
            film=(
                film_line(story.facts.film, ui, lang, ending=bool(text.after), own_voice=story.facts.own_voice)
                if story.facts.film
                else None
            ),
            recording=recording_line(story.recording, ui, lang) if story.recording else None,
            player=f"{href(story.path)}#recording",
            published=publish(url_of(story.path, lang)),
            other=other(lang),
            draft=draft,
            words=_json({name: ui(name, lang) for name in WORDS}),
        )

    return MadePage(
        path=path,
        lang=lang,
        title=ui("session-title", lang, title=text.title),
        description=ui("session-description", lang, title=text.title),
        draft=draft,
        kind="page",
        make=html,
        crumbs=(
            (ui("nav-stories", lang), "stories/"),
            (collection.label[lang], f"stories/{collection.id}/"),
            (text.title, story.path),
        ),
        listed=False,
    )


def _json(value: object) -> str:
    """What a script reads, with letters as they are and no room between."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _origin(library: Library, story: Story, lang: Lang) -> Iterator[tuple[str, str, Lang | None]]:
    """Where the story comes from, in sentences: a label or nothing, the words, their language where it is another."""
    vocabulary, ui = library.vocabulary, library.interface
    if said := told(vocabulary, story.facts, lang):
        yield "", said, None
    source = origin(vocabulary, story.facts.source, lang)
    if source.line:
        yield ui("packs-source", lang), f"{source.line}.", source.lang
    if route := route_label(vocabulary, story.facts, lang):
        yield ui("packs-how", lang), f"{route}.", None
    if story.facts.names_changed:
        yield "", ui("packs-names-changed", lang), None
    yield ui("packs-tags", lang), f"{', '.join(vocabulary.tags[tag].label[lang] for tag in story.tag_ids)}.", None


def _plan(library: Library, session: StorySession, story: Story, lang: Lang) -> dict[str, object]:
    """A plan as the scripts read it: each step with its time, its words, and the slides of the page that it shows."""
    asked = story.texts[lang].questions
    return {
        "minutes": session.minutes,
        "steps": [
            {
                "shows": step.shows,
                "begins": step.begins,
                "minutes": step.minutes,
                "title": step.title,
                "says": step.says,
                "hands": _hands(library, step, lang),
                "slides": _slides(step, asked),
                **({"could": [asked.index(question) + 1 for question in step.could_ask]} if step.could_ask else {}),
            }
            for step in session.steps
        ],
    }


def _hands(library: Library, step: SessionStep, lang: Lang) -> str:
    """What is done with the cards as a step begins, in a sentence each."""
    return " ".join(library.interface(f"packs-{name}", lang) for name in step.of_cards)


def _slides(step: SessionStep, asked: tuple[str, ...]) -> list[str]:
    """The slides of a step, by their names on the page; each question has one of its own."""
    questions = [f"ask-{asked.index(question) + 1}" for question in step.questions]
    match step.shows:
        case "welcome":
            return ["welcome", "rules", "confidentiality"]
        case "at-pause" | "afterwards":
            return questions
        case "ending":
            return ["ending", *questions]
        case _:
            return [step.shows]
