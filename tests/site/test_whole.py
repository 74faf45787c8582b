"""Nothing of a built site is loaded from another host, whatever way a page has of asking for it."""

from __future__ import annotations

import pytest

from whatmatters.site.whole import site_problems

ELSEWHERE = "https://elsewhere.example/x"

ASKS = [
    f'<link rel="stylesheet" href="{ELSEWHERE}">',
    f'<link rel="shortcut icon" href="{ELSEWHERE}">',
    f'<link rel="preload stylesheet" href="{ELSEWHERE}">',
    f'<script src="{ELSEWHERE}"></script>',
    f'<img src="here.png" srcset="here.png 1x, {ELSEWHERE} 2x">',
    f'<object data="{ELSEWHERE}"></object>',
    f'<video poster="{ELSEWHERE}"></video>',
    f'<form action="{ELSEWHERE}"></form>',
    f'<form><button formaction="{ELSEWHERE}">x</button></form>',
    f'<p style="background: url({ELSEWHERE})">x</p>',
    f'<style>@import "{ELSEWHERE}";</style>',
    '<img src="//elsewhere.example/x">',
    '<img src="https://[x">',
]


def built(folder, page: str, style: str = "") -> list[str]:
    (folder / "index.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (folder / "here.png").write_bytes(b"")
    (folder / "look.css").write_text(style, encoding="utf-8")
    return site_problems(folder)


@pytest.mark.parametrize("page", ASKS)
def test_a_page_that_asks_another_host_is_named(tmp_path, page):
    problems = built(tmp_path, page)
    assert any(problem.startswith("index.html: loads ") and "another host" in problem for problem in problems)


@pytest.mark.parametrize("style", [f"@import url({ELSEWHERE});", f"@import '{ELSEWHERE}';", f'a {{ cursor: url("{ELSEWHERE}") }}'])
def test_a_style_sheet_that_does_is_named(tmp_path, style):
    assert built(tmp_path, "", style) == [f"look.css: loads {ELSEWHERE} from another host"]


def test_what_asks_nobody_is_no_problem(tmp_path):
    """A link that a reader follows, a canonical address, data in the page itself, an address in a comment."""
    page = f'<a href="{ELSEWHERE}">x</a><link rel="canonical" href="{ELSEWHERE}"><img src="data:,"><a href="https://[x">x</a>'
    assert built(tmp_path, page, f"/* url({ELSEWHERE}) */ a {{ background: url(data:,) }}") == [
        "index.html: the link https://[x is no address: Invalid IPv6 URL"
    ]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ('<p style="color: red">x</p>', "style"),
        ("<style>p { color: red }</style>", "style"),
        ('<svg><path style="fill: red"/></svg>', "style"),
        ('<img src="here.png" onerror="x()">', "onerror"),
        ('<svg><g onload="x()"/></svg>', "onload"),
        ("<script>x()</script>", "script"),
        ('<script type="module">x()</script>', "script"),
        ('<iframe src="here.png"></iframe>', "iframe"),
        ('<object data="here.png"></object>', "object"),
        ('<embed src="here.png">', "embed"),
        ('<base href="index.html">', "base"),
        ('<meta http-equiv="refresh" content="0;url=x">', "meta"),
    ],
)
def test_a_page_that_a_servers_policy_would_break_is_named(tmp_path, page, name):
    """No style and no script stands in a page, nothing acts by itself, and no page stands in another."""
    assert f"index.html: holds `{name}`, which the policy of a server allows on no page" in built(tmp_path, page)


@pytest.mark.parametrize("href", ["javascript:x()", "JavaScript:x()", " javascript:x()", "java\nscript:x()", "data:text/html,x", "vbscript:x", "file:///etc"])
def test_a_link_that_runs_something_is_named(tmp_path, href):
    """Whatever way it got through the checks of the sources."""
    [problem] = built(tmp_path, f'<a href="{href}">x</a>')
    assert "leads to no page" in problem or "leads nowhere" in problem


def test_data_for_scripts_may_stand_in_a_page(tmp_path):
    assert built(tmp_path, '<script type="application/json">{}</script><p data-onload="x">x</p><a href="mailto:a@b">x</a>') == []
