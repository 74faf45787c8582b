"""A film story is led from its plan: each step that reads says what of the film it may be watched instead."""

from __future__ import annotations

import pytest
from tests.conftest import mini_library

from whatmatters.deck.session import story_sessions
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.film import Film

FILM = {
    "title": "Two songs",
    "publisher": {"en": "The tests", "cy": "Y profion"},
    "url": "https://films.example/two-songs",
    "length": "3:58",
    "begins": "0:50",
    "pause": "1:13",
    "ends": "1:41",
    "scenes": [{"at": "0:50", "en": "A hall fills.", "cy": "Mae neuadd yn llenwi."}],
}
SAYS = {
    "en": ("Or the film: from 0:50, and stop at 1:13.", "Or the film: from 1:13 to 1:41."),
    "cy": ("Neu'r ffilm: o 0:50, a stopio yn 1:13.", "Neu'r ffilm: o 1:13 hyd 1:41."),
}
both = pytest.mark.parametrize("lang", LANGUAGES)


def sessions(lang, **changes):
    """Those of a story that is told in the film; of the film, fields that are None are left out."""
    library = mini_library()
    film = Film.model_validate({name: value for name, value in {**FILM, **changes}.items() if value is not None})
    songs = library.stories["two-songs"]
    return story_sessions(library, songs.model_copy(update={"facts": songs.facts.model_copy(update={"film": film})}), lang)


@both
def test_times_stand_at_the_steps_that_read(lang):
    """To the pause, and on from there; in every plan, and at no other step."""
    for session in sessions(lang):
        for step in session.steps:
            here = {"story": SAYS[lang][:1], "ending": SAYS[lang][1:]}.get(step.shows, ())
            assert [said for said in SAYS[lang] if said in step.says] == list(here), step.shows


@both
def test_without_a_known_pause_no_step_says_where_to_stop(lang):
    """Nor for a story that is in no film; the line under the plan says what there is."""
    word = {"en": "film", "cy": "ffilm"}[lang]
    library = mini_library()
    for made in (sessions(lang, pause=None), story_sessions(library, library.stories["the-blue-cup"], lang)):
        said = [step.says for session in made for step in session.steps]
        assert not any(word in one for one in said)


@both
def test_a_film_whose_end_is_not_known_is_watched_to_its_end(lang):
    """In so many words."""
    ending = {"en": "Or the film: from 1:13 to its end.", "cy": "Neu'r ffilm: o 1:13 hyd ei diwedd."}
    assert ending[lang] in sessions(lang, ends=None)[1].step("ending").says
