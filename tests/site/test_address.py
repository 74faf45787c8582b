"""Links between pages, and the check that finds those that lead nowhere."""

from __future__ import annotations

import pytest

from whatmatters.site.address import link, section_of, site_root, source_of, url_of, within_language
from whatmatters.site.finish import from_disk, page_text, without_indents
from whatmatters.site.whole import site_problems

LINKS = [
    ("", "", "index.html"),
    ("", "stories/", "stories/index.html"),
    ("stories/", "", "../index.html"),
    ("stories/a/b/", "stories/a/c/", "../../../stories/a/c/index.html"),
    ("cy/packs/x/", "packs/x/x-cards-cy.pdf", "../../../packs/x/x-cards-cy.pdf"),
    ("cy/", "cy/questions/s/#one", "../cy/questions/s/index.html#one"),
]


@pytest.mark.parametrize(("here", "there", "expected"), LINKS)
def test_link(here, there, expected):
    """A link names the file, so that a browser finds it on a disk."""
    assert link(here, there) == expected


@pytest.mark.parametrize(
    ("path", "lang", "url", "source"),
    [
        ("stories/", "en", "stories/", "en/stories/index.md"),
        ("stories/a/b/", "cy", "cy/stories/a/b/", "cy/stories/a/b.md"),
    ],
)
def test_where_a_page_comes_from(path, lang, url, source):
    """Address and source of a made page belong together as MkDocs sees it."""
    assert (url_of(path, lang), source_of(path, lang)) == (url, source)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../x/">', '<a href="../x/index.html">'),
        ('<a href="../x/#y">', '<a href="../x/index.html#y">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="https://a.b/c/">', '<a href="https://a.b/c/">'),
        ('<a href="//a.b/c/">', '<a href="//a.b/c/">'),
        ('<a href="mailto:a@b/">', '<a href="mailto:a@b/">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="x.pdf">', '<a href="x.pdf">'),
        ('<link href="../assets/a.css">', '<link href="../assets/a.css">'),
    ],
)
def test_from_disk(html, expected):
    """Links to folders name index.html; everything else stays as it is."""
    assert from_disk(html) == expected


def test_page_text():
    """Words of a page for search: without scripts, menus and what is excluded, block by block."""
    html = (
        "<h1>One</h1><nav>Menu</nav><p>Two <b>three</b></p><script>x</script>"
        "<div data-search-exclude>no <br><p>no</p></div><ul><li>Four</li></ul>"
    )
    assert page_text(html) == ("One\nTwo three\nFour", "")


def test_what_a_reader_comes_to_later_stands_apart():
    """The ending of a story, and no word around it."""
    html = "<p>One</p>two<div data-search-untold>three<p>Four <b>five</b></p>six</div>seven<p>Eight</p>"
    assert page_text(html) == ("One\ntwo\nseven\nEight", "three\nFour five\nsix")


def test_site_problems(tmp_path):
    """A dead link, a missing anchor and a foreign host are each named with their page."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/index.html#here">x</a><a href="a/index.html#gone">x</a><a href="b/index.html">x</a>'
        '<script src="https://cdn.example/x.js"></script><a href="https://example.org/">fine</a>'
    )
    (tmp_path / "a/index.html").write_text('<p id="here">x</p><a href="../index.html">back</a>')
    assert site_problems(tmp_path) == [
        "index.html: loads https://cdn.example/x.js from another host",
        "index.html: the link a/index.html#gone names an anchor that is not there",
        "index.html: the link b/index.html leads nowhere",
    ]


def test_a_page_loses_indents_and_no_text():
    """Lines keep one space between them; what is set as it stands keeps all."""
    page = "<p>\n    A line\n\n\t on.</p>\n<pre>\n  as\n    it\n</pre>\n  <textarea>\n  typed</textarea>\n<script>\n  let a;\n</script>\n   <b>x</b>"
    assert without_indents(page) == (
        "<p>\nA line\non.</p>\n<pre>\n  as\n    it\n</pre>\n<textarea>\n  typed</textarea>\n<script>\n  let a;\n</script>\n<b>x</b>"
    )


@pytest.mark.parametrize(("url", "path", "section"), [
    ("cy/stories/x/y/", "stories/x/y/", "stories"), ("stories/", "stories/", "stories"), ("cy/", "", ""), ("", "", ""), ("cymru/", "cymru/", "cymru"),
])  # fmt: skip
def test_an_address_within_its_language(url, path, section):
    """The same for both twins."""
    assert (within_language(url), section_of(url)) == (path, section)


@pytest.mark.parametrize(("address", "root"), [
    (None, "/"), ("", "/"), ("https://a.example", "/"), ("https://a.example/", "/"),
    ("https://a.example/x", "/x/"), ("https://a.example/x/y/", "/x/y/"),
])
def test_where_the_links_of_the_404_page_begin(address, root):
    """A site that has its host to itself, and one that shares it."""
    assert site_root(address) == root
