"""The browser that tests share: whoever comes next finds nothing of what the last one left."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: Leaves a trace in each kind of memory that a page has.
LEAVE = """async () => {
  localStorage.setItem('left', '1'); sessionStorage.setItem('left', '1'); window.name = 'left';
  if (location.protocol !== 'file:') { document.cookie = 'left=1'; }
  await new Promise((done) => {
    const asked = indexedDB.open('left');
    asked.onsuccess = () => { asked.result.close(); done(); };
  });
}"""
FOUND = """async () => ({
  kept: Object.keys(localStorage), tab: Object.keys(sessionStorage), name: window.name, cookie: document.cookie,
  bases: (await indexedDB.databases()).map((one) => one.name), script: window.left ?? null,
  place: (await navigator.permissions.query({ name: 'geolocation' })).state,
})"""
NOTHING = {"kept": [], "tab": [], "name": "", "cookie": "", "bases": [], "script": None}


def test_the_next_tab_finds_nothing_of_the_last(visitor, served, tmp_path):
    """Storage of three places, cookies, permissions, a script, a route and a second tab, over HTTP and from disk."""
    (tmp_path / "a.html").write_text("<title>a</title>", encoding="utf-8")
    places = [f"{served}404.html", served.replace("127.0.0.1", "localhost") + "404.html", (tmp_path / "a.html").as_uri()]
    before = len(visitor.context.pages)
    with visitor.tab() as page:
        page.add_init_script("window.left = 1")
        page.context.grant_permissions(["geolocation"])
        for place in places:
            page.goto(place)
            page.evaluate(LEAVE)
            left = page.evaluate(FOUND)
            assert (left["kept"], left["tab"], left["name"], left["bases"], left["script"]) == (["left"], ["left"], "left", ["left"], 1)
        page.route("**/*", lambda route: route.abort())
        with page.expect_popup():
            page.evaluate("void window.open('about:blank')")
    assert len(visitor.context.pages) == before
    for place in places:
        with visitor.tab() as page:
            page.goto(place)
            found = page.evaluate(FOUND)
            assert {name: found[name] for name in NOTHING} == NOTHING
            assert found["place"] != "granted"


def test_whoever_asks_for_a_context_has_one_alone(visitor, context, page):
    """What is changed there is changed for nobody else."""
    assert page.context is context
    assert page.context is not visitor.context
