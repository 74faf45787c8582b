"""What writing leaves behind in a story is found, and good prose is not taken for it; a mangled pause stops a build."""

from __future__ import annotations

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.check.leftovers import leftover_problems
from whatmatters.library.leftovers import leftovers, possible
from whatmatters.reading.story_text import read_story_text

CUP = "stories/magic-moments/the-blue-cup"

LEFT = [
    *(("T11", line) for line in (
        "Mair said [TODO] and left.", "XXXX came to the door.", "She asked him why.[AP1]", "Lorem ipsum dolor sit amet.", "He left.[^1]",
        "Then ???", "[insert name here]", "TBC", "The ending (TBC)", "[name] opened the door.", "[enw] agorodd y drws.", "Roedd [rhowch enw yma] yno.",
        "I'W GADARNHAU", "I’W LENWI", "Name: to be confirmed", "Cliciwch neu dapiwch yma i nodi testun.", "Click or tap here to enter text.",
        "Insert the name here", "Rhowch eich enw yma", "Ar dd/mm/yyyy", "It was {name} who came.", "<<FirstName>> came in.", "«enw» came in.",
        "He went home.¹", "word²", "Dyna ni ......", "Nodyn i'r golygydd: hwy?", "todo: ending", "[...]", "xxx Street", "@@ check",
        "TITLE HERE", "TEITL YMA", "Daeth XX i'r drws.", "She was 82 (?) then.",
    )),
    *(("T12", line) for line in (
        "•\tFirst thing", "• First thing", "·\tFirst thing", "· First", "o\tFirst thing", "o   First thing", "o First thing", "\uf0b7 First", "▪ One", "➢ One",
        "She had • tea • cake", "-\tFirst", "–\tFirst", "– First thing", "1.\tFirst", "a) First", "(ii) Second", "✓ Done", "§ One", "3) Three", "*\tOne",
        "a. First", "ii. Second", "→ First", "» First", "⚫ First", "ü First", "à First", "~ First",
    )),
    *(("T13", line) for line in ("Name\tRole", "Mair | Worker", "Mair    Worker", "+---+---+", "One ¦ two", "Mair \t Worker")),
    *(("T14", line) for line in (
        "a soft\u00adhyphen", "no\u200bspace", "mark \u200e here", "the end\u00a0", "two \u00a0spaces", "before\u00a0, a mark", "every\u00a0word\u00a0like\u00a0this",
        "thin\u2009space here", "of\ufb01ce", "itâ€™s", "gyda’r tÃ´n", "an object \ufffc", "a line\u2028break", "\ue000",
    )),
    *(("T15", line) for line in (
        "Error! Bookmark not defined.", "Error! Reference source not found.", "Field Code Changed", "Page 3 of 12", "Tudalen 3 o 12", "3", "- 3 -", "Page 4",
        "Tudalen 4", "PAGEREF _Toc12345 \\h 3", "HYPERLINK \"http://x\"", "Commented [AP1]: why?", "Formatted: Font", "Table of Contents", "Tabl Cynnwys",
        "Gwall! Heb ddiffinio'r nod tudalen.", "Microsoft Word - story.docx", "She was an exam-", "MERGEFIELD Name",
    )),
]

GOOD = [
    "She said: I have had it for 20 years.", "Yn 1999 aeth hi adref.", "O gwmpas y bwrdd roedd pawb.", "A paragraph – with a dash.", "She waited … and waited.",
    "Why? What? Who?!", "Mr Pugh, 86, lives at home.", "10\u00a0munud", "Mrs\u00a0Pugh", "a\u00a0phan", "5 m² of garden", "A, b and c.", "(She had not slept.)",
    "He's well-known, isn't he?", "It was to be written in ink.", "Roedd rhywbeth i'w lenwi a'i anfon yn ôl.", "Come here, she said.", "Dewch yma, meddai.",
    "The page of 1950 was torn.", "He wrote a note to himself.", "“Stop!”", "Gwall oedd hynny.", "It was an error!", "Page after page.", "Type 2 diabetes.",
    "naïve café ŵ ŷ â ê î ô û", "Wipe it.", "I (Siân) went.", "A 50/50 chance.", "The bus is at 3.30.", "24 hours later", "ii", "What is this? she said.", "Àr ddydd Llun", "~30 people came.", "“» No,” he said.", "DEWCH YMA, meddai.", "COME HERE!", "Mr. A. Pugh came.",
]


@pytest.mark.parametrize(("code", "line"), LEFT, ids=[f"{code} {line!r}" for code, line in LEFT])
def test_what_is_left_behind_is_found(code, line):
    """By its code, and by the quick look too."""
    assert code in [one.code for one in leftovers(line)]
    assert code in [one.code for one in leftovers(line, possible(f"Some text.\n{line}\nAnd more.\n"))]


@pytest.mark.parametrize("line", GOOD)
def test_good_prose_is_left_alone(line):
    """Dashes, figures, brackets, hard spaces where a typist puts them."""
    assert [one.code for one in leftovers(line)] == []


def test_a_line_in_the_middle_of_a_welsh_sentence_may_begin_with_o():
    """Where a sentence begins it is a bullet."""
    assert list(leftovers("o Gymru y daeth hi", begins=False)) == []
    assert [one.code for one in leftovers("o Gymru y daeth hi")] == ["T12"]


def test_nothing_is_told_of_the_real_library(real):
    """No false alarm on any of its stories."""
    assert list(leftover_problems(real)) == []


def test_it_is_advice_with_file_and_line(project):
    """In the summary, in a paragraph and in a question, in either language; nothing of it stops a build."""
    for lang, old, new in (("en", "summary: ", "summary: [TODO] "), ("cy", "Aeth gweithiwr", "•\tAeth gweithiwr"), ("en", "- Which rule", "- ??? Which rule")):
        path = project / CUP / f"{lang}.md"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, f'summary: "{new[9:]}' if old == "summary: " else new, 1), encoding="utf-8")
    path = project / CUP / "en.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] += '"'
    path.write_text("\n".join(lines), encoding="utf-8")
    report = check_project(project, TODAY)
    assert report.errors == ()
    assert [(p.path.rpartition("/")[2], p.line, p.code) for p in report.advice if p.code in ("T11", "T12", "T13")] == [
        ("cy.md", 9, "T12"), ("en.md", 3, "T11"), ("en.md", lines.index("- ??? Which rule would you keep?") + 1, "T11")]


PAUSES = [
    "<!– pause –>", "<!— pause —>", "<!-pause->", "<!--pause-->", "<!-- Pause -->", "<! -- pause -- >", "&lt;!-- pause --&gt;", "<!-- saib -->", "<pause>",
    "[pause]", "---pause---", "\\<!-- pause --\\>", "‹!-- pause --›", "**pause**", "(saib)", "<!--\u00a0pause\u00a0-->", "<!-- pause -->\u200b", "## Pause",
    "<!-- pause", "– pause –", "[PAUSE HERE]", "<!-- pause here -->", "<!-- stop -->", "Pause", "SAIB", "Saib yma", "Stop here and talk", "Arhoswch yma i drafod",
    "…pause…", "The end of it. <!– pause –> And then.",
]


@pytest.mark.parametrize("written", PAUSES)
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_pause_that_is_none_stops_a_build(project, written, lang):
    """The message says to write the mark, and never to take out what stands there.

    Whatever a story's reader complains of is an error of a check: the first of them is seen through a whole one.
    """
    path = project / CUP / f"{lang}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("<!-- pause -->", written), encoding="utf-8")
    line = path.read_text(encoding="utf-8").split("\n").index(written) + 1
    told = check_project(project, TODAY).errors if written == PAUSES[0] else read_story_text(path, project, lang)[1]
    found = [p for p in told if p.path == f"{CUP}/{lang}.md"]
    assert [(p.code, p.line) for p in found] == [("T16", line)]
    assert "write `<!-- pause -->` on a line of its own" in found[0].mend


@pytest.mark.parametrize("said", ["Then came a pause.", "“Pause,” she said.", "Daeth saib hir.", "A pause – and she spoke.", "Paused, he was.", "Saib? Ie."])
def test_a_story_may_speak_of_a_pause(project, said):
    """In its title and in its text."""
    path = project / CUP / "en.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[1] = "title: Pause"
    path.write_text("\n".join([*lines[:5], "", said, "", *lines[5:]]), encoding="utf-8")
    assert [p for p in check_project(project, TODAY).errors if p.path == f"{CUP}/en.md"] == []


@pytest.mark.parametrize(("title", "told"), [
    ("“The blue cup”", True), ("‘The blue cup’", True), ('"The blue cup"', False), ("“Blue”, said the cup, “blue”", False), ("The “blue” cup", False),
])
def test_word_s_quotation_marks_round_a_title_are_told_of(project, title, told):
    """YAML takes typed ones away; those of Word would stand on every card."""
    path = project / CUP / "en.md"
    front, rest = path.read_text(encoding="utf-8").split("\nsummary:", 1)
    path.write_text(f"---\ntitle: {title}\nsummary:{rest}", encoding="utf-8")
    assert front.startswith("---\ntitle:")
    problems = [p for p in check_project(project, TODAY).problems if p.code == "T14"]
    assert [(p.path, p.line, p.advice) for p in problems] == [(f"{CUP}/en.md", 2, True)] * told
