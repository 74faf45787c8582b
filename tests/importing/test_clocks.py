"""Clocks of a pasted transcript, and times and numbers that people wrote: only the first are left out, and that is told."""

from __future__ import annotations

import pytest

from .words import codes_of, draft_of, paragraphs_of, text_of, word_file


@pytest.mark.parametrize("text", [
    "9:00 we had tea\n\n12:30 we had lunch\n\n15:00 we went home",
    "Monday 9:30\nWe went to the shop.\n\nTuesday 10:30\nWe went to the park.\n\nMonday 9:45\nWe came home.",
    "9.00 we had tea\n\n12.30 we had lunch\n\n15.00 we went home",
    "9:30\nThe bus came.\n\n12:30\nWe had lunch.\n\n15:00\nWe went home.",
    "9:30\nWe had tea, and then we all went out for a walk by the river.",
    "9:30am we had tea\n\n9:31am we went home",
    "9:30 we had tea\n\n9:30 I went home",
    "2.50 for the tea\n3.50 for the cake\nand 4.00 for the bus",
    "12.50 for the tea\n13.50 for the cake\n15.00 for the bus",
    "1.10 The first thing we said\n\n1.11 The second thing\n\n1.12 The third thing\n\n1.13 The end",
    "10.10 The first thing we said\n\n10.11 The second thing\n\n10.12 The third thing\n\n10.13 The end",
    "My day in the home\n\nBreakfast 8:30\nI like porridge and tea with the others.\n\nLunch 12:30\nThen we eat again.\n\nThat was it.",
])
def test_times_and_numbers_are_words(text):
    """Nobody speaks at the pace of a diary, a bill or numbered paragraphs: they stay as they were written."""
    draft = draft_of(text, anyway=True)
    assert text_of(draft).split() == text.split()
    assert draft.speakers == ()


@pytest.mark.parametrize(("text", "words", "first", "last", "count"), [
    ("00.31 We had tea.\n\n00.35 And lunch.", "We had tea. And lunch.", "00.31", "00.35", 2),
    ("9:00 We had tea by the window.\n\n9:03 And lunch.", "We had tea by the window. And lunch.", "9:00", "9:03", 2),
    ("[00:00.000 --> 00:04.000]  We had tea\n[00:04.000 --> 00:08.000]  and lunch.", "We had tea and lunch.",
     "00:00.000", "00:04.000", 2),
    ("[00:00:01 --> 00:00:04]\nWe had tea.\n", "We had tea.", "00:00:01", "00:00:01", 1),
    # A line of words that begins with a time is no sign that all lines do.
    ("0:00 - 0:07\nwe got up early\n\n0:07 - 0:14\nfor the\n\n0:14 - 0:20\n9:30 service\n\n0:20 - 0:25\n10:30 and home\n",
     "we got up early for the 9:30 service 10:30 and home", "0:00", "0:20", 4),
])
def test_clocks_are_told(text, words, first, last, count):
    """What was taken for a clock has a line in the report: how many, the first and the last."""
    draft = draft_of(text)
    assert " ".join(text_of(draft).split()) == words
    assert [(n.values, n.count) for n in draft.notes if n.code == "clocks"] == [({"first": first, "last": last}, count)]


def test_a_caption_of_whisper_keeps_its_end():
    """Both of its times are those of the caption."""
    captions = draft_of("[00:00.000 --> 00:04.000]  We had tea\n[00:05.000 --> 00:08.000]  and lunch.").files["captions.en.vtt"]
    assert "00:00:00.000 --> 00:00:04.000\nWe had tea" in captions


TALK = ("Siân Jones   0:03", "Hello there.", "Tom   0:09", "hi", "At 10:30", "we left")


def test_a_time_that_is_spoken_of_is_nobodys_name():
    """`At 10:30` is no speaker; where it has a paragraph of its own it may be somebody's, whom the file does not name."""
    assert paragraphs_of("\n".join(TALK)) == ["Siân Jones: Hello there.", "Tom: hi At 10:30 we left"]
    draft = draft_of(word_file(*TALK))
    assert text_of(draft).split("\n\n") == ["Siân Jones: Hello there.", "Tom: hi", "– At 10:30 we left"]
    assert "clock-in-words" in codes_of(draft)


def test_names_with_clocks_are_told():
    """Each of them, once."""
    draft = draft_of("Siân  0:03\nHelo.\n\nTom  0:09\nIe?\n\nSiân  0:11\nDa.\n", "cy")
    assert [(n.values["name"], n.count) for n in draft.notes if n.code == "named"] == [("Siân", 2), ("Tom", 1)]


FIRST = "Siân  0:01\nThe garden.\n\nTom  0:09\nIt was lovely.\n\nSiân  0:20\nAnd lunch.\n\nTom  0:31\nIt was good.\n\n"


def test_clocks_that_begin_again():
    """A second recording is read like the first: its people speak under their own names, behind the first in time."""
    draft = draft_of(FIRST + "Mair  0:02\nThis is the second.\n\nTom  0:10\nYes, part two.\n")
    assert text_of(draft).split("\n\n")[-2:] == ["Mair: This is the second.", "Tom: Yes, part two."]
    assert [n.values["time"] for n in draft.notes if n.code == "clocks-again"] == ["0:02"]
    assert "goes-back" not in codes_of(draft)
    assert draft.files["captions.en.vtt"].index("It was good") < draft.files["captions.en.vtt"].index("This is the second")


def test_one_turn_whose_clock_goes_back():
    """Nobody is sure who it is: it is not said by whoever spoke before."""
    assert paragraphs_of(FIRST + "Mair  0:02\nThis is the second.\n")[-2:] == [
        "Tom: It was good.", "– Mair 0:02 This is the second."]


#: What two people say, with clocks between which nobody can have spoken all the time.
APART = [("Ann Rees", "0:03", "We waited for her at the gate."), ("Ben", "59:58", "It was cold that day.\nSo we had tea."),
         ("Ann Rees", "1:02:09", "That was all of it.")]


@pytest.mark.parametrize("head", ["{name} ({clock}):", "{name} ({clock})", "{name} [{clock}]", "{name}   {clock}", "{name}\t{clock}", "**{name}** ({clock}):",
                                  "{clock} {name}", "[{clock}] {name}", "{clock} - {name}"])
@pytest.mark.parametrize("around", [("", ""), ("Ann Rees started transcription\n\n", "\n\nAnn Rees stopped transcription")])
def test_names_with_clocks_an_hour_apart(head, around):
    """A name and a clock alone over words, as only programs set them, need no pace to prove them."""
    said = "\n\n".join(f"{head.format(name=name, clock=clock)}\n{words}" for name, clock, words in APART)
    assert paragraphs_of(said.join(around)) == ["Ann Rees: We waited for her at the gate.", "Ben: It was cold that day. So we had tea.",
                                                "Ann Rees: That was all of it."]


def test_times_without_words_below_are_no_turns():
    """Results of a race stay what they are, and the report names their times."""
    draft = draft_of("The race went well for all of us.\n\nAnn Rees   59:58\n\nBen Hughes   1:02:09\n\nThey were both glad of it.")
    assert (draft.speakers, "59:58" in text_of(draft)) == ((), True)
    assert "left-clock" in codes_of(draft)
