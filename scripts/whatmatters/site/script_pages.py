"""Pages that a script fills: its words in the page's language, and the page around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.texts import wording_text
from .model import MadePage
from .render import Renderer


def script_words(library: Library, lang: Lang, prefix: str) -> dict[str, str]:
    """What a page's script says: all wordings whose names begin so, without the beginning."""
    names = (name for name in library.interface.root if name.startswith(prefix))
    return {name.removeprefix(prefix): library.interface(name, lang) for name in names}


def script_page(
    library: Library,
    render: Renderer,
    lang: Lang,
    path: str,
    name: str,
    kind: str,
    words: dict[str, str],
    texts: tuple[str, ...],
    context: Callable[[], Mapping[str, Any]],
) -> MadePage:
    """The page of the template `name`, whose title and lead are the wordings `<name>-title` and `<name>-lead`.

    `texts` are those that the script shows there; `context` makes what the template is given, when it is filled.
    The page stands under the section that its address begins with, unless it is that section's first page.
    """
    ui, section = library.interface, path.split("/")[0]

    def html() -> str:
        return render(f"{name}.html", lang, path, words=json.dumps(words, ensure_ascii=False), **context())

    return MadePage(
        path=path,
        lang=lang,
        title=ui(f"{name}-title", lang),
        description=ui(f"{name}-lead", lang),
        draft=is_draft(library, lang, wording_text(library, f"{name}-title"), *texts),
        kind=kind,
        make=html,
        crumbs=() if path == f"{section}/" else ((ui(f"nav-{section}", lang), f"{section}/"),),
    )
