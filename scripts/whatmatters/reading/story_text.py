"""Reading `en.md` and `cy.md`: front matter, text, pause, text, questions; plain paragraphs and nothing else.

A story is printed on cards, shown on slides and read aloud, so its text carries no markup that one of those would lose.
That also keeps it safe: there is nothing in it for a browser or an include to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from ..files.memo import remembered
from ..files.sources import SourceError, read_text, split_front_matter, validate
from ..language.bilingual import Frozen, Lang, others
from ..language.detection import heard
from ..library.story import HEADINGS, ONE_LIST, PAUSE, Asked, StoryText
from ..messages.message import Message
from ..messages.problem import Problem, shown

#: A whole text in the language of the other file.
_IN_THE_OTHER: dict[Lang, tuple[str, Message, Message]] = {
    "en": ("P30", Message("this text is in Welsh"), Message("write it in English")),
    "cy": ("P30", Message("this text is in English"), Message("write it in Welsh")),
}
#: The same of a language that has no sentence of its own here.
_IN_ANOTHER = (
    "P30",
    Message("this text is in another language than its file"),
    Message("write it in the language that the file is named after"),
)
#: Two files of which each has the other's text: this is said of `cy.md`.
SWAPPED = (
    "P31",
    Message("the two texts are swapped: this one is in English, and {file} in Welsh", file="en.md"),
    Message("give each file the other's name"),
)

#: What editors and Word make of the mark of the pause, and what people write for it: other dashes, brackets and spaces.
_PAUSE_WORDS = r"(?:[Pp][Aa][Uu][Ss][Ee]|[Ss][Aa][Ii][Bb])"
_STOP_WORDS = r"(?:[Ss]top|STOP|[Bb]reak|BREAK|[Ss]eibiant|[Aa]ros|[Tt]oriad)"
_NO_LETTER = r"[^A-Za-z0-9À-ɏ]"
#: Nobody writes more round a pause; without an end, a line of marks alone would take the square of its length.
_NO_LETTERS = rf"{_NO_LETTER}{{0,100}}"
_MARK = r"[^A-Za-z0-9À-ɏ\s.,!?:;…'’‘\"“”]"
_MANGLED = re.compile(
    # In angle brackets, wherever it stands; or alone on its line beside marks of any kind.
    rf"(?:<|&lt;|‹){_NO_LETTERS}(?:{_PAUSE_WORDS}|{_STOP_WORDS}){_NO_LETTERS}(?:>|&gt;|›)"
    rf"|^{_NO_LETTERS}{_MARK}{_NO_LETTERS}{_PAUSE_WORDS}(?: [Hh][Ee][Rr][Ee]| [Yy][Mm][Aa])?{_NO_LETTERS}$"
    rf"|^{_NO_LETTERS}{_PAUSE_WORDS}{_NO_LETTERS}{_MARK}{_NO_LETTERS}$"
)
#: The same without any marks, as a line of its own, and the words that stand over the pause on pages and cards.
_UNMARKED = re.compile(
    r"^\W*(?:pause|saib|pause here|saib yma|stop here and talk|arhoswch yma i drafod)\W*$", re.IGNORECASE
)
_NO_PAUSE = Message("this looks like the pause, but it is not written as one, so the story would show its ending")
_WRITE_PAUSE = Message("write `<!-- pause -->` on a line of its own in its place")

#: Markup that a story may not hold: what to look for, its code, what it is, and how to mend it.
#: Early ones come first: a line that holds one is not judged by the later patterns.
FORBIDDEN: tuple[tuple[re.Pattern[str], str, Message, Message], ...] = (
    (
        re.compile(r"<!--\s*transcript:"),
        "T10",
        Message("this is still the transcript, in the words of its source"),
        Message("retell the story in your own words, then take this line out"),
    ),
    (
        re.compile(r"\{\s*!"),
        "T06",
        Message("an include stands in a story"),
        Message("remove it: an include could publish any file"),
    ),
    (_MANGLED, "T16", _NO_PAUSE, _WRITE_PAUSE),
    (
        re.compile(r"^(?:<{7}|>{7})(?:\s|$)"),
        "T05",
        Message("Git has left two versions of these words here, between lines of <<<<<<< and >>>>>>>"),
        Message("keep one of the two, and take out the lines with the signs"),
    ),
    (
        re.compile(r"<\s*[/!?a-zA-Z]"),
        "T05",
        Message("HTML stands in a story"),
        Message("take it out and leave the words"),
    ),
    (
        re.compile(r"\{[{%#:]"),
        "T06",
        Message("template or attribute braces stand in a story"),
        Message("take them out and leave the words"),
    ),
    (
        re.compile(r"^\s{0,3}#{1,6}\s"),
        "T07",
        Message("a heading stands in a story"),
        Message("a story has two headings only, those over its questions"),
    ),
    (
        re.compile(r"^\s{0,3}([-*+]|\d{1,2}[.)])\s"),
        "T07",
        Message("a list stands in a story's text"),
        Message("write it as a sentence"),
    ),
    (
        re.compile(r"^\s{0,3}(>|```|~~~|\|)"),
        "T07",
        Message("a quotation block, code or table stands in a story"),
        Message("write it as a plain paragraph"),
    ),
    (
        re.compile(r"!?\[[^\[\]]*\][(\[]"),
        "T07",
        Message("a link or picture stands in a story's text"),
        Message("say where it comes from in story.yml, under `source`"),
    ),
    (
        re.compile(r"\*\*|__|(?<!\w)[*_]\w[^*_]*[*_](?!\w)|`"),
        "T07",
        Message("bold, italics or code marks stand in a story"),
        Message("leave the words plain: they must look the same on a card, a slide and a page"),
    ),
)
#: What a line holds that any of them finds something in: one quick look in place of ten, which nearly no line passes.
MARKUP = re.compile(
    r"[<>‹›&{}\[\]*_`#~|]"
    r"|^\s*(?:[-+]|\d{1,2}[.)])\s"
    rf"|^{_NO_LETTER}*{_PAUSE_WORDS}"
)


#: A list by its name, or the one list of before.
_List = Literal["at_pause", "afterwards", "one_list"]


class _FrontMatter(Frozen):
    title: str = Field(min_length=1)
    summary: str = Field(min_length=1)


@dataclass(frozen=True)
class _Line:
    number: int
    text: str


def read_story_text(path: Path, root: Path, lang: Lang) -> tuple[StoryText | None, list[Problem]]:
    """The text of a story in one language, or every reason why it cannot be used."""
    try:
        text, problems = parse_story_text(read_text(path, root), shown(path, root), lang)
    except SourceError as error:
        return None, [error.problem]
    return text, list(problems)


@remembered
def parse_story_text(written: str, where: str, lang: Lang) -> tuple[StoryText | None, tuple[Problem, ...]]:
    """The same from what is written in the file `where`. Raises SourceError when it has no front matter."""
    document, body, first = split_front_matter(written, where)
    front, problems = validate(_FrontMatter, document)
    for name in ("title", "summary"):
        if front is not None:
            line = _Line(document.line((name,)), getattr(front, name))
            problems += _forbidden(line, where)
    lines = [_Line(n, text) for n, text in enumerate(body.split("\n"), start=first)]
    text, problems = _parse_body(front, lines, where, lang, problems)
    return text, tuple(problems)


def _parse_body(
    front: _FrontMatter | None, lines: list[_Line], where: str, lang: Lang, problems: list[Problem]
) -> tuple[StoryText | None, list[Problem]]:
    text, lists = _cut_at_lists(lines, lang)
    for twin in others(lang):
        if lists:
            break
        text, lists = _cut_at_lists(lines, twin)
        if lists:
            rest = [line for lines in lists.values() for line in lines[1:]]
            problems.append(_other_heading(front, [*text, *rest], lists, where, lang))
    before, after, pauses = _cut_at_pause(text)
    if len(pauses) > 1:
        problems.append(
            Problem(where, pauses[1], "T03", Message("there is a second pause"), Message("keep one `<!-- pause -->`"))
        )
    for line in text:
        if line.text.strip() == PAUSE:
            continue
        if _UNMARKED.match(line.text):
            problems.append(Problem(where, line.number, "T16", _NO_PAUSE, _WRITE_PAUSE))
        else:
            problems += _forbidden(line, where)
    cut = pauses[0] if pauses else None
    if not before:
        problems.append(
            Problem(
                where,
                lines[0].number,
                "T01",
                Message("the story has no text"),
                Message("write it under the front matter, in short paragraphs"),
            )
        )
    elif cut is not None and not after:
        problems.append(
            Problem(where, cut, "T02", Message("nothing follows the pause"), Message("write what happened next"))
        )
    # Without its pause a story seems to ask at none: that the pause is written wrongly has been said.
    asked = {name: _questions(some, where, problems) for name, some in lists.items()}
    if not any(problem.code == "T16" for problem in problems):
        problems += _missing_lists(asked, lists, cut, where, lang, lines[-1].number)
    if problems or front is None:
        return None, problems
    return StoryText(
        title=front.title,
        summary=front.summary,
        before=before,
        after=after,
        at_pause=asked.get("at_pause", ()),
        afterwards=asked["afterwards"],
        pause_line=cut,
        asked_lines=(_heading_line(lists, "at_pause"), _heading_line(lists, "afterwards")),
    ), []


def _heading_line(lists: dict[_List, list[_Line]], name: _List) -> int:
    return lists[name][0].number if name in lists else 1


def _missing_lists(
    asked: dict[_List, tuple[str, ...]],
    lists: dict[_List, list[_Line]],
    cut: int | None,
    where: str,
    lang: Lang,
    last: int,
) -> Iterator[Problem]:
    """A story with a pause has both lists, one without a pause has the second alone."""
    at_pause, afterwards = (HEADINGS[name][lang] for name in HEADINGS)
    if "one_list" in lists:
        mend = Message(
            "write `## {at_pause}` over the questions that can be answered without the ending, and `## {afterwards}` "
            "over the others",
            at_pause=at_pause,
            afterwards=afterwards,
        )
        yield Problem(where, lists["one_list"][0].number, "T17", Message("the questions stand in one list"), mend)
        return
    if cut is None and "at_pause" in lists:
        yield Problem(
            where,
            lists["at_pause"][0].number,
            "T18",
            Message("something is asked at the pause, and the story has no pause"),
            Message(
                "put `<!-- pause -->` on a line of its own where people should stop and talk, or ask it afterwards"
            ),
        )
    wanted: tuple[tuple[Asked, str, bool], ...] = (
        ("at_pause", at_pause, cut is not None),
        ("afterwards", afterwards, True),
    )
    for name, heading, needed in wanted:
        if needed and not asked.get(name):
            yield Problem(
                where,
                lists[name][0].number if name in lists else last,
                "T04",
                Message("nothing is asked under `## {heading}`", heading=heading),
                Message("write `## {heading}` and two or three lines that start with `- `", heading=heading),
            )


def in_another(lang: Lang) -> tuple[str, Message, Message]:
    """Code, message and mend for a text of `lang` that is in another language as a whole."""
    return _IN_THE_OTHER.get(lang, _IN_ANOTHER)


def _other_heading(
    front: _FrontMatter | None, lines: list[_Line], lists: dict[_List, list[_Line]], where: str, lang: Lang
) -> Problem:
    """The headings over the questions are the other language's: the headings alone, or the whole text."""
    name, some = next(iter(lists.items()))
    said = (front.title, front.summary) if front else ()
    if heard([*said, *(line.text for line in lines)]).lang in others(lang):
        return Problem(where, some[0].number, *in_another(lang))
    return Problem(
        where,
        some[0].number,
        "T04",
        Message("the heading over the questions is in the other language"),
        Message("write `## {heading}`", heading=HEADINGS["afterwards" if name == "one_list" else name][lang]),
    )


def _forbidden(line: _Line, where: str) -> list[Problem]:
    if not MARKUP.search(line.text):
        return []
    for pattern, code, what, mend in FORBIDDEN:
        if pattern.search(line.text):
            return [Problem(where, line.number, code, what, mend)]
    return []


def _cut_at_lists(lines: list[_Line], lang: Lang) -> tuple[list[_Line], dict[_List, list[_Line]]]:
    """The lines of the text, and those of each list from its heading on.

    A heading that stands a second time belongs to the list before it, where it is no question.
    """
    headings: dict[str, _List] = {f"## {HEADINGS[name][lang]}".casefold(): name for name in HEADINGS}
    headings[f"## {ONE_LIST[lang]}".casefold()] = "one_list"
    text: list[_Line] = []
    lists: dict[_List, list[_Line]] = {}
    into = text
    for line in lines:
        name = headings.get(line.text.strip().casefold())
        if name and name not in lists:
            into = lists[name] = []
        into.append(line)
    return text, lists


def _cut_at_pause(lines: list[_Line]) -> tuple[tuple[str, ...], tuple[str, ...], list[int]]:
    """The paragraphs before the pause, those after it, and the numbers of the lines that say it."""
    pauses = [line.number for line in lines if line.text.strip() == PAUSE]
    cut = pauses[0] if pauses else None
    before = [line for line in lines if cut is None or line.number < cut]
    after = [line for line in lines if cut is not None and line.number > cut and line.text.strip() != PAUSE]
    return _paragraphs(before), _paragraphs(after), pauses


class Parts(NamedTuple):
    """A body that somebody wrote, by its parts."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    at_pause: tuple[str, ...]
    afterwards: tuple[str, ...]


def parts(written: str, lang: Lang) -> Parts:
    """The parts of a body that somebody wrote, in this form or near it.

    Nothing is refused and nothing left out: a line under a heading is a question, with its dash or without, and what
    stands in one list is asked afterwards.
    """
    text, lists = _cut_at_lists([_Line(n, line) for n, line in enumerate(written.splitlines(), start=1)], lang)
    before, after, _ = _cut_at_pause(text)
    later = (*_loose(lists.get("one_list", [])), *_loose(lists.get("afterwards", [])))
    return Parts(before, after, _loose(lists.get("at_pause", [])), later)


def _loose(lines: list[_Line]) -> tuple[str, ...]:
    questions: list[str] = []
    dashed = False
    for line in lines[1:]:
        said = line.text.strip()
        if dashed and line.text.startswith((" ", "\t")) and said and not said.startswith("- "):
            questions[-1] += " " + said
        elif said:
            dashed = said.startswith("- ")
            questions.append(said.removeprefix("- ").strip())
    return tuple(questions)


def _paragraphs(lines: list[_Line]) -> tuple[str, ...]:
    """Paragraphs are parted by empty lines; the lines of one are joined by a space."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.text.strip():
            blocks[-1].append(line.text.strip())
        elif blocks[-1]:
            blocks.append([])
    return tuple(" ".join(block) for block in blocks if block)


def _questions(lines: list[_Line], where: str, problems: list[Problem]) -> tuple[str, ...]:
    found: list[str] = []
    for line in lines[1:]:
        text = line.text.strip()
        if not text:
            continue
        if text.startswith("- "):
            found.append(text[2:].strip())
            problems += _forbidden(_Line(line.number, text[2:]), where)
        elif found and line.text.startswith(" "):
            # A question may run on over an indented line, as in any Markdown list.
            found[-1] += " " + text
            problems += _forbidden(_Line(line.number, text), where)
        else:
            problems.append(
                Problem(
                    where,
                    line.number,
                    "T08",
                    Message("this line under the questions is not a question"),
                    Message("start each question with `- `"),
                )
            )
    return tuple(found)
