"""Rules for HTML in hand-written pages: nothing that runs, and nothing that asks another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..files.memo import remembered
from ..messages.message import Message
from ..messages.problem import Problem
from .page_files import PageFiles
from .plain import without_code

RUNS = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|frame|object|embed|applet|link|meta|base|form|input|button|video|audio|svg)\b"
    r"|<[a-z/][^>]*\son\w+\s*=|(?:\]\(\s*<?|=\s*[\"']?)\s*(?:javascript|vbscript|data)\s*:",
    re.I,
)
FOREIGN = re.compile(r"!\[[^\]]*\]\(\s*<?(?:https?:)?//|<\s*img\b[^>]*\ssrc\s*=\s*[\"']?\s*(?:https?:)?//", re.I)
#: What each code says, and how to mend it.
SAID = {
    "U01": (
        Message("HTML that runs or loads something stands in a page"),
        Message("leave the words; what a page does is the program's part"),
    ),
    "U02": (Message("a picture is asked of another host"), Message("put the picture into docs/assets/images")),
}


def html_problems(pages: PageFiles) -> Iterator[Problem]:
    """HTML in a page that would run, or load something from elsewhere; comments and code are not looked at."""
    for page in pages.files:
        if "<" not in page.text and ":" not in page.text:
            continue
        for at, code in _found_in(page.text):
            what, mend = SAID[code]
            yield Problem(page.where, page.first_line + at, code, what, mend)


@remembered
def _found_in(text: str) -> tuple[tuple[int, str], ...]:
    """The lines of a text, counted from none, in which something stands that may not, and the code of what it is."""
    lines = list(enumerate(without_code(text).split("\n")))
    found = ((at, "U01" if RUNS.search(line) else "U02" if FOREIGN.search(line) else "") for at, line in lines)
    return tuple((at, code) for at, code in found if code)
