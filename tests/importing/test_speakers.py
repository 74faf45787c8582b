"""Who speaks: where the file names somebody, and never otherwise."""

from __future__ import annotations

import pytest

from .words import codes_of, draft_of, paragraphs_of, text_of


def cues(*texts: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"00:{i:02}.000 --> 00:{i + 1:02}.000\n{text}" for i, text in enumerate(texts))


@pytest.mark.parametrize(("source", "wanted"), [
    # Everywhere a name: each is one, also the name that comes once.
    (cues("Mair: Helo.", "Mair: Sut wyt ti?", "Huw: Iawn."), ["Mair: Helo. Sut wyt ti?", "Huw: Iawn."]),
    # Once, in words that have none elsewhere: not sure, so it stays among the words.
    (cues("we sat down", "Mair: come in", "we ate", "we left"), ["we sat down Mair: come in we ate we left"]),
    # A word of the text that stands before a colon again and again is nobody.
    (cues("Careful: she asked.", "Careful: we forgot.", "Please be careful."),
     ["Careful: she asked. Careful: we forgot. Please be careful."]),
    # Capitals before a colon among small letters are a name wherever they stand.
    (cues("MAIR: Come in.", "Sit down.", "HUW: Thank you."), ["MAIR: Come in. Sit down.", "HUW: Thank you."]),
    # Two voices in one cue, and one in the middle of a line.
    (cues("<v Mair>Helo.</v><v Huw>Helo, <i>Mair</i>.", "<v Huw>Te?"), ["Mair: Helo.", "Huw: Helo, Mair. Te?"]),
    # A voice ends with its cue: the next words are nobody's who is named.
    (cues("<v Mair>Come in.", "Somebody knocked."), ["Mair: Come in.", "– Somebody knocked."]),
    # Small words of Welsh names, and what meetings put behind a name.
    (cues("Gwen ferch Owain (Guest): Ie.", "Siân o'r Swyddfa: Na.", "Gwen ferch Owain (Guest): Ie!"),
     ["Gwen ferch Owain (Guest): Ie.", "Siân o'r Swyddfa: Na.", "Gwen ferch Owain (Guest): Ie!"]),
    # Chevrons: somebody else, and nobody knows who; with a name, that one.
    (cues(">> NIA: Come in.", ">> Why?", ">> NIA: It rains."), ["NIA: Come in.", "– Why?", "NIA: It rains."]),
    (cues("It is late >>", "So go."), ["It is late", "– So go."]),
    # The same between brackets; a sound is no name.
    (cues("(Mair) Helo.", "(Huw)\nHelo.", "(Laughter)"), ["Mair: Helo.", "Huw: Helo.", "(Laughter)"]),
    # A number, a web address or a time before a colon is no name.
    (cues("https://x.cymru is ours", "2017: a new law", "At 9:30 we left"), ["https://x.cymru is ours 2017: a new law At 9:30 we left"]),
])
def test_speakers(source, wanted):
    """The paragraphs of the draft, with the speakers that the file names and with no other."""
    assert paragraphs_of(source) == wanted


def test_each_name_is_a_line_of_the_report():
    """Whoever was taken for a speaker can be checked: name, places, how often."""
    draft = draft_of(cues("Mair: Helo.", "Huw: Iawn.", "Mair: Da."))
    named = [(note.values["name"], note.place, note.last, note.count) for note in draft.notes if note.code == "named"]
    assert named == [("Mair", 4, 10, 2), ("Huw", 7, 7, 1)]
    assert draft.speakers == ("Mair", "Huw")


@pytest.mark.parametrize("head", [
    "Mair Prys  0:03", "Mair Prys\t0:03", "[Mair Prys] 10:31:22", "Mair Prys (0:03):", "Mair Prys, 0:03", "**Mair Prys** 0:03",
    "Mair Prys\n0:03",
])
def test_names_with_clocks(head):
    """The heads of turns as the programs of meetings write them."""
    other = head.replace("Mair Prys", "Huw Lee").replace("0:03", "0:09").replace("31:22", "31:29")
    found = paragraphs_of(f"{head}\nPwy sydd yno?\n\n{other}\nFi.\n", "cy")
    assert found == ["Mair Prys: Pwy sydd yno?", "Huw Lee: Fi."]


@pytest.mark.parametrize("line", ["[00:31] Mair: {}", "(0:31) Mair: {}", "0:31 Mair: {}", "00.31 - Mair: {}", "**0:31 Mair:** {}",
                                  "Mair (0:31): {}"])
def test_clocks_with_names(line):
    """A clock and a name at the head of a paragraph, in any order."""
    later = line.replace("31", "42").replace("Mair", "Huw")
    assert paragraphs_of(line.format("Helo, bawb.") + "\n\n" + later.format("Helo, Mair.")) == ["Mair: Helo, bawb.", "Huw: Helo, Mair."]


def test_times_in_what_people_say():
    """A time that breaks the order of the clocks was spoken; it stays, and the report says so."""
    draft = draft_of("0:05 we left\n\n9:30 was the bus\n\n0:12 and we walked\n\n0:20 home again\n")
    assert paragraphs_of("0:05 we left\n\n9:30 was the bus\n\n0:12 and we walked\n\n0:20 home again\n") == [
        "we left 9:30 was the bus and we walked home again"]
    assert "clock-in-words" in codes_of(draft)


def test_words_over_a_clock_are_no_names():
    """A short answer that stands over the next clock is not taken for a speaker."""
    assert paragraphs_of("Tea\n0:00\nHello\n0:04\nThere\n0:08\nYes\n") == ["Tea Hello There Yes"]


def test_first_lines_of_cues_are_no_names():
    """Captions of two lines, the upper one a single word with a capital: nobody is named."""
    assert paragraphs_of(cues("Good\nmorning.", "Yes\nindeed.", "Tea\nfor you?")) == ["Good morning. Yes indeed. Tea for you?"]


def test_times_that_people_speak_of():
    """A text in which two paragraphs begin with a time, or a line ends with one, has no clocks: nothing is left out."""
    text = ["Roedd hi'n hwyr.", "9:30 oedd hi.", "Aethon ni adref.", "10:15 oedd hi wedyn.", "Ac roedd y tŷ yn oer.", "Oedd."]
    assert paragraphs_of("\n\n".join(text), "cy") == text
    assert paragraphs_of("Llanelli 10:30\n\nRoedd y trên yn hwyr.\n", "cy") == ["Llanelli 10:30", "Roedd y trên yn hwyr."]


@pytest.mark.parametrize("text", [
    "0:30 is what the clock said. At 9:00 we had tea, at 10:15 the nurse came, and we left at 11:40 for the shop.",
    "The first walk took her (10m) and the second (20m).\n\nThe third (30m) took her to the gate.",
    "The bed (2m) is too long for the room.\n\nThe door (3m) is wide.\n\nThe table (4m) was measured by nobody.",
    "Mrs Jones liked tea.\n\nMrs Jones sat by the window.\n\nMr Evans did not.\n\nMr Evans went home.",
    "Mrs Jones Always sat by the window.\n\nMrs Jones Never left.\n\nMrs Jones Liked tea.\n\nMrs Jones Went home.",
    "<sigh> I do not know.\n\n<sigh> Well, I do.", "A. Tea.\n\nA. Loaf.\n\nA. Jam.\n\nA. Tea again.",
    "<Laughter> Well, well.\n\nShe sat down by the window.\n\nThe rain had stopped.\n\n<Applause> And so it went.",
    "Tea at 10:02 AM\n\nShe was late.\n\nWe met at 11:15 AM\n\nIt was warm.",
])
def test_what_only_looks_like_clocks_and_names(text):
    """Times of a day in one row, lengths of things, whom a text is about, and what somebody does: all stay words."""
    assert " ".join(paragraphs_of(text)) == " ".join(text.split())


def test_what_was_written_to_one_person_is_told():
    """A chat holds what two people wrote to one another alone; the report says where it begins, and to whom."""
    chat = "10:02:11 From Ann Rees to Everyone: Who makes the tea?\n10:02:40 From Huw Price to {}: I do, when they let me.\n"
    assert "written-to-one" not in codes_of(draft_of(chat.format("Everyone")))
    told = [note for note in draft_of(chat.format("Ann Rees(Privately)")).notes if note.code == "written-to-one"]
    assert [(note.place, note.values["name"]) for note in told] == [(2, "Huw Price")]


@pytest.mark.parametrize(("label", "stays"), [("[DOOR OPENS]", False), ("[laughs]", False), ("[THE KETTLE BOILS]", True)])
def test_a_sound_before_a_name_is_no_speaker(label, stays):
    """What is heard is nobody, with a name behind it or without; the name behind it is who speaks."""
    source = cues("We waited.", f"{label} ANN: Come in.", "BEN: Yes.", "[KETTLE WHISTLE] So we had tea.")
    draft = draft_of(source, anyway=True)
    assert draft.speakers == ("ANN", "BEN")
    assert f"ANN: {label} Come in." in text_of(draft) if stays else f"\n\n{label}" in text_of(draft)
