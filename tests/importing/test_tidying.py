"""Paragraphs, sounds, captions, `--tidy`, and signs that half is missing."""

from __future__ import annotations

import time

import pytest

from .words import codes_of, draft_of, paragraphs_of


def cues(*texts: str, step: int = 3) -> str:
    return "WEBVTT\n\n" + "\n\n".join(
        f"00:{i * step // 60:02}:{i * step % 60:02}.000 --> 00:{(i * step + 2) // 60:02}:{(i * step + 2) % 60:02}.000\n{text}"
        for i, text in enumerate(texts))


def test_long_talk_becomes_paragraphs():
    """No paragraph is a wall: it ends with a sentence, or in captions without sentences at a line."""
    sentences = paragraphs_of(cues(*["She went down to the river and looked at it for a while."] * 30))
    assert max(len(p.split()) for p in sentences) <= 90
    assert all(p.endswith(".") for p in sentences)
    bare = paragraphs_of(cues(*["she went down to the river and looked"] * 60))
    assert max(len(p.split()) for p in bare) <= 120


@pytest.mark.parametrize(("words", "wanted"), [
    ("[Music]", ["She sang.", "[Music]", "Then tea."]), ("[Cerddoriaeth]", ["She sang.", "[Cerddoriaeth]", "Then tea."]),
    ("(chwerthin)", ["She sang.", "(chwerthin)", "Then tea."]), ("♪ ♪", ["She sang.", "♪ ♪", "Then tea."]),
    ("[a door closes]", ["She sang.", "[a door closes]", "Then tea."]),
    ("(ddim yn siŵr)", ["She sang. (ddim yn siŵr) Then tea."]), ("[ __ ]", ["She sang. [ __ ] Then tea."]),
    ("♪ Calon lân ♪", ["She sang. ♪ Calon lân ♪ Then tea."]),
])
def test_labels_of_sounds_stand_apart(words, wanted):
    """A label has a paragraph of its own; words in brackets, words that were sung or bleeped stay words."""
    found = paragraphs_of(cues("She sang.", words, "Then tea."))
    assert found == wanted


@pytest.mark.parametrize("words", ["She (my sister, who was singing) came.", "We sat (crying) there.", "(Laughing we were.)"])
def test_what_people_put_in_round_brackets(words):
    """In a text that somebody typed, round brackets are part of the sentence."""
    assert paragraphs_of(f"I rang the bell.\n{words}\nThen tea.\n") == ["I rang the bell.", words, "Then tea."]


def test_many_words_in_round_brackets():
    """In captions, a label in round brackets is short, or names nothing but sounds."""
    assert paragraphs_of(cues("She came (my sister, who was singing).", "(laughs)", "(music laughter applause cheering)")) == [
        "She came (my sister, who was singing).", "(laughs)", "(music laughter applause cheering)"]


def test_a_bracket_that_never_closes():
    """A long line with an open bracket is read in no time."""
    began = time.monotonic()
    assert paragraphs_of("[" + "mae pawb yn dweud " * 3000, "cy")
    assert time.monotonic() - began < 5


def test_a_label_inside_a_sentence_cuts_nothing():
    """It stands behind the paragraph; in the captions it stays where it was heard."""
    draft = draft_of(cues("We [laughs] laughed", "all day."))
    assert paragraphs_of(cues("We [laughs] laughed", "all day.")) == ["We laughed all day.", "[laughs]"]
    assert "We [laughs] laughed" in draft.files["captions.en.vtt"]


@pytest.mark.parametrize(("lang", "said", "wanted"), [
    ("en", ["um i think i'm late", "so i ran"], "Um I think I'm late. So I ran."),
    ("cy", ["es i i'r dre", "a phrynu dŵr"], "Es i i'r dre. A phrynu dŵr."),
    ("en", ["WE WALKED ALL DAY", "AND SLEPT"], "We walked all day. And slept."),
    ("cy", ["ŵyr neb pam", "ond mi wn i"], "Ŵyr neb pam. Ond mi wn i."),
    ("en", ["She went. And Mair stayed", "at home"], "She went. And Mair stayed at home"),
])
def test_tidy(lang, said, wanted):
    """Capitals and full stops where the captions have none; a text that has them stays as it is."""
    assert paragraphs_of(cues(*said, step=4), lang, tidy=True) == [wanted]


def test_nothing_is_tidied_unless_asked():
    """Fillers and small letters are left as they are."""
    assert paragraphs_of(cues("um i think, er, i'm late")) == ["um i think, er, i'm late"]


def test_captions_are_sound_webvtt():
    """Times in order and forwards, voices as tags, everything escaped, lines that fit a screen."""
    source = ("WEBVTT\n\n00:09.000 --> 00:08.000\n<v Mair & Huw>a &lt;b&gt; & c\n\n00:03.000 --> 00:04.000\n"
              "Roedd hi'n eistedd wrth y ffenestr fach bob bore yn edrych ar y môr.\n")
    captions = draft_of(source, "cy").files["captions.cy.vtt"]
    assert captions == ("WEBVTT\nKind: captions\nLanguage: cy\n\n00:00:03.000 --> 00:00:04.000\n"
                        "Roedd hi'n eistedd wrth y ffenestr fach\nbob bore yn edrych ar y môr.\n\n"
                        "00:00:09.000 --> 00:00:10.600\n<v Mair &amp; Huw>a &lt;b&gt; &amp; c\n")


def test_no_times_no_captions():
    """Times are not made up: a text without clocks has no captions, and the report says so."""
    draft = draft_of("Mair: Helo.\nHuw: Helo.\n")
    assert sorted(draft.files) == ["en.md", "import-report.md", "story.yml"]
    assert "no-captions" in codes_of(draft)


@pytest.mark.parametrize(("source", "code"), [
    ("1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:03,000\n", "half-cue"),
    ('<tt><body><p begin="1s" end="2s">Hello.</p><p begin="2s" end="3s">And th', "half-xml"),
    ("WEBVTT\n\n00:31:00.000 --> 00:31:02.000\nHello.\n", "half-late"),
    ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello.\n\n00:31:00.000 --> 00:31:02.000\nBye.\n", "half-gap"),
    (cues("One.", "Two.", "Three.", "and then we"), "half-sentence"),
    ("".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\nYes.\n\n" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 21, 22)), "half-numbers"),
    ("".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\nYes.\n\n" for n in (31, 32, 33)), "half-numbers-first"),
])
def test_half_a_transcript_is_told(source, code):
    """It is brought in, with nothing lost, and the report says at its head that something may be missing."""
    draft = draft_of(source)
    assert code in codes_of(draft)
    assert "may not be whole" in draft.files["import-report.md"]


def test_a_whole_transcript_is_not_called_half():
    """A usual file gives no such sign."""
    assert not [c for c in codes_of(draft_of(cues("One.", "Two.", "Three.", "Four."))) if c.startswith("half")]


def test_broken_times_are_told():
    """Times that run backwards are named with their places; the words stay in the order of the file."""
    source = "WEBVTT\n\n00:05.000 --> 00:02.000\nOne.\n\n00:01.000 --> 00:04.000\nTwo.\n"
    draft = draft_of(source)
    assert paragraphs_of(source) == ["One. Two."]
    assert [(n.code, n.place) for n in draft.notes if n.code in {"ends-before", "goes-back"}] == [("ends-before", 4), ("goes-back", 7)]
