"""A team's own recording: its file, its captions, its pause, and what is wrong with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY, TODAY, mini_library

from whatmatters.check import check_project
from whatmatters.library import media
from whatmatters.library.captions import read_captions
from whatmatters.library.media import FORMS, measure
from whatmatters.library.media_track import Unplayable
from whatmatters.library.transcript import turns
from whatmatters.reading.library_files import read_library

WALK = "stories/practice-examples/a-walk-to-the-shop"
#: Films and sounds of a second or two, made for the tests, each named after what it is.
FILES = REPOSITORY / "tests/library/recordings"


def test_what_is_said_stands_on_its_side_of_the_pause():
    """Turn by turn, each with its speaker and the time at which it begins."""
    one = mini_library().stories["a-walk-to-the-shop"].recording
    assert [(t.time, t.speaker, t.said) for t in one.before("cy")] == [
        ("0:00", "Mr Rees", "Dw i'n cerdded i'r siop bob bore."),
        ("0:02", "Gweithiwr", "Ac mae rhywun wedi gofyn i fi nôl y papur i chi."),
    ]
    assert [(t.time, t.speaker) for t in one.after("en")] == [("0:04", "Mr Rees"), ("0:06", "Worker")]
    assert (one.lasts, one.stops, one.kind, one.files) == ("0:08", "0:04", "film", ("film.webm", "captions.en.vtt", "captions.cy.vtt"))


@pytest.mark.parametrize(
    ("made", "name", "length"),
    [("h264.mp4", "film.mp4", 1000), ("vp9.webm", "film.webm", 8008), ("tagged.mp3", "sound.mp3", 1000), ("bare.mp3", "sound.mp3", 1000), ("opus.opus", "sound.opus", 8000)],
)  # fmt: skip
def test_each_form_is_measured(tmp_path, made, name, length):
    """To within a few frames of what was recorded."""
    source = REPOSITORY / "tests/mini" / WALK / "film.webm" if made == "vp9.webm" else FILES / made
    shutil.copy(source, tmp_path / name)
    found = measure(tmp_path / name)
    assert found.length == pytest.approx(length, abs=80)
    assert found.picture == (FORMS[name].kind == "film")


@pytest.mark.parametrize(
    ("made", "name", "code", "said"),
    [
        ("opus.opus", "film.mp4", "M10", "not the MP4"),
        ("h264.mp4", "film.webm", "M10", "not the WebM"),
        ("h264.mp4", "sound.mp3", "M10", "not the MP3"),
        ("h264.mp4", "sound.opus", "M10", "not the Ogg Opus"),
        ("hevc.mp4", "film.mp4", "M11", "hvc1"),
        ("quicktime.mov", "film.mp4", "M11", "QuickTime"),
        ("matroska.mkv", "film.webm", "M10", "not the WebM"),
        ("endless.webm", "film.webm", "M11", "does not say how long it is"),
        ("voice.mp4", "film.mp4", "M10", "no picture"),
    ],
)
def test_what_browsers_do_not_play_is_refused(tmp_path, made, name, code, said):
    """By its bytes, with what it is."""
    shutil.copy(FILES / made, tmp_path / name)
    with pytest.raises(Unplayable) as refused:
        measure(tmp_path / name)
    assert refused.value.code == code
    assert said in str(refused.value.why)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_any_beginning_of_a_file_is_refused_in_words(tmp_path, name):
    """A file that was cut off anywhere gives no traceback."""
    made = {"film.mp4": "h264.mp4", "film.webm": "film.webm", "sound.mp3": "tagged.mp3", "sound.opus": "opus.opus"}[name]
    whole = (REPOSITORY / "tests/mini" / WALK / made if made == "film.webm" else FILES / made).read_bytes()
    for length in [*range(0, 120), *range(120, len(whole), 97)]:
        (tmp_path / name).write_bytes(whole[:length])
        try:
            measure(tmp_path / name)
        except Unplayable:
            continue


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("1\n00:00 hello\n", 1, "not WebVTT"),
        ("WEBVTT\n", 1, "hold no words"),
        ("WEBVTT\n\nHello\nyou\n", 3, "have no time"),
        ("WEBVTT\n\n00:01 --> 00:02\nHello\n", 3, "`00:01 --> 00:02` are no times"),
        ("WEBVTT\n\n1\n00:01.000 --> 00:99.000\nHello\n", 4, "are no times"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHello\n", 3, "ends at 0:01, before it has begun"),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nHello\n\n00:02.000 --> 00:03.000\nYou\n", 6, "run backwards here, from 0:05 to 0:02"),
    ],
)
def test_captions_that_are_not_sound(text, line, said):
    """Each fault with its line."""
    problems = read_captions(text, "captions.en.vtt")[1]
    assert [(p.line, said in p.message) for p in problems] == [(line, True)]


def test_voices_are_told_apart():
    """By their names, by dashes where they have none, and inside one caption; markup is none of the words."""
    cues, problems = read_captions(
        "WEBVTT\n\nNOTE by hand\n\n1\n00:00.000 --> 00:01.000 align:start\n<v.loud Siân>Ble &amp; <i>pryd</i>?</v>\n\n"
        "00:01.000 --> 00:02.000\n- Here.\n- Now.\n\n00:02.000 --> 00:03.000\n<v A>One</v>\n<v B>two.</v>\n",
        "captions.cy.vtt",
    )
    assert problems == []
    assert [(t.speaker, t.said) for t in turns(cues)] == [
        ("Siân", "Ble & pryd?"), (None, "Here."), (None, "Now."), ("A", "One"), ("B", "two."),
    ]  # fmt: skip


def test_a_long_turn_is_cut_where_a_sentence_ends():
    """So that a place in it can be found; the name stands once."""
    said = "".join(f"00:{n:02}.000 --> 00:{n + 4:02}.000\n<v A>Sentence {n}.</v>\n\n" for n in range(0, 40, 4))
    cues, _ = read_captions(f"WEBVTT\n\n{said}", "x")
    assert [(t.time, t.speaker) for t in turns(cues)] == [("0:00", "A"), ("0:16", None), ("0:32", None)]


def change(file: str, old: str, new: str) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return apply


def moved(folder: Path) -> None:
    """The Welsh captions of another film of the same length."""
    times = iter(["00:02.000 --> 00:00:02.100", "00:02.200 --> 00:00:02.300", "00:06.100 --> 00:00:06.200", "00:07.900 --> 00:00:08.000"])
    lines = [f"00:{next(times)}" if "-->" in line else line for line in (folder / "captions.cy.vtt").read_text(encoding="utf-8").split("\n")]
    (folder / "captions.cy.vtt").write_text("\n".join(lines), encoding="utf-8")


BROKEN: dict[str, tuple[Callable[[Path], object], str, int, str, str]] = {
    "pause beyond the end": (change("story.yml", "pause: 0:04", "pause: 1:04"), "story.yml", 15, "M15", "the pause, 1:04, lies outside the recording, which is 0:08 long"),
    "pause that is no time": (change("story.yml", "pause: 0:04", "pause: soon"), "story.yml", 15, "F03", "a time is written as minutes and seconds"),
    "no pause": (change("story.yml", ", pause: 0:04", ""), "story.yml", 15, "M15", "the text stops at its pause, and the recording does not"),
    "nothing in story.yml": (change("story.yml", "recording: {language: cy, pause: 0:04}\n", ""), "story.yml", 1, "M14", "says nothing of the recording"),
    "no film": (lambda folder: (folder / "film.webm").unlink(), "story.yml", 15, "M14", "holds no recording"),
    "two recordings": (lambda folder: shutil.copy(FILES / "opus.opus", folder / "sound.opus"), "sound.opus", 1, "M14", "two recordings"),
    "another name": (lambda folder: (folder / "film.webm").rename(folder / "ours.webm"), "ours.webm", 1, "M14", "has another name"),
    "another kind": (lambda folder: (folder / "film.webm").rename(folder / "film.mov"), "film.mov", 1, "M11", "not every browser plays"),
    "not what its name says": (lambda folder: shutil.copy(FILES / "opus.opus", folder / "film.webm"), "film.webm", 1, "M10", "not the WebM that its name says"),
    "one language": (lambda folder: (folder / "captions.cy.vtt").unlink(), "captions.cy.vtt", 1, "M13", "no Welsh captions"),
    "the other language": (lambda folder: (folder / "captions.en.vtt").unlink(), "captions.en.vtt", 1, "M13", "no English captions"),
    "captions of a longer film": (change("captions.en.vtt", "00:00:07.800", "00:01:07.800"), "captions.en.vtt", 17, "M16", "go on until 1:07, and the recording is 0:08 long"),
    "captions of another film": (moved, "captions.en.vtt", 1, "M16", "quite different times"),
    "captions over the pause": (change("captions.cy.vtt", "00:00:03.900", "00:00:04.900"), "captions.cy.vtt", 9, "M15", "over the pause at 0:04"),
    "captions backwards": (change("captions.cy.vtt", "00:00:06.000 --> 00:00:07.800", "00:00:03.000 --> 00:00:03.500"), "captions.cy.vtt", 17, "M15", "run backwards here, from 0:04 to 0:03"),
    "no consent to the voice": (change("story.yml", "voice: [team, intranet, public], ", ""), "story.yml", 16, "D10", "the voice in the recording may be heard"),
    "no consent to the picture": (change("story.yml", "picture: [team, intranet, public], ", ""), "story.yml", 16, "D10", "the person in the film may be seen"),
    "consent beyond the words": (change("story.yml", "scope: [team, intranet, public]", "scope: [team]"), "story.yml", 16, "D11", "under `voice` stands intranet, public"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_bad_input(project, what):
    """With file, line, code, what is wrong and how to mend it."""
    apply, file, line, code, said = BROKEN[what]
    apply(project / WALK)
    found = [p for p in check_project(project, TODAY).errors if p.path.startswith(WALK)]
    assert {(p.path, p.line, p.code) for p in found if said in str(p)} == {(f"{WALK}/{file}", line, code)}, found
    assert all(p.mend for p in found)


def test_a_file_that_is_too_large_is_refused(project, monkeypatch):
    """With its size, the most that is allowed, and how to make it smaller."""
    form = FORMS["film.webm"]
    monkeypatch.setitem(FORMS, "film.webm", media.Form(form.kind, form.mime, 4000, form.read))
    assert [(p.code, p.path) for p in check_project(project, TODAY).errors] == [("M12", f"{WALK}/film.webm")]


def test_a_library_whose_recordings_are_too_large_is_refused(project, monkeypatch):
    """The largest is named."""
    monkeypatch.setattr("whatmatters.check.recordings.SITE_LARGEST", 8000)
    assert [(p.code, p.path) for p in check_project(project, TODAY).errors] == [("M17", f"{WALK}/film.webm")]


def test_captions_in_the_wrong_language_are_told(project):
    """As texts are: each file holds what its name says."""
    shutil.copy(project / WALK / "captions.en.vtt", project / WALK / "captions.cy.vtt")
    assert ("P32", f"{WALK}/captions.cy.vtt") in [(p.code, p.path) for p in check_project(project, TODAY).errors]


def test_a_sound_needs_no_picture(project):
    """A voice alone: `sound.opus` with consent to the voice."""
    folder = project / WALK
    (folder / "film.webm").unlink()
    shutil.copy(FILES / "opus.opus", folder / "sound.opus")
    change("story.yml", "picture: [team, intranet, public], ", "")(folder)
    assert check_project(project, TODAY).errors == ()
    assert read_library(project).stories["a-walk-to-the-shop"].recording.gives == ("voice",)


def test_a_link_to_a_film_elsewhere_is_refused(project, tmp_path):
    """Nothing of the rest of a machine is published."""
    film = project / WALK / "film.webm"
    shutil.move(film, tmp_path / "film.webm")
    film.symlink_to(tmp_path / "film.webm")
    assert "R05" in [p.code for p in check_project(project, TODAY).errors if p.path.endswith("film.webm")]
