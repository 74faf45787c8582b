"""Pages for tests, from a few lines of Markdown and without a project around them."""

from __future__ import annotations

from whatmatters.check.page_files import PageFile, PageFiles, Pair
from whatmatters.files.sources import parse_yaml
from whatmatters.language.bilingual import Lang


def page(text: str, lang: Lang = "en", path: str = "tools/x.md", front: str = "title: X") -> PageFile:
    """A page whose text begins on the first line of its file."""
    where = f"docs/includes/{lang}/{path[9:]}" if path.startswith("includes/") else f"docs/{lang}/{path}"
    return PageFile(path, lang, where, parse_yaml(front, where), text, 1)


def pair(en: str, cy: str) -> Pair:
    """A page and its twin."""
    return Pair(page(en, "en"), page(cy, "cy"))


def pages(*files: PageFile) -> PageFiles:
    """All the pages of a project."""
    return PageFiles(files)
