"""The same pages for others: a Material site of their text in both languages, or one, and Pagefind over the pages.

The text is taken from the built pages, block by block, and written as an author of Material would write it:
headings, paragraphs and lists in Markdown. So the peer has all that ours has, however ours was made.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml
from lxml import etree, html

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from .asking import inside
from .measure import MKDOCS, measure

#: Nothing of it is on the page for a reader of its text.
SILENT = frozenset({"script", "style", "template", "svg", "noscript"})
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
#: What begins a block of its own.
# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "label", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
})
# fmt: on
#: What Markdown would take for a mark: anywhere in a line, and at its beginning.
_MARKS = re.compile(r"([\\`*_{}\[\]#!])")
_AT_FIRST = re.compile(r"^(\d*)([-+.)])(?=\s|$)")
_LEFT_OUT = "[data-search-exclude], nav, button"

#: With the plug-ins that the site would have if it were plain Material. The languages' plug-in holds every entry of
#: search against every other (`reconfigure_search`): its time grows with the square of the pages.
_BOTH = """site_name: Peer
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins:
  - search
  - tags
  - i18n:
      docs_structure: folder
      reconfigure_search: {one_search}
      languages:
        - {{locale: en, name: English, default: true}}
        - {{locale: cy, name: Cymraeg}}
nav: {nav}
validation: {{omitted_files: ignore}}
"""
#: The peer's second configuration, in which that is turned off.
WITHOUT_SQUARE = "without-square.yml"
#: Search as the theme brings it. It knows no Welsh, and takes English for what it does not know.
_ONE = """site_name: Peer
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
nav: [index.md]
validation: {omitted_files: ignore}
"""
#: A page with a field of its own for Pagefind, as its manual says: made ready when the field is entered, each result
#: shown as soon as it is there. Its ready-made interface would wait longer before it begins.
PAGEFIND_PAGE = "ask-{lang}.html"
_PAGEFIND = """<!doctype html><html lang="%s"><meta charset="utf-8"><title>Pagefind</title>
<input id="ask" aria-label="ask" autocomplete="off"><ol id="found"></ol>
<script type="module">
const field = document.getElementById("ask"), list = document.getElementById("found");
let engine, turn = 0;
const ready = () => engine ||= import("./pagefind/pagefind.js").then(async (one) => { await one.init(); return one; });
field.addEventListener("focus", ready);
field.addEventListener("input", async () => {
  const mine = turn += 1;
  const { results } = await (await ready()).search(field.value);
  if (mine !== turn) return;
  list.replaceChildren();
  for (const result of results.slice(0, 10)) {
    const { url, meta, excerpt } = await result.data();
    if (mine !== turn) return;
    list.insertAdjacentHTML("beforeend", `<li><a href="${url}">${meta.title}</a><p>${excerpt}</p></li>`);
  }
});
</script>
"""
#: The pages of our own menu that a peer has too.
_MENU = ("", "stories/", "packs/", "principles/", "legislation/", "questions/", "tools/", "about/")


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item of a list."""

    mark: str
    """What Markdown has before it: `## `, `- ` or nothing."""
    text: str


def pages(site: Path, lang: Lang) -> list[str]:
    """Addresses, within the language, of all pages that stand in a folder of their own: `stories/`, … and ``."""
    root = site / inside(lang)
    found = (path.parent.relative_to(root) for path in root.rglob("index.html"))
    return sorted(
        "" if folder == Path() else f"{folder.as_posix()}/"
        for folder in found
        if lang == "cy" or folder.parts[:1] != ("cy",)
    )


def article(page: Path) -> list[Block]:
    """What the page says, block by block: its article, or all of its body where it has none."""
    document = html.document_fromstring(page.read_bytes().decode())
    found = document.find(".//article")
    return list(_blocks(found if found is not None else document.find("body")))


def _blocks(element: etree._Element) -> Iterator[Block]:
    mark, parts = "", [""]
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, one in walk:
        tag = one.tag if isinstance(one.tag, str) else ""
        if event == "start" and tag in SILENT:
            walk.skip_subtree()
            continue
        if tag in BLOCKS or tag in HEADINGS:
            if text := " ".join("".join(parts).split()):
                yield Block(mark, text)
                mark = ""
            parts = []
            if event == "start":
                mark = f"{HEADINGS[tag]} " if tag in HEADINGS else "- " if tag == "li" else mark if tag == "p" else ""
            else:
                mark = ""
        elif tag == "span":
            parts.append(" ")  # Labels that stand side by side would run into one word.
        if event == "start":
            parts.append(one.text or "")
        elif one is not element:
            parts.append(one.tail or "")
    if text := " ".join("".join(parts).split()):
        yield Block(mark, text)


def markdown(blocks: Sequence[Block], tags: Sequence[str] = ()) -> str:
    """A page of these blocks, its tags in front matter."""
    front = f"---\n{yaml.safe_dump({'tags': list(tags)}, allow_unicode=True)}---\n\n" if tags else ""
    return front + "\n\n".join(block.mark + _plain(block.text) for block in blocks) + "\n"


def _plain(text: str) -> str:
    return _AT_FIRST.sub(r"\1\\\2", _MARKS.sub(r"\\\1", escape(text, quote=False)))


def words(blocks: Sequence[Block]) -> list[str]:
    """All words of these blocks, in their order."""
    return [word for block in blocks for word in re.findall(r"\w+", block.text)]


def material_project(library: Library, site: Path, target: Path) -> Path:
    """A project of plain Material with all pages of the built `site` in both languages; stories have their tags.

    `mkdocs.yml` is as anyone would write it; `WITHOUT_SQUARE` leaves out the one step that grows with their square.
    """
    tags = {story.path: story.tag_ids for story in library.stories.values()}
    for lang in LANGUAGES:
        for url in pages(site, lang):
            file = target / "docs" / lang / url / "index.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            blocks = article(site / inside(lang) / url / "index.html")
            file.write_text(markdown(blocks, tags.get(url, ())), encoding="utf-8")
    menu = [f"{url}index.md" for url in _MENU if (target / "docs" / "en" / url / "index.md").exists()]
    for name, one_search in (("mkdocs.yml", "true"), (WITHOUT_SQUARE, "false")):
        configuration = _BOTH.format(nav=f"[{', '.join(menu)}]", one_search=one_search)
        (target / name).write_text(configuration, encoding="utf-8")
    return target


def material_peer(site: Path, lang: Lang, target: Path) -> Path:
    """Build a Material site of one language with the text of `site`; where it stands."""
    for url in pages(site, lang):
        file = target / "docs" / url / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown(article(site / inside(lang) / url / "index.html")), encoding="utf-8")
    (target / "mkdocs.yml").write_text(_ONE, encoding="utf-8")
    measure([*MKDOCS, "build", "--quiet"], target)
    return target / "site"


def pagefind_peer(site: Path, target: Path) -> Path:
    """The pages of `site` with Pagefind's index of both languages; raises BenchError where it is not installed."""
    for lang in LANGUAGES:
        for url in pages(site, lang):
            folder = target / inside(lang) / url
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_bytes((site / inside(lang) / url / "index.html").read_bytes())
    command = [sys.executable, "-m", "pagefind", "--site", ".", "--root-selector", "article"]
    measure([*command, "--exclude-selectors", _LEFT_OUT], target)
    for lang in LANGUAGES:  # After its index is made, so that it does not find them.
        (target / PAGEFIND_PAGE.format(lang=lang)).write_text(_PAGEFIND % lang, encoding="utf-8")
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
