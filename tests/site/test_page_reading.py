"""What a page has to do with others: read tag by tag it is what a parser of HTML finds, or the parser is asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whatmatters.site.page_reading import page_read, plainly_read, thoroughly_read

PLAIN = """<!doctype html>
<html lang="cy"><head><meta charset="utf-8"><title>A &amp; B > C</title>
<link rel="stylesheet" href="a.css"><link rel="next" href="b/"><script src="a.js" defer></script>
<script type="application/json">{"a": "\\u003cp>"}</script></head>
<body id="top"><!-- a note --><a href="../x/#y">X</a><a href="?a=1&amp;b=2">Y</a><a name="z"></a><img src="p.webp" srcset="q.webp 2x, r.webp 3x"
 alt="&lt;&#34;&#39;&gt; é"><br/><noscript><p><a href="n/">N</a></p></noscript><textarea id="t">so</textarea>
<svg viewBox="0 0 2 2"><linearGradient id="g"/></svg></body></html>
"""


def test_pages_of_the_site_are_plainly_written(library_site):
    """Every page of the real library is read tag by tag, and what is found is what the parser finds."""
    pages = {path: path.read_bytes() for path in library_site.rglob("*.html")}
    assert len(pages) > 500
    for path, html in pages.items():
        assert plainly_read(html) == thoroughly_read(html), path


def test_each_thing_is_found():
    """Links, what is loaded, and names, in either way."""
    found = plainly_read(PLAIN.encode())
    assert found == thoroughly_read(PLAIN.encode())
    assert found is not None
    assert found.links == ("../x/#y", "?a=1&b=2", "n/")
    assert found.loads == ("a.js", "p.webp", "a.css", "q.webp", "r.webp")
    assert found.ids == {"top", "z", "t", "g"}
    assert found.barred == ()


@pytest.mark.parametrize("odd", [
    '<a href=x>', "<a href='x'>", '<a href="x" href="y">', '<a title="a > b" href="x">', '<a title="a < b" href="x">',
    '<a href="x&copy=1">', '<a href="x&eacute;">', '<a href="a\nb">', "<!-- <a href='x'> -->", '<!-- > <a href="x"> -->', "<!-->-->",
    '<style>a { background: url(x) }</style>', '<script type="application/json">"<a href=\\"x\\">"</script>',
    '<textarea><a href="x"></a></textarea>', '<title><a href="x"></title>', '<iframe srcdoc="x"><a href="y"></a></iframe>',
    '<script src="x">', '<a href="x"', '<', '<plaintext><a href="x">', "<?php x ?>", "<![CDATA[ <a> ]]>", "<a\x00 href='x'>", "<aé href>",
])  # fmt: skip
def test_what_is_not_plainly_written_is_left_to_the_parser(odd):
    """A pattern might take it for something else."""
    html = f"<html><body><p>before</p>{odd}<p id='after'>after</p></body></html>".encode()
    alone = f"<html><body><p>before</p>{odd}".encode()
    assert plainly_read(html) is None
    assert plainly_read(alone) is None
    assert page_read(html) == thoroughly_read(html)


@pytest.mark.parametrize(("tag", "barred"), [
    ('<p style="color: red">', ("style",)), ('<p onclick="x()">', ("onclick",)), ('<P ONCLICK="x()">', ("onclick",)),
    ("<script>x()</script>", ("script",)), ('<meta http-equiv="refresh">', ("meta",)), ('<base href="x">', ("base",)),
    ('<object data="x">', ("object",)), ('<a ping="x" href="y">', ("ping",)), ("<style>a{}</style>", ("style",)),
])  # fmt: skip
def test_what_no_page_may_hold_is_found(tag, barred):
    """However the page is read."""
    html = f"<html><body>{tag}</body></html>".encode()
    assert page_read(html).barred == thoroughly_read(html).barred == barred


PIECES = st.sampled_from([
    "<a", "<p", "<script", "</script>", "<style", "</style>", "<textarea", "</textarea>", "<title", "</title>", "<!--", "-->", "<",
    ">", "/>", " ", "\n", '"', "'", "=", ' href="x"', " href='y'", " href=z", ' onclick="q"', ' id="i"', " src=\"s\"", "&amp;", "&", "&lt",
    "words", "é", "<svg>", "</a>", "<!doctype html>", "<noscript>", "</noscript>", "<div>", "</div>", "<iframe", "<base", "]]>", "<?", "\x0c",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14))
@example(["<a", ' href="x"', ' href="x"', ">"])
@example(["<textarea", ">", "<a", ' href="x"', ">"])
def test_whatever_stands_on_a_page(pieces):
    """Read tag by tag, no page says anything else than what the parser finds."""
    html = f"<html><body><p>{''.join(pieces)}</p></body></html>".encode()
    found = plainly_read(html)
    assert found is None or found == thoroughly_read(html)


def test_what_pages_have_alike_is_kept_once():
    """Thousands of pages load the same and have the same ids; their links are their own."""
    pages = [page_read(f'<p id="top"><a href="{n}/">x</a><img src="a.png"><i id="t{n // 50}"></i>'.encode()) for n in range(100)]
    assert (len({id(page.ids) for page in pages}), len({id(page.loads) for page in pages})) == (2, 1)
    assert (pages[0].ids, pages[99].ids) == ({"top", "t0"}, {"top", "t1"})
    assert [page.links for page in pages] == [(f"{n}/",) for n in range(100)]
