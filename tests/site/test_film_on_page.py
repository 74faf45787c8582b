"""What a story page says of the film in which its story is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import TODAY
from tests.library.test_film import FILM_YAML

from whatmatters.reading.library_files import read_library
from whatmatters.site.pages import made_pages
from whatmatters.site.render import renderer

STORY = "stories/video-transcripts/two-songs"


def pages(project: Path, film: str) -> dict[str, str]:
    """The page of a story with that film, and that of its session, in each language."""
    path = project / STORY / "story.yml"
    path.write_text(path.read_text(encoding="utf-8") + film, encoding="utf-8")
    library = read_library(project)
    made = made_pages(library, renderer(library.interface), {}, {}, TODAY).values()
    found = {page.lang: page.html for page in made if page.path == f"{STORY}/"}
    return found | {f"session-{page.lang}": page.html for page in made if page.path == f"{STORY}/session/"}


@pytest.fixture
def whole(project: Path) -> dict[str, str]:
    """Of a film that has a pause."""
    return pages(project, FILM_YAML)


def test_it_says_where_to_stop(whole):
    """With a link to the page where the film can be watched, and nothing of it embedded."""
    assert "Watch from 0:50, stop at 1:13 and talk, then go on to the end." in whole["en"]
    assert "Gwyliwch o 0:50, stopiwch yn 1:13 i siarad" in whole["cy"]
    for html in (whole["en"], whole["cy"]):
        assert 'href="https://films.example/two-songs"' in html
        assert "<iframe" not in html
        assert "<video" not in html


def test_the_session_says_it_on_its_sheet_and_on_its_slide(whole):
    """In the same words, each time before the ending; the film's title in the film's own language."""
    for lang, said in (("en", "Watch from 0:50, stop at 1:13 and talk"), ("cy", "Gwyliwch o 0:50, stopiwch yn 1:13 i siarad")):
        html = whole[f"session-{lang}"]
        assert html.count(said) == 2
        sheet, _, rest = html.partition('<details class="wm-leader__ending"')
        assert said in sheet
        assert rest.index(said) < rest.index('data-wm-slide="ending"')
        assert ('<span lang="en">Two songs' in sheet) == (lang == "cy")


def test_a_story_that_says_i_says_whose_words_they_are(project: Path, whole):
    """Nobody shall take our words for those of the film."""
    assert "after the film, in our words" not in whole["en"]
    path = project / STORY / "story.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: video-transcript", "kind: first-person"), encoding="utf-8")
    html = pages(project, "")
    assert "after the film, in our words" in html["en"]
    assert "ar ôl y ffilm, yn ein geiriau ni" in html["cy"]


def test_scenes_after_the_pause_wait_closed(whole):
    """Those before it are there to be read; the rest is in a closed box, out of the search."""
    for lang, first, last in (("en", "A hall fills.", "Somebody sings."), ("cy", "Mae neuadd yn llenwi.", "Mae rhywun yn canu.")):
        shown, _, closed = whole[lang].partition('<details class="wm-film__after" data-search-exclude>')
        assert first in shown
        assert last not in shown
        assert last in closed.partition("</details>")[0]


def test_all_scenes_wait_where_no_pause_is_known(project: Path):
    """The film may tell the ending anywhere: it is for after the talk."""
    html = pages(project, FILM_YAML.replace("  pause: 1:13\n", ""))["en"]
    shown, _, closed = html.partition("<details class=\"wm-film__after\"")
    assert "A hall fills." not in shown
    assert "A hall fills." in closed
    assert "When you have talked, watch from 0:50." in shown
