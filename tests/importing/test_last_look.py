"""What is left among the words that looks like none has its line in the report, with its place."""

from __future__ import annotations

import pytest

from .words import codes_of, draft_of, text_of


def cues(*texts: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"00:{3 * i:02}.000 --> 00:{3 * i + 3:02}.000\n{t}" for i, t in enumerate(texts))


@pytest.mark.parametrize(("words", "code"), [
    ("and then 00:12:31 we left", "left-clock"), ("at 9:30 we left", "left-clock"), ("it says --> here", "left-clock"),
    ("[1m 3s] we left", "left-clock"), ("we left (12.25s) then", "left-clock"), ("[3.50] we left", "left-clock"),
    ("[THE KETTLE BOILS] so we had tea", "left-tag"), ("press <button> now", "left-tag"), ("a {b} and &nope; c", "left-tag"), ("it was **bold** there", "left-tag"),
    ("it was *very* cold", "left-tag"), ("it was _so very_ cold", "left-tag"), ("press `go` now", "left-tag"),
    ("e5f6-a7", "left-number"), ("42", "left-number"), ("Mair: come in", "not-named"), ("then Speaker 2 came", "left-name"),
    ("Subtitles by somebody else", "left-furniture"), ("see https://example.org/x", "left-furniture"),
])
def test_what_stays_is_listed(words, code):
    """It is kept, since somebody may have said it, and named with its line."""
    draft = draft_of(cues("We sat down.", words, "We ate.", "We left again."), anyway=True)
    assert words in text_of(draft)
    assert [(note.code, note.place) for note in draft.notes if note.code == code] == [(code, 7)]


def test_nothing_is_listed_where_nothing_is_left():
    """A usual file has no such line."""
    assert not [c for c in codes_of(draft_of(cues("We sat down.", "Then (my sister) came & went.", "2 * 3 is 6", "a * b", "well-known"))) if c.startswith("left-")]


def test_many_of_a_kind_are_counted():
    """Twenty lines at the most; the last stands for all that follow."""
    notes = [n for n in draft_of(cues(*[f"we left at 9:{i:02}" for i in range(18)] * 3), anyway=True).notes if n.code == "left-clock"]
    assert (len(notes), sum(n.count for n in notes)) == (20, 54)


@pytest.mark.parametrize(("texts", "count"), [
    (["It rained.", *["Thanks for watching!"] * 4], 4), (["It rained.", *["Yes."] * 4], 4),
    (["we go to the door we go to the door we go to the door"], 3),
])
def test_a_line_that_repeats_is_told(texts, count):
    """A machine may have made it up: it is kept, and the report asks to listen."""
    draft = draft_of(cues(*texts))
    assert text_of(draft) == " ".join(texts)
    assert [n.count for n in draft.notes if n.code == "repeated"] == [count]


def test_what_people_say_twice_is_not_told():
    """Twice is nothing; so is a short answer three times."""
    assert "repeated" not in codes_of(draft_of(cues("Thank you very much.", "Thank you very much.", "No.", "No.", "No.")))


@pytest.mark.parametrize(("words", "said"), [
    ("We came. [00:00:04] Then tea. [00:00:05] Then bed.", "We came. Then tea. Then bed."),
    ("[inaudible 00:00:04] We came.", "We came."), ("{00:00:03} We came.", "We came."),
])
def test_clocks_among_the_words_are_mended(words, said):
    """Clocks in brackets that fit the times of their line are left out, and counted."""
    draft = draft_of(cues("She sang.", words), anyway=True)
    assert " ".join(p for p in text_of(draft).split("\n\n") if p[0] != "[") == f"She sang. {said}"
    assert "clocks-inside" in codes_of(draft)


def test_a_clock_outside_the_times_of_its_line_stays():
    """A bracket with a time from elsewhere in the film is no time of this line: it is kept, and listed."""
    draft = draft_of(cues("She sang.", "We came. [00:12:40] Then tea.", "Then bed. [00:13:00]"))
    assert "[00:12:40]" in text_of(draft)
    assert codes_of(draft).count("left-clock") == 2


def test_a_clock_that_does_not_fit_was_spoken():
    """A single time in round brackets, far from the line's own, stays and is listed."""
    draft = draft_of(cues("She sang.", "The bus (9:30) was late."))
    assert "(9:30)" in text_of(draft)
    assert "left-clock" in codes_of(draft)
