"""A film's times are seconds that are shown as a player's clock shows them, and say where to stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.conftest import mini_library

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.film import Film, clock, film_line, how_to_watch, seconds_of
from whatmatters.library.story import StoryFacts
from whatmatters.library.texts import film_text, story_texts
from whatmatters.messages.message import Message
from whatmatters.reading.library_files import read_library

FILM = {
    "title": "Two songs",
    "publisher": {"en": "The tests", "cy": "Y profion"},
    "url": "https://films.example/two-songs",
    "length": "3:58",
    "begins": "0:50",
    "ends": "1:41",
    "pause": "1:13",
    "scenes": [
        {"at": "0:50", "en": "A hall fills.", "cy": "Mae neuadd yn llenwi."},
        {"at": "1:13", "en": "Somebody sings.", "cy": "Mae rhywun yn canu."},
    ],
}
SCENES_OF_NOTHING = [{"at": "9:59", "en": "a", "cy": "b"}]


def film(**changes) -> Film:
    """The film of these tests, with some fields changed, and without those that are None."""
    return Film.model_validate({name: value for name, value in {**FILM, **changes}.items() if value is not None})


@pytest.mark.parametrize(("written", "seconds", "shown"), [
    ("0:00", 0, "0:00"), ("1:13", 73, "1:13"), ("01:13", 73, "1:13"), ("45:34", 2734, "45:34"), ("75:00", 4500, "1:15:00"),
    ("1:02:05", 3725, "1:02:05"), (73, 73, "1:13"),
])  # fmt: skip
def test_times(written, seconds, shown):
    """As an author writes them, with and without quotation marks, and as everybody reads them."""
    assert (seconds_of(written), clock(seconds)) == (seconds, shown)


@pytest.mark.parametrize("written", ["", "113", "1:60", "1:2", "-1:13", "1:60:00", "one", "1.13", -3, 1.5, True, None])
def test_what_is_no_time(written):
    """Is said to be none."""
    with pytest.raises(ValueError, match="minutes and seconds"):
        seconds_of(written)


@pytest.mark.parametrize(("changes", "at", "words"), [
    ({"length": "0:00"}, "length", "no time at all"),
    ({"begins": "3:59"}, "begins", "3:59 lies outside the film, which is 3:58 long"),
    ({"ends": "4:00"}, "ends", "4:00 lies outside"),
    ({"ends": "0:50"}, "ends", "cannot end at 0:50"),
    ({"pause": "9:00"}, "pause", "9:00 lies outside"),
    ({"pause": "0:50"}, "pause", "does not lie between"),
    ({"pause": "1:41"}, "pause", "does not lie between"),
    ({"begins": None}, "pause", "says when the story begins"),
    ({"scenes": [FILM["scenes"][0], *FILM["scenes"]]}, "scenes", "a scene at 0:50 already"),
    ({"url": "javascript:alert(1)"}, "url", "begins with https://"),
    ({"scenes": FILM["scenes"][::-1]}, "scenes", "the scene at 0:50 stands after the scene at 1:13"),
    ({"scenes": SCENES_OF_NOTHING}, "scenes", "the scene at 9:59 lies outside the story's part"),
    ({"scenes": None}, "scenes", "has its scenes told"),
])  # fmt: skip
def test_times_that_cannot_be(changes, at, words):
    """The field that is wrong is named, with what is wrong of it, in a sentence that has its Welsh."""
    with pytest.raises(ValidationError) as told:
        film(**changes)
    error = next(e for e in told.value.errors() if e["loc"] == (at,))
    said = error["ctx"]["error"].args[0]
    assert words in said
    assert isinstance(said, Message)
    assert "[Saesneg]" not in said.in_language("cy")


def test_no_scene_after_the_pause_stands_before_it():
    """The scene at the pause is the first that may tell the ending; without a pause every scene may."""
    whole = film()
    assert [scene.en for scene in whole.scenes_before] == ["A hall fills."]
    assert [scene.en for scene in whole.scenes_after] == ["Somebody sings."]
    unpaused = film(pause=None)
    assert (unpaused.scenes_before, len(unpaused.scenes_after)) == ((), 2)


@pytest.mark.parametrize(("changes", "en", "cy"), [
    ({}, "Watch from 0:50, stop at 1:13 and talk, then go on to 1:41.", "Gwyliwch o 0:50, stopiwch yn 1:13 i siarad, yna ewch ymlaen hyd 1:41."),
    ({"ends": None}, "Watch from 0:50, stop at 1:13 and talk, then go on to the end.", "Gwyliwch o 0:50, stopiwch yn 1:13 i siarad, yna ewch ymlaen i'r diwedd."),
    ({"pause": None, "ending": True}, "When you have talked, watch from 0:50 to 1:41.", "Ar ôl siarad, gwyliwch o 0:50 hyd 1:41."),
    ({"pause": None, "ends": None, "ending": True}, "When you have talked, watch from 0:50.", "Ar ôl siarad, gwyliwch o 0:50."),
    ({"pause": None}, "Watch from 0:50 to 1:41.", "Gwyliwch o 0:50 hyd 1:41."),
    ({"pause": None, "ends": None}, "Watch from 0:50.", "Gwyliwch o 0:50."),
])  # fmt: skip
def test_how_to_watch(changes, en, cy):
    """In both languages, with the times that are known; after the talk where the film would give the ending away."""
    words, ending = mini_library().interface, changes.pop("ending", False)
    assert [how_to_watch(film(**changes), words, lang, ending=ending) for lang in LANGUAGES] == [en, cy]


def test_whoever_leads_is_told_in_a_line():
    """How to watch it, its name in its own language, where it is; without times and length, the rest."""
    words = mini_library().interface
    line = film_line(film(), words, "cy", ending=True)
    assert (line.label, line.watch) == ("Gwylio'r ffilm", how_to_watch(film(), words, "cy", ending=True))
    assert line.named == (("Two songs", "en"), ("Y profion", None))
    assert film_line(film(), words, "en", ending=True).named == (("Two songs", None), ("The tests", None))
    bare = film_line(film().model_copy(update=dict.fromkeys(("length", "begins", "pause", "ends"))), words, "en", ending=True)
    assert (bare.watch, bare.length, bare.address) == (None, None, "https://films.example/two-songs")



def test_what_is_told_of_a_film_is_a_text(project: Path):
    """It can be checked by a reader, and a page with it is a draft until it is."""
    path = project / "stories/video-transcripts/two-songs/story.yml"
    path.write_text(path.read_text(encoding="utf-8") + FILM_YAML, encoding="utf-8")
    library = read_library(project)
    story = library.stories["two-songs"]
    assert isinstance(story.facts, StoryFacts)
    assert story_texts(library, story) == (story.folder, film_text(story.folder))
    assert library.texts[film_text(story.folder)].words["cy"] == ("Y profion", "Mae neuadd yn llenwi.", "Mae rhywun yn canu.")
    assert film_text(library.stories["the-blue-cup"].folder) not in library.texts


FILM_YAML = """film:
  title: Two songs
  publisher: {en: The tests, cy: Y profion}
  url: https://films.example/two-songs
  begins: 0:50
  pause: 1:13
  scenes:
    - {at: 0:50, en: A hall fills., cy: Mae neuadd yn llenwi.}
    - {at: 1:13, en: Somebody sings., cy: Mae rhywun yn canu.}
"""
