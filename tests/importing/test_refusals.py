"""What cannot be brought in is refused with what it seems to be and what to do."""

from __future__ import annotations

import pytest

from whatmatters.importing import Refused

from .words import draft_of

WELSH = ("Mae hi'n dweud bod y tŷ yn oer ac mae'r bws wedi mynd. Dyna oedd hi eisiau, ac roedd hi'n gwybod hynny ers amser, "
         "ond doedd neb wedi gofyn iddi hi am y peth. Felly dyma ni yn mynd gyda hi i'r dref.\n")
ENGLISH = ("She said that the house was cold and that the bus had gone. That was what she wanted, and she had known it for "
           "a long time, but nobody had ever asked her about it. So we went with her to the town.\n")
FRENCH = "Je ne sais pas ce que vous voulez dire, mais nous pensons que les enfants jouent dehors avec leurs amis. " * 4
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
    ('{"a": 1}', "B01", "JSON"), ("<feed><p/></feed>", "B01", "XML with the root <feed>"),
    ("abc\x00def", "B01", "NUL"), ('{"events": [{"segs": [', "B05", "breaks off"),
    ('<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "b">]><tt><body><p begin="1s">&a;</p></body></tt>', "B09", "document type"),
    ("<tt>" + "<div>" * 400, "B09", "nests them deeper"),
    (WELSH, "B04", "in Welsh, not in English"), (FRENCH, "B04", "neither in Welsh nor in English"),
])
def test_refused(source, code, words):
    """The code, the reason, and something that a person can do."""
    with pytest.raises(Refused, match=words) as refused:
        draft_of(source)
    assert refused.value.code == code
    assert len(refused.value.mend) > 10


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
