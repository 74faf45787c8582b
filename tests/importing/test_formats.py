"""Every format that people have: a file written for this project, and beside it the text that a reader should see."""

from __future__ import annotations

from pathlib import Path

import pytest

from .words import draft_of, text_of

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())

#: What each file is told to be, from its content.
FORMATS = {
    "agents.cy.ttml": "ttml", "assembly.en.json": "json-transcript", "aws-new.en.json": "json-transcript",
    "aws.en.json": "json-transcript", "aws.en.txt": "plain", "aws2.en.txt": "clock-heads", "azure.en.json": "json-transcript",
    "bold-names.cy.md": "plain", "broken-time.en.vtt": "webvtt", "bullets.en.md": "clock-heads", "chevrons.en.vtt": "webvtt",
    "clock-bar-name.en.txt": "clock-heads", "clock-heads.cy.txt": "clock-heads", "clock-lines.en.txt": "clock-lines",
    "clock-ranges.cy.txt": "clock-ranges", "clocks-at-ends.en.txt": "plain", "crowded-voices.en.txt": "subrip",
    "cut-at-number.en.srt": "subrip", "deepgram.en.json": "json-transcript", "descript-lines.en.txt": "clock-heads",
    "descript.en.md": "names-and-clocks", "empty-line-inside.en.srt": "subrip", "escaped.en.md": "clock-heads",
    "f4.en.txt": "plain", "fathom.en.txt": "clocks-then-names", "film.en.ass": "ssa", "fireflies.en.txt": "named-clocks",
    "front-matter.cy.md": "plain", "google.en.json": "json-transcript", "happyscribe.en.txt": "clocks-then-names",
    "honest.cy.srt": "subrip", "interview-with-key.en.txt": "plain", "json3.en.json": "json3",
    "lengths-as-clocks.en.txt": "named-clocks", "lines.en.jsonl": "json-transcript", "meet-document.en.txt": "meet",
    "meet-title.en.txt": "meet", "meet.en.sbv": "sbv", "name-behind-clock.en.txt": "clock-heads",
    "name-then-clock-colon.en.txt": "named-clocks", "names-alone.en.txt": "plain", "names-and-hours.en.txt": "named-clocks",
    "names-in-angle-brackets.cy.txt": "angled-names", "names-with-colons-alone.en.txt": "plain", "names.en.txt": "plain",
    "notta.en.txt": "named-clocks", "numbered.en.txt": "plain", "numbers-lost.en.srt": "subrip", "otter-hours.en.txt": "otter",
    "otter.en.txt": "otter", "panel-in-one-row.en.txt": "clock-heads", "panel-then-vtt.en.txt": "clock-lines",
    "panel-then-webvtt.en.txt": "clock-heads", "plain.cy.txt": "plain", "podcast-words.en.json": "json-transcript",
    "podcast.en.json": "json-transcript", "premiere.en.csv": "table", "premiere.en.txt": "clock-ranges",
    "questions-and-answers.cy.txt": "plain", "quotation.en.md": "plain", "rev-speakers.en.txt": "named-clocks",
    "rev.en.txt": "named-clocks", "revai.en.json": "json-transcript", "rolling.cy.srt": "subrip", "rolling.en.vtt": "webvtt",
    "some-ids.en.srt": "subrip", "some-ids.en.vtt": "webvtt", "song.cy.lrc": "lrc", "sonix.en.txt": "sonix",
    "speaker-and-clock.en.txt": "names-and-clocks", "speaker-bar.en.srt": "subrip", "speechmatics.en.json": "json-transcript",
    "spoken-caps.en.srt": "subrip", "srv1.en.xml": "timed-text", "srv3.cy.xml": "timed-text", "stream.en.vtt": "webvtt",
    "subviewer.en.sub": "sbv", "table.en.md": "table", "talk.en.lrc": "clock-heads", "teams-copy.cy.txt": "teams-text",
    "teams-copy.en.txt": "teams-text", "teams.cy.vtt": "webvtt", "temi.en.txt": "table", "trint.en.txt": "names-and-clocks",
    "two-clocks.en.txt": "clock-spans", "two-clocks2.en.txt": "clock-spans", "two-clocks3.en.txt": "clock-spans",
    "two-clocks4.en.txt": "subrip", "two-clocks5.en.txt": "table", "two-pastes.en.txt": "named-clocks",
    "voice-behind-clock.cy.txt": "clock-heads", "voices.en.vtt": "webvtt", "webex.en.vtt": "webvtt",
    "whatsapp-phone.cy.txt": "whatsapp", "whatsapp.en.txt": "whatsapp", "whisper-speakers.en.srt": "subrip",
    "whisper-speakers.en.txt": "plain", "whisper-speakers.en.vtt": "webvtt", "whisper.en.csv": "table",
    "whisper.en.json": "json-transcript", "whisper.en.tsv": "table", "whispercpp.cy.json": "json-transcript",
    "whisperx.en.json": "json-transcript", "youtube-api.en.json": "json-transcript",
    "youtube-panel-lines.en.txt": "youtube-panel", "youtube-panel.cy.txt": "youtube-panel",
    "youtube-panel.en.txt": "youtube-panel", "zoom-chat-tabs.cy.txt": "zoom-chat", "zoom-chat.en.txt": "zoom-chat",
    "zoom-save.en.txt": "named-clocks", "zoom.en.vtt": "webvtt",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_text_is_what_was_said(file):
    """Words in their order, in paragraphs, with the speakers that the file names; no clock, number or furniture."""
    draft = draft_of(file.read_bytes(), "cy" if ".cy." in file.name else "en", name=file.name)
    assert text_of(draft) + "\n" == (HERE / "expected" / f"{file.name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_name_of_a_file_says_nothing(file):
    """The format is told from the content: a name that lies changes nothing."""
    draft = draft_of(file.read_bytes(), "cy" if ".cy." in file.name else "en", name="holiday.jpg")
    assert draft.source.format == FORMATS[file.name]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_windows_line_ends_change_nothing(file):
    """The same file saved on Windows gives the same text."""
    lang = "cy" if ".cy." in file.name else "en"
    raw = file.read_bytes()
    assert text_of(draft_of(raw.replace(b"\n", b"\r\n"), lang)) == text_of(draft_of(raw, lang))


def test_a_panel_copied_as_one_line():
    """Some browsers copy the whole panel without a line break: it is cut where a clock is said in words."""
    source = ("0:000 seconds[Music]0:044 secondsgood morning there are 100:099 seconds3 people here"
              "Chapter 2: The plan1:001 minuteand that is itPennod 3: Y diwedd")
    draft = draft_of(source)
    assert text_of(draft) == "[Music]\n\ngood morning there are 10 3 people here and that is it"
    assert [note.values["words"] for note in draft.notes if note.code == "chapter"] == [
        "Chapter 2: The plan", "Pennod 3: Y diwedd"]


def test_line_breaks_inside_timed_text():
    """A `br` parts words."""
    assert text_of(draft_of('<timedtext><body><p t="0" d="900">un<br/>dau</p></body></timedtext>', "cy")) == "un dau"


@pytest.mark.parametrize(("source", "wanted"), [
    # A sign of "less than" is no tag, whatever letter comes behind it.
    ("if a <b and c> d", "if a <b and c> d"),
    ("x <s o> y <c a> z", "x <s o> y <c a> z"),
    ('<font color="#fff">un</font> <b class=x>dau</b> <i>tri</i> <c.yellow>pedwar</c><br/>pum', "un dau tri pedwar pum"),
])
def test_tags_and_words(source, wanted):
    """Tags go, and words in angle brackets stay."""
    assert text_of(draft_of(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{source}\n", anyway=True)) == wanted


def test_tags_and_references_in_timed_text():
    """YouTube's older XML is escaped twice and holds tags; a reference without its end is words."""
    said = "&lt;font color=&quot;#CCC&quot;&gt;cut&lt;/font&gt;&amp;copy this&amp;amp;that"
    assert text_of(draft_of(f'<transcript><text start="0" dur="2">{said}</text></transcript>', anyway=True)) == "cut&copy this&that"


def test_lines_below_the_head_of_webvtt():
    """Where the empty line behind the header is missing, words are kept; what programs write there is left out."""
    cue = "00:01.000 --> 00:02.000\nHelo.\n"
    known = "WEBVTT\nKind: captions\nLanguage: cy\nStyle:\n::cue(c) { color: red;\n}\n##\n"
    assert text_of(draft_of(known + cue, "cy")) == "Helo."
    draft = draft_of("WEBVTT - Ffilm\nMair sydd yma.\n" + cue, "cy")
    assert text_of(draft) == "Mair sydd yma. Helo."
    assert [(n.code, n.place) for n in draft.notes] == [
        ("furniture", 1), ("caption-joined", 2), ("words-without-time", 2)]


@pytest.mark.parametrize(("behind", "words"), [
    ("Bethan:Helo", "Bethan:Helo Ie."), ("line:0 position:20% X1:40", "Ie."), ("align:start helo", "align:start helo Ie."),
    ("a" + "a:b" * 60 + " !", "a" + "a:b" * 60 + " ! Ie."),
])
def test_what_stands_behind_the_times(behind, words):
    """Settings of a cue are no words, and words with a colon are no settings; a long one takes no time."""
    assert text_of(draft_of(f"00:00:01,000 --> 00:00:02,000 {behind}\nIe.\n", "cy", anyway=True)) == words


@pytest.mark.parametrize("source", [
    "WEBVTT\n\n00:00:01.500000 --> 00:00:02.250000\nHelo bawb\n", "0:00:01.500000,0:00:02.250000\nHelo bawb\n",
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="00:00:01.5000000" end="00:00:02.2500000">Helo bawb</p></body></tt>',
])
def test_millionths_of_a_second(source):
    """Times with more than three digits behind the point are times."""
    assert "00:00:01.500 --> 00:00:02.250\nHelo bawb" in draft_of(source, "cy", anyway=True).files["captions.cy.vtt"]


def test_captions_in_another_order_keep_their_speakers():
    """A caption that stands later in the file and comes earlier in the film is still its own speaker's."""
    cues = [(1, "Siân: helo"), (9, "Huw: ie"), (4, "ac eto"), (12, "Siân: hwyl")]
    source = "\n\n".join(f"00:00:{s:02},000 --> 00:00:{s + 1:02},000\n{words}" for s, words in cues)
    assert "00:00:04.000 --> 00:00:05.000\n<v Huw>ac eto" in draft_of(source, "cy", anyway=True).files["captions.cy.vtt"]


@pytest.mark.parametrize("source", [
    "1\n00:00:01,000 --> 00:00:02,000\nhelo\n\n²\n00:00:03,000 --> 00:00:04,000\nie\n", "WEBVTT\n\n²\n00:01.000 --> 00:02.000\nhelo\n",
    '<tt xmlns="http://www.w3.org/ns/ttml" frameRate="²"><body><p begin="1s" end="2s">helo</p></body></tt>',
])
def test_digits_that_are_no_numbers(source):
    """A raised 2 is a digit of a kind, and counts nothing."""
    assert "helo" in text_of(draft_of(source, "cy", anyway=True))
