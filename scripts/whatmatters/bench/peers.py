"""The same pages for other search engines: a Material site of their text, and Pagefind over the pages themselves."""

from __future__ import annotations

import html
import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..library.languages import Lang
from ..site.finish import plain_text
from .asking import inside
from .measure import measure

#: Search as the theme brings it. It knows no Welsh, and takes English for what it does not know.
_MATERIAL = """site_name: Peer
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
nav: [index.md]
validation: {omitted_files: ignore}
"""
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.S)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_LEFT_OUT = "[data-search-exclude], nav, button"


def searched_pages(site: Path, lang: Lang) -> Iterator[str]:
    """Addresses, within the site, of the pages that our search knows in a language."""
    for path in sorted((site / "search" / lang).glob("t[0-9]*.js")):
        script = path.read_text(encoding="utf-8")
        for entry in json.loads(f"[{script[script.index('(') + 1 : script.rindex(')')]}]")[3]["e"]:
            yield entry[0]


def material_peer(site: Path, lang: Lang, target: Path) -> Path:
    """Build a Material site of one language with the text of `site`; where it stands."""
    for url in searched_pages(site, lang):
        page = (site / url / "index.html").read_text(encoding="utf-8")
        article = match[1] if (match := _ARTICLE.search(page)) else page
        title = plain_text(match[1]) if (match := _HEADING.search(article)) else url
        lines = plain_text(_HEADING.sub("", article, count=1)).split("\n")
        file = target / "docs" / url.removeprefix(inside(lang)) / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
        file.write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    (target / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], target)
    return target / "site"


def pagefind_peer(site: Path, target: Path) -> Path:
    """The pages of `site` with Pagefind's index of both languages; raises BenchError where it is not installed."""
    for lang in ("en", "cy"):
        for url in searched_pages(site, lang):
            (target / url).mkdir(parents=True, exist_ok=True)
            (target / url / "index.html").write_bytes((site / url / "index.html").read_bytes())
    command = [sys.executable, "-m", "pagefind", "--site", ".", "--root-selector", "article"]
    measure([*command, "--exclude-selectors", _LEFT_OUT], target)
    return target


def our_bytes(site: Path, lang: Lang) -> int:
    """Bytes of our index of a language, each file compressed by itself."""
    return sum(len(zlib.compress(path.read_bytes(), 9)) for path in (site / "search" / lang).glob("*.js"))


def material_bytes(site: Path) -> int:
    """Bytes of the theme's index, compressed."""
    return len(zlib.compress((site / "search" / "search_index.json").read_bytes(), 9))


def pagefind_bytes(site: Path, lang: Lang) -> int:
    """Bytes of Pagefind's index of a language, whose files are compressed as they stand."""
    return sum(path.stat().st_size for path in (site / "pagefind").rglob(f"*{lang}_*"))
