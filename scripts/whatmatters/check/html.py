"""Rules for HTML in hand-written pages: nothing that runs, and nothing that asks another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def html_problems(pages: PageFiles) -> Iterator[Problem]:
    """HTML in a page that would run, or load something from elsewhere; comments and code are not looked at."""
    for page in pages.files:
        if "<" not in page.text and ":" not in page.text:
            continue
        for line, text in enumerate(without_code(page.text).split("\n"), start=page.first_line):
            if RUNS.search(text):
                mend = Message("leave the words; what a page does is the program's part")
                yield Problem(
                    page.where, line, "U01", Message("HTML that runs or loads something stands in a page"), mend
                )
            elif FOREIGN.search(text):
                mend = Message("put the picture into docs/assets/images")
                yield Problem(page.where, line, "U02", Message("a picture is asked of another host"), mend)
