"""One page of each kind: of those that stand alike in the site and load the same scripts, the longest."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from ..language.bilingual import Lang
from .asking import inside
from .peers import pages


def one_of_each(site: Path, lang: Lang) -> list[str]:
    """Addresses within the language, in the order of the alphabet; the home page is ``.

    Pages are of one kind that have the same first folder, stand equally deep and load the same scripts and styles:
    a new kind of page is measured without anybody's naming it.
    """
    longest: dict[tuple[object, ...], tuple[int, str]] = {}
    for url in pages(site, lang):
        content = (site / inside(lang) / url / "index.html").read_bytes()
        parts = url.split("/")[:-1]
        kind = (*parts[:1], len(parts), _loads(content))
        longest[kind] = max(longest.get(kind, (0, "")), (len(content), url))
    return sorted(url for _, url in longest.values())


def _loads(content: bytes) -> tuple[str, ...]:
    """The names of the scripts and styles that a page loads."""
    document = html.document_fromstring(content)
    found = [*document.xpath("//script/@src"), *document.xpath("//link[@rel='stylesheet']/@href")]
    return tuple(sorted({address.rpartition("/")[2] for address in found}))


def usual(kinds: list[str]) -> list[str]:
    """A few of them: the home page, and of each folder the page that stands deepest."""
    deepest: dict[str, str] = {}
    for url in kinds:
        folder = url.partition("/")[0]
        if url.count("/") > deepest.get(folder, "").count("/") or folder not in deepest:
            deepest[folder] = url
    return list(deepest.values())
