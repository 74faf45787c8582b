"""A Markdown text without what only looks like structure: code, and notes to other writers."""

from __future__ import annotations

import re

FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
#: It begins at the first of its marks: looked for from each, a line of marks would take the square of its length.
CODE = re.compile(r"(?<!`)(`+)[^`\n]+\1")
COMMENT, COMMENT_END = re.compile(r"<!--.*?-->", re.S), "-->"
#: A mark is a comment of one word, alone on its line; the build puts something in its place.
MARK = re.compile(r"^<!-- (?P<name>[a-z][a-z0-9-]*(?:: ?[a-z0-9, -]+)?) -->$")


def without_code(text: str) -> str:
    """The same lines, at the same numbers and of the same lengths, with code and comments blanked out.

    Marks stay: they are structure.
    """
    plain = CODE.sub(_blank, _without_fences(text))
    # Behind the last end of a comment none is looked for: each beginning would be followed to the end of the text.
    last = plain.rfind(COMMENT_END) + len(COMMENT_END) if COMMENT_END in plain else 0
    return COMMENT.sub(_unless_mark, plain[:last]) + plain[last:]


def _without_fences(text: str) -> str:
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        match = FENCE.match(line)
        if fence:
            kept.append("")
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
            kept.append("")
        else:
            kept.append(line)
    return "\n".join(kept)


def _blank(match: re.Match[str]) -> str:
    """Letters instead of the code, so that a cell or an item that holds only code is not empty."""
    return "x" * len(match[0])


def _unless_mark(match: re.Match[str]) -> str:
    return match[0] if MARK.match(match[0]) else re.sub(r"[^\n]", " ", match[0])
