"""Not one spoken word is lost or invented, whatever the words are and whatever format holds them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import examples
from whatmatters.importing import Refused
from whatmatters.importing.sentence_case import tidied
from whatmatters.importing.turns import Paragraph

from .words import draft_of, text_of, word_file

#: Words as people say and captions write them: Welsh and English letters, apostrophes, numbers, marks at their ends.
LETTERS = "abcdefghijklmnoprstuwyzâêîôûŵŷáéíóöABCDEFGLMNPRSTŴŶ"
WORD = st.one_of(
    st.text(LETTERS, min_size=1, max_size=9),
    st.sampled_from(["10.15", "At", "Lunch", "i'r", "mae’n", "o'r", "42", "7", "2017", "£5.50", "9:30", "No.", "no", "um,", "(ddim", "yma)", "–",
                     "-", "A&E", "“Ŵyr", "siŵr”", "50%", "x<y", "a>b", "*seren*", "#1", "www.cymru", "C++", "…", "NOTE"]),
)
UTTERANCE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
TALK = st.lists(UTTERANCE, min_size=2, max_size=8)


def stamp(second: int, mark: str) -> str:
    return f"00:{second // 60:02}:{second % 60:02}{mark}000"


def webvtt(talk: list[str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(
        f"{stamp(3 * i, '.')} --> {stamp(3 * i + 3, '.')}\n{escaped(words)}" for i, words in enumerate(talk))


def crowded(talk: list[str]) -> str:
    """WebVTT whose empty lines were lost."""
    return re.sub(r"\n\n", "\n", webvtt(talk))


def doubled(talk: list[str]) -> str:
    """SubRip with an empty line after every line."""
    return subrip(talk).replace("\n\n", "\n").replace("\n", "\n\n")


def voices(talk: list[str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(
        f"{stamp(3 * i, '.')} --> {stamp(3 * i + 3, '.')}\n<v {'Siân' if i % 2 else 'Tom'}>{escaped(words)}</v>"
        for i, words in enumerate(talk))


def subrip(talk: list[str]) -> str:
    return "\n\n".join(f"{i + 1}\n{stamp(3 * i, ',')} --> {stamp(3 * i + 3, ',')}\n{words}" for i, words in enumerate(talk))


def sbv(talk: list[str]) -> str:
    return "\n\n".join(f"{stamp(3 * i, '.')},{stamp(3 * i + 3, '.')}\n{words}" for i, words in enumerate(talk))


def ttml(talk: list[str]) -> str:
    return '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>' + "".join(
        f'<p begin="{3 * i}s" end="{3 * i + 3}s">{escaped(words)}</p>' for i, words in enumerate(talk)) + "</div></body></tt>"


def timed_text(talk: list[str]) -> str:
    return "<transcript>" + "".join(
        f'<text start="{3 * i}" dur="3">{escaped(escaped(words))}</text>' for i, words in enumerate(talk)) + "</transcript>"


def rolling(talk: list[str]) -> str:
    """As YouTube writes its own captions: every line again above the next one, and once alone for an instant."""
    blocks, above, second = [], " ", 0
    for i, words in enumerate(talk):
        first, *rest = words.split(" ")
        timed = escaped(first) + "".join(f"<00:00:01.000><c> {escaped(word)}</c>" for word in rest)
        if not rest:
            timed = escaped(first)
        blocks.append(f"{stamp(second, '.')} --> {stamp(second + 3, '.')} align:start position:0%\n{above}\n{timed}")
        blocks.append(f"{stamp(second + 3, '.')} --> {stamp(second + 3, '.')} align:start position:0%\n{escaped(words)}\n ")
        above = escaped(words)
        # Now and then nobody speaks for a moment.
        second += 3 + i % 3
    return "WEBVTT\nKind: captions\nLanguage: en\n\n" + "\n\n".join(blocks)


def panel(talk: list[str]) -> str:
    rows = []
    for i, words in enumerate(talk):
        minutes, seconds = divmod(61 * i, 60)
        said = ", ".join(
            f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((minutes, "minute"), (seconds, "second")) if n)
        rows.append(f"{minutes}:{seconds:02}{said or '0 seconds'}{words}")
    return "Transcript\nSearch in video\n" + "\n".join(rows) + "\nEnglish (auto-generated)"


def one_line(talk: list[str]) -> str:
    """The panel copied without a single line break."""
    return panel(talk).replace("\n", "", 2).replace("\n", "").replace("TranscriptSearch in video", "Transcript\n").replace(
        "English (auto", "\nEnglish (auto")


def clock(i: int) -> str:
    return f"{7 * i // 60}:{7 * i % 60:02}"


def who(i: int) -> str:
    return "Siân" if i % 2 else "Tom"


def named(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)}  {clock(i)}\n{words}" for i, words in enumerate(talk))


def bracketed(talk: list[str]) -> str:
    return "\n\n".join(f"[{who(i)}] {clock(i)}\n{words}" for i, words in enumerate(talk))


def name_and_clock(talk: list[str]) -> str:
    return "\n".join(f"{who(i)} ({clock(i)}): {words}" for i, words in enumerate(talk))


def heads(talk: list[str]) -> str:
    return "\n\n".join(f"[{clock(i)}] {words}" for i, words in enumerate(talk))


def clocks_alone(talk: list[str]) -> str:
    return "\n".join(f"{clock(i)}\n{words}" for i, words in enumerate(talk))


def ranges(talk: list[str]) -> str:
    return "\n\n".join(f"{clock(i)} - {clock(i + 1)}\n{words}" for i, words in enumerate(talk))


def spans(talk: list[str]) -> str:
    return "\n".join(f"[{stamp(3 * i, '.')} --> {stamp(3 * i + 3, '.')}]  {words}" for i, words in enumerate(talk))


def colons(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)}: {words}" for i, words in enumerate(talk))


def lengths(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)} [{7 * i // 60}m {7 * i % 60}s]\n{words}" for i, words in enumerate(talk))


def hours(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)} {9 + i // 60}:{i % 60:02} AM\n{words}" for i, words in enumerate(talk))


def zoom(talk: list[str]) -> str:
    return "\n".join(f"10:{i:02}:00 From {who(i)} to Everyone:\n\t{words}" for i, words in enumerate(talk))


def whatsapp(talk: list[str]) -> str:
    return "\n".join(f"02/03/2026, 10:{i:02} - {who(i)}: {words}" for i, words in enumerate(talk))


def angled(talk: list[str]) -> str:
    return "\n".join(f"<{who(i)}> {words}" for i, words in enumerate(talk))


def paragraphs(talk: list[str]) -> str:
    return "\n\n".join(talk)


def rows(talk: list[str]) -> str:
    return "\n".join(talk)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


WRITERS: list[Callable[[list[str]], str]] = [webvtt, crowded, subrip, doubled, sbv, ttml, timed_text, rolling, panel, one_line]
#: What people paste; where no program wrote it, no mark tells a time that was spoken from one that was not.
PASTED: list[Callable[[list[str]], str]] = [
    named, bracketed, name_and_clock, heads, clocks_alone, ranges, spans, colons, lengths, hours, zoom, whatsapp, angled, paragraphs,
    rows]
QUICK = examples(40)


def words_of(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
@given(talk=TALK)
@QUICK
def test_words_come_through(writer, talk):
    """The words of the draft are the words that were said, in their order; so are those of its captions."""
    draft = draft_of(writer(talk), anyway=True)
    assert words_of(text_of(draft)) == words_of(" ".join(talk))
    cues = draft.files["captions.en.vtt"].split("\n\n")[1:]
    said = " ".join(cue.partition("\n")[2] for cue in cues)
    assert words_of(said) == words_of(escaped(" ".join(talk)))


@pytest.mark.parametrize("writer", PASTED, ids=lambda writer: writer.__name__)
@given(talk=TALK)
@QUICK
def test_pasted_words_come_through(writer, talk):
    """The same for text with clocks and names, whatever times are spoken of in it; dashes may mark a turn."""
    draft = draft_of(writer(talk), anyway=True)
    found = [word for word in words_of(text_of(draft)) if word not in {"Siân:", "Tom:", "–", "-"}]
    assert found == [word for word in words_of(" ".join(talk)) if word not in {"–", "-"}]
    assert set(draft.speakers) <= {"Siân", "Tom"}


@given(talk=TALK)
@QUICK
def test_words_and_speakers_come_through(talk):
    """With voices: each turn begins with the speaker whom the file names, and holds just their words."""
    found = text_of(draft_of(voices(talk), anyway=True)).split("\n\n")
    assert found == [f"{'Siân' if i % 2 else 'Tom'}: {words}" for i, words in enumerate(talk)]


@given(talk=TALK)
@QUICK
def test_a_word_file_loses_nothing(talk):
    """Paragraphs of a Word file without clocks come through as they stand, and so do the times that they speak of."""
    assert words_of(text_of(draft_of(word_file(*talk), anyway=True))) == words_of(" ".join(talk))


@given(talk=TALK, shout=st.booleans(), breaths=st.integers(1, 3))
@QUICK
def test_tidying_changes_case_and_punctuation_alone(talk, shout, breaths):
    """Without case and the marks that end a sentence, a tidied text is the text itself."""
    said = [words.upper() if shout else words.lower() for words in talk]
    paragraphs = tuple(Paragraph(tuple(said[i : i + breaths])) for i in range(0, len(said), breaths))
    bare = re.compile(r"[.]")
    for lang in ("en", "cy"):
        after = " ".join(p.words for p in tidied(paragraphs, lang))
        assert bare.sub("", after).casefold() == bare.sub("", " ".join(said)).casefold()


def outcome(raw: bytes) -> str:
    """`draft`, or the code of the refusal; anything else that is raised fails the test."""
    try:
        draft_of(raw, anyway=True)
    except Refused as refused:
        return refused.code if refused.mend else "no mend"
    return "draft"


@given(raw=st.binary(max_size=400))
@examples(100)
def test_any_bytes_are_read_or_refused(raw):
    """Whatever a file holds, the answer is a draft or a refusal with code and mend, never another error."""
    for prefix in (b"", b"WEBVTT\n\n", b"PK\x03\x04", b"<tt>", b"\xff\xfe", b"{\"events\": ["):
        assert outcome(prefix + raw).startswith(("B", "draft"))


@given(text=st.text(st.sampled_from("\n\n\n 0123456789:.,-><>[]()*vVBethan&;{}ŵ\t"), max_size=300))
@examples(100)
def test_any_text_is_read_or_refused(text):
    """The same for texts made of the letters that formats are made of."""
    for prefix in ("", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "0:000 secondsx\n"):
        assert outcome((prefix + text).encode()).startswith(("B", "draft"))
