"""What fluent readers have checked so far, for the page on the state of the library: counted, and text by text."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import State, check_of, state_of
from ..library.dates import in_words
from ..library.library import Library
from ..library.page import page_path
from ..library.texts import Kind, Text
from .views import Href

#: The language whose words the page counts: that in which drafts are published.
CHECKED = DRAFTED[0]
STATES: tuple[State, ...] = get_args(State)


def readings(library: Library, lang: Lang, href: Href) -> dict[str, Any]:
    """Counts by kind of text as (label, texts, one number a state); then every text that somebody has checked."""
    ui, states = library.interface, {name: state_of(library, t, CHECKED) for name, t in library.texts.items()}
    counted = Counter((text.kind, states[name]) for name, text in library.texts.items())
    kinds: tuple[Kind, ...] = get_args(Kind)
    rows = [(ui(f"state-kind-{kind}", lang), [counted[kind, state] for state in STATES]) for kind in kinds]
    return {
        "all": len(states),
        "checked": sum(state == "checked" for state in states.values()),
        "kinds": [(label, sum(numbers), numbers) for label, numbers in rows if sum(numbers)],
        "texts": [
            _read(library, library.texts[i], state, lang, href) for i, state in states.items() if state != "never"
        ],
    }


def _read(library: Library, text: Text, state: State, lang: Lang, href: Href) -> tuple[str, str | None, str]:
    """A text's name, where it is to be read if it has a page of its own, and who checked it when."""
    one = check_of(library, text, CHECKED)
    assert one is not None, "a text that is checked, or was, has a record"
    said = "state-checked-by" if state == "checked" else "state-changed-since"
    title, path = _named(library, text, lang)
    day = in_words(one.day, library.interface, lang)
    return title, None if path is None else href(path), library.interface(said, lang, reader=one.reader, day=day)


def _named(library: Library, text: Text, lang: Lang) -> tuple[str, str | None]:
    """What a reader calls a text, and its page's address; its id where it has no page."""
    name = text.id.rpartition("/")[2]
    match text.kind:
        case "story":
            story = library.stories[library.root_of(text.root).full_id(name)]
            return story.texts[lang].title, story.path
        case "page":
            page = library.pages[page_path(text.id)]
            return page.title[lang], page.path
        case "law" if name in library.read_across.topic:
            topic = library.read_across.topic[name]
            return topic.name[lang], topic.path
        case "pack":
            recipe = library.recipes[name]
            return recipe.title[lang], recipe.path
        case _:
            return text.id, None
