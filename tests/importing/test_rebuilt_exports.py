"""Ways of writing that turned up in exports as programs and people make them: words once, speakers as named."""

from __future__ import annotations

import pytest

from whatmatters.importing import Refused

from .words import codes_of, draft_of, text_of

TURNS = "Anna Price: We met her at home.\n\nHuw Rees: And how was she?\n\nAnna Price: She told us what she wanted."
SAID = [turn.split(": ", 1) for turn in TURNS.split("\n\n")]


def rows(shape: str, times: tuple[str, ...] = ("00:00", "00:04", "00:09")) -> str:
    return "\n\n".join(shape.format(n=n, t=t, c=c) for (n, t), c in zip(SAID, times, strict=True))


@pytest.mark.parametrize("source", [
    rows("**{n}** *\\({c}\\)*  \n{t}"), rows("**{n}** `{c}`\n\n{t}"), rows("### {n} ({c})\n\n{t}"), rows("- **{c}** {n}: {t}"),
    rows("[{n}] ({c} - 00:20)\n{t}"), rows("{n} [{c} - 00:20]: {t}"), rows("{n}\n{c} {t}"),
    rows("{n} {c}{t}", ("0 seconds", "4 seconds", "1 minute 9 seconds")),
    rows("{n} {c}\n{t}", ("58 minutes 20 seconds", "1 hour 0 minutes 4 seconds", "1 hour 1 minute 9 seconds")),
    "Interview\nDate: 3 May 2026\nParticipants: Anna Price, Huw Rees\n\n" + rows("{n}: {t}"),
    "(Transcribed by Example.ai. Upgrade to remove this message.)\n\n" + rows("{n} ({c})\n{t}"),
])
def test_names_and_clocks_are_read(source):
    """Each as its program or a person writes it: no clock, no mark, no form among the words."""
    assert text_of(draft_of(source, anyway=True)) == TURNS


@pytest.mark.parametrize("line", [
    "00:00:04 ,000 --> 00: 00:08,000", "00;00;04,000 --> 00;00;08,000", "00:00:04,000 00:00:08,000", "00:00:04,000",
    "NaN:NaN:NaN,NaN --> 00:00:08,000", "00:00:04,000 --> undefined", "OO:OO:O4,OOO --> OO:OO:O8,OOO",
])
def test_a_broken_line_of_times_is_no_words(line):
    """The words below it are kept, and nothing of it is."""
    cues = ["1\n00:00:00,000 --> 00:00:03,000\nWe met her.", f"2\n{line}\nShe was well.", "3\n00:00:09,000 --> 00:00:12,000\nWe left."]
    assert text_of(draft_of("\n\n".join(cues), anyway=True)) == "We met her. She was well. We left."


def test_roles_with_small_letters_are_speakers():
    """Social worker, Gweithiwr cymdeithasol, and whatever begins nearly every line."""
    said = "\n\n".join(["Social worker: How are you?", "Mother of Siân: I am well."] * 2)
    assert draft_of(said, anyway=True).speakers == ("Social worker", "Mother of Siân")


def test_what_nobody_could_make_out_stays_in_its_sentence():
    """And the report tells of it."""
    draft = draft_of("Anna: She likes the [inaudible], and us.\n\nHuw: Yes.\n\nAnna: And you.", anyway=True)
    assert "likes the [inaudible], and us." in text_of(draft)
    assert "sound" in codes_of(draft)


@pytest.mark.parametrize("source", ['{"title": "Loaf", "text": "made with tea and fruit", "steps": []}', '{"events": [{"name": "x"}]}'])
def test_a_json_of_something_else(source):
    """A text or events alone make no transcript."""
    with pytest.raises(Refused, match="JSON"):
        draft_of(source)


@pytest.mark.parametrize("said", ["Helo, Mair ydw i.", "Paned o de, plis.", "Nos da, cariad."])
def test_a_few_words_of_welsh(said):
    """Known by everyday words, without naming the language."""
    assert draft_of(f"WEBVTT\n\n00:00.000 --> 00:03.000\n{said}\n", None).lang == "cy"
