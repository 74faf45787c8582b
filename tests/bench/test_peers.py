"""The peer has the same pages with the same text as the built site, or nothing can be said beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import markdown as python_markdown
import pytest
import yaml

from whatmatters.bench.asking import inside
from whatmatters.bench.kinds import one_of_each, usual
from whatmatters.bench.measure import measure
from whatmatters.bench.peers import Block, article, markdown, material_project, pages, words
from whatmatters.bench.workshop import PEER, PEER_WITHOUT_SQUARE
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.reading.library_files import read_library

#: Words that a page of the peer may have more than ours: a story's tags, which the plug-in shows above its text.
MORE = 0.06


@pytest.mark.parametrize("text", ["- no item", "1. no number", "2026", "a_b_c * <i>d</i> & e", "# no heading", "{ .x }", "[a](b)", "`c`", "+ d", "!e", "\\f"])
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    """Whatever looks like a mark of Markdown comes out as it went in."""
    page = tmp_path / "index.html"
    made = python_markdown.markdown(markdown([Block("", text)]), extensions=["tables", "fenced_code", "toc"])
    page.write_text(f"<body><article>{made}</article></body>", encoding="utf-8")
    assert article(page) == [Block("", text)]


def test_headings_and_lists_stay(tmp_path: Path) -> None:
    """Blocks keep what they are; what nobody reads is left out."""
    page = tmp_path / "index.html"
    page.write_text(
        "<body>x<article><h1>A <b>bold</b> one</h1><script>no</script><div>loose <p>para</p></div>"
        "<ul><li>item</li><li><p>in it</p></li></ul><template>no</template><!-- no --></article></body>",
        encoding="utf-8",
    )
    assert article(page) == [
        Block("# ", "A bold one"), Block("", "loose"), Block("", "para"), Block("- ", "item"), Block("- ", "in it"),
    ]  # fmt: skip


@pytest.mark.build
def test_every_page_has_all_its_words(site: Path, tmp_path: Path) -> None:
    """Each page of the site is a page of the project, and says exactly what the site's page says."""
    peer = material_project(read_library(site.parent), site, tmp_path / "peer")
    for lang in LANGUAGES:
        urls = pages(site, lang)
        files = {path.parent.relative_to(peer / "docs" / lang).as_posix() for path in (peer / "docs" / lang).rglob("*.md")}
        assert files == {url.rstrip("/") or "." for url in urls}
        for url in urls:
            source = (peer / "docs" / lang / url / "index.md").read_text(encoding="utf-8")
            body = source.split("---\n\n", 1)[1] if source.startswith("---\n") else source
            page = tmp_path / "page.html"
            page.write_text(f"<body><article>{python_markdown.markdown(body)}</article></body>", encoding="utf-8")
            assert words(article(page)) == words(article(site / inside(lang) / url / "index.html")), url


@pytest.mark.build
def test_built_it_has_as_many_pages_and_words(site: Path, tmp_path: Path) -> None:
    """A page of each kind in both languages, built by Material with search, tags and i18n."""
    some = tmp_path / "site"
    stories = [story.path for story in read_library(site.parent).stories.values()]
    urls = [*usual(one_of_each(site, "en")), stories[0]]
    for lang in LANGUAGES:
        for url in urls:
            (some / inside(lang) / url).mkdir(parents=True, exist_ok=True)
            shutil.copy(site / inside(lang) / url / "index.html", some / inside(lang) / url)
    library = read_library(site.parent)
    peer = material_project(library, some, tmp_path / "peer")
    plugins = yaml.safe_load((peer / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    assert [name if isinstance(name, str) else next(iter(name)) for name in plugins] == ["search", "tags", "i18n"]
    measure(PEER, peer)
    with_its_square = {path.relative_to(peer / "site") for path in (peer / "site").rglob("index.html")}
    measure(PEER_WITHOUT_SQUARE, peer)
    assert {path.relative_to(peer / "site") for path in (peer / "site").rglob("index.html")} == with_its_square
    assert any(story.path in urls for story in library.stories.values())
    for lang in LANGUAGES:
        assert pages(peer / "site", lang) == pages(some, lang) == sorted(urls)
        for url in urls:
            ours, theirs = (words(article(root / inside(lang) / url / "index.html")) for root in (some, peer / "site"))
            assert len(ours) <= len(theirs) <= len(ours) * (1 + MORE), url


def test_one_page_of_each_kind(tmp_path: Path) -> None:
    """The longest of those that stand alike and load the same; a page with a script of its own is another kind."""
    for url, script, size in (("", "a", 1), ("x/a/", "a", 1), ("x/b/", "a", 9), ("x/c/", "b", 1), ("x/", "a", 1), ("cy/", "a", 1)):
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(f"<script src='../{script}.js'></script>{'.' * size}", encoding="utf-8")
    assert one_of_each(tmp_path, "en") == ["", "x/", "x/b/", "x/c/"]
    assert usual(["", "x/", "x/b/", "x/c/"]) == ["", "x/b/"]
