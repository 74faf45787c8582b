"""What a served page says when the sources are not in order, in the page's own language."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..language.bilingual import Lang
from ..library.interface import Interface
from ..messages.problem import Problem

#: Problems that stand in the bar; the terminal has all of them.
SHOWN = 3
STYLE = (
    "position:fixed;inset:auto 0 0 0;z-index:99;max-height:40vh;overflow:auto;padding:.75rem 1rem;"
    "background:#fff4ce;color:#1a1a1a;border-top:3px solid #b35900;font:1rem/1.5 sans-serif"
)


def bar(words: Interface, lang: Lang, problems: Sequence[Problem], trouble: str, *, shown: bool) -> bytes:
    """A bar at the foot of the window; `shown` says whether the page itself has the last changes all the same."""
    said = [str(problem.in_language(lang)) for problem in problems[:SHOWN]]
    more = len(problems) - len(said)
    lines = [*said, *(trouble.splitlines()[-SHOWN:]), *([words("shell-editing-more", lang, n=more)] if more else [])]
    heading = words("shell-editing-behind" if shown else "shell-editing-wrong", lang)
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    html = f'<div role="status" style="{STYLE}"><strong>{escape(heading)}</strong><ul>{items}</ul></div>'
    return html.encode()


def page_of_trouble(place: Path, lang: Lang, words: Interface, why: str) -> None:
    """Put a page at `place` that says why the page that belongs there could not be made."""
    heading = escape(words("shell-editing-no-page", lang))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{heading}</title></head>'
        f"<body><h1>{heading}</h1><pre>{escape(why)}</pre></body></html>\n",
        encoding="utf-8",
    )
