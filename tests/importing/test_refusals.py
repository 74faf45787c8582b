"""What cannot be brought in is refused with what it seems to be and what to do."""

from __future__ import annotations

import pytest

from whatmatters.importing import Refused
from whatmatters.messages.message import NOT_WELSH

from .words import codes_of, draft_of

WELSH = ("Mae hi'n dweud bod y tŷ yn oer ac mae'r bws wedi mynd. Dyna oedd hi eisiau, ac roedd hi'n gwybod hynny ers amser, "
         "ond doedd neb wedi gofyn iddi hi am y peth. Felly dyma ni yn mynd gyda hi i'r dref.\n")
ENGLISH = ("She said that the house was cold and that the bus had gone. That was what she wanted, and she had known it for "
           "a long time, but nobody had ever asked her about it. So we went with her to the town.\n")
FRENCH = "Je ne sais pas ce que vous voulez dire, mais nous pensons que les enfants jouent dehors avec leurs amis. " * 4
POLISH = "1\n00:00:00,000 --> 00:00:04,000\nNie wiem, co się stało, ale jest tylko jeden dom i był już zamknięty.\n"
CHAPTERS = "WEBVTT\n\n00:00.000 --> 01:30.000\nIntroduction\n\n01:30.000 --> 04:00.000\nWhat matters\n\n04:00.000 --> 09:00.000\nThe plan\n"


@pytest.mark.parametrize(("source", "code", "words"), [
    ("", "B02", "empty"),
    (" \n\n \n", "B02", "empty"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n[Music]\n", "B02", "nobody says a word"),
    ("WEBVTT\nKind: chapters\n\n00:00.000 --> 00:09.000\nOne\n", "B03", "track of chapters"),
    ("WEBVTT\nKind: descriptions\n\n00:01.000 --> 00:02.000\nA man walks.\n", "B03", "descriptions of the picture"),
    ("WEBVTT\nKind: metadata\n\n00:01.000 --> 00:02.000\nx\n", "B03", "data for a program"),
    (CHAPTERS, "B03", "chapter titles"),
    ("0:00 Introduction\n2:30 What matters to Dilys\n5:40 The plan\n9:00 Questions\n", "B03", "chapter titles"),
    ('WEBVTT\n\n00:01.000 --> 00:02.000\n{"x": 1}\n\n00:02.000 --> 00:03.000\n{"x": 2}\n', "B03", "data for a program"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\nsprite.jpg#xywh=0,0,10,10\n", "B03", "data for a program"),
    ('<tt xmlns:m="urn:m"><body m:role="description"><p begin="1s">A man walks.</p></body></tt>', "B03", "descriptions"),
    (b"%PDF-1.7", "B01", "a PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "B01", "old kind"), (b"{\\rtf1 x}", "B01", "Rich Text"),
    (b"\x00\x00\x00\x20ftypisom", "B01", "film"), (b"ID3\x04", "B01", "sound recording"), (b"\x89PNG\r\n", "B01", "picture"),
    ("<!DOCTYPE html><html><body>0:00 x", "B01", "web page"), ("{1}{25}Hello", "B01", "MicroDVD"),
    ('{"a": 1}', "B01", "JSON"), ('{"name": "x", "version": "1"}', "B01", "it holds `name`, `version`"),
    ('[{"name": "roof", "content": "a thing to buy"}, {"name": "door", "content": "another thing"}]', "B01", "JSON"),
    ('[{"time": 1764500000, "text": "a message"}, {"time": 1764500009, "text": "another"}]', "B01", "JSON"), ('["a", "b"]', "B01", "JSON"), ("<feed><p/></feed>", "B01", "XML with the root <feed>"),
    ("abc\x00def", "B01", "NUL"), ('{"events": [{"segs": [', "B05", "breaks off"),
    ('<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "b">]><tt><body><p begin="1s">&a;</p></body></tt>', "B09", "document type"),
    ("<tt>" + "<div>" * 400, "B09", "nests them deeper"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "B01", "a picture"), (b"BM\x00\x00\x00\x00", "B01", "a picture"), (b"II*\x00x", "B01", "a picture"),
    (b"\x00\x00\x00\x20ftypheic", "B01", "a picture"), ('<svg xmlns="http://www.w3.org/2000/svg"/>', "B01", "a picture"),
    (b"850STL25.01", "B01", "EBU STL"), ("<SAMI><BODY>", "B01", "SAMI"), ("Scenarist_SCC V1.0", "B01", "SCC"),
    ("WEBVTT\n\n00:00.000 --> 00:04.000\n" + FRENCH[:103] + "\n", "B04", "in French"),
    ("WEBVTT\n\n00:00.000 --> 00:04.000\nمرحبا بكم في بيتنا\n", "B04", "Arabic letters"),
    (POLISH.encode("utf-16"), "B04", "in Polish"),
    (WELSH, "B04", "in Welsh, not in English"), (FRENCH, "B04", "neither in Welsh nor in English"),
])
def test_refused(source, code, words):
    """The code, the reason, and something that a person can do."""
    with pytest.raises(Refused, match=words) as refused:
        draft_of(source)
    assert refused.value.code == code
    assert len(refused.value.mend) > 10
    in_welsh = [said.in_language("cy") for said in (refused.value.message, refused.value.mend)]
    assert not [said for said in in_welsh if NOT_WELSH in said or "yn Saesneg)" in said]


def cues(*texts: str, each: int = 5, apart: int = 0) -> str:
    step = each + apart
    return "WEBVTT\n\n" + "\n\n".join(
        f"{i * step // 60:02}:{i * step % 60:02}.000 --> {(i * step + each) // 60:02}:{(i * step + each) % 60:02}.000\n{text}"
        for i, text in enumerate(texts))


@pytest.mark.parametrize(("source", "kind"), [
    (cues("#logo", "#who .box"), "metadata"), (cues("div.slide > h2", ".next, #last"), "metadata"),
    (cues('{\n  "slide": 1\n}', '{\n  "slide": 2\n}'), "metadata"), (cues("img/1.jpg", "img/2.jpg"), "metadata"),
    (cues("slide=1", "slide=2; page=4"), "metadata"), (cues("https://example.org/a", "https://example.org/b"), "metadata"),
    (cues("Introduction", "The morning", each=30), "chapters"), (cues("What the film is for", "The 2014 Act", "Who speaks?", each=170), "chapters"),
    ("WEBVTT\n\n00:00.000 --> 10:00.000\nIntroduction\n", "chapters"),
    (cues("A woman walks along a corridor with a tray.", "She opens a door and smiles at an old man.",
          "The man sits by the window with a blanket.", apart=8), "descriptions"),
    (cues("Mae dyn yn cerdded ar hyd y coridor.", "Mae menyw yn agor drws ac yn gwenu.", "Yn y gegin mae tegell yn berwi.", apart=8), "descriptions"),
])
@pytest.mark.parametrize("lang", ["en", "cy", None])
def test_tracks_without_speech_are_known_by_what_they_hold(source, kind, lang):
    """No header says so, and naming the language makes no story of them; somebody who is sure may say so."""
    with pytest.raises(Refused, match=f"seems to be a track of {kind}") as refused:
        draft_of(source, lang)
    assert refused.value.code == "B03"
    assert draft_of(source, "en", anyway=True).words


@pytest.mark.parametrize("source", [
    cues("Yes", "No", "Maybe"), cues("A woman came to the door with a tray.", "She opened it and smiled.", "The man was asleep.", apart=8),
    cues("A woman walks in.", "What does she want?", "The man sits down and says so.", apart=8), cues("One.", "Two.", "Three.", "Four.", apart=2),
    cues("I walk to the door", "The door is open", "She sits by the window", apart=8), cues("10", "We counted.", "9"),
])
def test_speech_is_no_silent_track(source):
    """Short answers, what somebody tells of the past or of themselves, and questions are said by people."""
    assert draft_of(source, "en").words


def test_too_big():
    """More than fifty million bytes are never a transcript, and are not looked at."""
    with pytest.raises(Refused, match="B07"):
        draft_of(b"a" * 50_000_001)


@pytest.mark.parametrize(("text", "lang"), [(WELSH, "cy"), (ENGLISH, "en")])
def test_the_language_is_told_where_it_is_plain(text, lang):
    """Without --lang the small words decide; with the wrong one the file is refused; --anyway overrules."""
    assert draft_of(text, None).lang == lang
    wrong = "en" if lang == "cy" else "cy"
    with pytest.raises(Refused, match=f"--lang {lang}"):
        draft_of(text, wrong)
    assert draft_of(text, wrong, anyway=True).lang == wrong


def test_a_text_too_short_to_tell_needs_its_language():
    """Nothing is guessed from a handful of words."""
    with pytest.raises(Refused, match="--lang cy or --lang en"):
        draft_of("Yr haul.\n", None)


@pytest.mark.parametrize(("text", "lang"), [
    ("Roedd hi'n oer yma.", "cy"), ("Diolch yn fawr i chi.", "cy"), ("Helo, sut wyt ti?", "cy"), ("Dwi'n iawn, diolch.", "cy"),
    ("Dydd Llun oedd hi.", "cy"), ("Mae'r to yn gollwng.", "cy"), ("She was there with them.", "en"),
])
def test_a_few_words_are_known(text, lang):
    """Short Welsh is known as Welsh; where the other language was named, the report says what it seems to be."""
    assert draft_of(text, None).lang == lang
    assert "seems-other" in codes_of(draft_of(text, "en" if lang == "cy" else "cy"))
    assert "seems-other" not in codes_of(draft_of(text, lang))


def test_both_languages_in_one_talk():
    """A talk in which people go from one language to the other is brought in under either, and the report says so."""
    for lang in ("en", "cy"):
        draft = draft_of(WELSH + "\n" + ENGLISH, lang)
        assert "mixed" in [note.code for note in draft.notes]


def test_captions_with_long_pauses_are_no_chapters():
    """Sentences, or lines of a song with small letters, are speech however long they stand."""
    for words in ("we waited", "She waited."):
        cues = "".join(f"\n0{n}:00.000 --> 0{n + 1}:00.000\n{words}\n" for n in range(5))
        assert draft_of("WEBVTT\n" + cues).words == 10
