"""Whoever leads a session is told of a team's own recording, on sheet, slides and screen, where the build publishes it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import lxml.html
import pytest
from tests.conftest import mini_library

from whatmatters.deck.leader_sheet import leader_sheet
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.session import story_sessions
from whatmatters.deck.session_slides import story_slides
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.recording import recording_line
from whatmatters.site.render import renderer
from whatmatters.site.session_pages import session_pages

WALK = "a-walk-to-the-shop"
SAYS = {
    "en": "Play the recording on the story's page; it stops at 0:04.",
    "cy": "Chwaraewch y recordiad ar dudalen y stori; mae'n stopio yn 0:04.",
}
both = pytest.mark.parametrize("lang", LANGUAGES)


def forms(library, story: str, lang, site_url: str | None = None) -> tuple[str, str, str]:
    """The front of the leader's sheet (print and Word), the slides, the page of the session."""
    word, agendas, one = wording(library, lang), library.session.agendas, library.stories[story]
    card = story_card(library, one, lang, site_url)
    front, back = leader_sheet(card, agendas, story_sessions(library, one, lang), (), word)
    assert SAYS[lang] not in repr(back).replace("\\'", "'")
    slides = list(story_slides(library, lang, card, agendas, word))
    page = next(p for p in session_pages(library, renderer(library.interface), lang) if f"/{story}/" in p.path)
    return repr(front), repr(slides[0].notes), page.html


@both
def test_it_is_said_on_every_form_for_whoever_leads(lang):
    """Where to play it, and when it stops; on the page it is a link to the player, on the sheet and on the screen."""
    front, notes, html = forms(mini_library(), WALK, lang, "https://library.example/")
    for said in (front, notes):
        assert SAYS[lang] in said
        assert f"https://library.example/{'cy/' if lang == 'cy' else ''}stories/practice-examples/{WALK}/" in said
    links = lxml.html.fromstring(f"<div>{html}</div>").xpath("//a[contains(@href, '#recording')]")
    assert [a.text_content() for a in links] == [SAYS[lang]] * 2
    page = f"https://x/{'cy/' if lang == 'cy' else ''}stories/practice-examples/{WALK}/"
    led_to = {urljoin(f"{page}session/index.html", a.get("href")) for a in links}
    assert led_to == {f"{page}index.html#recording"}


@both
def test_it_is_not_said_where_nothing_is_played(lang):
    """Of a story without one, and of one whose recording the build may not publish."""
    library = mini_library()
    silent = {i: s.model_copy(update={"recording": None}) for i, s in library.stories.items()}
    for form in (*forms(library, "the-blue-cup", lang), *forms(replace(library, stories=silent), WALK, lang)):
        assert library.interface("recording-heading", lang) not in form


@both
def test_without_an_address_no_path_is_printed(lang):
    """A plain folder has no address to type in."""
    front, notes, _ = forms(mini_library(), WALK, lang)
    assert "stories/practice-examples" not in front + notes


@both
def test_a_recording_that_never_stops_is_played_to_its_end(lang):
    """A story without a pause."""
    library = mini_library()
    recording = library.stories[WALK].recording.model_copy(update={"pause": None})
    said = recording_line(recording, library.interface, lang).play
    assert said == {"en": "Play the recording on the story's page.", "cy": "Chwaraewch y recordiad ar dudalen y stori."}[lang]
