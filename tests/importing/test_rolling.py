"""Rolling captions are said once; what a person says twice is said twice."""

from __future__ import annotations

import pytest

from .words import codes_of, draft_of, paragraphs_of


def cues(*texts: str, gap: int = 0) -> str:
    step = 2 + gap
    return "WEBVTT\n\n" + "\n\n".join(
        f"00:{i * step:02}.000 --> 00:{i * step + 2:02}.000\n{text}" for i, text in enumerate(texts))


@pytest.mark.parametrize(("source", "wanted"), [
    # Two lines on the screen, the lower one new.
    (cues("a b", "a b\nc d", "c d\ne f", "e f\ng h"), "a b c d e f g h"),
    # Three lines on the screen.
    (cues("a\nb\nc", "b\nc\nd", "c\nd\ne", "d\ne\nf"), "a b c d e f"),
    # A line that grows word by word.
    (cues("so we went", "so we went home", "so we went home and\nmade a cake", "made a cake then bed"), "so we went home and made a cake then bed"),
    # Message twice, and shown twice each time.
    (cues("no", "no\nno", "no\nyes", "yes\nno"), "no no yes no"),
    # Single lines that repeat roll nowhere: somebody says it five times.
    (cues("No.", "No.", "No.", "No.", "No."), "No. No. No. No. No."),
    # A chorus of two lines, sung three times.
    (cues("hen wlad\nfy nhadau", "hen wlad\nfy nhadau", "hen wlad\nfy nhadau"), "hen wlad fy nhadau " * 3),
    # A silence in a file that rolls: the old line is still shown above the new one.
    (cues("a b", "a b\nc d", "c d\ne f", "e f\ng h") + "\n\n00:12.000 --> 00:14.000\ng h\ni j", "a b c d e f g h i j"),
    # After a silence an old line alone is said again.
    (cues("a b", "a b\nc d", "c d\ne f", "e f\ng h") + "\n\n00:12.000 --> 00:14.000\ng h", "a b c d e f g h g h"),
    # Far apart, nothing rolls.
    (cues("a b", "a b\nc d", "c d\ne f", "e f\ng h", gap=5), "a b a b c d c d e f e f g h"),
])
def test_said_once(source, wanted):
    """The words of the draft, in their order."""
    assert " ".join(paragraphs_of(source)).split() == wanted.split()


def test_what_was_left_out_is_counted():
    """The report says how many lines were only shown again, and between which lines of the file."""
    draft = draft_of(cues("a b", "a b\nc d", "c d\ne f", "e f\ng h"))
    assert [(n.count, n.place, n.last) for n in draft.notes if n.code == "rolling"] == [(3, 7, 15)]


def test_a_cue_that_stands_twice():
    """The same times and the same words right behind each other are one cue, saved twice."""
    cue = "00:01.000 --> 00:02.000\nY bore.\n\n"
    draft = draft_of("WEBVTT\n\n" + cue + cue + "00:03.000 --> 00:04.000\nY nos.\n", "cy")
    assert draft.words == 4
    assert "twice" in codes_of(draft)


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_a_word_said_again_and_again(times):
    """Two lines roll, and somebody says one word several times: it stands in the text as often."""
    said = ["so we asked", "to stay", *["no"] * times, "that was that", "and home"]
    shown = [f"{above}\n{line}" if above else line for above, line in zip(["", *said], said, strict=False)]
    assert " ".join(paragraphs_of(cues(*shown))) == " ".join(said)
